"""Everything that was written down, as files for other programs and for the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.errors import Invalid
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.models import Account
from journal.render.csvfile import csv_text, zipped
from journal.services.doctor import first_day
from journal.services.doctor_choices import Choices
from journal.services.doctor_pdf import make_pdf
from journal.services.export_json import json_pieces
from journal.services.export_tables import SCHEMA_VERSION, export_tables
from journal.services.reports import load_account

FORMATS: Final = ("pdf", "csv", "json")
README = """Lamplight journal, {first} to {last}
Written on {made_at}. Schema version {version}.

days.csv             one row a day, also for days without anything
symptoms.csv         one row an answer; part "night" is the night after the date
meals.csv            one row a food, with what its amount held
supplements.csv      one row a supplement taken
daily_nutrients.csv  sums of each day with the share of its food that has a figure

How to read it
- Units are in the column names. Decimals have a point. Dates are year-month-day.
- Moments are local times with their offset from UTC, as in 2026-11-22T21:42:00+01:00.
- An empty cell is not known or not answered. 0 is zero. State "none" is an answer: the
  person was asked and had no such symptom. A symptom without a row was not answered.
- meals_skipped names the meals that were answered "none"; a meal that is neither there
  nor in meals.csv was not answered.
- day_status is complete, partial or not_logged. A partial day is no day of little food.
- Sums are "at least": food without a figure adds nothing and lowers the known share.
- A cell that a spreadsheet would run as a formula, or that begins with ', has one '
  before it. Take that one sign away to get what was written.
- The files are UTF-8 with a byte order mark.
"""


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
) -> Iterator[bytes]:
    """Return the days from `first` to `last` as the pieces of one file.

    None for a day leaves that side open. Raises Invalid for another format or when
    `last` is before `first`.
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
    whole = whole_range(first_day(session, user_id=user_id), today)
    first, last = first or whole[0], last or whole[1]
    if format == "csv":
        return iter(
            [_csv_zip(session, account, first, last, knowledge=knowledge, now=now)]
        )
    made = make_pdf(
        session,
        user_id=user_id,
        choices=Choices(span="own", first=first, last=last, log="all"),
        now=now,
        knowledge=knowledge,
        targets=targets,
        templates=templates,
    )
    return iter([made.content])


def _csv_zip(
    session: Session,
    account: Account,
    first: date,
    last: date,
    *,
    knowledge: Knowledge,
    now: datetime,
) -> bytes:
    tables = export_tables(session, account, first, last, knowledge)
    local = now.astimezone(ZoneInfo(account.time_zone))
    files = {
        "README.txt": README.format(
            first=first,
            last=last,
            made_at=local.isoformat(timespec="seconds"),
            version=SCHEMA_VERSION,
        )
    }
    files |= {
        f"{name}.csv": csv_text(columns, rows)
        for name, (columns, rows) in tables.items()
    }
    return zipped(files, made_at=local)


def export(session: Session, **choice: Any) -> bytes:
    """Return the file of `export_pieces` in one piece."""
    return b"".join(export_pieces(session, **choice))


def file_name(format: str, first: date, last: date) -> str:  # noqa: A002
    """Return what the file is called when it is saved; no name and no health word."""
    ending = {"csv": "zip"}.get(format, format)
    return f"lamplight-{first}-{last}.{ending}"


def whole_range(started: date | None, today: date) -> tuple[date, date]:
    """Return the first and last day of everything; four weeks when there is nothing."""
    return started or today - timedelta(days=27), today
