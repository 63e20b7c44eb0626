"""Short nutrients beside the symptoms they are tied to, and what is worth asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal.domain.knowledge import Grade, Knowledge, Link, Nutrient
from journal.domain.reference_entries import source_words
from journal.domain.targets import Person
from journal.domain.weekly import LegsLine
from journal.models import Account
from journal.patterns.wording import NUTRIENT_TIERS, said
from journal.services.report_food import NutrientLine
from journal.services.report_food_words import amount, people_like, short_in_ten
from journal.services.report_words import applying_risks, inside, joined, times

GRADE_ORDER: tuple[Grade, ...] = (
    "established",
    "supported",
    "mixed",
    "unknown",
    "unlikely",
    "harm",
)


FOUR_WEEKS = "in four weeks"


@dataclass(frozen=True, slots=True)
class MedicineSays:
    """What medicine says about one symptom and this nutrient, with the grade."""

    symptom: str
    grade: Grade
    grade_label: str
    text: str
    citations: tuple[str, ...]
    mark: str


def medicine_voice(
    links: Sequence[Link], present: Mapping[str, LegsLine]
) -> tuple[MedicineSays, ...]:
    """Return what medicine says of each link, under the person's name of the symptom.

    `present` has a line for the symptom of each link.
    """
    return tuple(
        MedicineSays(
            symptom=present[link.symptom].label,
            grade=link.grade,
            grade_label=link.grade_label,
            text=link.what_medicine_says,
            citations=tuple(source_words(each) for each in link.citations),
            mark=link.mark,
        )
        for link in links
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """A nutrient that stays short, or runs high, beside symptoms that are tied to it.

    `kind` is "short" or "excess", `verdict` the judged word ("probably_short",
    "may_be_short", "above", "may_be_above"); `history` how it went on, `mark` why it
    is quiet (empty when it is not).
    """

    key: str
    slug: str
    name: str
    tier: str
    tally_of_4: int
    title: str
    n_days: int
    journal: tuple[str, ...]
    medicine: tuple[MedicineSays, ...]
    why: tuple[str, ...]
    kind: str = "short"
    verdict: str = "may_be_short"
    history: tuple[str, ...] = ()
    mark: str = ""


def medicine_in_short(finding: Finding) -> str:
    """Return how firm the first link of a finding is, in one sentence."""
    first = finding.medicine[0]
    return said(
        "in_short.medicine_on",
        nutrient=inside(finding.name),
        symptom=inside(first.symptom),
        grade=first.grade_label.lower(),
    )


def findings(
    legs: Sequence[LegsLine],
    nutrients: Sequence[NutrientLine],
    *,
    knowledge: Knowledge,
    person: Person,
    account: Account,
    over: str = FOUR_WEEKS,
) -> tuple[Finding, ...]:
    """Return the short nutrients that a symptom of the same time is tied to.

    `over` names the time that `four_weeks` of the legs really covers.
    """
    present = {line.symptom: line for line in legs if line.four_weeks.present}
    found = []
    for line in nutrients:
        if not line.is_short or line.seen is None:
            continue
        links = [
            link
            for link in knowledge.links_of(factor=line.key)
            if link.direction == "low" and link.symptom in present
        ]
        if links:
            links.sort(key=lambda link: GRADE_ORDER.index(link.grade))
            found.append(
                _finding(
                    line,
                    links,
                    present,
                    knowledge=knowledge,
                    person=person,
                    account=account,
                    over=over,
                )
            )
    found.sort(key=_weight)
    return tuple(found)


def _weight(finding: Finding) -> tuple[bool, bool, int]:
    """Order findings: firm links first, then the surer shortage, then the grade."""
    grade = finding.medicine[0].grade
    return (
        grade not in {"established", "supported"},
        finding.tally_of_4 < 3,
        GRADE_ORDER.index(grade),
    )


def _finding(
    line: NutrientLine,
    links: Sequence[Link],
    present: dict[str, LegsLine],
    *,
    knowledge: Knowledge,
    person: Person,
    account: Account,
    over: str,
) -> Finding:
    probably = line.is_probably_short
    had = [present[link.symptom] for link in links]
    labels = joined([leg.label.lower() for leg in had[:3]])
    name = inside(line.name)
    verdict = "probably_short" if probably else "may_be_short"
    return Finding(
        key=line.key,
        slug=line.slug,
        name=line.name,
        tier=NUTRIENT_TIERS[verdict],
        tally_of_4=3 if probably else 2,
        title=said(f"short.title.{verdict}", nutrient=name, symptoms=labels),
        n_days=line.n_days,
        journal=_journal_voice(line, had, person, over),
        medicine=medicine_voice(links, present),
        why=_why(line, knowledge.nutrient(line.key), person, account),
        verdict=verdict,
    )


def _journal_voice(
    line: NutrientLine, had: Sequence[LegsLine], person: Person, over: str
) -> tuple[str, ...]:
    words = []
    odds = short_in_ten(line.seen) if line.seen else None
    if odds:
        who = people_like(person).removesuffix(" your age")
        words.append(
            said(
                "short.odds",
                who=who,
                odds=odds.removesuffix(" of 10"),
                nutrient=inside(line.name),
            )
        )
    words.append(line.says)
    words += [symptom_count(leg, over) for leg in had[:3]]
    return tuple(words)


def symptom_count(leg: LegsLine, over: str) -> str:
    """Return how often a symptom was there, as a sentence."""
    month = leg.four_weeks
    return said(
        "short.symptom",
        symptom=leg.label,
        had=month.present,
        answered=month.answered,
        times=times(leg.part, month.answered),
        over=over,
    )


def _why(
    line: NutrientLine, nutrient: Nutrient | None, person: Person, account: Account
) -> tuple[str, ...]:
    words = [said("short.why.days", n=line.n_days)]
    if line.known_share is not None and line.known_share < 0.995:
        unknown = max(1, round((1 - line.known_share) * 100))
        words.append(said("short.why.unknown", n=unknown))
    if line.supplement:
        words.append(
            said("short.why.tablets", amount=amount(line.supplement, line.unit))
        )
    target = line.target
    if target is not None:
        reference = said("short.why.reference", source=source_words(target.source))
        unchecked = "" if target.checked else f" {said('short.why.unchecked')}"
        words.append(reference + unchecked)
        if target.adjustment:
            words.append(
                said("short.why.adjusted", how=source_words(target.adjustment))
            )
    if nutrient is not None:
        if nutrient.method_note:
            words.append(nutrient.method_note)
        risks = applying_risks(nutrient, person, account)
        if risks:
            words.append(said("short.why.risks", risks=joined(risks)))
    words.append(said("short.why.food_only"))
    return tuple(words)
