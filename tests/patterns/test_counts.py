"""Plain counts: every night is counted once, and only usable ones are compared."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.patterns.counts import split_counts

NAN = float("nan")


def count(severity, amount, complete=None, **more):
    complete = np.ones(len(severity), bool) if complete is None else complete
    return split_counts(
        severity_0_10=np.array(severity, float),
        daily_amount=np.array(amount, float),
        day_complete=np.array(complete),
        **more,
    )


def test_nights_after_days_under_the_line_are_counted_against_the_others():
    severity = [4] * 5 + [0] + [3] * 4 + [0] * 11
    amount = [200] * 6 + [300] * 15
    seen = count(severity, amount, threshold=250)
    assert (seen.symptom_nights_on_side, seen.nights_on_side) == (5, 6)
    assert (seen.symptom_nights_other, seen.nights_other) == (4, 15)


def test_without_a_line_the_own_lowest_third_is_taken():
    seen = count([1, 1, 0, 0, 0, 0, 0, 0, 0], range(1, 10))
    assert (seen.nights_on_side, seen.nights_other) == (3, 6)
    assert seen.threshold == 3.5


def test_the_high_side_takes_the_highest_third():
    seen = count([0] * 6 + [1] * 3, range(1, 10), side="high")
    assert (seen.symptom_nights_on_side, seen.nights_on_side) == (3, 3)


def test_partial_unanswered_and_unknown_nights_are_left_out_and_counted():
    severity = [NAN, 5, 5, 0, 0, 0, 0, 0, 0]
    amount = [10, 10, NAN, 10, 300, 300, 300, 300, 300]
    complete = [True, False, True] + [True] * 6
    seen = count(severity, amount, complete, threshold=250)
    assert (
        seen.excluded_unanswered,
        seen.excluded_partial,
        seen.excluded_unknown_amount,
    ) == (1, 1, 1)
    assert (seen.symptom_nights_on_side, seen.nights_on_side) == (0, 1)


def test_days_all_alike_or_too_few_are_not_split():
    assert count([1, 0] * 5, [7] * 10).threshold is None
    assert count([1, 0], [7, 9]).threshold is None


def test_shapes_and_side_are_checked():
    with pytest.raises(ValueError, match="one value per day"):
        count([1, 0, 1], [1, 2])
    with pytest.raises(ValueError, match="side"):
        count([1, 0], [1, 2], side="left")


night = st.tuples(
    st.one_of(st.just(NAN), st.floats(0, 10)),
    st.one_of(st.just(NAN), st.floats(0, 900)),
    st.booleans(),
)


@given(st.lists(night, min_size=1, max_size=60))
def test_every_night_is_counted_once(nights):
    seen = count(*(list(column) for column in zip(*nights, strict=True)))
    left_out = (
        seen.excluded_unanswered + seen.excluded_partial + seen.excluded_unknown_amount
    )
    if seen.threshold is not None:
        assert seen.usable_nights + left_out == len(nights)
    assert seen.symptom_nights <= seen.usable_nights
