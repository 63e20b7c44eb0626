"""Meals with their foods, and supplements with the days they were taken."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from journal.models.base import Base
from journal.models.food import Food


class Meal(Base):
    """One meal of one journal day."""

    __tablename__ = "meal"
    __table_args__ = (
        CheckConstraint(
            "slot IN ('breakfast', 'lunch', 'dinner', 'snacks', 'drinks')", name="slot"
        ),
        Index("ix_meal_user_id_date", "user_id", "date"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    date: Mapped[dt.date]
    slot: Mapped[str] = mapped_column(String(10))
    #: The sentence it was made from, as typed; empty when chosen food by food.
    said: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[dt.datetime]

    items: Mapped[list[MealItem]] = relationship(
        back_populates="meal",
        order_by="MealItem.position",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


class MealItem(Base):
    """One food of a meal. Without a food it is kept as the words that were typed."""

    __tablename__ = "meal_item"
    __table_args__ = (
        CheckConstraint("amount_g IS NULL OR amount_g > 0", name="amount_g"),
        CheckConstraint(
            "amount_source IN ('stated', 'portion', 'assumed', 'unknown')",
            name="amount_source",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meal_id: Mapped[int] = mapped_column(
        ForeignKey("meal.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    food_id: Mapped[str | None] = mapped_column(ForeignKey("food.id"), index=True)
    #: Name of the food at the time, or the words typed.
    name: Mapped[str] = mapped_column(String(200))
    amount_g: Mapped[float | None]
    #: What the person sees, for example "2 slices".
    amount_label: Mapped[str] = mapped_column(String(80), default="")
    amount_source: Mapped[str] = mapped_column(String(8))
    #: The words that were read as this food; empty when it was chosen by hand.
    said: Mapped[str] = mapped_column(String(200), default="")
    #: How surely the words mean the food; null when a person chose it.
    match_0_1: Mapped[float | None]
    #: Ids of other foods the words may mean, the likeliest first.
    alternatives: Mapped[list[str]] = mapped_column(default=list)

    meal: Mapped[Meal] = relationship(back_populates="items")
    food: Mapped[Food | None] = relationship()


class Supplement(Base):
    """A supplement product of the person's own, with what one dose holds."""

    __tablename__ = "supplement"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(120))
    #: As on the label, for example "1 tablet".
    dose_label: Mapped[str] = mapped_column(String(80), default="1 dose")
    #: Nutrient key to the elemental amount in one dose.
    amounts: Mapped[dict[str, float]] = mapped_column(default=dict)
    #: Nutrient key to amount and unit as the label says them: "500 mg_citrate".
    typed: Mapped[dict[str, str]] = mapped_column(default=dict)
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[dt.datetime]


class SupplementIntake(Base):
    """Doses of a supplement taken on a day; no row on an answered day means none."""

    __tablename__ = "supplement_intake"
    __table_args__ = (
        UniqueConstraint("supplement_id", "date"),
        CheckConstraint("doses > 0", name="doses"),
        Index("ix_supplement_intake_user_id_date", "user_id", "date"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    supplement_id: Mapped[int] = mapped_column(
        ForeignKey("supplement.id", ondelete="CASCADE"), index=True
    )
    date: Mapped[dt.date]
    doses: Mapped[float] = mapped_column(default=1.0)

    supplement: Mapped[Supplement] = relationship()
