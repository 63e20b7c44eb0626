"""The clockwork: one tick a minute in UTC, in one process, sends what is due."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Engine, delete, update
from sqlalchemy.orm import Session, sessionmaker

from journal.config import Settings
from journal.db import writing
from journal.leadership import Leadership
from journal.letters import Letters, Written
from journal.models import Account, PushDevice
from journal.notify import CannotSend, Send
from journal.push import Address, CannotPush, IsGone, SendNote
from journal.services import import_stash, kept_reports, pattern_keeping, reminders
from journal.services.push import devices_of
from journal.services.report_letter import Letter

log = logging.getLogger("journal.scheduler")

#: Working out a week takes a moment; the others wait for the next tick.
WEEKS_A_TICK: Final = 3


@dataclass(frozen=True, slots=True)
class Ways:
    """How messages can leave this installation; None for a way that is not set up."""

    mail: Send | None
    push: SendNote | None


def tick(
    session_factory: sessionmaker[Session],
    now: datetime,
    send: Send | None,
    *,
    letters: Letters,
    push: SendNote | None = None,
) -> int:
    """Send what is due at `now`, by mail and to lock screens; return how many.

    Each reminder is claimed and committed before its mail is sent: another scheduler
    that runs at the same time finds it taken, and a crash loses a mail, never doubles
    it. One failure does not keep back the others.
    """
    _keep_weeks(session_factory, now, letters)
    with session_factory() as session:
        due = reminders.due(session, now=now)
    ways = Ways(send, push)
    return sum(
        _apart(
            "a reminder",
            partial(_handle, session_factory, reminder_id, now, ways, letters),
        )
        for reminder_id in due
    )


def _apart(what: str, work: Callable[[], bool]) -> bool:
    """Do one person's work; when it fails, say so in the log and go on to the next."""
    try:
        return work()
    except Exception:
        log.exception("%s failed", what)
        return False


def _keep_weeks(
    session_factory: sessionmaker[Session], now: datetime, letters: Letters
) -> None:
    """Keep what was said of weeks that are over, a few people at a time."""
    with session_factory() as session:
        waiting = pattern_keeping.weeks_to_keep(session, now=now, most=WEEKS_A_TICK)
    for user_id in waiting:
        _apart(
            "keeping a week",
            partial(_keep_week, session_factory, user_id, now, letters),
        )


def _keep_week(
    session_factory: sessionmaker[Session],
    user_id: int,
    now: datetime,
    letters: Letters,
) -> bool:
    with writing(), session_factory.begin() as session:
        pattern_keeping.keep_past_week(
            session,
            account=session.get_one(Account, user_id),
            now=now,
            knowledge=letters.knowledge,
            targets=letters.targets,
        )
    return True


def _handle(
    session_factory: sessionmaker[Session],
    reminder_id: int,
    now: datetime,
    ways: Ways,
    letters: Letters,
) -> bool:
    with writing(), session_factory.begin() as session:
        claimed = reminders.claim(session, reminder_id=reminder_id, now=now)
    if claimed is None:
        return False
    outcome, letter = "failed", None
    try:
        outcome, letter = _deliver(session_factory, claimed, now, ways, letters)
    finally:
        with writing(), session_factory.begin() as session:
            reminders.finish(session, claimed=claimed, outcome=outcome)
            if outcome == "failed":
                reminders.retry_later(session, claimed=claimed, now=now)
            if letter is not None:
                kept_reports.keep_report(
                    session,
                    user_id=claimed.user_id,
                    letter=letter,
                    way=kept_reports.MAIL,
                    now=now,
                )
    return outcome == "sent"


def _deliver(
    session_factory: sessionmaker[Session],
    claimed: reminders.Claim,
    now: datetime,
    ways: Ways,
    letters: Letters,
) -> tuple[str, Letter | None]:
    with session_factory() as session:
        if not reminders.is_wanted(session, claimed=claimed, now=now):
            return "not_needed", None
        rows = reminders.reminders_of(session, user_id=claimed.user_id)
        row = rows[claimed.kind]
        written = letters.write(session, claimed=claimed, now=now)
        devices = (
            devices_of(session, user_id=claimed.user_id)
            if row.by_push and ways.push
            else ()
        )
        where = [
            (one.id, Address(one.endpoint, one.p256dh, one.auth)) for one in devices
        ]
        by_mail = row.is_on
    tried = [_post(session_factory, written, ways, one, now) for one in where]
    if by_mail and ways.mail:
        tried.append(_mail(written, ways.mail, claimed))
    outcome = "sent" if any(tried) else ("failed" if tried else "no_way")
    return outcome, written.letter if any(tried) else None


def _mail(written: Written, send: Send, claimed: reminders.Claim) -> bool:
    try:
        send(written.message)
    except CannotSend as problem:
        log.warning("the mail of claim %s was not sent: %s", claimed.sent_id, problem)
        return False
    return True


def _post(
    session_factory: sessionmaker[Session],
    written: Written,
    ways: Ways,
    device: tuple[int, Address],
    now: datetime,
) -> bool:
    """Send the note to one browser; forget the browser when it has gone."""
    device_id, address = device
    assert ways.push is not None  # noqa: S101 - no devices were read without it
    try:
        ways.push(written.note, address)
    except IsGone:
        with writing(), session_factory.begin() as session:
            session.execute(delete(PushDevice).where(PushDevice.id == device_id))
        return False
    except CannotPush as problem:
        log.warning("the note to browser %s was not sent: %s", device_id, problem)
        return False
    with writing(), session_factory.begin() as session:
        session.execute(
            update(PushDevice)
            .where(PushDevice.id == device_id)
            .values(last_sent_at=now)
        )
    return True


def start_scheduler(
    settings: Settings,
    engine: Engine,
    send: Send | None,
    letters: Letters,
    push: SendNote | None = None,
) -> BackgroundScheduler:
    """Start the clockwork in a thread of its own; `shutdown()` ends it."""
    leadership = Leadership(settings, engine)
    session_factory = sessionmaker(engine)

    def run() -> None:
        if leadership.take():
            now = datetime.now(UTC)
            import_stash.forget_old(settings.data_dir, now=now)
            tick(session_factory, now, send, letters=letters, push=push)

    scheduler = BackgroundScheduler(timezone=UTC)
    scheduler.add_job(
        run,
        "cron",
        minute="*",
        coalesce=True,
        max_instances=1,
        misfire_grace_time=50,
        next_run_time=datetime.now(UTC),
    )
    scheduler.start()
    return scheduler
