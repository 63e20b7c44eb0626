"""Eating something again: yesterday's meal, a usual food, leftovers on another day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.domain.records import Slot
from journal.models import Food, Meal, MealItem
from journal.services import foods as food_table
from journal.services import meals
from journal.services.meals import NewItem

#: Days looked back for the foods a person eats often.
HABIT_DAYS: Final = 90
#: A food of these last days is recent.
RECENT_DAYS: Final = 7

BOOST_AT_THIS_MEAL: Final = 0.02
BOOST_AT_ANY_MEAL: Final = 0.005
BOOST_RECENT: Final = 0.02
LARGEST_BOOST: Final = 0.1


@dataclass(frozen=True, slots=True)
class Habit:
    """How often a person ate a food in the last three months, and when last."""

    food_id: str
    times: int
    times_at_slot: int
    last: date


def habits(session: Session, *, user_id: int, day: date, slot: str) -> list[Habit]:
    """Return the person's foods up to `day`, those usual at this meal first."""
    at_slot = func.sum(case((Meal.slot == slot, 1), else_=0))
    rows = session.execute(
        select(MealItem.food_id, func.count(), at_slot, func.max(Meal.date))
        .join(Meal, Meal.id == MealItem.meal_id)
        .join(Food, Food.id == MealItem.food_id)
        .where(
            Meal.user_id == user_id,
            Meal.date > day - timedelta(days=HABIT_DAYS),
            Meal.date <= day,
            Food.is_listed,
        )
        .group_by(MealItem.food_id)
    )
    found = [Habit(str(row[0]), row[1], row[2], row[3]) for row in rows]
    recent = day - timedelta(days=RECENT_DAYS)
    return sorted(
        found,
        key=lambda one: (
            -one.times_at_slot,
            one.last < recent,
            -one.times,
            one.food_id,
        ),
    )


def boosts(found: Sequence[Habit], *, day: date) -> dict[str, float]:
    """Return how much each food comes forward in a search at this time of day."""
    recent = day - timedelta(days=RECENT_DAYS)
    return {
        one.food_id: min(
            LARGEST_BOOST,
            one.times_at_slot * BOOST_AT_THIS_MEAL
            + one.times * BOOST_AT_ANY_MEAL
            + (BOOST_RECENT if one.last >= recent else 0.0),
        )
        for one in found
    }


def as_yesterday(
    session: Session, *, user_id: int, day: date, slot: str, now: datetime
) -> list[Meal]:
    """Write down again what the meal of this slot was the day before."""
    yesterday = day - timedelta(days=1)
    before = [
        meal
        for meal in meals.meals_of_day(session, user_id=user_id, day=yesterday)
        if meal.slot == slot and meal.items
    ]
    if not before:
        raise Invalid("slot", f"No {slot} was written down for the day before.")
    return [
        _copy(session, meal, day=day, slot=slot, now=now, said="as yesterday")
        for meal in before
    ]


def copy_meal(
    session: Session, *, user_id: int, meal_id: int, day: date, slot: str, now: datetime
) -> Meal:
    """Write a meal down once more, on another day or as another meal."""
    meal = meals.get_meal(session, user_id=user_id, meal_id=meal_id)
    return _copy(session, meal, day=day, slot=slot, now=now, said=meal.said)


def move_meal(
    session: Session, *, user_id: int, meal_id: int, day: date, slot: str, now: datetime
) -> Meal:
    """Say at `now` that a meal was eaten on another day or as another meal."""
    meal = meals.get_meal(session, user_id=user_id, meal_id=meal_id)
    if slot not in set(Slot):
        raise Invalid("slot", "Choose which meal it was.")
    meal.date, meal.slot, meal.created_at = day, slot, now
    session.flush()
    return meal


def eat_food(
    session: Session, *, user_id: int, day: date, slot: str, food_id: str, now: datetime
) -> Meal:
    """Write one food down with the amount the person last had of it.

    It joins the newest meal of that slot that was made food by food; there is one
    made when there is none.
    """
    food = meals.visible_food(session, user_id=user_id, food_id=food_id)
    item = usual_amounts(session, user_id=user_id, foods=[food])[food.id]
    for meal in reversed(meals.meals_of_day(session, user_id=user_id, day=day)):
        if meal.slot == slot:
            meals.add_item(session, user_id=user_id, meal_id=meal.id, item=item)
            return meal
    return meals.add_meal(
        session, user_id=user_id, day=day, slot=slot, items=[item], now=now
    )


def usual_amounts(
    session: Session, *, user_id: int, foods: Sequence[Food]
) -> Mapping[str, NewItem]:
    """Return each food as it was last eaten; its first portion when it never was."""
    ids = [food.id for food in foods]
    last_ids = (
        select(func.max(MealItem.id))
        .join(Meal, Meal.id == MealItem.meal_id)
        .where(
            Meal.user_id == user_id,
            MealItem.food_id.in_(ids),
            MealItem.amount_g.is_not(None),
        )
        .group_by(MealItem.food_id)
    )
    last = {
        item.food_id: item
        for item in session.scalars(select(MealItem).where(MealItem.id.in_(last_ids)))
    }
    portions = food_table.portions_of(session, food_ids=ids)
    found = {}
    for food in foods:
        before = last.get(food.id)
        usual = portions[food.id][0] if portions[food.id] else None
        if before is not None:
            amount, label = before.amount_g, before.amount_label
            source = before.amount_source
        elif usual is not None:
            amount, label, source = usual.grams, usual.label, "assumed"
        else:
            amount, label, source = None, "", "unknown"
        found[food.id] = NewItem(food.name, food.id, amount, label, source)
    return found


def _copy(
    session: Session, meal: Meal, *, day: date, slot: str, now: datetime, said: str
) -> Meal:
    return meals.add_meal(
        session,
        user_id=meal.user_id,
        day=day,
        slot=slot,
        items=[meals.as_new(item) for item in meal.items],
        now=now,
        said=said,
    )
