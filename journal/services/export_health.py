"""The person's days for other programs: a FHIR bundle, and a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.domain.knowledge import Knowledge
from journal.domain.nutrition import day_intakes
from journal.domain.records import DayRecord, SymptomAnswer
from journal.models import Account, LabResult
from journal.render import fhir
from journal.render.icsfile import SymptomDay, calendar_file
from journal.services.data_choices import data_choice
from journal.services.diary import load_days
from journal.services.export_stretch import CHUNK_DAYS
from journal.services.report_words import labels_of

#: Nutrients without a page of their own.
NAMES: Final = {"energy_kcal": "Energy", "water_g": "Water"}


def fhir_pieces(
    session: Session,
    *,
    account: Account,
    first: date,
    last: date,
    knowledge: Knowledge,
) -> Iterator[str]:
    """Yield the bundle piece by piece, some days in memory at a time."""
    yield from fhir.bundle_pieces(_entries(session, account, first, last, knowledge))


def _entries(
    session: Session, account: Account, first: date, last: date, knowledge: Knowledge
) -> Iterator[fhir.Resource]:
    yield fhir.patient(
        name=account.name, sex=account.sex, birth_year=account.birth_year
    )
    labels = labels_of(knowledge.symptoms, account)
    for record in _records(session, account.id, first, last):
        for is_night, answers in (
            (False, record.day_answers),
            (True, record.night_answers),
        ):
            for answer in answers.values():
                yield fhir.symptom(
                    _symptom(record.day, answer, labels, knowledge, is_night=is_night)
                )
        yield from _nutrients(record, knowledge)
    yield from _labs(session, account.id, first, last, knowledge=knowledge)


def _records(
    session: Session, user_id: int, first: date, last: date
) -> Iterator[DayRecord]:
    while first <= last:
        end = min(first + timedelta(days=CHUNK_DAYS - 1), last)
        yield from load_days(session, user_id=user_id, first=first, last=end)
        first = end + timedelta(days=1)


def _symptom(
    day: date,
    answer: SymptomAnswer,
    labels: Mapping[str, str],
    knowledge: Knowledge,
    *,
    is_night: bool,
) -> fhir.SymptomRecord:
    known = knowledge.symptom(answer.symptom)
    is_pain = known is not None and known.pain
    return fhir.SymptomRecord(
        day=day,
        is_night=is_night,
        code=answer.symptom,
        label=labels.get(answer.symptom, answer.symptom),
        severity_0_10=answer.severity_0_10,
        snomed=known.snomed if known else None,
        pain_loinc=knowledge.severity_scale.pain_loinc if is_pain else None,
        sites=answer.sites,
        duration_min=answer.duration_min,
        times_count=answer.times_count,
        woke_me=answer.woke_me,
        eased_by=answer.eased_by,
        note=answer.note,
    )


def _nutrients(record: DayRecord, knowledge: Knowledge) -> Iterator[fhir.Resource]:
    if not record.items:
        return
    for key, intake in day_intakes(record).items():
        if not intake.known_share_0_1:
            continue  # nothing of it is known: that is no amount
        known = knowledge.nutrient(key)
        yield fhir.nutrient(
            fhir.NutrientRecord(
                day=record.day,
                key=key,
                name=known.name if known else NAMES[key],
                amount=intake.food,
                unit=key.rpartition("_")[2],
                known_share_0_1=intake.known_share_0_1,
                is_full_day=record.is_food_complete,
            )
        )


def _labs(
    session: Session, user_id: int, first: date, last: date, *, knowledge: Knowledge
) -> Iterator[fhir.Resource]:
    tests = {test.code: test for test in knowledge.labs}
    rows = session.scalars(
        select(LabResult)
        .where(LabResult.user_id == user_id, LabResult.date.between(first, last))
        .order_by(LabResult.date, LabResult.id)
    )
    for number, row in enumerate(rows, start=1):
        test = tests.get(row.test)
        # A code names mass or moles; with the other it would say another thing.
        fits = (
            test is not None
            and bool(test.loinc)
            and fhir.kind_of_unit(row.unit) == fhir.kind_of_unit(test.loinc_unit)
        )
        yield fhir.lab(
            fhir.LabRecord(
                number=number,
                day=row.date,
                name=test.name if test else row.own_name or row.test,
                value=row.value,
                unit=row.unit,
                loinc=test.loinc[0] if test and fits else "",
                comparator=row.comparator,
                range_text=row.range_text,
                comment=row.comment,
            )
        )


def calendar_bytes(
    session: Session,
    *,
    account: Account,
    first: date,
    last: date,
    knowledge: Knowledge,
) -> bytes:
    """Return the symptom days as a calendar file.

    :raises Invalid: while the person has not switched the calendar on
    """
    choice = data_choice(session, user_id=account.id)
    if not choice.is_calendar_on:
        raise Invalid("format", "The calendar file is switched off under Your data.")
    labels = labels_of(knowledge.symptoms, account)
    days = []
    for record in _records(session, account.id, first, last):
        answers = [*record.day_answers.values(), *record.night_answers.values()]
        there = tuple(
            f"{labels.get(one.symptom, one.symptom)}, {one.severity_0_10} of 10"
            for one in answers
            if one.present
        )
        if there:
            days.append(SymptomDay(record.day, there))
    return calendar_file(days, names_symptoms=choice.calendar_names_symptoms)
