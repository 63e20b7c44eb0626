"""Names with a number, a size, a link or a flavour in them are one food each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.brands import is_pizzeria, without_brands
from journal.domain.mealtext_clean import lowered
from journal.domain.mealtext_names import plain_names
from journal.domain.mealtext_respelt import respelt
from journal.services.foodindex import FoodIndex
from tests.meals import names, read


@pytest.mark.parametrize(
    ("text", "food", "grams"),
    [
        ("two quarter pounders with cheese", "Quarter Pounder with cheese", 400),
        ("a 1/4 pounder", "Quarter Pounder", 175),
        ("double quarter pounder with cheese", "Double cheeseburger, large", 270),
        ("3 three musketeers", "Chocolate nougat bar", 150),
        ("five bean chilli", "Vegetarian chilli", 300),
        ("2 slices of four cheese pizza", "Cheese and tomato pizza", 214),
        ("three cheese tortellini", "Cheese tortellini", 280),
        ("seven layer dip", "Seven-layer dip", None),
        ("two double cheeseburgers", "Double cheeseburger", 310),
        ("2 double stuf oreos", "Chocolate sandwich biscuit, extra filling", 30),
        ("cap'n crunch", "Sweet corn and oat crunch", None),
        ("sweet 'n low", "Sweetener", None),
        ("mike & ike", "Jelly sweets", None),
        ("little debbie swiss roll", "Swiss roll", None),
        ("hot & spicy wings", "Buffalo wings", None),
    ],
)
def test_a_number_or_a_link_in_a_name_makes_no_second_food(
    index: FoodIndex, text: str, food: str, grams: float | None
):
    (item,) = read(index, text)
    assert (item.food_name or "").startswith(food)
    assert grams is None or item.grams == pytest.approx(grams, rel=0.03)


@pytest.mark.parametrize(
    ("text", "count"),
    [("3 bean burritos", 3), ("4 cheese crackers", 4), ("2 cheese pizzas", 2)],
)
def test_a_number_of_things_with_a_filling_counts_them(
    index: FoodIndex, text: str, count: int
):
    assert read(index, text)[0].quantity == count


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("Hot Pockets ham & cheese", "Ham and cheese pocket pastry"),
        ("philly steak and cheese hot pocket", "Beef pocket pastry"),
        ("2 hot pockets pepperoni", "Pizza pocket"),
        ("Clif bar white chocolate macadamia", "Energy bar with oats"),
        ("Nature Valley oats 'n honey", "Crunchy oat bar"),
        ("frosted strawberry pop tart", "Toaster pastry"),
        ("lunchables turkey & cheddar", "?"),
        ("Arby's beef & cheddar", "Roast beef and cheese sandwich"),
        ("Warburtons toastie", "White bread"),
        ("McCoy's salt & vinegar", "Crisps, flavoured"),
        ("Hula Hoops smoky bacon", "Crisps, flavoured"),
        ("Milk 'n Cereal bar", "Cereal bar"),
        ("Whataburger with cheese", "Cheeseburger, large, fast food"),
        ("hint of salt wheat thins", "Wheat crackers, less salt"),
        ("after eights", "Chocolate with cream filling"),
        ("sausage, egg and cheese croissant", "Egg and sausage croissant"),
        ("rum and raisin ice cream", "Ice cream"),
        ("date and walnut cake", "Plain cake"),
        ("maple & brown sugar oatmeal", "Instant porridge, maple or syrup"),
        ("strawberry and banana smoothie", "Fruit smoothie with milk or yoghurt"),
        ("2 pork and leek sausages", "Pork sausage"),
        ("salt and pepper squid", "Squid, cooked"),
        ("lemon and ginger cake", "Gingerbread cake"),
    ],
)
def test_a_product_and_its_flavours_are_one_food(
    index: FoodIndex, text: str, food: str
):
    assert names(index, text) == [food]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("hot pocket and cheese", 2),
        ("cheese and a hot pocket", 2),
        ("hot pocket, cheese stick", 2),
        ("clif bar and banana", 2),
        ("clif bar, coffee", 2),
        ("pringles and salsa", 2),
        ("doritos and cheese", 2),
        ("quavers, cheese sandwich", 2),
        ("milk and cereal bar", 2),
        ("coffee with half-and-half", 2),
        ("lunchables, apple", 2),
        ("coffee, cream and chocolate muffin", 3),
        ("apple and blueberry muffin", 2),
        ("1 apple and cinnamon bagel", 2),
        ("apple and orange juice", 2),
        ("banana, apple and mango juice", 3),
        ("yogurt with honey and almond granola", 3),
        ("bread and butter", 2),
        ("salt and pepper, chicken", 3),
        ("a quarter pounder, small fries", 2),
        ("a large coke and 2 slices of toast", 2),
        ("1 slice Hovis, cheese", 2),
        ("1 McDonald's, fries", 2),
        ("tuna and cheese and a footlong ham sub", 3),
    ],
)
def test_foods_beside_a_product_or_a_flavour_are_kept(
    index: FoodIndex, text: str, count: int
):
    assert len(read(index, text)) == count


def test_what_has_only_one_of_its_flavours_in_the_table_is_asked_about(
    index: FoodIndex,
):
    for text in ("rum and raisin ice cream", "date and walnut cake"):
        assert not read(index, text)[0].is_sure
    assert read(index, "raisin and cinnamon bagel")[0].is_sure


@pytest.mark.parametrize(
    ("text", "grams", "source"),
    [
        ("small fries", 80, "portion"),
        ("large fries", 150, "portion"),
        ("regular fries", 150, "portion"),
        ("kids fries", 80, "portion"),
        ("small sweet potato fries", 90, "assumed"),
        ("footlong turkey sub", 460, "assumed"),
        ("12 inch ham sub", 440, "assumed"),
        ('6" ham sub', 220, "assumed"),
        ("12 inch margherita", 752, "assumed"),
        ("footlong meatball", 520, "assumed"),
        ("a whole medium pizza", 691, "portion"),
        ("a large pizza, ate 2 slices of it", 238, "portion"),
        ("dominos 2 slices pepperoni", 222, "portion"),
        ("tall latte", 355, "portion"),
        ("6 inches of string cheese", None, None),
    ],
)
def test_sizes_of_what_is_ordered_are_its_own(
    index: FoodIndex, text: str, grams: float | None, source: str | None
):
    item = read(index, text)[0]
    assert grams is None or item.grams == pytest.approx(grams, rel=0.03)
    assert source is None or item.grams_source == source


def test_a_mini_one_weighed_as_a_small_one_is_a_guess(index: FoodIndex):
    assert read(index, "mini pizza")[0].grams_source == "assumed"


@pytest.mark.parametrize("text", ["Big Mac meal", "2 whopper meals", "zinger combo"])
def test_a_meal_sold_with_more_is_asked_about(index: FoodIndex, text: str):
    assert not read(index, text)[0].is_sure


def test_a_ready_meal_is_a_meal_of_its_own(index: FoodIndex):
    assert read(index, "a microwave meal")[0].is_sure


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("deli meat", "Luncheon meat"),
        ("3 slices cold cuts", "Luncheon meat"),
        ("lean mince", "Minced beef, 10% fat, cooked"),
        ("crunchy nuts", "Mixed nuts, salted"),
        ("a bowl of crunchy nut", "Frosted cornflakes"),
        ("robinsons squash", "Squash, diluted"),
        ("light and fit greek yogurt", "Greek yoghurt with fruit, fat-free"),
    ],
)
def test_broad_words_and_words_that_are_brands_are_what_people_mean(
    index: FoodIndex, text: str, food: str
):
    assert names(index, text) == [food]


@pytest.mark.parametrize("text", ["0% fat", "sauce", "shellfish", "oily fish"])
def test_words_that_may_be_many_foods_are_never_sure(index: FoodIndex, text: str):
    assert not any(item.is_sure for item in read(index, text))


def test_a_pizzeria_sells_pizza_and_a_baker_bread():
    assert is_pizzeria(["domino's"])
    assert not is_pizzeria(["subway"])
    assert without_brands(["hovis"]) == ["bread"]
    assert without_brands(["hovis", "rolls"]) == ["rolls"]
    assert without_brands(["pizza", "hut", "pepperoni"]) == ["pepperoni", "pizza"]


@given(
    st.lists(
        st.sampled_from(
            """
            quarter pounder 1/4 qtr 3 three musketeers 100 grand heinz 57 sauce sweet
            hot and & 'n' n spicy salty low mike ike a w burger chick fil chick-fil-a
            foot long four cheese pizza 7 layer dip 1000 island crunchy nuts bowl of
            cap'n crunch honey bunches oats little debbie two good yogurt 12" 6 inch
            sub kids fries tall latte trenta , .
            """.split()  # noqa: SIM905
        ),
        max_size=9,
    ).map(" ".join)
)
def test_names_keep_the_length_of_a_text(text: str):
    low = lowered(text)
    assert len(low) == len(text)
    assert len(respelt(plain_names(low))) == len(text)
