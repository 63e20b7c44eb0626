"""The sentences of a report: what stands first, what to ask, what is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.knowledge import (
    Grade,
    Knowledge,
    Link,
    Nutrient,
    Statement,
    Symptom,
)
from journal.domain.records import DayRecord
from journal.domain.targets import Person
from journal.domain.weekly import LegsLine, Part
from journal.domain.weekly_food import (
    FoodCoverage,
    Gap,
    food_gaps,
    night_gaps,
    unknown_foods,
)
from journal.models import Account
from journal.patterns.shortfall import DAYS_FOR_VERDICT
from journal.services.report_food import (
    NutrientLine,
    amount,
    days_missing,
    people_like,
    short_in_ten,
)

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven")
GRADE_ORDER: tuple[Grade, ...] = (
    "established",
    "supported",
    "mixed",
    "unknown",
    "unlikely",
    "harm",
)


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
    """A nutrient that stays short beside symptoms a shortage of it is tied to."""

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


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One thing worth bringing up, with what must be said beside it."""

    text: str
    beside: tuple[str, ...] = ()


def times(part: Part, count: int | None = None) -> str:
    """Return "night", "nights", "day" or "days"."""
    return part if count == 1 else f"{part}s"


def joined(names: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def legs_sentence(line: LegsLine) -> str:
    """Return how often it came this week, and how that lies to the week before."""
    now, before = line.this_week, line.week_before
    words = f"{line.label} on {now.present} of {now.answered}"
    words += f" {times(line.part, now.answered)}"
    if not line.comparable:
        return f"{words}."
    if abs(now.answered - before.answered) > 1:
        return f"{words}; the week before on {before.present} of {before.answered}."
    more = now.present - before.present
    if more == 0:
        return f"{words}, as many as the week before."
    than = "more" if more > 0 else "fewer"
    return f"{words}, {SMALL[abs(more)]} {than} than the week before."


def first_sentences(
    legs: Sequence[LegsLine],
    nutrients: Sequence[NutrientLine],
    food: FoodCoverage,
) -> tuple[str, ...]:
    """Return the week in one to three plain sentences."""
    return (*_legs_first(legs), *_food_first(nutrients, food))


def _legs_first(legs: Sequence[LegsLine]) -> list[str]:
    answered = [line for line in legs if line.this_week.answered]
    present = [line for line in answered if line.this_week.present]
    if present:
        return [legs_sentence(line) for line in present[:2]]
    if answered:
        most = max(line.this_week.answered for line in answered)
        so_far = f"{most} {times(answered[0].part, most)} so far"
        return [f"No leg trouble in this week’s answers, {so_far}."]
    return [
        "No evenings yet this week. An empty day counts as not known, never as none."
    ]


def _food_first(nutrients: Sequence[NutrientLine], food: FoodCoverage) -> list[str]:
    short = [line for line in nutrients if line.is_probably_short]
    if short:
        names = joined(
            [_inside(line.name, first=n == 0) for n, line in enumerate(short)]
        )
        have = "has" if len(short) == 1 else "have"
        return [
            f"{names} {have} probably been short, over {short[0].n_days} full days."
        ]
    more = DAYS_FOR_VERDICT - food.complete
    if more > 0:
        days = "day" if more == 1 else "days"
        return [
            f"About {more} more full {days} of food before we can say what is short."
        ]
    return []


def _inside(name: str) -> str:
    """Return a nutrient's name as it stands inside a sentence: iron, vitamin B12."""
    return name[:1].lower() + name[1:]


def findings(
    legs: Sequence[LegsLine],
    nutrients: Sequence[NutrientLine],
    *,
    knowledge: Knowledge,
    person: Person,
    account: Account,
) -> tuple[Finding, ...]:
    """Return the short nutrients that a symptom of the last four weeks is tied to."""
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
                )
            )
    found.sort(key=lambda one: GRADE_ORDER.index(one.medicine[0].grade))
    return tuple(found)


def _finding(
    line: NutrientLine,
    links: Sequence[Link],
    present: dict[str, LegsLine],
    *,
    knowledge: Knowledge,
    person: Person,
    account: Account,
) -> Finding:
    probably = line.is_probably_short
    had = [present[link.symptom] for link in links]
    labels = joined([leg.label.lower() for leg in had[:3]])
    name = _inside(line.name)
    been = "has probably been" if probably else "may have been"
    return Finding(
        key=line.key,
        slug=line.slug,
        name=line.name,
        tier="Probably short" if probably else "May be short",
        tally_of_4=3 if probably else 2,
        title=f"Your {name} {been} short, and you noted {labels}.",
        n_days=line.n_days,
        journal=_journal_voice(line, had, person),
        medicine=tuple(
            MedicineSays(
                symptom=present[link.symptom].label,
                grade=link.grade,
                grade_label=link.grade_label,
                text=link.what_medicine_says,
                citations=link.citations,
                mark=link.mark,
            )
            for link in links
        ),
        why=_why(line, knowledge.nutrient(line.key), person, account),
    )


def _journal_voice(
    line: NutrientLine, had: Sequence[LegsLine], person: Person
) -> tuple[str, ...]:
    words = []
    odds = short_in_ten(line.seen) if line.seen else None
    if odds:
        who = people_like(person).removesuffix(" your age")
        words.append(
            f"Of 10 {who} who eat like this, about {odds.removesuffix(' of 10')} get "
            f"less {_inside(line.name)} than they need."
        )
    words.append(line.says)
    words += [
        f"{leg.label} on {leg.four_weeks.present} of {leg.four_weeks.answered} "
        f"{times(leg.part, leg.four_weeks.answered)} in four weeks."
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
        words.append(f"Reference: {target.source}.{checked}")
        if target.adjustment:
            words.append(f"The figure was taken {target.adjustment}")
    if nutrient is not None:
        if nutrient.method_note:
            words.append(nutrient.method_note)
        risks = applying_risks(nutrient, person, account)
        if risks:
            words.append(f"More likely with {joined(risks)}, which your profile says.")
    words.append("Food says how much went in, not how much the body holds.")
    return tuple(words)


def applying_risks(nutrient: Nutrient, person: Person, account: Account) -> list[str]:
    """Return what the profile says that makes a shortage of this more likely."""
    codes: set[str] = {*account.medicines, *account.conditions, person.eating_style}
    if person.age_years is not None and person.age_years > 50:
        codes.add("age_over_50")
    if person.menstruating:
        codes.add("menstruating")
    return [risk.text for risk in nutrient.risk_factors if risk.code in codes]


def to_ask(
    legs: Sequence[LegsLine],
    nutrients: Sequence[NutrientLine],
    found: Sequence[Finding],
    *,
    knowledge: Knowledge,
    person: Person,
    account: Account,
) -> tuple[ToAsk, ...]:
    """Return what is worth talking about, symptoms first and tests as a choice."""
    asked = [
        ToAsk(
            f"{line.label} on {line.four_weeks.present} of {line.four_weeks.answered} "
            f"{times(line.part, line.four_weeks.answered)} in four weeks"
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


def _cautions(knowledge: Knowledge, key: str) -> Iterable[Statement]:
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


def visit_advice(legs: Sequence[LegsLine]) -> str:
    """Return the sentence that suggests a visit, or nothing."""
    staying = [line.label.lower() for line in legs if line.is_persistent]
    worse = [
        line.label.lower() for line in legs if line.is_worse and not line.is_persistent
    ]
    if staying:
        verb = (
            "have stayed"
            if len(staying) > 1 or staying[0].endswith("s")
            else "has stayed"
        )
        return (
            f"{joined(staying).capitalize()} {verb} for weeks. That is worth a visit, "
            "whatever the food says."
        )
    if worse:
        return (
            f"More {joined(worse)} than the week before. If that goes on, it is worth "
            "a visit, whatever the food says."
        )
    return ""


def unknowns(
    week: Sequence[DayRecord],
    nutrients: Sequence[NutrientLine],
    *,
    today: date,
) -> tuple[Gap, ...]:
    """Return what is not known and where it can be answered, nights first."""
    gaps = [*night_gaps(week, today=today), *food_gaps(week, today=today)]
    gaps += [
        Gap(f"“{name}” has no figures, so it counts as unknown.")
        for name in unknown_foods(week)[:3]
    ]
    reasons = dict.fromkeys(
        line.why_no_target for line in nutrients if line.why_no_target
    )
    gaps += [Gap(reason) for reason in reasons]
    waiting = [line for line in nutrients if line.n_days and days_missing(line)]
    if waiting:
        most = max(days_missing(line) for line in waiting)
        names = joined([_inside(line.name) for line in waiting[:3]])
        more = " and others" if len(waiting) > 3 else ""
        gaps.append(Gap(f"About {most} more full days for a word on {names}{more}."))
    return tuple(gaps)


def labels_of(symptoms: Iterable[Symptom], account: Account) -> dict[str, str]:
    """Return code to label, the person's own symptoms included."""
    return {symptom.code: symptom.label for symptom in symptoms} | dict(
        account.own_symptoms
    )
