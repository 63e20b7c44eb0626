"""Uploaded files between the plan and the word to go ahead, each for one person."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from journal.domain.errors import Conflict, NotFound

FOLDER: Final = "imports"
#: What nobody came back for is deleted by the clock, or with the next upload.
KEPT_SECONDS: Final = 24 * 3600
#: So many files of one person wait at a time; the oldest gives way.
MOST_WAITING: Final = 3
_TOKEN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Stashed:
    """An uploaded file that waits."""

    token: str
    path: Path
    file_name: str


def stash(
    data_dir: Path, *, user_id: int, file_name: str, content: IO[bytes], now: datetime
) -> Stashed:
    """Keep an upload where only this installation may read it."""
    forget_old(data_dir, now=now)
    token = secrets.token_hex(16)
    folder = _folder(data_dir, user_id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_room(folder)
    path = folder / token
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        shutil.copyfileobj(content, out)
    _about(path).write_text(json.dumps({"file_name": file_name[:200]}), "utf-8")
    return Stashed(token, path, file_name)


def find(data_dir: Path, *, user_id: int, token: str) -> Stashed:
    """Return a waiting file of the person; raise NotFound for any other."""
    path = _folder(data_dir, user_id) / token
    if not _TOKEN.fullmatch(token):
        raise NotFound("There is no such file any more.")
    if _taken(path).is_file():
        raise Conflict("This file is being brought in already. Look at your data soon.")
    if not path.is_file():
        raise NotFound("There is no such file any more.")
    about = json.loads(_about(path).read_text("utf-8"))
    return Stashed(token, path, about["file_name"])


@contextmanager
def taken(stashed: Stashed) -> Iterator[Stashed]:
    """Take a waiting file for one import alone; it waits again unless forgotten.

    Pressed twice, the button brings a file in once: the second one raises Conflict.
    """
    mine = replace(stashed, path=_taken(stashed.path))
    try:
        stashed.path.rename(mine.path)
    except FileNotFoundError:
        raise Conflict("This file is being brought in already.") from None
    try:
        yield mine
    finally:
        with suppress(FileNotFoundError):
            mine.path.rename(stashed.path)


def forget(stashed: Stashed) -> None:
    """Delete a waiting file."""
    stashed.path.unlink(missing_ok=True)
    _about(stashed.path).unlink(missing_ok=True)


def forget_all(data_dir: Path, *, user_id: int) -> None:
    """Delete everything that waits for a person: the account is gone."""
    shutil.rmtree(_folder(data_dir, user_id), ignore_errors=True)


def forget_old(data_dir: Path, *, now: datetime) -> None:
    """Delete the files that have waited for longer than a day."""
    for path in (data_dir / FOLDER).glob("*/*"):
        with suppress(FileNotFoundError):  # another upload was quicker
            if now.timestamp() - path.stat().st_mtime > KEPT_SECONDS:
                path.unlink()


def _make_room(folder: Path) -> None:
    waiting = [path for path in folder.iterdir() if _TOKEN.fullmatch(path.name)]
    waiting.sort(key=lambda path: path.stat().st_mtime)
    for path in waiting[: max(0, len(waiting) - MOST_WAITING + 1)]:
        forget(Stashed(path.name, path, ""))


def _folder(data_dir: Path, user_id: int) -> Path:
    return data_dir / FOLDER / str(user_id)


def _about(path: Path) -> Path:
    return path.with_name(f"{path.stem}.json")


def _taken(path: Path) -> Path:
    return path.with_name(f"{path.stem}.taken")
