"""CSV files that spreadsheets open as they are meant, and that can be read back."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import IO, Any, Final

#: A cell that begins with one of these is taken for a formula by spreadsheets.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
#: Put before such a cell, and before one that begins with the sign itself: so taking
#: one sign away always gives back what was written.
DEFUSED = "'"
#: A table leaves in pieces of about so many signs.
PIECE_SIGNS: Final = 16_000

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
    return _WRITTEN.get(type(value), defused)(value)


def _decimal(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


#: How each type is written; ten years have millions of cells.
_WRITTEN: Final[Mapping[type, Callable[[Any], str]]] = {
    type(None): lambda _: "",
    bool: lambda value: "yes" if value else "no",
    float: _decimal,
    int: str,
    str: defused,
}


def csv_lines(
    columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]
) -> Iterator[str]:
    """Yield a CSV table, some rows a piece; a column that a row lacks stays empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        values = map(row.get, columns)
        writer.writerow([_WRITTEN.get(type(one), defused)(one) for one in values])
        if out.tell() >= PIECE_SIGNS:
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
