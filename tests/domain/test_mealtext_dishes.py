"""Dishes told with their parts: the right dish once, and nothing beside it lost."""

from __future__ import annotations

import pytest

from journal.domain.foodmatch import SURE
from journal.services.foodindex import FoodIndex
from tests.meals import read


def names_of(index: FoodIndex, text: str) -> list[str]:
    return [item.food_name or item.text for item in read(index, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "a sandwich made with ham, gouda, lettuce and mayo",
            "Ham and cheese sandwich",
        ),
        ("a sandwich featuring ham and Swiss on ciabatta", "Ham and cheese sandwich"),
        ("a tortilla wrap filled with tuna, lettuce and sweetcorn", "Tuna wrap"),
        ("a wrap stuffed with grilled chicken and rocket", "Grilled chicken wrap"),
        (
            "a turkey sandwich made with wheat bread, tomato and mustard",
            "Turkey sandwich, wholemeal",
        ),
        (
            "a burrito filled with chicken, pinto beans and rice",
            "Chicken, bean and rice burrito",
        ),
        (
            "a burrito stuffed with scrambled eggs and sausage",
            "Egg and sausage burrito",
        ),
        (
            "a burrito loaded with beef, cheddar and sour cream",
            "Beef and cheese burrito",
        ),
        ("an omelette filled with ham and provolone", "Ham and cheese omelette"),
        ("a pizza topped with salami and peppers", "Meat and vegetable pizza"),
        ("a pizza topped with spinach, feta and olives", "Vegetable pizza"),
        ("3 tacos stuffed with cod and cabbage", "Fish taco"),
        ("a burger topped with cheddar, onion and pickles", "Cheeseburger"),
        ("a quesadilla stuffed with chicken and cheese", "Chicken quesadilla"),
        ("a soup made with lentils, leeks and celery", "Lentil soup"),
        ("a salad topped with grilled chicken and cucumber", "Chicken salad, mixed"),
        ("a Greek salad made with feta, olives and tomato", "Greek salad"),
        ("a fruit salad made with pears, grapes and kiwi", "Fruit salad"),
        ("beef stew made with potatoes and carrots", "Beef stew"),
        ("a lasagna layered with beef and ricotta", "Lasagne with meat"),
        (
            "a smoothie blended with kale, banana and oat milk",
            "Fruit and vegetable smoothie with plant milk",
        ),
        ("a smoothie made with mango and pineapple juice", "Fruit smoothie made with"),
        ("ham sandwich on 2 slices of granary bread", "Ham sandwich, wholemeal"),
        ("a sandwich made with roast chicken", "Chicken mayonnaise sandwich"),
        ("a sandwich of ham and pickle", "Ham sandwich"),
        ("a sandwich made with chicken salad", "Chicken mayonnaise sandwich"),
        (
            "a tuna salad sandwich on wheat bread with lettuce",
            "Tuna mayonnaise sandwich, wholemeal",
        ),
        (
            "a protein smoothie made with whey, banana and milk",
            "Fruit smoothie with dairy and protein",
        ),
        ("an omelette packed with peppers, onions and mushrooms", "Mushroom omelette"),
        ("a club sandwich with turkey, bacon and lettuce", "Club sandwich"),
    ],
)
def test_parts_told_as_in_a_dish_choose_it_and_are_not_counted_again(
    index: FoodIndex, text: str, name: str
):
    (item,) = read(index, text)
    assert (item.food_name or "").startswith(name)
    assert item.confidence >= SURE


@pytest.mark.parametrize(
    "text",
    [
        "a sandwich packed with turkey, ham, bacon and gouda",
        "a wrap filled with prawns and avocado",
        "an omelette made with mushrooms, peppers and cheese",
        "a burger made with chickpeas",
        "a breakfast burrito stuffed with eggs, bacon and cheese",
        "a ham and cheese omelette made with spinach",
        "an egg white omelette filled with spinach and feta",
        "a cucumber sandwich made with cream cheese",
        "3 slices of thin crust pizza with pepperoni and mushrooms",
    ],
)
def test_a_dish_that_has_only_some_of_the_parts_is_asked_about(
    index: FoodIndex, text: str
):
    (item,) = read(index, text)
    assert item.food_id is not None
    assert item.confidence < SURE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a sandwich with salami and gouda, crisps and a pear", ["crisps", "pear"]),
        ("a sandwich made with ham, lettuce and a yogurt", ["yoghurt"]),
        ("a burrito filled with chicken and rice, a can of cola", ["cola"]),
        ("3 beef tacos with guacamole", ["guacamole"]),
        ("a tuna sandwich with tomato soup", ["tomato soup"]),
        ("a chicken sandwich including fries", ["chips"]),
        ("a cheeseburger with fries and ketchup", ["chips", "ketchup"]),
        ("a turkey sandwich with potato salad", ["potato salad"]),
        ("a salad topped with chicken, walnuts and dressing", ["walnuts", "dressing"]),
        ("a Greek salad topped with grilled chicken", ["chicken"]),
        ("a salad topped with tuna and egg", ["tuna", "egg"]),
        ("a salad with beans and rice", ["beans", "rice"]),
        ("curry made with chicken and potatoes, served with rice", ["rice"]),
        ("lasagne layered with beef and cheese, with garlic bread", ["garlic bread"]),
        ("a ham sandwich plus a bread roll", ["roll"]),
        ("a ham sandwich with 2 slices of toast", ["toast"]),
        ("a sub with ham, cheese, a bread roll", ["roll"]),
        ("an omelette as well as a boiled egg", ["egg, boiled"]),
        ("an omelette with ham, cheese, a boiled egg", ["egg, boiled"]),
        ("a lasagne topped with coleslaw", ["slaw"]),
        ("a salad made with an apple", ["apple"]),
        ("a sandwich made with tempeh and kimchi", ["tempeh", "kimchi"]),
        ("a wrap stuffed with chicken and ranch dressing", ["ranch"]),
        ("a burger with a bun and a salad", ["salad"]),
        ("chicken soup with 2 slices of bread", ["bread"]),
        ("a ham sandwich and 2 slices of toast", ["toast"]),
        ("an omelette with toast and bacon", ["toast"]),
        ("a bowl of soup made with lentils, with a roll", ["roll"]),
        ("a plate loaded with chicken, rice and sprouts", ["rice", "sprouts"]),
        ("a lunch box containing a jam sandwich and grapes", ["jam", "grapes"]),
    ],
)
def test_what_is_beside_a_dish_stays_a_food_of_its_own(
    index: FoodIndex, text: str, words: list[str]
):
    names = [name.lower() for name in names_of(index, text)]
    assert all(any(word in name for name in names) for word in words), names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "a sandwich made with 2 slices of salami, 20 g gouda and 2 slices of bread",
            ["salami", "gouda", "bread"],
        ),
        (
            "an omelette made with 3 eggs, 30 g gouda and 2 mushrooms",
            ["egg", "gouda", "mushrooms"],
        ),
        (
            "a salad made with 2 cups of spinach, 1 tomato and 1 tbsp olive oil",
            ["spinach", "tomato", "olive oil"],
        ),
        ("a soup made with 1 cup of lentils and 2 carrots", ["lentils", "carrot"]),
        (
            "a wrap with 100 g chicken, 30 g lettuce and 1 tbsp mayo",
            ["tortilla", "chicken", "lettuce", "mayonnaise"],
        ),
        (
            "a burrito with 1/2 cup of rice and 1 oz cheddar",
            ["tortilla", "rice", "cheddar"],
        ),
        ("a sandwich with 60 g chicken and 20 g brie", ["bread", "chicken", "brie"]),
        ("a sandwich with 2 eggs", ["bread", "egg"]),
    ],
)
def test_parts_with_their_amounts_stand_for_the_dish(
    index: FoodIndex, text: str, words: list[str]
):
    names = [name.lower() for name in names_of(index, text)]
    assert len(names) == len(words)
    assert all(word in name for word, name in zip(words, names, strict=True)), names


def test_bread_that_nobody_told_is_asked_about(index: FoodIndex):
    bread, *parts = read(index, "a sandwich with 60 g chicken and 20 g brie")
    assert (bread.quantity, bread.unit) == (2, "slice")
    assert bread.confidence < SURE
    assert all(part.confidence >= SURE for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "a ham sandwich with 2 slices of brie",
        "a Western omelette made with 3 eggs and 2 slices of toast",
        "a ham sandwich with 1 cup of tomato soup and 2 crackers",
    ],
)
def test_a_dish_named_for_what_is_not_among_its_counted_parts_stays(
    index: FoodIndex, text: str
):
    first = names_of(index, text)[0].lower()
    assert "sandwich" in first or "omelette" in first


def test_the_eggs_of_an_omelette_tell_its_size(index: FoodIndex):
    (two,) = read(index, "an omelette made with 2 eggs, ham and cheese")
    (four,) = read(index, "an omelette made with 4 eggs, ham and cheese")
    assert two.food_name == four.food_name == "Ham and cheese omelette"
    assert two.grams is not None
    assert four.grams == pytest.approx(2 * two.grams)


def test_slices_of_bread_count_no_sandwiches(index: FoodIndex):
    (one,) = read(index, "a turkey and cheese sandwich on 2 slices of rye bread")
    assert (one.quantity, one.unit) == (1, None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1 frankfurter on a bun", ["Hot dog in a bun"]),
        ("2 frankfurters in buns", ["Hot dog in a bun"]),
        ("a sausage in a roll", ["Sausage sandwich"]),
        ("a hamburger on a bun with lettuce", ["Hamburger"]),
        ("cheeseburger on a wheat bun", ["Cheeseburger"]),
        ("veggie burger patty on a bun", ["Veggie burger patty", "Burger bun"]),
        ("bratwurst in a roll", ["Bratwurst", "Bread roll, white"]),
    ],
)
def test_a_bun_is_counted_once(index: FoodIndex, text: str, names: list[str]):
    assert names_of(index, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a slice of plum pie with a flaky crust", None),
        ("cherry pie with a graham cracker crust", ["Cherry pie"]),
        ("a slice of pecan pie in a buttery pastry crust", ["Pecan pie"]),
        ("quiche with a thick, golden crust and peas", None),
        ("cheesecake with a biscuit base", None),
        (
            "a slice of pizza with a thin and crispy crust",
            ["Cheese and tomato pizza, thin crust"],
        ),
        ("pepperoni pizza on a thick crust", ["Pepperoni pizza, deep pan"]),
        (
            "a thick crust pizza topped with salami and onions",
            ["Meat and vegetable pizza, deep pan"],
        ),
        ("cherry pie with a flaky crust and cream", ["Cherry pie", "Cream"]),
        ("beef pie with gravy", ["Beef pie", "Gravy"]),
    ],
)
def test_a_crust_is_the_manner_of_its_dish(
    index: FoodIndex, text: str, names: list[str] | None
):
    found = names_of(index, text)
    assert not any("crust" in name.lower() for name in found if names is None)
    assert names is None or found == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "coffee with a splash of milk and sugar",
            ["Coffee, black", "Whole milk", "Sugar, white"],
        ),
        ("tea with lemon", ["Black tea", "Lemon"]),
        ("oatmeal made with milk", ["Porridge made with milk"]),
        ("cereal with milk", ["Breakfast cereal, unspecified", "Whole milk"]),
        ("toast spread with butter and jam", ["White toast", "Butter", "Jam"]),
        ("pancakes topped with syrup and butter", None),
        ("a bagel filled with salmon and cream cheese", None),
    ],
)
def test_what_is_poured_or_spread_stays_as_it_was(
    index: FoodIndex, text: str, names: list[str] | None
):
    found = names_of(index, text)
    assert found == names if names else len(found) == 3
