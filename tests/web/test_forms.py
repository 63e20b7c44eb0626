from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from journal.domain.errors import Invalid
from journal.web.forms import Form


def form(**values: str) -> Form:
    return Form(MultiDict(values))


def test_an_empty_number_is_not_answered_and_a_zero_is_zero() -> None:
    sent = form(water="", sun="0", tea="  ")
    assert sent.number("water", low=0, high=40) is None
    assert sent.number("tea", low=0, high=40) is None
    assert sent.number("missing", low=0, high=40) is None
    assert sent.number("sun", low=0, high=40) == 0
    assert sent.ok


@pytest.mark.parametrize("typed", ["2.5", "2,5", " 2.50 "])
def test_a_decimal_comma_is_a_decimal_point(typed: str) -> None:
    assert form(water=typed).number("water", low=0, high=40) == 2.5


@pytest.mark.parametrize("typed", ["lots", "-1", "41", "nan", "inf", "1.2.3"])
def test_what_is_no_such_number_is_told_with_what_was_typed(typed: str) -> None:
    sent = form(water=typed)
    assert sent.number("water", low=0, high=40) is None
    assert sent.errors["water"] == (
        f"Type a number between 0 and 40. You typed “{typed}”."
    )
    assert sent.typed("water") == typed


@given(st.text(max_size=30))
def test_whatever_is_typed_a_number_is_in_range_or_an_error(typed: str) -> None:
    sent = form(water=typed)
    value = sent.number("water", low=0, high=40)
    if value is None:
        assert bool(typed.strip()) == (not sent.ok)
    else:
        assert 0 <= value <= 40


def test_a_whole_number_has_no_fraction() -> None:
    sent = form(year="1961", times="1.5")
    assert sent.whole("year", low=1900, high=2026) == 1961
    assert sent.whole("times", low=0, high=9) is None
    assert "whole number" in sent.errors["times"]


def test_only_offered_answers_are_taken() -> None:
    sent = Form(MultiDict([("part", "night"), ("site", "calf"), ("site", "moon")]))
    assert sent.choice("part", {"night", "day"}) == "night"
    assert sent.choice("other", {"night"}) is None
    assert sent.ok
    assert sent.choices("site", {"calf"}) == ["calf"]
    assert "site" in sent.errors


def test_ticks_sent_twice_count_once() -> None:
    sent = Form(MultiDict([("site", "calf"), ("site", "calf")]))
    assert sent.choices("site", {"calf"}) == ["calf"]


def test_text_is_trimmed_and_measured() -> None:
    sent = form(note=" two\r\nlines \x00", long="x" * 11)
    assert sent.text("note", longest=20) == "two\nlines"
    sent.text("long", longest=10)
    sent.text("missing", longest=10, required="Say something.")
    assert sent.errors == {
        "long": "Use at most 10 characters. You typed 11.",
        "missing": "Say something.",
    }


def test_times_and_days_are_read_as_browsers_send_them() -> None:
    sent = form(at="20:30", on="2026-03-01", bad="25:61", never="2026-02-30")
    assert sent.clock("at") == time(20, 30)
    assert sent.day("on") == date(2026, 3, 1)
    assert sent.clock("bad") is None
    assert sent.day("never") is None
    assert set(sent.errors) == {"bad", "never"}


def test_a_refusal_of_a_use_case_becomes_the_error_of_its_field() -> None:
    def refuse() -> int:
        raise Invalid("amount", "Too much.")

    sent = form()
    assert sent.attempt(refuse) is None
    assert sent.attempt(lambda: 3) == 3
    assert sent.errors == {"amount": "Too much."}


def test_the_first_error_of_a_field_stays() -> None:
    sent = form()
    sent.fail("amount", "first")
    sent.fail("amount", "second")
    assert sent.errors == {"amount": "first"}


def test_a_filled_form_shows_what_is_known_and_leaves_the_unknown_empty() -> None:
    shown = Form.filled(
        year=1961, sex=None, pregnant=False, nursing=True, at=["a", "b"]
    )
    assert shown.typed("year") == "1961"
    assert shown.typed("sex") == ""
    assert not shown.ticked("pregnant")
    assert shown.ticked("nursing")
    assert shown.typed_all("at") == ["a", "b"]
