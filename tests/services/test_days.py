from datetime import date, timedelta

import pytest
from sqlalchemy import event

from journal.services.days import day_marks, find_days, first_logged_day
from tests.factories import make_day, make_food, make_meal, make_symptom

TODAY = date(2026, 11, 22)


@pytest.fixture
def account(ana, session):
    return ana.account(session)


def marks(session, account, **more):
    return day_marks(
        session,
        user_id=account.id,
        first=TODAY - timedelta(days=2),
        last=TODAY + timedelta(days=1),
        today=TODAY,
        **more,
    )


def search(session, account, query="", **more):
    return find_days(session, user_id=account.id, query=query, today=TODAY, **more)


def test_the_night_after_a_day_counts_for_that_day(session, account):
    make_symptom(session, account, TODAY - timedelta(days=2), severity_0_10=7)
    make_symptom(
        session, account, TODAY, part="day", symptom="muscle_ache", severity_0_10=0
    )
    kinds = [mark.kind for mark in marks(session, account)]
    assert kinds == ["had", "open", "none", "ahead"]


def test_food_is_complete_partial_or_some_only_as_the_person_said(session, account):
    make_day(session, account, TODAY - timedelta(days=2), food_status="partial")
    make_meal(session, account, TODAY - timedelta(days=1), (None, None))
    make_day(session, account, TODAY, food_status="complete", note="a walk")
    found = marks(session, account)
    assert [mark.food for mark in found[:3]] == ["partial", "some", "complete"]
    assert [mark.has_note for mark in found[:3]] == [False, False, True]


def test_words_are_found_in_notes_meals_foods_and_symptom_notes(session, account):
    food = make_food(session, name="Crème brûlée")
    make_meal(session, account, TODAY, (food, 120.0), slot="snacks")
    make_day(session, account, TODAY - timedelta(days=1), note="No creme today")
    make_symptom(session, account, TODAY - timedelta(days=2), note="after crème")
    found = search(session, account, "CREME")
    assert [one.mark.day for one in found.days] == [
        TODAY - timedelta(days=back) for back in range(3)
    ]
    assert [one.hits[0].where for one in found.days] == [
        "snacks",
        "note",
        "night_cramp",
    ]


def test_a_symptom_alone_finds_the_days_it_was_there(session, account):
    make_symptom(session, account, TODAY, severity_0_10=0)
    make_symptom(session, account, TODAY - timedelta(days=3), severity_0_10=4)
    found = search(session, account, symptom="night_cramp")
    assert [one.mark.day for one in found.days] == [TODAY - timedelta(days=3)]


def test_words_and_a_symptom_must_hold_for_the_same_day(session, account):
    for back in (1, 2):
        make_day(session, account, TODAY - timedelta(days=back), note="wine")
    make_symptom(session, account, TODAY - timedelta(days=2), severity_0_10=6)
    found = search(session, account, "wine", symptom="night_cramp")
    assert [one.mark.day for one in found.days] == [TODAY - timedelta(days=2)]


def test_a_query_of_signs_alone_finds_nothing_even_beside_a_symptom(session, account):
    make_symptom(session, account, TODAY, severity_0_10=6)
    assert search(session, account, "\u0301", symptom="night_cramp").total == 0
    assert search(session, account).total == 0


def test_days_come_in_pages_and_a_page_beyond_is_the_last(session, account):
    for back in range(5):
        make_day(session, account, TODAY - timedelta(days=back), note="walk")
    last = search(session, account, "walk", page=99, page_size=2)
    assert (last.page, last.pages, last.total) == (3, 3, 5)
    assert [one.mark.day for one in last.days] == [TODAY - timedelta(days=4)]


def test_nobody_finds_another_persons_days(session, account, ben):
    other = ben.account(session)
    make_day(session, other, TODAY, note="secret", food_status="complete")
    make_symptom(session, other, TODAY, note="secret")
    make_meal(session, other, TODAY, (None, None))
    assert search(session, account, "secret").total == 0
    assert search(session, account, "something").total == 0
    assert search(session, account, symptom="night_cramp").total == 0
    assert {mark.kind for mark in marks(session, account)} == {"open", "ahead"}
    assert first_logged_day(session, user_id=account.id) is None


def test_the_first_day_is_that_of_whatever_was_written_first(session, account):
    make_day(session, account, TODAY, note="walk")
    make_meal(session, account, TODAY - timedelta(days=9), (None, None))
    first = first_logged_day(session, user_id=account.id)
    assert first == TODAY - timedelta(days=9)


def test_a_month_takes_three_queries_however_much_it_holds(session, account, engine):
    for back in range(20):
        day = TODAY - timedelta(days=back)
        make_symptom(session, account, day)
        make_meal(session, account, day, (None, None))
    seen = []
    event.listen(engine, "before_cursor_execute", lambda *all_: seen.append(all_[2]))
    day_marks(
        session,
        user_id=account.id,
        first=TODAY - timedelta(days=29),
        last=TODAY,
        today=TODAY,
    )
    assert len(seen) == 3
