"""Everything that was written down, as files for other programs and for the doctor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from journal.domain.errors import Invalid
from journal.domain.knowledge import Knowledge
from journal.domain.nutrition import NUTRIENT_KEYS, day_intake
from journal.domain.records import DayRecord
from journal.domain.targets import TargetTable
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
from journal.render.csvfile import Cell, csv_text, zipped
from journal.render.pdf import doctor_pdf
from journal.services.diary import load_days
from journal.services.doctor import PARTS, doctor_sheet
from journal.services.doctor_data import as_data
from journal.services.report_words import labels_of
from journal.services.reports import load_account

FORMATS: Final = ("pdf", "csv", "json")
SCHEMA_VERSION: Final = "1"

DAY_COLUMNS = (
    "date",
    "day_status",
    "water_ml",
    "sun_min",
    "exercise_min",
    "alcohol_g",
    "caffeine_mg",
    "night_sleep_min",
    "supplements_answered",
    "note",
    "updated_at",
    "schema_version",
)
SYMPTOM_COLUMNS = (
    "id",
    "date",
    "part",
    "symptom",
    "label",
    "severity_0_10",
    "state",
    "sites",
    "part_of_day",
    "duration_min",
    "times_count",
    "woke_me",
    "eased_by",
    "note",
    "updated_at",
    "schema_version",
)
MEAL_COLUMNS = (
    "id",
    "date",
    "slot",
    "position",
    "food_id",
    "food",
    "amount_label",
    "amount_g",
    "amount_source",
    "source",
    "source_code",
    "nutrients_known",
    *NUTRIENT_KEYS,
    "logged_at",
    "schema_version",
)
SUPPLEMENT_COLUMNS = (
    "id",
    "date",
    "supplement",
    "dose_label",
    "doses",
    *NUTRIENT_KEYS,
    "schema_version",
)
INTAKE_COLUMNS = (
    "date",
    "day_status",
    *(
        f"{key}_{part}"
        for key in NUTRIENT_KEYS
        for part in ("food", "supplements", "known_share_0_1")
    ),
    "schema_version",
)

README = """Lamplight journal, {first} to {last}
Written on {made_at}. Schema version {version}.

days.csv             one row a day, also for days without anything
symptoms.csv         one row an answer; part "night" is the night after the date
meals.csv            one row a food, with what its amount held
supplements.csv      one row a supplement taken
daily_nutrients.csv  sums of each day with the share of its food that has a figure

How to read it
- Units are in the column names. Decimals have a point. Dates are year-month-day.
- Moments are local times with their offset from UTC, as in 2026-11-22T21:42:00+01:00.
- An empty cell is not known or not answered. 0 is zero. State "none" is an answer: the
  person was asked and had no such symptom. A symptom without a row was not answered.
- day_status is complete, partial or not_logged. A partial day is no day of little food.
- Sums are "at least": food without a figure adds nothing and lowers the known share.
- A cell that a spreadsheet would run as a formula, or that begins with ', has one '
  before it. Take that one sign away to get what was written.
- The files are UTF-8 with a byte order mark.
"""


def export(
    session: Session,
    *,
    user_id: int,
    first: date,
    last: date,
    format: str,  # noqa: A002 - the option's name
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
    templates: Path,
) -> bytes:
    """Return the days from `first` to `last` as one file: pdf, csv (a zip) or json.

    Raises Invalid for another format or when `last` is before `first`.
    """
    if format not in FORMATS:
        raise Invalid("format", f"Choose one of {', '.join(FORMATS)}.")
    if last < first:
        raise Invalid("to", "The last day is before the first.")
    if format == "pdf":
        sheet = doctor_sheet(
            session,
            user_id=user_id,
            first=first,
            last=last,
            parts=[part for part, (_, ticked) in PARTS.items() if ticked],
            now=now,
            knowledge=knowledge,
            targets=targets,
        )
        return doctor_pdf(as_data(sheet), templates=templates, made_at=now).content
    account = load_account(session, user_id=user_id)
    tables = _tables(session, account, first, last, knowledge)
    if format == "json":
        return _as_json(tables, account, first, last, now)
    local = now.astimezone(ZoneInfo(account.time_zone))
    files = {
        "README.txt": README.format(
            first=first,
            last=last,
            made_at=local.isoformat(timespec="seconds"),
            version=SCHEMA_VERSION,
        )
    }
    files |= {
        f"{name}.csv": csv_text(columns, rows)
        for name, (columns, rows) in tables.items()
    }
    return zipped(files, made_at=local)


Table = tuple[tuple[str, ...], list[dict[str, Cell]]]


def _tables(
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


def _as_json(
    tables: Mapping[str, Table],
    account: Account,
    first: date,
    last: date,
    now: datetime,
) -> bytes:
    content: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "made_at": now.isoformat(timespec="seconds"),
        "from": first.isoformat(),
        "to": last.isoformat(),
        "profile": {
            "name": account.name,
            "birth_year": account.birth_year,
            "sex": account.sex,
            "region": account.region,
            "eating_style": account.eating_style,
            "time_zone": account.time_zone,
            "medicines": account.medicines,
            "conditions": account.conditions,
            "own_words": account.own_words,
            "own_symptoms": account.own_symptoms,
        },
    }
    for name, (_, rows) in tables.items():
        content[name] = [
            {
                key: value
                for key, value in row.items()
                if value is not None and key != "schema_version"
            }
            for row in rows
        ]
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def file_name(format: str, first: date, last: date) -> str:  # noqa: A002
    """Return what the file is called when it is saved; no name and no health word."""
    ending = {"csv": "zip"}.get(format, format)
    return f"lamplight-{first}-{last}.{ending}"


def whole_range(started: date | None, today: date) -> tuple[date, date]:
    """Return the first and last day of everything; four weeks when there is nothing."""
    return started or today - timedelta(days=27), today
