"""What a food tastes of, and what is said of its size and vessel: no food beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_closing import closing_told
from journal.domain.mealtext_tastes import tastes_told
from journal.services.foodindex import FoodIndex
from tests.meals import lower_names as names
from tests.meals import read


@pytest.mark.parametrize(
    "text",
    [
        "a mug of green tea with a cinnamon flavour",
        "green tea with a faintly smoky taste",
        "green tea, ginger and lemon flavour",
        "I had green tea, enjoying the floral aroma and delicate flavour",
        "green tea with a hint of jasmine flavor",
        "green tea that had a grassy, bitter taste",
        "green tea with a touch of sweetness",
        "green tea bursting with fruity flavours",
        "green tea with an earthy aftertaste",
        "Green tea. Its flavour was a bit bland.",
    ],
)
def test_what_it_tasted_of_is_no_second_food(index: FoodIndex, text: str):
    assert names(index, text) == ["green tea"]
    assert read(index, text)[0].is_sure


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("crisps, cheese and onion flavour", "crisps, cheese and onion"),
        ("a bag of crisps in salt & vinegar flavour", "crisps, flavoured"),
        ("a pot of yoghurt in raspberry flavour", "fruit yoghurt, whole milk"),
        ("a yogurt with a peach taste", "fruit yoghurt, whole milk"),
        ("oatmeal, maple and brown sugar flavor", "instant porridge, maple or syrup"),
        ("a glass of milk with a chocolate flavour", "chocolate milk"),
        ("a soft drink, cola flavor", "cola"),
        ("crackers with a cheese flavour", "cheese crackers"),
        ("fizzy water with a lime flavour", "sparkling water, flavoured"),
    ],
)
def test_a_taste_a_food_is_sold_by_chooses_its_kind(
    index: FoodIndex, text: str, food: str
):
    assert names(index, text) == [food]


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("tea with a cinnamon bun", ["tea", "bun"]),
        ("toast with a banana and cherry flavour yoghurt", ["toast", "banana", "yog"]),
        ("I ate a peach, savouring its sweet taste", ["peach"]),
        ("soup with a strong garlic taste with bread", ["soup", "bread"]),
        ("pasta with a touch of cream", ["pasta", "cream"]),
        ("an apple with peanut butter for flavour", ["apple", "peanut butter"]),
        ("porridge with a nutty texture and an orange", ["porridge", "orange"]),
        (
            "cake with ice cream and a rich tea biscuit",
            ["cake", "ice cream", "biscuit"],
        ),
    ],
)
def test_no_food_is_lost_with_a_taste(index: FoodIndex, text: str, foods: list[str]):
    found = names(index, text)
    assert len(found) == len(foods)
    assert all(food in name for food, name in zip(foods, found, strict=True))


@given(st.text(alphabet="abcdefilnortvsuw, .and'-", max_size=120))
def test_every_place_of_the_text_stays(text: str):
    assert len(tastes_told(text + " with a mint flavour")) == len(text) + 20


@pytest.mark.parametrize(
    ("text", "food", "grams"),
    [
        ("a mug that holds 350 ml of coffee", "coffee, black", 355),
        ("tea in a mug that holds 10 oz", "black tea", 300),
        ("coffee, it fills a mug", "coffee, black", 304),
        ("orange juice that filled a small glass", "orange juice", 157),
        ("a can of cola, just the right size at 330 ml", "cola", 346),
        ("a muffin, coming in at 120 grams", "fruit muffin", 120),
        ("a glass of milk, filled halfway", "whole milk", 129),
        ("a cup of coffee that was full", "coffee, black", 244),
        ("a bottle of water, filled to the brim", "bottled water", 254),
    ],
)
def test_what_a_vessel_holds_is_the_amount(
    index: FoodIndex, text: str, food: str, grams: float
):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food
    assert item.grams == pytest.approx(grams, abs=2)


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("turkey breast, thick cut", "turkey breast, roasted without skin"),
        ("back bacon, dry-cured", "back bacon"),
        ("an apple about the size of a tennis ball", "apple"),
        ("a portion of tofu set with nigari", "tofu"),
        ("infant formula, ready-to-feed", "infant formula"),
        ("soya milk enriched with calcium and vitamin D", "soya milk"),
        ("apple juice, vitamin C added", "apple juice"),
        ("orange juice, calcium fortified", "orange juice with added calcium"),
        ("coffee, pre-sweetened with sugar", "coffee with sugar"),
        ("lemonade sweetened with sugar", "lemonade, still"),
        ("iced tea sweetened with stevia", "iced tea, bottled, sugar-free"),
        ("boiled potatoes with skin", "potatoes, boiled, with skin"),
        ("green beans, no salt added", "green beans, boiled"),
        ("chicken nuggets, oven baked from frozen", "chicken nuggets"),
        ("chicken with the skin", "roast chicken with skin"),
    ],
)
def test_how_it_was_cut_kept_or_fortified_is_no_second_food(
    index: FoodIndex, text: str, food: str
):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food
    assert item.is_sure


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("tea with milk, a cup that was full", ["black tea", "whole milk"]),
        ("pancakes filled with cream", ["pancake", "cream"]),
        ("soup with thick cut bread", ["soup", "bread"]),
        ("coffee that made my day and a bun", ["coffee", "bun"]),
        ("a sandwich and cheese, sweetened yoghurt", ["sandwich", "cheese", "yog"]),
    ],
)
def test_no_food_is_lost_with_a_closing_remark(
    index: FoodIndex, text: str, foods: list[str]
):
    found = names(index, text)
    assert len(found) == len(foods)
    assert all(food in name for food, name in zip(foods, found, strict=True))


@given(st.text(alphabet="abcdefhilmnorstuw, .'-", max_size=120))
def test_every_place_stays_with_closing_remarks(text: str):
    said = text + " that fills a mug, cut thick"
    assert len(closing_told(said)) == len(said)
