"""What any stretch of days shows, worked out from its records alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.knowledge import Knowledge
from journal.domain.records import DayRecord
from journal.domain.targets import Person, TargetTable
from journal.domain.weekly import LegsLine, legs_of_week
from journal.domain.weekly_food import DayFood, FoodCoverage, coverage, day_food
from journal.domain.weekly_lanes import Lane, lanes_of
from journal.models import Account
from journal.services.report_counts import plain_counts
from journal.services.report_excess import excess_findings
from journal.services.report_findings import FOUR_WEEKS, Finding, findings
from journal.services.report_food import NutrientLine, nutrient_lines
from journal.services.report_plain_amounts import PlainAmount, plain_amounts
from journal.services.report_plain_count import PlainCount
from journal.services.report_words import labels_of


@dataclass(frozen=True, slots=True)
class Look:
    """Counts, amounts and findings over consecutive days, the last one last.

    Of each line of the legs, `four_weeks` and `month_marks` cover all these days.
    """

    today: date
    days: tuple[DayFood, ...]
    legs: tuple[LegsLine, ...]
    nutrients: tuple[NutrientLine, ...]
    plain_amounts: tuple[PlainAmount, ...]
    counts: tuple[PlainCount, ...]
    findings: tuple[Finding, ...]
    lanes: tuple[Lane, ...]
    food: FoodCoverage


def look_at(
    records: Sequence[DayRecord],
    *,
    today: date,
    person: Person,
    account: Account,
    knowledge: Knowledge,
    targets: TargetTable,
    over: str = FOUR_WEEKS,
) -> Look:
    """Return what the records show; `over` names their time in a sentence."""
    legs = legs_of_week(
        records, labels=labels_of(knowledge.symptoms, account), today=today
    )
    nutrients = nutrient_lines(
        records, person=person, knowledge=knowledge, targets=targets
    )
    return Look(
        today=today,
        days=tuple(day_food(record) for record in records),
        legs=legs,
        nutrients=nutrients,
        plain_amounts=plain_amounts(records, person=person, targets=targets),
        counts=plain_counts(
            records, legs, nutrients=nutrients, knowledge=knowledge, today=today
        ),
        findings=(
            *excess_findings(
                records,
                legs,
                person=person,
                knowledge=knowledge,
                targets=targets,
                over=over,
            ),
            *findings(
                legs,
                nutrients,
                knowledge=knowledge,
                person=person,
                account=account,
                over=over,
            ),
        ),
        lanes=lanes_of(records, today=today),
        food=coverage(records, today=today),
    )
