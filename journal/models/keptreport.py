"""A report that was sent or printed, in the words in which it left."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class KeptReport(Base):
    """The words of one report at the moment it left the journal; never changed."""

    __tablename__ = "kept_report"
    __table_args__ = (CheckConstraint("way IN ('mail', 'hand')", name="way"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    #: As in addresses: 2026-W47, 2026-11, 2026-Q4 or 2026-11-02/2026-11-09.
    period: Mapped[str] = mapped_column(String(21))
    way: Mapped[str] = mapped_column(String(5))
    #: See journal/services/report_letter.py.
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    kept_at: Mapped[dt.datetime]
