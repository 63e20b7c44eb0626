from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.saved_names import scaled_label, taken_out

NAMES = ("Std breakfast", "Std breakfast, large", "Curry (mine)")


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("std breakfast", 1),
        ("my Std  breakfast", 1),
        ("half a std breakfast", 0.5),
        ("half of my std breakfast", 0.5),
        ("half std breakfast", 0.5),
        ("½ std breakfast", 0.5),
        ("1/2 of the std breakfast", 0.5),
        ("a quarter of a std breakfast", 0.25),
        ("three-quarters of the std breakfast", 0.75),
        ("two thirds of std breakfast", 2 / 3),
        ("2 x std breakfast", 2),
        ("2x std breakfast", 2),
        ("1.5 std breakfast", 1.5),
        ("double std breakfast", 2),
    ],
)
def test_a_share_of_a_saved_meal_is_read(said: str, share: float) -> None:
    rest, found = taken_out(said, NAMES)
    assert found == [(0, pytest.approx(share))]
    assert rest.strip(" ,") == ""


def test_the_longest_name_counts_and_the_rest_stays() -> None:
    rest, found = taken_out("an apple, half a std breakfast, large and tea", NAMES)
    assert found == [(1, 0.5)]
    assert [each.strip() for each in rest.split(",") if each.strip()] == [
        "an apple",
        "and tea",
    ]


def test_names_are_found_in_the_order_said() -> None:
    _, found = taken_out("2 curry (mine) then half a std breakfast", NAMES)
    assert found == [(2, 2.0), (0, 0.5)]


@pytest.mark.parametrize("said", ["0 std breakfast", "1/0 std breakfast"])
def test_an_amount_of_nothing_stays_in_the_text(said: str) -> None:
    assert taken_out(said, NAMES) == (said, [])


@pytest.mark.parametrize("said", ["std breakfasts", "astd breakfast", "0.5x"])
def test_other_words_stay_as_they_are(said: str) -> None:
    assert taken_out(said, NAMES) == (said, [])


@given(st.text(max_size=60), st.lists(st.text(min_size=2, max_size=8), max_size=3))
def test_any_text_keeps_its_length(said: str, names: list[str]) -> None:
    named = [name for name in names if name.strip()]
    rest, found = taken_out(said, named)
    assert len(rest) == len(said)
    assert all(share > 0 for _, share in found)


@pytest.mark.parametrize(
    ("label", "share", "words"),
    [
        ("2 × slice", 0.5, "1 slice"),
        ("1 cup", 0.5, "0.5 × cup"),
        ("1 cup", 1, "1 cup"),
        ("0.5 × half", 2, "1 half"),
        ("3 × tbsp", 1 / 3, "1 tbsp"),
        ("", 0.5, ""),
    ],
)
def test_the_words_of_an_amount_follow_the_share(
    label: str, share: float, words: str
) -> None:
    assert scaled_label(label, share) == words
