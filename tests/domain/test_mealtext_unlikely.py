"""Amounts nobody eats are asked about; a dish of two fillings is one dish."""

from __future__ import annotations

import pytest

from journal.domain.foodmatch import SURE
from journal.services.foodindex import FoodIndex
from tests.meals import read


@pytest.mark.parametrize("text", ["9 peas", "14 macaroni", "10 tortellini"])
def test_small_things_are_not_counted_by_the_plate(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.confidence < SURE
    assert item.grams is not None
    assert item.grams < 300


@pytest.mark.parametrize("text", ["3 curries", "3 beers", "6 eggs", "12 almonds"])
def test_what_may_be_counted_stays_counted(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.confidence >= SURE
    assert item.quantity > 1


def test_a_cup_told_after_a_sauce_is_not_surely_of_the_sauce(index: FoodIndex):
    sauce = read(index, "roast duck, oyster sauce, a cup")[-1]
    assert sauce.confidence < SURE


def test_a_spoon_of_a_sauce_is_sure(index: FoodIndex):
    (sauce,) = read(index, "ketchup, 2 tbsp")
    assert sauce.confidence >= SURE


@pytest.mark.parametrize(
    "text", ["a pork and cheese taco", "2 turkey and cheese enchiladas"]
)
def test_a_dish_of_two_fillings_is_one_dish_to_be_asked_about(
    index: FoodIndex, text: str
):
    (item,) = read(index, text)
    assert item.confidence < SURE


def test_two_things_with_their_own_articles_stay_two(index: FoodIndex):
    assert len(read(index, "a tomato and a cheese taco")) == 2


def test_eggs_in_the_plural_stay_beside_a_dish(index: FoodIndex):
    first, _ = read(index, "2 eggs and bean taco")
    assert first.quantity == 2


def test_leaves_are_weighed_by_the_leaf(index: FoodIndex):
    (item,) = read(index, "6 spinach leaves")
    assert item.grams == pytest.approx(60)


def test_a_drink_that_is_named_like_a_refusal_was_drunk(index: FoodIndex):
    (_, drink) = read(index, "crackers and a no fear energy drink")
    assert drink.food_name == "Energy drink"


def test_fear_is_no_drink_elsewhere(index: FoodIndex):
    (item,) = read(index, "ate two plums, no fear")
    assert item.food_name == "Plum"


@pytest.mark.parametrize(
    ("text", "fruits"), [("5 plum halves", 2.5), ("3 nectarine halves", 1.5)]
)
def test_so_many_halves_are_half_as_many(index: FoodIndex, text: str, fruits: float):
    (item,) = read(index, text)
    assert item.quantity == pytest.approx(fruits)


def test_what_is_stirred_into_a_kind_of_tea_leaves_the_tea(index: FoodIndex):
    honey, tea = read(index, "2 tsp honey in herbal tea")
    assert (honey.food_name, honey.quantity) == ("Honey", 2)
    assert tea.food_name is not None
    assert "tea" in tea.food_name.lower()


def test_a_bowl_told_of_a_dish_in_sauce_is_asked_about(index: FoodIndex):
    items = read(index, "goat in tomato sauce, a bowl")
    assert all(item.confidence < SURE for item in items)


@pytest.mark.parametrize("text", ["fish taco, no shell", "lamb kebab without bread"])
def test_a_dish_without_what_holds_it_is_asked_about(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.confidence < SURE


def test_soup_without_bread_is_sure(index: FoodIndex):
    (item,) = read(index, "tomato soup, no bread")
    assert item.confidence >= SURE


def test_a_hot_dog_without_its_bun_is_the_sausage(index: FoodIndex):
    (item,) = read(index, "2 hot dogs, no bun")
    assert item.food_name == "Frankfurter"


@pytest.mark.parametrize(
    "text", ["pasta with mussels, a bowl", "sweetcorn with salt and butter, one cup"]
)
def test_a_bowl_told_after_what_was_with_a_dish_is_asked_about(
    index: FoodIndex, text: str
):
    assert read(index, text)[-1].confidence < SURE


def test_an_amount_of_its_own_stays_sure(index: FoodIndex):
    pasta, prawns = read(index, "a cup of pasta with prawns, half a cup")
    assert pasta.confidence >= SURE
    assert prawns.confidence >= SURE


def test_thawed_tells_nothing_of_which_food_it_is(index: FoodIndex):
    (item,) = read(index, "a cup of frozen raspberries thawed")
    assert item.food_name is not None
    assert "raspberr" in item.food_name.lower()


@pytest.mark.parametrize("text", ["burrito with rice", "a burrito with beans and rice"])
def test_a_burrito_of_a_meat_or_cheese_that_nobody_told_is_asked_about(
    index: FoodIndex, text: str
):
    (item,) = read(index, text)
    assert "burrito" in (item.food_name or "").lower()
    assert not item.is_sure


@pytest.mark.parametrize("text", ["a burrito", "chicken burrito", "cheese quesadilla"])
def test_a_burrito_told_by_its_own_name_is_sure(index: FoodIndex, text: str):
    (item,) = read(index, text)
    assert item.is_sure


@pytest.mark.parametrize(
    "text", ["a cereal bar featuring oat cereal", "a bowl of muesli featuring apricots"]
)
def test_what_is_told_as_in_a_food_is_asked_about(index: FoodIndex, text: str):
    items = read(index, text)
    assert items[0].is_sure
    assert not any(item.is_sure for item in items[1:])


def test_what_a_meal_consisted_of_stays_sure(index: FoodIndex):
    items = read(index, "a breakfast consisting of eggs and toast")
    assert [item.is_sure for item in items] == [True, True]


def test_skin_told_before_the_chicken_is_its_kind(index: FoodIndex):
    (item,) = read(index, "90 g of skin-on roast chicken thigh")
    assert item.food_id == "chicken-thigh-roasted-with-skin"
    assert item.grams == 90
