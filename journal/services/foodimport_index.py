"""Gives the food index the imported foods of the database, after the curated ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.amounts import Portion
from journal.models import Food, FoodImport, FoodOfImport
from journal.services.foodimport import PASSING
from journal.services.foodimport_record import RANKS
from journal.services.foodindex import FoodIndex, IndexedFood, open_index
from journal.services.foods import portions_of

_BATCH: Final = 1000


def index_with_imports(
    session: Session, data_dir: Path, reference_dir: Path
) -> FoodIndex:
    """Return the index, built anew when other foods were imported than it holds."""
    return open_index(
        data_dir,
        reference_dir,
        further=lambda: imported_foods(session),
        further_stamp=imports_stamp(session),
    )


def imports_stamp(session: Session) -> str:
    """Return what changes whenever the imports do; "" when there are none."""
    query = (
        select(FoodImport.checksum, FoodImport.imported_at)
        .where(FoodImport.food_count >= 0)
        .order_by(FoodImport.id)
    )
    made = [f"{checksum} {at.isoformat()}" for checksum, at in session.execute(query)]
    return hashlib.sha256("\n".join(made).encode()).hexdigest() if made else ""


def imported_foods(session: Session) -> Iterator[IndexedFood]:
    """Yield the listed imported foods, a thousand in memory at a time."""
    # A food of an import on its way out is gone for whoever searches from now on.
    going = select(FoodOfImport.food_id).where(
        FoodOfImport.import_id.in_(
            select(FoodImport.id).where(FoodImport.food_count == PASSING)
        )
    )
    listed = select(Food).where(
        Food.source.in_(list(RANKS)), Food.is_listed, Food.id.not_in(going)
    )
    last = ""
    while True:
        batch = session.scalars(
            listed.where(Food.id > last).order_by(Food.id).limit(_BATCH)
        ).all()
        if not batch:
            return
        portions = portions_of(session, food_ids=[food.id for food in batch])
        for food in batch:
            yield IndexedFood(
                food.id,
                food.name,
                food.source,
                rank=RANKS[food.source],
                portions=tuple(
                    Portion(one.label, one.grams) for one in portions[food.id]
                ),
                nutrients=food.per_100_g,
            )
        last = batch[-1].id
        session.expunge_all()
