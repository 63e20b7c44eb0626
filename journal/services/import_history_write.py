"""Writing what was worked out from another program's history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from journal.models import Account, Base, DataImport
from journal.services.export_registry import Kept, all_kept
from journal.services.export_rows import rows_with_keys
from journal.services.export_values import as_json
from journal.services.import_history import Prepared
from journal.services.import_record import keep_record


def write_history(
    session: Session,
    made: Prepared,
    *,
    account: Account,
    file_name: str,
    now: datetime,
) -> DataImport:
    """Write everything and note it, so that it can be undone; the caller commits.

    No warning is worked out for these days and nothing is sent: they are past.
    """
    outcome = made.outcome
    changed_days = made.days.day_rows()
    changed_origins = made.days.origin_rows()
    for rows, changes in (changed_days, changed_origins):
        _change(session, made, changes, user_id=account.id)
        _add(session, made, rows)
    if made.symptoms.own:
        _keep(session, made, account, user_id=account.id)
        account.own_symptoms = {**account.own_symptoms, **made.symptoms.own}
    _add(session, made, made.foods.made)
    _add(session, made, made.meals)
    _add(session, made, made.answers)
    session.flush()
    return keep_record(
        session,
        outcome,
        user_id=account.id,
        source=made.history.source,
        file_name=file_name,
        now=now,
    )


def _add(session: Session, made: Prepared, rows: Sequence[Base]) -> None:
    session.add_all(rows)
    session.flush()
    made.outcome.written += [(row.__tablename__, _key(row)) for row in rows]


def _change(
    session: Session,
    made: Prepared,
    changes: Sequence[tuple[Any, dict[str, Any]]],
    *,
    user_id: int,
) -> None:
    for row, values in changes:
        _keep(session, made, row, user_id=user_id)
        for name, value in values.items():
            setattr(row, name, value)
    session.flush()


def _keep(session: Session, made: Prepared, row: Any, *, user_id: int) -> None:
    """Note what a row is now, so that undo can put it back."""
    kept = _kept(row.__tablename__)
    key = _key(row)
    (found,) = rows_with_keys(session, kept, [key], user_id=user_id)
    was = {name: as_json(value) for name, value in found.values.items()}
    made.outcome.before.append((row.__tablename__, key, was))


def _key(row: Any) -> tuple[Any, ...]:
    return tuple(inspect(row).identity)


def _kept(table: str) -> Kept:
    return next(kept for kept, _ in all_kept() if kept.table.name == table)
