"""What an import does, or would do: counts, refused rows, and what it wrote."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

#: Shown one by one; more are only counted.
MOST_SHOWN: Final = 100


@dataclass(slots=True)
class Counts:
    """What becomes of the rows of one table.

    :param new: written
    :param same: there already, with the same content
    :param kept_here: another one of its kind is there, which stays
    :param changed: a setting that took the value of the file
    """

    new: int = 0
    same: int = 0
    kept_here: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be taken in: where it stands, and why."""

    where: str
    reason: str


@dataclass(slots=True)
class Outcome:
    """The whole of an import, done or only planned."""

    counts: dict[str, Counts] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    refused_count: int = 0
    first_day: date | None = None
    last_day: date | None = None
    #: Table and key of each row that was written; empty for a plan.
    written: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    #: Settings as they were: table, key, values.
    before: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = field(
        default_factory=list
    )

    def of(self, name: str) -> Counts:
        """Return the counts of a table, made when there are none yet."""
        return self.counts.setdefault(name, Counts())

    def refuse(self, where: str, reason: str) -> None:
        """Note a row that cannot be taken in."""
        self.refused_count += 1
        if len(self.refused) < MOST_SHOWN:
            self.refused.append(Refusal(where, reason))

    def saw(self, day: date | None) -> None:
        """Widen the stretch of days."""
        if day is not None:
            self.first_day = min(self.first_day or day, day)
            self.last_day = max(self.last_day or day, day)

    @property
    def new_count(self) -> int:
        """How many rows are new or changed."""
        return sum(one.new + one.changed for one in self.counts.values())

    @property
    def same_count(self) -> int:
        """How many rows are there already."""
        return sum(one.same for one in self.counts.values())

    @property
    def kept_here_count(self) -> int:
        """How many rows give way to what is here."""
        return sum(one.kept_here for one in self.counts.values())
