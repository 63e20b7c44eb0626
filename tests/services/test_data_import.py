"""Two files planned at the same time: the second sees what the first one wrote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from journal.models import Account, Day, Meal, MealItem
from journal.services.data_import import Plan, carry_out, plan_file
from journal.services.export_json import json_pieces
from journal.services.import_record import imports_of, undo_import
from tests.factories import make_account, make_day, make_meal

NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
HEADER = "Day,Time,Group,Food Name,Amount,Energy (kcal),Water (g),Magnesium (mg)\n"
OATS = '2026-05-01,8:05 AM,Breakfast,"Oats, Rolled",40.00 g,150,3,55.2\n'
LATTE = "2026-05-01,8:05 AM,Breakfast,Latte,2.00 cup,200,400,20\n"
SOUP = "2026-05-02,,Lunch,Lentil soup,300.00 g,250,250,60\n"
BEARABLE = (
    "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
    "x,2026-05-01,Fri,,Sleep,7:30,,\n"
)
PlanText = Callable[..., Plan]


@pytest.fixture
def plan(app: Flask, tmp_path: Path) -> PlanText:
    journal = app.extensions["journal"]

    def plan_text(session: Session, text: str) -> Plan:
        path = tmp_path / "history.txt"
        path.write_text(text, "utf-8")
        return plan_file(
            session,
            path,
            account=session.scalars(select(Account)).one(),
            index=journal.food_index,
            knowledge=journal.knowledge,
            now=NOW,
        )

    return plan_text


def commit(session: Session, plan: Plan) -> bool:
    """Write a plan as the page does: in a transaction of its own."""
    session.rollback()
    account = session.scalars(select(Account)).one()
    made = carry_out(session, plan, account=account, file_name="a", now=NOW)
    session.commit()
    return made is not None


def eaten(session: Session) -> list[str]:
    return sorted(session.scalars(select(MealItem.name)))


def test_two_overlapping_files_planned_together_double_no_meal(
    session: Session, session_factory: sessionmaker[Session], plan: PlanText
) -> None:
    who = make_account(session).id
    session.commit()
    with session_factory() as other:
        first = plan(session, HEADER + OATS + LATTE + LATTE)
        second = plan(other, HEADER + LATTE + LATTE + SOUP)
        assert second.outcome.counts["foods"].new == 3
        assert commit(session, first)
        assert commit(other, second)
    assert eaten(session) == ["Latte", "Latte", "Lentil soup", "Oats, Rolled"]
    newest, oldest = imports_of(session, user_id=who)
    assert (oldest.counts["foods"], newest.counts["foods"]) == (3, 1)
    undo_import(session, user_id=who, import_id=newest.id, now=NOW)
    assert eaten(session) == ["Latte", "Latte", "Oats, Rolled"]


def test_the_same_file_planned_twice_is_written_once(
    session: Session, session_factory: sessionmaker[Session], plan: PlanText
) -> None:
    make_account(session)
    session.commit()
    with session_factory() as other:
        first, second = plan(session, HEADER + OATS), plan(other, HEADER + OATS)
        assert commit(session, first)
        assert not commit(other, second)
    assert eaten(session) == ["Oats, Rolled"]


def test_a_journal_file_planned_twice_is_written_once(
    session: Session, session_factory: sessionmaker[Session], plan: PlanText
) -> None:
    who = make_account(session)
    make_meal(session, who, date(2026, 5, 1), (None, 100.0))
    session.flush()
    text = "".join(json_pieces(session, user_id=who.id))
    session.rollback()
    make_account(session)
    session.commit()
    with session_factory() as other:
        first, second = plan(session, text), plan(other, text)
        assert commit(session, first)
        assert not commit(other, second)
    assert session.scalar(select(func.count()).select_from(Meal)) == 1


def test_an_answer_given_after_the_plan_stays(
    session: Session, session_factory: sessionmaker[Session], plan: PlanText
) -> None:
    who = make_account(session)
    make_day(session, who, date(2026, 4, 30))
    session.commit()
    made = plan(session, BEARABLE)
    session.rollback()
    with session_factory() as other:
        day = other.scalars(select(Day)).one()
        day.night_sleep_min, day.updated_at = 300, NOW
        other.commit()
    assert not commit(session, made)
    assert session.scalars(select(Day.night_sleep_min)).one() == 300
