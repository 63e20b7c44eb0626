"""The appendix of the doctor's page: each day in a line, and month by month."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from journal.domain.records import DayRecord, SymptomAnswer
from journal.domain.weekly import words_of_site
from journal.domain.weekly_food import day_status
from journal.services.report_words import times

#: Days of the log unless every day was asked for.
NEWEST_DAYS: Final = 84
#: Days a log holds at most: each costs a fifth of a megabyte while the page is set,
#: so any length of diary is set in the memory of one year.
MOST_DAYS: Final = 366
#: A longer note is cut on paper; the whole of it leaves with the other files.
LONGEST_NOTE: Final = 1500
MONTH_SYMPTOMS: Final = 3
#: Months are listed when the time is longer than this.
DAYS_FOR_MONTHS: Final = 84

STATUS: Final = {"complete": "full", "partial": "in part", "not_logged": "not logged"}


@dataclass(frozen=True, slots=True)
class LogRow:
    """One day of the appendix."""

    day: date
    food: str
    legs: str
    meals: str
    other: str
    note: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month: counts with denominators, a text a column."""

    first: date
    cells: tuple[str, ...]


def log_rows(
    records: Sequence[DayRecord],
    labels: Mapping[str, str],
    *,
    log: str,
    parts: Collection[str],
    left_out: Collection[str] = (),
) -> tuple[LogRow, ...]:
    """Return a row a day, oldest first: none, the newest 84 days, all (to 366)."""
    if log == "none":
        return ()
    chosen = records[-NEWEST_DAYS:] if log == "newest" else records[-MOST_DAYS:]
    return tuple(_row(record, labels, parts, left_out) for record in chosen)


def _row(
    record: DayRecord,
    labels: Mapping[str, str],
    parts: Collection[str],
    left_out: Collection[str],
) -> LogRow:
    return LogRow(
        day=record.day,
        food=STATUS[day_status(record)],
        legs=_legs(record, labels, left_out) or "not answered",
        meals=_meals(record) if "log_food" in parts else "",
        other=_other(record, is_food_named="log_food" in parts),
        note=_note(record.note) if "notes" in parts else "",
    )


def _legs(
    record: DayRecord, labels: Mapping[str, str], left_out: Collection[str]
) -> str:
    said = []
    for part, answers in (("Night", record.night_answers), ("Day", record.day_answers)):
        words = [
            _answer(one, labels)
            for one in answers.values()
            if one.symptom not in left_out
        ]
        if words:
            said.append(f"{part}: {', '.join(words)}")
    return ". ".join(said)


def _answer(answer: SymptomAnswer, labels: Mapping[str, str]) -> str:
    label = labels.get(answer.symptom, answer.symptom)
    words = f"{label} {answer.severity_0_10 or 'none'}"
    if answer.sites:
        words += f" ({', '.join(words_of_site(one) for one in answer.sites)})"
    return words


def _meals(record: DayRecord) -> str:
    return ", ".join(
        item.name + (f" {item.amount_g:.0f} g" if item.amount_g is not None else "")
        for item in record.items
    )


def _other(record: DayRecord, *, is_food_named: bool) -> str:
    said = []
    if record.night_sleep_min is not None:
        said.append(f"sleep {record.night_sleep_min / 60:.1f} h")
    if is_food_named and record.water_ml is not None:
        said.append(f"water {record.water_ml:.0f} ml")
    said += [f"{one.name} ×{one.doses:g}" for one in record.supplements]
    return "; ".join(said)


def _note(note: str) -> str:
    more = len(note) - LONGEST_NOTE
    if more <= 0:
        return note
    return f"{note[:LONGEST_NOTE]} … ({more:,} more signs in the journal)"


def month_heads(
    records: Sequence[DayRecord], symptoms: Sequence[tuple[str, str, str]]
) -> tuple[str, ...]:
    """Return the columns of the months; none when the time is short."""
    if len(records) <= DAYS_FOR_MONTHS:
        return ()
    labels = [label for _, _, label in symptoms[:MONTH_SYMPTOMS]]
    return ("Month", *labels, "Woken by the legs", "Full days of food")


def month_rows(
    records: Sequence[DayRecord], symptoms: Sequence[tuple[str, str, str]]
) -> tuple[MonthRow, ...]:
    """Return a row a month; `symptoms` are (part, code, label), chief ones first."""
    if len(records) <= DAYS_FOR_MONTHS:
        return ()
    return tuple(
        _month(list(days), symptoms[:MONTH_SYMPTOMS])
        for _, days in groupby(records, key=lambda one: one.day.replace(day=1))
    )


def _month(
    days: Sequence[DayRecord], symptoms: Sequence[tuple[str, str, str]]
) -> MonthRow:
    cells = []
    for part, code, _ in symptoms:
        answers = [
            answer
            for day in days
            if (
                answer := (
                    day.night_answers if part == "night" else day.day_answers
                ).get(code)
            )
        ]
        had = sum(answer.present for answer in answers)
        cells.append(_of(had, len(answers), times(part, len(answers))))
    known = [one for one in map(was_woken, days) if one is not None]
    cells.append(_of(sum(known), len(known), times("night", len(known))))
    full = sum(day.is_food_complete for day in days)
    cells.append(_of(full, len(days), times("day", len(days))))
    return MonthRow(days[0].day.replace(day=1), tuple(cells))


def _of(count: int, answered: int, what: str) -> str:
    return f"{count} of {answered} {what}" if answered else "not answered"


def was_woken(record: DayRecord) -> bool | None:
    """Whether the legs woke the person; None when that was not answered."""
    answers = record.night_answers.values()
    said = [answer.woke_me for answer in answers if answer.woke_me is not None]
    if said:
        return any(said)
    if answers and not any(answer.present for answer in answers):
        return False
    return None


def log_title(log: str, days: int, first: date | None) -> str:
    """Return the heading of the log, which says when it is not the whole time."""
    if first is None:
        return "Daily log"
    if log == "newest" and days > NEWEST_DAYS:
        return f"Daily log of the newest {NEWEST_DAYS} days"
    if days > MOST_DAYS:
        return f"Daily log of the newest {MOST_DAYS} days; the rest is in the journal"
    return "Daily log"
