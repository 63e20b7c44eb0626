"""What a food was for in the meal names no second food."""

from __future__ import annotations

import pytest

from journal.services.foodindex import FoodIndex
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a beer to drink", "beer"),
        ("water to drink", "tap-water"),
        ("a mimosa to drink", "mimosa"),
        ("crackers to nibble on", "crackers-plain"),
        ("to drink: orange juice", "orange-juice"),
        ("a granola bar as a fast and filling snack option", "cereal-bar"),
        ("pears that we got from the market", "pear"),
    ],
)
def test_what_a_food_was_for_or_came_from_is_no_part_of_its_name(
    index: FoodIndex, text: str, food: str
) -> None:
    assert [item.food_id for item in read(index, text)] == [food]


def test_what_is_told_to_be_drunk_with_a_meal_is_its_own_food(
    index: FoodIndex,
) -> None:
    names = [item.food_id for item in read(index, "ham roll with milk to drink")]
    assert names[-1] == "whole-milk"
    assert len(names) == 2


@pytest.mark.parametrize("text", ["nothing to drink", "had nothing to eat today"])
def test_nothing_to_drink_is_no_food(index: FoodIndex, text: str) -> None:
    assert [item.food_id for item in read(index, text)] == [None]


def test_tender_chicken_is_no_breaded_chicken_tender(index: FoodIndex) -> None:
    plain = read(index, "tender chicken")
    assert plain[0].food_id != "chicken-strips-breaded"
    assert read(index, "chicken tenders")[0].food_id == "chicken-strips-breaded"


def test_fruit_flavoured_yoghurt_of_whole_milk_keeps_its_fruit(
    index: FoodIndex,
) -> None:
    (item,) = read(index, "5 oz of fruit-flavoured whole milk yogurt")
    assert item.food_id == "fruit-yoghurt-whole-milk"


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("fish supper", ["white-fish-fried", "chips"]),
        ("cod and chips", ["cod-battered-and-fried", "chips"]),
        ("steak and chips", ["beef-steak", "chips"]),
        ("fish for supper", ["white-fish-baked-or-grilled"]),
    ],
)
def test_chips_beside_what_the_chip_shop_sells_are_fried(
    index: FoodIndex, text: str, foods: list[str]
) -> None:
    items = read(index, text)
    assert [item.food_id for item in items] == foods
    assert all(item.is_sure for item in items)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("a slice of pizza with a large amount of cheese", ["extra-cheese-pizza"]),
        ("pizza with meat toppings besides pepperoni", ["meat-pizza"]),
        (
            "1 tsp smooth peanut butter and chocolate spread",
            ["peanut-and-chocolate-spread"],
        ),
        ("4 mini eggs", ["chocolate-sweets-with-a-sugar-shell"]),
        (
            "beef with vegetables, such as leeks and peas, coated in gravy",
            ["beef", "gravy"],
        ),
    ],
)
def test_kinds_told_at_length_choose_the_food(
    index: FoodIndex, text: str, foods: list[str]
) -> None:
    found = [item.food_id or "" for item in read(index, text)]
    assert len(found) == len(foods)
    assert all(name.startswith(want) for name, want in zip(found, foods, strict=True))


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("lunch soup and a roll dinner steak and peas", "lunch lunch dinner dinner"),
        ("lunch 2 sandwiches supper pie and peas", "lunch dinner dinner"),
        ("lunch was a dinner roll", "lunch"),
    ],
)
def test_meals_named_in_one_line_lose_no_food(
    index: FoodIndex, text: str, slots: str
) -> None:
    items = read(index, text)
    assert [item.slot for item in items] == slots.split()
    assert all(item.food_id for item in items)


def test_a_roast_dinner_and_a_fish_pie_are_dishes_to_be_asked_about(
    index: FoodIndex,
) -> None:
    for text in ("roast dinner", "fish pie"):
        (item,) = read(index, text)
        assert item.food_id is not None
        assert item.grams is not None
        assert item.grams >= 300
        assert not item.is_sure


def test_chips_beside_mashed_potato_are_no_sure_crisps(index: FoodIndex) -> None:
    chips, _ = read(index, "chips and mashed potato")
    assert chips.food_id == "chips"
