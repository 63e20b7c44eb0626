from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from journal.domain.records import Slot
from journal.domain.weekly_food import day_status
from journal.services.diary import load_days
from journal.services.meal_none import answer_none
from journal.services.meals import NewItem, add_meal
from tests.factories import make_account, make_day, make_symptom

FIRST = date(2026, 3, 1)


def test_each_calendar_day_has_a_record_also_when_nothing_was_logged(
    session: Session,
) -> None:
    ana = make_account(session)
    days = load_days(
        session, user_id=ana.id, first=FIRST, last=FIRST + timedelta(days=6)
    )
    assert [record.day for record in days] == [
        FIRST + timedelta(days=n) for n in range(7)
    ]
    assert not any(record.is_logged for record in days)


def test_a_reversed_stretch_is_empty(session: Session) -> None:
    ana = make_account(session)
    before = FIRST - timedelta(days=1)
    assert load_days(session, user_id=ana.id, first=FIRST, last=before) == []


@pytest.mark.parametrize("days", [1, 60])
def test_a_stretch_takes_six_queries_however_long(session: Session, days: int) -> None:
    ana = make_account(session)
    for n in range(days):
        make_day(session, ana, FIRST + timedelta(days=n), water_ml=500.0)
        make_symptom(session, ana, FIRST + timedelta(days=n))
    session.commit()
    statements: list[str] = []
    engine = session.get_bind()

    def note(*arguments: object) -> None:
        statements.append(str(arguments[2]))

    user_id = ana.id
    event.listen(engine, "before_cursor_execute", note)
    try:
        load_days(
            session, user_id=user_id, first=FIRST, last=FIRST + timedelta(days=days)
        )
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(statements) == 6


def test_meals_are_read_in_the_order_of_the_day(session: Session) -> None:

    ana = make_account(session)
    for slot in ("dinner", "breakfast", "lunch"):
        add_meal(
            session,
            user_id=ana.id,
            day=FIRST,
            slot=slot,
            items=[NewItem(f"something at {slot}")],
            now=datetime(2026, 3, 1, tzinfo=UTC),
        )
    (record,) = load_days(session, user_id=ana.id, first=FIRST, last=FIRST)
    assert [item.slot for item in record.items] == [
        Slot.BREAKFAST,
        Slot.LUNCH,
        Slot.DINNER,
    ]
    assert all(item.amount_g is None and not item.per_100_g for item in record.items)


def test_a_skipped_meal_is_answered_and_makes_no_day_of_little_food(
    session: Session,
) -> None:
    ana = make_account(session)
    answer_none(session, user_id=ana.id, day=FIRST, slot="lunch")
    answer_none(session, user_id=ana.id, day=FIRST, slot="breakfast")
    skipped, nothing = load_days(
        session, user_id=ana.id, first=FIRST, last=FIRST + timedelta(days=1)
    )
    assert skipped.skipped == (Slot.BREAKFAST, Slot.LUNCH)
    assert skipped.meals_answered == {Slot.BREAKFAST, Slot.LUNCH}
    assert skipped.is_logged
    assert day_status(skipped) == "partial"
    assert not nothing.is_logged
    assert day_status(nothing) == "not_logged"
    make_day(session, ana, FIRST, food_status="complete")
    (full,) = load_days(session, user_id=ana.id, first=FIRST, last=FIRST)
    assert day_status(full) == "complete"
