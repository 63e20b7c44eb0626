"""A dish and what is in or on it are counted once, and nothing told is lost."""

from __future__ import annotations

import pytest

from journal.services.foodindex import FoodIndex
from tests.meals import read


def names(index: FoodIndex, text: str) -> list[str]:
    return [item.food_name or item.text for item in read(index, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("burrito with rice, beans, steak and cheese", "burrito"),
        ("chicken burrito with rice, beans and sour cream", "Chicken, bean and rice"),
        ("a burrito with pork, rice, salsa and guacamole", "burrito"),
        ("hot dog with ketchup, onions, relish and mustard", "Hot dog in a bun"),
        ("a hot dog with mustard and sauerkraut", "Hot dog in a bun"),
        ("3 tacos with chicken, salsa and sour cream", "taco"),
        ("quesadilla with beans and guacamole", "Quesadilla"),
        ("wrap (chicken, tomato, mayo)", "chicken wrap"),
        ("pizza (ham, peppers)", "Meat and vegetable pizza"),
        ("burrito: beans, rice, cheese", "burrito"),
    ],
)
def test_a_dish_and_a_list_of_what_is_in_it_are_one(
    index: FoodIndex, text: str, name: str
):
    (item,) = read(index, text)

    assert name.lower() in (item.food_name or "").lower()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tacos with guacamole", "Taco Guacamole"),
        ("tacos with rice and beans", "Taco Rice"),
        ("hot dog with fries", "Hot Chips"),
        ("burrito with chicken, rice and beans and 2 tbsp salsa", "Chicken Salsa"),
        ("burrito with beef and cheese, side of guacamole", "Beef Guacamole"),
        ("jacket potato with tuna and cheese", "Baked Tuna Cheddar"),
    ],
)
def test_what_is_beside_a_dish_stays_apart(index: FoodIndex, text: str, words: str):
    pairs = zip(words.split(), names(index, text), strict=False)

    assert all(word in name for word, name in pairs)


def test_a_guess_at_a_soup_has_the_meat_that_was_told(index: FoodIndex):
    (item,) = read(index, "ramen with pork and egg")

    assert item.food_name == "Ramen bowl with meat and egg"
    assert not item.is_sure


def test_a_meat_for_stewing_is_no_stew(index: FoodIndex):
    assert names(index, "stew: beef, carrots, potatoes") == ["Beef stew"]


@pytest.mark.parametrize(
    "text",
    [
        "omelette: 3 eggs, cheese, ham",
        "omelette (three eggs, ham, cheese)",
        "omelette with 3 eggs, ham and cheese",
        "a ham and cheese omelette made with 3 eggs",
    ],
)
def test_the_eggs_of_an_omelette_tell_its_size(index: FoodIndex, text: str):
    (item,) = read(index, text)

    assert item.food_name == "Ham and cheese omelette"
    assert item.quantity == 1.5


def test_an_omelette_told_with_weights_is_what_was_weighed(index: FoodIndex):
    found = read(index, "omelette: 2 eggs, 30 g cheddar, 40 g ham")

    assert [item.grams for item in found] == [100, 30, 40]


@pytest.mark.parametrize(
    "text",
    [
        "a smoothie made with banana, oat milk and peanut butter",
        "pancakes made with 2 eggs, flour and milk",
        "banana bread made with walnuts and honey",
    ],
)
def test_what_a_dish_was_made_with_is_asked_as_one(index: FoodIndex, text: str):
    (item,) = read(index, text)

    assert not item.is_sure
    assert item.text == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("pancakes made with oat flour, and 2 coffees", 2),
        ("soup made with lentils and onion, bread roll", 2),
        ("porridge made with milk and a banana", 2),
        ("sandwich made with 2 slices of bread, 50g ham and cheese", 3),
    ],
)
def test_what_was_eaten_beside_what_is_made_is_kept(
    index: FoodIndex, text: str, count: int
):
    assert len(read(index, text)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3 biscuits (1 cinnamon, 1 chocolate)", "biscuit"),
        ("4 muffins (1 blueberry, 2 lemon)", "muffin"),
        ("2 fruits (1 apple, 1 pear)", "Apple Pear"),
        ("plate (1 sausage, 1 tomato)", "sausage Tomato"),
    ],
)
def test_kinds_counted_in_brackets_are_no_foods_of_their_own(
    index: FoodIndex, text: str, words: str
):
    found = names(index, text)

    assert len(found) == len(words.split())
    pairs = zip(words.lower().split(), found, strict=True)
    assert all(word in name.lower() for word, name in pairs)


def test_black_and_white_pudding_are_two_with_their_slice_each(index: FoodIndex):
    black, white = read(index, "a slice each of black and white pudding")

    assert black.food_name == "Black pudding"
    assert black.grams == white.grams == 30
    assert names(index, "rice and white pudding")[0] == "White rice, boiled"


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("buttered toast", [25, 7]),
        ("3 slices of buttered toast", [75, 21]),
        ("two buttered crumpets", [90, 14]),
        ("bread and butter - 2 slices", [56, 14]),
        ("bread and jam, 2 slices", [56, 40.6]),
        ("toast with butter", [25, 7]),
        ("bread and cheese, 2 slices", [28, 50]),
    ],
)
def test_what_is_spread_is_on_every_slice(
    index: FoodIndex, text: str, grams: list[float]
):
    found = read(index, text)

    assert [item.grams for item in found] == grams
    assert found[1].grams_source == "assumed" or "cheese" in text


@pytest.mark.parametrize("text", ["buttered popcorn", "buttered corn on the cob"])
def test_a_food_that_is_buttered_in_the_table_is_one(index: FoodIndex, text: str):
    assert len(read(index, text)) == 1
