"""How right stated odds of too little are, and why they are not quite right."""

import calibration
import numpy as np
import pytest

from journal.services.report_food_words import in_ten, tenths_short

PEOPLE = 200_000


def worst(cv, n_days, **world):
    """Return the largest difference, truth less statement, of eight classes."""
    stated, enough = calibration.stated_and_true(cv, n_days, PEOPLE, **world)
    gaps = calibration.gaps(stated, enough)
    return max(gaps, key=abs)


@pytest.mark.parametrize("cv", [0.29, 0.44])
def test_the_formula_is_right_where_all_people_vary_alike(cv):
    # The smallest class holds some 7000 people: three standard errors are 0.018.
    assert abs(worst(cv, 7)) < 0.018


def test_it_is_variation_that_grows_with_intake_that_makes_odds_too_low():
    # Seen: 0.02 by skewed days alone, 0.07 by growing variation alone, 0.08 by both.
    assert worst(0.44, 7, skewed=True) < 0.04
    assert 0.05 < worst(0.44, 7, grows=True) < 0.10
    assert 0.06 < worst(0.44, 7, grows=True, skewed=True) < 0.10
    assert worst(0.44, 7, grows=True, skewed=True, log=True) < 0.05
    assert worst(0.44, 21, grows=True, skewed=True) < 0.065


@pytest.mark.parametrize("cv", [0.29, 0.44])
@pytest.mark.parametrize("n_days", [7, 14, 21])
@pytest.mark.parametrize("log", [False, True])
def test_the_odds_told_hold_for_people_whose_days_vary_with_what_they_eat(
    cv, n_days, log
):
    """Both for usual intakes spread evenly and for such on a log scale."""
    stated, enough = calibration.stated_and_true(
        cv, n_days, 200_000, skewed=True, grows=True, log=log
    )
    short = np.array([in_ten(1 - p) for p in stated])
    for tenths in range(1, 10):
        here = short == tenths
        # The middle of what rounds to this many of ten.
        first, last = tenths_short(1 - tenths / 10, 1 - tenths / 10, n_days)
        share = 1 - enough[here].mean()
        least, most = first / 10 - 0.05, last / 10 + 0.05
        if tenths in {1, 9}:
            # What is told as 1 or 9 goes on to 0 and 10: a diary is not that sure.
            least, most = (0, most) if tenths == 1 else (least, 1)
        assert least - 0.025 <= share <= most + 0.025
