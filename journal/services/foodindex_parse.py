"""Reading a sentence about a meal with the foods and portions of an index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journal.domain.foodmatch import FoodHit
from journal.domain.mealtext import ParsedMeal, parse_meal

if TYPE_CHECKING:
    from journal.services.foodindex import FoodIndex


def parse_with_index(
    index: FoodIndex, text: str, *, boosts: Mapping[str, float] | None = None
) -> ParsedMeal:
    """Read a sentence with the foods and portions of ``index``."""

    def find(words: str) -> list[FoodHit]:
        return index.search(words, limit=6, boosts=boosts, complete=True)

    return parse_meal(text, find=find, portions=index.portions)
