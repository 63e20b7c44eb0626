"""What was written down as tables: a row each, units in the names, empty = unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from journal.domain.knowledge import Knowledge
from journal.domain.nutrition import NUTRIENT_KEYS, day_intake
from journal.domain.records import DayRecord
from journal.domain.weekly_food import day_status
from journal.models import (
    Account,
    Day,
    Food,
    Meal,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)
from journal.render.csvfile import Cell
from journal.services.diary import load_days
from journal.services.export_columns import (
    DAY_COLUMNS,
    INTAKE_COLUMNS,
    MEAL_COLUMNS,
    SUPPLEMENT_COLUMNS,
    SYMPTOM_COLUMNS,
)
from journal.services.report_words import labels_of

SCHEMA_VERSION: Final = "1"

Table = tuple[tuple[str, ...], list[dict[str, Cell]]]


def export_tables(
    session: Session, account: Account, first: date, last: date, knowledge: Knowledge
) -> dict[str, Table]:
    records = load_days(session, user_id=account.id, first=first, last=last)
    zone = ZoneInfo(account.time_zone)
    updated = {
        row.date: row.updated_at
        for row in session.scalars(
            select(Day).where(Day.user_id == account.id, Day.date.between(first, last))
        )
    }
    tables: dict[str, Iterator[dict[str, Cell]]] = {
        "days": _day_rows(records, updated, zone),
        "symptoms": _symptom_rows(session, account, first, last, knowledge=knowledge),
        "meals": _meal_rows(session, account.id, first, last, zone),
        "supplements": _supplement_rows(session, account.id, first, last),
        "daily_nutrients": _intake_rows(records),
    }
    columns = {
        "days": DAY_COLUMNS,
        "symptoms": SYMPTOM_COLUMNS,
        "meals": MEAL_COLUMNS,
        "supplements": SUPPLEMENT_COLUMNS,
        "daily_nutrients": INTAKE_COLUMNS,
    }
    return {
        name: (
            columns[name],
            [{**row, "schema_version": SCHEMA_VERSION} for row in rows],
        )
        for name, rows in tables.items()
    }


def _local(moment: datetime | None, zone: ZoneInfo) -> str | None:
    if moment is None:
        return None
    return moment.astimezone(zone).isoformat(timespec="seconds")


def _day_rows(
    records: list[DayRecord], updated: Mapping[date, datetime], zone: ZoneInfo
) -> Iterator[dict[str, Cell]]:
    for record in records:
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
            "updated_at": _local(updated.get(record.day), zone),
        }


def _symptom_rows(
    session: Session,
    account: Account,
    first: date,
    last: date,
    *,
    knowledge: Knowledge,
) -> Iterator[dict[str, Cell]]:
    zone = ZoneInfo(account.time_zone)
    labels = labels_of(knowledge.symptoms, account)
    rows = session.scalars(
        select(SymptomEntry)
        .where(
            SymptomEntry.user_id == account.id, SymptomEntry.date.between(first, last)
        )
        .order_by(SymptomEntry.date, SymptomEntry.part, SymptomEntry.id)
    )
    for row in rows:
        yield {
            "id": row.id,
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
            "updated_at": _local(row.updated_at, zone),
        }


def _meal_rows(
    session: Session, user_id: int, first: date, last: date, zone: ZoneInfo
) -> Iterator[dict[str, Cell]]:
    meals = session.scalars(
        select(Meal)
        .where(Meal.user_id == user_id, Meal.date.between(first, last))
        .order_by(Meal.date, Meal.id)
        .options(selectinload(Meal.items))
    ).all()
    ids = {item.food_id for meal in meals for item in meal.items if item.food_id}
    foods = {
        food.id: food for food in session.scalars(select(Food).where(Food.id.in_(ids)))
    }
    for meal in meals:
        for item in meal.items:
            food = foods.get(item.food_id or "")
            held: dict[str, Cell] = {}
            if food is not None and item.amount_g is not None:
                held = {
                    key: value * item.amount_g / 100
                    for key, value in food.per_100_g.items()
                    if key in NUTRIENT_KEYS
                }
            yield {
                "id": item.id,
                "date": meal.date.isoformat(),
                "slot": meal.slot,
                "position": item.position,
                "food_id": item.food_id,
                "food": item.name,
                "amount_label": item.amount_label,
                "amount_g": item.amount_g,
                "amount_source": item.amount_source,
                "source": food.source if food else None,
                "source_code": food.source_code if food else None,
                "nutrients_known": len(held),
                **held,
                "logged_at": _local(meal.created_at, zone),
            }


def _supplement_rows(
    session: Session, user_id: int, first: date, last: date
) -> Iterator[dict[str, Cell]]:
    rows = session.execute(
        select(SupplementIntake, Supplement)
        .join(Supplement, Supplement.id == SupplementIntake.supplement_id)
        .where(
            SupplementIntake.user_id == user_id,
            SupplementIntake.date.between(first, last),
        )
        .order_by(SupplementIntake.date, SupplementIntake.id)
    )
    for taken, product in rows:
        yield {
            "id": taken.id,
            "date": taken.date.isoformat(),
            "supplement": product.name,
            "dose_label": product.dose_label,
            "doses": taken.doses,
            **{key: one * taken.doses for key, one in product.amounts.items()},
        }


def _intake_rows(records: list[DayRecord]) -> Iterator[dict[str, Cell]]:
    for record in records:
        row: dict[str, Cell] = {
            "date": record.day.isoformat(),
            "day_status": day_status(record),
        }
        for key in NUTRIENT_KEYS:
            intake = day_intake(record, key)
            # Without food nothing is known; a sum of 0 would say "none".
            if record.items or record.is_food_complete:
                row[f"{key}_food"] = intake.food
                row[f"{key}_known_share_0_1"] = intake.known_share_0_1
            if record.supplements_answered:
                row[f"{key}_supplements"] = intake.supplements
        yield row
