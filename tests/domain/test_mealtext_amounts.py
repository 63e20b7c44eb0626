"""Amounts in the many ways people write them, and pictures of food."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.mealtext_emoji import _FOODS, _KINDS
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import names, read


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("three halves of tinned peaches", 1.5, None),
        ("two thirds of a pizza", pytest.approx(2 / 3, abs=0.001), None),
        ("heaped tsp sugar", 1, "tsp"),
        ("a glass of prosecco x2", 2, "glass"),
        ("crisps 25g x 2", 50, "g"),
        ("3/4 cup + 2 tbsp milk", 0.875, "cup"),
        ("milk 1 cup + 2 tbsp", 1.125, "cup"),
        ("1 lb and 4 oz of chicken", 1.25, "lb"),
        ("chicken breast, 200 g, grilled", 200, "g"),
        ("tea milk no sugar x 4", 4, None),
    ],
)
def test_amounts_in_parts_multiples_and_after_the_food(
    index: FoodIndex, text: str, quantity: float, unit: str | None
):
    (item,) = read(index, text)
    assert (item.quantity, item.unit) == (quantity, unit)


def test_two_weights_of_two_foods_are_not_added(index: FoodIndex):
    stew, rice = read(index, "stew, 300 g, and 150 g of rice")
    assert (stew.grams, rice.grams) == (300, 150)


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("2 slices each of ham and cheese", [2, 2]),
        ("1 slice each ham, cheese and salami", [1, 1, 1]),
        ("ham and cheese (2 slices each)", [2, 2]),
        ("apples and oranges, 2 each", [2, 2]),
    ],
)
def test_each_is_said_of_every_food(
    index: FoodIndex, text: str, quantities: list[float]
):
    assert [item.quantity for item in read(index, text)] == quantities


@pytest.mark.parametrize(
    "text", ["2 cookies (30g each)", "2 cookies 30 g each", "2 cookies, 30g each"]
)
def test_a_weight_each_is_multiplied(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert (item.grams, item.grams_source) == (60, "stated")


WORDS = (
    "2 -5 1e9 0 1/0 half of it shared between 4 with my wife left a third each x 3 ( ) "
    "- , : eggs toast milk g ml cup pint heaped tbsp 🍕 no in all two or three"
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14))
def test_no_order_of_words_gives_less_than_nothing(index: FoodIndex, words: list[str]):
    for item in read(index, " ".join(words)):
        assert item.text
        assert item.grams is None or 0 <= item.grams <= 10_000


def test_a_fraction_over_nought_is_no_amount(index: FoodIndex):
    (item,) = read(index, "1/0 pizza")
    assert "pizza" in (item.food_name or "")
    assert item.grams_source == "assumed"


def test_a_weight_of_something_unnamed_is_kept(index: FoodIndex):
    (item,) = read(index, "3 × 40 g bars")
    assert (item.food_id, item.grams, item.grams_source) == (None, 120, "stated")


def test_of_a_very_long_run_of_words_none_is_dropped(index: FoodIndex):
    meal = parse_with_index(index, "egg " * 150)
    assert len(meal.items) == 150


def test_how_many_coffees_are_so_many_usual_cups(index: FoodIndex):
    one, three = (read(index, text)[0] for text in ("coffee", "coffee x3"))
    assert one.grams is not None
    assert three.grams == pytest.approx(3 * one.grams, abs=0.1)
    assert three.grams_source == "assumed"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("eggs toast", ["Egg", "toast"]),
        ("bagel cream cheese", ["Bagel", "Cream cheese"]),
        ("crackers hummus", ["Crackers", "Hummus"]),
    ],
)
def test_two_foods_in_one_breath_are_two(index: FoodIndex, text: str, words: list[str]):
    found = names(index, text)
    assert len(found) == len(words)
    assert all(word in name for word, name in zip(words, found, strict=True))


@pytest.mark.parametrize("text", ["egg muffin", "rye toast", "eggs benedict"])
def test_a_name_of_two_words_stays_one_food(index: FoodIndex, text: str):
    assert len(read(index, text)) == 1


@pytest.mark.parametrize("picture", sorted(_FOODS))
def test_every_picture_of_food_finds_a_food(index: FoodIndex, picture: str):
    (item,) = read(index, picture)
    assert item.text == picture
    assert item.food_id is not None


def test_pictures_that_adorn_words_are_of_known_food():
    assert set(_KINDS) <= set(_FOODS)


def test_a_food_drawn_twice_was_eaten_twice(index: FoodIndex):
    one, two = (read(index, text)[0] for text in ("🍕", "🍕🍕"))
    assert one.grams is not None
    assert two.grams == pytest.approx(2 * one.grams)
    assert two.grams_source == "assumed"
    assert read(index, "3 🍌")[0].quantity == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("pizza 🍕", 1),
        ("latte ☕️ yum 😋", 1),
        ("burger 🍔🍟", 2),
        ("🍔🍟🥤", 3),
        ("eggs✅ toast✅", 2),
    ],
)
def test_a_picture_beside_its_own_word_adorns_it(
    index: FoodIndex, text: str, count: int
):
    assert len(read(index, text)) == count


@pytest.mark.parametrize("text", ["🦄", "💊💊", "😋"])
def test_a_picture_of_no_food_is_kept_as_text(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert (item.text, item.food_id, item.grams) == (text, None, None)


def test_an_unknown_picture_beside_a_known_one_is_kept(index: FoodIndex):
    pizza, unknown = read(index, "🍕🦄")
    assert pizza.food_id is not None
    assert (unknown.text, unknown.food_id) == ("🦄", None)


def test_characters_that_cannot_be_seen_part_nothing(index: FoodIndex):
    assert len(read(index, "eggs\x00\x01, toast\x02")) == 2
