"""One person's days as columns, and what is wrong by contract said clearly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Pair = tuple[str, str]


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
        Days that are no dates or not consecutive, shapes differ, a value that is no
        number or infinite, severity outside 0-10, meals or energy negative, a share
        outside 0-1, a tick that is neither 0 nor 1, a name that is no text or not in
        the diary, a question asked on no day, more than three questions.
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
        self._set("days", _consecutive(self.days))
        self._check_tables()
        self._check_columns()
        self._check_forms()
        self._check_names()

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)  # as it is kept, before anybody reads it

    def _check_tables(self) -> None:
        limits = {
            "symptoms": (0.0, 10.0),
            "factors": (-np.inf, np.inf),
            "known_share": (0.0, 1.0),
        }
        for name, within in limits.items():
            columns = getattr(self, name)
            if not isinstance(columns, Mapping) or not all(
                isinstance(key, str) for key in columns
            ):
                raise ValueError(f"{name} must give a column for each name")
            checked = {k: self._column(k, v, within) for k, v in columns.items()}
            self._set(name, checked)

    def _check_columns(self) -> None:
        limits = {
            "meals_logged": (0.0, np.inf),
            "energy_kcal": (0.0, np.inf),
            "day_complete": (0.0, 1.0),
        }
        for name, within in limits.items():
            values = getattr(self, name)
            if values is not None:
                self._set(name, self._column(name, values, within))
        ticks = self.day_complete
        if ticks is not None and not (np.isnan(ticks) | np.isin(ticks, (0, 1))).all():
            raise ValueError("day_complete: a tick is 1, 0 or NaN")

    def _column(self, name: str, values: Floats, within: tuple[float, float]) -> Floats:
        if np.ma.isMaskedArray(values):
            values = np.ma.filled(values.astype(float), np.nan)  # masked: not known
        if np.iscomplexobj(values):
            raise ValueError(f"{name}: numbers are needed, NaN for none")
        try:
            column = np.array(values, dtype=float)
        except (TypeError, ValueError, OverflowError) as error:
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

    def _check_forms(self) -> None:
        no_table = [
            name
            for name in ("expected_sign", "asked_on")
            if not isinstance(getattr(self, name), Mapping)
        ]
        if no_table:
            raise ValueError(f"{no_table[0]} must give a value for each name or pair")
        given: object = self.meal_factors
        are_names = isinstance(given, Iterable) and not isinstance(given, str)
        if not are_names:
            raise ValueError("meal_factors must be names, such as (name,)")

    def _check_names(self) -> None:
        named = {*self.known_share, *self.meal_factors, *self.expected_sign}
        unknown = named - set(self.factors)
        if unknown:
            raise ValueError(f"not a factor of this diary: {sorted(unknown)}")
        if not all(sign in (-1, 0, 1) for sign in self.expected_sign.values()):
            raise ValueError("expected_sign must be -1, 0 or +1")
        questions = _pairs("questions", self.questions)
        pairs = _pairs("pairs", self.pairs)
        asked_on = {pair: _day(day) for pair, day in self.asked_on.items()}
        self._set("questions", questions)
        self._set("pairs", pairs)
        self._set("asked_on", asked_on)
        for symptom, factor in (*questions, *_pairs("asked_on", asked_on), *pairs):
            if symptom not in self.symptoms or factor not in self.factors:
                raise ValueError(f"not a pair of this diary: {symptom}, {factor}")
        if len(set(questions)) > 3:
            raise ValueError("at most three questions at a time")


def _pairs(name: str, given: Iterable[Iterable[str]]) -> tuple[Pair, ...]:
    """Return pairs as they are looked up, or say that something else was given."""
    found = []
    try:
        for pair in given:
            symptom, factor = () if isinstance(pair, str) else pair
            found.append((symptom, factor))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be pairs (symptom, factor)") from error
    return tuple(found)


def _consecutive(given: object) -> npt.NDArray[np.datetime64]:
    """Return the days, or say what is wrong with them."""
    raw = np.asarray(given)
    if raw.size and raw.dtype.kind in "iufb":
        raise ValueError("days must be one row of dates")
    try:
        days = raw.astype("datetime64[D]")
    except (TypeError, ValueError) as error:
        raise ValueError("days must be one row of dates") from error
    if days.ndim != 1 or np.isnat(days).any():
        raise ValueError("days must be one row of dates")
    if days.size > 1 and (np.diff(days).astype(int) != 1).any():
        raise ValueError("days must be consecutive: sorted, none twice, no gaps")
    return days


def _day(given: object) -> np.datetime64:
    """Return the day a question was asked."""
    try:
        day = np.datetime64(np.asarray(given, dtype="datetime64[D]").item(), "D")
    except (TypeError, ValueError) as error:
        raise ValueError("asked_on needs a date for each question") from error
    if np.isnat(day):
        raise ValueError("asked_on needs a date for each question")
    return day
