"""Reminders: when one is due in a person's own time, and who gets to send it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final, cast

from sqlalchemy import CursorResult, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek, journal_day, moment_of, zone
from journal.domain.errors import NotFound
from journal.models import Account, Reminder, ReminderSent
from journal.services.diary import load_days

EVENING: Final = "evening"
WEEK: Final = "week"
KINDS: Final = (EVENING, WEEK)
EVENING_AT: Final = time(20, 30)
WEEK_AT: Final = time(8, 0)
#: After a longer pause of the server, a reminder is passed over instead of sent late.
TOO_LATE: Final = {EVENING: timedelta(hours=3), WEEK: timedelta(days=2)}


@dataclass(frozen=True, slots=True)
class Claim:
    """The right, held by nobody else, to send one reminder for one local date."""

    sent_id: int
    user_id: int
    kind: str
    local_date: date
    #: The journal day of the moment: the day before, until the day begins.
    day: date
    was_due_at: datetime


def default_reminders(user_id: int) -> list[Reminder]:
    """Return a new account's reminders, switched off."""
    return [
        Reminder(user_id=user_id, kind=EVENING, is_on=False, at_local=EVENING_AT),
        Reminder(user_id=user_id, kind=WEEK, is_on=False, at_local=WEEK_AT),
    ]


def reminders_of(session: Session, *, user_id: int) -> dict[str, Reminder]:
    """Return the person's reminders by kind."""
    rows = session.scalars(select(Reminder).where(Reminder.user_id == user_id))
    return {row.kind: row for row in rows}


def set_reminder(
    session: Session,
    *,
    user_id: int,
    kind: str,
    is_on: bool,
    at_local: time,
    now: datetime,
    tells_health: bool = False,
) -> None:
    """Switch a reminder on or off and set its time on the wall clock.

    With `tells_health` the subject and preview of the mail may say what is in it.
    """
    account = session.get(Account, user_id)
    row = reminders_of(session, user_id=user_id).get(kind)
    if account is None or row is None:
        raise NotFound("There is no such reminder.")
    row.is_on, row.at_local, row.tells_health = is_on, at_local, tells_health
    session.flush()
    reschedule(session, account=account, now=now)


def reschedule(session: Session, *, account: Account, now: datetime) -> None:
    """Work out anew when the account's reminders are due."""
    for row in reminders_of(session, user_id=account.id).values():
        row.next_due_at = _next_due(row, account, after=now) if row.is_on else None
    session.flush()


def next_due(*, kind: str, at_local: time, time_zone: str, after: datetime) -> datetime:
    """Return the first moment after `after` at which the wall clock shows `at_local`.

    For the weekly mail only on Mondays. A time that a clock change skips is made up
    for right after the gap; a time that occurs twice counts once, the first time.
    """
    today = after.astimezone(zone(time_zone)).date()
    for ahead in range(-1, 9):
        day = today + timedelta(days=ahead)
        if kind == WEEK and day.weekday() != 0:
            continue
        moment = moment_of(day, at_local, time_zone=time_zone)
        if moment > after:
            return moment
    raise AssertionError("a week has a Monday")


def due(session: Session, *, now: datetime) -> Sequence[int]:
    """Return the ids of the reminders that are due."""
    query = (
        select(Reminder.id)
        .where(Reminder.is_on.is_(True), Reminder.next_due_at <= now)
        .order_by(Reminder.next_due_at)
    )
    return session.scalars(query).all()


def claim(session: Session, *, reminder_id: int, now: datetime) -> Claim | None:
    """Take a due reminder for this sender alone; None when another one has it.

    The next due moment is moved on only if it is still the one seen (compare and
    set), and each local date is written down once; commit before sending.
    """
    row = session.get(Reminder, reminder_id, populate_existing=True)
    if row is None or not row.is_on or row.next_due_at is None or row.next_due_at > now:
        return None
    account = session.get_one(Account, row.user_id)
    was_due_at = row.next_due_at
    moved = session.execute(
        update(Reminder)
        .where(Reminder.id == reminder_id, Reminder.next_due_at == was_due_at)
        .values(next_due_at=_next_due(row, account, after=now))
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", moved).rowcount != 1:
        return None
    local_date = was_due_at.astimezone(zone(account.time_zone)).date()
    sent = ReminderSent(reminder_id=row.id, local_date=local_date, claimed_at=now)
    try:
        with session.begin_nested():
            session.add(sent)
    except IntegrityError:
        return None  # the time was changed after today's mail had gone out
    day = journal_day(
        was_due_at, time_zone=account.time_zone, day_begins=account.day_begins
    )
    return Claim(sent.id, account.id, row.kind, local_date, day, was_due_at)


def is_wanted(session: Session, *, claimed: Claim, now: datetime) -> bool:
    """Whether the mail still makes sense.

    The evening one only while nothing at all is written down for that journal day;
    neither after a long pause of the server.
    """
    if now - claimed.was_due_at > TOO_LATE[claimed.kind]:
        return False
    if claimed.kind == WEEK:
        return True
    (record,) = load_days(
        session, user_id=claimed.user_id, first=claimed.day, last=claimed.day
    )
    return not record.is_logged


def week_before(local_date: date) -> IsoWeek:
    """Return the week that a Monday's mail is about: the one that has just ended."""
    return IsoWeek.of(local_date).shifted(-1)


def finish(session: Session, *, claimed: Claim, outcome: str) -> None:
    """Write down what became of a claim: "sent", "not_needed" or "failed"."""
    session.execute(
        update(ReminderSent)
        .where(ReminderSent.id == claimed.sent_id)
        .values(outcome=outcome)
    )
    session.flush()


def _next_due(row: Reminder, account: Account, *, after: datetime) -> datetime:
    return next_due(
        kind=row.kind,
        at_local=row.at_local,
        time_zone=account.time_zone,
        after=after,
    )
