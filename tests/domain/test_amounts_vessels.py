"""Vessels, packets and sizes of what is sold for one person."""

from __future__ import annotations

import pytest

from journal.domain.amounts import Portion, grams_of
from journal.domain.mealtext import ParsedItem
from journal.services.foodindex import FoodIndex, parse_with_index

CRISPS = [
    Portion("1 bag (25 g)", 25),
    Portion("1 small bag", 28),
    Portion("1 large bag", 85),
]
BREAD = [
    Portion("1 slice", 28),
    Portion("1 thin slice", 24),
    Portion("1 thick slice", 43),
]
DRINK = [Portion("1 glass (250 ml)", 255), Portion("1 bottle (500 ml)", 510)]


def read(index: FoodIndex, text: str) -> ParsedItem:
    (item,) = parse_with_index(index, text).items
    return item


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("a large single serving bag of tortilla chips", 85),
        ("a pouch of fruit drink", 209),
        ("an individual school carton of apple juice", 124),
        ("a school container of whole milk", 244),
        ("an individual packet of mustard", 5),
        ("a packet of instant oatmeal", 148),
        ("a microwave meal", 312),
        ("a package of easy mac", 215),
        ("a snack-size tub of rice pudding", 110),
        ("a dipping-size container of ketchup", 28),
        ("a fun-size Twix", 15),
        ("a mini bagel", 26),
        ("a small bagel", 69),
        ("a jumbo blueberry muffin", 180),
        ("a king-size Snickers", 90),
        ("a thick slice of wholemeal bread", 43),
        ("a breakfast size link of pork sausage", 20),
        ("a section of orange", 15),
        ("an extra large pancake", 150),
        ("a frozen blueberry waffle", 40),
        ("a fun-size bag of wine gums", 15),
        ("a king size bar of Twix", 90),
        ("a package of toaster pastries", 108),
        ("an individual container of coffee creamer", 15),
        ("a personal size cheese pizza", 175),
        ("reduced fat saltine crackers", 18),
        ("a bottle of gatorade", 524),
    ],
)
def test_what_is_sold_for_one_weighs_what_usda_says(
    index: FoodIndex, text: str, grams: float
):
    assert read(index, text).grams == pytest.approx(grams, rel=0.05)


def test_a_size_nobody_gave_the_packet_is_scaled_from_the_nearest():
    found = grams_of(1, "packet", CRISPS, size="extra large")
    assert found.source == "assumed"
    assert found.grams == pytest.approx(85 * 1.6 / 1.3)


@pytest.mark.parametrize(("told", "grams"), [("thick", 43), ("thin", 24), ("good", 28)])
def test_the_sort_of_a_slice_is_weighed_by_its_own_portion(told: str, grams: float):
    found = grams_of(1, "slice", BREAD, manner=frozenset({told}))
    assert found.grams == grams


def test_a_pouch_of_a_drink_without_one_is_a_carton_not_a_small_packet():
    assert grams_of(1, "packet", DRINK[:1]).grams == pytest.approx(204)
    assert grams_of(1, "packet", DRINK).source == "assumed"


def test_a_packet_of_a_meal_is_the_meal_and_of_small_things_a_small_packet():
    assert grams_of(1, "packet", [Portion("1 portion", 350)]).grams == 350
    assert grams_of(1, "packet", [Portion("1 nut", 2)]).grams == 30


def test_a_measured_amount_is_as_large_as_it_is_in_a_small_vessel(index: FoodIndex):
    item = read(index, "a small 12 fl oz latte")
    assert item.grams == pytest.approx(360, rel=0.02)


def test_whole_wheat_tells_the_kind_and_not_that_all_was_eaten(index: FoodIndex):
    item = read(index, "a small whole wheat bagel")
    assert (item.unit, item.grams) == ("small", 69)


@pytest.mark.parametrize("text", ["a candy bar", "pudding"])
def test_a_thing_of_many_kinds_is_asked_about(index: FoodIndex, text: str):
    assert not read(index, text).is_sure


def test_a_big_or_thick_one_is_no_praise(index: FoodIndex):
    big, plain = (
        read(index, "a big bowl of porridge"),
        read(index, "a bowl of porridge"),
    )
    assert big.grams is not None
    assert plain.grams is not None
    assert big.grams > plain.grams


def test_a_serving_weighs_what_the_cook_or_the_label_says():
    soup = [Portion("1 serving", 320)]
    known = grams_of(2, "serving", soup)
    guessed = grams_of(1, "serving", [Portion("1 serving bowl", 320)])
    assert (known.grams, known.source) == (640, "portion")
    assert guessed.source == "assumed"
