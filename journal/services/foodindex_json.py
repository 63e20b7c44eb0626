"""Foods found and meals read, in the shapes the command line prints."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from journal.domain.foodmatch import FoodHit
from journal.domain.mealtext import ParsedItem, ParsedMeal
from journal.domain.nutrition import NUTRIENT_KEYS

if TYPE_CHECKING:
    from journal.services.foodindex import FoodIndex


def _nutrients_of(
    index: FoodIndex, food_id: str | None, grams: float | None
) -> dict[str, float | None] | None:
    if food_id is None or grams is None:
        return None
    known = index.nutrients(food_id)
    return {
        key: round(known[key] * grams / 100, 4) if key in known else None
        for key in NUTRIENT_KEYS
    }


def hit_as_json(hit: FoodHit) -> dict[str, object]:
    """A food found, as the command line prints it.

    ``stand_in`` is true where the food is only a near relative of what was asked for.
    """
    return {
        "name": hit.name,
        "id": hit.id,
        "source": hit.source,
        "score": hit.score,
        "stand_in": hit.is_stand_in,
    }


def item_as_json(index: FoodIndex, item: ParsedItem) -> dict[str, object]:
    """An item of a meal, as the command line prints it.

    ``nutrients`` are for the item's grams; a nutrient without a figure is null, and
    the whole is null when food or grams are unknown. A ``quantity`` that no number
    holds ("1e400") is null: JSON knows no infinity.
    """
    food = None
    if item.food_id is not None:
        food = {"name": item.food_name, "id": item.food_id}
    return {
        "text": item.text,
        "food": food,
        "confidence": item.confidence,
        "sure": item.is_sure,
        "stand_in": item.is_stand_in,
        "quantity": item.quantity if isfinite(item.quantity) else None,
        "unit": item.unit,
        "grams": item.grams,
        "grams_source": item.grams_source,
        "portion": item.portion,
        "nutrients": _nutrients_of(index, item.food_id, item.grams),
        "alternatives": [hit_as_json(hit) for hit in item.alternatives],
        "slot": item.slot,
        "time": item.time,
    }


def meal_as_json(index: FoodIndex, text: str, meal: ParsedMeal) -> dict[str, object]:
    """A whole text read, as the command line prints it."""
    return {
        "text": text,
        "items": [item_as_json(index, item) for item in meal.items],
        "not_eaten": list(meal.not_eaten),
        "notices": [*meal.notices, *meal.shares],
    }
