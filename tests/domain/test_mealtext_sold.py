"""How a food was sold or kept, what tops it, and products by their makers' names."""

from __future__ import annotations

import pytest

from journal.domain.mealtext import ParsedItem
from journal.services.foodindex import FoodIndex, parse_with_index


def read(index: FoodIndex, text: str) -> list[ParsedItem]:
    return list(parse_with_index(index, text).items)


@pytest.mark.parametrize(
    ("text", "name", "grams"),
    [
        ("a toasted slice of bread", "White toast", 25),
        ("two waffles straight from the freezer", "Toaster waffle", 80),
        ("a scoop of protein", "Whey protein powder", 30),
        ("2 scoops of added protein", "Whey protein powder", 60),
        ("30 g of Cheez-Its", "Cheese crackers", 30),
        ("a bottle of PediaSure", "Toddler formula", 248),
        ("a can of Vienna sausages", "Vienna sausages, tinned", 113),
        ("a small gluten-free cookie", "Gluten-free biscuit", 20),
        ("a Zone Perfect bar", "Meal replacement bar", 56),
        ("a cup of soft pretzel nuggets", "Soft pretzel", 147),
        ("200 g fast food grilled chicken wrap", "Grilled chicken wrap", 200),
        ("a personal size pizza with cheese", "Cheese and tomato pizza", 175),
        ("a filling bowl of chicken soup", "Chicken soup", None),
        ("a large, plain bagel", "Bagel", None),
        ("150 g grape juice with plenty of vitamin C", "Grape juice", 150),
        ("fat-free, sugar-free pudding", "Vanilla pudding, sugar-free", None),
        ("a delicate biscuit", "Butter biscuit", None),
        ("a bacon sandwich on a biscuit", "Bacon sandwich, American biscuit", None),
        ("a pizza pocket filled with ham and cheese", "Pizza pocket", None),
        ("3 cupcakes with sponge cake and icing", "Iced vanilla cake", 180),
        ("2 pancakes from frozen", "Pancake, frozen", 80),
        ("hot cocoa made from a sachet of diet mix", "Hot chocolate, low sugar", None),
        ("hot cocoa made with a sachet of mix", "Hot chocolate made with water", None),
        ("a glass of rum and cola", "Rum and cola", 225),
        ("PediaSure toddler formula, a bottle", "Toddler formula", 248),
        ("9 oz frozen dinner with turkey, peas and mash", "Turkey dinner", None),
        ("an 8 oz frozen meal of chicken with rice and peas", "Chicken ready", 227),
    ],
)
def test_how_a_food_was_sold_makes_no_second_food_and_no_other(
    index: FoodIndex, text: str, name: str, grams: float | None
) -> None:
    (item,) = read(index, text)
    assert (item.food_name or "?").startswith(name)
    assert grams is None or item.grams == pytest.approx(grams, abs=0.5)


def test_what_has_no_sugar_added_may_be_told_before_or_after(index: FoodIndex) -> None:
    (sauce,) = read(index, "a bowl of no sugar added applesauce")
    assert sauce.food_name == "Apple sauce, unsweetened"
    wrap, juice = read(index, "a tuna wrap, no sugar added orange juice")
    assert "wrap" in (wrap.food_name or "").lower()
    assert "juice" in (juice.food_name or "").lower()


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("vanilla ice cream topped with coconut", 15),
        ("a biscuit covered with chocolate and walnuts", 25),
        ("pancakes topped with blueberries", 45),
        ("a frankfurter in a bun with a chili topping", 80),
        ("frozen yogurt with a topping of walnuts", 20),
        ("a biscuit and a packet of jelly", 16),
        ("a frankfurter in a bun topped with chili", 80),
    ],
)
def test_what_tops_a_food_is_little_of_it_and_assumed(
    index: FoodIndex, text: str, most: float
) -> None:
    topping = read(index, text)[-1]
    assert 0 < (topping.grams or 0) <= most
    assert topping.grams_source == "assumed"


def test_a_topping_told_with_its_amount_keeps_it(index: FoodIndex) -> None:
    assert read(index, "ice cream topped with 60 g of chocolate")[-1].grams == 60


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("cherries dipped in chocolate - 6", 6),
        ("grapes with peanut butter, 9", 9),
        ("crackers with cream cheese spread 5", 5),
    ],
)
def test_a_count_after_a_dip_is_of_what_was_dipped(
    index: FoodIndex, text: str, count: int
) -> None:
    dipped, dip = read(index, text)
    assert (dipped.quantity, dipped.grams_source) == (count, "assumed")
    assert (dip.quantity, dip.grams_source) == (1, "assumed")
    assert (dip.grams or 0) < 60
