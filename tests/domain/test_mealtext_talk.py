"""Talk around the food, foods told twice, words cut short and counts said last."""

from __future__ import annotations

import csv

import pytest

from journal.domain.foodmatch import SURE, words_of
from journal.domain.mealtext_filler import FILLER
from journal.resources import reference_dir
from journal.services.foodindex import FoodIndex
from tests.meals import lower_names as names
from tests.meals import read


@pytest.mark.parametrize(
    "text",
    [
        "I was starving, so I ate a banana",
        "We went out for Thai: I had a banana",
        "Had to rush, so breakfast was a banana",
        "Between meals I had a banana",
        "A banana kept me going until dinner",
        "A quick lunch: a banana",
        "I stopped at a cafe and had a banana",
        "I polished off a banana",
        "I whipped together a banana",
        "Lunch was light: a banana",
    ],
)
def test_what_is_said_around_a_food_is_no_food(index: FoodIndex, text: str):
    assert names(index, text) == ["banana"]


def test_a_food_told_before_the_comma_is_not_lost_as_talk(index: FoodIndex):
    found = names(index, "Tonight we ordered pizza, I drank a beer")
    assert len(found) == 2
    assert "pizza" in found[0]


def test_talk_is_part_of_no_plain_name_of_a_food():
    with (reference_dir() / "foods.csv").open(encoding="utf-8") as lines:
        leads = [row["name"].split(",")[0] for row in csv.DictReader(lines)]
    whole = {words[0] for lead in leads if len(words := words_of(lead)) == 1}
    assert not whole & FILLER


def test_a_food_named_and_then_told_with_its_amount_is_eaten_once(index: FoodIndex):
    (item,) = read(index, "For dinner we made tacos; I had three beef tacos")
    assert item.quantity == 3


def test_a_cup_and_a_half_is_one_and_a_half_cups(index: FoodIndex):
    (item,) = read(index, "a cup and a half of blueberries")
    assert (item.quantity, item.unit) == (1.5, "cup")


def test_cups_told_after_a_comma_weigh_what_the_bowl_holds(index: FoodIndex):
    (item,) = read(index, "I had a bowl of blueberries, about 2 cups")
    assert item.grams == pytest.approx(2 * 148, rel=0.1)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ham sand", "ham sandwich"),
        ("2 eggs scr", "scrambled"),
        ("broc 1 cup", "broccoli"),
        ("grk yog 6 oz", "greek"),
        ("cal roll 6 pc", "california"),
    ],
)
def test_words_cut_short_in_a_diary_are_understood(
    index: FoodIndex, text: str, word: str
):
    (found,) = names(index, text)
    assert word in found


def test_a_short_word_that_may_be_many_is_a_guess(index: FoodIndex):
    (item,) = read(index, "str 100 g")
    assert item.confidence < SURE


def test_a_count_of_what_a_food_comes_in_is_told_after_it(index: FoodIndex):
    (item,) = read(index, "shredded wheat 2 biscuits")
    assert item.quantity == 2
    assert "shredded wheat" in (item.food_name or "").lower()


def test_a_double_cheeseburger_is_one(index: FoodIndex):
    (item,) = read(index, "a double cheeseburger")
    assert item.quantity == 1


def test_two_fillings_of_one_sandwich_are_one_food(index: FoodIndex):
    (item,) = read(index, "a turkey and Swiss panini")
    assert "turkey" in (item.food_name or "").lower()
    assert item.confidence < SURE


def test_how_a_part_was_made_does_not_part_a_dish(index: FoodIndex):
    assert names(index, "Caesar salad with grilled chicken") == ["chicken caesar salad"]


def test_dry_oats_cooked_in_water_are_oats(index: FoodIndex):
    (item,) = read(index, "40 g of rolled oats cooked in water")
    assert item.food_name == "Oats, dry"


def test_chips_beside_a_sauce_stay_apart(index: FoodIndex):
    assert len(names(index, "french fries with ketchup")) == 2


def test_a_cookie_is_larger_than_a_biscuit(index: FoodIndex):
    (biscuit,) = read(index, "2 chocolate chip biscuits")
    (cookie,) = read(index, "2 chocolate chip cookies")
    assert (biscuit.grams, cookie.grams) == (26, 60)


def test_a_frozen_food_is_not_surely_the_fresh_one(index: FoodIndex):
    (item,) = read(index, "a cup of vanilla frozen yogurt")
    assert "frozen" in (item.food_name or "").lower()


@pytest.mark.parametrize(
    ("text", "food"),
    [("muffin, blueberry, lg", "fruit muffin"), ("soup, tomato 1 cup", "tomato soup")],
)
def test_a_name_turned_round_is_one_food(index: FoodIndex, text: str, food: str):
    assert names(index, text) == [food]


@pytest.mark.parametrize(
    ("text", "grams"), [("cereal with milk", 122), ("iced tea with cream", 30)]
)
def test_what_is_poured_in_is_assumed_small(index: FoodIndex, text: str, grams: float):
    poured = read(index, text)[-1]
    assert poured.grams_source == "assumed"
    assert poured.grams == pytest.approx(grams, rel=0.1)


def test_jelly_on_toast_is_jam(index: FoodIndex):
    assert names(index, "toast with butter and jelly")[-1] == "jam"
    assert names(index, "a cup of jelly") == ["jelly"]


def test_a_weight_after_what_is_in_a_dish_is_of_the_dish(index: FoodIndex):
    (item,) = read(index, "a lasagna with meat, 300 g")
    assert (item.grams, item.grams_source) == (300, "stated")


def test_the_milk_a_drink_is_made_with_is_in_it(index: FoodIndex):
    assert len(read(index, "a mug of hot chocolate made with 2% milk")) == 1
