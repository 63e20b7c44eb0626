from datetime import date, timedelta

from journal.domain.records import DayRecord, SymptomAnswer
from journal.domain.weekly import legs_of_week
from journal.domain.weekly_changes import changes

SUNDAY = date(2026, 11, 22)
NOTHING = {
    "short_now": {},
    "short_before": {},
    "judged_now": frozenset(),
    "judged_before": frozenset(),
}


def fortnight(severities):
    """Two weeks of night cramps; None is a night without an answer."""
    days = [SUNDAY - timedelta(days=27 - n) for n in range(28)]
    answers = [None] * 14 + severities
    records = [
        DayRecord(day)
        if severity is None
        else DayRecord(
            day, night_answers={"night_cramp": SymptomAnswer("night_cramp", severity)}
        )
        for day, severity in zip(days, answers, strict=True)
    ]
    return legs_of_week(records, labels={"night_cramp": "Night cramps"}, today=SUNDAY)


def test_a_symptom_that_came_or_went_is_new_or_faded():
    calm, bad = [0] * 7, [0, 5, 0, 6, 0, 0, 0]

    assert [one.kind for one in changes(fortnight(calm + bad), **NOTHING)] == ["new"]
    assert [one.kind for one in changes(fortnight(bad + calm), **NOTHING)] == ["faded"]
    assert [one.kind for one in changes(fortnight(bad + bad), **NOTHING)] == ["still"]
    assert changes(fortnight(calm + calm), **NOTHING) == ()


def test_the_counts_of_both_weeks_stand_beside_it():
    (one,) = changes(fortnight([0] * 6 + [None] + [0, 5, 0, 6, 0, 0, 0]), **NOTHING)

    assert one.counts == "2 of 7 nights, the week before 0 of 6"


def test_a_week_without_enough_answers_is_not_a_week_in_which_it_faded():
    bad = [0, 5, 0, 6, 0, 0, 0]

    assert changes(fortnight([*bad, 0, 0, 0, None, None, None, None]), **NOTHING) == ()


def test_a_nutrient_counts_only_where_both_weeks_could_be_judged():
    found = changes(
        (),
        short_now={"Iron": "may be short", "Zinc": "may be short", "Folate": "short"},
        short_before={"Iron": "may be short", "Calcium": "probably short"},
        judged_now=frozenset({"Iron", "Zinc", "Calcium", "Folate"}),
        judged_before=frozenset({"Iron", "Zinc", "Calcium"}),
    )

    assert [(one.kind, one.name) for one in found] == [
        ("new", "Zinc"),
        ("still", "Iron short, or perhaps short"),
        ("faded", "Calcium"),
    ]
