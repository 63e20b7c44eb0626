"""Reading a stretch of journal days as plain records, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.dates import days_between
from journal.domain.records import (
    DayRecord,
    EatenItem,
    FoodStatus,
    Slot,
    SupplementTaken,
    SymptomAnswer,
)
from journal.models import (
    Day,
    Food,
    Meal,
    MealItem,
    MealNone,
    OwnFood,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)

SLOT_ORDER = {slot: position for position, slot in enumerate(Slot)}
#: Faster than the call of the enumeration, over years of food.
SLOTS = {slot.value: slot for slot in Slot}


def load_days(
    session: Session, *, user_id: int, first: date, last: date
) -> list[DayRecord]:
    """Return one record per calendar day from `first` to `last`, both included.

    Days with nothing logged are there too, with everything unanswered. The night of
    a record is the one that follows its day, as in the tables. Six queries however
    long the stretch is; an empty list when `last` is before `first`.
    """
    facts = _facts(session, user_id, first, last)
    day_answers, night_answers = _answers(session, user_id, first, last)
    items = _items(session, user_id, first, last)
    supplements = _supplements(session, user_id, first, last)
    skipped = _skipped(session, user_id, first, last)
    return [
        _record(
            day,
            facts.get(day),
            day_answers=day_answers[day],
            night_answers=night_answers[day],
            items=items[day],
            supplements=supplements[day],
            skipped=tuple(sorted(skipped[day], key=SLOT_ORDER.__getitem__)),
        )
        for day in days_between(first, last)
    ]


def load_answers(
    session: Session, *, user_id: int, first: date, last: date
) -> list[DayRecord]:
    """Return records as `load_days` does, with nothing in them but the symptoms.

    One query, however many years it reads.
    """
    by_day, by_night = _answers(session, user_id, first, last)
    return [
        DayRecord(day=day, day_answers=by_day[day], night_answers=by_night[day])
        for day in days_between(first, last)
    ]


def _record(
    day: date,
    facts: Day | None,
    *,
    day_answers: dict[str, SymptomAnswer],
    night_answers: dict[str, SymptomAnswer],
    items: list[EatenItem],
    supplements: list[SupplementTaken],
    skipped: tuple[Slot, ...],
) -> DayRecord:
    """Put one day together; `facts` is None when no fact of it was answered."""
    if facts is None:
        return DayRecord(
            day=day,
            day_answers=day_answers,
            night_answers=night_answers,
            items=tuple(items),
            supplements=tuple(supplements),
            supplements_answered=bool(supplements),
            skipped=skipped,
        )
    return DayRecord(
        day=day,
        day_answers=day_answers,
        night_answers=night_answers,
        items=tuple(items),
        supplements=tuple(supplements),
        supplements_answered=facts.supplements_answered or bool(supplements),
        skipped=skipped,
        food_status=FoodStatus(facts.food_status) if facts.food_status else None,
        water_ml=facts.water_ml,
        sun_min=facts.sun_min,
        exercise_min=facts.exercise_min,
        alcohol_g=facts.alcohol_g,
        caffeine_mg=facts.caffeine_mg,
        night_sleep_min=facts.night_sleep_min,
        note=facts.note,
    )


def _facts(session: Session, user_id: int, first: date, last: date) -> dict[date, Day]:
    rows = session.scalars(
        select(Day).where(Day.user_id == user_id, Day.date.between(first, last))
    )
    return {row.date: row for row in rows}


def _answers(
    session: Session, user_id: int, first: date, last: date
) -> tuple[
    defaultdict[date, dict[str, SymptomAnswer]],
    defaultdict[date, dict[str, SymptomAnswer]],
]:
    by_day: defaultdict[date, dict[str, SymptomAnswer]] = defaultdict(dict)
    by_night: defaultdict[date, dict[str, SymptomAnswer]] = defaultdict(dict)
    # Columns, not entities: years of answers are read for the patterns.
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
        )
        .where(
            SymptomEntry.user_id == user_id,
            SymptomEntry.date.between(first, last),
        )
        .order_by(SymptomEntry.id)
    )
    for day, part, symptom, severity, sites, *details in rows:
        answers = by_night if part == "night" else by_day
        answers[day][symptom] = SymptomAnswer(symptom, severity, tuple(sites), *details)
    return by_day, by_night


def _items(
    session: Session, user_id: int, first: date, last: date
) -> defaultdict[date, list[EatenItem]]:
    by_date: defaultdict[date, list[EatenItem]] = defaultdict(list)
    figures = _figures(session, user_id, first, last)
    rows = session.execute(
        select(
            Meal.date,
            Meal.slot,
            MealItem.name,
            MealItem.amount_g,
            MealItem.food_id,
            MealItem.amount_source,
        )
        .join(MealItem, MealItem.meal_id == Meal.id)
        .where(Meal.user_id == user_id, Meal.date.between(first, last))
        .order_by(Meal.date, Meal.id, MealItem.position)
    )
    for day, slot, name, amount_g, food_id, amount_source in rows:
        per_100_g, known_shares = figures.get(food_id or "", ({}, {}))
        by_date[day].append(
            EatenItem(
                slot=SLOTS[slot],
                name=name,
                amount_g=amount_g,
                food_id=food_id,
                per_100_g=per_100_g,
                known_shares=known_shares,
                amount_assumed=amount_source == "assumed",
            )
        )
    for eaten in by_date.values():
        eaten.sort(key=lambda item: SLOT_ORDER[item.slot])
    return by_date


def _figures(
    session: Session, user_id: int, first: date, last: date
) -> dict[str, tuple[dict[str, float], dict[str, float]]]:
    """Return food id to figures and, of a recipe, their known shares.

    Each food is read once however often it was eaten.
    """
    eaten = (
        select(MealItem.food_id)
        .join(Meal, MealItem.meal_id == Meal.id)
        .where(Meal.user_id == user_id, Meal.date.between(first, last))
    )
    rows = session.execute(
        select(Food.id, Food.per_100_g, OwnFood.known_shares)
        .outerjoin(OwnFood, OwnFood.food_id == Food.id)
        .where(Food.id.in_(eaten))
    )
    return {row[0]: (row[1] or {}, row[2] or {}) for row in rows}


def _skipped(
    session: Session, user_id: int, first: date, last: date
) -> defaultdict[date, list[Slot]]:
    by_date: defaultdict[date, list[Slot]] = defaultdict(list)
    rows = session.execute(
        select(MealNone.date, MealNone.slot).where(
            MealNone.user_id == user_id, MealNone.date.between(first, last)
        )
    )
    for day, slot in rows:
        by_date[day].append(Slot(slot))
    return by_date


def _supplements(
    session: Session, user_id: int, first: date, last: date
) -> defaultdict[date, list[SupplementTaken]]:
    by_date: defaultdict[date, list[SupplementTaken]] = defaultdict(list)
    rows = session.execute(
        select(
            SupplementIntake.date,
            SupplementIntake.doses,
            Supplement.name,
            Supplement.amounts,
        )
        .join(Supplement, Supplement.id == SupplementIntake.supplement_id)
        .where(
            SupplementIntake.user_id == user_id,
            SupplementIntake.date.between(first, last),
        )
        .order_by(SupplementIntake.date, Supplement.id)
    )
    for day, doses, name, amounts in rows:
        by_date[day].append(
            SupplementTaken(
                name=name,
                doses=doses,
                amounts={key: amount * doses for key, amount in amounts.items()},
            )
        )
    return by_date
