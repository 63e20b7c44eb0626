"""Headings, details of a dish, brackets and spellings made alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_details import with_details
from journal.domain.mealtext_respelt import respelt
from journal.services.foodindex import FoodIndex
from tests.meals import lower_names as names
from tests.meals import read


def holds(found: list[str], words: list[str]) -> bool:
    """Whether each food is named by its word, in order."""
    pairs = zip(words, found, strict=True)
    return len(found) == len(words) and all(word in name for word, name in pairs)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("beans on toast: half a can of beans, 2 slices of toast", "beans toast"),
        ("curry: chicken 150g, rice 180g, half a naan", "chicken rice naan"),
        ("omelette: spinach, feta", "omelette"),
        ("salad sandwich - lettuce, tomato, onions, olives", "salad"),
        ("chicken wrap - crisps, apple, coke", "wrap crisps apple cola"),
        ("sandwich: ham, cheese, lettuce", "sandwich"),
        ("Salad: lettuce, tomato, cucumber", "lettuce tomato cucumber"),
        ("salad (lettuce, tomato, feta)", "salad"),
        ("eggs: 2, toast: 1", "egg toast"),
        ("Chicken breast: 200 g; Rice: 1 cup", "chicken rice"),
        ("toast (butter, jam)", "toast butter jam"),
        ("toast (brown)", "toast"),
        ("chicken wrap (bought at the corner shop)", "wrap"),
    ],
)
def test_a_dish_and_its_details_are_counted_once(
    index: FoodIndex, text: str, words: str
):
    assert holds(names(index, text), words.split())


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("B: oats. L: soup. D: pizza. S: nuts", "breakfast lunch dinner snacks"),
        ("B - eggs\nL - soup", "breakfast lunch"),
        ("bfast: toast\nam snack: apple", "breakfast snacks"),
        ("Snack 1: apple; Snack #2: pear", "snacks snacks"),
        ("Tea: fish fingers, chips", "dinner dinner"),
        ("had pizza for tea", "dinner"),
    ],
)
def test_a_meal_in_short_is_a_heading(index: FoodIndex, text: str, slots: str):
    assert [item.slot for item in read(index, text)] == slots.split()


@pytest.mark.parametrize("text", ["tea: 2 cups", "tea - earl grey"])
def test_tea_is_a_drink_where_no_foods_follow(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.slot is None
    assert "tea" in (item.food_name or "").lower()


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10.30 toast", "10:30"),
        ("0800 porridge", "08:00"),
        ("1030 - toast", "10:30"),
        ("breakfast at 7.30: toast", "07:30"),
        ("Breakfast (7:30): toast", "07:30"),
        ("Lunch (12): soup", "12:00"),
        ("at about 11 a banana", "11:00"),
        ("12.5 g butter", None),
        ("2.50 cups rice", None),
    ],
)
def test_an_hour_before_a_food_is_its_time(
    index: FoodIndex, text: str, time: str | None
):
    (item,) = read(index, text)
    assert item.time == time


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("a can's worth of beans", 1, "can"),
        ("two or three biscuits", 2.5, None),
        ("a slice or two of toast", 1.5, "slice"),
        ("twenty-five almonds", 25, None),
        ("a hundred and fifty grams of chicken", 150, "g"),
        ("half a dozen eggs", 6, None),
        ("2 dsp natural yoghurt", 2, "dessertspoon"),
        ("an inch of cucumber", 1, "inch"),
        ("2 fingers of whisky", 2, "finger"),
        ("4 fish fingers", 4, None),
        ("a sleeve of saltines", 1, "sleeve"),
        ("qty 2 bananas", 2, None),
        ("fun size twix x3", 3, "snack size"),
        ("paratha 2 nos", 2, None),
        ("eggs, 3 in total", 3, None),
        ("We went out for sushi, I had about 8 pieces", 8, "piece"),
        ("seconds of chili, so two cups in all", 2, "cup"),
        ("chicken nuggets 8 ct", 8, None),
        ("double portion of rice", 2, "serving"),
        ("6-pack of beer", 6, None),
        ("a pint of ice cream (half)", 0.5, "pint"),
    ],
)
def test_amounts_in_everyday_words(
    index: FoodIndex, text: str, quantity: float, unit: str | None
):
    (item,) = read(index, text)
    assert (item.quantity, item.unit) == (quantity, unit)
    assert item.food_id is not None


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("chicken breast 150", 150),
        ("rice 200", 200),
        ("100 rice", 100),
        ("oats 40", 40),
    ],
)
def test_a_large_bare_number_is_grams_and_assumed(
    index: FoodIndex, text: str, grams: float
):
    (item,) = read(index, text)
    assert (item.grams, item.grams_source) == (grams, "assumed")


@pytest.mark.parametrize("text", ["30 blueberries", "100 almonds", "24 oysters"])
def test_many_small_things_are_counted(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.unit is None
    assert item.grams_source == "portion"


@pytest.mark.parametrize(
    ("text", "dishes"),
    [("a 2 egg omelette", 1), ("3-egg omelette", 1.5), ("2 x 2 egg omelette", 2)],
)
def test_the_eggs_of_an_omelette_are_its_size(
    index: FoodIndex, text: str, dishes: float
):
    (item,) = read(index, text)
    assert (item.quantity, item.grams_source) == (dishes, "assumed")


@pytest.mark.parametrize(
    "text", ["75 g uncooked basmati rice", "100 g rice (uncooked)", "50 g dry rice"]
)
def test_grain_that_was_weighed_dry_is_dry(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert "dry" in (item.food_name or "")


def test_a_whole_pie_is_not_eaten_by_one_silently(index: FoodIndex):
    (item,) = read(index, "a pie")
    assert item.grams_source == "assumed"
    assert item.grams is not None
    assert item.grams < 500


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a small milkshake, chocolate", "milkshake"),
        ("soup, tomato", "soup"),
        ("steak 6oz, baked pot", "steak potato"),
        ("turkey on rye", "turkey rye"),
        ("3 roast pots", "potatoes"),
        ("yogurt, strawberries", "yoghurt strawberries"),
        ("a bag of crisps, apple", "crisps apple"),
        ("veggie burger on a wholemeal bun", "burger"),
        ("steak, medium rare, 200g", "steak"),
        ("apple, raw, with skin, 1 medium", "apple"),
        ("fasted until noon, then eggs", "egg"),
        ("five guys cheeseburger", "cheeseburger"),
        ("burger - 2 beef burgers, 1 bread roll", "burger roll"),
        ("1. oatmeal 2. banana 3. coffee", "porridge banana coffee"),
        ("toast\t2 slices\neggs\t2", "toast egg"),
    ],
)
def test_what_tells_a_food_more_closely_is_no_other_food(
    index: FoodIndex, text: str, words: str
):
    assert holds(names(index, text), words.split())


@pytest.mark.parametrize(
    ("text", "food"),
    [("a small milkshake, chocolate", "chocolate"), ("soup, tomato", "tomato")],
)
def test_a_flavour_after_the_food_is_found(index: FoodIndex, text: str, food: str):
    assert food in names(index, text)[0]


def test_how_lean_a_meat_is_is_no_amount(index: FoodIndex):
    (item,) = read(index, "80/20 burger patty 100 g")
    assert item.grams == 100


@pytest.mark.parametrize("text", ["tea with 2 sugars and milk", "tea, milk, 1 sugar"])
def test_milk_told_after_a_drink_is_a_splash_of_it(index: FoodIndex, text: str):
    milk = next(item for item in read(index, text) if "milk" in item.text)
    assert (milk.unit, milk.grams_source) == ("splash", "assumed")


def test_milk_after_another_food_is_a_glass(index: FoodIndex):
    milk = read(index, "tea, toast and milk")[-1]
    assert milk.unit is None


def test_a_heaped_spoon_holds_more_and_is_assumed(index: FoodIndex):
    level, heaped = (
        read(index, f"{how} tbsp sugar")[0] for how in ("a level", "a heaped")
    )
    assert level.grams is not None
    assert heaped.grams == pytest.approx(1.5 * level.grams, abs=0.1)
    assert heaped.grams_source == "assumed"


def test_a_vague_food_is_told_by_its_brackets(index: FoodIndex):
    (item,) = read(index, "a bowl of cereal (shredded wheat)")
    assert "wheat" in (item.food_name or "").lower()


@given(st.text(alphabet="a two or three: (,)-.1hundredy\n½", max_size=80))
def test_no_place_of_the_text_moves(text: str):
    assert len(respelt(text)) == len(text)
    assert len(with_details(text)) == len(text)
