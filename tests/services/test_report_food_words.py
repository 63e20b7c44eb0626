import pytest

from journal.domain.nutrition import Intake
from journal.services.report_food_words import day_words, known_words


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
