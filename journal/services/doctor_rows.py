"""The rows of the doctor's page: symptoms with denominators, sleep, how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from journal.domain.records import DayRecord, SymptomAnswer
from journal.domain.weekly import (
    PERSISTENT_SHARE,
    LegsLine,
    Mark,
    Tally,
    tally,
    words_of_site,
)
from journal.patterns.wording import said
from journal.services.doctor_log import was_woken
from journal.services.report_words import joined, times

#: Each half of the time needs this many answers before a trend is named.
ANSWERS_FOR_TREND = 7
#: A smaller change in how often is not worth a word, however sure.
CHANGE_THAT_COUNTS = 0.15
#: Two-sided 95 % of the normal distribution.
Z_95 = 1.959964
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
    most = sorted(counts, key=lambda site: -counts[site])[:2]
    return ", ".join(f"{words_of_site(site)} {counts[site]}×" for site in most)


def halves(marks: Sequence[Mark]) -> tuple[Tally, Tally] | None:
    """Return the earlier and the later half; None with too few answers in one."""
    middle = len(marks) // 2
    early, late = tally(marks[:middle]), tally(marks[middle:])
    if min(early.answered, late.answered) < ANSWERS_FOR_TREND:
        return None
    return early, late


def change_95(
    present: int, answered: int, present_later: int, answered_later: int
) -> tuple[float, float]:
    """Return the 95 % interval of the change of a share, later minus earlier.

    One of each kind is added to both halves (Agresti and Caffo 2000,
    doi:10.1080/00031305.2000.10474560), which holds for few nights too.
    """
    early = (present + 1) / (answered + 2)
    late = (present_later + 1) / (answered_later + 2)
    spread = early * (1 - early) / (answered + 2)
    spread += late * (1 - late) / (answered_later + 2)
    half = Z_95 * spread**0.5
    return late - early - half, late - early + half


def _course(early: Tally, late: Tally) -> int:
    """Return 1 for clearly more often later, -1 for clearly less often, else 0."""
    change = (late.share or 0.0) - (early.share or 0.0)
    low, high = change_95(early.present, early.answered, late.present, late.answered)
    if abs(change) < CHANGE_THAT_COUNTS or low <= 0 <= high:
        return 0
    return 1 if change > 0 else -1


def came_more_often(line: LegsLine) -> bool:
    """Whether it came clearly more often in the later half, as the trend says it."""
    both = halves(line.month_marks)
    return both is not None and _course(*both) > 0


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
    return said(
        "paper.ask.more" if more else "paper.ask.stayed",
        symptom=line.label,
        a=seen.present,
        b=seen.answered,
        times=times(line.part, seen.answered),
    )


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
        words.append(said("paper.stayed", symptoms=joined(stayed)))
    if more:
        words.append(said("paper.more", symptoms=joined(more)))
    return " ".join(words)


def trend_words(marks: Sequence[Mark]) -> str:
    """Compare the later with the earlier half of the time, in counts."""
    both = halves(marks)
    if both is None:
        return "too few answers"
    early, late = both
    words = {0: "no clear change", 1: "more often", -1: "less often"}
    word = words[_course(early, late)]
    return (
        f"{word} ({early.present} of {early.answered}, then "
        f"{late.present} of {late.answered})"
    )


def burden_words(
    records: Sequence[DayRecord], labels: Mapping[str, str], left_out: Collection[str]
) -> str:
    """Return how long the chief symptom lasted and what eased it, as far as said."""
    had: dict[str, list[SymptomAnswer]] = {}
    for record in records:
        for answer in (*record.night_answers.values(), *record.day_answers.values()):
            if answer.present and answer.symptom not in left_out:
                had.setdefault(answer.symptom, []).append(answer)
    if not had:
        return ""
    chief = max(had, key=lambda code: len(had[code]))
    label = labels.get(chief, chief)
    words = []
    lasted = [one.duration_min for one in had[chief] if one.duration_min is not None]
    if lasted:
        words.append(
            f"{label} lasted {median(lasted):g} minutes as a rule, {max(lasted)} at "
            f"most (said {len(lasted)} of {len(had[chief])} times)."
        )
    eased = Counter(one.eased_by for one in had[chief] if one.eased_by)
    if eased:
        said = ", ".join(f"{what} {count}×" for what, count in eased.most_common())
        words.append(f"Eased by: {said}.")
    return " ".join(words)


def woken_words(records: Sequence[DayRecord]) -> str:
    """Return on how many nights the legs woke the person, or nothing."""
    woken = [known for known in map(was_woken, records) if known is not None]
    if not any(woken):
        return ""
    nights = times("night", len(woken))
    return f"woken by the legs on {sum(woken)} of {len(woken)} {nights}"


def sleep_words(records: Sequence[DayRecord]) -> str:
    minutes = [
        record.night_sleep_min
        for record in records
        if record.night_sleep_min is not None
    ]
    woken = [known for known in map(was_woken, records) if known is not None]
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
