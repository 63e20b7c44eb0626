"""The doctor's page: everything a doctor reads in a minute, then the daily log."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.domain.weekly import legs_of_week
from journal.domain.weekly_food import FoodCoverage, coverage
from journal.models import (
    Account,
    Day,
    Meal,
    SupplementIntake,
    SymptomEntry,
)
from journal.services.diary import load_days
from journal.services.doctor_lists import shown_flags, supplement_words
from journal.services.doctor_rows import (
    LogRow,
    SymptomRow,
    asked_over_the_time,
    course_words,
    log_rows,
    sleep_words,
    symptom_rows,
)
from journal.services.profiles import CONDITIONS, MEDICINES, SINCE
from journal.services.report_findings import Finding, findings
from journal.services.report_food import NutrientLine, nutrient_lines
from journal.services.report_questions import ToAsk, Voice, to_ask
from journal.services.report_words import labels_of
from journal.services.reports import load_account, person_of

Part = Literal["words", "symptoms", "food", "patterns", "medicines", "log", "notes"]

#: What can go in, with its words and whether it is ticked at first.
PARTS: dict[Part, tuple[str, bool]] = {
    "words": ("My own words", True),
    "symptoms": ("How often and how bad", True),
    "food": ("Food against reference", True),
    "patterns": ("What recurs and what to ask", True),
    "medicines": ("Medicines and conditions", True),
    "log": ("Daily log, as an appendix", True),
    "notes": ("My notes, in the daily log", False),
}

MOST_QUESTIONS = 5

#: The person hands the page over, so it asks in the first person.
ON_PAPER = Voice(
    symptom=asked_over_the_time,
    test="If we decide to test",
    above_upper="Is that right for me?",
)


@dataclass(frozen=True, slots=True)
class DoctorSheet:
    """All that stands on the doctor's page and its appendix.

    Parts that were not chosen are empty. Every count carries its denominator.
    """

    name: str
    born: int | None
    region: str
    first: date
    last: date
    made_on: date
    own_words: str
    troubled_for: str
    symptoms: tuple[SymptomRow, ...]
    nights_answered: int
    nights: int
    sleep: str
    flags: tuple[str, ...]
    medicines: str
    conditions: str
    eating: str
    supplements: tuple[str, ...]
    nutrients: tuple[NutrientLine, ...]
    findings: tuple[Finding, ...]
    to_ask: tuple[ToAsk, ...]
    visit: str
    food: FoodCoverage
    log: tuple[LogRow, ...]
    parts: frozenset[str]


def first_day(session: Session, *, user_id: int) -> date | None:
    """Return the first day anything was written down for, None without any."""
    days = [
        session.scalar(select(func.min(column)).where(owner == user_id))
        for column, owner in (
            (Day.date, Day.user_id),
            (SymptomEntry.date, SymptomEntry.user_id),
            (Meal.date, Meal.user_id),
            (SupplementIntake.date, SupplementIntake.user_id),
        )
    ]
    return min((day for day in days if day is not None), default=None)


def doctor_sheet(
    session: Session,
    *,
    user_id: int,
    first: date,
    last: date,
    parts: Collection[str],
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> DoctorSheet:
    """Return the sheet for the days from `first` to `last`, both included.

    It begins with the first day anything was written down: days before that are not
    days without an answer. Warning signs are listed from the `first` asked for.
    """
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    last = min(last, today)
    asked_from, started = first, first_day(session, user_id=user_id)
    if started is not None and first < started <= last:
        first = started
    records = load_days(session, user_id=user_id, first=first, last=last)
    person = person_of(account, on=last)
    labels = labels_of(knowledge.symptoms, account)
    legs = legs_of_week(records, labels=labels, today=today)
    legs = tuple(sorted(legs, key=lambda line: -line.four_weeks.present))
    nutrients = nutrient_lines(
        records, person=person, knowledge=knowledge, targets=targets
    )
    over = f"over {(last - first).days + 1} days"
    found = findings(
        legs, nutrients, knowledge=knowledge, person=person, account=account, over=over
    )
    asked = to_ask(
        legs,
        nutrients,
        found,
        knowledge=knowledge,
        person=person,
        account=account,
        voice=ON_PAPER,
    )
    chosen = frozenset(parts)
    has_words = "words" in chosen
    has_medicines = "medicines" in chosen
    has_patterns = "patterns" in chosen
    return DoctorSheet(
        name=account.name,
        born=account.birth_year,
        region=account.region,
        first=first,
        last=last,
        made_on=today,
        own_words=account.own_words if has_words else "",
        troubled_for=_since(account) if has_words else "",
        symptoms=symptom_rows(legs) if "symptoms" in chosen else (),
        nights_answered=sum(1 for record in records if record.night_answers),
        nights=sum(1 for one in records if one.day < today or one.night_answers),
        sleep=sleep_words(records) if "symptoms" in chosen else "",
        flags=shown_flags(session, user_id, asked_from, last, knowledge),
        medicines=_names(account.medicines, MEDICINES) if has_medicines else "",
        conditions=_names(account.conditions, CONDITIONS) if has_medicines else "",
        eating=account.eating_style.capitalize()
        if has_medicines and account.eating_style != "none"
        else "",
        supplements=supplement_words(session, user_id, records, knowledge)
        if has_medicines
        else (),
        nutrients=nutrients if "food" in chosen else (),
        findings=found if has_patterns else (),
        to_ask=asked[:MOST_QUESTIONS] if has_patterns else (),
        visit=course_words(legs) if has_patterns else "",
        food=coverage(records, today=today),
        log=log_rows(records, labels, with_notes="notes" in chosen)
        if "log" in chosen
        else (),
        parts=chosen,
    )


def _since(account: Account) -> str:
    if not account.troubled_since:
        return ""
    words = SINCE.get(account.troubled_since, account.troubled_since)
    return f"Troubled for {words.lower()}."


def _names(codes: Sequence[str], words: Mapping[str, str]) -> str:
    return ", ".join(words.get(code, code) for code in codes)


def span_days(span: str, *, today: date, started: date | None) -> date:
    """Return the first day of "4w", "12w" or "all", never one before `started`."""
    started = None if started is None else min(started, today)
    if span == "all" and started is not None:
        return started
    begins = today - timedelta(days=(28 if span == "4w" else 84) - 1)
    return begins if started is None else max(begins, started)
