"""mySymptoms' export: rows of any length, a day, a time, a kind and its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from journal.domain.history import (
    History,
    PastFact,
    PastFood,
    PastNote,
    PastRow,
    PastSymptom,
    Unreadable,
    slot_at,
)
from journal.domain.history_bearable import without_pictures
from journal.domain.history_values import (
    DateOrder,
    Unclear,
    clock,
    date_order,
    day,
    is_local,
    minutes,
    number,
)

Row = tuple[int, tuple[str, ...]]
MEALS: Final = frozenset({"breakfast", "lunch", "dinner", "snack", "drink", "supper"})
SYMPTOM: Final = "symptom"
#: Kinds that become words in the day's note.
WORDS: Final = frozenset(
    {"medication", "medicine", "supplement", "exercise", "stress", "other", "note"}
    | {"environment", "mood", "sleep quality", "bowel movement", "stool", "energy"}
)
KINDS: Final = MEALS | WORDS | {SYMPTOM, "sleep"}
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_INTENSITY = re.compile(r"intensity:\s*(\S+)", re.IGNORECASE)
_DURATION = re.compile(r"duration:?\s*(.+)", re.IGNORECASE)
COLUMNS: Final = (
    ("1, day", "the day"),
    ("2, time", "which meal, or which night"),
    ("3, kind", "meals, symptoms and sleep; other kinds become words in the note"),
    ("4 and on", "foods and amounts in brackets; symptoms with intensity and duration"),
)


def is_mysymptoms(rows: Sequence[Row]) -> bool:
    """Whether most rows after the first begin with a day, a time and a known kind."""
    some = rows[1:40]
    good = sum(1 for _, cells in some if _is_entry(cells))
    return bool(some) and good * 2 > len(some)


def _is_entry(cells: Sequence[str]) -> bool:
    if len(cells) < 3 or clock(cells[1]) is None:
        return False
    return cells[2].strip().casefold() in KINDS


def read_mysymptoms(rows: Sequence[Row], order: DateOrder | None) -> History:
    """Read all rows but the first, which is a heading."""
    days = [cells[0] for _, cells in rows[1:]]
    known = date_order(days) or order
    asks = known is None and any(is_local(text) for text in days)
    read: list[PastRow] = []
    unreadable: list[Unreadable] = []
    for line, cells in rows[1:]:
        try:
            read += _entries(line, cells, known or "mdy")
        except Unclear as problem:
            unreadable.append(Unreadable(line, f"{problem}."))
    return History("mysymptoms", read, unreadable, COLUMNS, asks)


def _entries(line: int, cells: Sequence[str], order: DateOrder) -> Iterator[PastRow]:
    if len(cells) < 3:
        raise Unclear("The row is cut off")
    on, kind = day(cells[0], order), cells[2].strip().casefold()
    items = [cell.strip() for cell in cells[3:] if cell.strip()]
    if kind not in KINDS:
        raise Unclear(f"“{cells[2][:20]}” is not a known kind of entry")
    if kind in MEALS:
        yield from _meal(line, on, cells, items)
    elif kind == SYMPTOM:
        yield from _symptoms(line, on, cells, items)
    elif kind == "sleep" and items and (slept := minutes(items[0])) is not None:
        yield PastFact(line, on, "night_sleep_min", slept)
    elif items:
        yield PastNote(line, on, f"{kind.capitalize()}: {', '.join(items)}"[:1000])


def _meal(
    line: int, on: date, cells: Sequence[str], items: Sequence[str]
) -> Iterator[PastRow]:
    kind = cells[2].strip().casefold()
    slot = slot_at(clock(cells[1]), "drinks" if kind == "drink" else kind)
    for item in items:
        name, amount = _food(item)
        if name:
            yield PastFood(line, on, slot, name[:200], amount[:80])


def _food(item: str) -> tuple[str, str]:
    amounts = [one.strip("[] ") for one in _BRACKETED.findall(item)]
    return " ".join(_BRACKETED.sub(" ", item).split()), ", ".join(amounts)


def _symptoms(
    line: int, on: date, cells: Sequence[str], items: Sequence[str]
) -> Iterator[PastRow]:
    """Yield each name with the intensity and the duration that follow it."""
    groups: list[tuple[str, float | None, int | None]] = []
    for item in items:
        if found := _INTENSITY.match(item):
            if groups:
                groups[-1] = (groups[-1][0], number(found[1]), groups[-1][2])
        elif found := _DURATION.match(item):
            if groups:
                groups[-1] = (*groups[-1][:2], _minutes(found[1]))
        else:
            groups.append((without_pictures(item), None, None))
    for name, intensity, length in groups:
        if intensity is None or intensity > 10:
            raise Unclear(f"“{name[:20]}” has no intensity from 0 to 10")
        yield PastSymptom(
            line,
            on,
            name[:60],
            int(intensity + 0.5),
            clock(cells[1]),
            f"{intensity:g} of 10",
            length if length and 0 < length <= 1440 else None,
        )


def _minutes(text: str) -> int | None:
    found = re.match(r"(\d+)\s*(h|min|m\b)", text.strip(), re.IGNORECASE)
    if found:
        return int(found[1]) * (60 if found[2].lower() == "h" else 1)
    slept = minutes(text)
    return None if slept is None or ":" not in text else int(slept)
