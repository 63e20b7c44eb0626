"""A rhythm of about a month in one symptom: a cycle, a pay day, a shift plan."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Days of one turn. Half a year holds six; under 75 days nobody could tell.
_PERIODS = np.arange(24.0, 37.0)
_SMALLEST_DAYS = 75
# Power of the clearest period, 1 on average where nights are alike. Chance alone passes
# it in about one symptom in seven.
_CLEAR_POWER = 4.0


def month_wave(whitened: Floats, answered: npt.NDArray[np.bool_]) -> Floats | None:
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
    """
    n, total = whitened.size, float(whitened @ whitened)
    if n < _SMALLEST_DAYS or total <= 1e-9:
        return None
    turns = 2 * np.pi * np.arange(n)
    angle = turns[:, None] / _PERIODS
    power = (whitened @ np.cos(angle)) ** 2 + (whitened @ np.sin(angle)) ** 2
    if power.max() < _CLEAR_POWER * total:
        return None
    clearest = 1 / _PERIODS[int(power.argmax())]
    both = turns[:, None] * (clearest + np.array([-0.25, 0.25]) / n)
    waves = np.concatenate([np.cos(both), np.sin(both)], axis=1)
    return np.asarray(waves * answered[:, None])
