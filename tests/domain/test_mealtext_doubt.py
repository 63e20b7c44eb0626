"""What may be in a dish told beside it, or is anyone's guess, never looks sure."""

from __future__ import annotations

import pytest

from journal.domain.foodmatch import ACCEPT, SURE
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import read


@pytest.mark.parametrize(
    "text",
    [
        "turkey sandwich with 4 oz turkey",
        "spinach salad with chicken",
        "ham sandwich with 2 slices of cheddar",
    ],
)
def test_what_may_be_in_a_dish_is_kept_and_asked_about(index: FoodIndex, text: str):
    dish, part = read(index, text)
    assert dish.confidence >= SURE
    assert part.food_id is not None
    assert ACCEPT <= part.confidence < SURE


@pytest.mark.parametrize(
    "text", ["ham sandwich with crisps", "ham sandwich and an apple", "salad, chicken"]
)
def test_what_is_eaten_beside_a_dish_stays_sure(index: FoodIndex, text: str):
    assert all(item.confidence >= SURE for item in read(index, text))


def test_another_kind_of_bread_in_brackets_is_no_sure_white_roll(index: FoodIndex):
    (roll,) = read(index, "bread roll (wholemeal)")
    assert "wholemeal" in (roll.food_name or "").lower() or roll.confidence < SURE


@pytest.mark.parametrize("text", ["a few chips", "several cups of coffee"])
def test_how_many_a_few_are_is_assumed(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.grams_source == "assumed"


@pytest.mark.parametrize("text", ["greasy", "shake"])
def test_one_word_taken_for_a_slip_is_never_sure(index: FoodIndex, text: str):
    assert all(item.confidence < SURE for item in read(index, text))


def test_a_share_of_fat_that_the_food_does_not_have_is_asked_about(index: FoodIndex):
    (item,) = read(index, "greek yoghurt 0% 170g")
    assert "fat-free" in (item.food_name or "").lower() or item.confidence < SURE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("fish and chips", ["battered|fried", "chips"]),
        ("chips and salsa", ["tortilla", "salsa"]),
        ("a quarter pounder", ["quarter pounder"]),
        ("tea with milk", ["tea", "milk"]),
    ],
)
def test_foods_that_tell_each_other_more_closely(
    index: FoodIndex, text: str, names: list[str]
):
    found = [(item.food_name or "").lower() for item in read(index, text)]
    assert len(found) == len(names)
    for wanted, name in zip(names, found, strict=True):
        assert any(word in name for word in wanted.split("|"))


@pytest.mark.parametrize("text", ["mashed potatoes (beef gravy)", "salad (ranch)"])
def test_a_food_beside_which_another_in_brackets_was_left_out_is_asked_about(
    index: FoodIndex, text: str
):
    (item,) = parse_with_index(index, text).items
    assert item.food_id is not None
    assert not item.is_sure


def test_a_maker_in_brackets_leaves_the_food_sure(index: FoodIndex):
    (item,) = parse_with_index(index, "beans (Tesco)").items
    assert item.is_sure
