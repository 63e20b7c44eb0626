"""The rows of the doctor's page: symptoms with denominators, sleep, the daily log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.records import DayRecord, SymptomAnswer
from journal.domain.weekly import (
    PERSISTENT_SHARE,
    LegsLine,
    Mark,
    Tally,
    tally,
    words_of_site,
)
from journal.domain.weekly_food import day_status
from journal.services.report_words import joined, times

#: Each half of the time needs this many answers before a trend is named.
ANSWERS_FOR_TREND = 7
#: A smaller change in how often is called "about the same".
CHANGE_THAT_COUNTS = 0.15
#: What one page holds.
MOST_SYMPTOMS = 6


@dataclass(frozen=True, slots=True)
class SymptomRow:
    """One symptom over the whole time, with denominators."""

    label: str
    part: str
    present: int
    answered: int
    typical: float | None
    worst: int | None
    woke: int
    sites: str
    trend: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One day of the appendix."""

    day: date
    food: str
    legs: str
    meals: str
    other: str
    note: str


def symptom_rows(legs: Sequence[LegsLine]) -> tuple[SymptomRow, ...]:
    rows = []
    for line in legs[:MOST_SYMPTOMS]:
        seen = line.four_weeks
        sites = _sites(line.month_marks)
        rows.append(
            SymptomRow(
                label=line.label,
                part=line.part,
                present=seen.present,
                answered=seen.answered,
                typical=seen.typical,
                worst=seen.worst,
                woke=seen.woke,
                sites=sites,
                trend=trend_words(line.month_marks),
            )
        )
    return tuple(rows)


def _sites(marks: Sequence[Mark]) -> str:
    counts: dict[str, int] = {}
    for mark in marks:
        for site in mark.sites if mark.kind == "had" else ():
            counts[site] = counts.get(site, 0) + 1
    most = sorted(counts, key=lambda site: -counts[site])[:3]
    return ", ".join(f"{words_of_site(site)} {counts[site]}×" for site in most)


def halves(marks: Sequence[Mark]) -> tuple[Tally, Tally] | None:
    """Return the earlier and the later half; None with too few answers in one."""
    middle = len(marks) // 2
    early, late = tally(marks[:middle]), tally(marks[middle:])
    if min(early.answered, late.answered) < ANSWERS_FOR_TREND:
        return None
    return early, late


def _change(early: Tally, late: Tally) -> float:
    return (late.share or 0.0) - (early.share or 0.0)


def came_more_often(line: LegsLine) -> bool:
    """Whether it came clearly more often in the later half, as the trend says it."""
    both = halves(line.month_marks)
    return both is not None and _change(*both) >= CHANGE_THAT_COUNTS


def has_stayed(line: LegsLine) -> bool:
    """Whether it was there at least half the time in both halves."""
    both = halves(line.month_marks)
    return both is not None and all(
        (half.share or 0.0) >= PERSISTENT_SHARE for half in both
    )


def asked_over_the_time(line: LegsLine) -> str:
    """Return how a symptom is brought up on the doctor's page, or nothing."""
    more = came_more_often(line)
    if not (more or has_stayed(line)):
        return ""
    seen = line.four_weeks
    words = f"{line.label} on {seen.present} of {seen.answered} "
    words += times(line.part, seen.answered)
    if more:
        words += ", more often in the later half"
    return f"{words}: what could be behind it?"


def course_words(legs: Sequence[LegsLine]) -> str:
    """Return what stayed and what came more often, in one neutral line."""
    stayed = [line.label.lower() for line in legs if has_stayed(line)]
    more = [
        line.label.lower()
        for line in legs
        if came_more_often(line) and not has_stayed(line)
    ]
    words = []
    if stayed:
        words.append(f"There at least half the time throughout: {joined(stayed)}.")
    if more:
        words.append(f"More often in the later half: {joined(more)}.")
    return " ".join(words)


def trend_words(marks: Sequence[Mark]) -> str:
    """Compare the later with the earlier half of the time, in counts."""
    both = halves(marks)
    if both is None:
        return "too few answers"
    early, late = both
    change = _change(early, late)
    word = "about the same"
    if abs(change) >= CHANGE_THAT_COUNTS:
        word = "more often" if change > 0 else "less often"
    return (
        f"{word} ({early.present} of {early.answered}, then "
        f"{late.present} of {late.answered})"
    )


def sleep_words(records: Sequence[DayRecord]) -> str:
    minutes = [
        record.night_sleep_min
        for record in records
        if record.night_sleep_min is not None
    ]
    woken = [known for known in map(_woken, records) if known is not None]
    words = []
    if woken:
        nights = times("night", len(woken))
        words.append(f"Woken by the legs on {sum(woken)} of {len(woken)} {nights}.")
    if minutes:
        mean = sum(minutes) / len(minutes) / 60
        words.append(
            f"About {mean:.1f} hours of sleep over {len(minutes)} "
            f"{times('night', len(minutes))}."
        )
    return " ".join(words)


def _woken(record: DayRecord) -> bool | None:
    """Whether the legs woke the person; None when that was not answered."""
    answers = record.night_answers.values()
    said = [answer.woke_me for answer in answers if answer.woke_me is not None]
    if said:
        return any(said)
    if answers and not any(answer.present for answer in answers):
        return False
    return None


def log_rows(
    records: Sequence[DayRecord], labels: dict[str, str], *, with_notes: bool
) -> tuple[LogRow, ...]:
    return tuple(_log_row(record, labels, with_notes) for record in records)


def _log_row(
    record: DayRecord,
    labels: dict[str, str],
    with_notes: bool,  # noqa: FBT001
) -> LogRow:
    status = {"complete": "full", "partial": "in part", "not_logged": "not logged"}
    legs = [
        f"{part}: {', '.join(_answer_words(one, labels) for one in answers.values())}"
        for part, answers in (
            ("Night", record.night_answers),
            ("Day", record.day_answers),
        )
        if answers
    ]
    other = []
    if record.night_sleep_min is not None:
        other.append(f"sleep {record.night_sleep_min / 60:.1f} h")
    if record.water_ml is not None:
        other.append(f"water {record.water_ml:.0f} ml")
    other += [f"{one.name} ×{one.doses:g}" for one in record.supplements]
    return LogRow(
        day=record.day,
        food=status[day_status(record)],
        legs=". ".join(legs) or "not answered",
        meals=", ".join(
            item.name + (f" {item.amount_g:.0f} g" if item.amount_g is not None else "")
            for item in record.items
        ),
        other="; ".join(other),
        note=record.note if with_notes else "",
    )


def _answer_words(answer: SymptomAnswer, labels: dict[str, str]) -> str:
    label = labels.get(answer.symptom, answer.symptom)
    words = f"{label} {answer.severity_0_10 or 'none'}"
    if answer.sites:
        words += f" ({', '.join(words_of_site(one) for one in answer.sites)})"
    return words
