"""Runs one import or undo of a release in the background of the server."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Final

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from journal.db import db, give_way, reading, writing
from journal.domain.errors import Conflict, Invalid, NotFound
from journal.leadership import FOOD_IMPORT, alone
from journal.resources import reference_dir
from journal.services.foodimport import drop_in_steps
from journal.services.foodimport_index import index_with_imports
from journal.services.foodimport_job import RUNNING, Job, Phase, read_job, write_job
from journal.services.foodimport_spool import spooled
from journal.services.foodimport_steps import (
    Step,
    finish_in_steps,
    save_in_steps,
    unfinished_imports,
)

log = logging.getLogger("journal.foodimport")
#: Seconds between two notes of how far a job is.
_NOTE_EVERY: Final = 0.5
_ONE_AT_A_TIME: Final = "An import is running. Wait for it, or cancel it."
_SAID_IN: Final = "Foods in it: {count:,}. They are found after those of the journal."
_NOTHING: Final = "The server stopped in the middle. Nothing was imported. Start again."
_NEXT_TIME: Final = "The next start of the journal, or the next import, {}."
#: How a job ended whose server stopped, by what it was doing.
_LOST: Final[dict[str, tuple[Phase, str]]] = {
    "reading": ("failed", _NOTHING),
    "writing": ("failed", _NOTHING),
    "entering": (
        "failed",
        "The server stopped in the middle, when all foods were put ready. "
        + _NEXT_TIME.format("brings the last of them in"),
    ),
    "removing": (
        "failed",
        "The server stopped in the middle. The foods are not found any more. "
        + _NEXT_TIME.format("takes the last of them out"),
    ),
    # The start of a server makes all foods findable that are in.
    "indexing": ("done", "The foods are in."),
}


class CancelledError(Exception):
    """The owner asked to stop."""


class ImportRunner:
    """At most one job at a time; what it does is told by a file in the data folder."""

    def __init__(self, app: Flask, data_dir: Path) -> None:
        self._app = app
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()

    @property
    def is_running(self) -> bool:
        """Whether a job runs in this process."""
        return self._thread is not None and self._thread.is_alive()

    def job(self) -> Job | None:
        """Return the present or last job. One that lost its server has ended."""
        job = read_job(self._data_dir)
        if job is None or not job.is_running or self.is_running:
            return job
        phase, said = _LOST[job.phase]
        return replace(job, phase=phase, said=said)

    def resume(self) -> None:
        """Finish, or take out, what was broken off when its process stopped."""
        with self._app.app_context(), reading():
            left = unfinished_imports(db.session())
            db.session.remove()
        if not left:
            return
        last, name = read_job(self._data_dir), left[-1].file_name
        job = self.job() or Job(name, "failed", datetime.now(UTC), said=_NOTHING)
        if left[-1].is_decided:
            job = replace(job, name=name, phase="entering", said="")
        elif last is not None and last.phase == "removing":
            job = replace(last, said="The foods are taken out.")
        self._start(job, lambda: self._resume(job))

    def start_import(self, paths: Sequence[Path], *, whole_bytes: int) -> None:
        """Begin to import a release; raise Conflict when a job runs already."""
        name = ", ".join(path.name for path in paths)
        job = Job(name, "reading", datetime.now(UTC), whole=whole_bytes)
        self._start(job, lambda: self._import(job, list(paths)))

    def start_undo(self, import_id: int, *, name: str, foods: int) -> None:
        """Begin to take an import out; raise Conflict when a job runs already."""
        job = Job(name, "removing", datetime.now(UTC), whole=foods)
        self._start(job, lambda: self._undo(job, import_id))

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    def wait(self) -> None:
        """Wait for the job to end."""
        if self._thread is not None:
            self._thread.join()

    def _start(self, job: Job, work: Callable[[], str]) -> None:
        with self._lock:
            if self.is_running:
                raise Conflict(_ONE_AT_A_TIME)
            self._stop.clear()
            write_job(self._data_dir, job)
            self._thread = threading.Thread(
                target=self._run, args=(job, work), name="food-import", daemon=True
            )
            self._thread.start()

    def _run(self, job: Job, work: Callable[[], str]) -> None:
        settings = self._app.extensions["journal"].settings
        with (
            self._app.app_context(),
            writing(),
            alone(settings, db.engine, FOOD_IMPORT) as is_alone,
        ):
            if not is_alone:
                write_job(self._data_dir, job, phase="failed", said=_ONE_AT_A_TIME)
                return
            try:
                said = work()
                phase: Phase = "done" if job.phase in RUNNING else job.phase
                write_job(self._data_dir, job, phase=phase, said=said)
            except CancelledError:
                self._drop_passing()
                said = "Cancelled. Nothing was imported."
                write_job(self._data_dir, job, phase="cancelled", said=said)
            except (Invalid, NotFound) as refused:
                self._drop_passing()
                said = getattr(refused, "message", str(refused))
                write_job(self._data_dir, job, phase="failed", said=said)
            except Exception:
                log.exception("a food import failed")
                self._fail(job)
            finally:
                db.session.remove()

    def _fail(self, job: Job) -> None:
        """Take out what is not decided; what is decided goes on at the next start."""
        try:
            self._drop_passing()
            is_left = bool(unfinished_imports(db.session()))
        except SQLAlchemyError:
            log.exception("what a food import had written could not be taken out")
            is_left = True
        said = "It did not work, and nothing was imported. The log says why."
        if is_left:
            said = "It did not work to its end. The log says why. "
            said += _NEXT_TIME.format("puts it right")
        write_job(self._data_dir, job, phase="failed", said=said)

    def _import(self, job: Job, paths: list[Path]) -> str:
        self._put_right(job)
        scratch = self._data_dir / "food_imports"
        read = 0
        noted = monotonic()

        def progress(count: int) -> None:
            nonlocal read, noted
            read += count
            if self._stop.is_set():
                raise CancelledError
            if monotonic() - noted > _NOTE_EVERY:
                noted = monotonic()
                write_job(self._data_dir, job, done=read)

        with spooled(paths, scratch=scratch, progress=progress) as spool:
            count = spool.food_count
            self._take(
                job, save_in_steps(db.session(), spool=spool, now=datetime.now(UTC))
            )
        self._index(job)
        return _SAID_IN.format(count=count)

    def _undo(self, job: Job, import_id: int) -> str:
        removed = kept = 0
        for removed, kept in drop_in_steps(db.session(), import_id=import_id):
            db.session.commit()
            write_job(self._data_dir, job, done=removed + kept)
            give_way()
        self._index(job)
        said = f"Foods taken out: {removed:,}."
        if kept:
            said += f" Kept for meals that hold them, and not found any more: {kept:,}."
        return said

    def _resume(self, job: Job) -> str:
        count = self._put_right(job)
        self._index(job)
        return job.said or _SAID_IN.format(count=count)

    def _take(self, job: Job, steps: Iterator[Step]) -> int:
        """Commit after each step, note how far it is, and stop when asked to.

        :return: how many foods were brought in
        """
        noted = 0.0
        done = 0
        for done, whole, is_decided in steps:
            db.session.commit()
            if monotonic() - noted > _NOTE_EVERY or done == whole:
                noted = monotonic()
                phase = "entering" if is_decided else "writing"
                write_job(self._data_dir, job, phase=phase, done=done, whole=whole)
            if self._stop.is_set() and not is_decided:
                raise CancelledError
            give_way()
        return done

    def _index(self, job: Job) -> None:
        write_job(self._data_dir, job, phase="indexing", done=0, whole=0)
        with reading():  # a large index takes minutes, and people write meanwhile
            index_with_imports(db.session(), self._data_dir, reference_dir())
            db.session.rollback()

    def _put_right(self, job: Job) -> int:
        """Finish what was decided, take out the rest; return how many came in."""
        count = 0
        self._drop_passing()
        for left in unfinished_imports(db.session()):
            count = self._take(job, finish_in_steps(db.session(), import_id=left.id))
        return count

    def _drop_passing(self) -> None:
        """Take out what an import that was stopped had written."""
        db.session.rollback()
        for left in unfinished_imports(db.session()):
            if not left.is_decided:
                for _ in drop_in_steps(db.session(), import_id=left.id):
                    db.session.commit()
                    give_way()
        db.session.commit()
