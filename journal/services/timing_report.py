"""What is said about timing in one week: cards, what was not compared, standings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.domain.dates import IsoWeek
from journal.patterns.history import Standing
from journal.services.timing_cards import GONE, TimingCard


@dataclass(frozen=True, slots=True)
class TimingReport:
    """Everything that is said about timing in one week.

    `cards` holds every pair that was looked at, the clearest first; a pair that moved
    together with a clearer one is inside that one's card and not listed again.
    `questions` are the pairs watched, with the day each was asked.
    `kept_on` is the day a week was said for good, None while it may still change.
    """

    week: IsoWeek
    cards: tuple[TimingCard, ...] = ()
    not_tested: tuple[str, ...] = ()
    questions: tuple[Mapping[str, str], ...] = ()
    standings: Mapping[str, Standing] | None = None
    kept_on: date | None = None

    @property
    def shown(self) -> tuple[TimingCard, ...]:
        """The patterns that are not quiet: recurring first, then possible."""
        return tuple(card for card in self.cards if card.is_shown and not card.mark)

    @property
    def quiet(self) -> tuple[TimingCard, ...]:
        """The patterns that the person marked and that have not changed since."""
        return tuple(card for card in self.cards if card.is_shown and card.mark)

    @property
    def faded(self) -> tuple[TimingCard, ...]:
        """What was a pattern once and is none now."""
        return tuple(c for c in self.cards if c.tier in GONE)

    @property
    def asked(self) -> tuple[TimingCard, ...]:
        """What the person asked to have watched, whatever came of it."""
        return tuple(card for card in self.cards if card.asked)

    @property
    def silent(self) -> tuple[TimingCard, ...]:
        """What was looked at and does not stand out."""
        return tuple(card for card in self.cards if card.tier == "none")

    @property
    def waiting(self) -> tuple[TimingCard, ...]:
        """What cannot be looked at yet, with what is missing."""
        return tuple(card for card in self.cards if card.tier == "not_enough_data")

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "kept_on": self.kept_on.isoformat() if self.kept_on else None,
            "questions": [dict(one) for one in self.questions],
            "findings": [card.as_json() for card in self.cards],
            "not_tested": list(self.not_tested),
        }
