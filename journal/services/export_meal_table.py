"""The table of foods eaten: each with its grams, nutrients and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from journal.domain.nutrition import NUTRIENT_KEYS
from journal.models import Meal, MealItem
from journal.render.csvfile import Cell
from journal.services.export_stretch import Rows, Whose, local


def meal_rows(session: Session, whose: Whose) -> Rows:
    """Yield one row for each food; an unknown amount has no nutrients."""
    for first, last in whose.chunks():
        meals = session.scalars(
            select(Meal)
            .where(Meal.user_id == whose.account.id, Meal.date.between(first, last))
            .order_by(Meal.date, Meal.id)
            .options(selectinload(Meal.items).joinedload(MealItem.food))
        ).all()
        counted: Counter[tuple[date, str]] = Counter()
        for meal in meals:
            counted[meal.date, meal.slot] += 1
            number = f"{meal.date}/{meal.slot}/{counted[meal.date, meal.slot]}"
            for item in meal.items:
                yield _item_row(whose, meal, item, number)
        for meal in meals:
            session.expunge(meal)


def _item_row(
    whose: Whose, meal: Meal, item: MealItem, number: str
) -> Mapping[str, Cell]:
    food = item.food
    held: dict[str, Cell] = {}
    if food is not None and item.amount_g is not None:
        held = {
            key: value * item.amount_g / 100
            for key, value in food.per_100_g.items()
            if key in NUTRIENT_KEYS
        }
    return {
        "id": f"{number}/{item.position}",
        "date": meal.date.isoformat(),
        "slot": meal.slot,
        "position": item.position,
        "food_id": whose.food_ids.get(item.food_id or ""),
        "food": item.name,
        "said": item.said or None,
        "match_0_1": item.match_0_1,
        "amount_label": item.amount_label,
        "amount_g": item.amount_g,
        "amount_source": item.amount_source,
        "source": food.source if food else None,
        "source_code": food.source_code if food else None,
        "nutrients_known": len(held),
        "nutrients_kept": len(NUTRIENT_KEYS),
        "nutrients_of_another_food": " ".join(food.filled_from) if food else None,
        **held,
        "logged_at": local(meal.created_at, whose.zone),
    }
