from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.records import DayRecord, EatenItem, FoodStatus, Slot, SymptomAnswer
from journal.domain.weekly import legs_of_week, mark_of, tally
from journal.domain.weekly_food import (
    coverage,
    day_food,
    day_status,
    food_gaps,
    night_gaps,
    unknown_foods,
)

SUNDAY = date(2026, 11, 22)
FIRST = SUNDAY - timedelta(days=27)
RICE = EatenItem(Slot.BREAKFAST, "rice", 100.0, "rice", {"magnesium_mg": 12.0})


def night(day, severity, *sites, woke=None):
    answer = SymptomAnswer("night_cramp", severity, sites=sites, woke_me=woke)
    return DayRecord(day=day, night_answers={"night_cramp": answer})


def month(severities):
    """28 days; None is a night without an answer."""
    return [
        DayRecord(day=FIRST + timedelta(days=n))
        if severity is None
        else night(FIRST + timedelta(days=n), severity)
        for n, severity in enumerate(severities)
    ]


def legs(records, today=SUNDAY):
    return legs_of_week(records, labels={"night_cramp": "Night cramps"}, today=today)


def test_a_week_counts_only_answered_nights():
    line = legs(
        month([None] * 14 + [0, 5, 0, 0, 3, None, 0] + [4, 0, None, 7, 0, 6, 0])
    )[0]

    assert (line.this_week.present, line.this_week.answered) == (3, 6)
    assert (line.week_before.present, line.week_before.answered) == (2, 6)
    assert line.this_week.worst == 7
    assert line.this_week.typical == 6
    assert [mark.kind for mark in line.marks] == [
        "had",
        "none",
        "open",
        "had",
        "none",
        "had",
        "none",
    ]


def test_days_that_have_not_come_are_ahead_and_not_open():
    record = DayRecord(day=SUNDAY)

    mark = mark_of(record, "night", "night_cramp", SUNDAY - timedelta(days=1))

    assert mark.kind == "ahead"
    assert tally([mark]).answered == 0


def test_a_symptom_answered_for_day_and_night_gives_two_lines():
    answer = SymptomAnswer("tingling", 2)
    records = month([None] * 27 + [3])
    records[-1] = DayRecord(
        day=SUNDAY, day_answers={"tingling": answer}, night_answers={"tingling": answer}
    )

    assert {(line.symptom, line.part) for line in legs(records)} == {
        ("tingling", "day"),
        ("tingling", "night"),
    }


def test_two_more_nights_than_the_week_before_is_worse():
    before = [0, 0, 3, 0, 0, 0, 0]

    assert legs(month([0] * 14 + before + [3, 0, 3, 0, 3, 0, 0]))[0].is_worse
    assert not legs(month([0] * 14 + before + [3, 0, 3, 0, 0, 0, 0]))[0].is_worse


def test_two_points_more_pain_in_as_many_nights_is_worse():
    before = [0, 0, 3, 0, 0, 3, 0]

    assert legs(month([0] * 14 + before + [5, 0, 5, 0, 0, 0, 0]))[0].is_worse
    assert not legs(month([0] * 14 + before + [4, 0, 4, 0, 0, 0, 0]))[0].is_worse


def test_a_week_with_three_answers_is_not_compared():
    line = legs(month([None] * 14 + [0] * 7 + [5, 5, 5, None, None, None, None]))[0]

    assert not line.comparable
    assert not line.is_worse


def test_half_the_nights_of_fourteen_is_persistent_and_thirteen_nights_are_too_few():
    assert legs(month([None] * 14 + [5, 0] * 7))[0].is_persistent
    assert not legs(month([None] * 15 + [5] * 13))[0].is_persistent
    assert not legs(month([None] * 14 + [5, 0, 0] + [5, 0] * 5 + [0]))[0].is_persistent


def test_whether_it_woke_is_counted_only_where_that_was_answered():
    records = month([None] * 24 + [4, 0, 5, 6])
    records[-3] = night(records[-3].day, 0, woke=True)
    records[-2] = night(records[-2].day, 5, woke=True)
    records[-1] = night(records[-1].day, 6, woke=False)

    seen = legs(records)[0].this_week

    assert (seen.woke, seen.woke_answered, seen.present) == (1, 2, 3)


def test_sites_are_counted_only_when_the_symptom_was_there():
    records = month([None] * 26 + [0, 0])
    records[-1] = night(SUNDAY, 4, "calf_left", "foot_left")
    records[-2] = night(SUNDAY - timedelta(days=1), 2, "calf_left")

    assert legs(records)[0].sites == (("calf_left", 2), ("foot_left", 1))


@given(st.lists(st.none() | st.integers(0, 10), min_size=28, max_size=28))
def test_present_never_passes_answered_and_order_of_halves_adds_up(severities):
    records = month(severities)
    for line in legs(records):
        assert 0 <= line.this_week.present <= line.this_week.answered <= 7
        assert line.four_weeks.answered == sum(one is not None for one in severities)
        assert line.four_weeks.present == sum(bool(one) for one in severities)


def test_food_without_the_word_that_this_was_all_is_partial():
    assert day_status(DayRecord(day=SUNDAY)) == "not_logged"
    assert day_status(DayRecord(day=SUNDAY, items=(RICE,))) == "partial"
    assert (
        day_status(DayRecord(day=SUNDAY, food_status=FoodStatus.COMPLETE)) == "complete"
    )


def test_a_day_without_food_has_no_intake_rather_than_zero():
    assert day_food(DayRecord(day=SUNDAY)).intakes == {}
    assert (
        day_food(DayRecord(day=SUNDAY, items=(RICE,))).intakes["magnesium_mg"].food
        == 12
    )


def test_days_ahead_are_in_no_coverage():
    records = month([None] * 28)

    assert coverage(records, today=FIRST + timedelta(days=9)).days == 10


def test_a_day_with_only_breakfast_says_so_and_is_left_out():
    wednesday = SUNDAY - timedelta(days=4)
    record = DayRecord(day=wednesday, items=(RICE,), food_status=FoodStatus.PARTIAL)

    gaps = food_gaps([record], today=SUNDAY)

    assert [gap.text for gap in gaps] == [
        "Wednesday had only breakfast, so it was left out."
    ]
    assert gaps[0].day == wednesday


def test_tonight_is_not_a_gap_but_last_night_is():
    records = [night(SUNDAY - timedelta(days=2), 0)] + [
        DayRecord(day=SUNDAY - timedelta(days=n)) for n in (1, 0)
    ]

    assert [gap.day for gap in night_gaps(records, today=SUNDAY)] == [
        SUNDAY - timedelta(days=1)
    ]
    assert night_gaps([DayRecord(day=FIRST)], today=SUNDAY) == []


def test_foods_without_figures_are_named_once():
    jam = EatenItem(Slot.BREAKFAST, "oma’s plum jam", None)
    record = DayRecord(day=SUNDAY, items=(RICE, jam, jam))

    assert unknown_foods([record]) == ["oma’s plum jam"]
