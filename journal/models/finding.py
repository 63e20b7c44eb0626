"""What was said about patterns, what the person asked to have watched, their marks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class SaidWeek(Base):
    """The findings of one week in the words in which they were said.

    While the week runs they follow the diary; a final row never changes again.
    """

    __tablename__ = "said_week"
    __table_args__ = (UniqueConstraint("user_id", "week"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    #: As "2026-W47": the order of the text is the order of time.
    week: Mapped[str] = mapped_column(String(8))
    is_final: Mapped[bool]
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    said_at: Mapped[dt.datetime]


class Question(Base):
    """A symptom and a factor that the person asked to have watched.

    Nights count from `asked_on`. A dropped question stays as a row.
    """

    __tablename__ = "question"
    __table_args__ = (
        Index(
            "uq_question_watched",
            "user_id",
            "symptom",
            "factor",
            unique=True,
            sqlite_where=text("dropped_at IS NULL"),
            postgresql_where=text("dropped_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    symptom: Mapped[str] = mapped_column(String(60))
    factor: Mapped[str] = mapped_column(String(40))
    #: The journal day of the evening on which it was asked.
    asked_on: Mapped[dt.date]
    asked_at: Mapped[dt.datetime]
    dropped_at: Mapped[dt.datetime | None]


class FindingMark(Base):
    """What the person did about a finding; it holds while tier and direction stay.

    `symptom` is empty for a nutrient's shortfall or excess.
    """

    __tablename__ = "finding_mark"
    __table_args__ = (
        CheckConstraint("mark IN ('discussed', 'tested', 'not_relevant')", name="mark"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(10))
    symptom: Mapped[str] = mapped_column(String(60))
    factor: Mapped[str] = mapped_column(String(40))
    mark: Mapped[str] = mapped_column(String(14))
    tier: Mapped[str] = mapped_column(String(20))
    direction: Mapped[int]
    marked_at: Mapped[dt.datetime]
    undone_at: Mapped[dt.datetime | None]
