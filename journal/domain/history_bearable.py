"""Bearable's export: one row for each rating, symptom, night or note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from journal.domain.history import (
    History,
    PastFact,
    PastNote,
    PastRow,
    PastSymptom,
)
from journal.domain.history_table import DayTable, Table
from journal.domain.history_values import DateOrder, Unclear, clock, minutes, number

COLUMNS: Final = frozenset({"date formatted", "category", "rating/amount", "detail"})
#: Bearable rates from 0 to 4; the journal from 0 to 10.
STEPS_PER_RATING: Final = 2.5
ABOUT: Final[Mapping[str, str]] = {
    "date": "left out: the next column says the same",
    "date formatted": "the day",
    "weekday": "left out",
    "time of day": "whether it was at night",
    "category": "what kind of row it is",
    "rating/amount": "severity (0–4 × 2.5) or minutes of sleep",
    "detail": "the symptom, or words for the note",
    "notes": "the note",
}
#: Categories whose rows become words in the day's note.
AS_WORDS: Final = frozenset(
    {"mood", "energy", "lifestyle", "work", "social", "weather", "active"}
    | {"behavioural", "sleep quality", "notes", "factors"}
)
_SEVERITY = re.compile(
    r"\s*\((?:none|mild|moderate|severe|unbearable|extreme)\)\s*$", re.IGNORECASE
)
_PICTURE = re.compile(r"[^\w\s()/,.:;'’&+-]")


def is_bearable(table: Table) -> bool:
    """Whether the table is an export of Bearable."""
    return {name.casefold() for name in table.header} >= COLUMNS


def read_bearable(table: Table, order: DateOrder | None) -> History:
    """Read symptoms, sleep and words; other measurements are left out."""
    lower = tuple(name.casefold() for name in table.header)
    reader = DayTable(
        Table(lower, table.separator, table.body), "date formatted", order
    )
    rows: list[PastRow] = reader.read(lambda line, cells: _row(reader, line, cells))
    columns = [(name, ABOUT.get(name.casefold(), "left out")) for name in table.header]
    return History("bearable", rows, reader.unreadable, columns, reader.asks)


def _row(reader: DayTable, line: int, cells: Mapping[str, str]) -> PastRow | None:
    day = reader.day(cells)
    category = cells["category"].strip().casefold()
    if category.startswith("symptom"):
        return _symptom(reader, line, cells)
    if category == "sleep":
        slept = minutes(cells["rating/amount"])
        return None if slept is None else PastFact(line, day, "night_sleep_min", slept)
    if category in AS_WORDS:
        text = _words(category, cells)
        return PastNote(line, day, text) if text else None
    return None


def _symptom(reader: DayTable, line: int, cells: Mapping[str, str]) -> PastSymptom:
    rating = number(cells["rating/amount"])
    if rating is None:
        raise Unclear("The symptom has no rating")
    if rating > 4:
        raise Unclear(f"{rating:g} is no rating from 0 to 4")
    name = without_pictures(_SEVERITY.sub("", cells["detail"]))
    if not name:
        raise Unclear("The symptom has no name")
    said = cells.get("time of day", "")
    return PastSymptom(
        line,
        reader.day(cells),
        name[:60],
        on_our_scale(rating),
        clock(said),
        f"{rating:g} of 4",
        note=cells.get("notes", "").strip()[:1000],
        is_night=True if "night" in said.casefold() else None,
    )


def on_our_scale(rating_0_4: float) -> int:
    """Return 0, 3, 5, 8, 10 for 0 to 4: times 2.5, halves up."""
    return int(rating_0_4 * STEPS_PER_RATING + 0.5)


def without_pictures(text: str) -> str:
    """Return words without emoji and single spaces between them."""
    return " ".join(_PICTURE.sub(" ", text).split())


def _words(category: str, cells: Mapping[str, str]) -> str:
    parts = [without_pictures(cells["detail"]), cells["rating/amount"].strip()]
    said = ", ".join(part for part in parts if part)
    note = cells.get("notes", "").strip()
    text = f"{category.capitalize()}: {said}" if said else ""
    return "; ".join(part for part in (text, note) if part)[:1000]
