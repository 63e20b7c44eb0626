"""What is worth bringing up with a doctor: symptoms first, tests as a choice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from journal.domain.knowledge import Knowledge, Statement
from journal.domain.targets import Person
from journal.domain.weekly import LegsLine
from journal.models import Account
from journal.services.report_findings import FOUR_WEEKS, Finding
from journal.services.report_food import NutrientLine
from journal.services.report_words import applying_risks, times


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One thing worth bringing up, with what must be said beside it."""

    text: str
    beside: tuple[str, ...] = ()


def to_ask(
    legs: Sequence[LegsLine],
    nutrients: Sequence[NutrientLine],
    found: Sequence[Finding],
    *,
    knowledge: Knowledge,
    person: Person,
    account: Account,
    over: str = FOUR_WEEKS,
) -> tuple[ToAsk, ...]:
    """Return what is worth talking about, symptoms first and tests as a choice."""
    asked = [
        ToAsk(
            f"{line.label} on {line.four_weeks.present} of {line.four_weeks.answered} "
            f"{times(line.part, line.four_weeks.answered)} {over}"
            f"{', more than before' if line.is_worse else ''}: what could be behind it?"
        )
        for line in legs
        if line.is_persistent or line.is_worse
    ][:3]
    for key in _keys_to_test(legs, found, knowledge, person, account):
        nutrient = knowledge.nutrient(key)
        if nutrient is not None:
            asked += [
                ToAsk(
                    f"If you and your doctor decide to test: {_test_name(test.name)}.",
                    tuple(caveat.text for caveat in test.caveats[:2]),
                )
                for test in nutrient.tests[:1]
            ]
    asked += [
        ToAsk(
            f"{line.above_upper} Worth asking whether that is right for you.",
            tuple(caution.text for caution in _cautions(knowledge, line.key)),
        )
        for line in nutrients
        if line.above_upper
    ]
    return tuple(asked)


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
    keys = [one.key for one in found]
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
