"""Daylio's export: a mood, activities and a note for each entry, kept as words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.domain.history import History, PastNote
from journal.domain.history_table import DayTable, Table
from journal.domain.history_values import DateOrder

COLUMNS: Final = frozenset({"full_date", "mood", "activities"})
ABOUT: Final[Mapping[str, str]] = {
    "full_date": "the day",
    "mood": "words in the day’s note",
    "activities": "words in the day’s note",
    "note_title": "the note",
    "note": "the note",
}


def is_daylio(table: Table) -> bool:
    """Whether the table is an export of Daylio."""
    return set(table.header) >= COLUMNS


def read_daylio(table: Table, order: DateOrder | None) -> History:
    """Read the entries. A mood is no leg symptom: it stays words."""
    reader = DayTable(table, "full_date", order)
    rows = reader.read(lambda line, cells: _note(reader, line, cells))
    columns = [(name, ABOUT.get(name, "left out")) for name in table.header]
    return History("daylio", rows, reader.unreadable, columns, reader.asks)


def _note(reader: DayTable, line: int, cells: Mapping[str, str]) -> PastNote:
    done = ", ".join(part.strip() for part in cells["activities"].split("|"))
    mood = cells["mood"].strip()
    own = [cells.get("note_title", "").strip(), cells.get("note", "").strip()]
    parts = [f"Mood: {mood}" if mood else "", done, *own]
    text = "; ".join(part for part in parts if part)
    return PastNote(line, reader.day(cells), text[:2000])
