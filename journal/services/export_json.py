"""Everything of one person as JSON: the way to move house, written piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy.orm import Session

from journal.domain.journal_file import FORMAT, VERSION
from journal.services.export_foods import leaving_foods
from journal.services.export_registry import (
    FOOD,
    KEPT,
    PROFILE,
    Kept,
    columns_of,
    numbered_tables,
    referred,
)
from journal.services.export_rows import (
    OwnRow,
    has_own_number,
    name_in_file,
    own_rows,
)
from journal.services.export_values import as_json

#: Table name to (key in the database to number in the file).
Numbers = dict[str, dict[Any, int]]

NUMBER: Final = "id"


def json_pieces(
    session: Session,
    *,
    user_id: int,
    first: date | None = None,
    last: date | None = None,
) -> Iterator[str]:
    """Yield the file, a row a line; the same rows give the same text.

    With `first` and `last` only the rows of those days are in it; what belongs to no
    day always is. No number of the database is in it, no clock and no secret.
    """
    numbers: Numbers = {name: {} for name in numbered_tables()}
    yield _head(first, last)
    (profile,) = own_rows(session, PROFILE, user_id=user_id)
    yield f',\n"{PROFILE.name}": {_text(row_content(PROFILE, profile, numbers))}'
    foods = _foods(session, user_id, numbers)
    yield from _table(KEPT[0].name, foods)
    for kept in KEPT[1:]:
        rows = own_rows(session, kept, user_id=user_id, first=first, last=last)
        yield from _table(kept.name, _contents(kept, rows, numbers))
    yield "\n}\n"


def _head(first: date | None, last: date | None) -> str:
    head: dict[str, Any] = {"format": FORMAT, "schema_version": VERSION}
    if first is not None:
        head["from"] = first.isoformat()
    if last is not None:
        head["to"] = last.isoformat()
    return "{\n" + ",\n".join(f'"{key}": {_text(one)}' for key, one in head.items())


def _table(name: str, contents: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    yield f',\n"{name}": ['
    is_first = True
    for content in contents:
        yield ("\n" if is_first else ",\n") + _text(content)
        is_first = False
    yield "]" if is_first else "\n]"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _foods(
    session: Session, user_id: int, numbers: Numbers
) -> Iterator[Mapping[str, Any]]:
    for number, (food_id, content) in enumerate(
        leaving_foods(session, user_id=user_id), start=1
    ):
        numbers[FOOD][food_id] = number
        yield {NUMBER: number, **content}


def _contents(
    kept: Kept, rows: Iterator[OwnRow], numbers: Numbers
) -> Iterator[Mapping[str, Any]]:
    if not has_own_number(kept):
        # Known by what it refers to, whose keys differ from house to house.
        found = [row_content(kept, row, numbers) for row in rows]
        yield from sorted(found, key=_text)
        return
    own = numbers.get(kept.table.name)
    for number, row in enumerate(rows, start=1):
        content = row_content(kept, row, numbers)
        if own is not None:
            own[row.key[0]] = number
            content = {NUMBER: number, **content}
        yield content


def row_content(
    kept: Kept, row: OwnRow, numbers: Numbers, parent: Kept | None = None
) -> dict[str, Any]:
    """Return a row as the file has it; what is not known is left out."""
    content: dict[str, Any] = {}
    for column in columns_of(kept, parent):
        value = row.values[column.name]
        table = referred(column)
        shown = numbers[table].get(value) if table else as_json(value)
        if shown is not None:
            content[name_in_file(column)] = shown
    for child in kept.inside:
        content[child.name] = [
            row_content(child, one, numbers, kept) for one in row.inside[child.name]
        ]
    return content
