"""What was written down as tables: a row each, units in the names, empty = unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from journal.domain.history import SOURCES
from journal.domain.knowledge import Knowledge
from journal.domain.nutrition import NUTRIENT_KEYS, day_intake
from journal.domain.records import DayRecord
from journal.domain.weekly_food import day_status
from journal.models import (
    Account,
    Day,
    DayOrigin,
    Meal,
    MealItem,
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
from journal.services.report_words import labels_of

SCHEMA_VERSION: Final = "2"
#: Days in memory at once.
CHUNK_DAYS: Final = 60

Rows = Iterator[Mapping[str, Cell]]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose rows of which days, and what foods are called in the files."""

    account: Account
    first: date
    last: date
    #: Id of a food here to its id in the files.
    food_ids: Mapping[str, str]

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which moments are told."""
        return ZoneInfo(self.account.time_zone)

    def chunks(self) -> Iterator[tuple[date, date]]:
        """Yield the stretch in pieces."""
        first = self.first
        while first <= self.last:
            last = min(first + timedelta(days=CHUNK_DAYS - 1), self.last)
            yield first, last
            first = last + timedelta(days=1)


def main_tables(
    session: Session, whose: Whose, knowledge: Knowledge
) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Yield name, columns and rows of the tables of days, some days at a time."""
    yield "days", DAY_COLUMNS, _day_rows(session, whose)
    symptoms = _symptom_rows(session, whose, knowledge=knowledge)
    yield "symptoms", SYMPTOM_COLUMNS, symptoms
    yield "meals", MEAL_COLUMNS, _meal_rows(session, whose)
    yield "supplements", SUPPLEMENT_COLUMNS, _supplement_rows(session, whose)
    yield "daily_nutrients", INTAKE_COLUMNS, _intake_rows(session, whose)
    yield "imported_days", IMPORTED_COLUMNS, _imported_rows(session, whose)


def _records(session: Session, whose: Whose) -> Iterator[DayRecord]:
    for first, last in whose.chunks():
        yield from load_days(session, user_id=whose.account.id, first=first, last=last)


def local(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """Return a moment on the person's clock with its offset from UTC."""
    if moment is None:
        return None
    return moment.astimezone(zone).isoformat(timespec="seconds")


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
    rows = session.scalars(
        select(SymptomEntry)
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
        session.expunge(row)


def _meal_rows(session: Session, whose: Whose) -> Rows:
    for first, last in whose.chunks():
        meals = session.scalars(
            select(Meal)
            .where(Meal.user_id == whose.account.id, Meal.date.between(first, last))
            .order_by(Meal.date, Meal.id)
            .options(selectinload(Meal.items).joinedload(MealItem.food))
        ).all()
        counted: Counter[tuple[date, str]] = Counter()
        for meal in meals:
            counted[meal.date, meal.slot] += 1
            number = f"{meal.date}/{meal.slot}/{counted[meal.date, meal.slot]}"
            for item in meal.items:
                yield _item_row(whose, meal, item, number)
        for meal in meals:
            session.expunge(meal)


def _item_row(
    whose: Whose, meal: Meal, item: MealItem, number: str
) -> Mapping[str, Cell]:
    food = item.food
    held: dict[str, Cell] = {}
    if food is not None and item.amount_g is not None:
        held = {
            key: value * item.amount_g / 100
            for key, value in food.per_100_g.items()
            if key in NUTRIENT_KEYS
        }
    return {
        "id": f"{number}/{item.position}",
        "date": meal.date.isoformat(),
        "slot": meal.slot,
        "position": item.position,
        "food_id": whose.food_ids.get(item.food_id or ""),
        "food": item.name,
        "said": item.said or None,
        "match_0_1": item.match_0_1,
        "amount_label": item.amount_label,
        "amount_g": item.amount_g,
        "amount_source": item.amount_source,
        "source": food.source if food else None,
        "source_code": food.source_code if food else None,
        "nutrients_known": len(held),
        "nutrients_kept": len(NUTRIENT_KEYS),
        "nutrients_of_another_food": " ".join(food.filled_from) if food else None,
        **held,
        "logged_at": local(meal.created_at, whose.zone),
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
        for key in NUTRIENT_KEYS:
            intake = day_intake(record, key)
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
