"""CSV files that spreadsheets open as they are meant, and that can be read back."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import IO

#: A cell that begins with one of these is taken for a formula by spreadsheets.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
#: Put before such a cell, and before one that begins with the sign itself: so taking
#: one sign away always gives back what was written.
DEFUSED = "'"

Cell = str | int | float | bool | None


def defused(text: str) -> str:
    """Return the text so that no spreadsheet runs it; see `restored`."""
    if text.startswith((*FORMULA_STARTS, DEFUSED)):
        return DEFUSED + text
    return text


def restored(text: str) -> str:
    """Return what was written before `defused`."""
    return text[1:] if text.startswith(DEFUSED) else text


def cell(value: Cell) -> str:
    """Return a cell: empty is unknown, 0 is zero; decimals with a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
    return str(value) if isinstance(value, int) else defused(value)


def csv_lines(
    columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]
) -> Iterator[str]:
    """Yield a CSV table row by row; a column that a row lacks stays empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def write_zip(
    stream: IO[bytes],
    files: Iterable[tuple[str, Iterable[str]]],
    *,
    made_at: datetime,
    with_mark: bool = True,
) -> None:
    """Write a zip piece by piece; the same content gives the same bytes.

    With `with_mark` CSV files carry a byte order mark, by which spreadsheets know
    them for UTF-8.
    """
    stamp = (max(made_at.year, 1980), *made_at.timetuple()[1:6])
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in files:
            info = zipfile.ZipInfo(name, date_time=stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as member:
                if with_mark and name.endswith(".csv"):
                    member.write(codecs.BOM_UTF8)
                for piece in pieces:
                    member.write(piece.encode())
