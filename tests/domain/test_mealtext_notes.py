"""Points, clubs' letters, minutes and kinds beside foods are no amounts of them."""

from __future__ import annotations

import pytest

from journal.domain.mealtext_notes import without_notes
from journal.services.foodindex import FoodIndex, parse_with_index


@pytest.mark.parametrize(
    "text",
    [
        "apple (0sp)",
        "apple (2 pt)",
        "apple [1.5 pts]",
        "apple (hexb)",
        "apple (a)",
        "apple (b + 6 syns)",
        "apple (free)",
        "a.m. apple",
        "apple baked for 20 minutes",
        "apple after half an hour",
    ],
)
def test_what_is_told_beside_a_food_is_blanked_and_every_place_kept(text: str):
    read = without_notes(text)
    assert len(read) == len(text)
    left = read.replace("baked", "").replace("(", "").replace(")", "").split()
    assert left == ["apple"]


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("1 cup of vegetable soup (3 pt)", 245),
        ("1/2 cup of black-eyed peas (2 pt)", 85),
        ("84g cheddar (A + 6 syns)", 84),
    ],
)
def test_points_do_not_change_an_amount(index: FoodIndex, text: str, grams: float):
    (item,) = parse_with_index(index, text).items
    assert item.grams == pytest.approx(grams, rel=0.1)


@pytest.mark.parametrize("text", ["milk (1 pt)", "a lager (1pt)"])
def test_a_pint_of_something_to_drink_stays_a_pint(index: FoodIndex, text: str):
    (item,) = parse_with_index(index, text).items
    assert item.unit == "pint"
    assert item.grams is not None
    assert item.grams > 450


def test_no_points_are_no_amount_of_nothing(index: FoodIndex):
    (item,) = parse_with_index(index, "apple (0SP)").items
    assert item.grams is not None
    assert item.grams > 100


def test_a_bean_salad_is_one_salad(index: FoodIndex):
    (item,) = parse_with_index(index, "5-bean salad").items
    assert (item.food_name, item.quantity) == ("Bean salad", 1)


def test_a_snack_in_the_morning_is_no_sweet(index: FoodIndex):
    names = [i.food_name for i in parse_with_index(index, "A.M. Snack: bagel").items]
    assert names == ["Bagel"]
