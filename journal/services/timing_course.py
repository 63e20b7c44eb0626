"""How each pair goes on from what was last said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.domain.dates import IsoWeek
from journal.patterns import Finding
from journal.patterns.history import Evidence, Standing, next_standing, put_aside
from journal.patterns.multiplicity import thresholds
from journal.services.timing_cards import KIND, key_of


def standings_of_week(
    found: Sequence[Finding], before: Mapping[str, Standing], week: IsoWeek
) -> dict[str, Standing]:
    """Return how each pair stands in `week`; one no longer looked at is set aside."""
    any_asked = any(one.asked for one in found)
    stand = {
        key_of(one.symptom, one.factor): next_standing(
            before.get(key_of(one.symptom, one.factor)),
            tier=one.tier,
            direction=one.direction,
            week=str(week),
            evidence=_evidence(one, any_asked=any_asked),
            asked=one.asked,
        )
        for one in found
    }
    gone = {
        key: put_aside(standing, week=str(week))
        for key, standing in before.items()
        if key.startswith(KIND) and key not in stand
    }
    return stand | gone


def _evidence(finding: Finding, *, any_asked: bool) -> Evidence | None:
    if finding.p is None:
        return None
    recurring, possible = thresholds(
        finding.share, asked=finding.asked, any_asked=any_asked
    )
    return Evidence(finding.p, recurring, possible)
