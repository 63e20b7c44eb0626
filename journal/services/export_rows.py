"""A person's rows in the order in which they leave, a batch in memory at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Row, and_, or_, select
from sqlalchemy.orm import Session

from journal.services.export_registry import (
    Kept,
    columns_of,
    is_own_number,
    parent_column,
    referred,
)
from journal.services.export_values import as_json

BATCH: Final = 500


@dataclass(slots=True)
class OwnRow:
    """One row of a person with the rows inside it; values as the database has them."""

    key: tuple[Any, ...]
    values: dict[str, Any]
    inside: dict[str, list[OwnRow]] = field(default_factory=dict)


def own_rows(
    session: Session,
    kept: Kept,
    *,
    user_id: int,
    first: date | None = None,
    last: date | None = None,
) -> Iterator[OwnRow]:
    """Yield the person's rows of a table, those of a stretch of days if it has days."""
    column = owner_column(kept)
    conditions: list[ColumnElement[bool]] = [column == user_id]
    if kept.day and first is not None:
        conditions.append(kept.table.c[kept.day] >= first)
    if kept.day and last is not None:
        conditions.append(kept.table.c[kept.day] <= last)
    yield from rows_where(session, kept, and_(*conditions))


def owner_column(kept: Kept) -> Column[Any]:
    """Return the column that names the person: `user_id`, of an account its number."""
    return kept.table.c["user_id" if "user_id" in kept.table.c else "id"]


def is_of(
    kept: Kept, parent: Kept | None = None, *, user_id: int
) -> ColumnElement[bool]:
    """Return the condition that a row, or the row it lies in, is the person's."""
    if parent is None:
        return owner_column(kept) == user_id
    (parent_key,) = parent.table.primary_key.columns
    theirs = select(parent_key).where(owner_column(parent) == user_id)
    return parent_column(kept, parent).in_(theirs)


def rows_with_keys(
    session: Session,
    kept: Kept,
    keys: Sequence[tuple[Any, ...]],
    parent: Kept | None = None,
    *,
    user_id: int,
) -> Iterator[OwnRow]:
    """Yield those of the person's rows that have one of these primary keys."""
    owned = is_of(kept, parent, user_id=user_id)
    for at in range(0, len(keys), BATCH):
        where = and_(have_keys(kept, keys[at : at + BATCH]), owned)
        yield from rows_where(session, kept, where, parent)


def have_keys(kept: Kept, keys: Sequence[tuple[Any, ...]]) -> ColumnElement[bool]:
    """Return the condition that a row has one of these primary keys."""
    columns = list(kept.table.primary_key.columns)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return or_(
        *(
            and_(*(one == value for one, value in zip(columns, key, strict=True)))
            for key in keys
        )
    )


def rows_where(
    session: Session,
    kept: Kept,
    where: ColumnElement[bool],
    parent: Kept | None = None,
) -> Iterator[OwnRow]:
    """Yield rows in their order, each with the rows inside it."""
    written = columns_of(kept, parent)
    keys = list(kept.table.primary_key.columns)
    ordered = [kept.table.c[name] for name in (kept.day, *kept.order) if name]
    query = (
        select(*keys, *(column.label(f"w_{column.name}") for column in written))
        .where(where)
        .order_by(*ordered, *keys)
        .execution_options(yield_per=BATCH)
    )
    for batch in session.execute(query).partitions(BATCH):
        rows = [_as_row(one, written, len(keys)) for one in batch]
        for child in kept.inside:
            _fill(session, kept, child, rows)
        yield from rows


def _as_row(found: Row[Any], written: Sequence[Column[Any]], key_count: int) -> OwnRow:
    names = [column.name for column in written]
    return OwnRow(
        tuple(found[:key_count]), dict(zip(names, found[key_count:], strict=True))
    )


def _fill(session: Session, kept: Kept, child: Kept, rows: Sequence[OwnRow]) -> None:
    """Put the rows of `child` into those that they lie in."""
    inside = parent_column(child, kept)
    by_key: dict[Any, list[OwnRow]] = {row.key[0]: [] for row in rows}
    parents = {
        tuple(found[:-1]): found[-1]
        for found in session.execute(
            select(*child.table.primary_key.columns, inside).where(
                inside.in_(list(by_key))
            )
        )
    }
    for row in rows_where(session, child, inside.in_(list(by_key)), kept):
        by_key[parents[row.key]].append(row)
    for row in rows:
        row.inside[child.name] = by_key[row.key[0]]


def mark_of(row: OwnRow) -> str:
    """Return a fingerprint of all that a row and the rows inside it hold."""
    return sha256(json.dumps(_plain(row), sort_keys=True).encode()).hexdigest()[:32]


def _plain(row: OwnRow) -> dict[str, Any]:
    plain = {name: as_json(value) for name, value in row.values.items()}
    inside = {
        name: [_plain(child) for child in rows] for name, rows in row.inside.items()
    }
    return {"values": plain, "inside": inside}


@cache
def name_in_file(column: Column[Any]) -> str:
    """Return a column's key in the file: `food_id` is "food", a number of the file."""
    return column.name.removesuffix("_id") if referred(column) else column.name


def has_own_number(kept: Kept) -> bool:
    """Whether the rows are counted by a number of their own, in the order written."""
    return any(is_own_number(column) for column in kept.table.primary_key.columns)
