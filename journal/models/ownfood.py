"""What a person makes of foods: own ones, recipes, saved meals, favourites, choices."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from journal.models.base import Base
from journal.models.food import Food


class OwnFood(Base):
    """How a person's own food was told: from a label, or as a recipe.

    The figures are in its Food. A food that was eaten and is changed afterwards gets a
    new Food; the old one stays unlisted for the days that hold it.
    """

    __tablename__ = "own_food"
    __table_args__ = (CheckConstraint("kind IN ('label', 'recipe')", name="kind"),)

    food_id: Mapped[str] = mapped_column(
        ForeignKey("food.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(6))
    #: The fields of the form as they were typed, so that it can be shown again.
    typed: Mapped[dict[str, str]] = mapped_column(default=dict)
    servings: Mapped[float | None]
    #: Cooked weight of the whole recipe; the weight of the ingredients when not told.
    yield_g: Mapped[float | None]
    #: Nutrient key to the share (0 to 1) of the recipe's weight that has a figure.
    known_shares: Mapped[dict[str, float]] = mapped_column(default=dict)
    #: False when it was put away: it is not found any more, and can be taken up again.
    is_active: Mapped[bool] = mapped_column(default=True)
    #: False for an older version, kept for the days that hold it.
    is_newest: Mapped[bool] = mapped_column(default=True)
    updated_at: Mapped[dt.datetime]

    food: Mapped[Food] = relationship()
    ingredients: Mapped[list[RecipeItem]] = relationship(
        order_by="RecipeItem.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


class RecipeItem(Base):
    """One ingredient of a recipe; without a food it is kept as words."""

    __tablename__ = "recipe_item"
    __table_args__ = (
        CheckConstraint("amount_g IS NULL OR amount_g > 0", name="amount_g"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    recipe_id: Mapped[str] = mapped_column(
        ForeignKey("own_food.food_id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    food_id: Mapped[str | None] = mapped_column(
        ForeignKey("food.id", ondelete="SET NULL")
    )
    name: Mapped[str] = mapped_column(String(200))
    amount_g: Mapped[float | None]
    amount_label: Mapped[str] = mapped_column(String(80), default="")
    amount_source: Mapped[str] = mapped_column(String(8))


class SavedMeal(Base):
    """A meal kept under a name, to be eaten again; `name_key` is the name, plain."""

    __tablename__ = "saved_meal"
    __table_args__ = (UniqueConstraint("user_id", "name_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(80))
    name_key: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[dt.datetime]

    items: Mapped[list[SavedMealItem]] = relationship(
        order_by="SavedMealItem.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


class SavedMealItem(Base):
    """One food of a saved meal, as in MealItem."""

    __tablename__ = "saved_meal_item"
    __table_args__ = (
        CheckConstraint("amount_g IS NULL OR amount_g > 0", name="amount_g"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saved_meal_id: Mapped[int] = mapped_column(
        ForeignKey("saved_meal.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    food_id: Mapped[str | None] = mapped_column(
        ForeignKey("food.id", ondelete="SET NULL")
    )
    name: Mapped[str] = mapped_column(String(200))
    amount_g: Mapped[float | None]
    amount_label: Mapped[str] = mapped_column(String(80), default="")
    amount_source: Mapped[str] = mapped_column(String(8))


class FavouriteFood(Base):
    """A food that a person marked with a star."""

    __tablename__ = "favourite_food"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    food_id: Mapped[str] = mapped_column(
        ForeignKey("food.id", ondelete="CASCADE"), primary_key=True
    )
    created_at: Mapped[dt.datetime]


class FoodCorrection(Base):
    """Which food a person means by words; asked before the index is."""

    __tablename__ = "food_correction"
    __table_args__ = (UniqueConstraint("user_id", "words"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    #: The words in their stems, so that "eggs" and "egg" are one.
    words: Mapped[str] = mapped_column(String(200))
    #: The words as they were written.
    said: Mapped[str] = mapped_column(String(200))
    food_id: Mapped[str] = mapped_column(ForeignKey("food.id", ondelete="CASCADE"))
    created_at: Mapped[dt.datetime]


class MealNone(Base):
    """The answer "none" to a meal of a day: it was skipped, not left out."""

    __tablename__ = "meal_none"
    __table_args__ = (
        UniqueConstraint("user_id", "date", "slot"),
        CheckConstraint(
            "slot IN ('breakfast', 'lunch', 'dinner', 'snacks', 'drinks')", name="slot"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    date: Mapped[dt.date] = mapped_column(index=True)
    slot: Mapped[str] = mapped_column(String(10))


class MealUndo(Base):
    """The meals as they were before a person's last change, for one step back."""

    __tablename__ = "meal_undo"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    #: The day on whose page it is offered.
    date: Mapped[dt.date]
    words: Mapped[str] = mapped_column(String(200))
    #: See services/meal_undo.py.
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[dt.datetime]
