"""A stretch of days of one person to be written as tables, some days at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from journal.models import Account
from journal.render.csvfile import Cell

SCHEMA_VERSION: Final = "2"
#: Days in memory at once.
CHUNK_DAYS: Final = 200

Rows = Iterator[Mapping[str, Cell]]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose rows of which days, and what foods are called in the files."""

    account: Account
    first: date
    last: date
    #: Id of a food here to its id in the files.
    food_ids: Mapping[str, str]

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which moments are told."""
        return ZoneInfo(self.account.time_zone)

    def chunks(self) -> Iterator[tuple[date, date]]:
        """Yield the stretch in pieces."""
        first = self.first
        while first <= self.last:
            last = min(first + timedelta(days=CHUNK_DAYS - 1), self.last)
            yield first, last
            first = last + timedelta(days=1)


def local(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """Return a moment on the person's clock with its offset from UTC."""
    if moment is None:
        return None
    return moment.astimezone(zone).isoformat(timespec="seconds")
