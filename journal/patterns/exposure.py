"""From a diary to what was eaten before each night: completeness, amounts, windows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

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


@dataclass(frozen=True, eq=False)
class Diary:
    """One person's days; row t is day t and the night or day that follows it.

    Parameters
    ----------
    days : ndarray of datetime64[D], shape (n,)
        Consecutive calendar days.
    symptoms : mapping of name to ndarray of shape (n,)
        Severity 0-10 after the meals of day t; 0 answered none, NaN not answered.
    factors : mapping of name to ndarray of shape (n,)
        Daily totals in any unit; NaN not known.
    meals_logged, energy_kcal : ndarray of shape (n,), optional
        What completeness is judged by; NaN not known.
    day_complete : ndarray of shape (n,), optional
        1 ticked complete, 0 ticked partial, NaN not ticked; a tick overrides.
    known_share : mapping of factor to ndarray of shape (n,)
        Share 0-1 of the day's food with a value; under 0.70 the day is not known.
    meal_factors : tuple of str
        Factors that come from meals: not known on incomplete days.
    expected_sign : mapping of factor to {-1, 0, 1}
        -1 worse when low, +1 worse when high, 0 no expectation (default).
    questions : tuple of (symptom, factor)
        Pairs the person asked to have watched, before the data.
    asked_on : mapping of (symptom, factor) to datetime64[D]
        For a question asked later: only nights from that day on count for it.
    pairs : tuple of (symptom, factor), optional
        The only pairs that are tested, beside the questions; they share the budget.
        Empty: every symptom with every factor.

    Raises
    ------
    ValueError
        Days not consecutive, shapes differ, a value that is no number or infinite,
        severity outside 0-10, meals or energy negative, a share or tick outside 0-1,
        a name that is not in the diary, more than three questions.
    """

    days: npt.NDArray[np.datetime64]
    symptoms: Mapping[str, Floats]
    factors: Mapping[str, Floats]
    meals_logged: Floats | None = None
    energy_kcal: Floats | None = None
    day_complete: Floats | None = None
    known_share: Mapping[str, Floats] = field(default_factory=dict)
    meal_factors: tuple[str, ...] = ()
    expected_sign: Mapping[str, int] = field(default_factory=dict)
    questions: tuple[tuple[str, str], ...] = ()
    asked_on: Mapping[tuple[str, str], np.datetime64] = field(default_factory=dict)
    pairs: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        days = np.asarray(self.days, dtype="datetime64[D]")
        if days.ndim != 1 or np.isnat(days).any():
            raise ValueError("days must be one row of dates")
        if days.size > 1 and (np.diff(days).astype(int) != 1).any():
            raise ValueError("days must be consecutive: sorted, none twice, no gaps")
        object.__setattr__(self, "days", days)
        limits = {
            "symptoms": (0.0, 10.0),
            "factors": (-np.inf, np.inf),
            "known_share": (0.0, 1.0),
        }
        for name, within in limits.items():
            columns = getattr(self, name)
            checked = {k: self._column(k, v, within) for k, v in columns.items()}
            object.__setattr__(self, name, checked)
        limits = {
            "meals_logged": (0.0, np.inf),
            "energy_kcal": (0.0, np.inf),
            "day_complete": (0.0, 1.0),
        }
        for name, within in limits.items():
            values = getattr(self, name)
            if values is not None:
                object.__setattr__(self, name, self._column(name, values, within))
        self._check_names()

    def _column(self, name: str, values: Floats, within: tuple[float, float]) -> Floats:
        try:
            column = np.array(values, dtype=float)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{name}: numbers are needed, NaN for none") from error
        if column.shape != self.days.shape:
            raise ValueError(f"{name}: one value per day is needed")
        known = column[~np.isnan(column)]
        if np.isinf(known).any():
            raise ValueError(f"{name}: values must be finite")
        lowest, highest = within
        if (known < lowest).any():
            raise ValueError(f"{name}: values must not be negative")
        if (known > highest).any():
            raise ValueError(f"{name}: values must not be over {highest:g}")
        return column

    def _check_names(self) -> None:
        named = {*self.known_share, *self.meal_factors, *self.expected_sign}
        unknown = named - set(self.factors)
        if unknown:
            raise ValueError(f"not a factor of this diary: {sorted(unknown)}")
        if not set(self.expected_sign.values()) <= {-1, 0, 1}:
            raise ValueError("expected_sign must be -1, 0 or +1")
        try:
            questions = tuple((str(s), str(f)) for s, f in self.questions)
        except (TypeError, ValueError) as error:
            raise ValueError("questions must be pairs (symptom, factor)") from error
        object.__setattr__(self, "questions", questions)
        for symptom, factor in (*questions, *self.asked_on, *self.pairs):
            if symptom not in self.symptoms or factor not in self.factors:
                raise ValueError(f"not a pair of this diary: {symptom}, {factor}")
        if len(set(questions)) > 3:
            raise ValueError("at most three questions at a time")


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
    return np.nan_to_num(values / np.median(sample))


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


def varies(amount: Floats) -> bool:
    """Return whether enough known days differ from the most frequent amount."""
    _, count = np.unique(amount[~np.isnan(amount)], return_counts=True)
    return bool(count.sum() - count.max(initial=0) >= SMALLEST_DIFFERENT_DAYS)
