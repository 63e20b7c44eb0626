"""The table of foods eaten: each with its grams, nutrients and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.nutrition import NUTRIENT_KEYS
from journal.models import Food, Meal, MealItem
from journal.render.csvfile import Cell
from journal.services.export_stretch import Rows, Whose, local


@dataclass(frozen=True, slots=True)
class _Eaten:
    """What the rows of one food have in common, read once however often it was eaten.

    `per_100_g` holds the nutrients of the table alone.
    """

    cells: Mapping[str, Cell]
    per_100_g: tuple[tuple[str, float], ...]


def meal_rows(session: Session, whose: Whose) -> Rows:
    """Yield one row for each food; an unknown amount has no nutrients."""
    for first, last in whose.chunks():
        yield from _rows(session, whose, first, last)


def _rows(session: Session, whose: Whose, first: date, last: date) -> Rows:
    foods = _foods(session, whose, first, last)
    # Columns, not entities: ten years have tens of thousands of rows.
    found = session.execute(
        select(
            Meal.id,
            Meal.date,
            Meal.slot,
            Meal.created_at,
            MealItem.position,
            MealItem.food_id,
            MealItem.name,
            MealItem.said,
            MealItem.match_0_1,
            MealItem.amount_label,
            MealItem.amount_g,
            MealItem.amount_source,
        )
        .join(MealItem, MealItem.meal_id == Meal.id)
        .where(Meal.user_id == whose.account.id, Meal.date.between(first, last))
        .order_by(Meal.date, Meal.id, MealItem.position)
    )
    numbers = _numbers(session, whose, first, last)
    for row in found:
        yield _item_row(whose, row, foods.get(row.food_id or ""), numbers[row.id])


def _numbers(
    session: Session, whose: Whose, first: date, last: date
) -> Mapping[int, str]:
    """Return the id of a meal here to its id in the table; empty meals count too."""
    meals = session.execute(
        select(Meal.id, Meal.date, Meal.slot)
        .where(Meal.user_id == whose.account.id, Meal.date.between(first, last))
        .order_by(Meal.date, Meal.id)
    )
    counted: Counter[tuple[date, str]] = Counter()
    numbers = {}
    for meal_id, day, slot in meals:
        counted[day, slot] += 1
        numbers[meal_id] = f"{day}/{slot}/{counted[day, slot]}"
    return numbers


def _foods(
    session: Session, whose: Whose, first: date, last: date
) -> Mapping[str, _Eaten]:
    eaten = (
        select(MealItem.food_id)
        .join(Meal, MealItem.meal_id == Meal.id)
        .where(Meal.user_id == whose.account.id, Meal.date.between(first, last))
    )
    rows = session.execute(
        select(
            Food.id, Food.source, Food.source_code, Food.filled_from, Food.per_100_g
        ).where(Food.id.in_(eaten))
    )
    return {
        row.id: _Eaten(
            cells={
                "source": row.source,
                "source_code": row.source_code,
                "nutrients_of_another_food": " ".join(row.filled_from),
            },
            per_100_g=tuple(
                (key, row.per_100_g[key])
                for key in NUTRIENT_KEYS
                if key in row.per_100_g
            ),
        )
        for row in rows
    }


def _item_row(
    whose: Whose, row: Any, food: _Eaten | None, number: str
) -> Mapping[str, Cell]:
    amount_g = row.amount_g
    held: dict[str, Cell] = {}
    if food is not None and amount_g is not None:
        held = {key: value * amount_g / 100 for key, value in food.per_100_g}
    return {
        "id": f"{number}/{row.position}",
        "date": row.date.isoformat(),
        "slot": row.slot,
        "position": row.position,
        "food_id": whose.food_ids.get(row.food_id or ""),
        "food": row.name,
        "said": row.said or None,
        "match_0_1": row.match_0_1,
        "amount_label": row.amount_label,
        "amount_g": amount_g,
        "amount_source": row.amount_source,
        "nutrients_known": len(held),
        "nutrients_kept": len(NUTRIENT_KEYS),
        **(food.cells if food else {}),
        **held,
        "logged_at": local(row.created_at, whose.zone),
    }
