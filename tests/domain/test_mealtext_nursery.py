"""What babies are fed, and frozen meals: one food each with all that is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_frozen import frozen_meals_named
from journal.domain.mealtext_nursery import babies_fed
from journal.services.foodindex import FoodIndex
from tests.meals import names, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("half a jar of baby food carrots", "Baby food, carrots"),
        ("a pot of stage 1 baby food peas", "Baby food, peas"),
        ("baby food prunes, stage 2", "Baby food, prunes"),
        ("a jar of strained turkey baby food", "Baby food, turkey"),
        ("4 oz of baby toddler pears", "Baby food, pears"),
        ("a jar of Gerber squash", "Baby food, squash"),
        ("2 tbsp of dry baby oatmeal cereal", "Baby oatmeal cereal, dry"),
        ("5 fl oz of ready-to-feed Enfamil infant formula", "Infant formula"),
        ("a bottle of PediaSure toddler formula", "Toddler formula"),
    ],
)
def test_what_babies_are_fed_is_that_kind(index: FoodIndex, text: str, name: str):
    (only,) = read(index, text)
    assert only.food_name == name
    assert only.is_sure


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a jar of pear and parsnip baby food", "Baby food, fruit and vegetables"),
        (
            "a pouch of baby food with beef and carrots",
            "Baby food, vegetables and meat",
        ),
        ("baby food for her", "Baby food, unspecified"),
        ("a bowl of infant cereal", "Baby cereal, dry"),
    ],
)
def test_a_mixture_for_babies_is_one_food_and_asked_about(
    index: FoodIndex, text: str, name: str
):
    (only,) = read(index, text)
    assert only.food_name == name
    assert not only.is_sure


def test_a_food_beside_a_babys_stays(index: FoodIndex):
    eaten = names(index, "a jar of baby food with peas, and a plum")
    assert eaten == ["Baby food, peas", "Plum"]
    eaten = names(index, "a glass of water, then a bottle of infant formula")
    assert eaten == ["Tap water", "Infant formula"]


def test_young_vegetables_are_no_baby_food(index: FoodIndex):
    for text in ("baby carrots", "baby spinach", "baby potatoes", "a pear and peas"):
        assert not any("Baby food" in name for name in names(index, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a frozen dinner with beef, gravy and peas", "Beef ready meal"),
        ("an 11 oz frozen turkey dinner with stuffing", "Turkey dinner, frozen meal"),
        ("a diet frozen meal of fish with rice", "Fish ready meal"),
        (
            "frozen fried chicken meal, with potatoes and corn",
            "Fried chicken ready meal",
        ),
        ("a chicken and pasta frozen meal", "Chicken ready meal"),
    ],
)
def test_a_frozen_meal_is_one_with_all_on_its_tray(
    index: FoodIndex, text: str, name: str
):
    assert names(index, text) == [name]


def test_what_was_had_beside_a_frozen_meal_stays(index: FoodIndex):
    eaten = names(index, "a frozen meal with chicken and rice, and a banana")
    assert eaten == ["Chicken ready meal", "Banana"]
    eaten = names(index, "chicken and a frozen waffle")
    assert len(eaten) == 2


@given(st.text(alphabet="babyfoodzenmlwith,stg 2.", max_size=120))
def test_every_character_keeps_its_place(text: str):
    assert len(babies_fed(text)) == len(text)
    assert len(frozen_meals_named(text)) == len(text)


def test_all_that_was_told_of_a_formula_is_its_text(index: FoodIndex):
    (only,) = read(index, "6 fl oz of ready-to-feed PediaSure infant formula")
    assert only.text == "6 fl oz of ready-to-feed PediaSure infant formula"
