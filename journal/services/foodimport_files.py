"""Reading files from outside: bounded memory, and refusal of what is not sound."""

from __future__ import annotations

import csv
import gzip
import lzma
import os
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from journal.services.foodimport_record import Progress, unusable

GB: Final = 10**9
#: The largest official archives have about 0.5 GB, 4 GB unpacked.
MAXIMUM_ZIP_BYTES: Final = 2 * GB
MAXIMUM_UNPACKED_BYTES: Final = 12 * GB
MAXIMUM_WORKBOOK_BYTES: Final = 200_000_000
#: Open Food Facts' table has about 12 GB unpacked and grows.
MAXIMUM_TABLE_BYTES: Final = 40 * GB
MAXIMUM_RATIO: Final = 100
RATIO_FROM_BYTES: Final = 20_000_000
#: A stream tells its sizes only while it is read: blank lines are read slowly.
STREAM_RATIO_FROM_BYTES: Final = 1_000_000
MAXIMUM_MEMBERS: Final = 1000
MAXIMUM_LINE_BYTES: Final = 2_000_000
MAXIMUM_FIELD_CHARACTERS: Final = 1_000_000


class Bytes(Protocol):
    """What lines are read from: a file, a member of an archive, a gzip stream."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, cut at ``size``."""
        ...


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what can go wrong with a file from outside into one clear line."""
    try:
        yield
    except UnicodeDecodeError:
        raise unusable(f"{path.name} is not UTF-8 text.") from None
    except csv.Error as problem:
        raise unusable(f"{path.name} is not a sound table ({problem}).") from None
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError) as problem:
        why = str(problem) or "it ends too early"
        raise unusable(f"{path.name} is damaged or cut off ({why}).") from None
    except (gzip.BadGzipFile, NotImplementedError) as problem:
        raise unusable(f"{path.name} cannot be unpacked ({problem}).") from None
    except sqlite3.Error as problem:
        raise unusable(f"There is no room to read {path.name} ({problem}).") from None
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise unusable(f"{path.name} cannot be read ({reason}).") from None


@contextmanager
def opened_zip(
    path: Path, *, maximum_bytes: int = MAXIMUM_UNPACKED_BYTES
) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose members are read in place and never unpacked to disk."""
    if path.stat().st_size > MAXIMUM_ZIP_BYTES:
        raise unusable(f"{path.name} is larger than any official release (2 GB).")
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        for member in members:
            parts = member.filename.replace("\\", "/").split("/")
            if ".." in parts or parts[0] == "" or ":" in parts[0]:
                raise unusable(f"{path.name} holds files outside its own folder.")
            if member.flag_bits & 1:
                raise unusable(f"{path.name} is locked with a password.")
            if is_bomb(member.compress_size, member.file_size):
                raise unusable(f"{path.name} unpacks to far more than it should.")
        total = sum(member.file_size for member in members)
        if len(members) > MAXIMUM_MEMBERS or total > maximum_bytes:
            raise unusable(f"{path.name} unpacks to far more than it should.")
        yield archive


def passing_tables(scratch: Path, script: str) -> sqlite3.Connection:
    """Open tables in a file without a name: it is gone even if we are killed.

    :param scratch: a folder with room for all rows
    :param script: what makes the tables, without a journal beside the file
    """
    handle, name = tempfile.mkstemp(dir=scratch, prefix="import")
    os.close(handle)
    try:
        connection = sqlite3.connect(name)
        connection.executescript(script)
    finally:
        Path(name).unlink()
    return connection


def is_bomb(packed: int, unpacked: int, *, from_bytes: int = RATIO_FROM_BYTES) -> bool:
    """Whether so little cannot honestly unpack to so much.

    :param packed: bytes read of the packed file
    :param unpacked: bytes that came out of them
    :param from_bytes: what is smaller unpacked does no harm
    """
    return unpacked > from_bytes and unpacked > MAXIMUM_RATIO * max(packed, 1)


def member_named(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo | None:
    """Return the member with this file name, in whatever folder."""
    for member in archive.infolist():
        if member.filename.rsplit("/", 1)[-1] == name:
            return member
    return None


def lines(stream: Bytes, name: str, progress: Progress) -> Iterator[str]:
    """Yield UTF-8 lines one by one; a line without end is refused, not kept."""
    is_first = True
    while raw := stream.readline(MAXIMUM_LINE_BYTES):
        if len(raw) >= MAXIMUM_LINE_BYTES:
            raise unusable(f"{name} has a line that does not end: it is not a table.")
        progress(len(raw))
        yield raw.decode("utf-8-sig" if is_first else "utf-8")
        is_first = False


def table(
    stream: Bytes,
    name: str,
    columns: set[str],
    progress: Progress,
    *,
    separator: str = ",",
) -> Iterator[dict[str, str]]:
    """Yield the rows of a table one by one; an unknown header is refused.

    In a table of volunteers, separated by tabs, a broken row is left out; in an
    official one, and at the end of any, it means that the file is not whole.
    """
    csv.field_size_limit(MAXIMUM_FIELD_CHARACTERS)
    # Open Food Facts quotes nothing: a quote there is just a character.
    read = lines(stream, name, progress)
    if separator == "\t":
        rows = csv.reader(read, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        rows = csv.reader(read, delimiter=separator, strict=True)
    header = next(rows, [])
    missing = columns - set(header)
    if missing:
        raise unusable(f"{name} has no column {', '.join(sorted(missing))}.")
    is_broken = False
    for row in rows:
        is_broken = bool(row) and len(row) != len(header)
        if is_broken and separator == ",":
            break
        if row and not is_broken:
            yield dict(zip(header, row, strict=True))
    if is_broken:
        raise unusable(
            f"{name}, line {rows.line_num}, does not have {len(header)} values: "
            "it is damaged or cut off."
        )


def member_table(
    archive: zipfile.ZipFile, name: str, columns: set[str], progress: Progress
) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file inside an archive; none when it is not there."""
    member = member_named(archive, name)
    if member is None:
        return
    with archive.open(member) as stream:
        yield from table(stream, name, columns, progress)
