"""One blood test over time, beside the food and the legs of the same months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from journal.domain.knowledge import Knowledge, Nutrient
from journal.domain.labs import LabTest
from journal.domain.nutrition import day_intake
from journal.domain.records import DayRecord
from journal.models import Account, LabResult
from journal.services.diary import load_days
from journal.services.report_words import labels_of

#: Months shown at most; older ones stay in the table of results.
MOST_MONTHS: Final = 24
#: Symptoms that are set beside a test.
MOST_SYMPTOMS: Final = 2


@dataclass(frozen=True, slots=True)
class SymptomMonth:
    """Nights or days with a symptom, of those with an answer."""

    label: str
    part: str
    present: int
    answered: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month beside the results.

    `intake` is the mean of full days, food and supplements, at least; None without
    one. `is_at_least` when food without a figure was among it.
    """

    first: date
    intake: float | None
    full_days: int
    is_at_least: bool
    symptoms: tuple[SymptomMonth, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """The months of one test, oldest first, and which nutrient stands beside it."""

    nutrient: Nutrient | None
    months: tuple[Month, ...]
    symptom_labels: tuple[str, ...]


def lab_course(
    session: Session,
    *,
    account: Account,
    test: LabTest | None,
    results: Sequence[LabResult],
    today: date,
    knowledge: Knowledge,
) -> Course:
    """Return the months from three before the first result to today, at most 24."""
    nutrient = knowledge.nutrient(test.nutrient) if test and test.nutrient else None
    if not results:
        return Course(nutrient, (), ())
    earliest = months_before(today, MOST_MONTHS - 1)
    first = max(earliest, months_before(results[0].date, 3))
    records = load_days(session, user_id=account.id, first=first, last=today)
    symptoms = _symptoms(records, nutrient, knowledge)
    labels = labels_of(knowledge.symptoms, account)
    months = tuple(
        _month(list(days), nutrient, symptoms, labels)
        for _, days in groupby(records, key=lambda one: one.day.replace(day=1))
    )
    return Course(
        nutrient,
        _from_first_known(months, results),
        tuple(labels.get(one, one) for one in symptoms),
    )


def _from_first_known(
    months: tuple[Month, ...], results: Sequence[LabResult]
) -> tuple[Month, ...]:
    """Leave out the months before anything was written down."""
    taken = {row.date.replace(day=1) for row in results}
    for number, month in enumerate(months):
        is_logged = any(one.answered for one in month.symptoms) or month.full_days
        if is_logged or month.first in taken:
            return months[number:]
    return ()


def months_before(day: date, count: int) -> date:
    """Return the first day of the month that lies `count` months earlier."""
    month = day.year * 12 + day.month - 1 - count
    return date(month // 12, month % 12 + 1, 1)


def _symptoms(
    records: Sequence[DayRecord], nutrient: Nutrient | None, knowledge: Knowledge
) -> tuple[str, ...]:
    """Return those tied to the nutrient that were answered, else the most present."""
    had: dict[str, int] = {}
    for record in records:
        for answers in (record.night_answers, record.day_answers):
            for code, answer in answers.items():
                had[code] = had.get(code, 0) + bool(answer.present)
    tied = (
        {link.symptom for link in knowledge.links_of(factor=nutrient.key)}
        if nutrient
        else set()
    )
    order = sorted(had, key=lambda code: (code not in tied, -had[code], code))
    return tuple(order[:MOST_SYMPTOMS])


def _month(
    days: list[DayRecord],
    nutrient: Nutrient | None,
    symptoms: Sequence[str],
    labels: dict[str, str],
) -> Month:
    intakes = (
        [day_intake(day, nutrient.key) for day in days if day.is_food_complete]
        if nutrient
        else []
    )
    known = [one for one in intakes if one.known_share_0_1 > 0 or one.supplements > 0]
    return Month(
        first=days[0].day.replace(day=1),
        intake=sum(one.total for one in known) / len(known) if known else None,
        full_days=len(known),
        is_at_least=any(one.known_share_0_1 < 1 for one in known),
        symptoms=tuple(_symptom(days, code, labels) for code in symptoms),
    )


def _symptom(
    days: Sequence[DayRecord], code: str, labels: dict[str, str]
) -> SymptomMonth:
    night = [day.night_answers[code] for day in days if code in day.night_answers]
    day_time = [day.day_answers[code] for day in days if code in day.day_answers]
    answers = night if len(night) >= len(day_time) else day_time
    return SymptomMonth(
        label=labels.get(code, code),
        part="night" if answers is night else "day",
        present=sum(bool(answer.present) for answer in answers),
        answered=len(answers),
    )
