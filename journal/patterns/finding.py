"""What is found for one pair: its tier, its budget, and what cannot be told apart."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from journal.patterns.effect import Effect
from journal.patterns.multiplicity import days_to_reach, thresholds
from journal.patterns.timing import Scores, conditional_z

Tier = Literal["not_enough_data", "none", "linked", "possible", "recurring"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the diary says about one symptom and one factor.

    Attributes
    ----------
    tier : {"not_enough_data", "none", "linked", "possible", "recurring"}
        "linked": shown inside the finding of factor `linked_to`, from which the diary
        cannot tell it apart.
    p : float or None
        True over all looks, windows and directions; compared with `share` of the
        budget. None where nothing could be tested.
    share : float
        The pair's part of the error budget; all parts sum to 1.
    window : {"that day", "three days", "week", "two weeks"} or None
        The clearest one.
    direction : {-1, 0, 1}
        +1 worse after more, -1 worse after less, 0 not tested.
    z : float or None
        Normal deviate in the clearest window for today's look alone.
    effect : Effect or None
        Counts of nights in the clearest window; None where the days are too alike.
    nights, symptom_nights, free_nights : int
        Nights behind it, in the clearest window; all answered ones if not tested.
    nights_to_next_step : int or None
        Nights like those so far until the next tier, if the evidence goes on shrunken.
    reason : str
        Why not tested: "few_nights", "few_symptom_nights", "few_free_nights",
        "few_complete_nights", "factor_hardly_varies", "status_nutrient"; else "".
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
    judged: Candidate | Finding, share: float, *, asked: bool, any_asked: bool
) -> Candidate | Finding:
    """Give a pair its part of the budget, and with it its tier and next step."""
    finding = judged.finding if isinstance(judged, Candidate) else judged
    finding = replace(finding, share=share, asked=asked)
    if not isinstance(judged, Candidate) or finding.p is None:
        return finding
    recurring, possible = thresholds(share, asked=asked, any_asked=any_asked)
    tier: Tier = "possible" if finding.p <= possible else "none"
    if finding.p <= recurring:
        tier = "recurring"
    df = float(judged.scores.df[judged.column])
    more = days_to_reach(
        possible if tier == "none" else recurring,
        p=judged.p_today,
        shrinkage=df / (df + 16),
        elapsed_days=judged.elapsed_days,
    )
    if more is not None and tier != "recurring":
        nights = math.ceil(more * finding.nights / judged.elapsed_days)
        finding = replace(finding, nights_to_next_step=nights)
    return replace(judged, finding=replace(finding, tier=tier))


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
