"""What a food tastes of, and what is said of its size and vessel: no food beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext import ParsedItem
from journal.domain.mealtext_tastes import tastes_told
from journal.services.foodindex import FoodIndex, parse_with_index


def read(index: FoodIndex, text: str) -> tuple[ParsedItem, ...]:
    return parse_with_index(index, text).items


def names(index: FoodIndex, text: str) -> list[str]:
    return [(item.food_name or "?").lower() for item in read(index, text)]


@pytest.mark.parametrize(
    "text",
    [
        "a mug of green tea with a cinnamon flavour",
        "green tea with a faintly smoky taste",
        "green tea, ginger and lemon flavour",
        "I had green tea, enjoying the floral aroma and delicate flavour",
        "green tea with a hint of jasmine flavor",
        "green tea that had a grassy, bitter taste",
        "green tea with a touch of sweetness",
        "green tea bursting with fruity flavours",
        "green tea with an earthy aftertaste",
        "Green tea. Its flavour was a bit bland.",
    ],
)
def test_what_it_tasted_of_is_no_second_food(index: FoodIndex, text: str):
    assert names(index, text) == ["green tea"]
    assert read(index, text)[0].is_sure


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("crisps, cheese and onion flavour", "crisps, cheese and onion"),
        ("a bag of crisps in salt & vinegar flavour", "crisps, flavoured"),
        ("a pot of yoghurt in raspberry flavour", "fruit yoghurt, whole milk"),
        ("a yogurt with a peach taste", "fruit yoghurt, whole milk"),
        ("oatmeal, maple and brown sugar flavor", "instant porridge, maple or syrup"),
        ("a glass of milk with a chocolate flavour", "chocolate milk"),
        ("a soft drink, cola flavor", "cola"),
        ("crackers with a cheese flavour", "cheese crackers"),
        ("fizzy water with a lime flavour", "sparkling water, flavoured"),
    ],
)
def test_a_taste_a_food_is_sold_by_chooses_its_kind(
    index: FoodIndex, text: str, food: str
):
    assert names(index, text) == [food]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("tea with a cinnamon bun", ["tea", "bun"]),
        ("toast with a banana and cherry flavour yoghurt", ["toast", "banana", "yog"]),
        ("I ate a peach, savouring its sweet taste", ["peach"]),
        ("soup with a strong garlic taste with bread", ["soup", "bread"]),
        ("pasta with a touch of cream", ["pasta", "cream"]),
        ("an apple with peanut butter for flavour", ["apple", "peanut butter"]),
        ("porridge with a nutty texture and an orange", ["porridge", "orange"]),
        (
            "cake with ice cream and a rich tea biscuit",
            ["cake", "ice cream", "biscuit"],
        ),
    ],
)
def test_no_food_is_lost_with_a_taste(index: FoodIndex, text: str, foods: list[str]):
    found = names(index, text)
    assert len(found) == len(foods)
    assert all(food in name for food, name in zip(foods, found, strict=True))


@given(st.text(alphabet="abcdefilnortvsuw, .and'-", max_size=120))
def test_every_place_of_the_text_stays(text: str):
    assert len(tastes_told(text + " with a mint flavour")) == len(text) + 20
