"""Which process of an installation sends the reminders: one lock, held by one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, text

from journal.config import Settings

LOCK_FILE: Final = "scheduler.lock"
#: Any fixed number: every process of one installation asks for the same lock.
POSTGRES_LOCK: Final = 4_110_2026


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
