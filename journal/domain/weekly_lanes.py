"""Tablets and sun day by day: taken, not taken and not answered kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.records import DayRecord
from journal.domain.weekly import MarkKind

#: More products than this make a picture that nobody reads; the table has them all.
MOST_PRODUCTS = 5
#: Minutes of sun at which a mark grows by a step.
SUN_STEPS_MIN = (15, 30, 60)


@dataclass(frozen=True, slots=True)
class LaneMark:
    """One day of a lane; `words` is what a table says in its place."""

    day: date
    kind: MarkKind
    size_1_4: int
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One product, or the sun, over consecutive days."""

    label: str
    marks: tuple[LaneMark, ...]

    @property
    def had(self) -> int:
        """On how many days there was some."""
        return sum(mark.kind == "had" for mark in self.marks)

    @property
    def answered(self) -> int:
        """How many days have an answer."""
        return sum(mark.kind in {"had", "none"} for mark in self.marks)


def lanes_of(records: Sequence[DayRecord], *, today: date) -> tuple[Lane, ...]:
    """Return a lane per product taken in these days, then the sun if it was answered.

    A day on which tablets were not answered is open, not a day without them.
    """
    taken = Counter(one.name for record in records for one in record.supplements)
    lanes = [
        Lane(name, tuple(_product_mark(record, name, today) for record in records))
        for name, _ in taken.most_common(MOST_PRODUCTS)
    ]
    if any(record.sun_min is not None for record in records):
        marks = tuple(_sun_mark(record, today) for record in records)
        lanes.append(Lane("Sun on skin", marks))
    return tuple(lanes)


def _product_mark(record: DayRecord, name: str, today: date) -> LaneMark:
    doses = sum(one.doses for one in record.supplements if one.name == name)
    if record.day > today:
        return LaneMark(record.day, "ahead", 1, "")
    if doses:
        return LaneMark(record.day, "had", 2 if doses < 2 else 3, f"{doses:g}")
    if record.supplements_answered:
        return LaneMark(record.day, "none", 1, "none")
    return LaneMark(record.day, "open", 1, "not answered")


def _sun_mark(record: DayRecord, today: date) -> LaneMark:
    minutes = record.sun_min
    if record.day > today:
        return LaneMark(record.day, "ahead", 1, "")
    if minutes is None:
        return LaneMark(record.day, "open", 1, "not answered")
    if minutes == 0:
        return LaneMark(record.day, "none", 1, "none")
    size = 1 + sum(minutes >= step for step in SUN_STEPS_MIN)
    return LaneMark(record.day, "had", size, f"{minutes:g} min")
