"""The findings of each week as they were said: read by pages, written by edges only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek
from journal.models import Day, Meal, Question, SaidWeek, SymptomEntry
from journal.patterns.history import Standing


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What was last said up to a week, and the week's own row when there is one."""

    week: SaidWeek | None
    standings: Mapping[str, Standing]

    @property
    def is_final(self) -> bool:
        """Whether the week was kept as it was said, once it was over."""
        return self.week is not None and self.week.is_final


def said_before(session: Session, *, user_id: int, week: IsoWeek) -> SaidBefore:
    """Return how findings stood when last said, up to and with `week`; one query."""
    row = session.scalar(
        select(SaidWeek)
        .where(SaidWeek.user_id == user_id, SaidWeek.week <= str(week))
        .order_by(SaidWeek.week.desc())
        .limit(1)
    )
    if row is None:
        return SaidBefore(None, {})
    own = row if row.week == str(week) else None
    return SaidBefore(own, standings_of(row.content))


def is_fresh(before: SaidBefore, session: Session, *, since: date) -> bool:
    """Whether the week's own row was said after everything written from `since` on.

    One query over the recent days and the questions alone. A change to an amount eaten,
    or to a day before `since`, is taken up after the next evening.
    """
    row = before.week
    if row is None:
        return False
    if row.is_final:
        return True
    written: list[Select[Any]] = [
        select(func.max(moment)).where(owner == row.user_id, day >= since)
        for moment, owner, day in (
            (Day.updated_at, Day.user_id, Day.date),
            (SymptomEntry.updated_at, SymptomEntry.user_id, SymptomEntry.date),
            (Meal.created_at, Meal.user_id, Meal.date),
        )
    ]
    written += [
        select(func.max(moment)).where(Question.user_id == row.user_id)
        for moment in (Question.asked_at, Question.dropped_at)
    ]
    moments = session.execute(select(*(one.scalar_subquery() for one in written))).one()
    return all(moment is None or moment <= row.said_at for moment in moments)


def standings_of(content: Mapping[str, Any]) -> dict[str, Standing]:
    """Return the standings kept in a row."""
    return {
        key: Standing(
            **{**kept, "events": tuple((week, what) for week, what in kept["events"])}
        )
        for key, kept in content.get("standings", {}).items()
    }


def standings_data(standings: Mapping[str, Standing]) -> dict[str, Any]:
    """Return standings as they are kept: only those that were ever shown."""
    return {
        key: asdict(standing)
        for key, standing in standings.items()
        if standing.first_seen
    }


def keep(
    session: Session,
    *,
    user_id: int,
    week: IsoWeek,
    content: Mapping[str, Any],
    is_final: bool,
    now: datetime,
) -> bool:
    """Write what is said of a week; return False when it was final before.

    A final row never changes. Of two that write the same week, the first one stays.
    """
    wanted = select(SaidWeek).where(
        SaidWeek.user_id == user_id, SaidWeek.week == str(week)
    )
    row = session.scalar(wanted)
    if row is None:
        row = SaidWeek(
            user_id=user_id,
            week=str(week),
            is_final=is_final,
            content=dict(content),
            said_at=now,
        )
        try:
            with session.begin_nested():
                session.add(row)
        except IntegrityError:
            return False
        return True
    if row.is_final:
        return False
    row.content, row.is_final, row.said_at = dict(content), is_final, now
    session.flush()
    return True
