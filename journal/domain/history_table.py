"""Tables of other programs: any separator, any mark of encoding, columns by name."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from journal.domain.errors import Invalid
from journal.domain.history import Unreadable
from journal.domain.history_values import (
    DateOrder,
    Unclear,
    date_order,
    day,
    is_local,
)

_T = TypeVar("_T")

SEPARATORS: Final = (",", ";", "\t")
LONGEST_CELL: Final = 200_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header; rows come as (line, cells by column)."""

    header: tuple[str, ...]
    separator: str
    body: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def decimal_comma(self) -> bool:
        """Whether "1,000" is one and not a thousand."""
        return self.separator == ";"

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield line and cells; a short row lacks columns, which are not known."""
        for line, cells in self.body:
            yield line, dict(zip(self.header, cells, strict=False))

    def is_short(self, cells: dict[str, str]) -> bool:
        """Whether a row has fewer cells than the header: the file may be cut off."""
        return len(cells) < len(self.header)


def decoded(content: bytes) -> str:
    """Return the text; UTF-8 with or without its mark, or UTF-16 with one."""
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(
            "file",
            "This file is not UTF-8 text. Save or export it again as “CSV UTF-8”.",
        ) from None
    if "\x00" in text:
        raise Invalid("file", "This file is not a text file.")
    return text


def plain(name: str) -> str:
    """Return a column's name so that both signs for micro are one, without spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def read_cells(text: str) -> tuple[str, list[tuple[int, tuple[str, ...]]]]:
    """Return the separator and every row that is not empty, with its line."""
    separator = _separator(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        skipinitialspace=True,
        strict=True,
    )
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        rows.extend(
            (reader.line_num, tuple(row))
            for row in reader
            if any(cell.strip() for cell in row)
        )
    except csv.Error as problem:
        where = f"near line {reader.line_num}"
        if "unexpected end" in str(problem):
            raise Invalid("file", "This file ends in the middle of a row.") from None
        raise Invalid("file", f"This file is not a sound table, {where}.") from None
    if not rows:
        raise Invalid("file", "This file is empty.")
    return separator, rows


def _separator(text: str) -> str:
    first = text[:10_000].splitlines()[0] if text.strip() else ""
    outside = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=outside.count)


class DayTable:
    """A table with a day in each row; rows that cannot be read are noted, not lost.

    :ivar asks: whether the person must say which number of a date is the month
    """

    def __init__(self, table: Table, day_column: str, order: DateOrder | None) -> None:
        self.table = table
        self.unreadable: list[Unreadable] = []
        self._day_column = day_column
        days = [cells.get(day_column, "") for _, cells in table.rows()]
        known = date_order(days) or order
        self.asks = known is None and any(is_local(text) for text in days)
        self._order: DateOrder = known or "mdy"

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows that are whole."""
        for line, cells in self.table.rows():
            if self.table.is_short(cells):
                reason = "The row is cut off: columns are missing."
                self.unreadable.append(Unreadable(line, reason))
            else:
                yield line, cells

    def read(self, row: Callable[[int, Mapping[str, str]], _T | None]) -> list[_T]:
        """Return what `row` makes of each row; what it cannot read is noted."""
        found = []
        for line, cells in self.rows():
            try:
                made = row(line, cells)
            except Unclear as problem:
                self.unreadable.append(Unreadable(line, f"{problem}."))
                continue
            if made is not None:
                found.append(made)
        return found

    def day(self, cells: Mapping[str, str]) -> date:
        """Return the day of a row; raise Unclear."""
        return day(cells[self._day_column], self._order)
