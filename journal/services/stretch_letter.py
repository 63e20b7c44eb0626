"""A month, a quarter or any range in words, as they are kept."""

from __future__ import annotations

from collections.abc import Iterable

from journal.services.report_letter import (
    Letter,
    LetterSection,
    finding_words,
    food_lines,
)
from journal.services.report_stretch import StretchReport, before_words
from journal.services.report_words import times


def stretch_letter(report: StretchReport) -> Letter:
    """Return the report of a stretch as a letter; it has no rows of single days."""
    sections = (
        LetterSection("Your legs", tuple(_legs(report))),
        LetterSection("What recurs", tuple(map(finding_words, report.look.findings))),
        LetterSection("Food", tuple(_food(report))),
    )
    return Letter(
        period=report.period.name,
        title=report.period.words,
        opening=report.headline,
        rows=(),
        sections=tuple(part for part in sections if part.lines),
    )


def _legs(report: StretchReport) -> Iterable[str]:
    for line in report.look.legs:
        seen = line.four_weeks
        if seen.answered:
            words = f"{line.label} on {seen.present} of {seen.answered} "
            words += times(line.part, seen.answered)
            words += f", worst {seen.worst} of 10." if seen.worst else "."
            before = report.before.get((line.part, line.symptom))
            yield f"{words} {before_words(line, before, report.period)}".strip()


def _food(report: StretchReport) -> Iterable[str]:
    if not report.has_food:
        return ()
    return food_lines(report.look.nutrients, report.look.food, "these days")
