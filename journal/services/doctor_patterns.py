"""What recurs, as the doctor's page says it: shortfall and timing, with grades."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import Knowledge
from journal.domain.records import DayRecord
from journal.models import Account
from journal.services.report_findings import Finding
from journal.services.report_words import joined
from journal.services.timing import timing_of_week
from journal.services.timing_cards import TimingCard

#: What one page holds of each kind.
MOST_SHORTFALLS: Final = 3
MOST_TIMINGS: Final = 2


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """One finding in the third person: how firm, what, the evidence for the link."""

    tier: str
    text: str
    evidence: str
    is_timing: bool = False


def timing_shown(
    session: Session,
    *,
    account: Account,
    records: Sequence[DayRecord],
    last: date,
    today: date,
    knowledge: Knowledge,
) -> tuple[TimingCard, ...]:
    """Return the timing patterns of the week that holds the last day.

    `records` are all days from `first_day_read(last)` to the last day.
    """
    return timing_of_week(
        session,
        account=account,
        week=IsoWeek.of(last),
        today=today,
        knowledge=knowledge,
        records=records,
    ).shown


def on_paper(
    found: Sequence[Finding],
    timing: Sequence[TimingCard],
    *,
    left_out: Collection[str] = (),
) -> tuple[PaperFinding, ...]:
    """Return the findings for one page: shortfalls first, then timing."""
    kept = [card for card in timing if card.symptom not in left_out]
    return (
        *map(_shortfall, found[:MOST_SHORTFALLS]),
        *map(_timing, kept[:MOST_TIMINGS]),
    )


def _shortfall(found: Finding) -> PaperFinding:
    been = "has probably been" if found.tier == "Probably short" else "may have been"
    noted = joined([said.symptom.lower() for said in found.medicine[:3]])
    return PaperFinding(
        tier=found.tier,
        text=f"{found.name[:1].upper()}{found.name[1:]} {been} short; noted: {noted}.",
        evidence="; ".join(
            f"{said.symptom.lower()}: {said.grade_label.lower()}"
            for said in found.medicine
        ),
    )


def _timing(card: TimingCard) -> PaperFinding:
    counts = card.counts
    side = "least" if card.direction < 0 else "most"
    text = f"{card.symptom_label} after the {side} {card.factor_name.lower()}"
    if counts:
        text = (
            f"{card.symptom_label} on {counts['symptom_on_side']:.0f} of "
            f"{counts['on_side']:.0f} {card.part}s after the {side} "
            f"{card.factor_name.lower()}, on {counts['symptom_other']:.0f} of "
            f"{counts['other']:.0f} others"
        )
    return PaperFinding(
        tier=card.tier_label,
        text=f"{text}.",
        evidence=f"{card.symptom_label.lower()}: {card.grade_label.lower()}",
        is_timing=True,
    )
