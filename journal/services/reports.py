"""The week of one person: read in a fixed number of queries, then all pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek, journal_day
from journal.domain.errors import NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.records import DayRecord
from journal.domain.targets import EatingStyle, Person, Region, Sex, TargetTable
from journal.domain.weekly import LegsLine, legs_of_week
from journal.domain.weekly_food import (
    DayFood,
    FoodCoverage,
    Gap,
    coverage,
    day_food,
)
from journal.models import Account
from journal.services.diary import load_days
from journal.services.report_counts import PlainCount, plain_counts
from journal.services.report_findings import Finding, ToAsk, findings, to_ask
from journal.services.report_food import NutrientLine, nutrient_lines
from journal.services.report_words import (
    first_sentences,
    labels_of,
    unknowns,
    visit_advice,
)

WINDOW_DAYS = 28

WeekState = Literal["empty", "first", "usual"]


@dataclass(frozen=True, slots=True)
class WeekReport:
    """All words and numbers of one week, for page, mail and JSON.

    `legs` and `nutrients` also look back over the four weeks that end with this one.
    `state` is "empty" without any answer in the week, "first" when nothing was logged
    in the three weeks before it.
    """

    week: IsoWeek
    today: date
    state: WeekState
    headline: tuple[str, ...]
    legs: tuple[LegsLine, ...]
    nutrients: tuple[NutrientLine, ...]
    findings: tuple[Finding, ...]
    counts: tuple[PlainCount, ...]
    to_ask: tuple[ToAsk, ...]
    visit: str
    unknowns: tuple[Gap, ...]
    food_week: FoodCoverage
    food_four_weeks: FoodCoverage
    days: tuple[DayFood, ...]

    @property
    def first(self) -> date:
        """Monday."""
        return self.week.monday

    @property
    def last(self) -> date:
        """Sunday."""
        return self.week.sunday

    @property
    def is_running(self) -> bool:
        """Whether the week is not over."""
        return self.today <= self.last


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
        headline=first_sentences(legs, nutrients, food),
        legs=legs,
        nutrients=nutrients,
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


def mail_lines(report: WeekReport) -> list[str]:
    """Return the week as a few plain lines for the Monday mail."""
    lines = list(report.headline)
    lines += [finding.title for finding in report.findings]
    if report.visit:
        lines.append(report.visit)
    food = report.food_week
    lines.append(f"Food was logged in full on {food.complete} of {food.days} days.")
    lines += [gap.text for gap in report.unknowns[:3]]
    lines.append("Information, not medical advice.")
    return lines


def as_json(report: WeekReport) -> dict[str, Any]:
    """Return the report as plain values for `journal report --json`."""
    return {
        "week": str(report.week),
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "state": report.state,
        "headline": list(report.headline),
        "symptoms": [_leg_json(line) for line in report.legs],
        "nutrients": [_nutrient_json(line) for line in report.nutrients],
        "findings": [
            {
                "nutrient": one.key,
                "title": one.title,
                "tier": one.tier,
                "complete_days": one.n_days,
                "journal": list(one.journal),
                "medicine": [
                    {
                        "symptom": said.symptom,
                        "grade": said.grade,
                        "text": said.text,
                        "citations": list(said.citations),
                        "checked": said.mark,
                    }
                    for said in one.medicine
                ],
            }
            for one in report.findings
        ],
        "counts_not_tested": [one.as_json() for one in report.counts],
        "to_ask": [
            {"text": one.text, "beside": list(one.beside)} for one in report.to_ask
        ],
        "visit": report.visit or None,
        "unknown": [
            {"text": gap.text, "day": gap.day.isoformat() if gap.day else None}
            for gap in report.unknowns
        ],
        "food_days": {
            "complete": report.food_week.complete,
            "partial": report.food_week.partial,
            "not_logged": report.food_week.not_logged,
        },
    }


def _leg_json(line: LegsLine) -> dict[str, Any]:
    return {
        "symptom": line.symptom,
        "label": line.label,
        "part": line.part,
        "answered": line.this_week.answered,
        "present": line.this_week.present,
        "worst_0_10": line.this_week.worst,
        "typical_0_10": line.this_week.typical,
        "week_before_answered": line.week_before.answered,
        "week_before_present": line.week_before.present,
        "four_weeks_answered": line.four_weeks.answered,
        "four_weeks_present": line.four_weeks.present,
        "sites": dict(line.sites),
        "days": [
            {
                "date": mark.day.isoformat(),
                "state": mark.kind,
                "severity_0_10": mark.severity_0_10,
            }
            for mark in line.marks
        ],
    }


def _nutrient_json(line: NutrientLine) -> dict[str, Any]:
    seen, target = line.seen, line.target
    return {
        "nutrient": line.key,
        "name": line.name,
        "complete_days": line.n_days,
        "known_share_0_1": line.known_share,
        "mean_food": line.food_low,
        "mean_supplements": line.supplement,
        "mean_low": line.low,
        "mean_high": line.high,
        "ear": target.ear if target else None,
        "rda": target.rda if target else None,
        "ai": target.ai if target else None,
        "ul": target.ul if target else None,
        "verdict": seen.verdict if seen else "cannot_say",
        "method": seen.method if seen else None,
        "probability_adequate_low": seen.probability_adequate_low if seen else None,
        "probability_adequate_high": seen.probability_adequate_high if seen else None,
        "upper_level": seen.ul_verdict if seen else "not_checked",
        "says": line.says,
    }
