"""Stories about meals: phrases that tell more of a food, or of nothing to eat."""

from __future__ import annotations

import csv

import pytest

from journal.domain.foodmatch import SURE, words_of
from journal.domain.story_words import HOW, WHAT
from journal.resources import reference_dir
from journal.services.foodindex import FoodIndex
from tests.meals import names, read


def test_words_of_stories_are_in_no_name_of_a_food():
    named = set()
    for file, column in (("foods.csv", "name"), ("synonyms.csv", "phrase")):
        with (reference_dir() / file).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                named |= set(words_of(row[column]))
    assert named
    assert not named & (HOW | WHAT)


@pytest.mark.parametrize(
    "text",
    [
        "During lunch I had a pear, served simply and beautifully",
        "I opted for a pear as my afternoon choice",
        "For a satisfying supper, I had a pear",
        "I warmed up a pear for a comforting dinner",
        "I enjoyed a pear, savoring its mild buttery texture",
        "For lunch I had a pear, complete and wholesome",
        "I had a pear straight from the fridge",
        "A pear that was roasted to perfection",
        "I ate a pear with a burst of flavor, leisurely moments included",
    ],
)
def test_what_a_story_tells_beside_the_food_is_no_food(index: FoodIndex, text: str):
    assert names(index, text) == ["Pear"]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("I had soup while chewing on a small cracker", ["soup", "cracker"]),
        ("a shake that was not mint flavored, and a bun", ["milkshake", "bun"]),
        ("soup, crisp lettuce", ["soup", "lettuce"]),
        ("I had a smooth and bold espresso", ["espresso"]),
        ("a 500 ml bottle filled with tap water", ["water"]),
        ("a cup of chicken soup, made from a 2 ounce packet", ["chicken"]),
        ("chocolate spread on toast", ["chocolate hazelnut", "toast"]),
        ("10 g olive oil spread", ["spread"]),
        ("two pigs in a blanket", ["pigs in blankets"]),
        ("a bag of Fritos corn chips and a cola", ["corn chips", "cola"]),
        ("my lunch spread included a pear and a bun", ["pear", "bun"]),
        ("I made a soothing drink with 200 g of herbal tea", ["herbal tea"]),
        ("a Lipton bottle of iced tea", ["iced tea"]),
        ("a cup of strawberry milk made with whole milk", ["strawberry milk"]),
        ("a cup of chocolate milk, prepared with skim milk", ["fat-free"]),
        ("a juice box filled with apple juice", ["apple juice"]),
        ("a bowl of lentil soup from a Heinz can and toast", ["lentil", "toast"]),
        ("a soft drink that was orange-flavored and caffeine-free", [""]),
        ("tinned salmon, drained and ready to eat", ["salmon"]),
        ("orange juice rich in vitamin C and calcium", ["orange juice"]),
        ("toast with a tablespoon of butter melted on top", ["toast", "butter"]),
        ("eggs with home fries", ["egg", "fried potatoes"]),
        ("a raw pear fruit and a kiwi fruit", ["pear", "kiwi"]),
        ("I added a burst of flavor with a packet of ketchup", ["ketchup"]),
        ("a cup of mixed vegetables, featuring peas and corn", ["mixed vegetables"]),
        ("a diet frozen meal of beef with vegetables", ["beef ready meal"]),
        ("a burger with their fries", ["burger", "chips"]),
    ],
)
def test_nothing_told_in_a_story_is_lost(index: FoodIndex, text: str, foods: list[str]):
    found = names(index, text)
    assert len(found) == len(foods)
    for name, word in zip(found, foods, strict=True):
        assert word in name.lower()


@pytest.mark.parametrize(
    "text", ["roast turkey breast with the skin", "chicken thigh, skin on"]
)
def test_the_skin_of_a_bird_makes_another_food(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert "with skin" in (item.food_name or "")


def test_a_bottle_filled_with_something_holds_as_much_as_it_says(index: FoodIndex):
    (item,) = read(index, "a 500 ml bottle filled with orange juice")
    assert item.grams == pytest.approx(500, rel=0.05)


def test_the_crust_that_any_pizza_has_is_no_size_of_it(index: FoodIndex):
    (slice_of_it,) = read(index, "a slice of medium crust pepperoni pizza")
    assert slice_of_it.food_name == "Pepperoni pizza"
    assert slice_of_it.grams is not None
    assert slice_of_it.grams < 200


def test_slices_told_after_the_food_are_its_slices(index: FoodIndex):
    (item,) = read(index, "3 pizza slices")
    assert (item.quantity, item.unit) == (3, "slice")
    assert item.grams is not None
    assert item.grams < 600


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a fried chicken drumstick", "fried"),
        ("vegan chicken nuggets", ""),
        ("vegan pepperoni", ""),
        ("a meatless burger patty", "veggie"),
        ("deep pan pepperoni pizza", "deep"),
    ],
)
def test_a_food_that_says_the_opposite_does_not_look_sure(
    index: FoodIndex, text: str, word: str
):
    (item,) = read(index, text)
    assert item.food_name is not None
    assert word in item.food_name.lower() if word else item.confidence < SURE
    if "roasted" in item.food_name.lower():
        assert item.confidence < SURE


@pytest.mark.parametrize("text", ["better", "a trivia", "models", "must"])
def test_a_word_of_the_language_is_no_sure_slip_for_a_food(index: FoodIndex, text: str):
    assert all(item.confidence < SURE for item in read(index, text))


@pytest.mark.parametrize("text", ["bananna", "almnds", "tomatos", "yogert"])
def test_a_slip_for_a_food_is_still_found(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.confidence >= SURE


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("slept in, had a shower and some porridge", ["Porridge made with water"]),
        ("had sushi before heading out to town", ["Sushi"]),
        ("ate soup before making pasta", ["Soup, unspecified", "Pasta, boiled"]),
        ("toast after having soup", ["White toast", "Soup, unspecified"]),
        ("I made tacos and watched a film with a cola", ["taco", "cola"]),
        ("walked to the shop for a pie", ["Pie, unspecified"]),
        ("a 40 minute run, followed by porridge", ["Porridge made with water"]),
        ("the soup was meh, and the pasta tasted like cardboard", ["soup", "pasta"]),
        ("some type of broccoli", ["Broccoli, boiled or steamed"]),
        ("played tennis; 2 eggs; bacon", ["egg", "bacon"]),
        ("I had pears for second lunch", ["Pear"]),
    ],
)
def test_what_was_done_beside_eating_is_no_food_and_takes_none(
    index: FoodIndex, text: str, foods: list[str]
):
    found = names(index, text)
    assert len(found) == len(foods)
    for name, word in zip(found, foods, strict=True):
        assert word.lower() in name.lower()


def test_a_usual_meal_is_kept_as_what_nobody_knows(index: FoodIndex):
    (item,) = read(index, "I had a normal breakfast")
    assert item.food_id is None
