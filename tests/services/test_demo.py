"""The demonstration: plausible, the same every time, and never in a real account."""

from __future__ import annotations

import csv
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek
from journal.domain.errors import Conflict
from journal.domain.knowledge import load_knowledge
from journal.domain.records import FoodStatus
from journal.domain.targets import load_targets
from journal.models import Account, Meal, SaidWeek, SymptomEntry
from journal.resources import reference_dir
from journal.services import accounts
from journal.services.demo import MAIL, WEEKS, make_demo
from journal.services.demo_menus import BREAKFASTS, DINNERS, DRINKS, LUNCHES, SNACKS
from journal.services.demo_patterns import WEEKS_KEPT, keep_weeks
from journal.services.diary import load_days
from journal.services.timing import timing_of_week

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


def _demo_account(session: Session) -> Account:
    return session.scalars(select(Account).where(Account.mail == MAIL)).one()


def _answers(session: Session) -> list[tuple[object, ...]]:
    rows = session.execute(
        select(
            SymptomEntry.date,
            SymptomEntry.part,
            SymptomEntry.symptom,
            SymptomEntry.severity_0_10,
        ).order_by(SymptomEntry.date, SymptomEntry.part, SymptomEntry.symptom)
    )
    return [tuple(row) for row in rows]


def test_the_demo_has_half_a_year_with_gaps_and_partial_days(session: Session) -> None:
    made = make_demo(session, now=NOW, time_zone="Europe/London")
    assert (made.last - made.first).days == 7 * WEEKS - 1
    person = _demo_account(session)
    records = load_days(session, user_id=person.id, first=made.first, last=made.last)
    unlogged = [record for record in records if not record.is_logged]
    assert {record.alcohol_g for record in records} == {None, 0.0, 14.0}
    partial = [r for r in records if r.food_status is FoodStatus.PARTIAL]
    nights = [r for r in records if "night_cramp" in r.night_answers]
    cramps = [r for r in nights if r.night_answers["night_cramp"].present]
    assert 2 <= len(unlogged) <= 26
    assert 6 <= len(partial) <= 54
    assert 33 <= len(cramps) <= len(nights) - 33


def test_the_demo_ends_yesterday_so_that_tonight_is_open(session: Session) -> None:
    made = make_demo(session, now=NOW, time_zone="Europe/London")
    assert made.last.isoformat() == "2026-11-22"


def test_making_the_demo_again_gives_the_same_days_once(session: Session) -> None:
    make_demo(session, now=NOW, time_zone="Europe/London")
    before = _answers(session)
    meals = session.scalar(select(func.count(Meal.id)))
    make_demo(session, now=NOW, time_zone="Europe/London")
    assert _answers(session) == before
    assert session.scalar(select(func.count(Meal.id))) == meals


def test_the_demo_refuses_to_touch_a_real_account(session: Session) -> None:
    accounts.add_account(session, mail=MAIL, password="a real person here", now=NOW)
    session.flush()
    with pytest.raises(Conflict, match="not touched"):
        make_demo(session, now=NOW, time_zone="Europe/London")
    assert _answers(session) == []


def test_every_food_of_the_demo_but_the_home_made_jam_is_in_the_table() -> None:
    with (reference_dir() / "foods.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    menus = [
        menu
        for table in (BREAKFASTS, LUNCHES, DINNERS, SNACKS)
        for side in table.values()
        for menu in side
    ]
    eaten = {food_id for menu in [*menus, *DRINKS.values()] for food_id, _ in menu}
    assert eaten - known == {"Oma's plum jam"}


def test_the_demo_asks_first_and_finds_what_its_days_hold(session: Session) -> None:
    made = make_demo(session, now=NOW, time_zone="Europe/London")
    person = _demo_account(session)
    report = timing_of_week(
        session,
        account=person,
        week=IsoWeek.of(made.last),
        today=made.last,
        knowledge=load_knowledge(reference_dir()),
    )
    cards = {(card.symptom, card.factor): card for card in report.cards}
    cramps = cards["night_cramp", "magnesium_mg"]
    assert (cramps.tier, cramps.asked, cramps.direction) == ("recurring", True, -1)
    assert cramps.together == (
        "Potassium and magnesium moved together, so the diary cannot tell them apart.",
    )
    assert cards["restless_legs", "alcohol_g"].tier == "none"


def test_the_demo_keeps_its_weeks_as_they_were_said(session: Session) -> None:
    made = make_demo(session, now=NOW, time_zone="Europe/London")
    person = _demo_account(session)
    kept = keep_weeks(
        session,
        account=person,
        last=made.last,
        knowledge=load_knowledge(reference_dir()),
        targets=load_targets(reference_dir() / "targets.csv"),
    )
    assert len(list(kept)) == WEEKS_KEPT
    rows = session.scalars(select(SaidWeek).order_by(SaidWeek.week)).all()
    assert [row.is_final for row in rows] == [True] * WEEKS_KEPT
    first_seen = {
        row.content["standings"]
        .get("timing|night_cramp|magnesium_mg", {})
        .get("first_seen")
        for row in rows
    }
    # Perhaps not yet, then first seen in one week and never in another.
    assert len(first_seen - {None}) == 1
