"""When a person usually writes, read from the evenings of the last four weeks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.habits import reminder_time
from journal.models import Account, Day

WINDOW_DAYS: Final = 28


def usual_time(session: Session, *, account: Account, now: datetime) -> time | None:
    """Return when to remind: a little after the usual time; None when not known yet.

    Only evenings last written on their own day count: a day filled in later says
    nothing about when a person writes.
    """
    since = now.date() - timedelta(days=WINDOW_DAYS)
    rows = session.execute(
        select(Day.date, Day.updated_at).where(
            Day.user_id == account.id, Day.date >= since
        )
    )
    written = [
        at
        for day, at in rows
        if day
        == journal_day(at, time_zone=account.time_zone, day_begins=account.day_begins)
    ]
    return reminder_time(
        written, time_zone=account.time_zone, day_begins=account.day_begins
    )
