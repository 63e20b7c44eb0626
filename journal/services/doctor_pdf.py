"""The doctor's page as a file, from what the person chose."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.render.pdf import Pdf, doctor_pdf
from journal.services.doctor import DoctorSheet, doctor_sheet, first_day, span_days
from journal.services.doctor_choices import Choices
from journal.services.doctor_data import as_data
from journal.services.report_account import load_account


def days_of(
    session: Session, *, user_id: int, choices: Choices, today: date
) -> tuple[date, date]:
    """Return the first and the last day that the choices mean today."""
    if choices.span == "own" and choices.first and choices.last:
        return choices.first, choices.last
    started = first_day(session, user_id=user_id)
    return span_days(choices.span, today=today, started=started), today


def sheet_of(
    session: Session,
    *,
    user_id: int,
    choices: Choices,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> DoctorSheet:
    """Return the sheet that was chosen."""
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    first, last = days_of(session, user_id=user_id, choices=choices, today=today)
    return doctor_sheet(
        session,
        user_id=user_id,
        first=first,
        last=last,
        parts=choices.parts,
        left_out=choices.left_out,
        log=choices.log,
        paper=choices.paper,
        now=now,
        knowledge=knowledge,
        targets=targets,
    )


def make_pdf(
    session: Session,
    *,
    user_id: int,
    choices: Choices,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
    templates: Path,
) -> Pdf:
    """Return the chosen page as a PDF; `choices` with the span "own" sets from and to.

    The same door for the page, the copies that are kept and the command line.
    """
    sheet = sheet_of(
        session,
        user_id=user_id,
        choices=choices,
        now=now,
        knowledge=knowledge,
        targets=targets,
    )
    return doctor_pdf(as_data(sheet), templates=templates, made_at=now)
