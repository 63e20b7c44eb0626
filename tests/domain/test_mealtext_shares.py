"""A part of what was served: shared, left, not finished."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext import ParsedItem
from journal.domain.mealtext_shares import shares_said
from journal.services.foodindex import FoodIndex, parse_with_index


def read(index: FoodIndex, text: str) -> tuple[ParsedItem, ...]:
    return parse_with_index(index, text).items


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("200 g lasagne shared between 4", 1 / 4),
        ("200 g lasagne between the two of us", 1 / 2),
        ("200 g lasagne, split three ways", 1 / 3),
        ("200 g lasagne, only ate half of it", 1 / 2),
        ("200 g lasagne (ate about two thirds)", 2 / 3),
        ("200 g lasagne - left about a quarter", 3 / 4),
        ("200 g lasagne and I ate 30% of it", 0.3),
        ("200 g lasagne, threw half away", 1 / 2),
    ],
)
def test_a_part_that_was_told_scales_the_weight_and_is_as_sure(
    index: FoodIndex, text: str, share: float
):
    (item,) = read(index, text)
    assert item.grams == pytest.approx(200 * share, abs=0.1)
    assert item.grams_source == "stated"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("200 g lasagne split with my husband", 1 / 2),
        ("I shared 200 g lasagne with two friends", 1 / 3),
        ("200 g lasagne shared with the kids", 1 / 3),
        ("200 g lasagne, didn't finish it", 0.8),
        ("200 g lasagne, left most of it", 0.2),
        ("200 g lasagne (shared)", 1 / 2),
    ],
)
def test_a_part_nobody_measured_is_assumed(index: FoodIndex, text: str, share: float):
    (item,) = read(index, text)
    assert item.grams == pytest.approx(200 * share, abs=0.1)
    assert item.grams_source == "assumed"


def test_how_much_was_counted_is_said(index: FoodIndex):
    meal = parse_with_index(index, "a pizza shared between 4, a glass of water")
    assert meal.shares == ("Your part of “a pizza” was taken as a quarter of it.",)
    guessed = parse_with_index(index, "soup, couldn't finish").shares
    assert guessed[0].endswith("That is a guess.")


def test_what_was_shared_is_one_whole_of_it(index: FoodIndex):
    whole, part = (read(index, text)[0] for text in ("a pizza", "pizza split 4 ways"))
    assert whole.grams is not None
    assert part.grams == pytest.approx(whole.grams / 4, abs=0.1)


def test_only_what_was_shared_is_divided(index: FoodIndex):
    cake, tea = read(index, "we split 100 g of cake between 2 and I had 200 ml tea")
    assert cake.grams == pytest.approx(50)
    assert tea.grams == pytest.approx(200, rel=0.1)
    cake, tea = read(index, "200 ml tea. 100 g cake, ate half of it")[::-1]
    assert cake.grams == pytest.approx(50)
    assert tea.grams == pytest.approx(200, rel=0.1)


@pytest.mark.parametrize(
    "text", ["ate half a pizza", "half of a pizza", "had half a large pizza"]
)
def test_half_of_a_food_is_an_amount_and_no_share(index: FoodIndex, text: str):
    meal = parse_with_index(index, text)
    assert [item.quantity for item in meal.items] == [0.5]
    assert meal.shares == ()


def test_a_dish_with_what_is_in_it_is_shared_as_one(index: FoodIndex):
    text = "We split a plate of nachos with cheese and beans between three"
    (item,) = read(index, text)
    assert item.quantity == pytest.approx(1 / 3, abs=0.001)


@given(st.text(alphabet="shared bt,.we lfhiaot50%½()", max_size=80))
def test_shares_keep_every_place_of_the_text(text: str):
    work, shares = shares_said(text)
    assert len(work) == len(text)
    assert all(0 <= share.factor <= 1 for share in shares)
