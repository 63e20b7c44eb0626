"""How the findings of a week go on from the weeks before, and what was said in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from journal.domain.knowledge import Knowledge
from journal.patterns.adequacy import DAYS_TO_SPEAK_CAUTIOUSLY
from journal.patterns.history import Standing
from journal.patterns.nutrient_course import NOT_KNOWN, next_nutrient_standing
from journal.patterns.wording import said
from journal.services.finding_marks import Mark
from journal.services.report_content import WeekReport
from journal.services.report_findings import Finding, MedicineSays
from journal.services.report_food import NutrientLine, days_missing
from journal.services.report_steps import steps_told
from journal.services.said_weeks import SaidBefore
from journal.services.timing_cards import KIND as TIMING
from journal.services.timing_cards import history_words


def key_of(kind: str, nutrient: str) -> str:
    """Return the name that a nutrient's finding has in history and marks."""
    return f"{kind}||{nutrient}"


def with_course(
    report: WeekReport, before: SaidBefore, *, knowledge: Knowledge
) -> WeekReport:
    """Return the report with the history of its findings.

    Of a week that was kept, the findings are those that were said then.
    """
    week = str(report.week)
    if before.week is not None and before.week.is_final:
        content = before.week.content
        kept = [finding_from(one) for one in content.get("nutrients", ())]
        return replace(
            report,
            findings=tuple(one for one in kept if not one.mark),
            quiet_findings=tuple(one for one in kept if one.mark),
            gone=tuple(content.get("gone", ())),
            changes=steps_told(
                report.changes, report.nutrients, before.standings, week
            ),
        )
    stand = _standings(report, before.standings, knowledge)
    found = tuple(
        replace(one, history=_history(stand[key_of(one.kind, one.key)]))
        for one in report.findings
    )
    timing = report.timing.standings if report.timing else None
    return replace(
        report,
        findings=found,
        gone=_gone(report, stand, knowledge),
        standings={**(timing or {}), **stand},
        changes=steps_told(report.changes, report.nutrients, stand, week),
    )


def with_marks(report: WeekReport, marks: Mapping[str, Mark]) -> WeekReport:
    """Return the report with what the person marked set aside, unless it changed.

    What was said in a kept week is not touched.
    """
    timing = report.timing
    if timing is not None and timing.kept_on is not None:
        return report
    if timing is not None:
        cards = tuple(
            replace(card, mark=_words(marks, card.key, card.tier, card.direction))
            for card in timing.cards
        )
        timing = replace(timing, cards=cards)
    stand = report.standings or {}
    found = [
        replace(one, mark=_mark_words(marks, one, stand)) for one in report.findings
    ]
    return replace(
        report,
        timing=timing,
        findings=tuple(one for one in found if not one.mark),
        quiet_findings=tuple(one for one in found if one.mark),
    )


def _mark_words(
    marks: Mapping[str, Mark], one: Finding, stand: Mapping[str, Standing]
) -> str:
    """Return the mark, also in a week that differs without a change being told."""
    key = key_of(one.kind, one.key)
    told = stand[key].tier if key in stand else one.verdict
    return _words(marks, key, one.verdict, 0) or _words(marks, key, told, 0)


def _words(marks: Mapping[str, Mark], key: str, tier: str, direction: int) -> str:
    mark = marks.get(key)
    if mark is None or not mark.holds(tier=tier, direction=direction):
        return ""
    return mark.words


def _standings(
    report: WeekReport, before: Mapping[str, Standing], knowledge: Knowledge
) -> dict[str, Standing]:
    now = {key_of(one.kind, one.key): one.verdict for one in report.findings}
    lines = {line.key: line for line in report.nutrients}
    earlier = [key for key in before if not key.startswith(TIMING)]
    stand = {}
    for key in dict.fromkeys([*now, *earlier]):
        line = lines.get(key.rpartition("|")[2]) if _is_short(key) else None
        seen = line.seen if line else None
        stand[key] = next_nutrient_standing(
            before.get(key),
            tier=now.get(key) or _tier_without_card(key, line, report, knowledge),
            week=str(report.week),
            probability_adequate=seen.probability_adequate_high if seen else None,
        )
    return stand


def _is_short(key: str) -> bool:
    return key.startswith("short|")


def _tier_without_card(
    key: str, line: NutrientLine | None, report: WeekReport, knowledge: Knowledge
) -> str:
    """Return what the days say of a nutrient without a card.

    A shortfall goes on while no symptom that is tied to it is noted; whether something
    still runs high is then not looked at.
    """
    if _is_short(key):
        return _tier_of(line)
    noted = {leg.symptom for leg in report.legs if leg.four_weeks.present}
    harmed = {
        link.symptom
        for link in knowledge.links_of(factor=key.rpartition("|")[2])
        if link.direction == "high" and link.grade == "harm"
    }
    enough = report.food_four_weeks.complete >= DAYS_TO_SPEAK_CAUTIOUSLY
    return "none" if enough and noted & harmed else NOT_KNOWN


def _tier_of(line: NutrientLine | None) -> str:
    """Return what the days say of a nutrient, whatever the legs were like."""
    if line is None or line.seen is None:
        return NOT_KNOWN
    if line.is_short:
        return line.seen.verdict
    return NOT_KNOWN if not line.is_judged or days_missing(line) else "none"


def _history(standing: Standing) -> tuple[str, ...]:
    words = history_words(standing)
    return (*words, said("history.waiting")) if standing.waiting else words


def _gone(
    report: WeekReport, stand: Mapping[str, Standing], knowledge: Knowledge
) -> tuple[str, ...]:
    """Return a line for each nutrient that was said before and is not shown now."""
    shown = {key_of(one.kind, one.key) for one in report.findings}
    lines = {line.key: line for line in report.nutrients}
    words = []
    for key, standing in stand.items():
        if key in shown or not standing.first_seen:
            continue
        nutrient = key.rpartition("|")[2]
        told = list(history_words(standing))
        if standing.is_shown:
            why = _why_no_card(key, standing, lines.get(nutrient))
            told.append(said(f"history.{why}"))
        words.append(f"{knowledge.factor_name(nutrient)}: {' '.join(told)}")
    return tuple(words)


def _why_no_card(key: str, standing: Standing, line: NutrientLine | None) -> str:
    """Return why a finding that is not told as faded has no card this week."""
    if standing.waiting:
        return "waiting"
    if not _is_short(key):
        return "not_looked_at"
    return "few_days" if _tier_of(line) == NOT_KNOWN else "no_symptom"


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return a nutrient's finding as it is kept."""
    return asdict(finding)


def finding_from(data: Mapping[str, Any]) -> Finding:
    """Return a nutrient's finding as it was kept."""
    medicine = tuple(
        MedicineSays(**{**one, "citations": tuple(one["citations"])})
        for one in data["medicine"]
    )
    lists = {
        name: tuple(value) for name, value in data.items() if isinstance(value, list)
    }
    return Finding(**{**data, **lists, "medicine": medicine})


def changes(
    before: Mapping[str, Standing],
    now: Mapping[str, Standing],
    *,
    labels: Mapping[str, str],
    knowledge: Knowledge,
) -> tuple[str, ...]:
    """Return a sentence for each finding whose tier or direction has just changed."""
    words = []
    for key, standing in now.items():
        then = before.get(key)
        if not standing.change or (then is not None and then.events == standing.events):
            continue
        kind, symptom, factor = key.split("|")
        words.append(
            said(
                _change_key(kind, standing),
                symptom=labels.get(symptom, symptom),
                factor=knowledge.factor_name(factor).lower()
                if kind == TIMING
                else knowledge.factor_name(factor),
            )
        )
    return tuple(words)


def _change_key(kind: str, standing: Standing) -> str:
    """Return the sentence of a change; a pattern that is a mere hint is called one."""
    if kind != TIMING:
        return f"change.{kind}.{standing.change}"
    is_new = standing.change in {"first_seen", "returned"}
    if is_new and standing.tier == "possible":
        return "change.hint"
    return f"change.{standing.change}"
