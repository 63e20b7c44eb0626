"""The one thing of a week most worth knowing, and where the page says more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.weekly_food import Gap
from journal.patterns.wording import said
from journal.services.report_content import WeekReport
from journal.services.report_findings import Finding, medicine_in_short
from journal.services.timing_cards import TimingCard, card_in_short

FIRM = frozenset({"established", "supported"})
SURE_TALLY = 3
RECURRING = "recurring"
WHY = "Why we say this"


@dataclass(frozen=True, slots=True)
class FirstThing:
    """One sentence, what is said beside it, and a part of the page or a day."""

    words: str
    beside: str
    part: str
    link: str
    day: date | None = None


def first_thing(report: WeekReport) -> FirstThing | None:
    """Return the first of: too much, a firm finding, a visit, any finding, a gap.

    None when nothing stands out; silence is better than a filler.
    """
    return next(_candidates(report), None)


def _candidates(report: WeekReport) -> Iterator[FirstThing]:
    for line in report.nutrients:
        if line.above_upper:
            beside = said("ask.above_upper")
            yield FirstThing(line.above_upper, beside, "w-nut", "See the food")
    loud = [one for one in report.findings if not one.mark]
    patterns = report.timing.shown if report.timing else ()
    yield from map(_of_finding, filter(_is_firm, loud))
    yield from (_of_card(one) for one in patterns if one.tier == RECURRING)
    if report.visit:
        yield FirstThing(report.visit, "", "w-ask", "What to bring up")
    yield from map(_of_finding, loud)
    yield from map(_of_card, patterns)
    yield from _of_gaps(report.unknowns)


def _is_firm(finding: Finding) -> bool:
    return finding.medicine[0].grade in FIRM and finding.tally_of_4 >= SURE_TALLY


def _of_finding(finding: Finding) -> FirstThing:
    beside = medicine_in_short(finding)
    return FirstThing(finding.title, beside, "w-find", WHY)


def _of_card(card: TimingCard) -> FirstThing:
    beside = card_in_short(card)
    return FirstThing(card.title, beside, f"f-{card.symptom}-{card.factor}", WHY)


def _of_gaps(gaps: Sequence[Gap]) -> Iterator[FirstThing]:
    for gap in gaps:
        if gap.day is not None:
            yield FirstThing(
                gap.text, "It can still be added.", "", gap.action, gap.day
            )
