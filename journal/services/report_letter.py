"""The week in words: the same in the mail, on a kept page and on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from journal.domain.periods import span_words
from journal.domain.weekly import LegsLine
from journal.domain.weekly_changes import Change
from journal.domain.weekly_food import FoodCoverage
from journal.patterns.wording import said
from journal.services.report_content import WeekReport
from journal.services.report_findings import Finding, medicine_in_short
from journal.services.report_food import NutrientLine
from journal.services.report_words import inside, times
from journal.services.timing_cards import card_in_short

#: Symptoms with a row of marks, and gaps named, at most.
MOST_ROWS = 3
MOST_GAPS = 4
MOST_FINDINGS = 3
CHANGE_WORDS = {"new": "New", "still": "Still there", "faded": "Faded"}
NOT_ADVICE = "Information, not medical advice."


@dataclass(frozen=True, slots=True)
class LetterMark:
    """One day or night of a row: "had", "none", "open" or "ahead"."""

    day: str
    kind: str
    severity_0_10: int | None


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One symptom over the week."""

    label: str
    summary: str
    marks: tuple[LetterMark, ...]


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A heading with its sentences."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """All words of one week; `opening` says it in a sentence or two."""

    period: str
    title: str
    opening: tuple[str, ...]
    rows: tuple[LetterRow, ...]
    sections: tuple[LetterSection, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the letter as plain values; `letter_from` reads them again."""
        return asdict(self) | {
            "opening": list(self.opening),
            "rows": [
                asdict(row) | {"marks": [asdict(mark) for mark in row.marks]}
                for row in self.rows
            ],
            "sections": [
                {"title": part.title, "lines": list(part.lines)}
                for part in self.sections
            ],
        }

    @property
    def lines(self) -> list[str]:
        """The letter as plain lines, without the rows of marks."""
        found = list(self.opening)
        for part in self.sections:
            found += [part.title, *(f"- {line}" for line in part.lines)]
        return [*found, NOT_ADVICE]


def letter_from(content: dict[str, Any]) -> Letter:
    """Return the letter that was kept as plain values."""
    return Letter(
        period=content["period"],
        title=content["title"],
        opening=tuple(content["opening"]),
        rows=tuple(
            LetterRow(
                row["label"],
                row["summary"],
                tuple(LetterMark(**mark) for mark in row["marks"]),
            )
            for row in content["rows"]
        ),
        sections=tuple(
            LetterSection(part["title"], tuple(part["lines"]))
            for part in content["sections"]
        ),
    )


def letter_of(report: WeekReport) -> Letter:
    """Return the week's report as a letter."""
    had = [line for line in report.legs if line.this_week.present]
    sections = (
        LetterSection("What changed", tuple(_changed(report))),
        LetterSection("What recurs", tuple(_recurring(report))),
        LetterSection(
            "Food", tuple(food_lines(report.nutrients, report.food_week, "this week"))
        ),
        LetterSection("To bring up with your doctor", tuple(_to_ask(report))),
        LetterSection("What is not known", tuple(_gaps(report))),
    )
    return Letter(
        period=str(report.week),
        title=span_words(report.first, report.last),
        opening=report.headline,
        rows=tuple(_row(line) for line in had[:MOST_ROWS]),
        sections=tuple(part for part in sections if part.lines),
    )


def leg_summary(line: LegsLine) -> str:
    """Return "5 of 7 nights, worst 9 of 10"."""
    seen = line.this_week
    words = f"{seen.present} of {seen.answered} {times(line.part, seen.answered)}"
    return words + (f", worst {seen.worst} of 10" if seen.worst else "")


def change_words(change: Change) -> str:
    """Return "New: restless legs, 1 of 7 nights, the week before 0 of 6."."""
    return f"{CHANGE_WORDS[change.kind]}: {inside(change.name)}, {change.counts}."


def _row(line: LegsLine) -> LetterRow:
    marks = (
        LetterMark(f"{mark.day:%a}", mark.kind, mark.severity_0_10)
        for mark in line.marks
    )
    return LetterRow(line.label, leg_summary(line), tuple(marks))


def _changed(report: WeekReport) -> Iterable[str]:
    yield from map(change_words, report.changes)
    for card in report.timing.faded if report.timing else ():
        yield f"{card.tier_label}: {card.title}"


def _recurring(report: WeekReport) -> Iterable[str]:
    """Yield the patterns and what stays short; what was marked stays quiet."""
    lines = [
        f"{card.title} {card_in_short(card)} {card.medicine}"
        for card in (report.timing.shown if report.timing else ())
    ]
    lines += [finding_words(one) for one in report.findings if not one.mark]
    yield from lines[:MOST_FINDINGS]
    more = len(lines) - MOST_FINDINGS
    if more > 0:
        yield said("in_short.one_more" if more == 1 else "in_short.more", n=more)


def finding_words(one: Finding) -> str:
    """Return a finding about food in one breath: the journal, then medicine."""
    return f"{one.title} {medicine_in_short(one)} {one.medicine[0].text}"


def food_lines(
    nutrients: Sequence[NutrientLine], food: FoodCoverage, when: str
) -> Iterable[str]:
    """Yield how fully food was logged, then what looks short, then what is too much."""
    days = times("day", food.days)
    yield f"Logged in full on {food.complete} of {food.days} {days} of {when}."
    for line in nutrients:
        if line.is_short:
            yield f"{line.name}, {line.odds}: {line.says}"
    yield from (line.above_upper for line in nutrients if line.above_upper)


def _to_ask(report: WeekReport) -> Iterable[str]:
    if report.visit:
        yield report.visit
    yield from (one.text for one in report.to_ask)


def _gaps(report: WeekReport) -> Iterable[str]:
    return (gap.text for gap in report.unknowns[:MOST_GAPS])
