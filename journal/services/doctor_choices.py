"""What the person chose to put on the doctor's page, kept for the next time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, Literal

from sqlalchemy.orm import Session

from journal.models import DoctorChoice

Part = Literal[
    "name",
    "words",
    "symptoms",
    "medicines",
    "labs",
    "food",
    "patterns",
    "log_food",
    "notes",
]

#: What can go in, with its words and whether it is ticked at first.
PARTS: Final[Mapping[Part, tuple[str, bool]]] = {
    "name": ("My name", True),
    "words": ("What troubles me most, in my words", True),
    "symptoms": ("How often and how bad", True),
    "medicines": ("Medicines, conditions, supplements", True),
    "labs": ("Blood tests I have written down", True),
    "food": ("Food against reference", True),
    "patterns": ("What recurs and what to ask", True),
    "log_food": ("What I ate, in the daily log", True),
    "notes": ("My notes, in the daily log", False),
}
USUAL_PARTS: Final = frozenset(part for part, (_, is_on) in PARTS.items() if is_on)
SPANS: Final[Mapping[str, str]] = {
    "4w": "4 weeks",
    "12w": "12 weeks",
    "26w": "Half a year",
    "all": "All",
    "own": "Own dates",
}
LOGS: Final[Mapping[str, str]] = {
    "none": "Leave it out",
    "newest": "Newest 12 weeks",
    "all": "Every day, up to a year",
}
PAPERS: Final[Mapping[str, str]] = {
    "auto": "As usual here",
    "a4": "A4",
    "us-letter": "Letter",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What goes in. Warning signs that were shown always do.

    `first` and `last` count only for the span "own". `left_out` holds the codes of
    symptoms that stay off the page; a new symptom is on it until it is taken off.
    """

    span: str = "12w"
    first: date | None = None
    last: date | None = None
    parts: frozenset[str] = USUAL_PARTS
    left_out: frozenset[str] = field(default_factory=frozenset)
    log: str = "newest"
    paper: str = "auto"

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "span": self.span,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "parts": [part for part in PARTS if part in self.parts],
            "left_out": sorted(self.left_out),
            "log": self.log,
            "paper": self.paper,
        }


def choices_from(data: Mapping[str, Any]) -> Choices:
    """Return choices as they were kept; what is no longer known is as at first."""
    usual = Choices()
    span = _one_of(data.get("span"), SPANS, usual.span)
    first, last = _day(data.get("first")), _day(data.get("last"))
    if span == "own" and (first is None or last is None or last < first):
        span = usual.span
    return Choices(
        span=span,
        first=first,
        last=last,
        parts=frozenset(data.get("parts", usual.parts)) & frozenset(PARTS),
        left_out=frozenset(str(code) for code in data.get("left_out", ())),
        log=_one_of(data.get("log"), LOGS, usual.log),
        paper=_one_of(data.get("paper"), PAPERS, usual.paper),
    )


def _one_of(value: object, allowed: Mapping[str, str], usual: str) -> str:
    return value if isinstance(value, str) and value in allowed else usual


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def load_choices(
    session: Session, *, user_id: int, usual: Choices | None = None
) -> Choices:
    """Return what the person chose last, or `usual`."""
    row = session.get(DoctorChoice, user_id)
    return usual or Choices() if row is None else choices_from(row.choices)


def save_choices(
    session: Session, *, user_id: int, choices: Choices, now: datetime
) -> None:
    """Keep what the person chose."""
    row = session.get(DoctorChoice, user_id)
    if row is None:
        row = DoctorChoice(user_id=user_id)
        session.add(row)
    row.choices = choices.as_json()
    row.updated_at = now
    session.flush()
