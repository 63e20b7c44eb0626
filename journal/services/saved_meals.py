"""Meals kept under a name ("Std breakfast") and eaten again by a tap or by the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from journal.domain import saved_names
from journal.domain.errors import Invalid, NotFound
from journal.domain.foodmatch import plain
from journal.domain.saved_names import scaled_label
from journal.models import Meal, SavedMeal, SavedMealItem
from journal.services import meals
from journal.services.meals import NewItem

LONGEST_NAME: Final = 60
MOST_SAVED: Final = 100


def saved_meals(session: Session, *, user_id: int) -> list[SavedMeal]:
    """Return the person's saved meals with their foods, by name."""
    return list(
        session.scalars(
            select(SavedMeal)
            .where(SavedMeal.user_id == user_id)
            .options(selectinload(SavedMeal.items))
            .order_by(SavedMeal.name_key)
        )
    )


def get_saved(session: Session, *, user_id: int, saved_id: int) -> SavedMeal:
    """Return one saved meal of the person, or raise NotFound."""
    found = session.scalar(
        select(SavedMeal).where(SavedMeal.user_id == user_id, SavedMeal.id == saved_id)
    )
    if found is None:
        raise NotFound("There is no such saved meal.")
    return found


def save_meal(
    session: Session, *, user_id: int, meal_id: int, name: str, now: datetime
) -> SavedMeal:
    """Keep a meal under a name; the same name again takes the place of the old one.

    :raises Invalid: without a name, or with one that is only figures and signs
    """
    meal = meals.get_meal(session, user_id=user_id, meal_id=meal_id)
    name, key = _checked_name(name)
    row = _named(session, user_id, key)
    if row is None:
        if len(saved_meals(session, user_id=user_id)) >= MOST_SAVED:
            raise Invalid(
                "name", f"At most {MOST_SAVED} saved meals. Delete one first."
            )
        row = SavedMeal(user_id=user_id, name_key=key, created_at=now)
        session.add(row)
    row.name = name
    row.items = [
        SavedMealItem(
            position=position,
            food_id=item.food_id,
            name=item.name,
            amount_g=item.amount_g,
            amount_label=item.amount_label,
            amount_source=item.amount_source,
        )
        for position, item in enumerate(meal.items, start=1)
    ]
    session.flush()
    return row


def rename_saved(
    session: Session, *, user_id: int, saved_id: int, name: str
) -> SavedMeal:
    """Give a saved meal another name; raise Invalid when another one has it."""
    row = get_saved(session, user_id=user_id, saved_id=saved_id)
    name, key = _checked_name(name)
    other = _named(session, user_id, key)
    if other is not None and other.id != row.id:
        raise Invalid("name", "Another saved meal has this name.")
    row.name, row.name_key = name, key
    session.flush()
    return row


def delete_saved(session: Session, *, user_id: int, saved_id: int) -> str:
    """Delete a saved meal and return its name; days it was eaten on stay."""
    row = get_saved(session, user_id=user_id, saved_id=saved_id)
    name = row.name
    session.delete(row)
    session.flush()
    return name


def eat_saved(
    session: Session,
    *,
    user_id: int,
    saved_id: int,
    day: date,
    slot: str,
    now: datetime,
) -> Meal:
    """Write a saved meal down for a day, as it was saved."""
    row = get_saved(session, user_id=user_id, saved_id=saved_id)
    return meals.add_meal(
        session,
        user_id=user_id,
        day=day,
        slot=slot,
        items=as_items(row),
        now=now,
        said=row.name,
    )


def as_items(saved: SavedMeal, *, share: float = 1.0) -> list[NewItem]:
    """Return the foods of a saved meal, or of a share of it, to be written down.

    A food whose amount is not known stays so, whatever the share.
    """
    return [
        NewItem(
            item.name,
            item.food_id,
            item.amount_g * share if item.amount_g else None,
            scaled_label(item.amount_label, share),
            item.amount_source,
        )
        for item in saved.items
    ]


def taken_out(
    text: str, saved: Sequence[SavedMeal]
) -> tuple[str, list[tuple[SavedMeal, float]]]:
    """Return a sentence without the names of saved meals, and those meals' shares."""
    rest, found = saved_names.taken_out(text, [each.name for each in saved])
    return rest, [(saved[number], share) for number, share in found]


def _checked_name(name: str) -> tuple[str, str]:
    name = " ".join(name.split())
    if not re.search(r"[^\W\d_]{2}", name):
        raise Invalid("name", "Give the meal a name, for example Std breakfast.")
    if len(name) > LONGEST_NAME:
        raise Invalid("name", f"Use at most {LONGEST_NAME} letters for the name.")
    return name, plain(name)[:80]


def _named(session: Session, user_id: int, key: str) -> SavedMeal | None:
    return session.scalar(
        select(SavedMeal).where(SavedMeal.user_id == user_id, SavedMeal.name_key == key)
    )
