"""A part of what was served: shared, left, not finished."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_remainders import remainders_said
from journal.domain.mealtext_shares import shares_said
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import read


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


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("200 g lasagne, ate half, finished the rest at 3", 200),
        ("half a bagel at noon and had the rest later", 95),
        ("200 g lasagne: half now, half later", 200),
        ("200 g lasagne, half for lunch and the other half for tea", 200),
        ("200 g lasagne, ate half of it, my husband had the rest", 100),
        ("200 g lasagne, ate half of it and binned the rest", 100),
        ("a lasagne, kept the rest for tomorrow", 200),
        ("200 g lasagne, kept the rest for tomorrow", 200),
        ("200 g lasagne, gave a quarter to my son", 150),
        ("200 g lasagne, half left over", 100),
        ("a lasagne, there was a bit left", 200),
        ("200 g lasagne between two", 100),
        ("200 g lasagne to share", 100),
        ("a lasagne, gave the dog some", 200),
        ("200 g lasagne, half of each", 100),
    ],
)
def test_the_rest_was_eaten_later_or_by_others(
    index: FoodIndex, text: str, grams: float
):
    (item,) = read(index, text)
    assert item.grams == pytest.approx(grams, abs=0.5)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("100 g steak and 80 g peas, left half the peas", [100, 40]),
        ("100 g steak and 80 g peas. Only ate half my peas", [100, 40]),
        ("100 g steak and 80 g peas, left some of the steak", [80, 80]),
        ("100 g ham and a bun, ate half of both", [50, 27.5]),
    ],
)
def test_a_part_is_of_the_food_it_names(
    index: FoodIndex, text: str, grams: list[float]
):
    assert [item.grams for item in read(index, text)] == pytest.approx(grams, abs=1)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("a bottle of wine, I had two glasses", 355),
        ("a pot of tea, two cups", 487),
        ("a can of cola, half", 173),
        ("a quarter of a plain cake", 130),
    ],
)
def test_what_was_had_of_a_vessel_counts(index: FoodIndex, text: str, grams: float):
    (item,) = read(index, text)
    assert item.grams == pytest.approx(grams, abs=2)


@pytest.mark.parametrize(
    "text",
    ["bacon between two slices of bread", "a bun between lunch and dinner"],
)
def test_between_is_no_share_where_something_follows(index: FoodIndex, text: str):
    assert parse_with_index(index, text).shares == ()


def test_a_roast_dinner_is_kept_where_a_part_was_left(index: FoodIndex):
    (item,) = read(index, "roast dinner, left the sprouts")
    assert item.food_id is not None
    assert not item.is_sure


@given(st.text(alphabet="abcdefhilmorstu, .'", max_size=120))
def test_every_place_stays_where_the_rest_is_told(text: str):
    said = text + " half now half later, gave half to my son"
    assert len(remainders_said(said)[0]) == len(said)


def test_what_others_had_of_several_foods_takes_nothing_off(index: FoodIndex):
    items = read(index, "100 g ham, 80 g peas and a bun, my son had the rest")
    assert [item.grams for item in items] == pytest.approx([100, 80, 55], abs=1)


def test_a_dog_that_was_given_some_is_no_food(index: FoodIndex):
    items = read(
        index, "80 g ham, 50 g peas, only ate half the ham, gave the dog a bit"
    )
    assert [item.grams for item in items] == pytest.approx([40, 50], abs=1)
