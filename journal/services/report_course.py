"""How the findings of a week go on from the weeks before, and what was said in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from journal.domain.knowledge import Knowledge
from journal.patterns.history import Standing, next_standing
from journal.patterns.wording import said
from journal.services.finding_marks import Mark
from journal.services.report_content import WeekReport
from journal.services.report_findings import Finding, MedicineSays
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
    if before.week is not None and before.week.is_final:
        content = before.week.content
        kept = [finding_from(one) for one in content.get("nutrients", ())]
        return replace(
            report,
            findings=tuple(one for one in kept if not one.mark),
            quiet_findings=tuple(one for one in kept if one.mark),
            gone=tuple(content.get("gone", ())),
        )
    stand = _standings(report.findings, before.standings, str(report.week))
    found = tuple(
        replace(one, history=history_words(stand[key_of(one.kind, one.key)]))
        for one in report.findings
    )
    timing = report.timing.standings if report.timing else None
    return replace(
        report,
        findings=found,
        gone=_gone(stand, knowledge),
        standings={**(timing or {}), **stand},
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
    found = [
        replace(one, mark=_words(marks, key_of(one.kind, one.key), one.verdict, 0))
        for one in report.findings
    ]
    return replace(
        report,
        timing=timing,
        findings=tuple(one for one in found if not one.mark),
        quiet_findings=tuple(one for one in found if one.mark),
    )


def _words(marks: Mapping[str, Mark], key: str, tier: str, direction: int) -> str:
    mark = marks.get(key)
    if mark is None or not mark.holds(tier=tier, direction=direction):
        return ""
    return mark.words


def _standings(
    found: Sequence[Finding], before: Mapping[str, Standing], week: str
) -> dict[str, Standing]:
    now = {key_of(one.kind, one.key): one.verdict for one in found}
    earlier = [key for key in before if not key.startswith(TIMING)]
    return {
        key: next_standing(
            before.get(key), tier=now.get(key, "none"), direction=0, week=week
        )
        for key in dict.fromkeys([*now, *earlier])
    }


def _gone(stand: Mapping[str, Standing], knowledge: Knowledge) -> tuple[str, ...]:
    """Return a line for each nutrient that was said before and is not any more."""
    return tuple(
        f"{knowledge.factor_name(key.rpartition('|')[2])}: "
        + " ".join(history_words(standing))
        for key, standing in stand.items()
        if standing.first_seen and not standing.is_shown
    )


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
