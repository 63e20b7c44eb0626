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
from journal.patterns.wording import said
from journal.services.finding_marks import Mark
from journal.services.report_course import key_of
from journal.services.report_findings import Finding
from journal.services.report_words import joined
from journal.services.timing import timing_of_week
from journal.services.timing_cards import TimingCard

#: What one page holds of each kind.
MOST_NUTRIENT_FINDINGS: Final = 3
MOST_TIMINGS: Final = 2

#: Marks of the person that add a word on paper.
ADDS_ON_PAPER: Final = frozenset({"discussed", "tested"})


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
            cards.append(_timing(card, _before(kind)))
    return (
        *(
            _nutrient(one, _before(_marked(one, marks)))
            for one in relevant(found, marks)[:MOST_NUTRIENT_FINDINGS]
        ),
        *cards[:MOST_TIMINGS],
    )


def _before(mark: str) -> str:
    return f" {said(f'paper.{mark}')}" if mark in ADDS_ON_PAPER else ""


def _nutrient(found: Finding, before: str) -> PaperFinding:
    noted = joined([each.symptom.lower() for each in found.medicine[:3]])
    words = said(f"paper.{found.verdict}", nutrient=found.name, symptoms=noted)
    return PaperFinding(
        tier=found.tier,
        text=f"{words}{before}",
        evidence="; ".join(
            f"{each.symptom.lower()}: {each.grade_label.lower()}"
            for each in found.medicine
        ),
    )


def _timing(card: TimingCard, before: str) -> PaperFinding:
    counts = card.counts
    side = "least" if card.direction < 0 else "most"
    names = {
        "symptom": card.symptom_label,
        "side": side,
        "factor": card.factor_name.lower(),
    }
    text = said("paper.timing", **names)
    if counts:
        text = said(
            "paper.counts",
            **names,
            times=f"{card.part}s",
            a=f"{counts['symptom_on_side']:.0f}",
            b=f"{counts['on_side']:.0f}",
            c=f"{counts['symptom_other']:.0f}",
            d=f"{counts['other']:.0f}",
        )
    return PaperFinding(
        tier=card.tier_label,
        text=f"{text}{before}",
        evidence=f"{card.symptom_label.lower()}: {card.grade_label.lower()}",
        is_timing=True,
    )
