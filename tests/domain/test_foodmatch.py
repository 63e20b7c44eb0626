"""How a food's name answers what was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.foodmatch import stem, words_of
from journal.domain.foodscore import Asked, Label, QueryWord


def rate(query: str, label: str) -> float:
    asked = Asked.of([QueryWord.of(word) for word in words_of(query)])
    return asked.rate(Label.of(label))


def test_the_same_words_in_the_same_order_score_one():
    assert rate("chicken noodle soup", "Chicken noodle soup") == 1.0


def test_the_plain_food_comes_before_what_is_made_of_it():
    assert rate("apple", "Apple") > rate("apple", "Apple sauce, sweetened")
    assert rate("apple", "Apple") > rate("apple", "Apple pie")


def test_word_order_costs_little_and_a_missing_word_much():
    assert rate("salad potato", "Potato salad") > 0.9
    assert rate("turkey chilli", "Chilli con carne") < 0.75


def test_the_last_word_names_the_thing():
    assert rate("chicken soup", "Tomato soup") > rate("chicken soup", "Chicken breast")


def test_words_after_the_comma_cost_less_than_words_before():
    assert rate("rice", "Rice, boiled") > rate("rice", "Rice pudding")


def test_accents_and_possessives_are_no_difference():
    assert words_of("Crème fraîche, Ben’s") == ["creme", "fraiche", "ben"]


def test_plural_and_prepared_forms_share_a_stem():
    for one, other in [
        ("cookies", "cookie"),
        ("berries", "berry"),
        ("tomatoes", "tomato"),
        ("baked", "baking"),
        ("grilled", "grill"),
    ]:
        assert stem(one) == stem(other)


def test_salted_is_not_salt():
    assert stem("salted") != stem("salt")


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_score_is_between_nought_and_one(query: str, label: str):
    assert 0.0 <= rate(query, label) <= 1.0


@given(st.lists(st.sampled_from(["rice", "egg", "soup", "milk"]), min_size=1))
def test_a_name_is_its_own_best_answer(words: list[str]):
    name = " ".join(words)
    assert rate(name, name) >= rate(name, name + " pudding")
