"""Puts imported foods into the database, repeatably, and takes them out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.models import Food, FoodImport, FoodOfImport, FoodPortion, MealItem
from journal.services.foodimport_record import RANKS, ImportedFood
from journal.services.foodimport_spool import Spool

_BATCH: Final = 1000


def find_whole_import(session: Session, *, checksum: str) -> FoodImport | None:
    """Return the import of this very file if all its foods are still its own."""
    made = session.scalar(select(FoodImport).where(FoodImport.checksum == checksum))
    if made is None or _count(session, made.id) < made.food_count:
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
        _save(session, {food.id: food for food in batch}, made.id, now)
    made.food_count = _count(session, made.id)
    session.flush()
    return made


def list_imports(session: Session) -> Sequence[FoodImport]:
    """Return all imports, the oldest first."""
    return session.scalars(select(FoodImport).order_by(FoodImport.id)).all()


def undo_import(session: Session, *, import_id: int) -> tuple[int, int]:
    """Take the foods of an import out again.

    Those that a meal holds stay for that meal, unlisted: nobody finds them any more.

    :return: how many were removed and how many stay unlisted
    :raises NotFound: when there is no such import
    """
    made = session.get(FoodImport, import_id)
    if made is None:
        raise NotFound(f"There is no import {import_id}.")
    own = select(FoodOfImport.food_id).where(FoodOfImport.import_id == import_id)
    eaten = select(MealItem.food_id).where(MealItem.food_id.is_not(None))
    count = _count(session, import_id)
    kept = session.scalar(
        select(func.count())
        .select_from(Food)
        .where(Food.id.in_(own), Food.id.in_(eaten))
    )
    options = {"synchronize_session": False}
    session.execute(
        update(Food)
        .where(Food.id.in_(own), Food.id.in_(eaten))
        .values(is_listed=False)
        .execution_options(**options)
    )
    session.execute(
        delete(FoodPortion)
        .where(FoodPortion.food_id.in_(own), FoodPortion.food_id.not_in(eaten))
        .execution_options(**options)
    )
    session.execute(
        delete(Food)
        .where(Food.id.in_(own), Food.id.not_in(eaten))
        .execution_options(**options)
    )
    session.execute(
        delete(FoodOfImport)
        .where(FoodOfImport.import_id == import_id)
        .execution_options(**options)
    )
    session.delete(made)
    session.flush()
    session.expire_all()
    return count - (kept or 0), kept or 0


def _count(session: Session, import_id: int) -> int:
    query = select(func.count()).where(FoodOfImport.import_id == import_id)
    return session.scalar(query) or 0


def _save(
    session: Session, foods: dict[str, ImportedFood], import_id: int, now: datetime
) -> None:
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
            "is_listed": True,
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
