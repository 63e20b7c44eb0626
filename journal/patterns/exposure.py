"""From a diary to what was eaten before each night: completeness, amounts, windows."""

import numpy as np
import numpy.typing as npt

from journal.patterns.diary import Diary

Floats = npt.NDArray[np.float64]

WINDOWS = ("that day", "three days", "week", "two weeks")
# A day is judged against the person's own usual day (medians).
ENERGY_ALONE, ENERGY_WITH_MEALS, MEALS = 0.85, 0.60, 0.60
SMALLEST_KNOWN_SHARE = 0.70
# One feast in half a year is one event, whatever the windows make of it.
SMALLEST_DIFFERENT_DAYS = 6
_LARGEST_RATIO = 1e12  # a slip of the keyboard, not a meal
_TWO_WEEKS = 0.5 ** (np.arange(14) / 5)  # half-life of five days
_KERNELS = (np.ones(1), np.ones(3), np.ones(7), _TWO_WEEKS)  # weight of each day back
_SMALLEST_KNOWN_WEIGHT = 0.25


def complete_days(diary: Diary) -> npt.NDArray[np.bool_]:
    """Return which days were logged completely, shape (n,).

    A tick decides; otherwise energy and number of meals against the person's own
    medians. With neither recorded, every day counts.
    """
    n = diary.days.size
    energy, meals = diary.energy_kcal, diary.meals_logged
    complete = np.ones(n, dtype=bool)
    meal_ratio = _ratio_to_usual(meals) if meals is not None else None
    if energy is not None:
        typical = energy if meal_ratio is None else energy[meal_ratio >= MEALS]
        ratio = _ratio_to_usual(energy, typical)
        complete = ratio >= ENERGY_ALONE
        if meal_ratio is not None:
            complete |= (ratio >= ENERGY_WITH_MEALS) & (meal_ratio >= MEALS)
    elif meal_ratio is not None:
        complete = meal_ratio >= MEALS
    if diary.day_complete is not None:
        ticked = ~np.isnan(diary.day_complete)
        complete = np.where(ticked, diary.day_complete == 1.0, complete)
    return complete


def _ratio_to_usual(values: Floats, typical: Floats | None = None) -> Floats:
    """Return values over the person's median of days with anything; NaN becomes 0."""
    sample = values if typical is None else typical
    sample = sample[sample > 0]
    if sample.size == 0:
        return np.zeros(values.size)
    scale = sample.max()  # so that nothing overflows below
    usual = float(np.median(sample / scale))
    return np.asarray(np.nan_to_num(values / scale / usual))


def daily_amounts(diary: Diary) -> dict[str, Floats]:
    """Return each factor's daily amount, free of its unit; NaN where not usable.

    log(1 + amount / own median of days with any): the same for mg and g, and defined
    for a day without alcohol. Below zero (degrees of frost) it is the mirror image.
    """
    complete = complete_days(diary)
    amounts: dict[str, Floats] = {}
    for name in sorted(diary.factors):
        amount = diary.factors[name]
        largest = np.abs(amount[~np.isnan(amount)]).max(initial=0.0)
        if largest > 0:
            amount = amount / largest  # so that nothing overflows below
        if name in diary.meal_factors:
            amount = np.where(complete, amount, np.nan)
        if name in diary.known_share:
            share = diary.known_share[name]
            enough = share >= SMALLEST_KNOWN_SHARE
            amount = np.where(enough, amount / np.where(enough, share, 1.0), np.nan)
        size = np.abs(amount)
        something = size[size > 0]
        usual = float(np.median(something)) if something.size else 1.0
        with np.errstate(over="ignore"):
            relative = np.minimum(size / usual, _LARGEST_RATIO)
        # Rounding keeps ties ties when the unit changes.
        logged: Floats = np.copysign(np.log1p(relative), amount)
        amounts[name] = np.round(logged, 9)
    return amounts


def windowed(amount: Floats) -> Floats:
    """Return how the days before each night differed from usual, shape (4, n).

    The mean difference from the person's own mean over each window. A day that is not
    known counts as a usual one, the best guess for days that do not follow each other
    (their correlation is about 0 in real diets): the less is known of a window, the
    nearer it is to 0. Under a quarter known is NaN.
    """
    n = amount.size
    known = ~np.isnan(amount)
    if not known.any():
        return np.full((len(WINDOWS), n), np.nan)
    differs = np.where(known, amount - amount[known].mean(), 0.0)
    rows = []
    for kernel in _KERNELS:
        mean = np.convolve(differs, kernel)[:n] / kernel.sum()
        weight = np.convolve(known.astype(float), kernel)[:n] / kernel.sum()
        enough = weight >= _SMALLEST_KNOWN_WEIGHT - 1e-9
        rows.append(np.where(enough, np.round(mean, 9), np.nan))
    return np.array(rows)


def known_amounts(diary: Diary, factor: str) -> Floats:
    """Return the daily amounts that the test rests on, in the factor's own unit.

    NaN on days that are incomplete or too little known; else as if all food had a
    figure.
    """
    amount = diary.factors[factor]
    if factor in diary.meal_factors:
        amount = np.where(complete_days(diary), amount, np.nan)
    if factor in diary.known_share:
        share = diary.known_share[factor]
        enough = share >= SMALLEST_KNOWN_SHARE
        amount = np.where(enough, amount / np.where(enough, share, 1.0), np.nan)
    return amount


def mean_before(amount: Floats, window: str) -> Floats:
    """Return the mean amount a day over one window before each night, shape (n,).

    Over the days that are known; NaN where `windowed` has none.
    """
    n = amount.size
    if n == 0:
        return amount
    known = ~np.isnan(amount)
    kernel = _KERNELS[WINDOWS.index(window)]
    total = np.convolve(np.where(known, amount, 0.0), kernel)[:n]
    weight = np.convolve(known.astype(float), kernel)[:n]
    enough = weight >= _SMALLEST_KNOWN_WEIGHT * kernel.sum() - 1e-9
    return np.where(enough, total / np.where(enough, weight, 1.0), np.nan)


def varies(amount: Floats) -> bool:
    """Return whether enough known days differ from the most frequent amount."""
    _, count = np.unique(amount[~np.isnan(amount)], return_counts=True)
    return bool(count.sum() - count.max(initial=0) >= SMALLEST_DIFFERENT_DAYS)
