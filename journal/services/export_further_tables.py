"""Every further table that leaves with a person, as CSV, read from the registry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import JSON, LargeBinary
from sqlalchemy.orm import Session

from journal.domain.nutrition import NUTRIENT_KEYS
from journal.models import UtcDateTime
from journal.render.csvfile import Cell
from journal.services.export_columns import FOOD_COLUMNS
from journal.services.export_json import NUMBER, Numbers, row_content
from journal.services.export_registry import (
    FOOD,
    KEPT,
    PROFILE,
    Kept,
    columns_of,
    numbered_tables,
    referred,
)
from journal.services.export_rows import OwnRow, name_in_file, own_rows
from journal.services.export_stretch import SCHEMA_VERSION, Rows, Whose, local

#: Tables whose rows stand in a table of their own making; see export_tables.
WRITTEN_ELSEWHERE: Final = frozenset(
    {"foods", "days", "symptoms", "meals", "supplement_intakes"}
    | {"skipped_meals", "day_origins"}
)
#: What one is called where the name is taken by what was taken of it.
RENAMED: Final = {"supplements": "supplement_products"}

CsvTable = tuple[str, tuple[str, ...], Rows]


def id_in_tables(number: int, slug: str) -> str:
    """Return what a food is called in the files: its slug, or its number as own."""
    return slug or f"own-{number}"


def food_table(foods: Iterable[tuple[str, Mapping[str, Any]]]) -> CsvTable:
    """Return the table of the foods that leave, with their figures per 100 g."""

    def rows() -> Rows:
        for number, (_, content) in enumerate(foods, start=1):
            figures = content["per_100_g"]
            yield {
                "id": id_in_tables(number, content.get("slug", "")),
                "name": content["name"],
                "category": content["category"],
                "source": content["source"],
                "source_code": content["source_code"],
                **{f"{key}_per_100_g": figures.get(key) for key in NUTRIENT_KEYS},
            }

    return "foods", FOOD_COLUMNS, rows()


def further_tables(
    session: Session, whose: Whose, food_ids: Mapping[str, int]
) -> Iterator[CsvTable]:
    """Yield the profile and each further table, and the tables inside them."""
    numbers: Numbers = {name: {} for name in numbered_tables()}
    numbers[FOOD] = dict(food_ids)
    for kept in (PROFILE, *KEPT):
        if kept.name in WRITTEN_ELSEWHERE:
            continue
        rows = list(
            own_rows(
                session,
                kept,
                user_id=whose.account.id,
                first=whose.first,
                last=whose.last,
            )
        )
        own = numbers.get(kept.table.name)
        if own is not None:
            own.update((row.key[0], n) for n, row in enumerate(rows, start=1))
        yield from _tables(kept, rows, numbers, whose.zone)


def _tables(
    kept: Kept, rows: list[OwnRow], numbers: Numbers, zone: ZoneInfo
) -> Iterator[CsvTable]:
    name = RENAMED.get(kept.name, kept.name)
    inner = [child.name for child in kept.inside]
    contents = [
        {NUMBER: number, **row_content(kept, row, numbers)}
        for number, row in enumerate(rows, start=1)
    ]
    columns = (NUMBER, *_columns(kept, None), "schema_version")
    yield name, columns, (_cells(kept, one, zone, skip=inner) for one in contents)
    for child in kept.inside:
        inside = [
            {f"{name}_id": content[NUMBER], "position_in_row": place, **one}
            for content in contents
            for place, one in enumerate(content[child.name], start=1)
        ]
        extra = (f"{name}_id", "position_in_row")
        names = tuple(n for n in _columns(child, kept) if n not in extra)
        columns = (*extra, *names, "schema_version")
        yield f"{name}_{child.name}", columns, (_cells(child, x, zone) for x in inside)


def _columns(kept: Kept, parent: Kept | None) -> tuple[str, ...]:
    return tuple(
        _csv_name(kept, name_in_file(column), is_reference=bool(referred(column)))
        for column in columns_of(kept, parent)
        if not isinstance(column.type, LargeBinary)
    )


def _csv_name(_kept: Kept, name: str, *, is_reference: bool) -> str:
    return f"{name}_number" if is_reference else name


def _cells(
    kept: Kept,
    content: Mapping[str, Any],
    zone: ZoneInfo,
    skip: list[str] | None = None,
) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, value in content.items():
        if name not in (skip or []):
            cells[_own_name(kept, name)] = _cell(kept, name, value, zone)
    return cells | {"schema_version": SCHEMA_VERSION}


def _own_name(kept: Kept, name: str) -> str:
    column = kept.table.columns.get(f"{name}_id")
    is_reference = column is not None and bool(referred(column))
    return _csv_name(kept, name, is_reference=is_reference)


def _cell(kept: Kept, name: str, value: Any, zone: ZoneInfo) -> Cell:
    column = kept.table.columns.get(name)
    if column is None or value is None:
        return value  # type: ignore[no-any-return]
    if isinstance(column.type, JSON):
        return json.dumps(value, ensure_ascii=False) if value else None
    if isinstance(column.type, UtcDateTime):
        return local(datetime.fromisoformat(value), zone)
    return value  # type: ignore[no-any-return]
