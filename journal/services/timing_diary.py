"""From journal days to the diary that the patterns are looked for in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from journal.domain.knowledge import Knowledge
from journal.domain.nutrition import day_intake
from journal.domain.records import DayRecord, FoodStatus
from journal.domain.weekly import answers_of
from journal.patterns import Diary
from journal.services.timing_pairs import Pair, expected_sign, part_of

Floats = npt.NDArray[np.float64]

#: A year is read and no more (docs/decisions/0016): what was there only before that is
#: history, which is kept as it was said.
DAYS_READ: Final = 364

_TICKS: Final = {FoodStatus.COMPLETE: 1.0, FoodStatus.PARTIAL: 0.0}
_UNKNOWN: Final = float("nan")


def first_day_read(last: date) -> date:
    """Return the first day that patterns up to `last` look at."""
    return last - timedelta(days=DAYS_READ - 1)


def diary_of(
    records: Sequence[DayRecord],
    *,
    pairs: Sequence[Pair],
    questions: Mapping[Pair, date],
    knowledge: Knowledge,
) -> Diary:
    """Return consecutive days as columns, from the first day that was logged.

    Row t holds what was eaten on day t and the night after it, or, for a symptom that
    is asked of the day, the day after it: what was eaten comes first. What was not
    answered is NaN, never 0. `questions` maps a pair to the day it was asked.
    """
    begun = next((n for n, one in enumerate(records) if one.is_logged), len(records))
    days = records[begun:]
    symptoms = sorted({symptom for symptom, _ in pairs})
    factors = sorted({factor for _, factor in pairs})
    in_meals = tuple(
        factor for factor in factors if factor.endswith(("_mg", "_g", "_ug"))
    )
    nutrients = tuple(f for f in in_meals if f not in {"alcohol_g", "caffeine_mg"})
    columns = {factor: _factor(days, factor) for factor in factors}
    asked_on = {
        pair: np.datetime64(asked)
        for pair, asked in questions.items()
        if days and asked > days[0].day
    }
    return Diary(
        days=np.array([one.day for one in days], dtype="datetime64[D]"),
        symptoms={each: _severity(days, each, knowledge) for each in symptoms},
        factors={factor: amounts for factor, (amounts, _) in columns.items()},
        meals_logged=np.array([float(_meals(one)) for one in days]),
        energy_kcal=np.array([day_intake(one, "energy_kcal").food for one in days]),
        day_complete=np.array(
            [
                _TICKS.get(one.food_status, _UNKNOWN) if one.food_status else _UNKNOWN
                for one in days
            ]
        ),
        known_share={factor: columns[factor][1] for factor in nutrients},
        meal_factors=nutrients,
        expected_sign={each: expected_sign(each, knowledge) for each in factors},
        questions=tuple(questions),
        asked_on=asked_on,
        pairs=tuple(pairs),
    )


def _severity(days: Sequence[DayRecord], symptom: str, knowledge: Knowledge) -> Floats:
    part = part_of(symptom, knowledge)
    answers = [answers_of(one, part).get(symptom) for one in days]
    if part == "day":
        answers = [*answers[1:], None]
    return np.array(
        [_UNKNOWN if a is None else float(a.severity_0_10) for a in answers]
    )


def _meals(record: DayRecord) -> int:
    return len(record.meals_answered)


def _factor(days: Sequence[DayRecord], factor: str) -> tuple[Floats, Floats]:
    """Return the daily amounts and the share of the day's food they are known for."""
    if factor in {"exercise_min", "sun_min"}:
        values = [getattr(one, factor) for one in days]
        amounts = np.array([_UNKNOWN if v is None else float(v) for v in values])
        return amounts, np.ones(len(days))
    if factor in {"alcohol_g", "caffeine_mg"}:
        return np.array([_drug(one, factor) for one in days]), np.ones(len(days))
    in_tablets = any(t.amounts.get(factor) for one in days for t in one.supplements)
    found = [_nutrient(one, factor, in_tablets=in_tablets) for one in days]
    return np.array([a for a, _ in found]), np.array([share for _, share in found])


def _nutrient(
    record: DayRecord, factor: str, *, in_tablets: bool
) -> tuple[float, float]:
    intake = day_intake(record, factor)
    share = intake.known_share_0_1
    if in_tablets and not record.supplements_answered:
        return _UNKNOWN, share  # whether a tablet was taken is not known
    if factor == "water_g" and record.water_ml is None:
        return _UNKNOWN, share
    # The method divides by the share; what is known exactly must not grow by that.
    exact = intake.supplements
    if factor == "water_g":
        exact += record.water_ml or 0.0
    return intake.food + intake.supplements - exact + exact * share, share


def _drug(record: DayRecord, factor: str) -> float:
    """Return alcohol or caffeine: as answered, else as the food log holds it.

    Food without any is no answer to the question, even on a complete day.
    """
    stated = record.alcohol_g if factor == "alcohol_g" else record.caffeine_mg
    if stated is not None:
        return day_intake(record, factor).total
    if not record.is_food_complete:
        return _UNKNOWN
    held = [item for item in record.items if item.per_100_g.get(factor, 0.0) > 0]
    if not held or any(item.amount_g is None for item in held):
        return _UNKNOWN
    return day_intake(record, factor).total
