"""Dialect, shorthand, asides and refusals the way people type and dictate them."""

from __future__ import annotations

import pytest

from journal.services.foodindex import FoodIndex
from tests.meals import lower_names as names
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("3 sausages wi broon sauce", ["sausage", "brown sauce"]),
        ("porridge, nae salt, black cof", ["porridge", "coffee"]),
        ("2 tst, 1 boiled egg", ["toast", "egg"]),
        ("5 nugs, lg fries", ["nuggets", "chips"]),
        ("baked potato, beans, side salad i didn't touch", ["potato", "beans"]),
        ("soup, chips no, apple", ["soup", "apple"]),
        ("toast and jam, stood up", ["toast", "jam"]),
        ("ice cream. dont judge", ["ice cream"]),
        ("nothing til noon with the shearing. soup", ["soup"]),
        ("kebab with everything but no chilli", ["kebab"]),
        ("tea was a jacket potato", ["potato"]),
        ("olives, like 4 big ones, and bread", ["olives", "bread"]),
        ("3 whites + 1 whole egg", ["egg white", "egg,"]),
        ("rice an lentils", ["lentils"]),
        ("cheeseburger lg fry lg lemonade", ["burger", "chips", "lemonade"]),
        ("toast in between 2 slices of bread", ["toast", "bread"]),
        ("two slices of bacon hash browns orange juice small", ["ba", "ha", "or"]),
        ("chicken leg quarter", ["chicken leg"]),
        ("a bowl of chili with cheese and saltines", ["chilli", "saltine"]),
        ("a Singha with peanuts", ["beer", "peanuts"]),
        ("omelette + bacon", ["omelette", "bacon"]),
        ("soup, roll skipped", ["soup"]),
        ("biscuit: skipped, tea", ["tea"]),
        ("trout, pan fried", ["trout"]),
        ("the whole tin of sardines", ["sardines"]),
        ("cheeseburger and a med fry", ["burger", "chips"]),
        ("cappuccino, skimmed", ["cappuccino"]),
        ("rump steak 200 g medium rare with peas", ["rump steak", "peas"]),
        ("fresh juice from 2 oranges and toast", ["juice", "toast"]),
        ("chicken thigh, skin discarded", ["without skin"]),
        ("Beef and rice – 120 g beef + 90 g rice", ["beef", "rice"]),
        ("Carrots – 3 small, mash style", ["carrot"]),
        ("fruit bowl (80 g grapes + 2 pears)", ["grapes", "pear"]),
        ("tofurky sausages", ["vegetarian sausage"]),
        ("beyond nuggets", ["vegetarian nuggets"]),
        ("lunch was a pear, then nothing til 5", ["pear"]),
        ("add a quarter pound of grapes over the whole day", ["grapes"]),
        ("about three o'clock I had a pear", ["pear"]),
        ("Dinner (late again): soup and bread", ["soup", "bread"]),
        ("a cheese sandwich, brown bread, no butter", ["cheddar sandwich"]),
        ("Tea - a cheese sandwich, an apple and a yoghurt", ["cheese", "app", "yog"]),
    ],
)
def test_what_is_typed_in_haste_is_all_read_and_no_more(
    index: FoodIndex, text: str, foods: list[str]
):
    found = names(index, text)
    assert len(found) == len(foods)
    for name, word in zip(found, foods, strict=True):
        assert word in name


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("a bottle of water five hundred mil", 500),
        ("couscous 4 tbsp. Large glass of white wine", 80),
        ("a drop of milk", 30),
        ("small fries", 80),
        ("a bag of jelly sweets (the small 1)", 60),
    ],
)
def test_amounts_said_in_haste_weigh_what_they_say(
    index: FoodIndex, text: str, grams: float
):
    assert read(index, text)[0].grams == pytest.approx(grams, rel=0.1)


def test_a_point_after_a_unit_ends_no_sentence_before_its_food(index: FoodIndex):
    assert names(index, "I had 2 Tbsp. Butter on toast") == ["butter", "white toast"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("halloumi wrap", "wrap"),
        ("turkey tikka wrap", "wrap"),
        ("tuna ciabatta", "tuna mayonnaise sandwich"),
        ("cheese bagel", "cheese sandwich"),
        ("falafel baguette", "falafel"),
    ],
)
def test_a_filling_told_with_its_bread_is_a_sandwich_as_a_guess(
    index: FoodIndex, text: str, word: str
):
    (item,) = read(index, text)
    assert word in (item.food_name or "").lower()
    assert not item.is_sure


@pytest.mark.parametrize("text", ["a seeded roll", "a floury bap", "an onion bagel"])
def test_bread_told_closer_has_no_filling(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert "sandwich" not in (item.food_name or "").lower()


def test_a_size_inside_a_run_of_foods_is_that_of_the_food_after_it(index: FoodIndex):
    nuggets, fries = read(index, "6 chicken nuggets small fries")
    assert (nuggets.quantity, fries.quantity) == (6, 1)
    assert fries.grams == pytest.approx(80)


def test_a_word_of_the_language_beside_a_food_is_no_sure_slip(index: FoodIndex):
    (item,) = read(index, "race porridge")
    assert "congee" not in (item.food_name or "").lower()
    assert not item.is_sure
