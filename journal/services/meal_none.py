"""The answer "none" to a meal: it was skipped, which is not the same as not logged."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.domain.records import Slot
from journal.models import Meal, MealNone


def none_on(session: Session, *, user_id: int, day: date) -> list[str]:
    """Return the meals of a day that were answered "none", in their order."""
    slots = set(
        session.scalars(
            select(MealNone.slot).where(
                MealNone.user_id == user_id, MealNone.date == day
            )
        )
    )
    return [slot for slot in Slot if slot in slots]


def answer_none(session: Session, *, user_id: int, day: date, slot: str) -> None:
    """Note that there was none of this meal.

    :raises Invalid: when food is written down for it, or there is no such meal
    """
    if slot not in set(Slot):
        raise Invalid("slot", "Choose which meal it was.")
    eaten = session.scalar(
        select(Meal.id).where(
            Meal.user_id == user_id, Meal.date == day, Meal.slot == slot
        )
    )
    if eaten is not None:
        raise Invalid("slot", f"There is food under {slot}. Remove it first.")
    if slot not in none_on(session, user_id=user_id, day=day):
        session.add(MealNone(user_id=user_id, date=day, slot=slot))
        session.flush()


def clear_none(session: Session, *, user_id: int, day: date, slot: str) -> None:
    """Take the answer back: the meal is not answered any more."""
    session.execute(
        delete(MealNone).where(
            MealNone.user_id == user_id, MealNone.date == day, MealNone.slot == slot
        )
    )
    session.flush()
