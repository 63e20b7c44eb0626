from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import Invalid
from journal.domain.months import Month

MONTHS = st.builds(Month, st.integers(1950, 9000), st.integers(1, 12))


@given(MONTHS)
def test_a_month_is_read_as_it_is_written(month):
    assert Month.parse(str(month)) == month


@given(MONTHS)
def test_the_weeks_hold_each_day_of_the_month_once(month):
    days = [day for week in month.weeks for day in week if day]
    assert days[0] == month.first
    assert days[-1] == month.last
    assert len(days) == len(set(days)) == (month.last - month.first).days + 1
    assert all(len(week) == 7 for week in month.weeks)


@given(MONTHS, st.integers(-500, 500))
def test_going_some_months_on_and_back_is_where_one_was(month, months):
    assert month.shifted(months).shifted(-months) == month


def test_february_of_a_leap_year_ends_on_the_29th():
    assert Month(2028, 2).last == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-1", "26-01", "", "２０２６-11"]
)
def test_anything_else_is_no_month(text):
    with pytest.raises(Invalid):
        Month.parse(text)
