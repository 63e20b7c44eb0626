"""Words for a day that came from another program: which one, and what it said.

The details of an origin: `rows` are fingerprints of what was taken in, `originals` the
values before they were put on our scale, `totals` the program's sums of the day in the
units of the journal, `completed` whether it called the day complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.history import SOURCES
from journal.domain.knowledge import Knowledge
from journal.models import DayOrigin
from journal.services.import_history import SCALES

#: The sums that are shown; the rest is in the exports.
SHOWN_TOTALS = ("energy_kcal", "magnesium_mg", "calcium_mg", "iron_mg", "vitamin_d_ug")


@dataclass(frozen=True, slots=True)
class OriginWords:
    """One line about where a day came from, and further ones."""

    first: str
    further: tuple[str, ...]


def origins_of_day(
    session: Session,
    *,
    user_id: int,
    day: date,
    labels: Mapping[str, str],
    knowledge: Knowledge,
) -> list[OriginWords]:
    """Return the words for each program that a day came from; mostly none."""
    rows = session.execute(
        select(DayOrigin.source, DayOrigin.details)
        .where(DayOrigin.user_id == user_id, DayOrigin.date == day)
        .order_by(DayOrigin.id)
    )
    return [
        OriginWords(
            f"Imported from {SOURCES.get(source, source)}.",
            (
                *_originals(details.get("originals", {}), source, labels),
                *_totals(details, knowledge),
            ),
        )
        for source, details in rows
    ]


def _originals(
    originals: Mapping[str, str], source: str, labels: Mapping[str, str]
) -> list[str]:
    scale = SCALES.get(source)
    if not scale:
        return []
    return [
        f"{labels.get(place.partition('/')[2], 'A symptom of yours')}: "
        f"it said {said}; shown {scale}."
        for place, said in originals.items()
    ]


def _totals(details: Mapping[str, object], knowledge: Knowledge) -> list[str]:
    totals = details.get("totals")
    if not isinstance(totals, dict):
        return []
    parts = []
    for key in SHOWN_TOTALS:
        if key in totals:
            nutrient = knowledge.nutrient(key)
            unit = {"ug": "µg"}.get(key.rpartition("_")[2], key.rpartition("_")[2])
            name = nutrient.name.lower() if nutrient else "energy"
            parts.append(f"{name} {totals[key]:,.0f}\u00a0{unit}")
    if not parts:
        return []
    return [f"It counted {', '.join(parts)}. That is not added to the food here."]
