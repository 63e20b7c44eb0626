"""Reminders a person switched on, and which ones were sent for which local date."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class Reminder(Base):
    """One kind of reminder for one person, by mail, on the lock screen or both.

    `next_due_at` is claimed by compare-and-set.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("user_id", "kind"),
        CheckConstraint("kind IN ('evening', 'week')", name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(8))
    #: Whether it comes as a mail.
    is_on: Mapped[bool] = mapped_column(default=False)
    by_push: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    at_local: Mapped[dt.time]
    #: Whether it comes a little after the person's usual time, once that is known.
    is_learnt: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    next_due_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    #: The date whose reminder was put off and is due again at `next_due_at`.
    snoozed_for: Mapped[dt.date | None]
    #: Whether subject, preview and lock screen may say something about health.
    tells_health: Mapped[bool] = mapped_column(
        default=False, server_default=text("false")
    )


class ReminderSent(Base):
    """Proof that a reminder was taken up for one local date, so never twice.

    `again` is 0 for the reminder itself and counts those that were put off.
    """

    __tablename__ = "reminder_sent"
    __table_args__ = (UniqueConstraint("reminder_id", "local_date", "again"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    reminder_id: Mapped[int] = mapped_column(
        ForeignKey("reminder.id", ondelete="CASCADE"), index=True
    )
    local_date: Mapped[dt.date]
    again: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    claimed_at: Mapped[dt.datetime]
    #: "sent", "not_needed" or "failed"; null while under way.
    outcome: Mapped[str | None] = mapped_column(String(10))
