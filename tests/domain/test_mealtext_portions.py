"""Cups, bowls, slices, inches and parts of foods without such a portion."""

from __future__ import annotations

import pytest

from journal.domain.amounts import Portion, grams_of
from journal.domain.amounts_usual import with_usual
from journal.domain.mealtext import ParsedItem
from journal.services.foodindex import FoodIndex, parse_with_index


def read(index: FoodIndex, text: str) -> ParsedItem:
    (item,) = parse_with_index(index, text).items
    return item


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("a cup of sliced pork sausage", 110, 160),
        ("a cup of chicken wings", 110, 160),
        ("a cup of fish fingers", 100, 160),
        ("a cup of taro crisps", 20, 45),
        ("a bowl of vanilla ice cream", 100, 200),
        ("a bowl of custard", 150, 250),
        ("a plate of scrambled eggs", 110, 200),
        ("a plate of roast chicken", 150, 300),
        ("a handful of chips", 40, 80),
        ("a spoonful of rice", 15, 40),
        ("a spoonful of peanut butter", 14, 20),
        ("a dollop of mustard", 10, 22),
        ("a scrape of butter", 3, 7),
        ("a bit of sugar", 3, 8),
        ("a stick of butter", 108, 118),
        ("a strip of chicken", 30, 50),
        ("a slice of polenta", 40, 80),
        ("a sprig of parsley", 0.5, 2),
        ("a bunch of coriander", 20, 50),
        ("half a jar of peanut butter", 120, 250),
        ("a tub of ice cream", 350, 600),
        ("a tub of coleslaw", 200, 320),
        ("a carton of custard", 400, 520),
        ("a tin of peaches", 200, 420),
        ("a can of pears", 200, 420),
        ("a little milk", 10, 45),
        ("lots of mayonnaise", 18, 60),
        ("a lot of cheese", 33, 90),
        ("a family size bag of crisps", 130, 230),
        ("a mini pizza", 100, 240),
        ("one eighth of a cheesecake", 90, 200),
        ("a third of a sponge cake", 100, 400),
        ("2 bits of toast", 50, 70),
        ("a plate of olives", 40, 80),
        ("a third of a loaf of bread", 150, 280),
        ("half a loaf of sourdough", 200, 400),
    ],
)
def test_what_a_food_has_no_portion_of_is_as_its_kind_usually_has_it_and_assumed(
    index: FoodIndex, text: str, least: float, most: float
):
    item = read(index, text)
    assert item.grams is not None
    assert least <= item.grams <= most
    assert item.grams_source == "assumed"


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ('a 9" pizza', 480),
        ("a 16 inch cheese pizza", 1132),
        ("half a 14-inch cheese pizza", 477),
        ("a pepperoni pizza (7 inch)", 250),
        ("a third of a 12 inch vegetable pizza", 212),
        ("a slice of a 14 inch cheese pizza", 119),
        ("two 8-inch flour tortillas", 91),
        ("a 10-inch tortilla", 71),
        ("a 25 cm tortilla", 69),
        ("a 12-inch ham sub", 440),
        ("a foot-long hot dog", 200),
        ("a 1-inch cube of cheddar", 17),
        ("2 one-inch cubes of gouda", 34),
        ("three 4-inch pancakes", 101),
    ],
)
def test_a_thing_told_by_its_inches_is_weighed_by_them(
    index: FoodIndex, text: str, grams: float
):
    item = read(index, text)
    assert item.grams == pytest.approx(grams, rel=0.05)
    assert item.grams_source == "assumed"


@pytest.mark.parametrize(
    "text", ['a 9" pizza, 300 g', "a 90 inch pizza", "2 inch piece of cucumber"]
)
def test_inches_of_no_use_change_nothing(index: FoodIndex, text: str):
    item = read(index, text)
    assert item.grams is not None
    assert item.grams < 1000


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("1 half grapefruit", 0.5, None),
        ("1 half cup of milk", 0.5, "cup"),
        ("1 quarter pound of minced beef", 0.25, "lb"),
        ("two half pints of lager", 1.0, "pint"),
        ("2 and a half cups of milk", 2.5, "cup"),
        ("1 and a half bagels", 1.5, None),
        ("1 1/2 cups of milk", 1.5, "cup"),
        ("two quarter pounders", 2.0, None),
        ("a double espresso", 1.0, None),
    ],
)
def test_a_number_and_a_part_without_and_is_so_many_parts(
    index: FoodIndex, text: str, quantity: float, unit: str | None
):
    item = read(index, text)
    assert (item.quantity, item.unit) == (quantity, unit)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("a cup of mashed swede", 245),
        ("a cup of sliced banana", 150),
        ("a cup of grated cheddar", 113),
        ("an individual pot of hummus", 70),
        ("a pot of hummus", 200),
        ("a snack size container of cottage cheese", 110),
        ("a loaf of french bread", 470),
        ("a cup of espresso", 60),
        ("a 12 oz americano", 355),
        ("a slice of Spanish omelette", 120),
        ("3 cubes of cheese", 51),
        ("a spoonful of oats", 8),
        ("a dash of milk", 10),
        ("a thick ribeye steak", 360),
        ("2 thin pork chops", 180),
        ("a lobster tail", 100),
        ("8 nachos", 56),
        ("1 cup + 1/4 cup oats", 100),
        ("a single serving cup of apple sauce", 113),
        ("a grab bag of crisps", 45),
        ("a bulb of garlic", 40),
        ("two fistfuls of almonds", 60),
        ("a medium decaf mocha", 496),
        ("2 carrot sticks", 16),
        ("3 potato wedges", 75),
        ("a 16-ounce latte", 480),
        ("an 8 oz can of peaches", 227),
        ("a little apple", 165),
        ("half a jar of pesto", 95),
    ],
)
def test_the_portion_that_was_meant_is_the_one_weighed(
    index: FoodIndex, text: str, grams: float
):
    assert read(index, text).grams == pytest.approx(grams, rel=0.05)


def test_the_usual_amounts_of_a_kind_follow_only_where_the_food_has_none():
    own = [Portion("1 slice", 31), Portion("1 tbsp", 15)]
    found = with_usual(own, {"slice": 30, "cup": 40})
    assert found == (*own, Portion("about 1 cup", 40))


def test_a_usual_amount_is_no_one_of_the_thing_and_never_stated():
    portions = [Portion("1 biscuit", 13), Portion("about 1 cup", 85)]
    cup = grams_of(2, "cup", portions)
    assert (cup.grams, cup.source, cup.portion) == (170, "assumed", None)
    assert grams_of(100, "ml", portions).source == "assumed"
    assert grams_of(2, None, portions).grams == 26


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("4 breakfast sausage links", "Pork sausage", 80),
        ("4 chicken sausage links", "Chicken or turkey sausage", 80),
        ("one Italian sausage link", "Italian sausage", 85),
        ("4 sausages", "Pork sausage", 228),
        ("6 cocktail sausages", "Pork sausage", 60),
        ("4 rashers of bacon", "Bacon, cooked", 48),
        ("4 slices of bacon", "Bacon, cooked", 32),
        ("5 bacon strips", "Bacon, cooked", 40),
        ("9 chicken nuggets", "Chicken nuggets", 144),
        ("8 french fries", "Chips", 40),
        ("two pretzel rods", "Pretzels, salted", 20),
        ("a cake pop", "Plain cake", 40),
        ("3 small rectangular graham crackers", "Digestive-style biscuit", 11.25),
        ("one large graham cracker", "Digestive-style biscuit", 15),
        ("a fun size Snickers", "Chocolate caramel bar with nuts", 15),
        ("a king size Snickers", "Chocolate caramel bar with nuts", 90),
        ("a mini Milky Way", "Chocolate nougat bar", 10),
    ],
)
def test_one_piece_weighs_what_such_a_piece_weighs(
    index: FoodIndex, text: str, name: str, grams: float
) -> None:
    item = read(index, text)
    assert (item.food_name, item.grams) == (name, pytest.approx(grams, abs=0.3))


def test_a_half_of_a_melon_is_of_a_whole_one_and_assumed(index: FoodIndex) -> None:
    for text, grams in (("half a watermelon", 650), ("half a honeydew melon", 500)):
        item = read(index, text)
        assert (item.grams, item.grams_source) == (grams, "assumed")


def test_an_espresso_cup_is_a_small_cup(index: FoodIndex) -> None:
    item = read(index, "an espresso cup of coffee")
    assert (item.food_name, item.grams_source) == ("Coffee, black", "assumed")
    assert 55 <= (item.grams or 0) <= 65
