"""A monthly rhythm in a symptom is found, and held fixed on both sides."""

import numpy as np
import pytest

from journal.patterns import Diary, find_timing
from journal.patterns.month import month_wave

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
