"""Praise, purpose and manner said around food: no food, and no food lost with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_clean import cut
from journal.domain.mealtext_manner import plainly
from journal.domain.mealtext_praise import unpraised
from journal.domain.mealtext_remarks import without_remarks
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import lower_names as names
from tests.meals import read


@pytest.mark.parametrize(
    "text",
    [
        "I had a banana, enjoying its soft and sweet taste",
        "I had a banana to keep my energy up",
        "I had a banana for a little sweetness",
        "I had a banana, perfect for a busy morning",
        "I had a banana as part of my lunch routine today",
        "My afternoon snack included a banana",
        "My snack featured a banana that was simply delicious",
        "During my lunch break, I had a banana",
        "To quench my hunger as a snack, I had a banana",
        "I started my day with a filling breakfast of one banana",
        "I had a banana, which gave me a nice boost of energy",
        "I treated myself to a banana from the school canteen to finish my meal",
        "I had a sweet, ripe banana",
        "I had a banana with fruity and floral notes",
        "Starting my day off right, I had a banana",
    ],
)
def test_praise_and_purpose_are_no_food(index: FoodIndex, text: str):
    assert names(index, text) == ["banana"]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("I had tea for extra sweet potato mash", ["sweet potato"]),
        ("a sweet potato to go with my steak", ["sweet potato", "steak"]),
        ("I had soup while savouring a cheese toastie", ["soup", "toastie"]),
        ("enjoying a bowl of soup for my meal", ["soup"]),
        ("I had toast, adding a tablespoon of jam for the taste", ["toast", "jam"]),
        ("I had a hot chocolate to warm up", ["chocolate"]),
        ("I had a rice pudding which I washed down with a glass of milk", ["milk"]),
        ("I had a sandwich on a bun and an apple and a tea", ["sandwich", "apple"]),
        ("a hot dog on a plain bun with ketchup and a beer", ["hot dog", "beer"]),
    ],
)
def test_no_food_is_lost_with_the_praise(index: FoodIndex, text: str, foods: list[str]):
    found = ", ".join(names(index, text))
    for food in foods:
        assert food in found


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("a creamy 150 g of natural yoghurt", "natural yoghurt, whole milk", 150),
        ("a lovely and warm 200 g porridge", "porridge", 200),
        ("I had a serving of cashews, totalling half an ounce", "cashew", 14.2),
        ("one half cup of whole milk", "whole milk", 122),
        ("a crisp small apple", "apple", None),
        ("a chilled can of cola", "cola", 345.9),
    ],
)
def test_praise_before_an_amount_leaves_the_amount(
    index: FoodIndex, text: str, name: str, grams: float | None
):
    (item,) = read(index, text)
    assert (item.food_name or "").lower().startswith(name)
    if grams is not None:
        assert item.grams == pytest.approx(grams, rel=0.01)


def test_a_crisp_apple_is_no_apple_crisp(index: FoodIndex):
    assert names(index, "I had a crisp apple") == ["apple"]
    assert names(index, "I had a bowl of apple crisp") == ["apple crumble"]


def test_a_sandwich_made_of_what_it_is_named_after_is_one_food(index: FoodIndex):
    found = names(
        index,
        "I had a peanut butter sandwich, made with creamy peanut butter on white bread",
    )
    assert found == ["peanut butter sandwich, white bread"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a sandwich with ham", "ham sandwich"),
        ("I had a sandwich with ham and nothing else", "ham sandwich"),
        ("a cheeseburger with a small patty on a soft white bun", "cheeseburger"),
        ("a glass of orange juice enriched with calcium", "orange juice with added"),
        ("a slice of cheese pizza with a crispy thin crust", "cheese and tomato pizza"),
        ("a bowl of chicken soup, made slowly with water", "chicken soup"),
        ("a tinned pear swimming in syrup", "pears, tinned in syrup"),
        ("a cup of pasta smothered in a rich tomato-based sauce", "pasta with tomato"),
        ("a cup of Lucky Charms cereal", "frosted oats"),
        ("tomato soup, made from an old family recipe", "tomato soup"),
        ("a chicken drumstick that was fried, with the coating eaten", "chicken drum"),
        ("a bowl of soup free of cream", "soup"),
        ("chocolate milk, made from syrup and whole milk", "chocolate milk"),
    ],
)
def test_how_a_food_was_made_is_told_of_the_one_food(
    index: FoodIndex, text: str, name: str
):
    (found,) = names(index, text)
    assert found.startswith(name)


def test_a_thing_called_by_other_words_in_apposition_is_one_thing(index: FoodIndex):
    assert len(read(index, "I had a can of Coke, a cold fizzy cola")) == 1
    assert len(read(index, "a cappuccino, a cappuccino")) == 2


def test_what_is_refused_without_any_added_is_told_whole(index: FoodIndex):
    meal = parse_with_index(index, "a boiled egg without any added salt")
    assert meal.not_eaten == ("salt",)


@pytest.mark.parametrize("rule", [plainly, unpraised, without_remarks])
@pytest.mark.parametrize(
    "text",
    [
        "a sweet, small, crisp apple, perfect for a treat, and it was a delight.",
        "soup that was baked and coated, with its crispy coating, from a local shop",
        "chicken in butter sauce, pasta in a rich tomato-based sauce and fish w/ sauce",
        "a snack of soup with a fine filling, nuggets with non-dairy milk made with it",
        ", a a a of of with with, enjoying enjoying enjoying its its",
    ],
)
def test_every_place_in_the_text_stays_where_it_was(rule, text: str):
    assert len(rule(text)) == len(text)


def test_the_words_of_an_item_are_those_that_were_written(index: FoodIndex):
    text = "I had 250 g of chicken in butter sauce with potatoes and vegetables."
    for item in read(index, text):
        assert item.text in text
        assert f" {item.text}" in text


@pytest.mark.parametrize("rule", [plainly, unpraised, without_remarks])
def test_long_runs_of_praise_are_read_in_a_moment(rule):
    for word in (
        "sweet ",
        "enjoying its ",
        "a crisp, ",
        "very sweet and ",
        "which was ",
    ):
        assert isinstance(rule(word * (10_000 // len(word))), str)


def test_a_cup_of_a_soft_drink_is_a_measure_and_a_medium_cup_the_cafes(
    index: FoodIndex,
):
    (cup,) = read(index, "a cup of cola")
    (medium,) = read(index, "a medium cup of cola")
    assert cup.grams == pytest.approx(248, rel=0.02)
    assert medium.grams is not None
    assert medium.grams > 400


@given(
    st.lists(
        st.sampled_from(
            """
            a an the of in with and for as to that which was from made smothered
            coated sauce tomato-based cream chicken pasta sweet crisp crispy, small,
            banana, soup burger sandwich bun on lunch breakfast featuring containing
            its coating taste enjoying no sugar added non-dairy milk 100% 2 half one
            cup bottle (sweet) - . presweetened calcium frozen meal thin crust recipe
            90-calorie mix free
            """.split()  # noqa: SIM905
        ),
        max_size=30,
    )
)
def test_cutting_keeps_every_place_whatever_is_said(said: list[str]):
    text = " ".join(said)
    work, pieces, _ = cut(text)
    assert len(work) == len(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)


def test_a_food_after_the_shop_is_not_lost_with_it(index: FoodIndex):
    assert len(read(index, "chicken taquitos from Costco and avocado")) == 2


def test_a_bun_that_a_burger_lies_in_is_the_burgers(index: FoodIndex):
    text = "a 135 g cheeseburger featuring a small patty nestled in a soft white bun"
    assert names(index, text) == ["cheeseburger"]


def test_what_makes_another_food_of_it_is_not_left_out_before_an_amount(
    index: FoodIndex,
):
    (beer,) = read(index, "a light 330 ml beer")
    (plain,) = read(index, "a 330 ml beer")
    assert beer.food_id != plain.food_id
    assert beer.grams == pytest.approx(335, rel=0.05)
    (lean,) = read(index, "a lean 100 g mince")
    assert "lean" in lean.words


def test_slices_told_twice_are_still_slices(index: FoodIndex):
    pizza = read(index, "2 slice Pizza Slice of Pepperoni")[0]
    assert pizza.unit == "slice"
    assert (pizza.grams or 0) < 400
