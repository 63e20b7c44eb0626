"""Which program a table came from, and reading it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from journal.domain.errors import Invalid
from journal.domain.history import History
from journal.domain.history_bearable import is_bearable, read_bearable
from journal.domain.history_cronometer import (
    is_daily,
    is_servings,
    read_daily,
    read_servings,
)
from journal.domain.history_daylio import is_daylio, read_daylio
from journal.domain.history_mysymptoms import is_mysymptoms, read_mysymptoms
from journal.domain.history_table import Table, plain, read_cells
from journal.domain.history_values import DateOrder

Read = Callable[[Table, DateOrder | None], History]

READERS: Final[tuple[tuple[Callable[[Table], bool], Read], ...]] = (
    (is_servings, read_servings),
    (is_daily, read_daily),
    (is_bearable, read_bearable),
    (is_daylio, read_daylio),
)
KNOWN: Final = (
    "a Lamplight JSON file, Cronometer’s servings.csv or dailysummary.csv, "
    "mySymptoms, Bearable, Daylio, or Apple Health’s export.xml (zipped or not)"
)


def read_history(text: str, order: DateOrder | None = None) -> History:
    """Return what a table says, known by its header.

    :param order: which number of a date like 3/4/2026 is the month, when the file
        leaves it open; without it such a file is read as month first and says so
    :raises Invalid: for an empty table, one that is not sound, or an unknown header
    """
    separator, rows = read_cells(text)
    header = tuple(plain(name) for name in rows[0][1])
    table = Table(header, separator, tuple(rows[1:]))
    if len(set(header)) == len(header):
        for is_it, read in READERS:
            if is_it(table):
                return read(table, order)
    if is_mysymptoms(rows):
        return read_mysymptoms(rows, order)
    shown = ", ".join(header)[:120]
    raise Invalid(
        "file", f"The header “{shown}” is not known. This page reads {KNOWN}."
    )
