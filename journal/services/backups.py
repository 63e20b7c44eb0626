"""Backups of a SQLite installation: one zip, checked before it replaces anything."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from journal.config import Settings
from journal.domain.errors import Invalid

DATABASE: Final = "journal.sqlite3"
ABOUT: Final = "about.json"
FORMAT: Final = 1


def back_up(settings: Settings, file: Path, *, now: datetime) -> None:
    """Write the database as it is at this moment into `file`.

    Works while the journal is running. The file can be read by its owner alone.
    """
    database = database_file(settings)
    if not database.exists():
        raise Invalid("file", "There is nothing to back up yet.")
    if file.exists():
        raise Invalid("file", f"{file} is there already; choose another name.")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        with (
            closing(sqlite3.connect(database)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with (
            os.fdopen(handle, "wb") as out,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            about = {"format": FORMAT, "made_at": now.isoformat()}
            archive.writestr(ABOUT, json.dumps(about))
            archive.write(copy, DATABASE)


def check_backup(file: Path) -> None:
    """Raise Invalid unless `file` is a whole backup with a sound database."""
    with tempfile.TemporaryDirectory() as folder:
        _unpacked(file, Path(folder))


def restore(settings: Settings, file: Path, *, now: datetime) -> Path | None:
    """Put the backup in place of the database; return where the old one is kept.

    The journal must not be running.
    """
    database = database_file(settings)
    with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder:
        unpacked = _unpacked(file, Path(folder))
        kept = None
        if database.exists():
            with closing(sqlite3.connect(database)) as present:
                present.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            kept = database.with_name(f"{database.name}.before-{now:%Y%m%d-%H%M%S}")
            database.replace(kept)
        for suffix in ("-wal", "-shm"):
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        unpacked.replace(database)
    return kept


def check_database(settings: Settings) -> str:
    """Return "sound" or what is wrong; a PostgreSQL server looks after its own."""
    if not settings.is_sqlite:
        return "sound as far as PostgreSQL answers; back it up with pg_dump"
    return _soundness(database_file(settings))


def database_file(settings: Settings) -> Path:
    """Return the SQLite file; raise Invalid for PostgreSQL."""
    if not settings.is_sqlite:
        raise Invalid("database", "Back up PostgreSQL with its own pg_dump.")
    return Path(settings.database_url.removeprefix("sqlite:///"))


def _unpacked(file: Path, folder: Path) -> Path:
    """Unpack the database of a backup into `folder` and check it."""
    try:
        with zipfile.ZipFile(file) as archive:
            about = json.loads(archive.read(ABOUT))
            if about.get("format") != FORMAT:
                raise Invalid("file", f"{file} is of another version of the journal.")
            # By name, so that no path inside the archive decides where it goes.
            (folder / DATABASE).write_bytes(archive.read(DATABASE))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as problem:
        raise Invalid("file", f"{file} is not a backup of this journal.") from problem
    if (soundness := _soundness(folder / DATABASE)) != "sound":
        raise Invalid("file", f"The database in {file} is damaged: {soundness}")
    return folder / DATABASE


def _soundness(file: Path) -> str:
    try:
        with closing(sqlite3.connect(file)) as connection:
            (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as problem:
        return str(problem)
    if orphans:
        return f"{len(orphans)} rows belong to nothing"
    return "sound" if answer == "ok" else str(answer)
