"""The doctor's page: everything a doctor reads in a minute, then the daily log."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.domain.weekly import legs_of_week
from journal.domain.weekly_food import coverage
from journal.models import (
    Account,
    Day,
    Meal,
    SupplementIntake,
    SymptomEntry,
)
from journal.patterns.wording import SENTENCES
from journal.services.diary import load_days
from journal.services.doctor_choices import PARTS
from journal.services.doctor_content import DoctorSheet
from journal.services.doctor_lists import shown_flags, supplement_words
from journal.services.doctor_log import (
    log_rows,
    log_title,
    month_heads,
    month_rows,
)
from journal.services.doctor_patterns import (
    PaperFinding,
    on_paper,
    relevant,
    timing_shown,
)
from journal.services.doctor_rows import (
    asked_over_the_time,
    burden_words,
    course_words,
    sleep_words,
    symptom_rows,
    woken_words,
)
from journal.services.finding_marks import marks_of
from journal.services.lab_words import LabLine, lab_lines, latest, recent
from journal.services.labs import results
from journal.services.profiles import CONDITIONS, MEDICINES, SINCE
from journal.services.report_account import load_account, person_of
from journal.services.report_excess import excess_findings
from journal.services.report_findings import findings
from journal.services.report_food import nutrient_lines
from journal.services.report_questions import Voice, to_ask
from journal.services.report_words import labels_of
from journal.services.timing_diary import first_day_read

__all__ = ["PARTS", "DoctorSheet", "doctor_sheet", "first_day", "span_days"]

MOST_QUESTIONS = 5
#: Usual intake is that of the newest year: what was eaten five years ago is not usual.
INTAKE_DAYS = 366
SPAN_DAYS = {"4w": 28, "12w": 84, "26w": 182}

#: The person hands the page over, so it asks in the first person.
ON_PAPER = Voice(
    symptom=asked_over_the_time,
    test=SENTENCES["paper.test"],
    known=SENTENCES["paper.known"],
    above_upper=SENTENCES["paper.above_upper"],
)


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
    left_out: Collection[str] = (),
    log: str = "newest",
    paper: str = "auto",
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
    # Read once: what recurs in time looks back further than a short page does.
    begins = first_day_read(last) if "patterns" in parts else first
    read = load_days(session, user_id=user_id, first=min(first, begins), last=last)
    records = [record for record in read if record.day >= first]
    newest = records[-INTAKE_DAYS:]
    person = person_of(account, on=last)
    labels = labels_of(knowledge.symptoms, account)
    every = legs_of_week(records, labels=labels, today=today)
    every = tuple(sorted(every, key=lambda line: -line.four_weeks.present))
    legs = tuple(line for line in every if line.symptom not in left_out)
    nutrients = nutrient_lines(
        newest, person=person, knowledge=knowledge, targets=targets
    )
    chosen = frozenset(parts)
    marks = marks_of(session, user_id=user_id)
    short = findings(
        legs, nutrients, knowledge=knowledge, person=person, account=account
    )
    found = relevant(
        (
            *excess_findings(
                newest, legs, person=person, knowledge=knowledge, targets=targets
            ),
            *short,
        ),
        marks,
    )
    labs = _labs(session, user_id, last, knowledge) if "labs" in chosen else ()
    asked = to_ask(
        legs,
        nutrients,
        [one for one in found if one.kind == "short"],
        knowledge=knowledge,
        person=person,
        account=account,
        voice=ON_PAPER,
        known=recent(labs, last=last),
    )
    paper_findings: tuple[PaperFinding, ...] = ()
    if "patterns" in chosen:
        shown = timing_shown(
            session,
            account=account,
            records=[record for record in read if record.day >= begins],
            last=last,
            today=today,
            knowledge=knowledge,
        )
        paper_findings = on_paper(found, shown, marks=marks, left_out=left_out)
    chief = [(line.part, line.symptom, line.label) for line in legs]
    has_symptoms, has_medicines = "symptoms" in chosen, "medicines" in chosen
    has_words, has_patterns = "words" in chosen, "patterns" in chosen
    log_given = log_rows(records, labels, log=log, parts=chosen, left_out=left_out)
    return DoctorSheet(
        name=account.name if "name" in chosen else "",
        born=account.birth_year,
        region=account.region,
        first=first,
        last=last,
        made_on=today,
        own_words=account.own_words if has_words else "",
        troubled_for=_since(account) if has_words else "",
        symptoms=symptom_rows(legs) if has_symptoms else (),
        nights_answered=sum(1 for record in records if record.night_answers),
        nights=sum(1 for one in records if one.day < today or one.night_answers),
        sleep=sleep_words(records) if has_symptoms else "",
        woken_words=woken_words(records) if has_symptoms else "",
        burden=burden_words(records, labels, left_out) if has_symptoms else "",
        flags=shown_flags(session, user_id, asked_from, last, knowledge),
        medicines=_names(account.medicines, MEDICINES) if has_medicines else "",
        conditions=_names(account.conditions, CONDITIONS) if has_medicines else "",
        eating=account.eating_style.capitalize()
        if has_medicines and account.eating_style != "none"
        else "",
        supplements=supplement_words(session, user_id, records, knowledge)
        if has_medicines
        else (),
        labs=labs,
        nutrients=nutrients if "food" in chosen else (),
        findings=paper_findings,
        patterns_since=max(begins, started or begins) if paper_findings else None,
        to_ask=asked[:MOST_QUESTIONS] if has_patterns else (),
        visit=course_words(legs) if has_patterns else "",
        food=coverage(records, today=today),
        intake_days=sum(record.is_food_complete for record in newest),
        is_intake_newest=len(newest) < len(records),
        month_heads=month_heads(records, chief) if has_symptoms else (),
        months=month_rows(records, chief) if has_symptoms else (),
        log=log_given,
        log_title=log_title(log, len(records), first if log_given else None),
        parts=chosen,
        answered=tuple({line.symptom: line.label for line in every}.items()),
        paper=paper,
    )


def _labs(
    session: Session, user_id: int, last: date, knowledge: Knowledge
) -> tuple[LabLine, ...]:
    rows = results(session, user_id=user_id, last=last)
    return latest(lab_lines(rows, knowledge))


def _since(account: Account) -> str:
    if not account.troubled_since:
        return ""
    words = SINCE.get(account.troubled_since, account.troubled_since)
    return f"Troubled for {words.lower()}."


def _names(codes: Sequence[str], words: Mapping[str, str]) -> str:
    return ", ".join(words.get(code, code) for code in codes)


def span_days(span: str, *, today: date, started: date | None) -> date:
    """Return the first day of "4w", "12w", "26w" or "all", not before `started`."""
    started = None if started is None else min(started, today)
    if span == "all" and started is not None:
        return started
    begins = today - timedelta(days=SPAN_DAYS.get(span, SPAN_DAYS["12w"]) - 1)
    return begins if started is None else max(begins, started)
