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
    Supplement,
    SupplementIntake,
    SymptomEntry,
)

SLOT_ORDER = {slot: position for position, slot in enumerate(Slot)}


def load_days(
    session: Session, *, user_id: int, first: date, last: date
) -> list[DayRecord]:
    """Return one record per calendar day from `first` to `last`, both included.

    Days with nothing logged are there too, with everything unanswered. The night of
    a record is the one that follows its day, as in the tables. Four queries however
    long the stretch is; an empty list when `last` is before `first`.
    """
    facts = _facts(session, user_id, first, last)
    day_answers, night_answers = _answers(session, user_id, first, last)
    items = _items(session, user_id, first, last)
    supplements = _supplements(session, user_id, first, last)
    return [
        _record(
            day,
            facts.get(day),
            day_answers=day_answers[day],
            night_answers=night_answers[day],
            items=items[day],
            supplements=supplements[day],
        )
        for day in days_between(first, last)
    ]


def symptom_answer(entry: SymptomEntry) -> SymptomAnswer:
    """Return the stored answer to one symptom as a plain value."""
    return SymptomAnswer(
        symptom=entry.symptom,
        severity_0_10=entry.severity_0_10,
        sites=tuple(entry.sites),
        part_of_day=entry.part_of_day,
        duration_min=entry.duration_min,
        times_count=entry.times_count,
        woke_me=entry.woke_me,
        eased_by=entry.eased_by,
        note=entry.note,
    )


def _record(
    day: date,
    facts: Day | None,
    *,
    day_answers: dict[str, SymptomAnswer],
    night_answers: dict[str, SymptomAnswer],
    items: list[EatenItem],
    supplements: list[SupplementTaken],
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
        )
    return DayRecord(
        day=day,
        day_answers=day_answers,
        night_answers=night_answers,
        items=tuple(items),
        supplements=tuple(supplements),
        supplements_answered=facts.supplements_answered or bool(supplements),
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
    rows = session.scalars(
        select(SymptomEntry)
        .where(
            SymptomEntry.user_id == user_id,
            SymptomEntry.date.between(first, last),
        )
        .order_by(SymptomEntry.id)
    )
    for row in rows:
        part = by_night if row.part == "night" else by_day
        part[row.date][row.symptom] = symptom_answer(row)
    return by_day, by_night


def _items(
    session: Session, user_id: int, first: date, last: date
) -> defaultdict[date, list[EatenItem]]:
    by_date: defaultdict[date, list[EatenItem]] = defaultdict(list)
    rows = session.execute(
        select(Meal.date, Meal.slot, MealItem, Food.per_100_g)
        .join(MealItem, MealItem.meal_id == Meal.id)
        .outerjoin(Food, Food.id == MealItem.food_id)
        .where(Meal.user_id == user_id, Meal.date.between(first, last))
        .order_by(Meal.date, Meal.id, MealItem.position)
    )
    for day, slot, item, per_100_g in rows:
        by_date[day].append(
            EatenItem(
                slot=Slot(slot),
                name=item.name,
                amount_g=item.amount_g,
                food_id=item.food_id,
                per_100_g=per_100_g or {},
                amount_assumed=item.amount_source == "assumed",
            )
        )
    for eaten in by_date.values():
        eaten.sort(key=lambda item: SLOT_ORDER[item.slot])
    return by_date


def _supplements(
    session: Session, user_id: int, first: date, last: date
) -> defaultdict[date, list[SupplementTaken]]:
    by_date: defaultdict[date, list[SupplementTaken]] = defaultdict(list)
    rows = session.execute(
        select(SupplementIntake, Supplement)
        .join(Supplement, Supplement.id == SupplementIntake.supplement_id)
        .where(
            SupplementIntake.user_id == user_id,
            SupplementIntake.date.between(first, last),
        )
        .order_by(SupplementIntake.date, Supplement.id)
    )
    for intake, supplement in rows:
        by_date[intake.date].append(
            SupplementTaken(
                name=supplement.name,
                doses=intake.doses,
                amounts={
                    key: amount * intake.doses
                    for key, amount in supplement.amounts.items()
                },
            )
        )
    return by_date
