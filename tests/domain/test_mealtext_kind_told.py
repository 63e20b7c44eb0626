"""Which kind of a food it was, told after it: its crust, its filling, its sauce."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_kind_told import kinds_told
from journal.services.foodindex import FoodIndex
from tests.meals import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a pizza slice, cheese pizza on a wholemeal crust", "Cheese pizza"),
        ("two slices of cheese pizza with a thick gluten-free crust", "Gluten-free"),
        ("a turnover filled with cherries", "Fruit turnover"),
        ("a donut dusted with powdered sugar", "Doughnut, sugared"),
        ("two sandwich cookies filled with creme", "Cream sandwich biscuit"),
        ("spaghetti simmered in a rich tomato sauce", "Pasta with tomato sauce"),
        ("a bowl of meatballs simmered in tomato sauce", "Meatballs in sauce"),
        ("half a cup of taco filling with cheese and salsa", "Taco filling, beef"),
        ("a bottle of bottled, plain water", "Bottled water"),
    ],
)
def test_what_is_told_after_a_food_is_its_kind(index: FoodIndex, text: str, name: str):
    eaten = names(index, text)
    assert eaten[-1].startswith(name)
    assert len(eaten) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "a small milkshake in a flavour other than vanilla",
        "milkshake, flavors other than chocolate",
        "a mozzarella stick, its soft cheese wrapped in golden crumbs",
        "fruit snacks as a treat, packed with vitamin C",
    ],
)
def test_what_it_did_not_taste_of_or_was_good_for_is_no_food(
    index: FoodIndex, text: str
):
    assert len(names(index, text)) == 1


def test_a_drink_is_sold_by_its_vitamins(index: FoodIndex):
    for text in ("fruit juice drink with high vitamin C", "fruit drink with vitamin C"):
        assert names(index, text) == ["Fruit drink with vitamin C"]


def test_the_middle_of_the_day_is_no_food(index: FoodIndex):
    assert names(index, "In the middle of the day I had a pear") == ["Pear"]
    assert names(index, "a plum in the middle of the night") == ["Plum"]


def test_a_food_beside_what_was_filled_stays(index: FoodIndex):
    assert names(index, "a turnover filled with apple, and a pear")[-1] == "Pear"
    assert len(names(index, "pizza on a wholemeal crust and a glass of milk")) == 2
    assert "Chicken" in names(index, "chicken and rice in a bowl")[0]


@given(st.text(alphabet="pizaonwhlemcrust,ydf ", max_size=120))
def test_every_character_keeps_its_place(text: str):
    assert len(kinds_told(text)) == len(text)
