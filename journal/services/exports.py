"""Everything that was written down, as files for other programs and for the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.errors import Invalid
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.services.doctor_choices import Choices, load_choices
from journal.services.doctor_pdf import make_pdf
from journal.services.export_csv import csv_zip_pieces
from journal.services.export_health import calendar_bytes, fhir_pieces
from journal.services.export_json import json_pieces
from journal.services.export_registry import KEPT
from journal.services.reports import load_account

FORMATS: Final = ("pdf", "csv", "json", "fhir", "ics")


def export_pieces(
    session: Session,
    *,
    user_id: int,
    first: date | None,
    last: date | None,
    format: str,  # noqa: A002 - the option's name
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
    templates: Path,
    with_mark: bool = True,
) -> Iterator[bytes]:
    """Return the days from `first` to `last` as the pieces of one file.

    None for a day leaves that side open. The PDF holds what the person chose for the
    doctor's page; with nothing chosen, the usual and a log of every day. Its summary is
    of all the days, its log of the newest 366. `with_mark`: CSV with a byte order mark.
    Raises Invalid for another format or when `last` is before `first`.
    """
    if format not in FORMATS:
        raise Invalid("format", f"Choose one of {', '.join(FORMATS)}.")
    if first and last and last < first:
        raise Invalid("to", "The last day is before the first.")
    if format == "json":
        pieces = json_pieces(session, user_id=user_id, first=first, last=last)
        return (piece.encode() for piece in pieces)
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    whole = whole_range(_first_of_all(session, user_id=user_id), today)
    days: dict[str, Any] = {
        "account": account,
        "first": first or whole[0],
        "last": last or whole[1],
        "knowledge": knowledge,
    }
    if format == "csv":
        return csv_zip_pieces(session, **days, now=now, with_mark=with_mark)
    if format == "fhir":
        return (piece.encode() for piece in fhir_pieces(session, **days))
    if format == "ics":
        return iter([calendar_bytes(session, **days)])
    made = make_pdf(
        session,
        user_id=user_id,
        choices=replace(
            load_choices(session, user_id=user_id, usual=Choices(log="all")),
            span="own",
            first=days["first"],
            last=days["last"],
        ),
        now=now,
        knowledge=knowledge,
        targets=targets,
        templates=templates,
    )
    return iter([made.content])


def _first_of_all(session: Session, *, user_id: int) -> date | None:
    """Return the first day of anything that leaves, blood tests included."""
    firsts = [
        session.scalar(
            select(func.min(kept.table.c[kept.day])).where(
                kept.table.c["user_id"] == user_id
            )
        )
        for kept in KEPT
        if kept.day
    ]
    return min((day for day in firsts if day is not None), default=None)


def export(session: Session, **choice: Any) -> bytes:
    """Return the file of `export_pieces` in one piece."""
    return b"".join(export_pieces(session, **choice))


def file_name(format: str, first: date | None, last: date) -> str:  # noqa: A002
    """Return what the file is called when it is saved; no name and no health word."""
    ending = {"csv": "zip", "fhir": "fhir.json"}.get(format, format)
    start = f"{first}-" if first else ""
    return f"lamplight-{start}{last}.{ending}"


def whole_range(started: date | None, today: date) -> tuple[date, date]:
    """Return the first and last day of everything; four weeks when there is nothing."""
    return started or today - timedelta(days=27), today
