"""What is told right behind a food: which of its sizes, how often, without sugar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_sugarless import sugarless_told
from journal.domain.mealtext_told_of import told_of
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import lower_names as names
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a Pepsi, no sugar", "cola, sugar-free"),
        ("two glasses of cola without sugar", "cola, sugar-free"),
        ("can of Tango sugar free", "lemonade, fizzy, sugar-free"),
        ("lemonade (sugar free)", "lemonade, fizzy, sugar-free"),
        ("orange squash no added sugar", "squash, diluted, no added sugar"),
        ("a bottle of Lucozade sugar-free", "fizzy drink, sugar-free"),
        ("a ginger ale, the sugar free one", "ginger ale, sugar-free"),
        ("cold tea no sugar", "iced tea, unsweetened"),
        ("peach iced tea, sugar free", "iced tea, bottled, sugar-free"),
    ],
)
def test_a_drink_told_without_sugar_is_its_diet_kind(
    index: FoodIndex, text: str, food: str
):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food


@pytest.mark.parametrize("text", ["coffee, no sugar", "green tea without sugar"])
def test_tea_and_coffee_without_sugar_stay_what_they_are(index: FoodIndex, text: str):
    meal = parse_with_index(index, text)
    assert len(meal.items) == 1
    assert meal.not_eaten == ("sugar",)


@pytest.mark.parametrize(
    ("text", "food", "grams"),
    [
        ("2 apples, the small ones", "apple", 330),
        ("two bananas, quite small ones", "banana", 200),
        ("four jacket potatoes (little ones)", "baked potato with skin", 520),
        ("a baked potato, the biggest kind", "baked potato with skin", 280),
        ("porridge, I had it twice", "porridge made with water", 480),
        ("dal I took two times", "dal", 480),
        ("one scone no two scones", "scone", 140),
        ("2 slices no 3 slices of toast", "white toast", 75),
        ("half a tube of Pringles", "stacked potato crisps, plain", 82.5),
        ("a few Pringles (well half the tube)", "stacked potato crisps, plain", 82.5),
        ("apple pie, only a sliver", "apple pie", 112.5),
        ("a slice of pound cake", "madeira or pound cake", 115),
        ("sirloin steak about 8 oz off the grill", "sirloin steak", 226.8),
        ("a glass of two percent milk", "semi-skimmed milk", 258),
        ("roast chicken, 2 thighs", "chicken thigh, roasted with skin", 160),
        ("2 eggs over medium", "egg, fried in oil", 110),
    ],
)
def test_what_is_told_behind_a_food_tells_how_much_of_it(
    index: FoodIndex, text: str, food: str, grams: float
):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food
    assert item.grams == pytest.approx(grams, rel=0.03)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("lentil soup, the one my neighbour cooked for us", ["lentil soup"]),
        ("one crumpet coz that was all we had", ["crumpet"]),
        ("took my tablets with a glass of water", ["tap water"]),
        ("a Coke on the way home from the station", ["cola"]),
        ("salmon in the air fryer", ["salmon, baked or grilled"]),
        ("muesli small bowl cold milk", ["muesli", "whole milk"]),
        ("steak and chips, half of the chips", ["beef steak", "chips"]),
        ("a pork chop, gave the dog some", ["pork chop"]),
        ("a bowl of cos", ["romaine lettuce"]),
        ("cup a soup", ["soup, unspecified"]),
    ],
)
def test_what_else_is_told_behind_a_food_is_no_other(
    index: FoodIndex, text: str, foods: list[str]
):
    assert names(index, text) == foods


def test_a_dressing_that_was_forgotten_was_not_eaten(index: FoodIndex):
    meal = parse_with_index(index, "Green salad. Forgot the dressing")
    assert meal.not_eaten == ("dressing",)
    assert len(meal.items) == 1


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("burger and chips, half the chips", 0.5),
        ("lasagne with salad, left a third of the lasagne", 2 / 3),
    ],
)
def test_a_part_of_a_food_told_before_is_a_share_of_it(
    index: FoodIndex, text: str, share: float
):
    first, second = read(index, text)
    whole = read(index, text.split(",", maxsplit=1)[0])
    told = second if "chips," in text else first
    untold = whole[1] if "chips," in text else whole[0]
    assert told.grams == pytest.approx((untold.grams or 0) * share)


@given(st.text(alphabet="abcdehilnorstuwy ,.()1", max_size=100))
def test_every_place_of_the_text_stays(text: str):
    said = text + " cola, sugar free (the small ones) in the oven, had it twice"
    assert len(sugarless_told(said)) == len(said)
    assert len(told_of(said)) == len(said)
