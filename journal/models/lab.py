"""Results of blood tests, as the person wrote them down from the laboratory's sheet."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class LabResult(Base):
    """One result; results with the same date are one visit.

    `value`, `unit` and the range stay as they were entered; other units are worked
    out when shown (journal/domain/labs.py).
    """

    __tablename__ = "lab_result"
    __table_args__ = (
        CheckConstraint("comparator IN ('', '<', '>')", name="comparator"),
        Index("ix_lab_result_user_id_date", "user_id", "date"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    #: The day the blood was taken.
    date: Mapped[dt.date]
    #: A code of reference_data/labs.toml, or "own".
    test: Mapped[str] = mapped_column(String(40))
    #: What a test of the person's own is called; empty for a known one.
    own_name: Mapped[str] = mapped_column(String(80), default="")
    #: "<" or ">" where the laboratory printed a limit and no figure.
    comparator: Mapped[str] = mapped_column(String(1), default="")
    value: Mapped[float]
    unit: Mapped[str] = mapped_column(String(24))
    #: The laboratory's own range as printed, and its ends in `unit` as far as read.
    range_text: Mapped[str] = mapped_column(String(60), default="")
    range_low: Mapped[float | None]
    range_high: Mapped[float | None]
    laboratory: Mapped[str] = mapped_column(String(120), default="")
    #: What the laboratory wrote beside it.
    comment: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]
