"""What one process of an installation does at a time: one lock, held by one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, text

from journal.config import Settings

#: What one process at a time may do, and any fixed number: every process of one
#: installation asks for the same lock.
SCHEDULER: Final = ("scheduler", 4_110_2026)
FOOD_IMPORT: Final = ("food_import", 4_110_2027)


class Leadership:
    """The right to be the one scheduler of an installation, held until closed."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self._settings = settings
        self._engine = engine
        self._held: contextlib.ExitStack | None = None

    def take(self) -> bool:
        """Return whether this process leads, trying to when it does not yet."""
        if self._held is None:
            with contextlib.ExitStack() as stack:
                lock = alone(self._settings, self._engine, SCHEDULER)
                if stack.enter_context(lock):
                    self._held = stack.pop_all()
        return self._held is not None

    def close(self) -> None:
        """Let another process lead."""
        if self._held is not None:
            self._held.close()
            self._held = None


def alone(
    settings: Settings, engine: Engine, what: tuple[str, int]
) -> contextlib.AbstractContextManager[bool]:
    """Enter with whether nobody else does this; then nobody else does until the end."""
    name, number = what
    if engine.dialect.name == "sqlite":
        return _file_lock(settings.data_dir / f"{name}.lock")
    return _server_lock(engine, number)


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
def _server_lock(engine: Engine, number: int) -> Iterator[bool]:
    # Freed by the server when this connection ends, however it ends.
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        is_mine = _ask(connection, number, "SELECT pg_try_advisory_lock(:number)")
        try:
            yield is_mine
        finally:
            if is_mine:  # the connection goes back to the pool and lives on
                _ask(connection, number, "SELECT pg_advisory_unlock(:number)")


def _ask(connection: Connection, number: int, question: str) -> bool:
    return bool(connection.scalar(text(question), {"number": number}))
