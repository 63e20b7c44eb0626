"""What the rules for talk, rows and tables may not swallow."""

from __future__ import annotations

import pytest

from journal.domain.mealtext_manner import plainly
from journal.domain.mealtext_unadded import with_unadded
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import lower_names as names


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("an orange and black coffee", ["orange", "coffee"]),
        ("toast, cheese, whole milk", ["toast", "cheddar", "whole milk"]),
        ("string cheese, low fat milk", ["mozzarella", "low-fat milk"]),
        ("a bag of crisp and a coke", ["crisps", "cola"]),
        ("home made jelly with custard", ["jelly", "custard"]),
        ("a coke large, large fries", ["cola", "chips"]),
        ("one latte small, small croissant", ["latte", "croissant"]),
        ("a free of charge coffee", ["coffee"]),
        ("Today, a combination of hummus and carrots", ["hummus", "carrot"]),
        ("At work, a blend of nuts and raisins", ["nuts", "raisins"]),
        ("a curry, made from chickpeas and spinach", ["chickpea"]),
        ("burgers, made from beans", ["hamburger", "beans"]),
        ("Loving the taste of the smoked salmon", ["smoked salmon"]),
        ("Enjoying the goodness of these blueberries", ["blueberries"]),
        ("a burger with a veggie patty on a bun", ["burger", "veggie", "bun"]),
        ("fish in its batter and chips", ["battered", "chips"]),
        ("coffee with notes of caramel", ["coffee", "caramel"]),
        ("1 burger - onion rings - milkshake", ["burger", "onion", "milkshake"]),
        ("2 biscuits - tea", ["biscuit", "tea"]),
        ("1 banana, almonds, cookies", ["banana", "almonds", "biscuit"]),
        ("1 bowl curry with lamb, peas, mango lassi", ["curry", "yoghurt"]),
        ("1 bowl of stew with mash, peas, ice cream", ["stew", "ice cream"]),
    ],
)
def test_no_food_is_swallowed(index: FoodIndex, text: str, foods: list[str]):
    found = names(index, text)
    assert len(found) == len(foods), found
    assert "" not in sorted_as(found, foods), found


def sorted_as(found: list[str], foods: list[str]) -> list[str]:
    """The names in the order of the foods: the parser leads with the dish."""
    return [next((one for one in found if food in one), "") for food in foods]


def test_a_pepper_in_two_colours_is_no_spice(index: FoodIndex):
    assert "black pepper" not in names(index, "1 red and yellow pepper")


def test_a_small_bag_is_more_than_one_small_piece(index: FoodIndex):
    [item] = parse_with_index(index, "a snack size bag of pretzels").items
    assert item.grams is not None
    assert item.grams > 10


def test_what_was_told_before_is_praised_without_a_second_food(index: FoodIndex):
    assert len(names(index, "an apple, enjoying the taste of the apple")) == 1


@pytest.mark.parametrize("text", ["mac in cheese sauce", "in cheese sauce, leeks"])
def test_a_sauce_keeps_every_place(text: str):
    assert len(plainly(text)) == len(text)


def test_what_was_not_added_keeps_every_place_at_the_start():
    assert len(with_unadded("no added sugar jam")) == len("no added sugar jam")
