"""Dishes of many kitchens by the names they have at home: no sure other food."""

from __future__ import annotations

import pytest

from journal.services.foodindex import FoodIndex
from tests.meals import read


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("ringan nu shaak, 1 katori", "vegetable curry"),
        ("bhindi sabji", "okra, fried"),
        ("a bowl of dal dhokli", "lentil soup"),
        ("two bajra rotla", "chapati or roti"),
        ("Käsespätzle", "macaroni cheese"),
        ("a Currywurst", "frankfurter"),
        ("zwei Frikadellen", "beef burger patty"),
        ("3 potato dumplings", "potato gnocchi"),
        ("twaróg", "farmer's cheese"),
        ("a bowl of rosół", "chicken noodle soup"),
        ("2 naleśniki", "crêpe"),
        ("hard dough bread, 2 slices", "white bread"),
        ("macaroni pie", "macaroni cheese"),
        ("sinangag", "white rice, cooked with oil"),
        ("a siopao", "bao bun with meat"),
        ("halo-halo", "ice cream sundae with fruit"),
        ("chicken yassa", "chicken stew"),
        ("karnıyarık", "moussaka"),
        ("kuku sabzi", "spinach omelette"),
        ("tamagoyaki", "omelette, plain"),
        ("kimchi jjigae", "hot and sour soup"),
        ("rau muong", "spinach, cooked with oil"),
        ("moo ping", "pork fillet"),
        ("tater tot hotdish", "shepherd's pie"),
        ("2 Celebrations", "chocolate with cream filling"),
        ("three Quality Street", "chocolate with cream filling"),
        ("4 Roses", "chocolate with cream filling"),
    ],
)
def test_a_dish_of_home_is_asked_about_as_one_like_it(
    index: FoodIndex, text: str, food: str
):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food
    assert not item.is_sure


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("a glass of rose", "rosé wine"),
        ("Apfelstrudel", "apple strudel"),
        ("potato salad with vinegar", "potato salad with vinaigrette"),
        ("frijoles refritos", "refried beans"),
    ],
)
def test_a_food_by_its_name_in_another_tongue_is_sure(
    index: FoodIndex, text: str, food: str
):
    (item,) = read(index, text)
    assert (item.food_name or "").lower() == food
    assert item.is_sure
