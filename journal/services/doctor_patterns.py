"""What recurs, as the doctor's page says it: shortfall and timing, with grades."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import Knowledge
from journal.domain.records import DayRecord
from journal.models import Account
from journal.services.finding_marks import Mark
from journal.services.report_course import key_of
from journal.services.report_findings import Finding
from journal.services.report_words import joined
from journal.services.timing import timing_of_week
from journal.services.timing_cards import TimingCard

#: What one page holds of each kind.
MOST_NUTRIENT_FINDINGS: Final = 3
MOST_TIMINGS: Final = 2

SAYS: Final = {
    "probably_short": "has probably been short",
    "may_be_short": "may have been short",
    "above": "has been over the European upper level",
    "may_be_above": "may have been over the European upper level",
}
#: What a mark of the person adds on paper.
BEFORE: Final = {
    "discussed": " Talked about before.",
    "tested": " Tested before.",
}


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


def relevant(
    found: Sequence[Finding], marks: Mapping[str, Mark]
) -> tuple[Finding, ...]:
    """Return the nutrients' findings without those marked as not relevant."""
    return tuple(one for one in found if _marked(one, marks) != "not_relevant")


def _marked(one: Finding, marks: Mapping[str, Mark]) -> str:
    mark = marks.get(key_of(one.kind, one.key))
    is_held = mark is not None and mark.holds(tier=one.verdict, direction=0)
    return mark.mark if mark is not None and is_held else ""


def on_paper(
    found: Sequence[Finding],
    timing: Sequence[TimingCard],
    *,
    marks: Mapping[str, Mark],
    left_out: Collection[str] = (),
) -> tuple[PaperFinding, ...]:
    """Return the findings for one page: too much, too little, then timing.

    What was marked as not relevant stays off; what was talked about or tested says so,
    as long as it has not changed since.
    """
    cards = []
    for card in timing:
        mark = marks.get(card.key)
        is_held = mark is not None and mark.holds(
            tier=card.tier, direction=card.direction
        )
        kind = mark.mark if mark is not None and is_held else ""
        if card.symptom not in left_out and kind != "not_relevant":
            cards.append(_timing(card, BEFORE.get(kind, "")))
    return (
        *(
            _nutrient(one, BEFORE.get(_marked(one, marks), ""))
            for one in relevant(found, marks)[:MOST_NUTRIENT_FINDINGS]
        ),
        *cards[:MOST_TIMINGS],
    )


def _nutrient(found: Finding, before: str) -> PaperFinding:
    noted = joined([said.symptom.lower() for said in found.medicine[:3]])
    name = f"{found.name[:1].upper()}{found.name[1:]}"
    return PaperFinding(
        tier=found.tier,
        text=f"{name} {SAYS[found.verdict]}; noted: {noted}.{before}",
        evidence="; ".join(
            f"{said.symptom.lower()}: {said.grade_label.lower()}"
            for said in found.medicine
        ),
    )


def _timing(card: TimingCard, before: str) -> PaperFinding:
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
        text=f"{text}.{before}",
        evidence=f"{card.symptom_label.lower()}: {card.grade_label.lower()}",
        is_timing=True,
    )
