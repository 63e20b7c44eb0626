"""Foods with their figures per 100 g, and household portions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class Food(Base):
    """One food. Reference foods have no owner; a person's own foods do.

    `per_100_g` maps a nutrient key to its figure; a missing key is unknown.
    """

    __tablename__ = "food"

    #: A slug for curated foods ("almonds-roasted-salted"), "own-…" for own ones.
    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    source: Mapped[str] = mapped_column(String(20), index=True)
    source_code: Mapped[str] = mapped_column(String(40), default="")
    #: Nutrient key to the code of the other food its figure was taken from.
    filled_from: Mapped[dict[str, str]] = mapped_column(default=dict)
    name: Mapped[str] = mapped_column(String(200))
    category: Mapped[str] = mapped_column(String(80), default="")
    per_100_g: Mapped[dict[str, float]] = mapped_column(default=dict)
    #: False for a reference food that the table no longer lists; kept for old meals.
    is_listed: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]


class FoodPortion(Base):
    """A household portion in grams; sequence 1 is the one assumed when none is said."""

    __tablename__ = "food_portion"
    __table_args__ = (UniqueConstraint("food_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    food_id: Mapped[str] = mapped_column(
        ForeignKey("food.id", ondelete="CASCADE"), index=True
    )
    seq: Mapped[int]
    label: Mapped[str] = mapped_column(String(80))
    grams: Mapped[float]


class ReferenceLoad(Base):
    """Which version of a reference table the database holds."""

    __tablename__ = "reference_load"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    #: SHA-256 of the files it was read from.
    checksum: Mapped[str] = mapped_column(String(64))
    loaded_at: Mapped[datetime]


class FoodImport(Base):
    """A release of foods that was read in from a file."""

    __tablename__ = "food_import"

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str] = mapped_column(String(200))
    #: SHA-256 of the file, or of all files when it took several.
    checksum: Mapped[str] = mapped_column(String(64), unique=True)
    #: How many foods it brought; a later import may have taken some over. Below zero
    #: while it is being read in, brought in or taken out (services/foodimport).
    food_count: Mapped[int]
    imported_at: Mapped[datetime]


class StagedFood(Base):
    """A food of a release that waits to be brought in, once all of them wait here."""

    __tablename__ = "staged_food"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(
        ForeignKey("food_import.id", ondelete="CASCADE"), index=True
    )
    #: The food as one line of JSON (services/foodimport_spool).
    line: Mapped[str] = mapped_column(Text)


class FoodOfImport(Base):
    """Which import a food's figures come from: the last one that held it."""

    __tablename__ = "food_of_import"

    food_id: Mapped[str] = mapped_column(
        ForeignKey("food.id", ondelete="CASCADE"), primary_key=True
    )
    import_id: Mapped[int] = mapped_column(
        ForeignKey("food_import.id", ondelete="CASCADE"), index=True
    )
