"""Stretches of journal days that a report may be about: week, month, quarter, any."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from journal.domain.dates import IsoWeek, days_between
from journal.domain.errors import Invalid

Kind = Literal["week", "month", "quarter", "range"]

#: The years that a page can be asked for: all have a week, month and quarter beside.
FIRST_YEAR, LAST_YEAR = 1950, 9998
LONGEST_RANGE_DAYS = 36_525
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """Consecutive journal days from `first` to `last`, both included."""

    kind: Kind
    first: date
    last: date

    @classmethod
    def of(cls, kind: Kind, day: date) -> Self:
        """Return the week, month or quarter that `day` lies in."""
        if kind == "week":
            week = IsoWeek.of(day)
            return cls("week", week.monday, week.sunday)
        if kind == "month":
            return cls("month", day.replace(day=1), _month_end(day))
        if kind == "quarter":
            first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
            return cls(
                "quarter", first, _month_end(first.replace(month=first.month + 2))
            )
        raise ValueError("any range needs two days")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2026-W47", "2026-11" or "2026-Q4"; raise Invalid for anything else."""
        found: Self | None = None
        if month := _MONTH.fullmatch(text):
            if int(month[1]) >= FIRST_YEAR:
                found = cls.of("month", date(int(month[1]), int(month[2]), 1))
        elif quarter := _QUARTER.fullmatch(text):
            if int(quarter[1]) >= FIRST_YEAR:
                found = cls.of(
                    "quarter", date(int(quarter[1]), 3 * int(quarter[2]) - 2, 1)
                )
        else:
            week = IsoWeek.parse(text)
            if FIRST_YEAR <= week.year <= LAST_YEAR:
                found = cls.of("week", week.monday)
        if found is None or found.name != text or not found.is_in_reach:
            raise Invalid("period", "There is no such week, month or quarter.")
        return found

    @classmethod
    def between(cls, first: str, last: str) -> Self:
        """Read two dates like 2026-11-02; raise Invalid for the one that is wrong."""
        days = {"from": _day("from", first), "to": _day("to", last)}
        if days["to"] < days["from"]:
            raise Invalid("to", "The last day comes before the first.")
        if (days["to"] - days["from"]).days >= LONGEST_RANGE_DAYS:
            raise Invalid("to", "Choose at most a hundred years.")
        return cls("range", days["from"], days["to"])

    @property
    def name(self) -> str:
        """How the period is written in an address; a range as "first/last"."""
        if self.kind == "week":
            return str(IsoWeek.of(self.first))
        if self.kind == "month":
            return f"{self.first.year:04d}-{self.first.month:02d}"
        if self.kind == "quarter":
            return f"{self.first.year:04d}-Q{(self.first.month + 2) // 3}"
        return f"{self.first}/{self.last}"

    @property
    def is_in_reach(self) -> bool:
        """Whether the years are ones that pages are made for."""
        return self.first.year >= FIRST_YEAR and self.last.year <= LAST_YEAR

    @property
    def days(self) -> list[date]:
        """Each day, the first one first."""
        return days_between(self.first, self.last)

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """The period of the same kind just before; of a range, one as long."""
        day = self.first - timedelta(days=1)
        if self.kind == "range":
            return Period("range", self.first - timedelta(days=self.length), day)
        return Period.of(self.kind, day)

    @property
    def after(self) -> Period:
        """The period of the same kind just after; of a range, one as long."""
        day = self.last + timedelta(days=1)
        if self.kind == "range":
            return Period("range", day, self.last + timedelta(days=self.length))
        return Period.of(self.kind, day)

    @property
    def words(self) -> str:
        """How people write it: "16 to 22 November 2026", "November 2026"."""
        if self.kind == "month":
            return f"{self.first:%B %Y}"
        if self.kind == "quarter":
            return f"{self.first:%B} to {self.last:%B %Y}"
        return span_words(self.first, self.last)


def span_words(first: date, last: date) -> str:
    """Return "16 to 22 November 2026", leaving out what both days share."""
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {end}"
    return f"{first.day} {first:%B %Y} to {end}"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _day(field: str, text: str) -> date:
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Invalid(field, "Write a day like 2026-11-02.")
    return day
