from datetime import date, timedelta

from journal.domain.records import DayRecord, SupplementTaken
from journal.domain.weekly_lanes import lanes_of

FIRST = date(2026, 11, 16)


def day(n, **fields):
    return DayRecord(FIRST + timedelta(days=n), **fields)


def test_a_day_without_an_answer_about_tablets_is_open_not_a_day_without():
    taken = (SupplementTaken("Magnesium 200", 2.0),)
    records = [
        day(0, supplements=taken, supplements_answered=True),
        day(1, supplements_answered=True),
        day(2),
        day(3),
    ]

    (lane,) = lanes_of(records, today=FIRST + timedelta(days=2))

    assert [mark.kind for mark in lane.marks] == ["had", "none", "open", "ahead"]
    assert [mark.words for mark in lane.marks] == ["2", "none", "not answered", ""]
    assert (lane.had, lane.answered) == (1, 2)


def test_no_sun_and_no_answer_about_sun_are_two_things():
    records = [day(n, sun_min=minutes) for n, minutes in enumerate([0, None, 5, 90])]

    (lane,) = lanes_of(records, today=FIRST + timedelta(days=6))

    assert [mark.kind for mark in lane.marks] == ["none", "open", "had", "had"]
    assert [mark.size_1_4 for mark in lane.marks[2:]] == [1, 4]
    assert lane.marks[3].words == "90 min"


def test_nothing_taken_and_nothing_asked_makes_no_lane():
    assert lanes_of([day(n) for n in range(7)], today=FIRST) == ()
