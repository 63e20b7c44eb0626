"""Foods that a person marked with a star."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from journal.models import FavouriteFood, Food
from journal.services.meals import visible_food


def favourites(session: Session, *, user_id: int) -> list[Food]:
    """Return the person's favourite foods by name."""
    return list(
        session.scalars(
            select(Food)
            .join(FavouriteFood, FavouriteFood.food_id == Food.id)
            .where(FavouriteFood.user_id == user_id, Food.is_listed)
            .order_by(Food.name)
        )
    )


def star(session: Session, *, user_id: int, food_id: str, now: datetime) -> Food:
    """Make a food a favourite; raise NotFound for one the person cannot see."""
    food = visible_food(session, user_id=user_id, food_id=food_id)
    if session.get(FavouriteFood, (user_id, food_id)) is None:
        session.add(FavouriteFood(user_id=user_id, food_id=food_id, created_at=now))
        session.flush()
    return food


def unstar(session: Session, *, user_id: int, food_id: str) -> None:
    """Take the star away; nothing happens when there is none."""
    session.execute(
        delete(FavouriteFood).where(
            FavouriteFood.user_id == user_id, FavouriteFood.food_id == food_id
        )
    )
    session.flush()
