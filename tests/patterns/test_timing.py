"""The parts of the timing test against other people's code and by simulation."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from journal.patterns.effect import count_effect, wilson
from journal.patterns.exposure import windowed
from journal.patterns.multiplicity import (
    HORIZON_DAYS,
    combined_p,
    days_to_reach,
    p_over_looks,
    shares,
)
from journal.patterns.ranks import normal_scores, trouble_scores
from journal.patterns.spells import fit_spells, whiten
from journal.patterns.timing import _z_of_t, baseline, conditional_z, score_symptoms


def test_normal_scores_are_bloms_with_mid_ranks():
    values = np.array([4.0, np.nan, 0, 0, 7, 4, 4, 10])
    known = values[~np.isnan(values)]
    expected = stats.norm.ppf((stats.rankdata(known) - 0.375) / (known.size + 0.25))
    np.testing.assert_allclose(normal_scores(values)[~np.isnan(values)], expected)


def test_student_t_becomes_a_normal_deviate_of_the_same_probability():
    for df in (10, 25, 100):
        t = np.array([-4.0, -2.0, -0.5, 0.0, 1.0, 3.0])
        expected = stats.norm.isf(stats.t.sf(t, df))
        np.testing.assert_allclose(_z_of_t(t, np.full(6, df)), expected, atol=0.02)


def test_the_filter_whitens_like_a_cholesky_root():
    rng = np.random.default_rng(1)
    answered = rng.random(60) < 0.8
    rows = np.flatnonzero(answered)
    lag = np.abs(rows[:, None] - rows)
    covariance = 0.4 * 0.85**lag
    np.fill_diagonal(covariance, 1.0)
    series = np.where(answered[:, None], rng.normal(size=(60, 3)), 0.0)
    expected = np.linalg.solve(np.linalg.cholesky(covariance), series[rows])
    got = whiten(series[:, None], answered[:, None], np.array([0.4]), np.array([0.85]))
    np.testing.assert_allclose(got[rows, 0], expected, atol=1e-10)
    assert not got[~answered].any()


def test_spells_are_seen_where_there_are_some_and_hardly_elsewhere():
    rng = np.random.default_rng(2)
    n, strengths = 365, {0.0: [], 0.6: []}
    for true, seen in strengths.items():
        for _ in range(20):
            spell = np.zeros(n)
            for t in range(1, n):
                spell[t] = 0.85 * spell[t - 1] + math.sqrt(1 - 0.85**2) * rng.normal()
            y = math.sqrt(true) * spell + math.sqrt(1 - true) * rng.normal(size=n)
            seen.append(fit_spells(y - y.mean(), np.ones(n, bool), 1)[0])
    assert np.mean(strengths[0.6]) == pytest.approx(0.6, abs=0.12)
    assert np.mean(strengths[0.0]) < 0.2


def test_without_spells_z_is_the_partial_correlation_of_least_squares():
    rng = np.random.default_rng(3)
    n = 140
    base = baseline(np.arange(n) % 7, n)
    x, y = rng.normal(size=n), rng.normal(size=n)
    y += 0.3 * x + base @ rng.normal(size=base.shape[1])
    # Removing lag correlation by hand leaves nothing for the spell model to find.
    y = normal_scores(y)
    hat = base @ np.linalg.pinv(base)
    rx, ry = x - hat @ x, y - hat @ y
    r = rx @ ry / math.sqrt(rx @ rx * (ry @ ry))
    df = n - 2 - base.shape[1]
    expected = stats.norm.isf(stats.t.sf(r * math.sqrt(df / (1 - r * r)), df))
    (seen,) = score_symptoms(y[None], x[None], base)
    assert seen.z[0] == pytest.approx(expected, abs=0.35)


def test_holding_a_twin_fixed_leaves_nothing():
    rng = np.random.default_rng(5)
    n = 160
    base = baseline(np.arange(n) % 7, n)
    lead = rng.normal(size=n)
    twin = lead + 0.05 * rng.normal(size=n)
    y = lead + 1.5 * rng.normal(size=n)
    (seen,) = score_symptoms(y[None], np.stack([lead, twin]), base)
    assert min(seen.z) > 4
    assert abs(conditional_z(seen, 1, 0)) < 2.5


def test_windows_are_mean_differences_from_usual_that_end_on_the_day():
    seen = windowed(np.arange(20.0))
    usual = 9.5
    np.testing.assert_allclose(seen[0], np.arange(20.0) - usual)
    assert seen[1][10] == pytest.approx(9 - usual)
    assert seen[2][10] == pytest.approx(7 - usual)
    half_lives = 0.5 ** (np.arange(14) / 5)
    two_weeks = (half_lives * np.arange(19.0, 5, -1)).sum() / half_lives.sum()
    assert seen[3][19] == pytest.approx(two_weeks - usual)


def test_a_day_not_known_counts_as_a_usual_one_within_a_window():
    amount = np.array([1.0, np.nan, np.nan, 4.0, 7.0])
    assert windowed(amount)[1][4] == pytest.approx((0 + 3) / 3)
    assert np.isnan(windowed(amount)[0][2])


def test_a_window_mostly_unknown_is_unknown():
    amount = np.r_[np.full(6, np.nan), 3.0, np.full(6, np.nan), 5.0]
    assert np.isnan(windowed(amount)[2][6:13]).all()
    assert not np.isnan(windowed(amount)[1][6:9]).any()


@given(st.integers(12, 200), st.sampled_from([-1, 1]))
def test_scores_rise_with_exposure_and_steepest_at_the_worst_third(n, sign):
    rng = np.random.default_rng(n)
    exposure = rng.permutation(n).astype(float)
    scores = trouble_scores(exposure, sign)[np.argsort(exposure)]
    assert (np.diff(scores) > 0).all()
    assert scores.mean() == pytest.approx(0, abs=1e-9)
    mirrored = -trouble_scores(-exposure, -sign)[np.argsort(exposure)]
    np.testing.assert_allclose(scores, mirrored, atol=1e-9)


def test_scores_keep_most_about_a_graded_link_and_about_a_threshold():
    amount = np.arange(3_000.0)
    scores = trouble_scores(amount, 1)
    plain = normal_scores(amount)
    worst_third, worst_quarter = amount >= 2_000, amount >= 2_250

    def kept(scores, truth):
        return np.corrcoef(scores, truth)[0, 1] ** 2

    assert kept(scores, plain) == pytest.approx(0.93, abs=0.01)
    assert kept(scores, worst_third) == pytest.approx(0.80, abs=0.01)
    assert kept(plain, worst_third) == pytest.approx(0.60, abs=0.01)
    assert kept(scores, worst_quarter) > 1.2 * kept(plain, worst_quarter)
    np.testing.assert_allclose(trouble_scores(amount, 0), normal_scores(amount))


def line_through(alpha: float, day: int) -> float:
    """Return the z of that day at which p over all looks is alpha."""
    return optimize.brentq(
        lambda z: p_over_looks(stats.norm.sf(z), day) - alpha, 0.1, 30
    )


@pytest.mark.parametrize("alpha", [0.05, 0.007])
def test_looking_every_day_of_half_a_year_crosses_the_line_as_often_as_stated(alpha):
    rng = np.random.default_rng(182)
    days = np.arange(1, HORIZON_DAYS + 1)
    line = np.array([line_through(alpha, day) for day in days]) * np.sqrt(days)
    crossed = np.zeros(0, bool)
    for _ in range(4):  # in parts, for memory
        walks = rng.normal(size=(10_000, HORIZON_DAYS)).cumsum(axis=1)
        crossed = np.r_[crossed, (walks >= line).any(axis=1)]
    margin = 3 * math.sqrt(alpha / crossed.size)
    # Days are steps: a little less often than a continuous walk.
    assert 0.7 * alpha <= crossed.mean() <= alpha + margin


def test_after_half_a_year_the_line_rises_so_that_two_years_add_less_than_once_more():
    rng = np.random.default_rng(9)
    weeks = np.arange(1, 105)
    z = rng.normal(size=(40_000, 104)).cumsum(axis=1) / np.sqrt(weeks)
    alpha = 0.02
    crossed = z >= np.array([line_through(alpha, 7 * week) for week in weeks])
    first, ever = crossed[:, :26].any(axis=1).mean(), crossed.any(axis=1).mean()
    assert first <= alpha + 0.002
    assert ever <= 2 * alpha


def test_the_line_of_the_horizon_goes_on_without_a_jump():
    for p in (0.2, 0.01, 1e-6):
        before, after = (p_over_looks(p, HORIZON_DAYS + d) for d in (0, 1))
        assert after == pytest.approx(before, rel=0.02)


def test_four_windows_and_two_directions_make_one_true_p():
    rng = np.random.default_rng(6)
    intake = rng.normal(size=(4_000, 195))
    noise = rng.normal(size=(4_000, 182))
    kernels = [np.ones(1), np.ones(3), np.ones(7), 0.5 ** (np.arange(14) / 5)]
    z = np.empty((4_000, 4))
    for i, (x, y) in enumerate(zip(intake, noise, strict=True)):
        for w, kernel in enumerate(kernels):
            past = np.convolve(x, kernel)[13:195]
            z[i, w] = past @ y / math.sqrt(past @ past)
    for sign in (-1, 0, 1):
        p = np.array([combined_p(one, sign) for one in z])
        assert (p <= 0.02).mean() <= 0.02 + 3 * math.sqrt(0.02 * 0.98 / 4_000)
        assert (p <= 0.02).mean() >= 0.008


def test_a_window_that_cannot_be_tested_never_helps():
    full = combined_p(np.array([3.0, 0.1, 0.2, 0.3]), 1)
    assert combined_p(np.array([3.0, np.nan, np.nan, np.nan]), 1) > full * 0.99
    assert combined_p(np.full(4, np.nan), 1) == 1.0


def test_the_expected_direction_counts_for_more():
    z = np.array([2.5, 2.0, 1.0, 0.5])
    assert combined_p(z, 1) < combined_p(z, 0) < combined_p(z, -1)


@given(st.integers(1, 8), st.integers(0, 3))
def test_the_budget_is_spent_once(n_pairs, n_asked):
    pairs = [("s", str(i)) for i in range(n_pairs)]
    parts = shares(pairs, set(pairs[:n_asked]))
    assert sum(parts.values()) == pytest.approx(1)
    if 0 < n_asked < n_pairs:
        assert sum(parts[p] for p in pairs[:n_asked]) == pytest.approx(0.5)


def test_wilson_limits_agree_with_scipy():
    for ill, nights in [(3, 10), (0, 8), (12, 12)]:
        theirs = stats.binomtest(ill, nights).proportion_ci(0.90, "wilson")
        assert wilson(ill / nights, nights) == pytest.approx(
            (theirs.low, theirs.high), abs=1e-9
        )


def test_the_newcombe_interval_is_the_published_one():
    # Newcombe 1998, method 10, 56/70 against 48/80 (95 %: 0.0524 to 0.3339); here 90 %.
    ill = np.r_[np.ones(56), np.zeros(14), np.ones(48), np.zeros(32)] > 0
    exposure = np.r_[np.full(70, 2.0), np.full(80, 1.0)]
    seen = count_effect(ill, exposure, direction=1, inflation=1.0, df=100)
    assert (seen.symptom_nights_on_side, seen.nights_on_side) == (56, 70)
    assert 0.0524 < seen.gap_low < 0.2 < seen.gap_high < 0.3339


def test_an_early_hint_says_when_it_may_be_seen():
    more = days_to_reach(0.03, p=0.004, shrinkage=0.9, elapsed_days=84)
    assert more is not None
    assert 7 <= more <= 182
    assert days_to_reach(0.03, p=0.6, shrinkage=0.9, elapsed_days=84) is None
