"""Rows as food-diary apps write them: each one food with its own amount."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.mealtext_figures import without_figures
from journal.domain.mealtext_logged import rows_of, without_rows
from journal.services.foodindex import FoodIndex
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("Millbrook & Sons - Shortbread Fingers, 4 fingers", "shortbread", 60),
        ("Kirkland - Greek Yogurt (Fat Free), 170 g", "greek yoghurt, fat-free", 170),
        ("Sodexo on Campus - Beef Lasagne, 1 serving(s)", "lasagne with meat", None),
        ("Sainsbury's - Prawn Sandwich, 1 pack (180 g)", "prawn", 180),
        ("Generic - Boiled Potatoes, 150 gram", "potatoes, boiled", 150),
        ("Homemade - Beef Stew, 1 bowl", "beef stew", 300),
        ("Generic - Wine - Red, 175 ml", "red wine", 177.5),
        ("McDonald's - Big Mac, 1 burger", "big mac", None),
        ("Heinz - Baked Beans, 1/2 can (207 g)", "baked beans", 207),
        ("Ritz - Crackers, 5 crackers", "crackers", None),
    ],
)
def test_a_maker_before_a_dash_is_no_food_of_its_own(
    index: FoodIndex, text: str, name: str, grams: float | None
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert item.is_sure
    assert item.text == text
    assert grams is None or item.grams == pytest.approx(grams, abs=1)


@pytest.mark.parametrize(
    ("text", "name", "quantity"),
    [
        ("Snickers - Snickers, 1 bar", "nuts", 1),
        ("Oreo - Oreo, 3 cookies", "sandwich biscuit", 3),
        ("Salmon. Nigiri - Salmon Nigiri, 2 piece", "nigiri", 2),
        ("Haribo - Sweets, 1 bag", "jelly sweets", 1),
        ("Lidl - Croissant, 1 croissant (60 g)", "croissant", 1),
        ("Croissant, 1 croissant (60 g)", "croissant", 1),
        ("McVitie's - Digestives, 2 biscuits", "digestive", 2),
        ("Weetabix - Weetabix, 2 biscuits", "wheat flakes", 2),
        ("Nescafe - Coffee, 1 tsp", "instant coffee", 1),
        ("Magnum - Classic, 1 ice cream", "ice cream bar", 1),
        ("Steak and Kidney Pie, 1 pie (200 g)", "pie", 1),
    ],
)
def test_a_food_that_maker_name_or_count_tell_again_is_counted_once(
    index: FoodIndex, text: str, name: str, quantity: float
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert item.quantity == quantity
    assert item.is_sure


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("Carrots - Boiled, 1 cup, sliced (5.5 oz)", "carrots, boiled", 155.9),
        ("Spinach - Raw, 2 cups, chopped (60 g)", "spinach, raw", 60),
        ("Tea - Brewed, 2 cup (8 fl oz)", "black tea", 487),
        ("Cravendale Milk - Semi Skimmed, 250 ml", "semi-skimmed milk", 257.8),
        ("Tesco Yogurt - Low Fat, 125 g", "low-fat", 125),
        ("Cheese - Brie, 1 oz", "brie", 28.4),
        ("Peppers - Sweet, red, raw, 1 cup, chopped", "red pepper, raw", None),
        ("Bagel - Plain, 1 bagel", "bagel", None),
        ("Juice - Apple, 8 fl oz", "apple juice", 248),
        ("Cereal - Corn Flakes, 1.5 cup", "cornflakes", 45),
        ("Fruit - Grapes, 10 grapes", "grapes", 70),
        ("Drink - Coffee, 1 cup", "coffee, black", None),
    ],
)
def test_what_tells_a_food_more_closely_after_a_dash_belongs_to_it(
    index: FoodIndex, text: str, name: str, grams: float | None
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert grams is None or item.grams == pytest.approx(grams, abs=1)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("Cottage Cheese, 0.5 container (1 cup ea.)", 105),
        ("Rice Pudding, 2 container (150 g ea.)", 300),
        ("Bran Flakes, 30 g/0.75 cup", 30),
        ("Grandma's Goulash, 1 bowl/350 g", 350),
        ("Asda - Cheese and Onion Pasty, 1 pasty (150 g)", 150),
        ("Toast, 2 slice(s)", 50),
        ("Waitrose - Carrot Cake, 1 slice (70 g)", 70),
    ],
)
def test_a_weight_beside_the_amount_is_the_weight(
    index: FoodIndex, text: str, grams: float
) -> None:
    (item,) = read(index, text)
    assert item.food_id is not None
    assert item.grams == pytest.approx(grams, abs=1)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Hill House Soup - Leek and Chorizo Blitz, 400 g", (400, "g")),
        ("Green Leaf Cafe - Quaxle Surprise, 2 bowls", (2, "bowl")),
        ("Ham and Swiss on Rye, 1 serving(s)", (1, "serving")),
        ("Bolton's - Pork and Apple Faggots, 180 g", (180, "g")),
        ("Kombu - Crab Tempura Roll, 1 roll", (1, None)),
        ("Zorbo Bites, 3 piece(s)", (3, "piece")),
    ],
)
def test_an_unknown_dish_stays_one_row_with_its_amount_and_is_asked_about(
    index: FoodIndex, text: str, amount: tuple[float, str | None]
) -> None:
    (item,) = read(index, text)
    assert not item.is_sure
    assert item.text == text
    assert (item.quantity, item.unit) == amount


@pytest.mark.parametrize(
    "text",
    [
        "Quorn - Mince, 100 g",
        "Tofurky - Deli Slices, 5 slices",
        "Salad Dressing - Caesar, 2 tbsp",
        "Sunny Co - Cherry Pie, 1 bar",
        "Beyond Meat - Burger Patty, 1 patty (113 g)",
        "Pizza Express - American, 1 pizza",
        "V8 - +Boost Kale Lime, 8 fl oz",
        "Nando's - Quarter Chicken Breast, 1 serving",
    ],
)
def test_a_food_that_the_maker_makes_otherwise_is_asked_about(
    index: FoodIndex, text: str
) -> None:
    (item,) = read(index, text)
    assert not item.is_sure


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("Egg, large 2 144 1 10 13", "egg", 100),
        ("Egg, large  2  144  1  10  13", "egg", 100),
        ("Banana, medium\t1\t105\t27\t0\t1", "banana", 118),
        ("Salmon fillet 120 g 250 0 16 25", "salmon", 120),
        ("White rice, cooked\t200 g\t260\t56\t0.5\t5", "white rice", 200),
        ("Chicken, broilers, breast, cooked  100 g  165  0  4  31", "chicken", 100),
        ("2 eggs 150 1 10 13", "egg", 100),
        ("Ham sandwich\t352\t33\t14\t20", "ham sandwich", 140),
        ("Generic - Cheddar Cheese, 28 gram\t113\t0\t9\t7", "cheddar", 28),
    ],
)
def test_columns_of_figures_are_no_amounts(
    index: FoodIndex, text: str, name: str, grams: float
) -> None:
    (item,) = read(index, text)
    assert name in (item.food_name or "").lower()
    assert item.grams == pytest.approx(grams, abs=1)


def test_sums_of_meals_are_no_foods_and_their_names_head_the_rows(
    index: FoodIndex,
) -> None:
    items = read(
        index,
        "Breakfast\t450\t50\t10\t20\nEgg, boiled\t2\t144\t1\t10\t13\n"
        "Lunch\nAldi - Salted Peanuts, 25 g\nTotal\t1,850\t200\t60\t100",
    )
    assert [(item.slot, item.grams) for item in items] == [
        ("breakfast", 100),
        ("lunch", 25),
    ]


def test_rows_joined_in_one_line_are_as_many_foods(index: FoodIndex) -> None:
    items = read(
        index,
        "Snacks: Lidl - Salted Peanuts, 25 g; Tetley - Tea, 1 cup; "
        "Arla - Milk - Semi Skimmed, 30 ml; black coffee",
    )
    names = [(item.food_name or "").lower() for item in items]
    assert len(names) == 4
    assert "peanut" in names[0]
    assert "tea" in names[1]
    assert "semi-skimmed" in names[2]
    assert {item.slot for item in items} == {"snacks"}


@pytest.mark.parametrize(
    "text",
    [
        "Quick Added Calories 350 cal",
        "Quick Added Calories, 1 serving, 250 calories",
        "Quick Add 200 kcal",
    ],
)
def test_calories_added_without_a_food_stay_text(index: FoodIndex, text: str) -> None:
    (item,) = read(index, text)
    assert item.food_id is None
    assert item.text == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("eggs - toast - tea", 3),
        ("Chicken - Rice - Peas, 100 g", 3),
        ("Fish - Toast, 1 portion", 2),
        ("Rice - Lentils, 1 cup", 2),
        ("Crackers - Brie, 2 slices", 2),
        ("Porridge - Honey, 1 tsp", 2),
        ("Lunch - soup, toast", 2),
        ("Lunch - Cheese Sandwich, 1 apple", 2),
        ("Panera - Tomato Soup, 1 sandwich", 2),
        ("Coffee, 2 biscuits", 2),
        ("porridge - 40 g oats, 200 ml milk", 3),
        ("Work - soup, 2 eggs", 2),
        ("eggs, toast, tea 1 cup(s)", 3),
    ],
)
def test_a_list_with_dashes_is_no_row(index: FoodIndex, text: str, count: int) -> None:
    items = read(index, text)
    assert len(items) == count
    assert all(item.food_id for item in items)


def test_an_amount_after_a_dash_stays_one(index: FoodIndex) -> None:
    (item,) = read(index, "lentil soup - 300 g")
    assert item.grams == 300
    assert item.is_sure


@pytest.mark.parametrize(
    "text",
    ["a roll", "2 rolls", "desserts", "snacks", "bar", "Roll, 1 roll"],
)
def test_a_mere_class_of_foods_is_asked_about(index: FoodIndex, text: str) -> None:
    (item,) = read(index, text)
    assert not item.is_sure


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Cherry Bar, 1 bar", "cherries"),
        ("a mango bar", "mango"),
        ("2 breakfast rolls", None),
        ("3 snack sausages", None),
        ("2 dessert crackers", None),
    ],
)
def test_what_a_food_is_made_into_or_eaten_at_is_not_left_out_for_sure(
    index: FoodIndex, text: str, wrong: str | None
) -> None:
    (item,) = read(index, text)
    assert not item.is_sure
    assert wrong is None or (item.food_name or "").lower() != wrong


@pytest.mark.parametrize(
    "text",
    [
        "1 dinner roll",
        "a mars bar",
        "a protein bar",
        "1 bar of flapjack",
        "a breakfast burrito",
        "a lunch box of grapes",
        "3 snack size snickers",
    ],
)
def test_a_name_with_a_class_or_a_meal_in_it_stays_sure(
    index: FoodIndex, text: str
) -> None:
    (item,) = read(index, text)
    assert item.is_sure


_ROWS = st.lists(
    st.text(st.sampled_from("Ab - ,;\n\t1/2(s).½g cup"), max_size=60), max_size=6
).map("\n".join)


@given(_ROWS)
def test_taking_rows_out_keeps_every_other_place(text: str) -> None:
    rows = rows_of(text)
    rest = without_rows(text, rows)
    assert len(rest) == len(text)
    taken = {place for row in rows for place in range(row.start, row.end)}
    kept = (at for at in range(len(text)) if at not in taken)
    assert all(rest[at] == text[at] for at in kept)


@given(st.text(max_size=80))
def test_a_row_without_its_figures_is_no_longer_than_before(text: str) -> None:
    assert len(without_figures(text) or "") <= len(text)


@given(_ROWS)
@settings(max_examples=60, deadline=None)
def test_anything_like_rows_is_read_and_its_texts_were_written(
    index: FoodIndex, text: str
) -> None:
    for item in read(index, text):
        assert item.text in text
        assert item.grams is None or item.grams >= 0
