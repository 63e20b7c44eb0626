"""Fat that vegetables, grains and beans were cooked with: the food's kind, no food."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_fat_added import with_fat_added
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("half a cup of carrots with added fat", "Carrots with fat"),
        ("kale cooked with a little fat and an orange", "Kale with fat"),
        ("a bowl of brown rice with some fat added", "Brown rice with fat"),
        ("kidney beans enriched with fat", "Kidney beans with fat"),
        ("frozen peas, fat added in cooking", "Frozen peas with fat"),
        ("a plate of cooked cabbage with fat added to it", "Cabbage with fat"),
        ("canned corn cooked in fat", "Sweetcorn with fat"),
    ],
)
def test_what_was_cooked_with_fat_is_that_kind_and_one_food(
    index: FoodIndex, text: str, name: str
):
    assert names(index, text)[0] == name
    assert "Shortening" not in names(index, text)


def test_no_added_fat_stays_a_refusal(index: FoodIndex):
    for text in ("peas without added fat", "peas, no fat added", "peas with no fat"):
        assert names(index, text) == ["Peas, boiled"]


def test_what_has_its_fat_in_it_gets_none_beside(index: FoodIndex):
    for text in ("an omelette with added fat", "fried plantain with some added fat"):
        assert len(names(index, text)) == 1
        assert "Shortening" not in names(index, text)


def test_a_food_without_such_a_kind_is_asked_about(index: FoodIndex):
    [item] = parse_with_index(index, "a bowl of spaghetti with added fat").items
    assert item.food_id
    assert not item.is_sure


def test_cooked_alone_is_cooked_without(index: FoodIndex):
    for text in ("cooked pinto beans", "canned carrots, cooked", "peas, frozen"):
        for name in names(index, f"a cup of {text}"):
            assert "fat" not in name


def test_fat_eaten_as_a_food_is_one(index: FoodIndex):
    assert names(index, "a tablespoon of bacon fat") == ["Dripping"]
    assert "Peas, boiled" in names(index, "low-fat milk and peas")


@given(st.text(max_size=200))
def test_every_character_keeps_its_place(text: str):
    assert len(with_fat_added(text)) == len(text)
