"""Reminders: when one is due in a person's own time, and who gets to send it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final, cast

from sqlalchemy import CursorResult, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek, journal_day, moment_of, zone
from journal.domain.errors import NotFound
from journal.models import Account, Reminder, ReminderSent
from journal.services.diary import load_days
from journal.services.usual_time import usual_time

EVENING: Final = "evening"
WEEK: Final = "week"
KINDS: Final = (EVENING, WEEK)
EVENING_AT: Final = time(20, 30)
WEEK_AT: Final = time(8, 0)
RETRY_AFTER: Final = timedelta(minutes=10)
MOST_RETRIES: Final = 3
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
    by_push: bool = False,
    is_learnt: bool = False,
    tells_health: bool = False,
) -> None:
    """Switch a reminder on or off by mail and by push, and set its time.

    `at_local` is on the wall clock; with `is_learnt` it holds until the person's
    usual time is known. With `tells_health` the subject, the preview and the lock
    screen may say something about health.
    """
    account = session.get(Account, user_id)
    row = reminders_of(session, user_id=user_id).get(kind)
    if account is None or row is None:
        raise NotFound("There is no such reminder.")
    row.is_on, row.by_push = is_on, by_push
    row.at_local, row.is_learnt = at_local, is_learnt
    row.tells_health = tells_health
    session.flush()
    reschedule(session, account=account, now=now)


def reschedule(session: Session, *, account: Account, now: datetime) -> None:
    """Work out anew when the account's reminders are due."""
    for row in reminders_of(session, user_id=account.id).values():
        wanted = row.is_on or row.by_push
        row.next_due_at = (
            _next_due(session, row, account, after=now) if wanted else None
        )
        row.snoozed_for = None
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
        .where(
            or_(Reminder.is_on.is_(True), Reminder.by_push.is_(True)),
            Reminder.next_due_at <= now,
        )
        .order_by(Reminder.next_due_at)
    )
    return session.scalars(query).all()


def claim(session: Session, *, reminder_id: int, now: datetime) -> Claim | None:
    """Take a due reminder for this sender alone; None when another one has it.

    The next due moment is moved on only if it is still the one seen (compare and
    set), and each local date is written down once; commit before sending.
    """
    row = session.get(Reminder, reminder_id, populate_existing=True)
    if row is None or not (row.is_on or row.by_push):
        return None
    if row.next_due_at is None or row.next_due_at > now:
        return None
    account = session.get_one(Account, row.user_id)
    was_due_at = row.next_due_at
    moved = session.execute(
        update(Reminder)
        .where(Reminder.id == reminder_id, Reminder.next_due_at == was_due_at)
        .values(
            next_due_at=_next_due(session, row, account, after=now), snoozed_for=None
        )
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", moved).rowcount != 1:
        return None
    put_off = row.snoozed_for
    local_date = put_off or was_due_at.astimezone(zone(account.time_zone)).date()
    sent = ReminderSent(
        reminder_id=row.id,
        local_date=local_date,
        again=_times_taken_up(session, row.id, local_date) if put_off else 0,
        claimed_at=now,
    )
    try:
        with session.begin_nested():
            session.add(sent)
    except IntegrityError:
        return None  # the time was changed after today's mail had gone out
    day = put_off or journal_day(
        was_due_at, time_zone=account.time_zone, day_begins=account.day_begins
    )
    return Claim(sent.id, account.id, row.kind, local_date, day, was_due_at)


def is_wanted(session: Session, *, claimed: Claim, now: datetime) -> bool:
    """Whether the reminder still makes sense.

    The evening one only while nothing at all is written down for that journal day;
    neither during a pause that the person chose, nor after a long one of the server.
    """
    paused_until = session.get_one(Account, claimed.user_id).reminders_paused_until
    if paused_until is not None and claimed.local_date <= paused_until:
        return False
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
    """Write down what became of it: "sent", "not_needed", "failed" or "no_way"."""
    session.execute(
        update(ReminderSent)
        .where(ReminderSent.id == claimed.sent_id)
        .values(outcome=outcome)
    )
    session.flush()


def retry_later(session: Session, *, claimed: Claim, now: datetime) -> None:
    """Let a reminder that could not be sent be due again soon, a few times."""
    taken_up = session.get_one(ReminderSent, claimed.sent_id)
    date_of = claimed.day if claimed.kind == EVENING else claimed.local_date
    if _times_taken_up(session, taken_up.reminder_id, date_of) > MOST_RETRIES:
        return
    again_at = now + RETRY_AFTER
    session.execute(
        update(Reminder)
        .where(Reminder.id == taken_up.reminder_id, Reminder.next_due_at > again_at)
        .values(next_due_at=again_at, snoozed_for=date_of)
    )


def _times_taken_up(session: Session, reminder_id: int, local_date: date) -> int:
    query = select(func.count()).where(
        ReminderSent.reminder_id == reminder_id, ReminderSent.local_date == local_date
    )
    return session.scalar(query) or 0


def _next_due(
    session: Session, row: Reminder, account: Account, *, after: datetime
) -> datetime:
    learnt = usual_time(session, account=account, now=after) if row.is_learnt else None
    return next_due(
        kind=row.kind,
        at_local=learnt or row.at_local,
        time_zone=account.time_zone,
        after=after,
    )
