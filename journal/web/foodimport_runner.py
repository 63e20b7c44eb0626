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

from journal.db import db, reading, writing
from journal.domain.errors import Conflict, Invalid, NotFound
from journal.resources import reference_dir
from journal.services.foodimport import drop_in_steps
from journal.services.foodimport_index import index_with_imports
from journal.services.foodimport_job import Job, read_job, write_job
from journal.services.foodimport_spool import spooled
from journal.services.foodimport_steps import save_in_steps, unfinished_imports

log = logging.getLogger("journal.foodimport")
#: Seconds between two notes of how far a job is.
_NOTE_EVERY: Final = 0.5


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
        """Return the present or last job. One that lost its server has failed."""
        job = read_job(self._data_dir)
        if job is None or not job.is_running or self.is_running:
            return job
        if job.phase == "indexing":
            # The start of a server makes all foods findable that are in.
            return replace(job, phase="done", said="The foods are in.")
        said = "The server stopped in the middle. Nothing was imported. Start again."
        if job.phase == "removing":
            said = (
                "The server stopped in the middle. The foods are not found any more; "
                "the last of them go with the next import."
            )
        return replace(job, phase="failed", said=said)

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
                raise Conflict("An import is running. Wait for it, or cancel it.")
            self._stop.clear()
            write_job(self._data_dir, job)
            self._thread = threading.Thread(
                target=self._run, args=(job, work), name="food-import", daemon=True
            )
            self._thread.start()

    def _run(self, job: Job, work: Callable[[], str]) -> None:
        with self._app.app_context(), writing():
            try:
                said = work()
                write_job(self._data_dir, job, phase="done", said=said)
            except CancelledError:
                self._clear_away()
                said = "Cancelled. Nothing was imported."
                write_job(self._data_dir, job, phase="cancelled", said=said)
            except (Invalid, NotFound) as refused:
                self._clear_away()
                said = getattr(refused, "message", str(refused))
                write_job(self._data_dir, job, phase="failed", said=said)
            except Exception:
                log.exception("a food import failed")
                self._clear_away()
                said = "It did not work, and nothing was imported. The log says why."
                write_job(self._data_dir, job, phase="failed", said=said)
            finally:
                db.session.remove()

    def _import(self, job: Job, paths: list[Path]) -> str:
        self._clear_away()
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
            steps = save_in_steps(db.session(), spool=spool, now=datetime.now(UTC))
            self._take(job, "writing", count, steps)
        self._index(job)
        return f"Foods in it: {count:,}. They are found after those of the journal."

    def _undo(self, job: Job, import_id: int) -> str:
        removed = kept = 0
        for removed, kept in drop_in_steps(db.session(), import_id=import_id):
            db.session.commit()
            write_job(self._data_dir, job, done=removed + kept)
        self._index(job)
        said = f"Foods taken out: {removed:,}."
        if kept:
            said += f" Kept for meals that hold them, and not found any more: {kept:,}."
        return said

    def _take(self, job: Job, phase: str, whole: int, steps: Iterator[int]) -> None:
        """Commit after each step, note how far it is, and stop when asked to."""
        noted = 0.0
        for done in steps:
            db.session.commit()
            if monotonic() - noted > _NOTE_EVERY:
                noted = monotonic()
                write_job(self._data_dir, job, phase=phase, done=done, whole=whole)
            if self._stop.is_set() and done < whole:
                raise CancelledError
        db.session.commit()

    def _index(self, job: Job) -> None:
        write_job(self._data_dir, job, phase="indexing", done=0, whole=0)
        with reading():  # a large index takes minutes, and people write meanwhile
            index_with_imports(db.session(), self._data_dir, reference_dir())
            db.session.rollback()

    def _clear_away(self) -> None:
        """Take out what an import that was stopped had written."""
        db.session.rollback()
        for import_id in unfinished_imports(db.session()):
            for _ in drop_in_steps(db.session(), import_id=import_id):
                db.session.commit()
        db.session.commit()
