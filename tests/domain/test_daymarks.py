from datetime import date

from journal.domain.daymarks import Count, GivenAnswer, count_days, mark_day

DAY = date(2026, 11, 20)


def test_a_day_without_answers_is_open_and_never_none():
    assert mark_day(DAY, [], today=DAY).kind == "open"


def test_a_day_to_come_is_ahead():
    assert mark_day(DAY, [], today=date(2026, 11, 19)).kind == "ahead"


def test_the_worst_of_day_and_night_decides_the_mark():
    answers = [
        GivenAnswer("night_cramp", 3),
        GivenAnswer("muscle_ache", 0),
        GivenAnswer("tingling", 8),
    ]
    mark = mark_day(DAY, answers, today=DAY)
    assert (mark.kind, mark.worst_0_10, mark.size_1_4) == ("had", 8, 4)
    assert [one.symptom for one in mark.present] == ["tingling", "night_cramp"]


def test_looking_at_one_symptom_leaves_the_others_out():
    answers = [GivenAnswer("tingling", 8), GivenAnswer("muscle_ache", 0)]
    assert mark_day(DAY, answers, today=DAY, symptom="muscle_ache").kind == "none"
    assert mark_day(DAY, answers, today=DAY, symptom="night_cramp").kind == "open"


def test_days_not_answered_are_in_no_denominator():
    marks = [
        mark_day(DAY, [GivenAnswer("tingling", 2)], today=DAY),
        mark_day(DAY, [GivenAnswer("tingling", 0)], today=DAY),
        mark_day(DAY, [], today=DAY),
    ]
    assert count_days(marks) == Count(present=1, answered=2)
