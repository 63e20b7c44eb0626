"""Words of British diaries, and refusals typed without a comma after them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_homely import homely_told
from journal.domain.mealtext_refusals import refusals_ended
from journal.services.foodindex import FoodIndex, parse_with_index
from tests.meals import lower_names as names
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a glass of red", "red wine"),
        ("two glasses of house white", "white wine"),
        ("a bottle of rosé", "rosé wine"),
        ("175ml red", "red wine"),
        ("a glass of fizz", "sparkling wine"),
        ("a pint of squash", "squash, diluted"),
        ("a cup of squash", "butternut squash, cooked"),
        ("courgetti", "courgette, cooked"),
        ("a slice of turkey meatloaf", "turkey meat loaf"),
        ("a brew", "black tea"),
        ("a cuppa", "black tea"),
        ("a mug of builder's tea", "black tea"),
        ("lemon-lime soda", "lemonade, fizzy"),
    ],
)
def test_diary_words_are_foods(index: FoodIndex, text: str, food: str):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food
    assert item.is_sure


@pytest.mark.parametrize(
    "text", ["a fry-up", "full english", "meal deal", "a picky tea", "full Irish"]
)
def test_a_meal_that_names_no_food_is_kept_as_written(index: FoodIndex, text: str):
    assert names(index, text) == ["?"]


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("milk in my tea", [31, 244]),
        ("milk and two sugars in my coffee", [31, 8, 244]),
        ("oat milk with my coffee", [31, 244]),
        ("toast, milk in my tea", [25, 31, 244]),
        ("a glass of milk and tea", [258, 244]),
    ],
)
def test_milk_told_before_the_tea_is_a_splash(
    index: FoodIndex, text: str, grams: list[float]
):
    assert [item.grams for item in read(index, text)] == pytest.approx(grams, abs=2)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("tuna mayo jacket", ["tuna mayo", "baked potato"]),
        ("cheese and beans jacket", ["cheese", "baked beans", "baked potato"]),
        ("jacket spud coleslaw", ["baked potato", "coleslaw"]),
        ("crisps, bag of dry roasted", ["crisps", "peanuts, dry roasted"]),
        ("peanuts, bag of dry roasted", ["peanuts"]),
        ("scampi fries, bag of dry roasted", ["chips", "peanuts"]),
    ],
)
def test_two_things_in_one_breath_are_two(
    index: FoodIndex, text: str, foods: list[str]
):
    found = names(index, text)
    assert len(found) == len(foods)
    assert all(food in name for food, name in zip(foods, found, strict=True))


@pytest.mark.parametrize(
    ("text", "refused", "last"),
    [
        ("burger, no onions ranch on the side", "onions", "ranch dressing"),
        ("wrap no cheese extra lettuce", "cheese", "lettuce"),
        ("pizza no olives double ham", "olives", "ham"),
        ("salad no dressing croutons on top", "dressing", "croutons"),
        ("toast no butter just jam", "butter", "jam"),
        ("tea no sugar", "sugar", "black tea"),
        ("pasta no cheese sauce", "cheese sauce", "pasta"),
    ],
)
def test_a_refusal_ends_where_something_else_was_had(
    index: FoodIndex, text: str, refused: str, last: str
):
    meal = parse_with_index(index, text)
    assert meal.not_eaten == (refused,)
    assert last in (meal.items[-1].food_name or "").lower()


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a white monster", "energy drink, monster type, sugar-free"),
        ("a packet of Skittles", "fruit chews"),
        ("Tuc biscuits", "crackers, plain"),
        ("fage total 2%", "greek yoghurt, low-fat"),
        ("Haribo Starmix", "jelly sweets"),
        ("a can of Celsius", "energy drink, sugar-free"),
        ("Velveeta shells & cheese", "macaroni cheese from a packet"),
        ("a slice of Cathedral City", "cheddar cheese"),
        ("a fulfil bar", "protein bar"),
        ("a bottle of Kopparberg", "cider"),
    ],
)
def test_a_brand_of_a_plain_kind_is_that_food(index: FoodIndex, text: str, food: str):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food
    assert item.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "a Curly Wurly",
        "a tin of Quality Street",
        "All-Bran",
        "a Relentless",
        "a Solero",
        "a Kinder Surprise",
        "whoppers, a box of whoppers",
        "a j2o",
        "pick n mix",
    ],
)
def test_a_brand_that_is_only_like_a_food_is_asked_about(index: FoodIndex, text: str):
    items = read(index, text)
    assert items[-1].food_id is not None
    assert not items[-1].is_sure


@given(st.text(alphabet="abcdefhiklmnorstu, .'-", max_size=120))
def test_every_place_of_the_text_stays(text: str):
    said = text + " no ham extra egg, milk in my tea"
    assert len(homely_told(refusals_ended(said))) == len(said)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("coffee with oatmilk and honey", [244, 31, 20]),
        ("40g porridge", [40]),
        ("granola with almondmilk", [55, 122]),
        ("hazelnut latte - tall", [355]),
    ],
)
def test_what_diaries_weigh_is_weighed_so(
    index: FoodIndex, text: str, grams: list[float]
):
    found = [item.grams for item in read(index, text)]
    assert found == pytest.approx(grams, abs=2)


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("egg avocado", ["egg", "avocado"]),
        ("provolone in rye bread", ["provolone", "rye bread"]),
        ("50 g oatmeal", ["oats, dry"]),
        ("220 g oatmeal", ["porridge"]),
        ("a latte with oatmilk", ["latte with plant milk"]),
        ("a biscuit from Popeyes", ["american biscuit"]),
    ],
)
def test_foods_of_american_diaries(index: FoodIndex, text: str, foods: list[str]):
    found = names(index, text)
    assert len(found) == len(foods)
    assert all(food in name for food, name in zip(foods, found, strict=True))


@pytest.mark.parametrize("text", ["superfood salad", "French dressing", "egg avocado"])
def test_what_may_be_another_food_is_asked_about(index: FoodIndex, text: str):
    assert not any(item.is_sure for item in read(index, text))


@pytest.mark.parametrize(
    ("text", "foods", "grams"),
    [
        ("a burger and a pint", ["hamburger", "beer"], [150, 576]),
        ("a pie with a pint", ["pie", "beer"], [150, 576]),
        ("milk, a pint", ["whole milk"], [586]),
        ("rum with ice", ["rum"], [42]),
        ("tea with milk and sugar", ["tea", "milk", "sugar"], [244, 31, 4]),
        ("coffee with ice cream", ["coffee", "ice cream"], [244, 135]),
        ("cornflakes, skimmed milk, pear", ["corn", "skimmed", "pear"], [30, 122, 178]),
        ("a cereal bar, milk", ["cereal bar", "whole milk"], [43, 258]),
        ("4 roasties", ["roast potatoes"], [200]),
        ("2 custard creams dunked in tea", ["cream", "tea"], [24, 244]),
        ("smashed avo on rye", ["avocado", "rye"], [75, 32]),
    ],
)
def test_what_is_had_together_is_weighed_as_it_is_had(
    index: FoodIndex, text: str, foods: list[str], grams: list[float]
):
    items = read(index, text)
    found = names(index, text)
    assert len(found) == len(foods)
    assert all(food in name for food, name in zip(foods, found, strict=True))
    assert [item.grams for item in items] == pytest.approx(grams, abs=12)
