"""What was read from a text about a meal, for the tests of reading."""

from __future__ import annotations

from journal.domain.mealtext import ParsedItem
from journal.services.foodindex import FoodIndex, parse_with_index


def read(index: FoodIndex, text: str) -> tuple[ParsedItem, ...]:
    """The items read from the text."""
    return parse_with_index(index, text).items


def names(index: FoodIndex, text: str) -> list[str]:
    """The foods read from the text; "?" where none was found."""
    return [item.food_name or "?" for item in read(index, text)]


def lower_names(index: FoodIndex, text: str) -> list[str]:
    """The foods read from the text in lower case; "?" where none was found."""
    return [name.lower() for name in names(index, text)]
