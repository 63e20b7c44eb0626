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
from journal.domain.records import DayRecord, SymptomAnswer
from journal.domain.targets import TargetTable
from journal.domain.weekly import LegsLine, Mark, legs_of_week, tally, words_of_site
from journal.domain.weekly_food import FoodCoverage, coverage, day_status
from journal.models import (
    Account,
    Day,
    Meal,
    RedFlagShown,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)
from journal.services.diary import load_days
from journal.services.profiles import CONDITIONS, MEDICINES, SINCE
from journal.services.report_findings import Finding, ToAsk, findings, to_ask
from journal.services.report_food import NutrientLine, amount, nutrient_lines
from journal.services.report_words import joined, labels_of, visit_advice
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

#: Each half of the time needs this many answers before a trend is named.
ANSWERS_FOR_TREND = 7
#: A smaller change in how often is called "about the same".
CHANGE_THAT_COUNTS = 0.15
#: What one page holds.
MOST_SYMPTOMS = 6
MOST_QUESTIONS = 5


@dataclass(frozen=True, slots=True)
class SymptomRow:
    """One symptom over the whole time, with denominators."""

    label: str
    part: str
    present: int
    answered: int
    typical: float | None
    worst: int | None
    woke: int
    sites: str
    trend: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One day of the appendix."""

    day: date
    food: str
    legs: str
    meals: str
    other: str
    note: str


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
    """Return the sheet for the days from `first` to `last`, both included."""
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    last = min(last, today)
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
        over=over,
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
        symptoms=_symptom_rows(legs) if "symptoms" in chosen else (),
        nights_answered=sum(1 for record in records if record.night_answers),
        nights=len(records),
        sleep=_sleep_words(records) if "symptoms" in chosen else "",
        flags=_flags(session, user_id, first, last, knowledge),
        medicines=_names(account.medicines, MEDICINES) if has_medicines else "",
        conditions=_names(account.conditions, CONDITIONS) if has_medicines else "",
        eating=account.eating_style.capitalize()
        if has_medicines and account.eating_style != "none"
        else "",
        supplements=_supplement_words(session, user_id, records, knowledge)
        if has_medicines
        else (),
        nutrients=nutrients if "food" in chosen else (),
        findings=found if has_patterns else (),
        to_ask=asked[:MOST_QUESTIONS] if has_patterns else (),
        visit=visit_advice(legs) if has_patterns else "",
        food=coverage(records, today=today),
        log=_log(records, labels, with_notes="notes" in chosen)
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


def _symptom_rows(legs: Sequence[LegsLine]) -> tuple[SymptomRow, ...]:
    rows = []
    for line in legs[:MOST_SYMPTOMS]:
        seen = line.four_weeks
        sites = _sites(line.month_marks)
        rows.append(
            SymptomRow(
                label=line.label,
                part=line.part,
                present=seen.present,
                answered=seen.answered,
                typical=seen.typical,
                worst=seen.worst,
                woke=seen.woke,
                sites=sites,
                trend=trend_words(line.month_marks),
            )
        )
    return tuple(rows)


def _sites(marks: Sequence[Mark]) -> str:
    counts: dict[str, int] = {}
    for mark in marks:
        for site in mark.sites if mark.kind == "had" else ():
            counts[site] = counts.get(site, 0) + 1
    most = sorted(counts, key=lambda site: -counts[site])[:3]
    return ", ".join(f"{words_of_site(site)} {counts[site]}×" for site in most)


def trend_words(marks: Sequence[Mark]) -> str:
    """Compare the later with the earlier half of the time, in counts."""
    middle = len(marks) // 2
    early, late = tally(marks[:middle]), tally(marks[middle:])
    if min(early.answered, late.answered) < ANSWERS_FOR_TREND:
        return "too few answers"
    if early.share is None or late.share is None:
        return "too few answers"
    change = late.share - early.share
    word = "about the same"
    if abs(change) >= CHANGE_THAT_COUNTS:
        word = "more often" if change > 0 else "less often"
    return (
        f"{word} ({early.present} of {early.answered}, then "
        f"{late.present} of {late.answered})"
    )


def _sleep_words(records: Sequence[DayRecord]) -> str:
    minutes = [
        record.night_sleep_min
        for record in records
        if record.night_sleep_min is not None
    ]
    answered = [record for record in records if record.night_answers]
    woken = [
        record
        for record in answered
        if any(answer.woke_me for answer in record.night_answers.values())
    ]
    words = []
    if answered:
        words.append(f"Woken by the legs on {len(woken)} of {len(answered)} nights.")
    if minutes:
        mean = sum(minutes) / len(minutes) / 60
        words.append(f"About {mean:.1f} hours of sleep over {len(minutes)} nights.")
    return " ".join(words)


def _flags(
    session: Session, user_id: int, first: date, last: date, knowledge: Knowledge
) -> tuple[str, ...]:
    rows = session.scalars(
        select(RedFlagShown)
        .where(RedFlagShown.user_id == user_id, RedFlagShown.date.between(first, last))
        .order_by(RedFlagShown.date, RedFlagShown.id)
    )
    words = []
    for row in rows:
        rule = knowledge.red_flags.rule(row.rule)
        title = rule.title if rule else row.rule.replace("_", " ")
        words.append(f"{row.date.day} {row.date:%B}: {title}")
    return tuple(words)


def _supplement_words(
    session: Session, user_id: int, records: Sequence[DayRecord], knowledge: Knowledge
) -> tuple[str, ...]:
    answered = sum(1 for record in records if record.supplements_answered)
    rows = session.scalars(
        select(Supplement)
        .where(Supplement.user_id == user_id)
        .order_by(Supplement.name, Supplement.id)
    )
    words = []
    for row in rows:
        taken = sum(
            any(one.name == row.name for one in record.supplements)
            for record in records
        )
        if not taken:
            continue
        amounts = []
        for key, value in row.amounts.items():
            nutrient = knowledge.nutrient(key)
            name = nutrient.name if nutrient else key.rpartition("_")[0]
            unit = nutrient.unit if nutrient else key.rpartition("_")[2]
            amounts.append(f"{name} {amount(value, unit)}")
        held = f" ({joined(amounts)})" if amounts else ""
        words.append(
            f"{row.name}, {row.dose_label}{held}: on {taken} of {answered} days"
        )
    return tuple(words)


def _log(
    records: Sequence[DayRecord], labels: dict[str, str], *, with_notes: bool
) -> tuple[LogRow, ...]:
    return tuple(_log_row(record, labels, with_notes) for record in records)


def _log_row(
    record: DayRecord,
    labels: dict[str, str],
    with_notes: bool,  # noqa: FBT001
) -> LogRow:
    status = {"complete": "full", "partial": "in part", "not_logged": "not logged"}
    legs = [
        f"{part}: {', '.join(_answer_words(one, labels) for one in answers.values())}"
        for part, answers in (
            ("Night", record.night_answers),
            ("Day", record.day_answers),
        )
        if answers
    ]
    other = []
    if record.night_sleep_min is not None:
        other.append(f"sleep {record.night_sleep_min / 60:.1f} h")
    if record.water_ml is not None:
        other.append(f"water {record.water_ml:.0f} ml")
    other += [f"{one.name} ×{one.doses:g}" for one in record.supplements]
    return LogRow(
        day=record.day,
        food=status[day_status(record)],
        legs=". ".join(legs) or "not answered",
        meals=", ".join(
            item.name + (f" {item.amount_g:.0f} g" if item.amount_g is not None else "")
            for item in record.items
        ),
        other="; ".join(other),
        note=record.note if with_notes else "",
    )


def _answer_words(answer: SymptomAnswer, labels: dict[str, str]) -> str:
    label = labels.get(answer.symptom, answer.symptom)
    words = f"{label} {answer.severity_0_10 or 'none'}"
    if answer.sites:
        words += f" ({', '.join(words_of_site(one) for one in answer.sites)})"
    return words


def span_days(span: str, *, today: date, started: date | None) -> date:
    """Return the first day of "4w", "12w" or "all"."""
    if span == "all" and started is not None:
        return started
    return today - timedelta(days=(28 if span == "4w" else 84) - 1)
