"""One mark for a whole day, as a calendar shows it: had it, none, or not answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

FoodLogged = Literal["complete", "partial", "some", "not_logged"]
DayKind = Literal["had", "none", "open", "ahead"]


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """How bad one symptom was on a day or in the night after it; 0 is "none"."""

    symptom: str
    severity_0_10: int


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a calendar says about one journal day and the night that follows it.

    `kind` is "had" when any symptom looked at was there, "none" when it was answered
    and never there, "open" when it was not answered, "ahead" for a day to come.
    `present` holds the symptoms that were there, the worst first. `food` is "some"
    when food was written down without saying whether it was all.
    """

    day: date
    kind: DayKind
    present: tuple[GivenAnswer, ...] = ()
    food: FoodLogged = "not_logged"
    has_note: bool = False

    @property
    def worst_0_10(self) -> int:
        """The worst severity; 0 when nothing was there or nothing was answered."""
        return self.present[0].severity_0_10 if self.present else 0

    @property
    def size_1_4(self) -> int:
        """The size of a filled mark: 1 for 1 to 2, up to 4 for 8 to 10."""
        worst = self.worst_0_10
        return 1 + (worst > 2) + (worst > 5) + (worst > 7)


@dataclass(frozen=True, slots=True)
class Count:
    """On how many of the days that were answered a symptom was there."""

    present: int
    answered: int


def mark_day(
    day: date,
    answers: Iterable[GivenAnswer],
    *,
    today: date,
    food: FoodLogged = "not_logged",
    has_note: bool = False,
    symptom: str | None = None,
) -> DayMark:
    """Return the mark of one day, of one symptom only when `symptom` names it."""
    if day > today:
        return DayMark(day, "ahead")
    given = [one for one in answers if symptom in (None, one.symptom)]
    worst: dict[str, int] = {}
    for one in given:
        worst[one.symptom] = max(one.severity_0_10, worst.get(one.symptom, 0))
    present = [GivenAnswer(code, severity) for code, severity in worst.items()]
    present = [one for one in present if one.severity_0_10 > 0]
    present.sort(key=lambda one: -one.severity_0_10)
    kind: DayKind = "had" if present else ("none" if given else "open")
    return DayMark(day, kind, tuple(present), food, has_note)


def count_days(marks: Sequence[DayMark]) -> Count:
    """Count the days with the symptom among those answered; others are in neither."""
    return Count(
        present=sum(mark.kind == "had" for mark in marks),
        answered=sum(mark.kind in ("had", "none") for mark in marks),
    )
