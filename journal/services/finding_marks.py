"""Marks on findings: talked about, tested, not relevant; quiet until they change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.models import FindingMark
from journal.patterns.history import RANKS
from journal.patterns.wording import said

#: What a finding can be marked as, with the words on the button.
MARKS: Final[Mapping[str, str]] = {
    "discussed": "Talked about it",
    "tested": "Had it tested",
    "not_relevant": "Not relevant to me",
}
KINDS: Final = frozenset({"timing", "short", "excess"})
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark a finding carries, and at which tier and direction it was set."""

    mark: str
    tier: str
    direction: int
    marked_on: date

    def holds(self, *, tier: str, direction: int) -> bool:
        """Whether the finding is still what was marked, so that it stays quiet."""
        return (self.tier, self.direction) == (tier, direction)

    @property
    def words(self) -> str:
        """What the person did, and what quiet means."""
        return f"{said(f'mark.{self.mark}')} {said('mark.quiet')}"


def marks_of(session: Session, *, user_id: int) -> dict[str, Mark]:
    """Return the latest mark of each finding that was not undone; one query."""
    rows = session.scalars(
        select(FindingMark)
        .where(FindingMark.user_id == user_id, FindingMark.undone_at.is_(None))
        .order_by(FindingMark.id)
    )
    return {
        f"{row.kind}|{row.symptom}|{row.factor}": Mark(
            row.mark, row.tier, row.direction, row.marked_at.date()
        )
        for row in rows
    }


def set_mark(
    session: Session,
    *,
    user_id: int,
    key: str,
    mark: str,
    tier: str,
    direction: int,
    now: datetime,
) -> None:
    """Mark a finding as it stood on the page; an earlier mark is taken back.

    :raises Invalid: for a mark, finding or tier that there is not
    """
    kind, symptom, factor = _parts(key)
    if mark not in MARKS or tier not in RANKS or direction not in {-1, 0, 1}:
        raise Invalid("mark", "Choose one of the marks.")
    take_back(session, user_id=user_id, key=key, now=now)
    session.add(
        FindingMark(
            user_id=user_id,
            kind=kind,
            symptom=symptom,
            factor=factor,
            mark=mark,
            tier=tier,
            direction=direction,
            marked_at=now,
            undone_at=None,
        )
    )
    session.flush()


def take_back(session: Session, *, user_id: int, key: str, now: datetime) -> None:
    """Take the marks of a finding back; the rows stay."""
    kind, symptom, factor = _parts(key)
    session.execute(
        update(FindingMark)
        .where(
            FindingMark.user_id == user_id,
            FindingMark.kind == kind,
            FindingMark.symptom == symptom,
            FindingMark.factor == factor,
            FindingMark.undone_at.is_(None),
        )
        .values(undone_at=now)
    )


def _parts(key: str) -> tuple[str, str, str]:
    parts = key.split("|")
    if len(parts) != 3 or parts[0] not in KINDS or not parts[2]:
        raise Invalid("mark", "That finding is not there any more.")
    kind, symptom, factor = parts
    if len(symptom) > _LONGEST or len(factor) > 40:
        raise Invalid("mark", "That finding is not there any more.")
    return kind, symptom, factor
