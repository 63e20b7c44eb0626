"""What was said in a weekly report that was sent or printed, kept as it was."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class StoredReport(Base):
    """The words of one week's report at the moment it left the journal."""

    __tablename__ = "stored_report"
    __table_args__ = (UniqueConstraint("user_id", "week", "sent_as"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    week: Mapped[str] = mapped_column(String(8))
    sent_as: Mapped[str] = mapped_column(String(10))
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
