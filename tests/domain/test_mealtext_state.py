"""Raw, dry, frozen or without fat: a food is only sure in the state it was said in."""

from __future__ import annotations

import pytest

from journal.domain.foodmatch import SURE
from journal.domain.mealtext_unadded import with_unadded
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import read


@pytest.mark.parametrize(
    "text",
    ["80 g of dried winged beans", "a bowl of cassava leaves", "cooked sorghum"],
)
def test_a_food_that_is_known_in_another_state_is_asked_about(
    index: FoodIndex, text: str
):
    (item,) = read(index, text)
    assert item.confidence < SURE


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("80 g of dried fava beans", "Broad beans, dry"),
        ("raw lotus root", "Lotus root, raw"),
        ("90 g frozen broccoli", "Broccoli, frozen, boiled"),
        ("fresh boiled green beans", "Green beans, boiled"),
        ("cooked fresh green beans", "Green beans, boiled"),
        ("30 g dehydrated apples", "Dried apple"),
        ("cooked peas and carrots", "Peas and carrots, boiled"),
        ("steamed mushrooms", "Mushrooms, cooked without fat"),
        ("baked potato with skin eaten", "Baked potato with skin"),
    ],
)
def test_the_state_that_was_said_chooses_the_food(
    index: FoodIndex, text: str, food: str
):
    (item,) = read(index, text)
    assert item.food_name == food
    assert item.confidence >= SURE


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("cooked cauliflower, no fat added", "Cauliflower, boiled or steamed"),
        ("cooked mushrooms (no added fat)", "Mushrooms, cooked without fat"),
        ("roasted potatoes, no oil added", "Roast potatoes without fat"),
        ("an apple sauce with no added sugar", "Apple sauce, unsweetened"),
        ("tinned tomatoes, no salt added", "Tomatoes, tinned"),
    ],
)
def test_what_was_not_added_is_no_food_beside_it(
    index: FoodIndex, text: str, food: str
):
    assert [item.food_name for item in read(index, text)] == [food]


def test_a_food_without_sugar_that_the_table_lacks_is_asked_about(index: FoodIndex):
    (item,) = read(index, "fudge, no sugar added")
    assert item.confidence < SURE


@pytest.mark.parametrize("text", ["peas, no fat added, and ham", "jam no added sugars"])
def test_what_was_not_added_keeps_every_place_of_the_text(text: str):
    assert len(with_unadded(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("whisky and soda", ["Whisky and soda"]),
        ("a glass of dessert wine", ["Sweet dessert wine"]),
        ("2 slices of soda", ["Soda bread"]),
        ("basil leaves", ["Basil, fresh"]),
    ],
)
def test_a_word_that_may_mean_two_things_is_read_by_its_place(
    index: FoodIndex, text: str, foods: list[str]
):
    assert [item.food_name for item in read(index, text)] == foods


@pytest.mark.parametrize("text", ["burger and soda", "a sandwich and soda"])
def test_a_soda_beside_a_meal_is_no_bread(index: FoodIndex, text: str):
    assert "Soda bread" not in [item.food_name for item in read(index, text)]


@pytest.mark.parametrize("text", ["ugali", "golden syrup", "matoke", "jaggery"])
def test_a_staple_that_usda_lacks_is_answered_by_a_near_relative_and_asked_about(
    index: FoodIndex, text: str
):
    (item,) = read(index, text)
    assert item.food_id is not None
    assert item.confidence < SURE


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("sweetcorn cooked with oil", "Corn oil"),
        ("a can of root beer zero", "Root beer"),
    ],
)
def test_what_a_food_lies_in_or_lacks_is_no_sure_other_food(
    index: FoodIndex, text: str, food: str
):
    (item,) = read(index, text)
    assert item.food_name != food or item.confidence < SURE


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a can of 7up zero", "Lemonade, fizzy, sugar-free"),
        ("red bull zero", "Energy drink, Red Bull type, sugar-free"),
        ("a bottle of Ensure Plus", "Nutrition drink, Ensure Plus type"),
        ("tuna salad made with mayo", "Tuna mayonnaise"),
    ],
)
def test_a_word_that_belongs_to_the_name_makes_no_second_food(
    index: FoodIndex, text: str, food: str
):
    (item,) = read(index, text)
    assert item.food_name == food
    assert item.confidence >= SURE


@pytest.mark.parametrize("text", ["pan-fried cod", "sauteed prawns", "pan fried sole"])
def test_what_is_fried_in_a_pan_is_not_surely_battered(index: FoodIndex, text: str):
    (item,) = parse_with_index(index, text).items
    assert item.food_name is not None
    assert "batter" not in item.food_name
    assert "bread" not in item.food_name
    assert not item.is_sure


def test_coffee_with_a_milk_that_is_not_dairy_is_coffee_and_a_splash(index: FoodIndex):
    coffee, milk = parse_with_index(index, "coffee with non-dairy milk").items
    assert coffee.food_name == "Coffee, black"
    assert (milk.food_name, milk.unit) == ("Plant milk, unspecified", "splash")
    assert milk.text == "non-dairy milk"
