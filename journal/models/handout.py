"""The doctor's page: what the person chose to put in, and the pages handed over."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class DoctorChoice(Base):
    """What goes into the doctor's page, kept for the next time."""

    __tablename__ = "doctor_choice"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    #: See journal/services/doctor_choices.py.
    choices: Mapped[dict[str, Any]] = mapped_column(default=dict)
    updated_at: Mapped[dt.datetime]


class DoctorHandout(Base):
    """A doctor's page that was printed or saved, kept as it was, byte for byte."""

    __tablename__ = "doctor_handout"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    made_at: Mapped[dt.datetime]
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    choices: Mapped[dict[str, Any]] = mapped_column(default=dict)
    page_count: Mapped[int]
    size_bytes: Mapped[int]
    #: SHA-256 of the file.
    checksum: Mapped[str] = mapped_column(String(64))
    #: The PDF itself; read only when it is fetched.
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
