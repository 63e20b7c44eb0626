"""Plain counts of symptom nights after low and other days: written down, not tested."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from journal.domain.knowledge import Grade, Knowledge, Link
from journal.domain.nutrition import NUTRIENT_KEYS
from journal.domain.records import DayRecord
from journal.domain.weekly import LegsLine
from journal.patterns.counts import SplitCounts, split_counts
from journal.services.report_day_amounts import amount_of_day
from journal.services.report_food import NutrientLine
from journal.services.report_plain_count import PlainCount

#: Both sides, and nights with and without, need this many, or it is one odd night.
SMALLEST_SIDE = 3
#: Shown on a page; more is a list that nobody reads.
MOST_COUNTS = 4

#: Firmest first. Unlike findings, a link that nobody studied stands below one that
#: was studied and is unlikely: chance has more room where nothing is known.
GRADE_ORDER: tuple[Grade, ...] = (
    "established",
    "supported",
    "mixed",
    "unlikely",
    "unknown",
    "harm",
)
#: What people look for stays in the list, whatever the evidence.
KEPT = frozenset({("magnesium_mg", "night_cramp")})

#: A line below this separates traces from traces (a cup of tea, a small drink).
SMALLEST_LINES = {
    "caffeine_mg": 30.0,
    "alcohol_g": 5.0,
    "exercise_min": 5.0,
    "sun_min": 5.0,
}

HABIT_UNITS = {
    "water_g": "ml",
    "alcohol_g": "g",
    "caffeine_mg": "mg",
    "exercise_min": "min",
    "sun_min": "min",
}


def plain_counts(
    records: Sequence[DayRecord],
    legs: Sequence[LegsLine],
    *,
    nutrients: Sequence[NutrientLine],
    knowledge: Knowledge,
    today: date,
) -> tuple[PlainCount, ...]:
    """Return counts for each declared pair whose symptom was there.

    The line is the reference figure where both sides then hold enough nights, else
    the person's own lowest (highest) third. Pairs of nutrients whose stores change
    over months are not declared, so they never appear.
    """
    present = {line.symptom: line for line in legs if line.four_weeks.present}
    by_key = {line.key: line for line in nutrients}
    found = []
    for link in knowledge.timing_pairs():
        leg = present.get(link.symptom)
        if leg is None:
            continue
        counted = _count(
            records,
            leg,
            link,
            by_key.get(link.factor),
            knowledge=knowledge,
            today=today,
        )
        if counted is not None:
            found.append(counted)
    return tuple(_worth_showing(found))


def _worth_showing(found: Sequence[PlainCount]) -> list[PlainCount]:
    """Return the first few: firmer evidence first, then the larger difference."""
    ordered = sorted(
        found, key=lambda one: (GRADE_ORDER.index(one.grade), -one.difference)
    )
    shown = ordered[:MOST_COUNTS]
    left = [one for one in ordered[MOST_COUNTS:] if (one.factor, one.symptom) in KEPT]
    return shown[: MOST_COUNTS - len(left)] + left


def _count(
    records: Sequence[DayRecord],
    leg: LegsLine,
    link: Link,
    line: NutrientLine | None,
    *,
    knowledge: Knowledge,
    today: date,
) -> PlainCount | None:
    # The night after a day belongs to it; a symptom of the day follows the day before.
    lag = 0 if leg.part == "night" else 1
    first, end = _stretch(records, leg, today)
    if end - first <= lag:
        return None
    marks = leg.month_marks[first + lag : end]
    severity = np.array(
        [np.nan if mark.severity_0_10 is None else mark.severity_0_10 for mark in marks]
    )
    eaten = records[first : end - lag]
    amounts = np.array([amount_of_day(record, link.factor) for record in eaten])
    is_nutrient = link.factor in NUTRIENT_KEYS
    complete = np.array(
        [record.is_food_complete or not is_nutrient for record in eaten]
    )
    seen = None
    for threshold in (_reference(line), None):
        seen = split_counts(
            severity_0_10=severity,
            daily_amount=amounts,
            day_complete=complete,
            threshold=threshold,
            side=link.direction,
        )
        if _is_usable(seen):
            break
    if seen is None or not _is_usable(seen) or seen.threshold is None:
        return None
    if seen.threshold < SMALLEST_LINES.get(link.factor, 0.0):
        return None
    is_usable = complete & ~np.isnan(severity) & ~np.isnan(amounts)
    return PlainCount(
        factor=link.factor,
        factor_name=knowledge.factor_name(link.factor),
        symptom=link.symptom,
        symptom_label=leg.label,
        side=seen.side,
        threshold=seen.threshold,
        unit=line.unit if line else HABIT_UNITS.get(link.factor, ""),
        symptom_on_side=seen.symptom_nights_on_side,
        symptom_total=seen.symptom_nights,
        other_on_side=seen.nights_on_side - seen.symptom_nights_on_side,
        other_total=seen.usable_nights - seen.symptom_nights,
        left_out=len(marks) - seen.usable_nights,
        part=leg.part,
        grade_label=link.grade_label,
        grade=link.grade,
        medicine=link.what_medicine_says,
        amounts_with=tuple(amounts[is_usable & (severity > 0)].tolist()),
        amounts_without=tuple(amounts[is_usable & (severity == 0)].tolist()),
    )


def _stretch(
    records: Sequence[DayRecord], leg: LegsLine, today: date
) -> tuple[int, int]:
    """Return where the counted records begin and end.

    Days before the person began are no gaps, nor is a night that is still to come.
    """
    first = next((n for n, record in enumerate(records) if record.is_logged), 0)
    end = sum(record.day <= today for record in records)
    last = leg.month_marks[end - 1] if end else None
    if last is not None and last.day == today and last.kind == "open":
        end -= 1
    return first, end


def _reference(line: NutrientLine | None) -> float | None:
    if line is None or line.target is None:
        return None
    return line.target.ear if line.target.ear is not None else line.target.ai


def _is_usable(seen: SplitCounts) -> bool:
    return (
        min(
            seen.nights_on_side,
            seen.nights_other,
            seen.symptom_nights,
            seen.usable_nights - seen.symptom_nights,
        )
        >= SMALLEST_SIDE
    )
