"""Energy and water a day, told without any word on whether that is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.nutrition import day_intake
from journal.domain.records import DayRecord
from journal.domain.targets import Person, Target, TargetTable
from journal.patterns.shortfall import SMALLEST_KNOWN_SHARE
from journal.services.report_food_words import amount, mean_words

#: Energy is said to this many kcal: a diary knows no more.
ENERGY_STEP_KCAL = 10
WATER_STEP_ML = 50


@dataclass(frozen=True, slots=True)
class PlainAmount:
    """The mean of one thing over the complete days that know it, without a verdict.

    `low` counts what has a figure, `high` takes the rest to be alike; both None
    when no day knows it, `high` also where too little of the food has a figure.
    """

    key: str
    name: str
    unit: str
    n_days: int
    low: float | None
    high: float | None
    says: str


def plain_amounts(
    records: Sequence[DayRecord], *, person: Person, targets: TargetTable
) -> tuple[PlainAmount, ...]:
    """Return energy and water over the complete days given.

    A day without an answer about drinking has no amount of water.
    """
    complete = [record for record in records if record.is_food_complete]
    energy = [
        day
        for day in (_day(record, "energy_kcal") for record in complete)
        if day is not None
    ]
    answered = [record for record in complete if record.water_ml is not None]
    water = [
        day
        for day in (_day(record, "water_g") for record in answered)
        if day is not None
    ]
    return (
        _amount("energy_kcal", "Energy", "kcal", energy, step=ENERGY_STEP_KCAL),
        _amount(
            "water_g",
            "Water",
            "ml",
            water,
            step=WATER_STEP_ML,
            enough=_water_enough(person, targets),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Day:
    exact: float
    from_food: float
    known_share: float


def _day(record: DayRecord, key: str) -> _Day | None:
    intake = day_intake(record, key)
    exact = intake.supplements
    if key == "water_g":
        exact += record.water_ml or 0.0
    if intake.known_share_0_1 == 0 and exact == 0:
        return None
    return _Day(exact, intake.total - exact, intake.known_share_0_1)


def _amount(
    key: str,
    name: str,
    unit: str,
    days: Sequence[_Day],
    *,
    step: int,
    enough: str = "",
) -> PlainAmount:
    if not days:
        asked = "Drinking was not answered" if key == "water_g" else "No food is known"
        return PlainAmount(
            key, name, unit, 0, None, None, f"{asked} on any full day yet."
        )
    n = len(days)
    exact = sum(day.exact for day in days) / n
    food = sum(day.from_food for day in days) / n
    share = sum(day.known_share for day in days) / n
    low = exact + food
    high = exact + food / share if share >= SMALLEST_KNOWN_SHARE else None
    words = mean_words(
        _rounded(low, step), None if high is None else _rounded(high, step), unit
    )
    over = f"Over {n} full day{'s' if n != 1 else ''}"
    if key == "water_g":
        over += " with an answer about drinking; food and drink together"
    return PlainAmount(
        key,
        name,
        unit,
        n,
        low,
        high,
        " ".join(filter(None, (words, f"{over}.", enough))),
    )


def _rounded(value: float, step: int) -> float:
    return float(round(value / step) * step)


def _water_enough(person: Person, targets: TargetTable) -> str:
    found = targets.for_person(person, "water_g")
    if not isinstance(found, Target) or found.ai is None:
        return ""
    return (
        f"About {amount(found.ai, 'ml')} is held to be enough; below that nothing can "
        "be said."
    )
