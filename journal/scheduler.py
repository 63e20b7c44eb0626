"""The clockwork: one tick a minute in UTC, in one process, sends what is due."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session, sessionmaker

from journal.config import Settings
from journal.db import writing
from journal.letters import Letters
from journal.models import Account
from journal.notify import CannotSend, Send
from journal.services import kept_reports, pattern_keeping, reminders
from journal.services.report_letter import Letter

log = logging.getLogger("journal.scheduler")

LOCK_FILE: Final = "scheduler.lock"
#: Any fixed number: every process of one installation asks for the same lock.
POSTGRES_LOCK: Final = 4_110_2026
#: Working out a week takes a moment; the others wait for the next tick.
WEEKS_A_TICK: Final = 3


def tick(
    session_factory: sessionmaker[Session],
    now: datetime,
    send: Send,
    *,
    letters: Letters,
) -> int:
    """Send what is due at `now`; return how many mails went out.

    Each reminder is claimed and committed before its mail is sent: another scheduler
    that runs at the same time finds it taken, and a crash loses a mail, never doubles
    it. One failure does not keep back the others.
    """
    _keep_weeks(session_factory, now, letters)
    with session_factory() as session:
        due = reminders.due(session, now=now)
    return sum(
        _handle(session_factory, reminder_id, now, send, letters) for reminder_id in due
    )


def _keep_weeks(
    session_factory: sessionmaker[Session], now: datetime, letters: Letters
) -> None:
    """Keep what was said of weeks that are over, a few people at a time."""
    with session_factory() as session:
        waiting = pattern_keeping.weeks_to_keep(session, now=now, most=WEEKS_A_TICK)
    for user_id in waiting:
        with writing(), session_factory.begin() as session:
            pattern_keeping.keep_past_week(
                session,
                account=session.get_one(Account, user_id),
                now=now,
                knowledge=letters.knowledge,
                targets=letters.targets,
            )


def _handle(
    session_factory: sessionmaker[Session],
    reminder_id: int,
    now: datetime,
    send: Send,
    letters: Letters,
) -> bool:
    with writing(), session_factory.begin() as session:
        claimed = reminders.claim(session, reminder_id=reminder_id, now=now)
    if claimed is None:
        return False
    outcome, letter = "failed", None
    try:
        outcome, letter = _deliver(session_factory, claimed, now, send, letters)
    except CannotSend as problem:
        log.warning("reminder %s was not sent: %s", reminder_id, problem)
    finally:
        with writing(), session_factory.begin() as session:
            reminders.finish(session, claimed=claimed, outcome=outcome)
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
    send: Send,
    letters: Letters,
) -> tuple[str, Letter | None]:
    with session_factory() as session:
        if not reminders.is_wanted(session, claimed=claimed, now=now):
            return "not_needed", None
        written = letters.write(session, claimed=claimed, now=now)
    send(written.message)
    return "sent", written.letter


class Leadership:
    """The right to be the one scheduler of an installation, held until closed."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self._file: Path = settings.data_dir / LOCK_FILE
        self._engine = engine
        self._held: contextlib.ExitStack | None = None

    def take(self) -> bool:
        """Return whether this process leads, trying to when it does not yet."""
        if self._held is None:
            with contextlib.ExitStack() as stack:
                is_sqlite = self._engine.dialect.name == "sqlite"
                lock = (
                    _file_lock(self._file) if is_sqlite else _server_lock(self._engine)
                )
                if stack.enter_context(lock):
                    self._held = stack.pop_all()
        return self._held is not None

    def close(self) -> None:
        """Let another process lead."""
        if self._held is not None:
            self._held.close()
            self._held = None


@contextlib.contextmanager
def _file_lock(file: Path) -> Iterator[bool]:
    try:
        import fcntl
    except ImportError:  # Windows: a single process; claims still hold off doubles
        yield True
        return
    with file.open("w") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


@contextlib.contextmanager
def _server_lock(engine: Engine) -> Iterator[bool]:
    # Freed by the server when this connection ends, however it ends.
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield _ask(connection, "SELECT pg_try_advisory_lock(:number)")
        _ask(connection, "SELECT pg_advisory_unlock(:number)")


def _ask(connection: Connection, question: str) -> bool:
    return bool(connection.scalar(text(question), {"number": POSTGRES_LOCK}))


def start_scheduler(
    settings: Settings, engine: Engine, send: Send, letters: Letters
) -> BackgroundScheduler:
    """Start the clockwork in a thread of its own; `shutdown()` ends it."""
    leadership = Leadership(settings, engine)
    session_factory = sessionmaker(engine)

    def run() -> None:
        if leadership.take():
            tick(session_factory, datetime.now(UTC), send, letters=letters)

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
