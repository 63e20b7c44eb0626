"""Sentences about meals, read with the real food table."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.amounts import Portion, grams_of, grams_per_ml
from journal.domain.foodmatch import FoodHit
from journal.domain.mealtext import ParsedMeal, parse_meal
from journal.services.foodindex import (
    FoodIndex,
    IndexedFood,
    parse_with_index,
)
from tests.meals import read

PHRASES = Path(__file__).parents[1] / "phrases" / "phrases.jsonl"
MILK = [Portion("1 glass (250 ml)", 257.8), Portion("1 cup", 244.0)]
EGG = [Portion("1 medium", 50.0), Portion("1 large", 57.0)]


def amounts(index: FoodIndex, text: str) -> list[tuple[float, str | None]]:
    return [(item.quantity, item.unit) for item in read(index, text)]


def test_a_story_about_lunch_becomes_two_foods(index: FoodIndex):
    milk, pizza = read(
        index,
        "For lunch I treated myself to a cup of chocolate milk and a slice of "
        "thin-crust pepperoni pizza",
    )
    assert milk.food_name == "Chocolate milk"
    assert (milk.quantity, milk.unit, milk.slot) == (1.0, "cup", "lunch")
    assert "pepperoni" in (pizza.food_name or "").lower()
    assert (pizza.unit, pizza.grams_source) == ("slice", "portion")


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("half an avocado", 0.5, None),
        ("1 1/2 cups milk", 1.5, "cup"),
        ("1½ cups milk", 1.5, "cup"),
        ("a couple of eggs", 2, None),
        ("2-3 eggs", 2.5, None),
        ("250ml milk", 250, "ml"),
        ("8 oz steak", 8, "oz"),
        ("1,5 l water", 1.5, "l"),
        ("1,000 ml water", 1000, "ml"),
        ("two and a half cups of water", 2.5, "cup"),
        ("three quarters of a pizza", 0.75, None),
        ("eggs x 3", 3, None),
        ("milk 200ml", 200, "ml"),
        ("a thick slice of bread", 1, "slice"),
        ("large banana", 1, "large"),
        ("a dozen eggs", 12, None),
        ("1 lb 4 oz potatoes", 20, "oz"),
        ("2 tablespoons of half and half", 2, "tbsp"),
        ("7 up", 1, None),
        ("1 cup 240 ml milk", 1, "cup"),
    ],
)
def test_amounts_are_read_as_people_write_them(
    index: FoodIndex, text: str, quantity: float, unit: str | None
):
    assert amounts(index, text) == [(quantity, unit)]


def test_a_multiplied_weight_is_the_product(index: FoodIndex):
    assert read(index, "2 x 25g crisps")[0].grams == 50.0


def test_a_weight_in_brackets_is_the_total(index: FoodIndex):
    assert read(index, "2 slices (60g) white bread")[0].grams == 60.0


def test_amounts_after_each_food_belong_to_the_food_before(index: FoodIndex):
    items = read(index, "steak 200g chips 100g peas 50g")
    assert [item.grams for item in items] == [200.0, 100.0, 50.0]


def test_what_was_refused_is_not_eaten_and_is_told(index: FoodIndex):
    meal = parse_with_index(index, "coffee, no milk or sugar")
    assert len(meal.items) == 1
    assert meal.not_eaten
    assert "milk" in " ".join(meal.not_eaten)


def test_no_added_sugar_is_a_kind_of_food_and_not_a_refusal(index: FoodIndex):
    meal = parse_with_index(index, "no-sugar-added yogurt")
    assert (len(meal.items), meal.not_eaten) == (1, ())


def test_after_but_something_was_eaten(index: FoodIndex):
    meal = parse_with_index(index, "I didn't have breakfast but I had a latte")
    assert [item.text for item in meal.items] == ["a latte"]
    assert meal.not_eaten == ("breakfast",)


def test_a_dish_with_its_foods_in_brackets_is_those_foods(index: FoodIndex):
    items = read(index, "Overnight oats (50g oats, 150 ml almond milk, 1 tbsp honey)")
    assert [item.quantity for item in items] == [50, 150, 1]


def test_without_the_skin_finds_the_skinless_food(index: FoodIndex):
    (item,) = read(index, "roast chicken without the skin")
    assert item.food_name is not None
    assert "with skin" not in item.food_name.lower()


def test_an_unknown_food_stays_as_text(index: FoodIndex):
    unknown, banana = read(index, "a plate of glorbnak and a banana")
    assert (unknown.food_id, unknown.grams, unknown.confidence) == (None, None, 0.0)
    assert "glorbnak" in unknown.text
    assert banana.food_name == "Banana"


def test_a_portion_nobody_named_is_marked_as_assumed(index: FoodIndex):
    assert read(index, "porridge")[0].grams_source == "assumed"
    assert read(index, "100 g porridge")[0].grams_source == "stated"


def test_meal_words_and_times_go_with_their_foods(index: FoodIndex):
    items = read(index, "Breakfast: oatmeal, banana. Lunch at 12:30: pizza")
    assert [item.slot for item in items] == ["breakfast", "breakfast", "lunch"]
    assert items[-1].time == "12:30"
    text = "porridge for breakfast around 7, pizza for dinner at 19:00"
    assert [item.time for item in read(index, text)] == ["07:00", "19:00"]
    assert read(index, "At 8pm I had 2 cookies")[0].time == "20:00"


NAMED_ALIKE = ["porridge", "pizza", "toast", "soup", "curry", "rice", "apple", "eggs"]


@settings(deadline=None, max_examples=60)
@given(
    foods=st.lists(st.sampled_from(NAMED_ALIKE), min_size=1, max_size=6, unique=True),
    meals=st.lists(
        st.sampled_from(["breakfast", "lunch", "dinner"]), min_size=6, max_size=6
    ),
    joint=st.sampled_from([", ", " and ", "; ", " ", ". ", "\n", ", then "]),
    last=st.sampled_from(["", ", banana", "; banana"]),
)
def test_every_food_of_a_list_keeps_the_meal_said_with_it(
    index: FoodIndex, foods: list[str], meals: list[str], joint: str, last: str
):
    said = list(zip(foods, meals, strict=False))
    text = joint.join(f"{food} for {meal}" for food, meal in said) + last
    items = read(index, text)
    got = [(item.text, item.slot) for item in items]
    assert got == said + ([("banana", None)] if last else [])
    assert all(item.food_id for item in items)


@settings(deadline=None, max_examples=30)
@given(
    foods=st.lists(st.sampled_from(NAMED_ALIKE), min_size=2, max_size=6, unique=True),
    meals=st.permutations(["breakfast", "lunch", "dinner"]),
)
def test_a_meal_said_first_holds_until_another_is_said(
    index: FoodIndex, foods: list[str], meals: list[str]
):
    first, second = foods[:-1], foods[-1]
    text = f"For {meals[0]} {', '.join(first)}, {second} for {meals[1]}, banana"
    got = [(item.text, item.slot) for item in read(index, text)]
    want = [(food, meals[0]) for food in first]
    assert got == [*want, (second, meals[1]), ("banana", None)]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("toast and eggs for breakfast", "breakfast breakfast"),
        ("toast for breakfast with jam, soup for dinner", "breakfast breakfast dinner"),
        ("a banana as a snack, soup for dinner", "snacks dinner"),
        ("pasta for dinner last night", "dinner"),
        ("soup for lunch with my friends at work", "lunch"),
        ("fish for lunch and chips for dinner", "lunch dinner"),
        ("sandwich and crisps, my lunch", "lunch lunch"),
        ("breakfast: toast, lunch: soup", "breakfast lunch"),
        ("for breakfast I had toast, for lunch soup", "breakfast lunch"),
    ],
)
def test_a_meal_goes_with_the_foods_it_was_said_with(
    index: FoodIndex, text: str, slots: str
):
    assert [item.slot for item in read(index, text)] == slots.split()


def test_no_food_is_made_of_words_on_both_sides_of_a_meal(index: FoodIndex):
    soup, rice = read(index, "soup for lunch, rice and beans")
    assert (soup.food_name, soup.slot) == ("Soup, unspecified", "lunch")
    assert (rice.text, rice.slot) == ("rice and beans", None)


@pytest.mark.parametrize(
    "text",
    ["oma's zorblax from the farm shop", "Std Breakfast", "a quick lunch"],
)
def test_a_meal_or_a_shop_is_no_food(index: FoodIndex, text: str):
    assert [item.food_id for item in read(index, text)] == [None]


def test_a_weight_goes_before_a_count(index: FoodIndex):
    assert [item.grams for item in read(index, "1 kg 2 potatoes")] == [1000.0]


def test_what_is_left_out_of_a_very_long_list_is_told(index: FoodIndex):
    meal = parse_with_index(index, "egg, " * 601)
    assert len(meal.items) == 200
    assert "Only the first 200 foods were read." in meal.notices


def test_two_foods_with_one_name_are_one_food(tmp_path: Path):
    index = FoodIndex(tmp_path / "food_index.sqlite3")
    names = ("Fish", "Chips", "Fish and chips", "Toast", "Butter")
    index.build(IndexedFood(name, name, "curated") for name in names)
    assert [item.food_id for item in read(index, "fish and chips")] == [
        "Fish and chips"
    ]
    assert [item.food_id for item in read(index, "toast and butter")] == [
        "Toast",
        "Butter",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "   ", "🍕🍔", "(((((", "and and", "'; DROP TABLE food; --", "½½½", "the"],
)
def test_nothing_to_read_is_a_clear_answer(index: FoodIndex, text: str):
    meal = parse_with_index(index, text)
    assert isinstance(meal, ParsedMeal)
    if text.strip() and not meal.items:
        assert meal.notices == ("No food was found in this text.",)


@pytest.mark.parametrize("text", ["1e9 slices of bread", "-5 g sugar", "1e999 eggs"])
def test_an_impossible_amount_has_no_grams_and_a_notice(index: FoodIndex, text: str):
    meal = parse_with_index(index, text)
    assert [item.grams for item in meal.items] == [None]
    assert len(meal.notices) == 1


def test_another_script_stays_as_text(index: FoodIndex):
    (item,) = read(index, "тарелка борща")
    assert (item.text, item.food_id) == ("тарелка борща", None)


def test_a_text_that_is_too_long_is_cut_and_says_so(index: FoodIndex):
    meal = parse_with_index(index, "egg, " * 5000)
    assert "Only the first 10,000 characters were read." in meal.notices
    assert len(meal.items) <= 200


def no_foods(words: str) -> list[FoodHit]:
    return []


def any_food(words: str) -> list[FoodHit]:
    return [FoodHit("x", words, "curated", 0.9, words)]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_no_text_raises(text: str):
    for find in (no_foods, any_food):
        meal = parse_meal(text, find=find, portions=lambda _: MILK)
        for item in meal.items:
            assert item.grams is None or 0 <= item.grams <= 10_000


PARTS = (
    "half of a an no with and 2 3.5 g ml cup large egg milk toast x ( ) , rest on 1/2"
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PARTS.split()), max_size=14))
def test_no_order_of_amounts_and_foods_raises(parts: list[str]):
    parse_meal(" ".join(parts), find=any_food, portions=lambda _: EGG)


@given(st.integers(1, 5000), st.sampled_from(["g", "grams", "g of", "gr"]))
def test_a_stated_weight_is_kept_exactly(grams: int, unit: str):
    (item,) = parse_meal(
        f"{grams} {unit} milk", find=any_food, portions=lambda _: MILK
    ).items
    assert (item.grams, item.grams_source) == (float(grams), "stated")


def test_millilitres_use_the_foods_own_density():
    assert grams_per_ml(MILK) == pytest.approx(257.8 / 250)
    assert grams_of(100, "ml", MILK).grams == pytest.approx(103.12)
    assert grams_of(100, "ml", MILK).source == "stated"
    assert grams_of(100, "ml", EGG).source == "assumed"


def test_half_of_a_portion_called_half_is_not_a_quarter():
    halves = [Portion("1 half", 75.0)]
    assert grams_of(0.5, None, halves).grams == pytest.approx(75.0)


def test_a_portion_of_another_kind_is_not_taken_for_one_of_the_food():
    sizes = [Portion("1 medium", 123.0), Portion("1 cherry tomato", 15.0)]
    said = frozenset({"tomato"})
    assert grams_of(1, None, sizes, food_words=said).grams == 123.0
    said = frozenset({"cherry", "tomato"})
    assert grams_of(10, None, sizes, food_words=said).grams == 150.0


def test_a_size_without_a_portion_is_assumed():
    assert grams_of(1, None, EGG, size="large").source == "portion"
    assert grams_of(1, None, [Portion("1 bun", 60)], size="large").source == "assumed"


def test_no_portion_means_unknown_grams_not_nought():
    assert grams_of(1, None, []).grams is None


def test_most_of_the_phrase_set_is_read_whole(index: FoodIndex):
    rows = [json.loads(line) for line in PHRASES.read_text("utf-8").splitlines()]
    asked = [row for row in rows if row["kind"] != "unfinished"]
    right = sum(_is_whole(row, parse_with_index(index, row["text"])) for row in asked)
    assert right >= 0.9 * len(asked)


def _is_whole(row: dict[str, list[dict[str, str]]], meal: ParsedMeal) -> bool:
    return any(
        len(items) == len(meal.items)
        and all(
            not want["food"] or re.search(want["name"], (item.food_name or "").lower())
            for want, item in zip(items, meal.items, strict=True)
        )
        for items in (row["items"], row.get("or", row["items"]))
    )
