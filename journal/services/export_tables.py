"""What was written down as tables: a row each, units in the names, empty = unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.history import SOURCES
from journal.domain.knowledge import Knowledge
from journal.domain.nutrition import NUTRIENT_KEYS, day_intakes
from journal.domain.records import DayRecord
from journal.domain.weekly_food import day_status
from journal.models import (
    Day,
    DayOrigin,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)
from journal.render.csvfile import Cell
from journal.services.diary import load_days
from journal.services.export_columns import (
    DAY_COLUMNS,
    IMPORTED_COLUMNS,
    INTAKE_COLUMNS,
    MEAL_COLUMNS,
    SUPPLEMENT_COLUMNS,
    SYMPTOM_COLUMNS,
)
from journal.services.export_meal_table import meal_rows
from journal.services.export_stretch import Rows, Whose, local
from journal.services.report_words import labels_of


def main_tables(
    session: Session, whose: Whose, knowledge: Knowledge
) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Yield name, columns and rows of the tables of days, some days at a time."""
    yield "days", DAY_COLUMNS, _day_rows(session, whose)
    symptoms = _symptom_rows(session, whose, knowledge=knowledge)
    yield "symptoms", SYMPTOM_COLUMNS, symptoms
    yield "meals", MEAL_COLUMNS, meal_rows(session, whose)
    yield "supplements", SUPPLEMENT_COLUMNS, _supplement_rows(session, whose)
    yield "daily_nutrients", INTAKE_COLUMNS, _intake_rows(session, whose)
    yield "imported_days", IMPORTED_COLUMNS, _imported_rows(session, whose)


def _records(session: Session, whose: Whose) -> Iterator[DayRecord]:
    for first, last in whose.chunks():
        yield from load_days(session, user_id=whose.account.id, first=first, last=last)


def _day_rows(session: Session, whose: Whose) -> Rows:
    user_id = whose.account.id
    moments = select(Day.date, Day.updated_at).where(
        Day.user_id == user_id, Day.date.between(whose.first, whose.last)
    )
    updated = {row.date: row.updated_at for row in session.execute(moments)}
    for record in _records(session, whose):
        yield {
            "date": record.day.isoformat(),
            "day_status": day_status(record),
            "meals_skipped": " ".join(record.skipped) or None,
            "water_ml": record.water_ml,
            "sun_min": record.sun_min,
            "exercise_min": record.exercise_min,
            "alcohol_g": record.alcohol_g,
            "caffeine_mg": record.caffeine_mg,
            "night_sleep_min": record.night_sleep_min,
            "supplements_answered": record.supplements_answered or None,
            "note": record.note,
            "updated_at": local(updated.get(record.day), whose.zone),
        }


def _symptom_rows(session: Session, whose: Whose, *, knowledge: Knowledge) -> Rows:
    labels = labels_of(knowledge.symptoms, whose.account)
    rows = session.execute(
        select(
            SymptomEntry.date,
            SymptomEntry.part,
            SymptomEntry.symptom,
            SymptomEntry.severity_0_10,
            SymptomEntry.sites,
            SymptomEntry.part_of_day,
            SymptomEntry.duration_min,
            SymptomEntry.times_count,
            SymptomEntry.woke_me,
            SymptomEntry.eased_by,
            SymptomEntry.note,
            SymptomEntry.updated_at,
        )
        .where(
            SymptomEntry.user_id == whose.account.id,
            SymptomEntry.date.between(whose.first, whose.last),
        )
        .order_by(SymptomEntry.date, SymptomEntry.part, SymptomEntry.id)
        .execution_options(yield_per=500)
    )
    for row in rows:
        yield {
            "id": f"{row.date}/{row.part}/{row.symptom}",
            "date": row.date.isoformat(),
            "part": row.part,
            "symptom": row.symptom,
            "label": labels.get(row.symptom, row.symptom),
            "severity_0_10": row.severity_0_10,
            "state": "present" if row.severity_0_10 else "none",
            "sites": " ".join(row.sites),
            "part_of_day": row.part_of_day,
            "duration_min": row.duration_min,
            "times_count": row.times_count,
            "woke_me": row.woke_me,
            "eased_by": row.eased_by,
            "note": row.note,
            "updated_at": local(row.updated_at, whose.zone),
        }


def _supplement_rows(session: Session, whose: Whose) -> Rows:
    rows = session.execute(
        select(SupplementIntake, Supplement)
        .join(Supplement, Supplement.id == SupplementIntake.supplement_id)
        .where(
            SupplementIntake.user_id == whose.account.id,
            SupplementIntake.date.between(whose.first, whose.last),
        )
        .order_by(SupplementIntake.date, SupplementIntake.id)
    )
    counted: Counter[date] = Counter()
    for taken, product in rows:
        counted[taken.date] += 1
        yield {
            "id": f"{taken.date}/{counted[taken.date]}",
            "date": taken.date.isoformat(),
            "supplement": product.name,
            "dose_label": product.dose_label,
            "doses": taken.doses,
            **{key: one * taken.doses for key, one in product.amounts.items()},
        }


def _intake_rows(session: Session, whose: Whose) -> Rows:
    for record in _records(session, whose):
        row: dict[str, Cell] = {
            "date": record.day.isoformat(),
            "day_status": day_status(record),
        }
        for key, intake in day_intakes(record, NUTRIENT_KEYS).items():
            # Without food nothing is known; a sum of 0 would say "none".
            if record.items or record.is_food_complete:
                row[f"{key}_food"] = intake.food
                row[f"{key}_known_share_0_1"] = intake.known_share_0_1
            if record.supplements_answered:
                row[f"{key}_supplements"] = intake.supplements
        yield row


def _imported_rows(session: Session, whose: Whose) -> Rows:
    rows = session.execute(
        select(DayOrigin.date, DayOrigin.source, DayOrigin.details)
        .where(
            DayOrigin.user_id == whose.account.id,
            DayOrigin.date.between(whose.first, whose.last),
        )
        .order_by(DayOrigin.date, DayOrigin.id)
    )
    for day, source, details in rows:
        originals = details.get("originals", {})
        yield {
            "date": day.isoformat(),
            "program": SOURCES.get(source, source),
            "called_complete": details.get("completed"),
            "originals": "; ".join(f"{k}: {v}" for k, v in originals.items()) or None,
            **{
                f"{key}_by_program": value
                for key, value in details.get("totals", {}).items()
            },
        }
