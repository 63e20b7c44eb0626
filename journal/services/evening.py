"""One evening: the answers of last night and today, and the day's other facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.domain.records import FoodStatus
from journal.models import Day, SymptomEntry
from journal.services import submissions
from journal.services.evening_values import (
    FACT_LIMITS,
    Changes,
    Evening,
    Part,
    SymptomInput,
    check_answer,
    check_facts,
)


def night_before(day: date) -> date:
    """Return the journal day that last night belongs to on the page of `day`."""
    return day - timedelta(days=1)


def load_evening(session: Session, *, user_id: int, day: date) -> Evening:
    """Return the stored evening of `day`, in two queries."""
    yesterday = night_before(day)
    entries = session.scalars(
        select(SymptomEntry)
        .where(
            SymptomEntry.user_id == user_id,
            or_(
                (SymptomEntry.date == yesterday) & (SymptomEntry.part == "night"),
                (SymptomEntry.date == day) & (SymptomEntry.part == "day"),
            ),
        )
        .order_by(SymptomEntry.id)
    ).all()
    days = {
        row.date: row
        for row in session.scalars(
            select(Day).where(Day.user_id == user_id, Day.date.in_([yesterday, day]))
        )
    }
    facts = days.get(day)
    before = days.get(yesterday)
    moments = [entry.updated_at for entry in entries]
    if facts is not None:
        moments.append(facts.updated_at)
    return Evening(
        day=day,
        night={row.symptom: _as_input(row) for row in entries if row.part == "night"},
        today={row.symptom: _as_input(row) for row in entries if row.part == "day"},
        facts={name: getattr(facts, name, None) for name in FACT_LIMITS},
        sleep_min=before.night_sleep_min if before else None,
        food_status=(
            FoodStatus(facts.food_status) if facts and facts.food_status else None
        ),
        supplements_answered=bool(facts and facts.supplements_answered),
        note=facts.note if facts else "",
        updated_at=max(moments, default=None),
    )


def save_day(
    session: Session,
    *,
    user_id: int,
    day: date,
    today: date,
    changes: Changes,
    now: datetime,
    key: str = "",
    body: str = "",
) -> bool:
    """Store what a form changes; return False when this form was taken in before.

    `day` is the journal day of the page, `today` the present one; `key` is that of
    the page and `body` all that was sent, to know a form sent twice. Raises Invalid for
    a day that is still to come and for values outside their range.
    """
    refuse_future(day, today=today)
    if not submissions.take(session, user_id=user_id, key=key, now=now, body=body):
        return False
    yesterday = night_before(day)
    parts: tuple[tuple[date, Part, Mapping[str, SymptomInput | None]], ...] = (
        (yesterday, "night", changes.night),
        (day, "day", changes.day),
    )
    for where, part, answers in parts:
        stored = _entries(session, user_id, where, part)
        for symptom, answer in answers.items():
            _store(session, stored, (user_id, where, part, symptom), answer, now)
        for symptom in changes.rest_none.get(part, ()):
            if symptom not in stored:
                none = SymptomInput(severity_0_10=0)
                _store(session, stored, (user_id, where, part, symptom), none, now)
    _store_facts(session, user_id=user_id, day=day, changes=changes, now=now)
    session.flush()
    return True


def refuse_future(day: date, *, today: date) -> None:
    """Raise Invalid when `day` has not begun yet."""
    if day > today:
        raise Invalid("date", "That day is still to come. It can be written then.")


def day_row(session: Session, *, user_id: int, day: date, now: datetime) -> Day:
    """Return the row of a day's facts, made when there is none yet."""
    wanted = select(Day).where(Day.user_id == user_id, Day.date == day)
    found = session.scalar(wanted)
    if found is not None:
        return found
    row = Day(user_id=user_id, date=day, updated_at=now)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        # Another tab made it between the two statements.
        return session.scalars(wanted).one()
    return row


def _as_input(row: SymptomEntry) -> SymptomInput:
    return SymptomInput(
        severity_0_10=row.severity_0_10,
        sites=tuple(row.sites),
        part_of_day=row.part_of_day,
        duration_min=row.duration_min,
        times_count=row.times_count,
        woke_me=row.woke_me,
        eased_by=row.eased_by,
        note=row.note,
    )


def _entries(
    session: Session, user_id: int, day: date, part: Part
) -> dict[str, SymptomEntry]:
    rows = session.scalars(
        select(SymptomEntry).where(
            SymptomEntry.user_id == user_id,
            SymptomEntry.date == day,
            SymptomEntry.part == part,
        )
    )
    return {row.symptom: row for row in rows}


def _store(
    session: Session,
    stored: dict[str, SymptomEntry],
    whose: tuple[int, date, Part, str],
    answer: SymptomInput | None,
    now: datetime,
) -> None:
    """Put one answer into the table; None takes it out again."""
    user_id, day, part, symptom = whose
    row = stored.get(symptom)
    if answer is None:
        if row is not None:
            session.delete(stored.pop(symptom))
        return
    check_answer(symptom, answer)
    if row is None:
        row = SymptomEntry(user_id=user_id, date=day, part=part, symptom=symptom)
        session.add(row)
        stored[symptom] = row
    # "None" has no place, no length and nothing that eased it.
    said = answer if answer.severity_0_10 else SymptomInput(0, note=answer.note)
    row.severity_0_10 = said.severity_0_10
    row.sites = list(said.sites)
    row.part_of_day = said.part_of_day
    row.duration_min = said.duration_min
    row.times_count = said.times_count
    row.woke_me = said.woke_me
    row.eased_by = said.eased_by
    row.note = said.note
    row.updated_at = now


def _store_facts(
    session: Session, *, user_id: int, day: date, changes: Changes, now: datetime
) -> None:
    check_facts(changes)
    facts = dict(changes.facts)
    if "night_sleep_min" in facts:
        night = day_row(session, user_id=user_id, day=night_before(day), now=now)
        night.night_sleep_min = facts.pop("night_sleep_min")
        night.updated_at = now
    if not facts and changes.food_status is None and changes.note is None:
        return
    row = day_row(session, user_id=user_id, day=day, now=now)
    for name, value in facts.items():
        setattr(row, name, value)
    if changes.food_status is not None:
        row.food_status = changes.food_status or None
    if changes.note is not None:
        row.note = changes.note
    row.updated_at = now
