"""A monthly rhythm in a symptom is found, and held fixed on both sides."""

import numpy as np
import pytest

from journal.patterns import Diary, find_timing
from journal.patterns.month import month_wave, shared_period_days

N = 182
EVERY_NIGHT = np.ones(N, dtype=bool)


def noise(seed, n=N):
    return np.random.default_rng(seed).normal(size=n)


def rhythm(period, n=N):
    return np.cos(2 * np.pi * np.arange(n) / period)


@pytest.mark.parametrize("period", [25, 28.5, 31, 35])
def test_a_rhythm_of_about_a_month_is_almost_all_held(period):
    wave = rhythm(period)
    held = month_wave(wave + 0.5 * noise(3), EVERY_NIGHT)
    fitted = held @ np.linalg.lstsq(held, wave, rcond=None)[0]
    assert ((wave - fitted) ** 2).sum() < 0.1 * (wave**2).sum()


def test_turns_that_differ_by_days_are_mostly_held():
    edges = np.cumsum([0, 27, 31, 28, 30, 26, 32, 29])
    wave = np.cos(2 * np.pi * np.interp(np.arange(N), edges, np.arange(8)))
    held = month_wave(wave + 0.5 * noise(3), EVERY_NIGHT)
    fitted = held @ np.linalg.lstsq(held, wave, rcond=None)[0]
    assert ((wave - fitted) ** 2).sum() < 0.35 * (wave**2).sum()


def test_chance_alone_rarely_looks_like_a_month():
    found = [month_wave(noise(seed), EVERY_NIGHT) is not None for seed in range(400)]
    assert 0.05 < np.mean(found) < 0.25


@pytest.mark.parametrize("period", [7, 14, 91])
def test_other_rhythms_are_left_alone(period):
    assert month_wave(rhythm(period) + 0.1 * noise(1), EVERY_NIGHT) is None


def test_a_short_or_silent_diary_has_no_month():
    assert month_wave(rhythm(28)[:74], EVERY_NIGHT[:74]) is None
    assert month_wave(np.zeros(N), EVERY_NIGHT) is None


def test_unanswered_nights_carry_no_wave():
    answered = np.arange(N) % 3 > 0
    held = month_wave(np.where(answered, rhythm(29), 0.0), answered)
    assert (held[~answered] == 0).all()
    assert np.abs(held[answered]).max() > 0.9


def test_legs_and_food_that_share_a_monthly_rhythm_show_no_pattern():
    shared = rhythm(29)
    severity = np.clip(np.round(3 * (shared + 0.8 * noise(5))), 0, 10)
    amount = np.exp(0.3 * (-shared + 0.8 * noise(6)))
    days = np.datetime64("2025-01-06") + np.arange(N)
    (finding,) = find_timing(
        Diary(days, {"cramps": severity}, {"magnesium": amount},
              expected_sign={"magnesium": -1}, questions=(("cramps", "magnesium"),))
    )  # fmt: skip
    assert finding.tier == "none"


def test_a_link_beside_a_monthly_rhythm_is_still_found():
    amount = np.exp(0.3 * noise(6))
    severity = np.clip(
        np.round(3 * (rhythm(29) - 3 * np.log(amount) + 0.6 * noise(5))), 0, 10
    )
    days = np.datetime64("2025-01-06") + np.arange(N)
    (finding,) = find_timing(
        Diary(days, {"cramps": severity}, {"magnesium": amount},
              expected_sign={"magnesium": -1}, questions=(("cramps", "magnesium"),))
    )  # fmt: skip
    assert (finding.tier, finding.direction) == ("recurring", -1)


def several(count, wave, size):
    """Symptoms of noise and a shared wave, none of which shows it alone."""
    return np.array([size * wave + noise(seed) for seed in range(count)])


def test_a_rhythm_too_faint_for_one_symptom_is_seen_in_several():
    symptoms = several(8, rhythm(29), 0.22)
    answered = np.ones_like(symptoms, dtype=bool)
    alone = [month_wave(one, EVERY_NIGHT) for one in symptoms]
    assert sum(wave is None for wave in alone) >= 3
    assert abs(shared_period_days(symptoms, answered) - 29) <= 1


def test_chance_rarely_gives_several_symptoms_one_rhythm():
    rng = np.random.default_rng(7)
    answered = np.ones((5, N), dtype=bool)
    found = [
        shared_period_days(rng.normal(size=(5, N)), answered) is not None
        for _ in range(400)
    ]
    assert 0.02 < np.mean(found) < 0.15


def test_one_symptom_or_a_short_diary_shares_nothing():
    wave = rhythm(29)[None, :]
    assert shared_period_days(wave, np.ones((1, N), dtype=bool)) is None
    two = np.repeat(wave, 2, axis=0)[:, :74]
    assert shared_period_days(two, np.ones((2, 74), dtype=bool)) is None


def test_where_the_symptom_shows_none_the_shared_period_is_held():
    held = month_wave(noise(2), EVERY_NIGHT, 29.0)
    assert held is not None
    fitted = held @ np.linalg.lstsq(held, rhythm(29), rcond=None)[0]
    assert ((rhythm(29) - fitted) ** 2).sum() < 0.1 * (rhythm(29) ** 2).sum()
