"""What is found for one pair: its tier, its budget, and what cannot be told apart."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from journal.patterns.effect import Effect
from journal.patterns.multiplicity import POSSIBLE, RECURRING, days_to_reach
from journal.patterns.timing import Scores, conditional_z

Tier = Literal["not_enough_data", "none", "linked", "possible", "recurring"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the diary says about one symptom and one factor.

    `p` is true over all looks and windows and is compared with `share` of the budget;
    None where nothing could be tested. `direction` is +1 where the symptom is worse
    after more, -1 after less, 0 where not tested. `window` is the clearest one.
    """

    symptom: str
    factor: str
    tier: Tier
    p: float | None = None
    share: float = 0.0
    asked: bool = False
    window: str | None = None
    direction: int = 0
    z: float | None = None
    effect: Effect | None = None
    nights: int = 0
    symptom_nights: int = 0
    free_nights: int = 0
    linked_to: str | None = None
    nights_to_next_step: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Candidate:
    """A tested pair before its budget is known."""

    finding: Finding
    column: int  # in `scores`
    scores: Scores
    p_today: float  # for one look and one pair
    elapsed_days: int


def with_share(
    judged: Candidate | Finding, share: float, *, asked: bool
) -> Candidate | Finding:
    """Give a pair its part of the budget, and with it its tier and next step."""
    finding = judged.finding if isinstance(judged, Candidate) else judged
    finding = replace(finding, share=share, asked=asked)
    if not isinstance(judged, Candidate) or finding.p is None:
        return finding
    tier = _tier(finding.p, share)
    df = float(judged.scores.df[judged.column])
    more = days_to_reach(
        share * (POSSIBLE if tier == "none" else RECURRING),
        p=judged.p_today,
        shrinkage=df / (df + 16),
        elapsed_days=judged.elapsed_days,
    )
    if more is not None and tier != "recurring":
        nights = math.ceil(more * finding.nights / judged.elapsed_days)
        finding = replace(finding, nights_to_next_step=nights)
    return replace(judged, finding=replace(finding, tier=tier))


def _tier(p: float, share: float) -> Tier:
    if p <= RECURRING * share:
        return "recurring"
    return "possible" if p <= POSSIBLE * share else "none"


def with_stand_ins(candidates: dict[str, Candidate | Finding]) -> list[Finding]:
    """Join findings that the diary cannot tell apart from a clearer one ("linked")."""
    found = {
        name: c.finding if isinstance(c, Candidate) else c
        for name, c in candidates.items()
    }
    shown = [
        (c.finding.p / c.finding.share, name, c)
        for name, c in candidates.items()
        if isinstance(c, Candidate)
        and c.finding.p is not None
        and c.finding.tier in ("possible", "recurring")
    ]
    shown.sort(key=lambda item: item[:2])
    leads: list[tuple[str, Candidate]] = []
    for _, name, candidate in shown:
        for lead_name, lead in leads:
            if candidate.scores is not lead.scores:
                continue
            left = conditional_z(candidate.scores, candidate.column, lead.column)
            if left * candidate.finding.direction < 1.64:
                found[name] = replace(
                    candidate.finding, tier="linked", linked_to=lead_name
                )
                break
        else:
            leads.append((name, candidate))
    return [found[name] for name in sorted(found)]
