"""Imported foods in the database: which there are, writing some, taking them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from journal.domain.errors import NotFound
from journal.models import (
    Base,
    Food,
    FoodImport,
    FoodOfImport,
    FoodPortion,
    MealItem,
    RecipeItem,
    SavedMealItem,
    StagedFood,
)
from journal.services.foodimport_record import RANKS, ImportedFood

_BATCH: Final = 1000
#: These stand for the number of foods while an import is not finished. PASSING: it is
#: read in, and nothing of it is to be found yet, or taken out; when that is broken off,
#: the rest of it goes. DECIDED: all of it waits in the database; it is finished.
PASSING: Final = -1
DECIDED: Final = -2


def find_whole_import(session: Session, *, checksum: str) -> FoodImport | None:
    """Return the import of this very file if all its foods are still its own."""
    made = session.scalar(select(FoodImport).where(FoodImport.checksum == checksum))
    if made is None or made.food_count < 0:
        return None
    if count_foods(session, import_id=made.id) < made.food_count:
        return None
    return made


def list_imports(session: Session) -> Sequence[FoodImport]:
    """Return all finished imports, the oldest first."""
    return session.scalars(
        select(FoodImport).where(FoodImport.food_count >= 0).order_by(FoodImport.id)
    ).all()


def drop_in_steps(session: Session, *, import_id: int) -> Iterator[tuple[int, int]]:
    """Take the foods of an import out again, some at a time.

    Those that a meal holds stay for that meal, unlisted: nobody finds them any more.
    Yields how many foods were removed and how many stay so far. The caller may commit
    after each step, so that nobody waits for a long transaction; an import that was
    not taken out to its end is found by `foodimport_steps.unfinished_imports`.

    :raises NotFound: when there is no such import
    """
    made = session.get(FoodImport, import_id)
    if made is None:
        raise NotFound(f"There is no import {import_id}.")
    made.food_count = PASSING
    session.flush()
    yield 0, 0
    staged = select(StagedFood.id).where(StagedFood.import_id == import_id)
    while rows := session.scalars(staged.limit(_BATCH)).all():
        _delete(session, StagedFood, StagedFood.id, rows)
        yield 0, 0
    own = select(FoodOfImport.food_id).where(FoodOfImport.import_id == import_id)
    removed = kept = 0
    while ids := session.scalars(own.limit(_BATCH)).all():
        held = _held(session, ids)
        gone = [food_id for food_id in ids if food_id not in held]
        session.execute(
            update(Food)
            .where(Food.id.in_(held))
            .values(is_listed=False)
            .execution_options(synchronize_session=False)
        )
        _delete(session, FoodOfImport, FoodOfImport.food_id, ids)
        _delete(session, FoodPortion, FoodPortion.food_id, gone)
        _delete(session, Food, Food.id, gone)
        removed, kept = removed + len(gone), kept + len(held)
        yield removed, kept
    _delete(session, FoodImport, FoodImport.id, [import_id])
    session.flush()
    session.expire_all()
    yield removed, kept


def _delete(
    session: Session,
    table: type[Base],
    column: InstrumentedAttribute[Any],
    values: Sequence[Any],
) -> None:
    session.execute(
        delete(table)
        .where(column.in_(values))
        .execution_options(synchronize_session=False)
    )


def _held(session: Session, ids: Sequence[str]) -> set[str]:
    """Return the foods that a meal, a recipe or a saved meal holds."""
    found: set[str] = set()
    for table in (MealItem, RecipeItem, SavedMealItem):
        query = select(table.food_id).where(table.food_id.in_(ids))
        found.update(food_id for food_id in session.scalars(query) if food_id)
    return found


def count_foods(session: Session, *, import_id: int) -> int:
    """Return how many foods have their figures from an import."""
    query = select(func.count()).where(FoodOfImport.import_id == import_id)
    return session.scalar(query) or 0


def write_batch(
    session: Session,
    foods: dict[str, ImportedFood],
    import_id: int,
    now: datetime,
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
