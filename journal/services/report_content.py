"""The content of one week, and its words and numbers for mail and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from journal.domain.dates import IsoWeek
from journal.domain.weekly import LegsLine
from journal.domain.weekly_changes import Change
from journal.domain.weekly_food import (
    DayFood,
    FoodCoverage,
    Gap,
)
from journal.domain.weekly_lanes import Lane
from journal.patterns.history import Standing
from journal.services.report_findings import Finding
from journal.services.report_food import NutrientLine
from journal.services.report_plain_amounts import PlainAmount
from journal.services.report_plain_count import PlainCount
from journal.services.report_questions import ToAsk
from journal.services.timing_report import TimingReport

WeekState = Literal["empty", "first", "usual"]


@dataclass(frozen=True, slots=True)
class WeekReport:
    """All words and numbers of one week, for page, mail and JSON.

    `legs` and `nutrients` also look back over the four weeks that end with this one.
    `timing` is None where it was not asked for; `gone` names nutrients that were said
    before and are not any more, `standings` how each finding stands (not kept: None).
    `state` is "empty" without any answer in the week, "first" when nothing was logged
    in the three weeks before it.
    """

    week: IsoWeek
    today: date
    state: WeekState
    headline: tuple[str, ...]
    legs: tuple[LegsLine, ...]
    nutrients: tuple[NutrientLine, ...]
    plain_amounts: tuple[PlainAmount, ...]
    findings: tuple[Finding, ...]
    counts: tuple[PlainCount, ...]
    changes: tuple[Change, ...]
    lanes: tuple[Lane, ...]
    to_ask: tuple[ToAsk, ...]
    visit: str
    unknowns: tuple[Gap, ...]
    food_week: FoodCoverage
    food_four_weeks: FoodCoverage
    days: tuple[DayFood, ...]
    timing: TimingReport | None = None
    gone: tuple[str, ...] = ()
    quiet_findings: tuple[Finding, ...] = ()
    standings: Mapping[str, Standing] | None = None

    @property
    def first(self) -> date:
        """Monday."""
        return self.week.monday

    @property
    def last(self) -> date:
        """Sunday."""
        return self.week.sunday

    @property
    def is_running(self) -> bool:
        """Whether the week is not over."""
        return self.today <= self.last


def as_json(report: WeekReport) -> dict[str, Any]:
    """Return the report as plain values for `journal report --json`."""
    return {
        "week": str(report.week),
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "state": report.state,
        "headline": list(report.headline),
        "symptoms": [_leg_json(line) for line in report.legs],
        "nutrients": [_nutrient_json(line) for line in report.nutrients],
        "without_verdict": [
            {
                "what": one.key,
                "days": one.n_days,
                "mean_low": one.low,
                "mean_high": one.high,
                "says": one.says,
            }
            for one in report.plain_amounts
        ],
        "findings": [
            {
                "nutrient": one.key,
                "title": one.title,
                "tier": one.tier,
                "complete_days": one.n_days,
                "history": list(one.history),
                "journal": list(one.journal),
                "medicine": [
                    {
                        "symptom": said.symptom,
                        "grade": said.grade,
                        "text": said.text,
                        "citations": list(said.citations),
                        "checked": said.mark,
                    }
                    for said in one.medicine
                ],
            }
            for one in report.findings
        ],
        "changes": [
            {"kind": one.kind, "what": one.name, "counts": one.counts}
            for one in report.changes
        ],
        "faded_nutrients": list(report.gone),
        "timing": report.timing.as_json() if report.timing else None,
        "counts_not_tested": [one.as_json() for one in report.counts],
        "to_ask": [
            {"text": one.text, "beside": list(one.beside)} for one in report.to_ask
        ],
        "visit": report.visit or None,
        "unknown": [
            {"text": gap.text, "day": gap.day.isoformat() if gap.day else None}
            for gap in report.unknowns
        ],
        "food_days": {
            "complete": report.food_week.complete,
            "partial": report.food_week.partial,
            "not_logged": report.food_week.not_logged,
        },
    }


def _leg_json(line: LegsLine) -> dict[str, Any]:
    return {
        "symptom": line.symptom,
        "label": line.label,
        "part": line.part,
        "answered": line.this_week.answered,
        "present": line.this_week.present,
        "worst_0_10": line.this_week.worst,
        "typical_0_10": line.this_week.typical,
        "woke": line.this_week.woke,
        "woke_answered": line.this_week.woke_answered,
        "week_before_answered": line.week_before.answered,
        "week_before_present": line.week_before.present,
        "four_weeks_answered": line.four_weeks.answered,
        "four_weeks_present": line.four_weeks.present,
        "sites": dict(line.sites),
        "days": [
            {
                "date": mark.day.isoformat(),
                "state": mark.kind,
                "severity_0_10": mark.severity_0_10,
            }
            for mark in line.marks
        ],
    }


def _nutrient_json(line: NutrientLine) -> dict[str, Any]:
    seen, target = line.seen, line.target
    return {
        "nutrient": line.key,
        "name": line.name,
        "complete_days": line.n_days,
        "known_share_0_1": line.known_share,
        "mean_food": line.food_low,
        "mean_supplements": line.supplement,
        "mean_low": line.low,
        "mean_high": line.high,
        "ear": target.ear if target else None,
        "rda": target.rda if target else None,
        "ai": target.ai if target else None,
        "ul": target.ul if target else None,
        "verdict": seen.verdict if seen else "cannot_say",
        "method": seen.method if seen else None,
        "probability_adequate_low": seen.probability_adequate_low if seen else None,
        "probability_adequate_high": seen.probability_adequate_high if seen else None,
        "upper_level": seen.ul_verdict if seen else "not_checked",
        "says": line.says,
    }
