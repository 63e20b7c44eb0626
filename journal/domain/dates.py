"""Which journal day a moment belongs to, and weeks of journal days.

A *moment* is an aware UTC ``datetime``. A *journal day* is a ``date`` in the person's
zone whose boundary is theirs to choose: 03:30 belongs to the evening before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from journal.domain.errors import Invalid


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """Return the time zone called `name`; raise Invalid when there is none."""
    if name not in available_timezones():
        raise Invalid("time_zone", "Choose a time zone from the list.")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Invalid("time_zone", "Choose a time zone from the list.") from error


def journal_day(moment: datetime, *, time_zone: str, day_begins: time) -> date:
    """Return the journal day that `moment` belongs to.

    The wall clock in the person's zone decides: before `day_begins` it is still the
    day before. Naive moments are refused with ValueError.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    local = moment.astimezone(zone(time_zone))
    before = local.time() < day_begins
    return local.date() - timedelta(days=1) if before else local.date()


def moment_of(day: date, wall: time, *, time_zone: str) -> datetime:
    """Return the UTC moment at which the wall clock shows `wall` on `day`.

    A time that a clock change skips moves forward by the length of the gap; a time
    that occurs twice means its first occurrence (PEP 495, fold=0).
    """
    local = datetime.combine(day, wall, tzinfo=zone(time_zone))
    return local.astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """A week from Monday to Sunday by ISO 8601, written 2026-W47."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> IsoWeek:
        """Return the week that `day` lies in."""
        calendar = day.isocalendar()
        return cls(calendar.year, calendar.week)

    @classmethod
    def parse(cls, text: str) -> IsoWeek:
        """Read "2026-W47"; raise Invalid for anything else."""
        year, separator, number = text.partition("-W")
        digits = year.isascii() and number.isascii()
        if digits and separator and year.isdigit() and number.isdigit():
            try:
                week = cls(int(year), int(number))
                _ = week.monday
            except ValueError:
                pass
            else:
                return week
        raise Invalid("week", "A week is written like 2026-W47.")

    @property
    def monday(self) -> date:
        """First day; ValueError when the year has no such week."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """Last day."""
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """All seven days, Monday first."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    def shifted(self, weeks: int) -> IsoWeek:
        """Return the week that many weeks later (earlier when negative)."""
        return IsoWeek.of(self.monday + timedelta(weeks=weeks))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"


def days_between(first: date, last: date) -> list[date]:
    """Return each day from `first` to `last`, both included; empty when reversed."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
