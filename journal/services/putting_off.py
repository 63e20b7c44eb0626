"""Putting a reminder off for a while, and pausing all of them for a holiday."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from journal.domain.dates import journal_day, moment_of
from journal.domain.errors import Conflict, Invalid
from journal.models import Account
from journal.services.accounts import get_account
from journal.services.reminders import EVENING, reminders_of

MINUTES: Final = (30, 60, 120)
LONGEST_PAUSE_DAYS: Final = 366


def minutes_left(account: Account, *, now: datetime) -> tuple[int, ...]:
    """Return by how many minutes the evening can be put off before the day ends."""
    ends = _end_of_day(account, now)
    return tuple(each for each in MINUTES if now + timedelta(minutes=each) < ends)


def snooze_evening(
    session: Session, *, user_id: int, minutes: int, now: datetime
) -> datetime:
    """Remind again this evening in some minutes; return when.

    Nothing comes if the evening is written until then. Raises Invalid for a time that
    was not offered, Conflict when the reminder is switched off.
    """
    account = get_account(session, user_id=user_id)
    if minutes not in minutes_left(account, now=now):
        raise Invalid("minutes", "Choose one of the times.")
    row = reminders_of(session, user_id=user_id)[EVENING]
    if not (row.is_on or row.by_push):
        raise Conflict("The evening reminder is switched off.")
    row.next_due_at = now + timedelta(minutes=minutes)
    row.snoozed_for = _day_of(account, now)
    session.flush()
    return row.next_due_at


def pause(session: Session, *, user_id: int, until: date | None, now: datetime) -> None:
    """Let no reminder come up to and including `until`; None goes on at once."""
    account = get_account(session, user_id=user_id)
    today = _day_of(account, now)
    if until is not None and not (
        today <= until <= today + timedelta(days=LONGEST_PAUSE_DAYS)
    ):
        raise Invalid("paused_until", "Choose a day from today to a year ahead.")
    account.reminders_paused_until = until
    session.flush()


def _day_of(account: Account, now: datetime) -> date:
    return journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)


def _end_of_day(account: Account, now: datetime) -> datetime:
    after = _day_of(account, now) + timedelta(days=1)
    return moment_of(after, account.day_begins, time_zone=account.time_zone)
