"""Nutrients that run high beside symptoms that too much of them brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.domain.knowledge import Knowledge, Link, Nutrient
from journal.domain.records import DayRecord
from journal.domain.reference_entries import source_words
from journal.domain.targets import Person, Target, TargetTable
from journal.domain.weekly import LegsLine
from journal.patterns.wording import NUTRIENT_TIERS, said
from journal.services.report_findings import (
    FOUR_WEEKS,
    Finding,
    medicine_voice,
    symptom_count,
)
from journal.services.report_food import NutrientLine, nutrient_lines
from journal.services.report_food_words import amount
from journal.services.report_words import inside, joined

OVER = frozenset({"above", "may_be_above"})


def excess_findings(
    records: Sequence[DayRecord],
    legs: Sequence[LegsLine],
    *,
    person: Person,
    knowledge: Knowledge,
    targets: TargetTable,
    over: str = FOUR_WEEKS,
) -> tuple[Finding, ...]:
    """Return what lies over the European upper level beside a symptom it harms with.

    The European level is asked wherever the person lives: for vitamin B6 it is 12 mg,
    where the American one is 100 mg (EFSA 2023;21(5):8006, which holds that harm to
    nerves is known well below that). The person's own level is named beside it.
    """
    present = {line.symptom: line for line in legs if line.four_weeks.present}
    links: dict[str, list[Link]] = {}
    for link in knowledge.links:
        harms = link.direction == "high" and link.grade == "harm"
        if harms and link.symptom in present:
            links.setdefault(link.factor, []).append(link)
    found = []
    for key, of_key in links.items():
        nutrient = knowledge.nutrient(key)
        if nutrient is None:
            continue
        line = _line_in_europe(nutrient, records, person, knowledge, targets)
        if line.seen is not None and line.seen.ul_verdict in OVER:
            own = targets.for_person(person, key)
            found.append(_finding(line, of_key, present, own=own, over=over))
    return tuple(found)


def _line_in_europe(
    nutrient: Nutrient,
    records: Sequence[DayRecord],
    person: Person,
    knowledge: Knowledge,
    targets: TargetTable,
) -> NutrientLine:
    (line,) = nutrient_lines(
        records,
        person=replace(person, region="EU"),
        knowledge=replace(knowledge, nutrients=(nutrient,)),
        targets=targets,
    )
    return line


def _finding(
    line: NutrientLine,
    links: Sequence[Link],
    present: dict[str, LegsLine],
    *,
    own: object,
    over: str,
) -> Finding:
    seen, target = line.seen, line.target
    assert seen is not None  # noqa: S101 - only lines with a verdict come here
    assert target is not None  # noqa: S101
    had = [present[link.symptom] for link in links]
    labels = joined([leg.label.lower() for leg in had])
    name, unit = inside(line.name), line.unit
    level = amount(target.ul, unit)
    journal = [said("excess.amount", mean=amount(seen.ul_mean, unit), level=level)]
    if isinstance(own, Target) and own.ul not in (None, target.ul):
        journal.append(said("excess.own_level", level=amount(own.ul, unit)))
    if line.supplement:
        journal.append(said("excess.tablets", amount=amount(line.supplement, unit)))
    journal += [symptom_count(leg, over) for leg in had]
    return Finding(
        key=line.key,
        slug=line.slug,
        name=line.name,
        tier=NUTRIENT_TIERS[seen.ul_verdict],
        tally_of_4=4 if seen.ul_verdict == "above" else 2,
        title=said(f"excess.title.{seen.ul_verdict}", nutrient=name, symptoms=labels),
        n_days=line.n_days,
        journal=(*journal, said("excess.ask")),
        medicine=medicine_voice(links, present),
        why=(
            said("short.why.days", n=line.n_days),
            said("short.why.reference", source=source_words(target.source)),
            said("short.why.food_only"),
        ),
        kind="excess",
        verdict=seen.ul_verdict,
    )
