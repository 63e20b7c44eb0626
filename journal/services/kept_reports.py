"""Reports kept as they were when they were sent or printed, in all their words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.models import KeptReport
from journal.services.report_letter import Letter

MAIL: Final = "mail"
HAND: Final = "hand"


def keep_report(
    session: Session, *, user_id: int, letter: Letter, way: str, now: datetime
) -> KeptReport:
    """Keep a report's words and return them; "hand" is the person's own wish.

    The same words kept again in the same way stay one copy, with its first moment.
    Other words become a further copy: nothing that was kept is ever changed.
    """
    content = letter.as_json()
    for row in kept_of(session, user_id=user_id, period=letter.period):
        if row.way == way and row.content == content:
            return row
    row = KeptReport(
        user_id=user_id,
        period=letter.period,
        way=way,
        content=content,
        kept_at=now,
    )
    session.add(row)
    session.flush()
    return row


def kept_of(session: Session, *, user_id: int, period: str) -> Sequence[KeptReport]:
    """Return the copies of one period's report, the newest first."""
    return session.scalars(
        select(KeptReport)
        .where(KeptReport.user_id == user_id, KeptReport.period == period)
        .order_by(KeptReport.kept_at.desc(), KeptReport.id.desc())
    ).all()


def load_kept(session: Session, *, user_id: int, kept_id: int) -> KeptReport:
    """Return one copy; raise NotFound for what is not there or is a stranger's."""
    row = session.scalar(
        select(KeptReport).where(
            KeptReport.user_id == user_id, KeptReport.id == kept_id
        )
    )
    if row is None:
        raise NotFound("There is no such report.")
    return row


def remove_kept(session: Session, *, user_id: int, kept_id: int) -> str:
    """Remove one copy and return the name of its period."""
    row = load_kept(session, user_id=user_id, kept_id=kept_id)
    session.delete(row)
    session.flush()
    return row.period
