import pytest

from journal.domain.nutrition import Intake
from journal.patterns.shortfall import Shortfall
from journal.services.report_food_words import (
    day_words,
    known_words,
    odds_words,
    tenths_short,
)


@pytest.mark.parametrize(
    ("intake", "says", "known"),
    [
        (None, "", ""),
        (Intake(0.0, 0.0, 0.0), "", ""),
        (Intake(0.0, 400.0, 0.0), "food unknown + 400 mg", ""),
        (Intake(280.0, 0.0, 1.0), "280 mg", ""),
        (Intake(280.0, 25.0, 1.0), "280 + 25 mg", ""),
        (Intake(280.0, 25.0, 0.8), "at least 280 + 25 mg", "80% known"),
        (Intake(0.0, 0.0, 1.0), "0 mg", ""),
        (Intake(280.0, 0.0, 0.998), "at least 280 mg", "99% known"),
    ],
)
def test_a_day_sets_food_and_tablets_apart_and_says_what_is_missing(
    intake, says, known
):
    assert day_words(intake, "mg").replace("\u00a0", " ") == says
    assert known_words(intake) == known


def test_water_without_an_answer_about_drinking_is_at_least():
    said = day_words(Intake(600.0, 0.0, 1.0), "ml", is_rest_known=False)

    assert said == "at least 600\u00a0ml"


def test_odds_of_few_days_are_told_a_tenth_wider_towards_enough():
    assert tenths_short(0.4, 0.4, 13) == (5, 6)
    assert tenths_short(0.4, 0.4, 14) == (6, 6)
    assert tenths_short(0.1, 0.1, 7) == (9, 9)
    assert tenths_short(0.8, 0.9, 7) == (1, 2)
    assert tenths_short(0.25, 0.7, 7) == (2, 8)


def seen_with(low, high, n_days):
    return Shortfall(
        nutrient_key="folate_dfe_ug",
        method="probability",
        n_days=n_days,
        n_days_without_value=0,
        known_share=1.0,
        mean_known=1.0,
        mean_low=1.0,
        mean_high=1.0,
        verdict="unclear",
        probability_adequate_low=low,
        probability_adequate_high=high,
    )


@pytest.mark.parametrize(
    ("enough", "n_days", "says"),
    [
        (0.3, 7, "short in 6 to 7 of 10"),
        (0.3, 20, "short in 7 of 10"),
        (0.7, 7, "enough in 7 to 8 of 10"),
        (0.7, 20, "enough in 7 of 10"),
        (0.97, 7, "enough in 9 of 10"),
        (0.5, 7, "could be either"),
    ],
)
def test_the_odds_are_told_as_many_of_ten(enough, n_days, says):
    seen = seen_with(enough, enough, n_days)
    assert odds_words(seen, n_days, n_complete=n_days) == says
