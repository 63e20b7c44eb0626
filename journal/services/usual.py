"""What a person usually eats, drinks and takes: to be offered, never assumed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from journal.domain.records import Slot
from journal.models import Day, Meal, SupplementIntake
from journal.services import meal_none, meals, supplements

#: Days looked back for a habit.
HABIT_DAYS: Final = 14
#: Times that the same thing was said before it is called usual.
LEAST_TIMES: Final = 3
AS_USUAL: Final = "as usual"
AS_YESTERDAY: Final = "as yesterday"

_Foods = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UsualMeal:
    """What is eaten in one slot, copied from the meals of one earlier day.

    `is_habit` is True when the same foods were written at least three times, and in
    at least half of the slot's days, of the last fourteen; otherwise the meals are
    those of the day before.
    """

    slot: str
    meals: tuple[Meal, ...]
    is_habit: bool

    @property
    def food_names(self) -> list[str]:
        """Return the names of the foods, as they were written down."""
        return [item.name for meal in self.meals for item in meal.items]


@dataclass(frozen=True, slots=True)
class Usual:
    """What may be offered for one day; empty parts are not known.

    `water_ml` is the median of the days it was answered on, None below three.
    `doses` are those of the last day on which any product in use was taken.
    """

    meals: tuple[UsualMeal, ...] = ()
    water_ml: float | None = None
    doses: Mapping[int, float] | None = None


def usual_for(
    session: Session, *, user_id: int, day: date, written: Collection[str]
) -> Usual:
    """Return what is usual before `day`, without meals in `written` or skipped."""
    skipped = meal_none.none_on(session, user_id=user_id, day=day)
    return Usual(
        meals=_usual_meals(session, user_id, day, {*written, *skipped}),
        water_ml=_usual_water(session, user_id, day),
        doses=_usual_doses(session, user_id, day),
    )


def eat_as_usual(
    session: Session, *, user_id: int, day: date, usual: Usual, now: datetime
) -> list[int]:
    """Write the offered meals down, marked as copied; return their ids."""
    written = [
        meals.add_meal(
            session,
            user_id=user_id,
            day=day,
            slot=each.slot,
            items=[meals.as_new(item) for item in meal.items],
            now=now,
            said=AS_USUAL if each.is_habit else AS_YESTERDAY,
        )
        for each in usual.meals
        for meal in each.meals
    ]
    return [meal.id for meal in written]


def _usual_meals(
    session: Session, user_id: int, day: date, written: Collection[str]
) -> tuple[UsualMeal, ...]:
    rows = session.scalars(
        select(Meal)
        .where(
            Meal.user_id == user_id,
            Meal.date >= day - timedelta(days=HABIT_DAYS),
            Meal.date < day,
        )
        .options(selectinload(Meal.items))
        .order_by(Meal.date, Meal.id)
    )
    by_slot: dict[str, dict[date, list[Meal]]] = defaultdict(lambda: defaultdict(list))
    for meal in rows:
        if meal.items:
            by_slot[meal.slot][meal.date].append(meal)
    found = [
        _usual_meal(slot, by_slot[slot], day - timedelta(days=1))
        for slot in Slot
        if slot in by_slot and slot not in written
    ]
    return tuple(each for each in found if each is not None)


def _usual_meal(
    slot: str, by_day: Mapping[date, list[Meal]], yesterday: date
) -> UsualMeal | None:
    foods = {day: _foods(eaten) for day, eaten in by_day.items()}
    commonest, times = Counter(foods.values()).most_common(1)[0]
    if times >= LEAST_TIMES and 2 * times >= len(by_day):
        last = max(day for day, eaten in foods.items() if eaten == commonest)
        return UsualMeal(slot, tuple(by_day[last]), is_habit=True)
    if yesterday in by_day:
        return UsualMeal(slot, tuple(by_day[yesterday]), is_habit=False)
    return None


def _foods(eaten: list[Meal]) -> _Foods:
    """Return what was eaten, whatever the amounts, so that two days compare."""
    items = [item for meal in eaten for item in meal.items]
    return tuple(sorted(item.food_id or item.name.casefold() for item in items))


def _usual_water(session: Session, user_id: int, day: date) -> float | None:
    answered = session.scalars(
        select(Day.water_ml).where(
            Day.user_id == user_id,
            Day.date >= day - timedelta(days=HABIT_DAYS),
            Day.date < day,
            Day.water_ml.is_not(None),
        )
    ).all()
    known = [figure for figure in answered if figure is not None]
    return float(median(known)) if len(known) >= LEAST_TIMES else None


def _usual_doses(
    session: Session, user_id: int, day: date
) -> Mapping[int, float] | None:
    in_use = {
        product.id
        for product in supplements.all_supplements(
            session, user_id=user_id, active_only=True
        )
    }
    rows = session.scalars(
        select(SupplementIntake)
        .where(
            SupplementIntake.user_id == user_id,
            SupplementIntake.date >= day - timedelta(days=HABIT_DAYS),
            SupplementIntake.date < day,
        )
        .order_by(SupplementIntake.date)
    )
    by_day: dict[date, dict[int, float]] = defaultdict(dict)
    for row in rows:
        if row.supplement_id in in_use:
            by_day[row.date][row.supplement_id] = row.doses
    return by_day[max(by_day)] if by_day else None
