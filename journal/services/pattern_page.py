"""What the patterns page leads with: the first sentence, and evenings that count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from journal.patterns.timing import SMALLEST_NIGHTS
from journal.patterns.wording import said
from journal.services.report_content import WeekReport

EveningMark = Literal["whole", "part", "open"]
MOST_LEADS: Final = 2


@dataclass(frozen=True, slots=True)
class Evenings:
    """The last four weeks, one mark for each evening since the first one written.

    "whole": legs answered and food complete, so that it can be compared; "part":
    something of it; "open": nothing.
    """

    marks: tuple[EveningMark, ...]

    def count(self, mark: EveningMark) -> int:
        """Return how many evenings carry a mark."""
        return self.marks.count(mark)

    @property
    def says(self) -> str:
        """The marks in one sentence."""
        return said(
            "evenings",
            whole=self.count("whole"),
            all=len(self.marks),
            part=self.count("part"),
            open=self.count("open"),
        )


def evenings_of(report: WeekReport) -> Evenings:
    """Return the evenings of the four weeks that end with the report's week."""
    marks: list[EveningMark] = []
    for n, day in enumerate(report.days):
        if day.day > report.today:
            break
        kinds = {line.month_marks[n].kind for line in report.legs}
        answered = bool(kinds & {"had", "none"})
        if answered and day.status == "complete":
            marks.append("whole")
        elif answered or day.status != "not_logged":
            marks.append("part")
        elif marks or day.day == report.today:
            marks.append("open")
    return Evenings(tuple(marks))


def lead_of(report: WeekReport) -> tuple[str, ...]:
    """Return the sentences that say it all."""
    timing = report.timing
    if timing is None or not timing.cards:
        return (said("lead.empty"),)
    if timing.shown:
        return tuple(card.title for card in timing.shown[:MOST_LEADS])
    if timing.quiet:
        return (said("lead.quiet"),)
    if timing.silent:
        return (said("lead.none"),)
    nights = max(card.nights for card in timing.cards)
    if nights < SMALLEST_NIGHTS:
        return (said("lead.early", nights=nights),)
    return (said("lead.not_yet"),)
