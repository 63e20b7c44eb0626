"""Keeping what an import wrote, and taking it out again as a whole."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.models import Account, Base, DataImport, ImportedRow
from journal.services.export_registry import Kept, all_kept
from journal.services.export_rows import (
    BATCH,
    OwnRow,
    have_keys,
    is_of,
    mark_of,
    rows_with_keys,
)
from journal.services.export_values import read_value
from journal.services.import_outcome import Outcome
from journal.services.reminders import reschedule

LONGEST_FILE_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows were taken out, and how many stay because they were changed."""

    removed: int
    stayed: int


def keep_record(
    session: Session,
    outcome: Outcome,
    *,
    user_id: int,
    source: str,
    file_name: str,
    now: datetime,
) -> DataImport:
    """Note an import that was written, with a fingerprint of each of its rows."""
    counts = {name: one.new for name, one in outcome.counts.items() if one.new}
    made = DataImport(
        user_id=user_id,
        source=source,
        file_name=_plain_name(file_name),
        imported_at=now,
        first_day=outcome.first_day,
        last_day=outcome.last_day,
        counts=counts,
        before={"rows": [_setting(session, user_id, *one) for one in outcome.before]},
    )
    session.add(made)
    session.flush()
    for table, keys in _by_table(outcome.written).items():
        kept, parent = _kept(table)
        values = [
            {
                "import_id": made.id,
                "table_name": table,
                "row_key": json.dumps(list(row.key)),
                "mark": mark_of(row),
            }
            for row in rows_with_keys(session, kept, keys, parent, user_id=user_id)
        ]
        for at in range(0, len(values), BATCH):
            session.execute(insert(ImportedRow), values[at : at + BATCH])
    account = session.get_one(Account, user_id)
    reschedule(session, account=account, now=now)
    return made


def imports_of(session: Session, *, user_id: int) -> Sequence[DataImport]:
    """Return what the person brought in, the newest first."""
    query = select(DataImport).where(DataImport.user_id == user_id)
    return session.scalars(query.order_by(DataImport.id.desc())).all()


def get_import(session: Session, *, user_id: int, import_id: int) -> DataImport:
    """Return one import of the person, or raise NotFound."""
    made = session.scalar(
        select(DataImport).where(
            DataImport.user_id == user_id, DataImport.id == import_id
        )
    )
    if made is None:
        raise NotFound("There is no such import.")
    return made


def undo_import(
    session: Session, *, user_id: int, import_id: int, now: datetime
) -> Undone:
    """Take an import out again.

    A row that was changed since, or that something written later needs, stays; so
    does a setting that was changed since. Databases give the numbers of deleted rows
    out again, perhaps to somebody else: only the person's own rows are looked at.
    """
    made = get_import(session, user_id=user_id, import_id=import_id)
    found = session.execute(
        select(ImportedRow.table_name, ImportedRow.row_key, ImportedRow.mark).where(
            ImportedRow.import_id == import_id
        )
    ).all()
    wanted: defaultdict[str, dict[tuple[Any, ...], str]] = defaultdict(dict)
    for table, key, mark in found:
        wanted[table][tuple(json.loads(key))] = mark
    removed = stayed = 0
    for table in reversed(Base.metadata.sorted_tables):
        if table.name in wanted:
            there, gone = _remove(session, user_id, table.name, wanted[table.name])
            removed, stayed = removed + gone, stayed + there - gone
    for setting in made.before.get("rows", []):
        _put_back(session, user_id, setting)
    session.delete(made)
    session.flush()
    session.expire_all()
    reschedule(session, account=session.get_one(Account, user_id), now=now)
    return Undone(removed, stayed)


def _remove(
    session: Session, user_id: int, table: str, marks: dict[tuple[Any, ...], str]
) -> tuple[int, int]:
    """Delete the rows that are as they were written and that nothing else needs.

    Returns how many were still there, and how many of them are gone now.
    """
    kept, parent = _kept(table)
    there = list(rows_with_keys(session, kept, list(marks), parent, user_id=user_id))
    same = [row.key for row in there if mark_of(row) == marks[row.key]]
    gone = 0
    for at in range(0, len(same), BATCH):
        done = session.execute(
            delete(kept.table)
            .where(have_keys(kept, same[at : at + BATCH]))
            .where(is_of(kept, parent, user_id=user_id))
            .where(*(~needed for needed in _needed(kept)))
            .returning(*kept.table.primary_key.columns)
        )
        gone += len(done.all())
    return len(there), gone


def _needed(kept: Kept) -> Iterator[ColumnElement[bool]]:
    """Yield, for each table that refers to this one, whether one of its rows does."""
    inside = {child.table.name for child in kept.inside}
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                if key.column.table is kept.table and table.name not in inside:
                    yield exists().where(column == key.column)


def _setting(
    session: Session,
    user_id: int,
    table: str,
    key: tuple[Any, ...],
    was: dict[str, Any],
) -> list[Any]:
    """Return a setting as it was, with a fingerprint of what it is now."""
    return [table, list(key), was, _setting_mark(session, user_id, table, key)]


def _setting_mark(
    session: Session, user_id: int, table: str, key: tuple[Any, ...]
) -> str:
    kept, _ = _kept(table)
    found = list(rows_with_keys(session, kept, [key], user_id=user_id))
    return mark_of(OwnRow(key, found[0].values)) if found else ""


def _put_back(session: Session, user_id: int, setting: list[Any]) -> None:
    """Give what `_setting` kept back to its row, unless it was changed since."""
    table, key, was, mark = setting
    kept, _ = _kept(table)
    if _setting_mark(session, user_id, table, tuple(key)) != mark:
        return
    values = {
        name: read_value(kept.model, kept.table.c[name], value)
        for name, value in was.items()
    }
    session.execute(
        update(kept.table).where(have_keys(kept, [tuple(key)])).values(**values)
    )


def _kept(table: str) -> tuple[Kept, Kept | None]:
    for kept, parent in all_kept():
        if kept.table.name == table:
            return kept, parent
    raise LookupError(table)


def _by_table(
    written: list[tuple[str, tuple[Any, ...]]],
) -> dict[str, list[tuple[Any, ...]]]:
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for table, key in written:
        found[table].append(key)
    return found


def _plain_name(name: str) -> str:
    plain = "".join(sign for sign in name if sign.isprintable())
    return plain.replace("\\", "/").rsplit("/", 1)[-1][:LONGEST_FILE_NAME] or "file"
