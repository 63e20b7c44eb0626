from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import Invalid
from journal.domain.periods import Period, span_words

DAYS = st.dates(min_value=date(1951, 1, 1), max_value=date(9997, 12, 31))
KINDS = st.sampled_from(["week", "month", "quarter"])


@given(KINDS, DAYS)
def test_the_name_of_a_period_reads_back_as_the_same_period(kind, day):
    period = Period.of(kind, day)

    assert Period.parse(period.name) == period
    assert period.first <= day <= period.last


@given(KINDS, DAYS)
def test_periods_follow_each_other_without_a_gap(kind, day):
    period = Period.of(kind, day)

    assert period.before.last + timedelta(days=1) == period.first
    assert period.after.first - timedelta(days=1) == period.last
    assert period.before.after == period


@given(DAYS, st.integers(0, 900))
def test_a_range_is_followed_by_one_as_long(day, length):
    period = Period("range", day, day + timedelta(days=length))

    assert period.before.length == period.after.length == length + 1
    assert period.before.after == period


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2026-W47", "2026-11-16", "2026-11-22", "16 to 22 November 2026"),
        ("2026-W53", "2026-12-28", "2027-01-03", "28 December 2026 to 3 January 2027"),
        ("2028-02", "2028-02-01", "2028-02-29", "February 2028"),
        ("2026-Q4", "2026-10-01", "2026-12-31", "October to December 2026"),
    ],
)
def test_weeks_months_and_quarters_have_their_days(text, first, last, words):
    period = Period.parse(text)

    assert (str(period.first), str(period.last)) == (first, last)
    assert period.words == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-13",
        "2026-00",
        "2026-Q0",
        "2026-Q5",
        "2026-q4",
        "2026-W54",
        "2026-W7",
        "2026-1",
        "1949-12",
        "9999-12",
        "9999-W52",
        "0001-01",
        "²026-11",
    ],
)
def test_anything_else_is_no_period(text):
    with pytest.raises(Invalid):
        Period.parse(text)


def test_a_range_says_which_day_is_wrong():
    for first, last, field in (
        ("2026-11-31", "2026-12-01", "from"),
        ("2026-11-01", "tomorrow", "to"),
        ("2026-11-02", "2026-11-01", "to"),
        ("1900-01-01", "2026-11-01", "from"),
    ):
        with pytest.raises(Invalid) as refused:
            Period.between(first, last)
        assert refused.value.field == field


def test_a_span_leaves_out_what_both_days_share():
    day = date(2026, 11, 5)

    assert span_words(day, day) == "5 November 2026"
    assert span_words(day, date(2026, 12, 1)) == "5 November to 1 December 2026"
