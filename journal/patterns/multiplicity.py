"""One error budget over windows, directions, pairs and looks."""

import math
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from journal.patterns.iom import normal_cdf

Floats = npt.NDArray[np.float64]

# Half a year: the horizon that the boundary is drawn for.
HORIZON_DAYS = 182
# Under the promised 5 % and 20 % of people: most people have few real links, and of
# what is shown not more than one in ten (recurring) or five (possible) may be chance.
RECURRING, POSSIBLE = 0.04, 0.15
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

    Up to the horizon: a Brownian motion with the same p today crosses the line
    through today's point, level in B = z√t, with probability 2(1 − Φ(z√t))
    (reflection principle; O'Brien & Fleming's boundary with endless looks). Beyond:
    2p·t³, so that the years together add less than the first half-year did.
    """
    if p >= 0.5:
        return 1.0
    t = elapsed_days / HORIZON_DAYS
    if t >= 1:
        return min(1.0, 2 * p * t**_AFTER_HORIZON_POWER)
    z = -_NORMAL.inv_cdf(max(p, 1e-300))
    return min(1.0, 2 * normal_cdf(-z * math.sqrt(t)))


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
    for more in range(7, 365, 7):
        later = elapsed_days + more
        grown = z * math.sqrt(later / elapsed_days)
        if p_over_looks(normal_cdf(-grown), later) <= goal:
            return more
    return None
