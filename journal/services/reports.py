"""The week of one person: read in a fixed number of queries, then all pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import cast

from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek, journal_day
from journal.domain.errors import NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.records import DayRecord
from journal.domain.targets import EatingStyle, Person, Region, Sex, TargetTable
from journal.domain.weekly import legs_of_week
from journal.domain.weekly_food import (
    coverage,
    day_food,
)
from journal.models import Account
from journal.services.diary import load_days
from journal.services.report_content import WeekReport, WeekState, as_json, mail_lines
from journal.services.report_counts import plain_counts
from journal.services.report_findings import findings
from journal.services.report_food import nutrient_lines
from journal.services.report_plain_amounts import plain_amounts
from journal.services.report_questions import to_ask
from journal.services.report_words import (
    first_sentences,
    labels_of,
    unknowns,
    visit_advice,
)

__all__ = [
    "WeekReport",
    "as_json",
    "load_account",
    "mail_lines",
    "person_of",
    "report_of",
    "week_report",
]

WINDOW_DAYS = 28


def person_of(account: Account, *, on: date) -> Person:
    """Return what decides the reference values; the age is the year's difference."""
    return Person(
        region=cast("Region", account.region),
        sex=cast("Sex | None", account.sex),
        age_years=on.year - account.birth_year if account.birth_year else None,
        pregnant=account.is_pregnant,
        lactating=account.is_lactating,
        eating_style=cast("EatingStyle", account.eating_style),
    )


def load_account(session: Session, *, user_id: int) -> Account:
    """Return the person's account; raise NotFound when there is none."""
    account = session.get(Account, user_id)
    if account is None:
        raise NotFound
    return account


def week_report(
    session: Session,
    *,
    user_id: int,
    week: IsoWeek,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> WeekReport:
    """Return the report of one week; raise NotFound for one that has not begun."""
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    if week.monday > today:
        raise NotFound
    first = week.sunday - timedelta(days=WINDOW_DAYS - 1)
    records = load_days(session, user_id=user_id, first=first, last=week.sunday)
    return report_of(
        records,
        week=week,
        today=today,
        account=account,
        knowledge=knowledge,
        targets=targets,
    )


def report_of(
    records: list[DayRecord],
    *,
    week: IsoWeek,
    today: date,
    account: Account,
    knowledge: Knowledge,
    targets: TargetTable,
) -> WeekReport:
    """Return the report made of 28 records that end with the week's Sunday."""
    this_week = records[-7:]
    person = person_of(account, on=week.sunday)
    labels = labels_of(knowledge.symptoms, account)
    legs = legs_of_week(records, labels=labels, today=today)
    nutrients = nutrient_lines(
        records, person=person, knowledge=knowledge, targets=targets
    )
    food = coverage(records, today=today)
    found = findings(
        legs, nutrients, knowledge=knowledge, person=person, account=account
    )
    return WeekReport(
        week=week,
        today=today,
        state=_state(records),
        headline=first_sentences(legs, nutrients, food, records=records, today=today),
        legs=legs,
        nutrients=nutrients,
        plain_amounts=plain_amounts(records, person=person, targets=targets),
        findings=found,
        counts=plain_counts(
            records, legs, nutrients=nutrients, knowledge=knowledge, today=today
        ),
        to_ask=to_ask(
            legs, nutrients, found, knowledge=knowledge, person=person, account=account
        ),
        visit=visit_advice(legs),
        unknowns=unknowns(
            this_week, nutrients, today=today, is_first=_state(records) == "first"
        ),
        food_week=coverage(this_week, today=today),
        food_four_weeks=food,
        days=tuple(day_food(record) for record in records),
    )


def _state(records: list[DayRecord]) -> WeekState:
    if not any(record.is_logged for record in records[-7:]):
        return "empty"
    if not any(record.is_logged for record in records[:-7]):
        return "first"
    return "usual"
