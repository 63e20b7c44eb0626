"""Short nutrients beside the symptoms they are tied to, and what is worth asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.knowledge import Grade, Knowledge, Link, Nutrient
from journal.domain.reference_entries import source_words
from journal.domain.targets import Person
from journal.domain.weekly import LegsLine
from journal.models import Account
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
    been = "has probably been" if probably else "may have been"
    return Finding(
        key=line.key,
        slug=line.slug,
        name=line.name,
        tier="Probably short" if probably else "May be short",
        tally_of_4=3 if probably else 2,
        title=f"Your {name} {been} short, and you noted {labels}.",
        n_days=line.n_days,
        journal=_journal_voice(line, had, person, over),
        medicine=tuple(
            MedicineSays(
                symptom=present[link.symptom].label,
                grade=link.grade,
                grade_label=link.grade_label,
                text=link.what_medicine_says,
                citations=tuple(source_words(each) for each in link.citations),
                mark=link.mark,
            )
            for link in links
        ),
        why=_why(line, knowledge.nutrient(line.key), person, account),
        verdict="probably_short" if probably else "may_be_short",
    )


def _journal_voice(
    line: NutrientLine, had: Sequence[LegsLine], person: Person, over: str
) -> tuple[str, ...]:
    words = []
    odds = short_in_ten(line.seen) if line.seen else None
    if odds:
        who = people_like(person).removesuffix(" your age")
        words.append(
            f"Of 10 {who} who eat like this, about {odds.removesuffix(' of 10')} get "
            f"less {inside(line.name)} than they need."
        )
    words.append(line.says)
    words += [
        f"{leg.label} on {leg.four_weeks.present} of {leg.four_weeks.answered} "
        f"{times(leg.part, leg.four_weeks.answered)} {over}."
        for leg in had[:3]
    ]
    return tuple(words)


def _why(
    line: NutrientLine, nutrient: Nutrient | None, person: Person, account: Account
) -> tuple[str, ...]:
    words = [f"It rests on {line.n_days} full days; days logged in part are left out."]
    if line.known_share is not None and line.known_share < 0.995:
        unknown = max(1, round((1 - line.known_share) * 100))
        words.append(
            f"{unknown} in 100 of that food has no figure. It is counted as a range, "
            "never as zero."
        )
    if line.supplement:
        words.append(f"{amount(line.supplement, line.unit)} a day came from tablets.")
    target = line.target
    if target is not None:
        checked = "" if target.checked else " Not yet checked against the original."
        words.append(f"Reference: {source_words(target.source)}.{checked}")
        if target.adjustment:
            words.append(f"The figure was taken {source_words(target.adjustment)}")
    if nutrient is not None:
        if nutrient.method_note:
            words.append(nutrient.method_note)
        risks = applying_risks(nutrient, person, account)
        if risks:
            words.append(f"More likely with {joined(risks)}, which your profile says.")
    words.append("Food says how much went in, not how much the body holds.")
    return tuple(words)
