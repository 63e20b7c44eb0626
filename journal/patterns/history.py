"""How a finding goes on from week to week: first seen, clearer, weaker, faded.

A tier once said is kept until the evidence has clearly dropped below it, so that a
finding does not come and go with every evening; nothing said is silently gone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

Change = Literal[
    "",
    "first_seen",
    "clearer",
    "weaker",
    "faded",
    "returned",
    "turned",
    "put_aside",
    "unasked",
    "too_little",
]

#: How firmly a tier is said; a tier that is not here is said of no pattern.
RANKS: Final[Mapping[str, int]] = {
    "linked": 1,
    "possible": 1,
    "recurring": 2,
    "may_be_short": 1,
    "probably_short": 2,
    "may_be_above": 1,
    "above": 2,
}
#: A tier is kept until p is e^1.5 times over its line (timing_method.md, section 7).
KEPT_UNTIL: Final = math.exp(1.5)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The p of a pair over all looks, and the largest p at which each tier is said."""

    p: float
    recurring: float
    possible: float

    def keeps(self, tier: str) -> bool:
        """Return whether a tier that was said before is still near enough to stay."""
        line = self.recurring if tier == "recurring" else self.possible
        return self.p <= line * KEPT_UNTIL


@dataclass(frozen=True, slots=True)
class Standing:
    """How a finding stands in one week.

    `tier` is what is said ("none" once it has faded); `first_seen` is empty until it
    was ever shown; `change` is what happened in the week `since`, and `events` are
    all (week, change) so far, the oldest first. `asked` is whether it was a question:
    what nobody asks must be clearer to be said. `waiting` is a step of a nutrient that
    the days show since the week `waiting_since` and that is not told yet.
    """

    tier: str
    direction: int = 0
    first_seen: str = ""
    since: str = ""
    change: Change = ""
    events: tuple[tuple[str, Change], ...] = ()
    asked: bool = False
    waiting: str = ""
    waiting_since: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether a pattern is said at present."""
        return self.tier in RANKS


def next_standing(
    before: Standing | None,
    *,
    tier: str,
    direction: int,
    week: str,
    evidence: Evidence | None = None,
    asked: bool = False,
) -> Standing:
    """Return how a finding stands in `week`, given how it stood when last said.

    Parameters
    ----------
    before : Standing or None
        None when it was never judged.
    tier, direction
        What the diary says now.
    week : str
        As "2026-W47".
    evidence : Evidence, optional
        None where it was not tested, or where the tier does not come from a test: then
        nothing is kept back.
    asked : bool
        Whether the person asks about the pair now.
    """
    if before is None or not before.first_seen:
        if tier not in RANKS:
            return Standing(tier, direction, asked=asked)
        return Standing(
            tier, direction, week, week, "first_seen", ((week, "first_seen"),), asked
        )
    tier = _held(before, tier, direction, evidence)
    change = _change(before, tier, direction)
    if change in ("faded", "weaker") and before.asked and not asked:
        # The line has risen, not the evidence fallen.
        change = "unasked"
    if not change:
        # Looked at again: what was set aside no longer is.
        last = "" if before.change == "put_aside" else before.change
        return replace(
            before,
            tier=tier,
            direction=direction or before.direction,
            change=last,
            asked=asked,
        )
    return Standing(
        asked=asked,
        tier=tier,
        direction=direction or before.direction,
        first_seen=before.first_seen,
        since=week,
        change=change,
        events=(*before.events, (week, change)),
    )


def put_aside(before: Standing, *, week: str) -> Standing:
    """Return a shown finding whose pair is not looked at any more."""
    if not before.is_shown:
        return before
    return Standing(
        tier="none",
        direction=before.direction,
        first_seen=before.first_seen,
        since=week,
        change="put_aside",
        events=(*before.events, (week, "put_aside")),
    )


def _held(
    before: Standing, tier: str, direction: int, evidence: Evidence | None
) -> str:
    """Return the tier to say: the one before while the evidence is still near it."""
    drops = RANKS.get(tier, 0) < RANKS.get(before.tier, 0) and tier != "linked"
    if not drops or evidence is None or direction != before.direction:
        return tier
    return before.tier if evidence.keeps(before.tier) else tier


def _change(before: Standing, tier: str, direction: int) -> Change:
    now, then = RANKS.get(tier, 0), RANKS.get(before.tier, 0)
    if not now:
        return _change_to_silence(before, tier)
    if not then:
        return "returned"
    if direction * before.direction < 0:
        return "turned"
    if now == then or tier == "linked":
        return ""  # linked: as clear as before, but inside the card of another
    return "clearer" if now > then else "weaker"


def _change_to_silence(before: Standing, tier: str) -> Change:
    if before.tier in RANKS:
        # Asked anew, or a long gap: no sign that it has faded.
        return "too_little" if tier == "not_enough_data" else "faded"
    return "faded" if tier == "none" and _was_open(before) else ""


def _was_open(before: Standing) -> bool:
    """Whether it was last said that nothing can be said."""
    return before.tier == "not_enough_data" or before.change == "put_aside"
