"""Opening a file from outside: what it is, with limits on what it may unpack to."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from journal.domain.errors import Invalid
from journal.domain.history import History
from journal.domain.history_kinds import KNOWN, read_history
from journal.domain.history_table import decoded
from journal.domain.history_values import DateOrder
from journal.domain.journal_file import read_journal_file
from journal.services.foodimport_files import opened_zip, readable
from journal.services.import_apple import read_apple
from journal.services.import_csv_zip import is_own_zip, read_own_zip

#: Tables and JSON are held in memory while they are read.
LARGEST_TEXT_BYTES: Final = 64_000_000
#: Apple's file is read as a stream; ten years have about 1 GB.
LARGEST_XML_BYTES: Final = 3_000_000_000
APPLE: Final = ("export.xml",)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file turned out to be: the journal's own, or another program's."""

    journal: dict[str, Any] | None = None
    history: History | None = None
    #: Whether the journal's own came as tables, which do not tell meals apart.
    is_tables: bool = False


def open_file(path: Path, *, date_order: DateOrder | None = None) -> Opened:
    """Read a file from outside to its end; nothing of it is written anywhere.

    :raises Invalid: in one sentence, for what cannot be read or is too large
    """
    with readable(path):
        if path.stat().st_size == 0:
            raise Invalid("file", "This file is empty.")
        if zipfile.is_zipfile(path):
            return _open_zip(path, date_order)
        with path.open("rb") as stream:
            return _open_stream(stream, path.stat().st_size, date_order)


def _open_zip(path: Path, order: DateOrder | None) -> Opened:
    with opened_zip(path, maximum_bytes=LARGEST_XML_BYTES) as archive:
        if is_own_zip(archive):
            return Opened(journal=read_own_zip(archive), is_tables=True)
        members = [one for one in archive.infolist() if not one.is_dir()]
        chosen = [m for m in members if m.filename.rsplit("/", 1)[-1] in APPLE]
        if not chosen:
            chosen = [
                m for m in members if m.filename.lower().endswith((".csv", ".json"))
            ]
        if len(chosen) != 1:
            raise Invalid(
                "file",
                "This zip holds several tables, or none. Choose one file of it. "
                f"This page reads {KNOWN}.",
            )
        with archive.open(chosen[0]) as stream:
            return _open_stream(stream, chosen[0].file_size, order)


def _open_stream(stream: IO[bytes], size: int, order: DateOrder | None) -> Opened:
    start = stream.read(4096)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        if size > LARGEST_XML_BYTES:
            raise Invalid("file", "This file is larger than any Health export (3 GB).")
        return Opened(history=read_apple(_Rejoined(start, stream)))  # type: ignore[arg-type]
    if size > LARGEST_TEXT_BYTES:
        megabytes = LARGEST_TEXT_BYTES // 1_000_000
        raise Invalid("file", f"This file is too large. {megabytes} MB are the most.")
    text = decoded(start + stream.read(LARGEST_TEXT_BYTES))
    if not text.strip():
        raise Invalid("file", "This file is empty.")
    if text.lstrip()[:1] in {"{", "["}:
        return Opened(journal=read_journal_file(text))
    return Opened(history=read_history(text, order))


class _Rejoined(io.RawIOBase):
    """A stream with the piece put back that was read to tell what it is."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._start = start
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """Return the first piece, then what follows."""
        if self._start:
            piece, self._start = self._start, b""
            return piece
        return self._rest.read(size)
