"""Meals of a day: add, change amounts and foods, take away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session, selectinload

from journal.domain.errors import Invalid, NotFound
from journal.domain.records import Slot
from journal.models import Food, Meal, MealItem, MealNone
from journal.services import foods as food_table

LARGEST_AMOUNT_G: Final = 5000.0
LONGEST_SAID: Final = 1000
MOST_ITEMS: Final = 60
MOST_ALTERNATIVES: Final = 5


@dataclass(frozen=True, slots=True)
class NewItem:
    """A food to write down, as in MealItem; without `food_id` it is kept as words."""

    name: str
    food_id: str | None = None
    amount_g: float | None = None
    amount_label: str = ""
    amount_source: str = "unknown"
    said: str = ""
    match_0_1: float | None = None
    alternatives: tuple[str, ...] = ()


def meals_of_day(session: Session, *, user_id: int, day: date) -> list[Meal]:
    """Return the meals of a day with their items, in the order of the slots."""
    order = list(Slot)
    meals = session.scalars(
        select(Meal)
        .where(Meal.user_id == user_id, Meal.date == day)
        .options(selectinload(Meal.items))
        .order_by(Meal.id)
    )
    return sorted(meals, key=lambda meal: order.index(Slot(meal.slot)))


def add_meal(
    session: Session,
    *,
    user_id: int,
    day: date,
    slot: str,
    items: Iterable[NewItem],
    now: datetime,
    said: str = "",
) -> Meal:
    """Write a meal down. Raises Invalid for a slot, food or amount that cannot be."""
    foods = list(items)
    if slot not in set(Slot):
        raise Invalid("slot", "Choose which meal it was.")
    if not foods:
        raise Invalid("meal", "Write what you ate, or choose a food.")
    if len(foods) > MOST_ITEMS:
        raise Invalid("meal", f"At most {MOST_ITEMS} foods at once.")
    if len(said) > LONGEST_SAID:
        raise Invalid("meal", f"Use at most {LONGEST_SAID} letters for one meal.")
    meal = Meal(user_id=user_id, date=day, slot=slot, said=said, created_at=now)
    for position, item in enumerate(foods, start=1):
        meal.items.append(_as_row(session, user_id, item, position))
    session.add(meal)
    # What was eaten takes the place of the answer "none".
    session.execute(
        delete(MealNone).where(
            MealNone.user_id == user_id, MealNone.date == day, MealNone.slot == slot
        )
    )
    session.flush()
    return meal


def add_item(session: Session, *, user_id: int, meal_id: int, item: NewItem) -> None:
    """Put one more food at the end of a meal."""
    meal = get_meal(session, user_id=user_id, meal_id=meal_id)
    if len(meal.items) >= MOST_ITEMS:
        raise Invalid("food", f"A meal holds at most {MOST_ITEMS} foods.")
    last = max((each.position for each in meal.items), default=0)
    meal.items.append(_as_row(session, user_id, item, last + 1))
    session.flush()


def get_meal(session: Session, *, user_id: int, meal_id: int) -> Meal:
    """Return the person's meal, or raise NotFound."""
    meal = session.scalar(
        select(Meal).where(Meal.user_id == user_id, Meal.id == meal_id)
    )
    if meal is None:
        raise NotFound("There is no such meal.")
    return meal


def get_item(session: Session, *, user_id: int, item_id: int) -> MealItem:
    """Return one food of a meal of the person, or raise NotFound."""
    item = session.scalar(
        select(MealItem)
        .join(Meal, Meal.id == MealItem.meal_id)
        .where(Meal.user_id == user_id, MealItem.id == item_id)
    )
    if item is None:
        raise NotFound("There is no such food in your meals.")
    return item


def remove_item(session: Session, *, user_id: int, item_id: int) -> MealItem:
    """Take a food out of its meal; a meal left empty goes too. Returns the item."""
    item = get_item(session, user_id=user_id, item_id=item_id)
    meal = item.meal
    if len(meal.items) == 1:
        session.delete(meal)
    else:
        session.delete(item)
    session.flush()
    session.expire_all()
    return item


def remove_meal(session: Session, *, user_id: int, meal_id: int) -> None:
    """Take a whole meal away."""
    session.delete(get_meal(session, user_id=user_id, meal_id=meal_id))
    session.flush()


def set_amount(
    session: Session,
    *,
    user_id: int,
    item_id: int,
    amount_g: float,
    label: str = "",
    source: str = "stated",
) -> MealItem:
    """Give a food another amount, in grams; `label` is what the person sees."""
    item = get_item(session, user_id=user_id, item_id=item_id)
    item.amount_g = _checked_amount(amount_g)
    item.amount_label = label[:80]
    item.amount_source = source
    session.flush()
    return item


def swap_food(
    session: Session, *, user_id: int, item_id: int, food_id: str
) -> MealItem:
    """Say that it was another food. Its usual portion is assumed.

    An amount that was typed in grams stays; a portion of another food does not. The
    food it was before stays one tap away.
    """
    item = get_item(session, user_id=user_id, item_id=item_id)
    food = visible_food(session, user_id=user_id, food_id=food_id)
    others = [item.food_id, *item.alternatives]
    item.alternatives = [
        each for each in dict.fromkeys(others) if each and each != food.id
    ][:MOST_ALTERNATIVES]
    item.food_id = food.id
    item.name = food.name
    item.match_0_1 = None
    if item.amount_source != "stated" or item.amount_g is None:
        portions = food_table.portions_of(session, food_ids=[food.id])[food.id]
        usual = portions[0] if portions else None
        item.amount_g = usual.grams if usual else None
        item.amount_label = usual.label if usual else ""
        item.amount_source = "assumed" if usual else "unknown"
    session.flush()
    return item


def as_new(item: MealItem) -> NewItem:
    """Return a stored food as one to be written down again."""
    return NewItem(
        name=item.name,
        food_id=item.food_id,
        amount_g=item.amount_g,
        amount_label=item.amount_label,
        amount_source=item.amount_source,
        said=item.said,
        match_0_1=item.match_0_1,
        alternatives=tuple(item.alternatives),
    )


def visible_food(session: Session, *, user_id: int, food_id: str) -> Food:
    """Return a food of the table or of the person's own, or raise NotFound."""
    food = session.scalar(
        select(Food).where(
            Food.id == food_id, or_(Food.user_id.is_(None), Food.user_id == user_id)
        )
    )
    if food is None:
        raise NotFound("There is no such food.")
    return food


def _as_row(session: Session, user_id: int, item: NewItem, position: int) -> MealItem:
    if item.food_id is not None:
        visible_food(session, user_id=user_id, food_id=item.food_id)
    if not item.name.strip():
        raise Invalid("meal", "Write what you ate, or choose a food.")
    amount_g = None if item.amount_g is None else _checked_amount(item.amount_g)
    return MealItem(
        position=position,
        food_id=item.food_id,
        name=item.name.strip()[:200],
        amount_g=amount_g,
        amount_label=item.amount_label[:80],
        amount_source=item.amount_source if amount_g is not None else "unknown",
        said=item.said[:200],
        match_0_1=item.match_0_1,
        alternatives=list(item.alternatives[:MOST_ALTERNATIVES]),
    )


def _checked_amount(amount_g: float) -> float:
    if not 0 < amount_g <= LARGEST_AMOUNT_G:
        raise Invalid(
            "grams", f"Type more than 0 and at most {LARGEST_AMOUNT_G:,.0f} grams."
        )
    return float(amount_g)
