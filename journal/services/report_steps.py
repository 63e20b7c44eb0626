"""Which nutrients a week calls new or faded: those of which the history says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from journal.domain.weekly_changes import Change, nutrient_change
from journal.patterns.history import Standing
from journal.patterns.nutrient_course import is_clear
from journal.services.report_food import NutrientLine

_TOLD_AS: Final[Mapping[str, frozenset[str]]] = {
    "new": frozenset({"first_seen", "returned"}),
    "faded": frozenset({"faded"}),
}


def steps_told(
    changes: Sequence[Change],
    nutrients: Sequence[NutrientLine],
    stand: Mapping[str, Standing],
    week: str,
) -> tuple[Change, ...]:
    """Return the changes with those steps of nutrients that their history tells.

    `stand` has how findings stand, by key. A nutrient that no symptom noted is tied to
    has no history: it is new or faded where it lies clearly past the line.
    """
    lines = {line.name: line for line in nutrients}
    told = [
        one
        for one in changes
        if one.kind == "still"
        or one.name not in lines
        or _is_told(one.kind, lines[one.name], stand, week)
    ]
    named = {one.name for one in told}
    # What has lasted is told after the week in which it crossed the line.
    told += [
        nutrient_change(line.name)
        for line in nutrients
        if line.name not in named
        and not line.is_short
        and _has_event("faded", stand.get(f"short||{line.key}"), week)
    ]
    return tuple(told)


def _is_told(
    kind: str, line: NutrientLine, stand: Mapping[str, Standing], week: str
) -> bool:
    standing = stand.get(f"short||{line.key}")
    if standing is not None and standing.first_seen:
        return _has_event(kind, standing, week)
    enough = line.seen.probability_adequate_high if line.seen else None
    return enough is None or is_clear(enough, short=kind == "new")


def _has_event(kind: str, standing: Standing | None, week: str) -> bool:
    events = standing.events if standing else ()
    return any(when == week and what in _TOLD_AS[kind] for when, what in events)
