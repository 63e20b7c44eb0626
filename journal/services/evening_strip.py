"""The last evenings as marks: had it, answered none, or still open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.dates import days_between
from journal.models import Day, SymptomEntry


@dataclass(frozen=True, slots=True)
class EveningMark:
    """One evening's page in short: its own day and the night before it.

    `worst_0_10` is None when nothing about the legs was answered there; 0 is "none".
    """

    day: date
    worst_0_10: int | None
    is_food_answered: bool

    @property
    def kind(self) -> Literal["had", "none", "open"]:
        """Return which of the three marks it is."""
        if self.worst_0_10 is None:
            return "open"
        return "had" if self.worst_0_10 else "none"

    @property
    def size_1_4(self) -> int:
        """Return the size of a filled mark: 1 for 1 to 2, up to 4 for 8 to 10."""
        worst = self.worst_0_10 or 0
        return 1 + (worst > 2) + (worst > 5) + (worst > 7)


def evening_marks(
    session: Session, *, user_id: int, first: date, last: date
) -> list[EveningMark]:
    """Return one mark per evening from `first` to `last`, in two queries."""
    entries = session.execute(
        select(SymptomEntry.date, SymptomEntry.part, SymptomEntry.severity_0_10).where(
            SymptomEntry.user_id == user_id,
            SymptomEntry.date >= first - timedelta(days=1),
            SymptomEntry.date <= last,
        )
    )
    severities: dict[date, list[int]] = defaultdict(list)
    for day, part, severity in entries:
        # The night after a day is asked for on the evening of the next one.
        page = day + timedelta(days=1) if part == "night" else day
        severities[page].append(severity)
    answered = set(
        session.scalars(
            select(Day.date).where(
                Day.user_id == user_id,
                Day.date >= first,
                Day.date <= last,
                Day.food_status.is_not(None),
            )
        )
    )
    return [
        EveningMark(
            day=day,
            worst_0_10=max(severities[day]) if severities[day] else None,
            is_food_answered=day in answered,
        )
        for day in days_between(first, last)
    ]
