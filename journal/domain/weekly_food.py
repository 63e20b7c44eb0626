"""Which days were logged fully, what they contained, and what is missing and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.domain.nutrition import REPORTED_KEYS, Intake, day_intake
from journal.domain.records import DayRecord, FoodStatus, Slot

DayStatus = Literal["complete", "partial", "not_logged"]

SLOT_WORDS = {
    Slot.BREAKFAST: "breakfast",
    Slot.LUNCH: "lunch",
    Slot.DINNER: "dinner",
    Slot.SNACKS: "snacks",
    Slot.DRINKS: "drinks",
}


@dataclass(frozen=True, slots=True)
class DayFood:
    """One day's food: its status and the intake of each reported nutrient.

    On a day that is not logged `intakes` is empty: nothing is known, not zero.
    Without `drinking_answered` the water is only that of the food.
    """

    day: date
    status: DayStatus
    intakes: Mapping[str, Intake]
    drinking_answered: bool


@dataclass(frozen=True, slots=True)
class FoodCoverage:
    """How many days of a stretch were logged fully, in part, and not at all."""

    complete: int
    partial: int
    not_logged: int

    @property
    def days(self) -> int:
        """All days that have come."""
        return self.complete + self.partial + self.not_logged


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not known, in words; `day` is where it can be answered."""

    text: str
    action: str = ""
    day: date | None = None


def day_status(record: DayRecord) -> DayStatus:
    """Return how fully the day's food was logged.

    Foods, or a meal answered "none", without the word that this was all count as
    partial: they are never taken for a day of little food. "Complete" without any
    food is a fast that was stated.
    """
    if record.food_status is FoodStatus.COMPLETE:
        return "complete"
    if record.items or record.skipped or record.food_status is FoodStatus.PARTIAL:
        return "partial"
    return "not_logged"


def day_food(record: DayRecord, keys: Iterable[str] = REPORTED_KEYS) -> DayFood:
    """Return status and intakes of one day."""
    status = day_status(record)
    intakes = (
        {} if status == "not_logged" else {key: day_intake(record, key) for key in keys}
    )
    return DayFood(record.day, status, intakes, record.water_ml is not None)


def coverage(records: Iterable[DayRecord], *, today: date) -> FoodCoverage:
    """Count the days up to `today` by status."""
    statuses = [day_status(record) for record in records if record.day <= today]
    return FoodCoverage(
        complete=statuses.count("complete"),
        partial=statuses.count("partial"),
        not_logged=statuses.count("not_logged"),
    )


def food_gaps(records: Sequence[DayRecord], *, today: date) -> list[Gap]:
    """Return what the food log of these days leaves open, oldest first."""
    gaps = []
    for record in records:
        if record.day > today:
            continue
        status = day_status(record)
        name = f"{record.day:%A}"
        if status == "partial":
            gaps.append(Gap(_partial_words(name, record), "Finish it", record.day))
        elif status == "not_logged" and record.day < today:
            gaps.append(Gap(f"{name} has no food yet.", "Add it", record.day))
    return gaps


def _partial_words(name: str, record: DayRecord) -> str:
    slots = list(dict.fromkeys(item.slot for item in record.items))
    if not slots:
        return f"{name} was logged only in part, so it was left out."
    said = " and ".join(SLOT_WORDS[slot] for slot in slots)
    if len(slots) > 2 or record.food_status is None:
        return f"{name}’s food was not marked as all you ate, so it was left out."
    return f"{name} had only {said}, so it was left out."


def night_gaps(records: Sequence[DayRecord], *, today: date) -> list[Gap]:
    """Return the nights before today's that have no answer at all."""
    asked_at_all = any(record.night_answers for record in records)
    return [
        Gap(f"{record.day:%A}’s night has no answer.", "Answer it", record.day)
        for record in records
        if asked_at_all and record.day < today and not record.night_answers
    ]


def unknown_foods(records: Iterable[DayRecord]) -> list[str]:
    """Return foods that have no figures, each once, in order of appearance."""
    names = (
        item.name for record in records for item in record.items if item.food_id is None
    )
    return list(dict.fromkeys(names))
