"""Calendar months of journal days: written 2026-11, laid out in weeks from Monday."""

from __future__ import annotations

import re
from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from journal.domain.errors import Invalid

_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, written 2026-11."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month that `day` lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read "2026-11"; raise Invalid for anything else."""
        found = _WRITTEN.fullmatch(text)
        if found and 1 <= int(found[2]) <= 12 and int(found[1]) >= 1:
            return cls(int(found[1]), int(found[2]))
        raise Invalid("month", "A month is written like 2026-11.")

    @property
    def first(self) -> date:
        """First day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Last day."""
        return self.shifted(1).first - timedelta(days=1)

    @property
    def weeks(self) -> list[list[date | None]]:
        """Return the weeks from Monday; None for days of the months beside."""
        calendar = Calendar(firstweekday=0)
        return [
            [date(self.year, self.number, n) if n else None for n in week]
            for week in calendar.monthdayscalendar(self.year, self.number)
        ]

    def shifted(self, months: int) -> Month:
        """Return the month that many months later (earlier when negative)."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"
