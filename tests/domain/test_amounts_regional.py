"""Pints, cans and shots of the country that a person lives in."""

from __future__ import annotations

import pytest

from journal.domain.amounts import Portion
from journal.domain.amounts_regional import is_uncertain, regional
from journal.domain.foodmatch import FoodHit
from journal.domain.mealtext import ParsedItem, parse_meal
from journal.domain.targets import Region

BEER = [
    Portion("1 can (330 ml)", 330.0),
    Portion("1 can (355 ml)", 355.0),
    Portion("1 pint (568 ml)", 568.0),
    Portion("1 pint (473 ml)", 473.0),
]
MILK = [Portion("1 glass (250 ml)", 250.0)]


def read(text: str, portions: list[Portion], region: Region | None) -> ParsedItem:
    def find(words: str) -> list[FoodHit]:
        return [FoodHit("x", words, "curated", 0.99, words)]

    meal = parse_meal(text, find=find, portions=lambda _: portions, region=region)
    (item,) = meal.items
    return item


@pytest.mark.parametrize(("region", "grams"), [("US", 473), ("UK", 568)])
@pytest.mark.parametrize("portions", [BEER, MILK])
def test_a_pint_is_that_of_the_person(
    portions: list[Portion], region: Region, grams: float
):
    item = read("a pint of ale", portions, region)
    assert item.grams == pytest.approx(grams, abs=1)
    assert item.grams_source in {"portion", "stated"}


@pytest.mark.parametrize(("region", "grams"), [("US", 355), ("UK", 330), ("EU", 330)])
def test_a_can_is_that_of_the_person(region: Region, grams: float):
    assert read("a can of ale", BEER, region).grams == grams
    assert read("ale", BEER, region).grams == grams


@pytest.mark.parametrize("text", ["a pint of ale", "half a pint of ale"])
def test_a_pint_is_assumed_where_nobody_knows_whose_it_is(text: str):
    assert read(text, BEER, None).grams_source == "assumed"
    assert read(text, BEER, "EU").grams_source == "assumed"


def test_what_was_weighed_is_not_doubted():
    assert read("a pint of ale (500 g)", BEER, None).grams_source == "stated"
    assert read("30 g biscuit", [Portion("1 biscuit", 9.0)], None).grams == 30


def test_a_biscuit_is_sure_where_it_is_a_biscuit():
    one = [Portion("1 biscuit", 9.0)]
    sources = [
        read("2 biscuits", one, each).grams_source for each in ("UK", "US", None)
    ]
    assert sources == ["portion", "assumed", "assumed"]


def test_a_slice_of_cake_is_of_any_size():
    assert is_uncertain("slice", ["chocolate", "cake"], "UK")
    assert not is_uncertain("slice", ["toast"], "UK")


def test_other_portions_keep_their_order():
    assert list(regional(MILK, "US")) == MILK
    assert [one.label for one in regional(BEER, "US")] == [
        "1 can (355 ml)",
        "1 can (330 ml)",
        "1 pint (473 ml)",
        "1 pint (568 ml)",
    ]
