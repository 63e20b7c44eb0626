"""Remarks about the day, the body and the people are no food and change none."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.foodmatch import words_of
from journal.domain.mealtext import ParsedItem
from journal.domain.mealtext_around import without_around
from journal.domain.mealtext_body import without_body
from journal.domain.mealtext_remarked import without_run_remarks
from journal.domain.remark_words import ALSO_IN_NAMES, DESCRIBING, REMARKS
from journal.resources import reference_dir
from journal.services.foodindex import FoodIndex, parse_with_index

FOODS = ("toast", "two boiled eggs", "a cup of tea", "chicken curry")
AFTER = (
    "my calves were twitchy",
    "legs jumpy again",
    "pins and needles in both feet",
    "then cramps at 2am",
    "a touch of heartburn",
    "pain 4/10",
    "pain 5 out of 10",
    "blood sugar was 6.8",
    "BP 128/79",
    "weight 71 kg",
    "with my night tablets",
    "took paracetamol",
    "in front of the telly",
    "watching the rugby",
    "on my lap",
    "in a hurry",
    "for a change",
    "a little too salty",
    "slightly burnt",
    "past its best",
    "not sure how much",
    "didn't weigh it",
    "the posh ones",
    "left over from Tuesday",
    "late in the evening",
    "first thing",
    "at 3 in the morning",
    "a rest day",
    "then straight to bed",
    "and then a walk",
    "went for a stroll",
    "wish I hadn't",
    "couldn't face more",
    "exhausted",
    "rang the nurse",
    "snowing outside",
    "out with the girls",
)
BEFORE = (
    "felt poorly so just had",
    "my calves hurt so had",
    "my wife made",
    "some of my brother's",
    "broke my fast with",
    "pretty sure I had",
    "forced down",
    "at 7",
)


def read(index: FoodIndex, text: str) -> list[tuple[str | None, float | None, bool]]:
    items: tuple[ParsedItem, ...] = parse_with_index(index, text).items
    return [(one.food_id, one.grams, one.is_sure) for one in items]


@pytest.mark.parametrize("remark", AFTER)
@pytest.mark.parametrize("joined", ["{} {}", "{}, {}", "{}. {}"])
def test_a_remark_after_a_food_changes_nothing(
    index: FoodIndex, remark: str, joined: str
) -> None:
    for food in FOODS:
        assert read(index, joined.format(food, remark)) == read(index, food)


@pytest.mark.parametrize("remark", BEFORE)
def test_a_remark_before_a_food_changes_nothing(index: FoodIndex, remark: str) -> None:
    for food in ("toast", "chicken curry", "crisps"):
        assert read(index, f"{remark} {food}") == read(index, food)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2 chicken legs", 1),
        ("pain au chocolat", 1),
        ("tea, 2 sugars", 2),
        ("a rich tea biscuit and a cold beer", 2),
        ("soup, restless legs, then an apple", 2),
        ("toast, took my magnesium", 2),
        ("ribs and back bacon", 2),
    ],
)
def test_foods_named_like_remarks_stay(index: FoodIndex, text: str, count: int) -> None:
    assert len(read(index, text)) == count


@pytest.mark.parametrize(
    "text",
    ["{} nurse told me to", "{}, was in agony with my legs", "no time so just had {}"],
)
def test_a_remark_of_words_not_listed_leaves_the_food_sure(
    index: FoodIndex, text: str
) -> None:
    for food in ("toast", "tomato soup", "an apple"):
        assert read(index, text.format(food))[0] == read(index, food)[0]


def test_an_unknown_food_beside_words_of_talk_is_kept_as_text(
    index: FoodIndex,
) -> None:
    kept = parse_with_index(index, "toast, some zorblax that I like").items
    assert [item.food_id for item in kept] == ["white-toast", None]
    assert "zorblax" in kept[1].text


@pytest.mark.parametrize(
    ("text", "foods"),
    [
        ("my lunch box had a pear", ["pear"]),
        ("toast, nothing else just water", ["white-toast", "tap-water"]),
        ("nothing but an apple", ["apple"]),
        ("banana split with chopped nuts", ["banana-split"]),
        ("a mug of tea, no sugar added", ["black-tea"]),
    ],
)
def test_what_is_said_around_a_name_leaves_it(
    index: FoodIndex, text: str, foods: list[str]
) -> None:
    assert [one[0] for one in read(index, text)] == foods


def test_a_food_before_words_that_name_none_is_asked_about(
    index: FoodIndex,
) -> None:
    (item,) = parse_with_index(index, "porridge goldilocks bear style").items
    assert item.food_id == "porridge-made-with-water"
    assert not item.is_sure


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("I had zorblax and toast", "zorblax"),
        ("we made some zorblax with rice", "zorblax"),
        ("I had quandle on toast for lunch", "quandle"),
        ("ham, a small quandlefish because I was tired", "quandlefish"),
        ("my mum gave me leftover zorblax and toast", "zorblax"),
        ("toast, I also had some quandle", "quandle"),
        ("toast and burnt ends", "burnt ends"),
        ("cow heel with rice", "cow heel"),
        ("toast, glucose 10 g", "glucose 10 g"),
    ],
)
def test_what_may_be_an_unknown_food_is_never_left_out(
    index: FoodIndex, text: str, kept: str
) -> None:
    items = parse_with_index(index, text).items
    assert any(kept in item.text and item.food_id is None for item in items)


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("petit pain", "french-roll"),
        ("pain and butter", "french-roll"),
        ("cooked amaranth leaves", "amaranth-leaves-boiled"),
    ],
)
def test_a_name_with_words_of_remarks_is_read_whole(
    index: FoodIndex, text: str, food: str
) -> None:
    assert read(index, text)[0][0] == food


def test_how_a_food_was_leaves_its_amount(index: FoodIndex) -> None:
    large = read(index, "a large sandwich")[0][1]
    assert read(index, "a large soggy sandwich")[0][1] == large


def test_a_food_eaten_after_one_with_toppings_is_no_topping(index: FoodIndex) -> None:
    alone = read(index, "whopper with cheese")[0][1]
    assert read(index, "hot dog then whopper with cheese")[1][1] == alone


def test_a_supplement_told_beside_food_is_kept_as_text(index: FoodIndex) -> None:
    _, (food_id, grams, _) = read(index, "porridge, took my magnesium")
    assert food_id is None
    assert grams is None


def test_words_of_remarks_are_in_no_name_of_a_food() -> None:
    named: set[str] = set()
    for file, column in (("foods.csv", "name"), ("synonyms.csv", "phrase")):
        with (reference_dir() / file).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                named |= set(words_of(row[column]))
    assert named
    assert not named & REMARKS


def test_words_of_remarks_that_names_have_too_are_apart() -> None:
    assert not ALSO_IN_NAMES & REMARKS
    assert DESCRIBING <= REMARKS


@given(st.text(alphabet="abcdefgilnoprstuwy ,.;:/()0123456789", max_size=80))
def test_every_place_of_the_text_is_kept(text: str) -> None:
    for without in (without_body, without_around, without_run_remarks):
        assert len(without(text)) == len(text)


def test_a_word_next_to_a_food_that_nobody_knows_leaves_it_a_guess(
    index: FoodIndex,
) -> None:
    (item,) = parse_with_index(index, "lamb zorblaxi my gran's one").items
    assert not item.is_sure
