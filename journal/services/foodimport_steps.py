"""Writes a release in many short steps, so that nobody's evening waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from journal.models import Food, FoodImport, FoodOfImport
from journal.services.foodimport import UNFINISHED, find_whole_import, write_batch
from journal.services.foodimport_record import ImportedFood
from journal.services.foodimport_spool import Spool

_BATCH: Final = 1000


def save_in_steps(session: Session, *, spool: Spool, now: datetime) -> Iterator[int]:
    """Write the foods of a release; yield how many were looked at after each step.

    The caller commits after each step. New foods are written unlisted, then listed;
    nobody finds them before the last step, after which the caller makes the index
    anew. That step gives foods of earlier releases their new figures, all at once.
    When the caller stops early, it takes the rest out again with `unfinished_imports`
    and `drop_in_steps`. A release that is there whole is left as it is.
    """
    if find_whole_import(session, checksum=spool.checksum) is not None:
        yield spool.food_count
        return
    made = session.scalar(
        select(FoodImport).where(FoodImport.checksum == spool.checksum)
    )
    if made is None:
        made = FoodImport(checksum=spool.checksum)
        session.add(made)
    made.file_name, made.imported_at = spool.file_name, now
    made.food_count = UNFINISHED
    session.flush()
    import_id = made.id
    yield 0
    seen, has_older = 0, False
    for batch in _batches(spool):
        ids = list(batch)
        there = set(session.scalars(select(Food.id).where(Food.id.in_(ids))))
        new = {food_id: batch[food_id] for food_id in ids if food_id not in there}
        if new:
            write_batch(session, new, import_id, now, is_listed=False)
        has_older = has_older or bool(there)
        seen += len(batch)
        yield seen
    for _ in _listed(session, spool, import_id):
        yield seen
    if has_older:
        _rewrite_older(session, spool, import_id, now)
    _finish(session, import_id, now)
    yield seen


def unfinished_imports(session: Session) -> list[int]:
    """Return the numbers of imports that were stopped halfway, in or out."""
    query = select(FoodImport.id).where(FoodImport.food_count == UNFINISHED)
    return list(session.scalars(query))


def _listed(session: Session, spool: Spool, import_id: int) -> Iterator[None]:
    """List the new foods, some at a time: all at once would keep others waiting."""
    own = select(FoodOfImport.food_id).where(FoodOfImport.import_id == import_id)
    for batch in _batches(spool):
        new = session.scalars(own.where(FoodOfImport.food_id.in_(list(batch)))).all()
        session.execute(
            update(Food)
            .where(Food.id.in_(new))
            .values(is_listed=True)
            .execution_options(synchronize_session=False)
        )
        yield


def _rewrite_older(
    session: Session, spool: Spool, import_id: int, now: datetime
) -> None:
    """Give the foods of earlier releases their new figures."""
    own = select(FoodOfImport.food_id).where(FoodOfImport.import_id == import_id)
    for batch in _batches(spool):
        done = set(session.scalars(own.where(FoodOfImport.food_id.in_(list(batch)))))
        rest = {key: food for key, food in batch.items() if key not in done}
        if rest:
            write_batch(session, rest, import_id, now)


def _finish(session: Session, import_id: int, now: datetime) -> None:
    count = session.scalar(
        select(func.count()).where(FoodOfImport.import_id == import_id)
    )
    session.execute(
        update(FoodImport)
        .where(FoodImport.id == import_id)
        .values(food_count=count or 0, imported_at=now)
    )
    session.flush()


def _batches(spool: Spool) -> Iterator[dict[str, ImportedFood]]:
    foods = spool.foods()
    while batch := {food.id: food for food in islice(foods, _BATCH)}:
        yield batch
