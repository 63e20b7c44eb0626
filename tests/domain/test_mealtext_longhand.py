"""What a story says at length: how much each was, of which day, what is in a bar."""

from __future__ import annotations

import pytest

from journal.domain.foodmatch import SURE
from journal.services.foodindex import FoodIndex
from tests.meals import names, read


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("five meatballs, each about 20 g", 100),
        ("3 fish fingers, each weighing 25 grams", 75),
        ("two cubic inches of ham", 34),
        ("three tacos filled with chicken, 80 g each", 240),
        ("a soft pretzel stick", 21),
        ("a standard can of tuna", None),
    ],
)
def test_so_much_each_is_as_often_as_there_were(
    index: FoodIndex, text: str, grams: float | None
):
    (item,) = read(index, text)
    if grams is None:
        assert "tinned" in (item.food_name or "")
    else:
        assert item.grams == pytest.approx(grams, rel=0.01)


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("I opened a tin and had a bowl of lentil soup", "Lentil soup"),
        ("For Thanksgiving, I had a slice of apple pie", "Apple pie"),
        ("For quiz night, I ate a samosa", "Samosa"),
        ("a pot of fruit-flavored yogurt", "Fruit yoghurt"),
        ("a fried chicken wing, coated, skin and coating eaten", "Chicken wings, batt"),
        ("a pig in a blanket, enjoying the warm sausage baked in pastry", "Pigs in"),
        ("a Capri Sun pouch of fruit drink", "Fruit drink"),
        ("a potato salad prepared with a creamy dressing", "Potato salad"),
        ("an éclair filled with vanilla custard", "Profiteroles"),
        ("a doughnut stuffed with raspberry jam", "Doughnut, jam"),
        ("For a drink, I had a latte", "Latte"),
        ("Off the grill, I had a corn cob", "Corn on the cob"),
        (
            "prawns and vegetables, including peppers and peas, without any sauce",
            "Prawns",
        ),
        ("For lunch at a fast food joint, I had a falafel", "Falafel"),
        ("a cup of green beans cooked with butter", "Green beans with butter"),
        ("large fries from a local fast food chain", "Chips, fast food"),
        ("a large rib of grilled pork ribs", "Pork ribs"),
        ("a frappuccino with oat milk and whipped cream", "Frozen"),
        ("a cereal bar with raisins and honey", "Cereal bar"),
        ("a granola bar with nuts, coated in chocolate", "Cereal bar with nuts, choc"),
        ("a chewy fibre one brownie bar", "High-fibre cereal bar"),
        ("a cheeseburger with two large patties on a wheat bun", "Cheeseburger"),
        ("two cheese manicotti with no sauce", "Cheese manicotti without sauce"),
    ],
)
def test_it_is_one_food(index: FoodIndex, text: str, food: str):
    (only,) = names(index, text)
    assert only.startswith(food)


def test_ten_of_a_thing_that_were_sprinkled_are_no_sprinkles(index: FoodIndex):
    assert names(index, "I sprinkled ten raisins on my porridge")[0] == "Raisins"


def test_a_name_with_what_was_refused_is_asked_about(index: FoodIndex):
    (pasta,) = read(index, "meat ravioli in tomato sauce without cheese")
    assert pasta.is_sure
    (other,) = read(index, "spinach manicotti without sauce")
    assert other.confidence < SURE or "sauce" not in (other.food_name or "")


def test_what_was_for_another_food_goes_with_it(index: FoodIndex):
    assert len(read(index, "I sliced a plum for my porridge")) == 2
    assert len(read(index, "a splash of milk for my tea")) == 2
    assert len(read(index, "a mug of tea, a bun and some milk for my tea")) == 3


def test_a_drink_beside_a_bar_stays(index: FoodIndex):
    assert len(read(index, "a cereal bar with milk")) == 2
