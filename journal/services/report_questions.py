"""What is worth bringing up with a doctor: symptoms first, tests as a choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from journal.domain.knowledge import Knowledge, Nutrient, Statement
from journal.domain.targets import Person
from journal.domain.weekly import LegsLine
from journal.models import Account
from journal.patterns.wording import SENTENCES, said
from journal.services.lab_words import LabLine
from journal.services.report_findings import FOUR_WEEKS, Finding
from journal.services.report_food import NutrientLine
from journal.services.report_words import applying_risks, times

#: A weaker link is no reason to offer a blood test.
GRADES_FOR_A_TEST = frozenset({"established", "supported", "mixed"})
#: Results named in one question; the page has them all.
MOST_KNOWN = 2


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One thing worth bringing up, with what must be said beside it."""

    text: str
    beside: tuple[str, ...] = ()


def asked_after_a_week(line: LegsLine) -> str:
    """Return how a symptom is brought up in the weekly report, or nothing."""
    if not (line.is_persistent or line.is_worse):
        return ""
    month, week = line.four_weeks, line.this_week
    return said(
        "ask.symptom.changed" if line.is_worse else "ask.symptom",
        symptom=line.label,
        a=month.present,
        b=month.answered,
        times=times(line.part, month.answered),
        over=FOUR_WEEKS,
        c=week.present,
        d=week.answered,
        than="more" if line.came_more_often else "worse",
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and what each question says.

    `known` follows a result that is here already; it never says what it means.
    `symptom` returns nothing for a symptom that needs no question.
    """

    symptom: Callable[[LegsLine], str] = asked_after_a_week
    test: str = SENTENCES["ask.test"]
    known: str = SENTENCES["ask.known"]
    above_upper: str = SENTENCES["ask.above_upper"]


IN_REPORT = Voice()


def to_ask(
    legs: Sequence[LegsLine],
    nutrients: Sequence[NutrientLine],
    found: Sequence[Finding],
    *,
    knowledge: Knowledge,
    person: Person,
    account: Account,
    voice: Voice = IN_REPORT,
    known: Sequence[LabLine] = (),
) -> tuple[ToAsk, ...]:
    """Return what is worth talking about, symptoms first and tests as a choice.

    `known` holds the newest result of each test, so that nobody asks for a test that
    was just done.
    """
    asked = [ToAsk(question) for question in map(voice.symptom, legs) if question][:3]
    for key in _keys_to_test(legs, found, knowledge, person, account):
        nutrient = knowledge.nutrient(key)
        if nutrient is not None:
            asked += [
                ToAsk(
                    f"{_known(nutrient, known, knowledge, voice)}"
                    f": {_test_name(test.name)}.",
                    tuple(caveat.text for caveat in test.caveats[:2]),
                )
                for test in nutrient.tests[:1]
            ]
    asked += [
        ToAsk(
            f"{line.above_upper} {voice.above_upper}",
            tuple(caution.text for caution in _cautions(knowledge, line.key)),
        )
        for line in nutrients
        if line.above_upper
    ]
    return tuple(asked)


def _known(
    nutrient: Nutrient, known: Sequence[LabLine], knowledge: Knowledge, voice: Voice
) -> str:
    """Return how a test is brought up, after the results that are here already."""
    had = []
    for line in known:
        test = knowledge.lab(line.code)
        if test is not None and test.nutrient == nutrient.slug:
            day = f"{line.day.day} {line.day:%B %Y}"
            had.append(f"{line.name} {line.here} ({day})")
    if not had:
        return voice.test
    return f"{', '.join(had[:MOST_KNOWN])}: {voice.known} {voice.test} again"


def _test_name(name: str) -> str:
    return (
        name
        if name[:1].isdigit() or name[1:2].isupper()
        else name[0].lower() + name[1:]
    )


def _cautions(knowledge: Knowledge, key: str) -> Sequence[Statement]:
    nutrient = knowledge.nutrient(key)
    return nutrient.cautions[:1] if nutrient else ()


def _keys_to_test(
    legs: Sequence[LegsLine],
    found: Sequence[Finding],
    knowledge: Knowledge,
    person: Person,
    account: Account,
) -> list[str]:
    """Return nutrients worth a test: found short, or a risk beside a firm link.

    One symptom and one risk factor are reason enough to ask (BMJ 2024;385:q1019 on
    NICE NG239), whatever the food log says.
    """
    keys = [
        one.key
        for one in found
        if any(said.grade in GRADES_FOR_A_TEST for said in one.medicine)
    ]
    present: Collection[str] = {
        line.symptom for line in legs if line.four_weeks.present
    }
    for nutrient in knowledge.nutrients:
        firm = any(
            link.direction == "low"
            and link.grade in {"established", "supported"}
            and link.symptom in present
            for link in knowledge.links_of(factor=nutrient.key)
        )
        if firm and applying_risks(nutrient, person, account):
            keys.append(nutrient.key)
    return list(dict.fromkeys(keys))[:4]
