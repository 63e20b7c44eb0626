"""Rows as an app's table of foods writes them: one food each, with its amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_rows import told_once
from journal.services.foodindex import FoodIndex
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("3 oz salted almonds - Almonds", "almonds", 85.0),
        ("5 oz Grilled Trout - Trout", "trout", 141.8),
        ("1 glass milk - oat milk", "oat milk", None),
    ],
)
def test_a_food_told_twice_around_a_dash_is_one_with_the_amount(
    index: FoodIndex, text: str, name: str, grams: float | None
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert grams is None or item.grams == pytest.approx(grams, abs=1)
    assert item.text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("40 g Hillcrest - Apple Sauce", "apple"),
        ("40 g Generic - Almonds", "almond"),
        ("40 g Millbrook, Rice, Brown, Cooked", "brown rice"),
        ("40 g Chobani, Greek Yogurt, Plain, Non-Fat", "greek yoghurt"),
    ],
)
def test_the_amount_before_a_maker_is_of_the_food_after_it(
    index: FoodIndex, text: str, name: str
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert item.grams == 40


def test_a_maker_known_for_one_food_stays_it_beside_another(index: FoodIndex) -> None:
    items = read(index, "170 g Chobani, granola")
    assert len(items) == 2
    assert items[0].grams == 170


@pytest.mark.parametrize(
    "text",
    [
        "2 cups bean soup with kale, carrots, (Hillcrest) stock and wide noodles",
        "9 ounce Salad - Cucumber, Feta, Olives, Pepper Strips",
        "14 oz berry smoothie (with banana, spinach, oats)",
    ],
)
def test_what_is_in_a_measured_dish_is_in_its_amount(
    index: FoodIndex, text: str
) -> None:
    (item,) = read(index, text)
    assert item.quantity == float(text.split(maxsplit=1)[0])
    assert item.text.count("(") == item.text.count(")")


def test_a_measured_salad_with_chicken_is_the_chicken_salad_to_ask_about(
    index: FoodIndex,
) -> None:
    (item,) = read(index, "9 oz salad with grilled chicken, croutons and dressing")
    assert "chicken salad" in (item.food_name or "").lower()
    assert not item.is_sure


@pytest.mark.parametrize(
    ("text", "name"),
    [("half a cup chicken salad", "mayonnaise"), ("3 cups chicken salad", "leaves")],
)
def test_a_little_chicken_salad_by_the_cup_is_the_kind_with_mayonnaise(
    index: FoodIndex, text: str, name: str
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()


def test_bread_beside_a_measured_soup_is_counted(index: FoodIndex) -> None:
    assert len(read(index, "2 cups soup with bread, cheese and butter")) == 4


def test_parts_of_an_unmeasured_salad_are_the_foods_told(index: FoodIndex) -> None:
    assert len(read(index, "salad - tomato, cheese, lettuce")) == 3


@pytest.mark.parametrize(
    ("text", "quantity", "name"),
    [
        ("half omelette Spanish omelette", 0.5, "omelette"),
        ("6 crackers Hillcrest PB Crackers", 6, "peanut butter crackers"),
        ("0.5 bar Hillcrest Protein Bar Strawberry Bar", 0.5, "protein bar"),
    ],
)
def test_a_unit_that_is_the_foods_own_word_is_no_second_food(
    index: FoodIndex, text: str, quantity: float, name: str
) -> None:
    (item,) = read(index, text)
    assert item.quantity == quantity
    assert name in (item.food_name or "").lower()


def test_one_food_in_two_colours_is_counted_once(index: FoodIndex) -> None:
    (item,) = read(index, "15 red and green grapes")
    assert item.quantity == 15
    assert "grape" in (item.food_name or "").lower()


def test_the_text_of_a_maker_in_brackets_keeps_both_halves(index: FoodIndex) -> None:
    (item,) = read(index, "1 cup (Hillcrest) tomato soup")
    assert item.text == "1 cup (Hillcrest) tomato soup"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("14 g Oil, sesame", "sesame oil"),
        ("14 g Gouda, Cheese, Light", "gouda"),
        ("14 g Mozzarella Cheese, Part Skim Milk", "mozzarella"),
        ("14 g Costco, Sharp Cheddar, Slices", "cheddar"),
        ("14 g chicken breaded with (Hillcrest) bread crumbs", "chicken"),
    ],
)
def test_a_name_with_commas_as_in_tables_is_one_food(
    index: FoodIndex, text: str, name: str
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert item.grams == 14


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2 slices Pizza - Pepperoni", "pepperoni pizza"),
        ("1 Cookie - Chocolate Chip", "chocolate chip"),
        ("1 Burrito - Beef, Rice, Cheese", "burrito"),
        ("60 g Trail Mix - nuts, raisins", "trail mix"),
        ("2 cups Beef Stir Fry with peppers, peas, and onions", "stir-fry"),
        ("1 sandwich Ham and Swiss Sandwich", "sandwich"),
    ],
)
def test_the_kind_after_a_dash_is_of_the_thing_before_it(
    index: FoodIndex, text: str, name: str
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert item.text == text


@pytest.mark.parametrize(
    "text",
    ["2 eggs - toast", "100 g rice - chicken", "1 cup soup - bread"],
)
def test_another_food_after_a_dash_stays_one_of_its_own(
    index: FoodIndex, text: str
) -> None:
    assert len(read(index, text)) == 2


@pytest.mark.parametrize("text", ["100 g rice, chicken", "2 slices bread, cheese"])
def test_a_list_after_an_amount_stays_a_list(index: FoodIndex, text: str) -> None:
    assert len(read(index, text)) == 2


def test_a_bar_of_what_is_listed_before_it_is_one_bar_to_ask_about(
    index: FoodIndex,
) -> None:
    (item,) = read(index, "1 Peanut, Caramel, Fudge Bar")
    assert "bar" in (item.food_name or "").lower()
    assert not item.is_sure


def test_of_cheese_and_crackers_the_crackers_are_counted(index: FoodIndex) -> None:
    cheese, crackers = read(index, "5 cheese and crackers")
    assert (cheese.quantity, crackers.quantity) == (1, 5)


def test_mixed_nuts_are_counted_one_by_one(index: FoodIndex) -> None:
    (item,) = read(index, "8 mixed nuts")
    assert item.grams == pytest.approx(12)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1 cup kombucha Hillcrest Cranberry", "kombucha"),
        ("10 fl oz (Powerade) Cherry", "powerade"),
        ("1 cup caramel popcorn cheddar", "popcorn"),
        ("half Hillcrest protein bar white chocolate", "protein bar"),
    ],
)
def test_a_product_that_leads_is_the_food_to_ask_about(
    index: FoodIndex, text: str, name: str
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("12 rum-soaked raisins", "raisin"),
        ("40 g Ensure snack bar", "bar"),
        ("12 oz Hillcrest Zero Sugar Vanilla Soda", "sugar-free"),
    ],
)
def test_what_only_tells_of_the_food_is_not_the_food(
    index: FoodIndex, text: str, name: str
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()


def test_rice_told_cooked_is_no_dry_rice(index: FoodIndex) -> None:
    (item,) = read(index, "1 cup rice, brown, long-grain, cooked")
    assert "dry" not in (item.food_name or "") or not item.is_sure


@given(st.text(max_size=60))
def test_places_of_a_row_stay_where_they_were(text: str) -> None:
    assert len(told_once(text)) == len(text)
