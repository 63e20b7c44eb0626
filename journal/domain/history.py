"""What another program's export says, as plain records before anything is matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final

from journal.domain.records import Slot

#: Programs whose exports are read, by the name kept with each imported day.
SOURCES: Final[Mapping[str, str]] = {
    "cronometer_servings": "Cronometer, foods",
    "cronometer_daily": "Cronometer, days",
    "mysymptoms": "mySymptoms",
    "bearable": "Bearable",
    "daylio": "Daylio",
    "apple_health": "Apple Health",
}


@dataclass(frozen=True, slots=True)
class PastFood:
    """One food eaten.

    :param amount_label: as the file says it, "2.00 tbsp, whole pieces"; may be empty
    :param amount_g: grams when the file says a weight; otherwise not known
    :param totals: nutrient key to what this amount held by the file; a nutrient
        without a figure has no key
    """

    line: int
    day: date
    slot: Slot
    name: str
    amount_label: str = ""
    amount_g: float | None = None
    totals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastSymptom:
    """One answer to a symptom; severity 0 is "none".

    :param at: wall clock if the file tells it
    :param original: the value before it was put on the scale from 0 to 10, in words
    """

    line: int
    day: date
    name: str
    severity_0_10: int
    at: time | None = None
    original: str = ""
    duration_min: int | None = None
    note: str = ""
    is_night: bool | None = None


@dataclass(frozen=True, slots=True)
class PastFact:
    """A figure about a day: `name` is a column of the day, "water_ml"."""

    line: int
    day: date
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class PastNote:
    """Words about a day that have no place of their own."""

    line: int
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class PastTotals:
    """Sums of a whole day by the other program; whether it was called complete."""

    line: int
    day: date
    totals: Mapping[str, float]
    is_completed: bool | None


PastRow = PastFood | PastSymptom | PastFact | PastNote | PastTotals


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row of the file that cannot be read, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class History:
    """One export, read to its end.

    :param columns: pairs of a column's name and what becomes of it
    :param asks_date_order: whether 3/4/2026 could be either day
    """

    source: str
    rows: Sequence[PastRow]
    unreadable: Sequence[Unreadable] = ()
    columns: Sequence[tuple[str, str]] = ()
    asks_date_order: bool = False


def slot_at(at: time | None, said: str = "") -> Slot:
    """Return the meal that a name or else a time of day stands for; else a snack."""
    word = said.strip().casefold().rstrip("s")
    for slot in Slot:
        if word and slot.value.rstrip("s") == word:
            return slot
    if at is None:
        return Slot.SNACKS
    for before, slot in (
        (time(4), Slot.SNACKS),
        (time(10, 30), Slot.BREAKFAST),
        (time(11, 30), Slot.SNACKS),
        (time(15), Slot.LUNCH),
        (time(17), Slot.SNACKS),
        (time(21, 30), Slot.DINNER),
    ):
        if at < before:
            return slot
    return Slot.SNACKS
