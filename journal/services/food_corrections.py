"""Which food a person means by words: remembered from each choice of another food."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.domain.foodmatch import STOPWORDS, stem, words_of
from journal.models import Food, FoodCorrection
from journal.services.meals import visible_food

LONGEST_WORDS: Final = 200


def key_of(words: str) -> str:
    """Return words in the form they are remembered by: "Eggs, boiled" is "egg boil"."""
    stems = [stem(word) for word in words_of(words) if word not in STOPWORDS]
    return " ".join(stems)[:LONGEST_WORDS]


def remember(
    session: Session, *, user_id: int, words: str, food_id: str, now: datetime
) -> FoodCorrection | None:
    """Remember that these words mean this food; the last choice counts.

    Words that hold nothing to go by are not remembered: None.
    """
    key = key_of(words)
    if not key:
        return None
    food = visible_food(session, user_id=user_id, food_id=food_id)
    row = session.scalar(
        select(FoodCorrection).where(
            FoodCorrection.user_id == user_id, FoodCorrection.words == key
        )
    )
    if row is None:
        row = FoodCorrection(user_id=user_id, words=key)
        session.add(row)
    row.said, row.food_id, row.created_at = words.strip()[:200], food.id, now
    session.flush()
    return row


def remembered(session: Session, *, user_id: int) -> Mapping[str, Food]:
    """Return each remembered food by the key of its words."""
    rows = session.execute(
        select(FoodCorrection.words, Food)
        .join(Food, Food.id == FoodCorrection.food_id)
        .where(FoodCorrection.user_id == user_id, Food.is_listed)
    )
    return {row[0]: row[1] for row in rows}


def list_corrections(
    session: Session, *, user_id: int
) -> list[tuple[FoodCorrection, Food]]:
    """Return what is remembered, by the words."""
    rows = session.execute(
        select(FoodCorrection, Food)
        .join(Food, Food.id == FoodCorrection.food_id)
        .where(FoodCorrection.user_id == user_id)
        .order_by(FoodCorrection.words)
    )
    return [(row[0], row[1]) for row in rows]


def forget(session: Session, *, user_id: int, correction_id: int) -> str:
    """Forget one choice and return its words; raise NotFound for a stranger's."""
    row = session.scalar(
        select(FoodCorrection).where(
            FoodCorrection.user_id == user_id, FoodCorrection.id == correction_id
        )
    )
    if row is None:
        raise NotFound("There is no such choice.")
    said = row.said
    session.delete(row)
    session.flush()
    return said
