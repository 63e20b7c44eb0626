"""CSV files that spreadsheets open as they are meant, and that can be read back."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

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


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """Return a CSV table; a column that a row lacks is unknown and stays empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column)) for column in columns])
    return out.getvalue()


def zipped(files: Mapping[str, str], *, made_at: datetime) -> bytes:
    """Return the files as a zip; the same content gives the same bytes.

    CSV files carry a byte order mark, by which spreadsheets know them for UTF-8.
    """
    out = io.BytesIO()
    stamp = (max(made_at.year, 1980), *made_at.timetuple()[1:6])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, date_time=stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            encoding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
            archive.writestr(info, text.encode(encoding))
    return out.getvalue()
