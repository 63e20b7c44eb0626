"""A rhythm of about a month in the symptoms: a cycle, a pay day, a shift plan."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Days of one turn. Half a year holds six; under 75 days nobody could tell.
_PERIODS = np.arange(24.0, 37.0)
_SMALLEST_DAYS = 75
# Power of the clearest period, 1 on average where nights are alike. Chance alone passes
# it in about one symptom in seven.
_CLEAR_POWER = 4.0
# Of all symptoms together, how rare a shared rhythm by chance (normal deviate of 2 %),
# and the nights that a symptom needs to be asked.
_UPPER_2_PERCENT = 2.054
_SMALLEST_NIGHTS = 50


def shared_period_days(
    whitened: Floats, answered: npt.NDArray[np.bool_]
) -> float | None:
    """Return the period that all symptoms together show; None where none is clear.

    A rhythm too faint for each symptom alone is clear where several have it. The mean
    power of independent symptoms without one is a gamma variable of that many parts;
    its upper 2 % (Wilson and Hilferty 1931) is the line.

    Parameters
    ----------
    whitened : ndarray of shape (symptoms, n)
        The symptoms freed of spells, weekday and trend; 0 on unanswered nights.
    answered : ndarray of bool, shape (symptoms, n)
        Nights with a value.
    """
    total = (whitened * whitened).sum(axis=1)
    told = (total > 1e-9) & (answered.sum(axis=1) >= _SMALLEST_NIGHTS)
    count, n = int(told.sum()), whitened.shape[1]
    if n < _SMALLEST_DAYS or count < 2:
        return None
    angle = 2 * np.pi * np.arange(n)[:, None] / _PERIODS
    unit = whitened[told] / np.sqrt(total[told])[:, None]
    power = ((unit @ np.cos(angle)) ** 2 + (unit @ np.sin(angle)) ** 2).mean(axis=0)
    line = (1 - 1 / (9 * count) + _UPPER_2_PERCENT / (3 * count**0.5)) ** 3
    if power.max() < line:
        return None
    return float(_PERIODS[int(power.argmax())])


def month_wave(
    whitened: Floats,
    answered: npt.NDArray[np.bool_],
    shared_days: float | None = None,
) -> Floats | None:
    """Return the waves to hold fixed beside weekday and trend, shape (n, 4).

    Sine and cosine of the symptom's clearest period of 24 to 36 days, each twice: a
    quarter turn more and less over the whole diary, so that turns may differ by days.
    0 on unanswered nights; None where no such period is clear. Food has no say in it: a
    test that holds them fixed stays true, given the symptom, for food that has nothing
    to do with it.

    Parameters
    ----------
    whitened : ndarray of shape (n,)
        The symptom freed of spells, weekday and trend; 0 on unanswered nights.
    answered : ndarray of bool, shape (n,)
        Nights with a value.
    shared_days : float or None
        The period that all symptoms together show, held where none is clear here.
    """
    n, total = whitened.size, float(whitened @ whitened)
    if n < _SMALLEST_DAYS or total <= 1e-9:
        return None
    turns = 2 * np.pi * np.arange(n)
    angle = turns[:, None] / _PERIODS
    power = (whitened @ np.cos(angle)) ** 2 + (whitened @ np.sin(angle)) ** 2
    if power.max() >= _CLEAR_POWER * total:
        shared_days = float(_PERIODS[int(power.argmax())])
    if shared_days is None:
        return None
    clearest = 1 / shared_days
    both = turns[:, None] * (clearest + np.array([-0.25, 0.25]) / n)
    waves = np.concatenate([np.cos(both), np.sin(both)], axis=1)
    return np.asarray(waves * answered[:, None])
