"""Foods as people type them on a phone: misspelt, torn, run together, unfinished."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.resources import reference_dir
from journal.services.foodindex import FoodIndex, open_index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> FoodIndex:
    folder: Path = tmp_path_factory.mktemp("typed")
    return open_index(folder, reference_dir())


@pytest.mark.parametrize(
    ("typed", "food"),
    [
        # Two slips in a short word.
        ("pzza", "pizza"),
        ("psaat", "pasta"),
        # Torn and run together, one half of it misspelt.
        ("cauli flower", "cauliflower"),
        ("gno chi", "gnocchi"),
        ("cottagechese", "cottage cheese"),
        # Written as it sounds.
        ("kabage", "cabbage"),
        ("zalmon", "salmon"),
        # Unfinished and misspelt.
        ("mozzaral", "mozzarella"),
        # What is always told in the plural.
        ("pepperss", "peppers"),
    ],
)
def test_the_food_that_was_meant_comes_first(index: FoodIndex, typed: str, food: str):
    (meant,) = index.search(food, limit=1)
    assert index.search(typed, limit=5)[0].id == meant.id


@pytest.mark.parametrize(
    ("typed", "food"),
    [("soyauce", "soy sauce"), ("brown r", "brown rice"), ("kabab", "kebab")],
)
def test_the_food_that_was_meant_is_among_five(index: FoodIndex, typed: str, food: str):
    (meant,) = index.search(food, limit=1)
    assert meant.id in {hit.id for hit in index.search(typed, limit=5)}


def test_a_word_that_may_be_a_slip_for_two_is_sure_of_neither(index: FoodIndex):
    hits = index.search("pappers", complete=True)
    assert hits[0].score < 0.75


def test_in_a_sentence_a_word_far_from_any_food_finds_none_for_sure(index: FoodIndex):
    assert all(hit.score < 0.58 for hit in index.search("zorblax", complete=True))


@pytest.mark.parametrize(
    ("typed", "food"),
    [
        ("asparagas white", "asparagus"),
        ("paprika red", "paprika"),
        ("onoin red", "onion"),
        ("egg white", "egg white"),
        ("coffee black", "coffee"),
    ],
)
def test_a_colour_typed_after_its_food_is_not_the_food(
    index: FoodIndex, typed: str, food: str
) -> None:
    assert food in index.search(typed)[0].name.lower()
