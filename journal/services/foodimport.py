"""Puts imported foods into the database, repeatably, and takes them out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.models import (
    Food,
    FoodImport,
    FoodOfImport,
    FoodPortion,
    MealItem,
    RecipeItem,
    SavedMealItem,
)
from journal.services.foodimport_record import RANKS, ImportedFood
from journal.services.foodimport_spool import Spool

_BATCH: Final = 1000
#: Stands for the number of foods while an import is being written or taken out.
UNFINISHED: Final = -1


def find_whole_import(session: Session, *, checksum: str) -> FoodImport | None:
    """Return the import of this very file if all its foods are still its own."""
    made = session.scalar(select(FoodImport).where(FoodImport.checksum == checksum))
    if made is None or made.food_count == UNFINISHED:
        return None
    if _count(session, made.id) < made.food_count:
        return None
    return made


def save_import(session: Session, *, spool: Spool, now: datetime) -> FoodImport:
    """Write the foods of a release that was read whole; all or, on an error, none.

    A food that an earlier import brought gets the new figures. When the same file
    was imported before and nothing was taken over since, nothing happens.
    """
    made = find_whole_import(session, checksum=spool.checksum)
    if made is not None:
        return made
    made = session.scalar(
        select(FoodImport).where(FoodImport.checksum == spool.checksum)
    )
    if made is None:
        made = FoodImport(checksum=spool.checksum)
        session.add(made)
    made.file_name, made.imported_at, made.food_count = spool.file_name, now, 0
    session.flush()
    foods = spool.foods()
    while batch := list(islice(foods, _BATCH)):
        write_batch(session, {food.id: food for food in batch}, made.id, now)
    made.food_count = _count(session, made.id)
    session.flush()
    return made


def list_imports(session: Session) -> Sequence[FoodImport]:
    """Return all finished imports, the oldest first."""
    return session.scalars(
        select(FoodImport)
        .where(FoodImport.food_count != UNFINISHED)
        .order_by(FoodImport.id)
    ).all()


def undo_import(session: Session, *, import_id: int) -> tuple[int, int]:
    """Take the foods of an import out again.

    Those that a meal holds stay for that meal, unlisted: nobody finds them any more.

    :return: how many were removed and how many stay unlisted
    :raises NotFound: when there is no such import
    """
    return list(drop_in_steps(session, import_id=import_id))[-1]


def drop_in_steps(session: Session, *, import_id: int) -> Iterator[tuple[int, int]]:
    """Take an import out in batches, its foods unlisted first: nobody finds them more.

    Yields how many foods were removed and how many stay so far. The caller may commit
    after each step, so that nobody waits for a long transaction.

    :raises NotFound: when there is no such import
    """
    made = session.get(FoodImport, import_id)
    if made is None:
        raise NotFound(f"There is no import {import_id}.")
    made.food_count = UNFINISHED
    own = select(FoodOfImport.food_id).where(FoodOfImport.import_id == import_id)
    options = {"synchronize_session": False}
    session.execute(
        update(Food)
        .where(Food.id.in_(own))
        .values(is_listed=False)
        .execution_options(**options)
    )
    yield 0, 0
    removed = kept = 0
    while ids := session.scalars(own.limit(_BATCH)).all():
        held = _held(session, ids)
        gone = [food_id for food_id in ids if food_id not in held]
        for table, column, some in (
            (FoodOfImport, FoodOfImport.food_id, ids),
            (FoodPortion, FoodPortion.food_id, gone),
            (Food, Food.id, gone),
        ):
            session.execute(
                delete(table).where(column.in_(some)).execution_options(**options)
            )
        removed, kept = removed + len(gone), kept + len(held)
        yield removed, kept
    session.execute(delete(FoodImport).where(FoodImport.id == import_id))
    session.flush()
    session.expire_all()
    yield removed, kept


def _held(session: Session, ids: Sequence[str]) -> set[str]:
    """Return the foods that a meal, a recipe or a saved meal holds."""
    found: set[str] = set()
    for table in (MealItem, RecipeItem, SavedMealItem):
        query = select(table.food_id).where(table.food_id.in_(ids))
        found.update(food_id for food_id in session.scalars(query) if food_id)
    return found


def _count(session: Session, import_id: int) -> int:
    query = select(func.count()).where(FoodOfImport.import_id == import_id)
    return session.scalar(query) or 0


def write_batch(
    session: Session,
    foods: dict[str, ImportedFood],
    import_id: int,
    now: datetime,
    *,
    is_listed: bool = True,
) -> None:
    """Write foods, or give those that are there their new figures."""
    ids = list(foods)
    query = select(Food.id).where(Food.id.in_(ids), Food.source.in_(list(RANKS)))
    known = set(session.scalars(query))
    rows = [
        {
            "id": food.id,
            "user_id": None,
            "source": food.source,
            "source_code": food.source_code,
            "filled_from": {},
            "name": food.name,
            "category": food.category,
            "per_100_g": dict(food.per_100_g),
            "is_listed": is_listed,
        }
        for food in foods.values()
    ]
    new = [{**row, "created_at": now} for row in rows if row["id"] not in known]
    if new:
        session.execute(insert(Food), new)
    if known:
        session.execute(update(Food), [row for row in rows if row["id"] in known])
        for table in (FoodPortion, FoodOfImport):
            session.execute(
                delete(table)
                .where(table.food_id.in_(known))
                .execution_options(synchronize_session=False)
            )
    links = [{"food_id": food_id, "import_id": import_id} for food_id in ids]
    session.execute(insert(FoodOfImport), links)
    if portions := list(_portions(foods)):
        session.execute(insert(FoodPortion), portions)


def _portions(foods: dict[str, ImportedFood]) -> Iterator[dict[str, object]]:
    for food in foods.values():
        for seq, portion in enumerate(food.portions, start=1):
            yield {
                "food_id": food.id,
                "seq": seq,
                "label": portion.label,
                "grams": portion.grams,
            }
