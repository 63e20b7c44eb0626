"""A person's own foods: from a label, kept, changed, put away, deleted when unused.

What was eaten stays what it was: a food that a meal holds is never changed. A change
makes a new food of the same name; the old one stays, unlisted, for its days.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, joinedload, selectinload

from journal.domain.amounts import Portion
from journal.domain.errors import Conflict, Invalid, NotFound
from journal.models import (
    FavouriteFood,
    Food,
    FoodCorrection,
    FoodPortion,
    MealItem,
    OwnFood,
    RecipeItem,
    SavedMeal,
    SavedMealItem,
)

OWN: Final = "own"
RECIPE: Final = "recipe"
LONGEST_NAME: Final = 120
MOST_OWN: Final = 500


def own_foods(session: Session, *, user_id: int) -> list[OwnFood]:
    """Return the newest version of each own food and recipe, by name."""
    return list(
        session.scalars(
            select(OwnFood)
            .join(Food, Food.id == OwnFood.food_id)
            .where(OwnFood.user_id == user_id, OwnFood.is_newest)
            .options(joinedload(OwnFood.food), selectinload(OwnFood.ingredients))
            .order_by(Food.name)
        )
    )


def get_own(session: Session, *, user_id: int, food_id: str, kind: str) -> OwnFood:
    """Return the newest version of one own food ("label") or recipe, or NotFound."""
    found = session.scalar(
        select(OwnFood).where(
            OwnFood.user_id == user_id,
            OwnFood.food_id == food_id,
            OwnFood.kind == kind,
            OwnFood.is_newest,
        )
    )
    if found is None:
        raise NotFound("There is no such food of yours.")
    return found


def save_own(
    session: Session,
    *,
    user_id: int,
    kind: str,
    name: str,
    figures: Mapping[str, float],
    portions: Sequence[Portion],
    typed: Mapping[str, str],
    now: datetime,
    food_id: str = "",
    **facts: Any,
) -> OwnFood:
    """Write an own food, or with `food_id` change one; returns its newest version.

    :param figures: per 100 g; a nutrient that is not known has no key
    :param facts: further columns of OwnFood, for recipes
    """
    name = " ".join(name.split())
    if not name:
        raise Invalid("name", "Give the food a name.")
    if len(name) > LONGEST_NAME:
        raise Invalid("name", f"Use at most {LONGEST_NAME} letters for the name.")
    own = _to_write(session, user_id, kind, food_id, now)
    own.food.name = name
    own.food.per_100_g = dict(figures)
    own.typed = dict(typed)
    own.updated_at = now
    for column, value in facts.items():
        setattr(own, column, value)
    session.flush()
    _set_portions(session, own.food_id, portions)
    return own


def put_away(
    session: Session, *, user_id: int, food_id: str, kind: str, is_active: bool
) -> OwnFood:
    """Put an own food away, so that it is not found any more, or take it up again."""
    own = get_own(session, user_id=user_id, food_id=food_id, kind=kind)
    own.is_active = own.food.is_listed = is_active
    session.flush()
    return own


def delete_own(session: Session, *, user_id: int, food_id: str, kind: str) -> str:
    """Delete an own food that nothing holds, and return its name.

    :raises Conflict: when a meal, a recipe or a saved meal holds it
    """
    own = get_own(session, user_id=user_id, food_id=food_id, kind=kind)
    used = uses(session, food_id=food_id)
    if used:
        raise Conflict(
            f"{own.food.name} is in {used} of your meals, recipes or saved meals. "
            "Put it away instead: those stay as they are."
        )
    name, food = own.food.name, own.food
    session.delete(own)
    session.flush()
    session.delete(food)
    session.flush()
    return name


def uses(session: Session, *, food_id: str) -> int:
    """Return how many rows of meals, recipes and saved meals hold a food."""
    counts = [
        session.scalar(
            select(func.count()).select_from(table).where(table.food_id == food_id)
        )
        for table in (MealItem, RecipeItem, SavedMealItem)
    ]
    return sum(count or 0 for count in counts)


def _to_write(
    session: Session, user_id: int, kind: str, food_id: str, now: datetime
) -> OwnFood:
    """Return the row to write: a new one, or the one there is when no meal holds it."""
    before = (
        get_own(session, user_id=user_id, food_id=food_id, kind=kind)
        if food_id
        else None
    )
    if before is not None and not _is_eaten(session, food_id):
        before.is_active = before.food.is_listed = True
        return before
    if before is None and _count(session, user_id) >= MOST_OWN:
        raise Invalid("name", f"At most {MOST_OWN} foods of your own.")
    food = Food(
        id=f"own-{uuid.uuid4().hex}",
        user_id=user_id,
        source=OWN if kind == "label" else RECIPE,
        name="",
        created_at=now,
        is_listed=True,
    )
    own = OwnFood(user_id=user_id, kind=kind, food=food, is_active=True, is_newest=True)
    own.updated_at, own.typed, own.known_shares = now, {}, {}
    session.add(own)
    session.flush()
    if before is not None:
        before.is_newest = before.food.is_listed = False
        _point_at_new(session, user_id, before.food_id, own.food_id)
    return own


def _is_eaten(session: Session, food_id: str) -> bool:
    for table in (MealItem, RecipeItem):
        found = session.scalar(
            select(table.id).where(table.food_id == food_id).limit(1)
        )
        if found is not None:
            return True
    return False


def _count(session: Session, user_id: int) -> int:
    query = select(func.count()).where(OwnFood.user_id == user_id, OwnFood.is_newest)
    return session.scalar(query) or 0


def _point_at_new(session: Session, user_id: int, old: str, new: str) -> None:
    """Let favourites, remembered words and saved meals mean the new version."""
    saved = select(SavedMeal.id).where(SavedMeal.user_id == user_id)
    for statement in (
        update(FavouriteFood).where(FavouriteFood.user_id == user_id),
        update(FoodCorrection).where(FoodCorrection.user_id == user_id),
        update(SavedMealItem).where(SavedMealItem.saved_meal_id.in_(saved)),
    ):
        table = statement.table
        session.execute(
            statement.where(table.c.food_id == old)
            .values(food_id=new)
            .execution_options(synchronize_session=False)
        )
    session.expire_all()


def _set_portions(session: Session, food_id: str, portions: Sequence[Portion]) -> None:
    stored = session.scalars(
        select(FoodPortion).where(FoodPortion.food_id == food_id)
    ).all()
    for portion in stored:
        session.delete(portion)
    session.flush()
    session.add_all(
        FoodPortion(food_id=food_id, seq=seq, label=one.label[:80], grams=one.grams)
        for seq, one in enumerate(portions, start=1)
    )
    session.flush()
