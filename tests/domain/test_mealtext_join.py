"""Foods told in several pieces, talk around them and doubtful matches."""

from __future__ import annotations

import pytest

from journal.domain.amounts import Portion, grams_of
from journal.domain.foodmatch import ACCEPT, SURE
from journal.services.foodindex import FoodIndex
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "word", "quantity", "unit"),
    [
        ("Lettuce, Romaine 2.00 cup, shredded", "romaine", 2, "cup"),
        ("Salmon, Atlantic, Wild, cooked 3.00 oz", "salmon", 3, "oz"),
        ("Blueberries, raw 0.25 cup", "blueberries", 0.25, "cup"),
        ("Black Beans, Canned, Drained 0.50 cup", "black beans", 0.5, "cup"),
        ('Strawberries, Fresh 3.00 small - 1" diameter', "strawberries", 3, "small"),
        ("Tea, Brewed, Unsweetened 1.00 cup", "tea", 1, "cup"),
    ],
)
def test_a_name_as_tables_write_it_is_one_food(
    index: FoodIndex, text: str, word: str, quantity: float, unit: str
):
    (item,) = read(index, text)
    assert word in (item.food_name or "").lower()
    assert (item.quantity, item.unit) == (quantity, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bread, butter", ["bread", "butter"]),
        ("rice, beans, salsa", ["rice", "beans", "salsa"]),
        ("coffee, creamer", ["coffee", "creamer"]),
        ("salad with lettuce, tomato and feta", ["salad", "lettuce", "tomato", "feta"]),
    ],
)
def test_a_list_stays_a_list(index: FoodIndex, text: str, words: list[str]):
    names = [(item.food_name or "").lower() for item in read(index, text)]
    assert len(names) == len(words)
    assert all(word in name for word, name in zip(words, names, strict=True))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a turkey sandwich on whole wheat bread", "turkey sandwich, wholemeal"),
        ("a cup of oatmeal made with water", "porridge made with water"),
        ("pho with beef", "pho"),
        ("a cup of macaroni and cheese", "macaroni cheese"),
        ("egg and cheese sandwich on an english muffin", "egg and cheese sandwich"),
        ("coffee with cream", "coffee with milk"),
        ("a burrito with egg, cheese and sausage", "burrito"),
        ("a sausage, egg and cheese biscuit", "egg, sausage and cheese biscuit"),
        ("53 g of cooked pork and beef sausage", "pork and beef sausage"),
        ("1 cup of spaghetti with tomato sauce and meat", "bolognese"),
    ],
)
def test_what_is_in_a_dish_is_not_eaten_twice(index: FoodIndex, text: str, word: str):
    (item,) = read(index, text)
    assert word in (item.food_name or "").lower()


def test_what_is_in_a_dish_and_not_in_its_name_makes_it_doubtful(index: FoodIndex):
    (item,) = read(index, "a quesadilla with mushrooms and spinach")
    assert ACCEPT <= item.confidence < SURE
    assert not item.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "During my break, I had one doughnut",
        "I helped myself to one doughnut",
        "I quickly wolfed down one doughnut before bed",
        "After a long walk I grabbed one doughnut from the drive-through",
    ],
)
def test_talk_around_a_food_is_no_food(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert "doughnut" in (item.food_name or "").lower()


def test_a_verb_with_it_links_two_foods(index: FoodIndex):
    popcorn, water = read(index, "2 cups of popcorn and washed it down with water")
    assert "popcorn" in (popcorn.food_name or "").lower()
    assert "water" in (water.food_name or "").lower()


@pytest.mark.parametrize("text", ["halloumi", "lamb curry", "jollof rice", "shakshuka"])
def test_a_near_relative_never_looks_sure(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.food_id is not None
    assert item.is_stand_in
    assert item.confidence < SURE
    assert item.alternatives


def test_a_food_by_its_own_name_is_sure_and_no_stand_in(index: FoodIndex):
    (item,) = read(index, "porridge")
    assert item.is_sure
    assert not item.is_stand_in


@pytest.mark.parametrize("text", ["raw", "cooked", "same as yesterday", "quarter"])
def test_words_that_name_no_food_are_kept_as_text(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.food_id is None
    assert item.text


def test_big_belongs_to_the_burger_of_that_name(index: FoodIndex):
    (item,) = read(index, "a Big Mac")
    assert (item.food_name, item.unit) == ("Big Mac", None)


def test_a_part_of_a_bag_is_a_part_of_what_the_bag_holds(index: FoodIndex):
    (item,) = read(index, "a third of a bag of crisps (150 g bag)")
    assert item.grams == pytest.approx(50, abs=0.5)


def test_ounces_of_a_drink_are_fluid_ounces(index: FoodIndex):
    (item,) = read(index, "16 oz latte")
    assert item.grams == pytest.approx(16 * 29.57, rel=0.05)


def test_a_capital_t_is_a_tablespoon(index: FoodIndex):
    spoons = [read(index, f"2{letter} honey")[0].unit for letter in ("T", "t")]
    assert spoons == ["tbsp", "tsp"]


def test_half_a_bottle_in_a_label_is_half_of_one():
    wine = [Portion("1/2 bottle", 375), Portion("1 bottle (750 ml)", 760)]
    assert grams_of(0.5, "bottle", wine).grams == pytest.approx(375)


def test_a_drink_blended_of_foods_with_amounts_is_those_foods(index: FoodIndex):
    items = read(index, "a smoothie with 1 banana, 1 cup strawberries and 100 g oats")
    names = [item.food_name for item in items]
    assert names == ["Banana", "Strawberries", "Oats, dry"]


def test_a_vessel_said_last_is_one_of_it(index: FoodIndex):
    (item,) = read(index, "yogurt cup")
    assert "yoghurt" in (item.food_name or "").lower()
    assert item.unit == "cup"


@pytest.mark.parametrize("text", ["a bowl of porridge", "a handful of almonds"])
def test_what_a_loose_vessel_holds_is_assumed(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.grams_source == "assumed"


def test_cooked_is_boiled_and_not_fried_in_oil(index: FoodIndex):
    (item,) = read(index, "1 cup of cooked white rice")
    assert item.food_name == "White rice, boiled"


def test_a_word_two_letters_off_is_not_silently_taken(index: FoodIndex):
    (item,) = read(index, "caribou 100 g")
    assert not item.is_sure


def test_raw_left_out_of_a_cooked_food_makes_it_doubtful(index: FoodIndex):
    (item,) = read(index, "raw fish 100 g")
    assert not item.is_sure


@pytest.mark.parametrize("text", ["a burger with Coke Zero", "coke zero, 2 crackers"])
def test_the_zero_of_a_name_is_no_refusal_and_no_amount(index: FoodIndex, text: str):
    (cola,) = [one for one in read(index, text) if "coke" in one.text.lower()]
    assert cola.food_name == "Cola, sugar-free"
    assert cola.grams


def test_slices_told_afterwards_are_how_much_of_the_pizza(index: FoodIndex):
    (item,) = read(index, "We shared a pepperoni pizza and I ate three slices")
    assert (item.quantity, item.unit) == (3, "slice")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("egg sandwich on a croissant with bacon", "Egg and bacon croissant"),
        ("grilled salmon fish", "Salmon, baked or grilled"),
        ("cod fish fingers", "Fish fingers"),
        ("macaroni salad with tuna", "Pasta salad with tuna"),
        ("omelette with cheese and ham", "Ham and cheese omelette"),
        ("corn flakes cereal", "Cornflakes"),
        ("spaghetti and sauce", "Pasta with sauce, unspecified"),
        ("reduced fat ritz crackers", "Butter crackers, reduced-fat"),
        ("low sodium deli turkey", "Turkey slices for sandwiches, less salt"),
    ],
)
def test_a_food_is_found_by_what_people_call_it(index: FoodIndex, text: str, name: str):
    (item,) = read(index, text)
    assert item.food_name == name
    assert item.is_sure


@pytest.mark.parametrize("text", ["150 g of white", "80 g of brown", "90 g of fried"])
def test_a_kind_alone_is_no_food(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.food_id is None


def test_meat_of_no_told_animal_is_no_sandwich_slice(index: FoodIndex):
    (item,) = read(index, "some meat")
    assert item.food_name == "Meat, cooked, unspecified"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("corned beef sandwich on white with cheese", "Corned beef and cheese"),
        ("a roast beef sandwich on white bread with cheese", "Roast beef and cheese"),
        ("an egg omelet with cheese", "Cheese omelette"),
        ("an egg omelet with meat", "Ham omelette"),
        ("tuna salad sandwich on white with cheese", "Tuna melt"),
    ],
)
def test_what_is_on_it_is_found_after_its_bread(index: FoodIndex, text: str, name: str):
    (item,) = read(index, text)
    assert (item.food_name or "").startswith(name)
    assert item.is_sure


def test_fried_is_no_form_of_fries(index: FoodIndex):
    (item,) = read(index, "fried cod fish")
    assert item.food_name == "Cod, battered and fried"


@pytest.mark.parametrize(
    ("text", "name", "quantity"),
    [
        ("2 big macs", "Big Mac", 2),
        ("150 g of big mac", "Big Mac", 150),
    ],
)
def test_a_size_that_belongs_to_the_name_is_found_with_any_amount(
    index: FoodIndex, text: str, name: str, quantity: float
):
    (item,) = read(index, text)
    assert (item.food_name, item.quantity) == (name, quantity)
    assert item.is_sure


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a bag of snack mix", "Savoury snack mix"),
        ("frozen cheese pizza with a thin crust", "Cheese and tomato pizza, thin"),
        ("chicken fillet sandwich", "Fried chicken burger"),
    ],
)
def test_a_name_with_a_word_of_talk_in_it_is_one_food(
    index: FoodIndex, text: str, name: str
):
    (item,) = read(index, text)
    assert (item.food_name or "").startswith(name)
    assert item.is_sure


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("roast duck, skin not eaten", "Roast duck without skin"),
        ("turkey drumstick, skin removed", "Turkey drumstick without skin"),
        ("baked chicken thigh, skin not eaten", "Chicken thigh, roasted without skin"),
        ("60 g of almonds, NFS", "Almonds, raw"),
        ("rye bread, NS as to major flour", "Rye bread"),
    ],
)
def test_what_tables_add_to_a_name_is_no_second_food(
    index: FoodIndex, text: str, name: str
):
    (item,) = read(index, text)
    assert item.food_name == name
    assert item.is_sure


def test_no_fat_added_is_no_fat(index: FoodIndex):
    names = [item.food_name for item in read(index, "cooked broccoli, no fat added")]
    assert names == ["Broccoli, boiled or steamed"]
