"""What the demonstration asked first, and its weeks as they were said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek, moment_of
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.models import Account, Question
from journal.services.pattern_keeping import keep_week, last_settled_week

#: Asked before there was any day to look at.
QUESTIONS: Final = (("night_cramp", "magnesium_mg"), ("restless_legs", "alcohol_g"))
#: From before its pattern was seen for the first time.
WEEKS_KEPT: Final = 20
_NOON: Final = time(12, 0)


def ask_from_the_start(
    session: Session, *, user_id: int, first: date, asked_at: datetime
) -> None:
    """Ask the demonstration's questions on its first day."""
    for symptom, factor in QUESTIONS:
        session.add(
            Question(
                user_id=user_id,
                symptom=symptom,
                factor=factor,
                asked_on=first,
                asked_at=asked_at,
                dropped_at=None,
            )
        )
    session.flush()


def keep_weeks(
    session: Session,
    *,
    account: Account,
    last: date,
    knowledge: Knowledge,
    targets: TargetTable,
) -> Iterator[IsoWeek]:
    """Keep each week up to `last` as it would have been said on the Tuesday after.

    Each week is worked out from the days up to then, one after another.
    """
    newest = last_settled_week(last + timedelta(days=1))
    for back in range(WEEKS_KEPT - 1, -1, -1):
        week = newest.shifted(-back)
        tuesday = week.sunday + timedelta(days=2)
        keep_week(
            session,
            account=account,
            week=week,
            now=moment_of(tuesday, _NOON, time_zone=account.time_zone),
            knowledge=knowledge,
            targets=targets,
        )
        yield week
