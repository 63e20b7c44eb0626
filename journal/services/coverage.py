"""How many evenings are there for a first look, and how many it still needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import Day, SymptomEntry
from journal.patterns.adequacy import DAYS_FOR_VERDICT
from journal.patterns.timing import SMALLEST_NIGHTS


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the next first look is about, and the days it counts.

    "food": days with all food written; "patterns": those of them on which the legs
    were answered too, that day or the night after it. `have` is below `need`.
    """

    about: Literal["food", "patterns"]
    have: int
    need: int

    @property
    def missing(self) -> int:
        """Return how many more days it takes at least."""
        return self.need - self.have


def coverage_of(session: Session, *, user_id: int) -> Coverage | None:
    """Return what the next first look needs; None once there is enough for both.

    Days in between do not matter: it is a count, never a streak.
    """
    full = select(Day.id).where(Day.user_id == user_id, Day.food_status == "complete")
    answered = (
        select(SymptomEntry.id)
        .where(SymptomEntry.user_id == user_id, SymptomEntry.date == Day.date)
        .exists()
    )
    whole = len(session.scalars(full.where(answered).limit(SMALLEST_NIGHTS)).all())
    if whole >= SMALLEST_NIGHTS:
        return None
    days = len(session.scalars(full.limit(DAYS_FOR_VERDICT)).all())
    if days < DAYS_FOR_VERDICT:
        return Coverage("food", days, DAYS_FOR_VERDICT)
    return Coverage("patterns", whole, SMALLEST_NIGHTS)
