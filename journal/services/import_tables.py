"""What the journal holds of one table, to tell new rows from those that are there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, insert
from sqlalchemy.orm import Session

from journal.services.export_registry import (
    Kept,
    columns_of,
    one_of_a_kind,
    parent_column,
)
from journal.services.export_rows import OwnRow, mark_of, own_rows
from journal.services.export_values import as_json

#: Rows written in one statement; far below what databases take.
BATCH = 400


@dataclass(slots=True)
class Held:
    """The rows of a table that a person has already, by kind and by content."""

    kept: Kept
    by_kind: dict[tuple[Any, ...], OwnRow] = field(default_factory=dict)
    by_mark: defaultdict[str, list[tuple[Any, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def load(cls, session: Session, kept: Kept, *, user_id: int) -> Held:
        """Read them all; of most only a fingerprint stays in memory."""
        held = cls(kept)
        for row in own_rows(session, kept, user_id=user_id):
            held.add(row)
        return held

    def add(self, row: OwnRow) -> None:
        """Remember a row that is here."""
        self.by_mark[mark_of(row)].append(row.key)
        self.add_kind(row)

    def add_kind(self, row: OwnRow) -> None:
        """Remember that there is one of this kind, here or in the file."""
        for kind in self._kinds(row):
            slim = row if self.kept.is_setting else OwnRow(row.key, {})
            self.by_kind[kind] = slim

    def same(self, row: OwnRow) -> tuple[Any, ...] | None:
        """Return the key of a row with this very content; each counts once."""
        keys = self.by_mark.get(mark_of(row))
        return keys.pop(0) if keys else None

    def of_its_kind(self, row: OwnRow) -> OwnRow | None:
        """Return the row that keeps this one from being added, if there is one."""
        for kind in self._kinds(row):
            if kind in self.by_kind:
                return self.by_kind[kind]
        return None

    def _kinds(self, row: OwnRow) -> list[tuple[Any, ...]]:
        kinds = [
            (number, *(as_json(row.values[name]) for name in names))
            for number, names in enumerate(one_of_a_kind(self.kept))
        ]
        if self.kept.unique_while_null is not None:
            names, ends = self.kept.unique_while_null
            if row.values[ends] is None:
                kinds.append((-1, *(as_json(row.values[name]) for name in names)))
        return kinds


def write_rows(
    session: Session, kept: Kept, rows: list[OwnRow], *, user_id: int
) -> None:
    """Write new rows with those inside them; each gets its key, in order."""
    own = {"user_id": user_id} if "user_id" in kept.table.c else {}
    for at in range(0, len(rows), BATCH):
        some = rows[at : at + BATCH]
        _insert(session, kept, some, own)
        for child in kept.inside:
            _write_inside(session, kept, child, some)


def write_inside(
    session: Session, kept: Kept, child: Kept, key: Any, rows: list[OwnRow]
) -> None:
    """Write rows inside a row that is there already."""
    _insert(session, child, rows, {parent_column(child, kept).name: key}, kept)


def _write_inside(
    session: Session, kept: Kept, child: Kept, parents: list[OwnRow]
) -> None:
    name = parent_column(child, kept).name
    rows = [
        (one, {name: row.key[0]}) for row in parents for one in row.inside[child.name]
    ]
    for at in range(0, len(rows), BATCH):
        some = rows[at : at + BATCH]
        values = [{**one.values, **extra} for one, extra in some]
        _insert_values(session, child, [one for one, _ in some], values)


def _insert(
    session: Session,
    kept: Kept,
    rows: list[OwnRow],
    extra: dict[str, Any],
    parent: Kept | None = None,
) -> None:
    names = [column.name for column in columns_of(kept, parent)]
    values = [{**{n: row.values[n] for n in names}, **extra} for row in rows]
    # A food's key is made beforehand.
    for row, one in zip(rows, values, strict=True):
        if row.key:
            one |= dict(zip(_key_names(kept), row.key, strict=True))
    _insert_values(session, kept, rows, values)


def _insert_values(
    session: Session, kept: Kept, rows: list[OwnRow], values: list[dict[str, Any]]
) -> None:
    if not rows:
        return
    keys: list[Column[Any]] = list(kept.table.primary_key.columns)
    statement = insert(kept.table).returning(*keys, sort_by_parameter_order=True)
    for row, found in zip(rows, session.execute(statement, values), strict=True):
        row.key = tuple(found)


def _key_names(kept: Kept) -> list[str]:
    return [column.name for column in kept.table.primary_key.columns]
