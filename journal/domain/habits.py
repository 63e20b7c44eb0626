"""When a person usually writes their evening, from when they wrote the last ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from statistics import median
from typing import Final

from journal.domain.dates import zone

#: Fewer evenings say nothing about a habit.
FEWEST_EVENINGS: Final = 5
#: The reminder comes a little after the usual time: most evenings it is not needed.
GRACE_MIN: Final = 20
#: Not later than this before the next day begins.
LATEST_BEFORE_NEXT_DAY_MIN: Final = 120
_DAY_MIN: Final = 24 * 60


def reminder_time(
    written_at: Sequence[datetime], *, time_zone: str, day_begins: time
) -> time | None:
    """Return a wall-clock time a little after the usual one; None when not known yet.

    `written_at` are moments at which evenings were written on their own day. Counted
    from when the day begins, so that half past midnight is late and not early. The
    middle one of them (median) decides, and the answer is a multiple of 5 minutes.
    """
    if len(written_at) < FEWEST_EVENINGS:
        return None
    begins_min = day_begins.hour * 60 + day_begins.minute
    into_day = []
    for moment in written_at:
        local = moment.astimezone(zone(time_zone))
        into_day.append((local.hour * 60 + local.minute - begins_min) % _DAY_MIN)
    wanted = median(into_day) + GRACE_MIN
    wanted = min(wanted, _DAY_MIN - LATEST_BEFORE_NEXT_DAY_MIN)
    minutes = int(-(-wanted // 5) * 5) + begins_min
    midnight = datetime(2000, 1, 1)  # noqa: DTZ001 - only to add minutes to a clock
    return (midnight + timedelta(minutes=minutes % _DAY_MIN)).time()
