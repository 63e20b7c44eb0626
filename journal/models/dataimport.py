"""What came in from a file: the imports, their rows, and where a day came from."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class DataImport(Base):
    """One file that a person brought in, kept so that it can be undone as a whole."""

    __tablename__ = "data_import"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    #: "lamplight", "cronometer_servings", "bearable" and so on.
    source: Mapped[str] = mapped_column(String(30))
    file_name: Mapped[str] = mapped_column(String(200))
    imported_at: Mapped[dt.datetime]
    first_day: Mapped[dt.date | None]
    last_day: Mapped[dt.date | None]
    #: Name of a table in the export to the number of its new rows.
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    #: Settings as they were before: a list under "rows", each table, key and values.
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)


class ImportedRow(Base):
    """A row that an import wrote. Undo takes it out again unless it was changed."""

    __tablename__ = "imported_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(
        ForeignKey("data_import.id", ondelete="CASCADE"), index=True
    )
    table_name: Mapped[str] = mapped_column(String(40))
    #: The primary key as a JSON list.
    row_key: Mapped[str] = mapped_column(String(300))
    #: Fingerprint of the row as it was written.
    mark: Mapped[str] = mapped_column(String(32))


class DayOrigin(Base):
    """That a day, or part of it, came from another program, and what that said."""

    __tablename__ = "day_origin"
    __table_args__ = (UniqueConstraint("user_id", "date", "source"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    date: Mapped[dt.date]
    source: Mapped[str] = mapped_column(String(30))
    #: The original values where they were put into other words; see
    #: journal/services/import_origin.py.
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)


class DataChoice(Base):
    """What a person switched on about files that leave the journal."""

    __tablename__ = "data_choice"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    is_calendar_on: Mapped[bool] = mapped_column(default=False)
    #: Whether titles in the calendar name the symptom; otherwise they say nothing.
    calendar_names_symptoms: Mapped[bool] = mapped_column(default=False)
