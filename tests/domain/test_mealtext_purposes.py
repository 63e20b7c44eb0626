"""What was done with a food, and what it was good for, is no food beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mealtext_purposes import without_purposes
from journal.services.foodindex import FoodIndex, parse_with_index


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("60 g of coconut cream for extra richness", ["Coconut cream"]),
        ("a bowl of muesli, packed with whole grains and fibre", ["Muesli"]),
        ("two carrots that I peeled and boiled", ["Carrots, boiled or steamed"]),
        ("90 g raw duck that I marinated and roasted", ["Duck meat, raw"]),
        ("a cup of seasoned, boiled kale", ["Kale, boiled or steamed"]),
        (
            "a salad with lime juice for freshness and 15 g of feta",
            ["Mixed salad without dressing", "Lime juice", "Feta cheese"],
        ),
        ("crisps, enjoying their crunchy exterior", ["Crisps, ready salted"]),
        ("60 g of millet flour cooked into a thin porridge", ["Millet flour"]),
        ("90 g of rice flour, made into pancakes", ["Rice flour"]),
        ("3 fl oz of infant formula", ["Infant formula"]),
    ],
)
def test_what_it_was_good_for_is_no_food(index: FoodIndex, text: str, foods: list[str]):
    assert [one.food_name for one in parse_with_index(index, text).items] == foods


@given(
    st.lists(
        st.sampled_from(
            """
            rice for extra richness , packed with whole grains fibre and protein that i
            seasoned roasted to bring out its flavor . boiled, drained greens raw which
            we peeled a touch of colour boiled soaked in water porridge cooked dry
            """.split()  # noqa: SIM905
        ),
        max_size=30,
    ).map(" ".join)
)
def test_every_place_around_a_purpose_is_kept(text: str):
    assert len(without_purposes(text)) == len(text)
