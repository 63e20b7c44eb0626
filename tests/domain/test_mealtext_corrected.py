"""Corrections in the same breath, and figures and dates beside foods."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_corrected import corrected
from journal.domain.mealtext_notes import without_notes
from journal.services.foodindex import FoodIndex, parse_with_index


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("toast, i mean a bagel", "a bagel"),
        ("2 eggs no wait 3 eggs", "3 eggs"),
        ("2 eggs, no wait, 3", "eggs 3"),
        ("1 cup rice, actually 2 cups", "rice 2 cups"),
        ("a latte, make that two", "latte two"),
        ("had eggs, well, actually an omelette", "had an omelette"),
        ("soup and rice, sorry, pasta", "soup and pasta"),
        ("cereal, corn flakes to be exact", "corn flakes"),
        ("a bowl of cereal, bran flakes to be precise", "a bowl of bran flakes"),
        ("coffee, no sugar, no milk", "coffee, no sugar, no milk"),
        ("chicken rather than beef", "chicken rather than beef"),
        ("i actually had toast", "i actually had toast"),
        ("i mean toast", "i mean toast"),
    ],
)
def test_the_second_thing_said_counts(text: str, left: str):
    assert " ".join(corrected(text).split()) == left


def test_a_corrected_food_is_counted_once(index: FoodIndex):
    (item,) = parse_with_index(index, "a bowl of cereal, corn flakes to be exact").items
    assert item.food_name == "Cornflakes"
    assert item.unit == "bowl"


@pytest.mark.parametrize(
    "note",
    [
        "(180 cal)",
        "= 320 kcal",
        "~250 calories",
        "5g protein",
        "(210 kcal, 12g protein)",
        "protein: 12g",
        "20p/30c/10f",
        "3 points",
        "£2.50",
        "@ 90 kcal each",
    ],
)
def test_a_figure_about_a_food_is_neither_food_nor_amount(index: FoodIndex, note: str):
    (item,) = parse_with_index(index, f"2 bananas {note}").items
    assert (item.food_name, item.quantity, item.unit) == ("Banana", 2, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("30 g protein powder", "protein powder"),
        ("a 100 calorie pack of pretzels", "pretzels"),
        ("2 pts of milk", "milk"),
    ],
)
def test_a_food_named_like_a_figure_stays(index: FoodIndex, text: str, words: str):
    (item,) = parse_with_index(index, text).items
    assert words in item.words


@pytest.mark.parametrize(
    "heading", ["Mon 12 March:", "3/14 -", "Day 3", "Meal 2:", "2026-03-14", "Sunday:"]
)
def test_a_date_before_a_food_is_no_food(index: FoodIndex, heading: str):
    (item,) = parse_with_index(index, f"{heading} banana").items
    assert (item.food_name, item.quantity) == ("Banana", 1)


@given(st.text(alphabet="no wait,.imean 2egs(protein)5g:/", max_size=80))
def test_every_place_of_the_text_is_kept(text: str):
    assert len(corrected(text)) == len(text)
    assert len(without_notes(text)) == len(text)
