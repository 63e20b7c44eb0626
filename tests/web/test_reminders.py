"""Which reminders come, how and when; putting one off; pausing them all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
import time_machine

from journal.services.reminders import EVENING, WEEK, reminders_of
from tests.conftest import inspect_answer
from tests.factories import make_day

NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)  # 21:00 in Berlin


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def rows(session, person):
    session.rollback()
    return reminders_of(session, user_id=person.id)


def save(person, **fields):
    return person.client.post("/settings/reminders", data=fields)


def test_each_reminder_has_its_ways_and_its_time(ana, session, get_page):
    saved = save(
        ana,
        evening_push="yes",
        evening_when="chosen",
        evening_at="21:30",
        week_on="yes",
        week_at="07:15",
        week_tells_health="yes",
    )
    assert saved.status_code == 303
    found = rows(session, ana)
    evening, week = found[EVENING], found[WEEK]
    assert (evening.is_on, evening.by_push, evening.at_local) == (
        False,
        True,
        time(21, 30),
    )
    assert evening.next_due_at == datetime(2026, 3, 1, 20, 30, tzinfo=UTC)
    assert (week.is_on, week.by_push, week.tells_health) == (True, False, True)
    page = get_page(ana.client, "/settings/reminders")
    assert page.fields["evening_push"] == ["yes"]
    assert page.fields["evening_at"] == ["21:30"]


def test_the_usual_time_is_said_once_it_is_known(ana, session, get_page):
    account = ana.account(session)
    page = get_page(ana.client, "/settings/reminders")
    assert "known after five evenings" in page.text
    for day in range(20, 26):
        make_day(
            session,
            account,
            date(2026, 2, day),
            updated_at=datetime(2026, 2, day, 20, 40, tzinfo=UTC),
        )
    session.commit()
    page = get_page(ana.client, "/settings/reminders")
    assert "About 22:00" in page.text


def test_a_learnt_time_decides_when_it_is_due(ana, session):
    account = ana.account(session)
    for day in range(20, 26):
        make_day(
            session,
            account,
            date(2026, 2, day),
            updated_at=datetime(2026, 2, day, 20, 40, tzinfo=UTC),
        )
    session.commit()
    save(ana, evening_on="yes", evening_when="learnt", evening_at="20:30")
    due = rows(session, ana)[EVENING].next_due_at
    assert due == datetime(2026, 3, 1, 21, 0, tzinfo=UTC)


def test_a_pause_is_kept_and_ends_when_it_is_emptied(ana, session, get_page):
    save(ana, paused_until="2026-03-14")
    session.rollback()
    assert ana.account(session).reminders_paused_until == date(2026, 3, 14)
    page = get_page(ana.client, "/settings/reminders")
    assert page.fields["paused_until"] == ["2026-03-14"]
    save(ana, paused_until="")
    session.expire_all()
    session.rollback()
    assert ana.account(session).reminders_paused_until is None


@pytest.mark.parametrize("until", ["2026-02-28", "2028-01-01", "soon"])
def test_a_pause_that_cannot_be_is_refused_with_everything_kept(ana, session, until):
    refused = save(ana, evening_on="yes", evening_at="19:00", paused_until=until)
    page = inspect_answer("/settings/reminders", refused.status_code, refused.text, 422)
    assert page.fields["evening_at"] == ["19:00"]
    assert not rows(session, ana)[EVENING].is_on


def test_tonights_reminder_can_be_put_off(ana, session, get_page):
    save(ana, evening_on="yes", evening_at="21:00")
    assert "In an hour" in get_page(ana.client, "/reminders/later").text
    answer = ana.client.post("/reminders/later", data={"minutes": "60"})
    assert answer.location == "/evening/2026-03-01"
    row = rows(session, ana)[EVENING]
    assert row.next_due_at == datetime(2026, 3, 1, 21, 0, tzinfo=UTC)
    assert row.snoozed_for == date(2026, 3, 1)


@pytest.mark.parametrize("minutes", ["0", "45", "100000", "lots", ""])
def test_a_time_that_was_not_offered_is_refused(ana, session, minutes):
    save(ana, evening_on="yes", evening_at="21:00")
    before = rows(session, ana)[EVENING].next_due_at
    answer = ana.client.post("/reminders/later", data={"minutes": minutes})
    assert answer.status_code == 422
    assert rows(session, ana)[EVENING].next_due_at == before


def test_what_is_switched_off_cannot_be_put_off(ana, get_page):
    assert "switched off" in get_page(ana.client, "/reminders/later").text
    answer = ana.client.post("/reminders/later", data={"minutes": "60"})
    assert answer.status_code == 409


def test_shortly_before_the_day_ends_nothing_is_offered(ana, get_page):
    save(ana, evening_on="yes", evening_at="21:00")
    with time_machine.travel(datetime(2026, 3, 2, 2, 45, tzinfo=UTC), tick=False):
        page = get_page(ana.client, "/reminders/later")
    assert "The day is nearly over" in page.text
