"""The foods of another program's export: with its own figures, found, or kept as words.

Where the export tells what a food held, those figures are taken: they belong to the
very product and amount that was chosen. Where a cell of it is empty, the nutrient stays
unknown; nothing is filled in from another food. Without figures the name is looked up.
"""

from __future__ import annotations

import re
import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.amounts import grams_of
from journal.domain.foodmatch import ACCEPT, SURE, FoodHit
from journal.domain.history import PastFood
from journal.domain.mealtext_units import UNITS
from journal.models import Food, MealItem
from journal.services.foodindex import FoodIndex

#: Figures for fewer nutrients than this are no picture of a food.
FEWEST_FIGURES: Final = 3
#: What water and the rest of a food weigh together is nearly what it weighs.
WEIGHED: Final = ("water_g", "protein_g", "fat_g", "carbohydrate_g")
#: Taken for a food whose weight no figure tells. The nutrients of the amount eaten
#: come out the same whatever is taken here.
ANY_WEIGHT_G: Final = 100.0
SAME_ENERGY: Final = 0.05
LARGEST_AMOUNT_G: Final = 5000.0
_QUANTITY = re.compile(r"(\d+(?:\.\d+)?)\s*(.*)")


@dataclass(slots=True)
class FoodCounts:
    """How the foods of an export were understood; `words` counts each name."""

    with_figures: int = 0
    sure: int = 0
    likely: int = 0
    as_words: int = 0
    words: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    #: Name in the file to (name of the food here, confidence), the less sure ones.
    unsure: dict[str, tuple[str, float]] = field(default_factory=dict)


class FoodBook:
    """Turns foods of an export into items of meals; new own foods wait in `made`."""

    def __init__(
        self,
        session: Session,
        *,
        user_id: int,
        source: str,
        index: FoodIndex,
        now: datetime,
    ) -> None:
        self.counts = FoodCounts()
        self.made: list[Food] = []
        self._source = source.partition("_")[0] if "servings" in source else source
        self._user_id, self._index, self._now = user_id, index, now
        self._found: dict[
            tuple[str, str], tuple[FoodHit | None, float | None, str]
        ] = {}
        self._own: defaultdict[tuple[str, str], list[Food]] = defaultdict(list)
        self._token = secrets.token_hex(5)
        query = select(Food).where(Food.user_id == user_id, Food.source == self._source)
        for food in session.scalars(query.order_by(Food.id)):
            self._own[food.name, food.source_code].append(food)

    def item(self, food: PastFood, position: int) -> MealItem:
        """Return the food as an item of a meal."""
        if len(food.totals) >= FEWEST_FIGURES:
            self.counts.with_figures += 1
            return self._with_figures(food, position)
        return self._looked_up(food, position)

    def _with_figures(self, food: PastFood, position: int) -> MealItem:
        quantity, unit = _quantity(food)
        grams = food.amount_g or _weight_g(food.totals)
        per_100_g = {
            key: round(value / grams * 100, 6) for key, value in food.totals.items()
        }
        own = self._own_food(food.name, unit, per_100_g, grams / quantity)
        amount_g = food.amount_g or _unit_weight_g(own) * quantity
        return MealItem(
            position=position,
            food_id=own.id,
            name=food.name,
            amount_g=min(max(amount_g, 0.001), LARGEST_AMOUNT_G),
            amount_label=food.amount_label,
            amount_source="stated" if food.amount_g else "assumed",
            said=food.name,
        )

    def _own_food(
        self, name: str, unit: str, per_100_g: Mapping[str, float], unit_g: float
    ) -> Food:
        for known in self._own[name, unit]:
            if _is_same(known.per_100_g, per_100_g):
                return known
        number = f"{self._token}-{len(self.made) + 1:06d}"
        food = Food(
            id=f"own-{number}",
            user_id=self._user_id,
            source=self._source,
            source_code=unit,
            name=name,
            # The weight of one unit, so that the same unit weighs the same again.
            category="" if unit == "g" else f"1 unit = {unit_g:.4f} g",
            per_100_g=dict(per_100_g),
            is_listed=False,
            created_at=self._now,
        )
        self._own[name, unit].append(food)
        self.made.append(food)
        return food

    def _looked_up(self, food: PastFood, position: int) -> MealItem:
        hit, grams, source = self._find(food)
        if hit is None:
            self.counts.as_words += 1
            self.counts.words[food.name] += 1
        elif hit.score >= SURE:
            self.counts.sure += 1
        else:
            self.counts.likely += 1
            self.counts.unsure[food.name] = (hit.name, hit.score)
        return MealItem(
            position=position,
            food_id=hit.id if hit else None,
            name=hit.name if hit else food.name,
            amount_g=grams,
            amount_label=food.amount_label,
            amount_source=source if grams else "unknown",
            said=food.name,
            match_0_1=round(hit.score, 4) if hit else None,
        )

    def _find(self, food: PastFood) -> tuple[FoodHit | None, float | None, str]:
        key = (food.name, food.amount_label)
        if key not in self._found:
            hits = self._index.search(food.name, limit=1, complete=True)
            hit = hits[0] if hits and hits[0].score >= ACCEPT else None
            self._found[key] = (hit, *self._grams(food, hit))
        return self._found[key]

    def _grams(self, food: PastFood, hit: FoodHit | None) -> tuple[float | None, str]:
        if food.amount_g is not None:
            return food.amount_g, "stated"
        quantity, unit = _quantity(food)
        word = UNITS.get(unit.split(",")[0].split(" ")[0]) if unit else None
        if hit is None or word is None:
            return None, "unknown"
        found = grams_of(quantity, word.name, self._index.portions(hit.id))
        if found.grams is None or not 0 < found.grams <= LARGEST_AMOUNT_G:
            return None, "unknown"
        return found.grams, found.source


def _quantity(food: PastFood) -> tuple[float, str]:
    """Return how many of which unit: "2.00 tbsp, whole pieces" is (2, "tbsp, …")."""
    if food.amount_g is not None:
        return food.amount_g, "g"
    found = _QUANTITY.fullmatch(food.amount_label)
    number = float(found[1]) if found else 0.0
    if found is None or number <= 0:
        return 1.0, food.amount_label[:40]
    return number, found[2][:40]


def _weight_g(totals: Mapping[str, float]) -> float:
    """Return about what an amount weighs, from the water and the rest it holds."""
    if all(key in totals for key in WEIGHED):
        weight = sum(totals[key] for key in WEIGHED) + totals.get("alcohol_g", 0.0)
        if 0.1 <= weight <= LARGEST_AMOUNT_G:
            return weight
    return ANY_WEIGHT_G


def _unit_weight_g(food: Food) -> float:
    found = re.search(r"= (\d+\.\d+) g", food.category)
    return float(found[1]) if found else ANY_WEIGHT_G


def _is_same(known: Mapping[str, float], new: Mapping[str, float]) -> bool:
    """Whether figures are the same but for the rounding of small amounts."""
    if set(known) != set(new):
        return False
    return all(
        abs(known[key] - new[key]) <= max(SAME_ENERGY * max(known[key], new[key]), 0.5)
        for key in new
    )
