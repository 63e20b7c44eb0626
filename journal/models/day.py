"""One journal day: answers about the legs, the day's other facts, red flags shown."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class Day(Base):
    """Facts of one journal day; null is "not answered", 0 is zero.

    `night_sleep_min` is about the night that follows the day.
    """

    __tablename__ = "day"
    __table_args__ = (
        UniqueConstraint("user_id", "date"),
        CheckConstraint(
            "food_status IS NULL OR food_status IN ('complete', 'partial')",
            name="food_status",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    date: Mapped[dt.date]
    food_status: Mapped[str | None] = mapped_column(String(8))
    supplements_answered: Mapped[bool] = mapped_column(default=False)
    water_ml: Mapped[float | None]
    sun_min: Mapped[float | None]
    exercise_min: Mapped[float | None]
    alcohol_g: Mapped[float | None]
    caffeine_mg: Mapped[float | None]
    night_sleep_min: Mapped[float | None]
    note: Mapped[str] = mapped_column(Text, default="")
    updated_at: Mapped[dt.datetime]


class SymptomEntry(Base):
    """The answer to one symptom: severity 0 is "none"; no row is no answer.

    `date` is the journal day; part "night" is the night that follows that day.
    """

    __tablename__ = "symptom_entry"
    __table_args__ = (
        UniqueConstraint("user_id", "date", "part", "symptom"),
        CheckConstraint("part IN ('day', 'night')", name="part"),
        CheckConstraint("severity_0_10 BETWEEN 0 AND 10", name="severity_0_10"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    date: Mapped[dt.date]
    part: Mapped[str] = mapped_column(String(5))
    symptom: Mapped[str] = mapped_column(String(60))
    severity_0_10: Mapped[int]
    #: For example ["calf_left", "foot_left"]; empty when not said.
    sites: Mapped[list[str]] = mapped_column(default=list)
    part_of_day: Mapped[str | None] = mapped_column(String(20))
    duration_min: Mapped[int | None]
    times_count: Mapped[int | None]
    woke_me: Mapped[bool | None]
    #: "stretching", "moving" or "nothing": tells a cramp from restless legs.
    eased_by: Mapped[str | None] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text, default="")
    updated_at: Mapped[dt.datetime]


class RedFlagShown(Base):
    """A warning that was shown, the answers behind it, and when it was acknowledged."""

    __tablename__ = "red_flag_shown"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    date: Mapped[dt.date]
    rule: Mapped[str] = mapped_column(String(60))
    level: Mapped[str] = mapped_column(String(8))
    #: Ids of the questions answered yes.
    answered_yes: Mapped[list[str]] = mapped_column(default=list)
    shown_at: Mapped[dt.datetime]
    acknowledged_at: Mapped[dt.datetime | None]
    #: When the answers behind it were changed, so that it no longer held.
    withdrawn_at: Mapped[dt.datetime | None]


class PageUndo(Base):
    """What a page needs to take its last changes back, for the browser they came from.

    It lies here because the browser's own cookie is signed, not sealed.
    """

    __tablename__ = "page_undo"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    #: A random word that the browser's session holds.
    browser: Mapped[str] = mapped_column(String(32))
    page: Mapped[str] = mapped_column(String(20))
    content: Mapped[dict[str, Any]]
    at: Mapped[dt.datetime]


class Submission(Base):
    """The key of a form that was taken in, so that sending it twice changes nothing."""

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("user_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[dt.datetime]
