"""Leaves are raw in a salad, a smoothie or by the handful, and cooked alone."""

from __future__ import annotations

import pytest

from journal.services.foodindex import FoodIndex
from tests.meals import names


@pytest.mark.parametrize(
    "text",
    [
        "salad: spinach, cucumber, feta",
        "spinach smoothie bowl with a handful of spinach",
        "a handful of spinach and two tomatoes",
        "smoothie (spinach, pear, ginger)",
        "pear, spinach and a scoop of whey in a shake",
    ],
)
def test_leaves_are_raw_in_a_salad_or_a_smoothie_and_by_the_handful(
    index: FoodIndex, text: str
):
    assert "Spinach, raw" in names(index, text)
    assert "Spinach, cooked" not in names(index, text)


@pytest.mark.parametrize(
    "text",
    ["lamb chop, spinach", "200 g spinach", "spinach with a side salad", "kale, rice"],
)
def test_leaves_told_alone_are_cooked(index: FoodIndex, text: str):
    assert not any("raw" in name.split(", ") for name in names(index, text))


def test_how_the_leaves_were_made_is_kept(index: FoodIndex):
    eaten = names(index, "smoothie and sauteed spinach")
    assert eaten[-1] == "Spinach, cooked with oil"


@pytest.mark.parametrize(
    "text",
    [
        "a shake made from kale, pear and oat milk",
        "had a shake made with kale, pear and oat milk",
        "smoothie (kale, pear, oat milk)",
    ],
)
def test_what_is_blended_counts_once(index: FoodIndex, text: str):
    assert names(index, text) == ["Kale, raw", "Pear", "Oat milk"]


def test_a_smoothie_made_from_a_list_is_one_food(index: FoodIndex):
    (name,) = names(index, "a smoothie made from kale, pear and oat milk")
    assert "moothie" in name


def test_carrots_beside_other_hot_vegetables_are_boiled(index: FoodIndex):
    assert names(index, "roast lamb, carrots, cabbage")[1] == (
        "Carrots, boiled or steamed"
    )
    assert names(index, "carrots with hummus")[0] == "Carrot, raw"
