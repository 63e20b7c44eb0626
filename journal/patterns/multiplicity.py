"""One error budget over windows, directions, pairs and looks."""

import math
from bisect import bisect_left
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from journal.patterns.iom import normal_cdf

Floats = npt.NDArray[np.float64]

# Half a year: the horizon that the boundary is drawn for.
HORIZON_DAYS = 182
# The line to cross rises by this part of itself over the horizon. Against a level line
# it asks for 0.15 more in z at week 26 and for 0.4 to 0.8 less at week 12.
LINE_SLOPE = 0.5
# The budgets, as shares of people shown anything false in half a year. Far under the
# promised 5 % and 20 % on purpose: most people have few real links, and of what is
# shown not more than one in ten (recurring) or five (possible) may be chance. A hint
# that nobody asked for must be the clearest. Halves: see QUESTIONS_SHARE.
RECURRING_ASKED, RECURRING_OTHERS = 0.045, 0.010
POSSIBLE_ASKED, POSSIBLE_OTHERS = 0.130, 0.015
# Where nothing was asked.
RECURRING, POSSIBLE = 0.03, 0.07
QUESTIONS_SHARE = 0.5
EXPECTED_WEIGHT = 0.9
# The harmonic mean p of correlated tests is this much too small near p = 0.001-0.02.
_HARMONIC_CORRECTION = 1.15
_AFTER_HORIZON_POWER = 3
_NORMAL = NormalDist()


def combined_p(z: Floats, expected_sign: int) -> float:
    """Return one p-value for four windows and two directions.

    Weighted harmonic mean of one-sided p-values; `z` has shape (windows,), + when the
    symptom is worse after more; NaN (no test) counts as p = 1.
    """
    weight_up = {1: EXPECTED_WEIGHT, -1: 1 - EXPECTED_WEIGHT, 0: 0.5}[expected_sign]
    total = 0.0
    for one in z:
        if math.isnan(one):
            total += 1.0
            continue
        up, down = max(normal_cdf(-one), 1e-300), max(normal_cdf(one), 1e-300)
        total += weight_up / up + (1 - weight_up) / down
    return min(1.0, _HARMONIC_CORRECTION * len(z) / total)


def p_over_looks(p: float, elapsed_days: int) -> float:
    """Return the p-value that stays true however often the diary is looked at.

    Up to the horizon: evidence walks like a Brownian motion, today at B = z√t. The
    answer is the chance that such a walk ever crosses, by the horizon, the rising line
    a(1 + κt) through today's point: 1 − Φ(a + b) + exp(−2ab)·Φ(b − a), b = κa (Doob
    1949; Siegmund 1985, eq. 3.15). κ = 0 would be O'Brien and Fleming's line. Beyond
    the horizon: the answer for z at t = 1, times t³, so that the years together add
    less than the first half-year did.
    """
    if p >= 0.5:
        return 1.0
    t = elapsed_days / HORIZON_DAYS
    z = -_NORMAL.inv_cdf(max(p, 1e-300))
    inside = min(t, 1.0)
    a = z * math.sqrt(inside) / (1 + LINE_SLOPE * inside)
    b = LINE_SLOPE * a
    crossing = normal_cdf(-a - b) + math.exp(-2 * a * b) * normal_cdf(b - a)
    return min(1.0, crossing * max(t, 1.0) ** _AFTER_HORIZON_POWER)


def shares(
    pairs: list[tuple[str, str]], questions: set[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    """Return each pair's part of the budget; the parts sum to 1."""
    asked = [pair for pair in pairs if pair in questions]
    other = len(pairs) - len(asked)
    if not asked or not other:
        return {pair: 1 / len(pairs) for pair in pairs}
    return {
        pair: QUESTIONS_SHARE / len(asked)
        if pair in questions
        else (1 - QUESTIONS_SHARE) / other
        for pair in pairs
    }


def thresholds(share: float, *, asked: bool, any_asked: bool) -> tuple[float, float]:
    """Return the largest p over all looks that is recurring, and that is possible."""
    if not any_asked:
        return RECURRING * share, POSSIBLE * share
    if asked:
        return RECURRING_ASKED * share, POSSIBLE_ASKED * share
    return RECURRING_OTHERS * share, POSSIBLE_OTHERS * share


def days_to_reach(
    goal: float, *, p: float, shrinkage: float, elapsed_days: int
) -> int | None:
    """Return in how many more days p over looks would fall to `goal`, if it goes on.

    The evidence so far is taken smaller by `shrinkage` (lucky patterns stand out) and
    grows with the root of time; None when a further year would not be enough.
    """
    if p >= 0.5 or elapsed_days < 1:
        return None
    z = -_NORMAL.inv_cdf(max(p, 1e-300)) * shrinkage

    def margin(more: int) -> float:
        later = elapsed_days + more
        grown = z * math.sqrt(later / elapsed_days)
        return goal - p_over_looks(normal_cdf(-grown), later)

    # p falls up to the horizon; beyond it may rise at first, and then falls.
    until_horizon = range(7, max(HORIZON_DAYS - elapsed_days, 0) + 1, 7)
    for span in (until_horizon, range(7, 365, 7)):
        if span and margin(span[-1]) >= 0:
            return span[bisect_left(span, 0.0, key=margin)]
    return None
