"""The sentences of a report: what stands first, what to ask, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.domain.knowledge import (
    Nutrient,
    Symptom,
)
from journal.domain.records import DayRecord
from journal.domain.targets import Person
from journal.domain.weekly import LegsLine
from journal.domain.weekly_food import (
    FoodCoverage,
    Gap,
    food_gaps,
    night_gaps,
    unknown_foods,
)
from journal.models import Account
from journal.patterns.shortfall import DAYS_FOR_VERDICT
from journal.patterns.wording import said
from journal.services.report_food import NutrientLine, days_missing

NOT_KNOWN = "An empty day counts as not known, never as none."
#: So many full days of four weeks are told as a month.
DAYS_OF_A_MONTH, MOST_DAYS_OF_A_MONTH = 20, 31
DAYS_OF_A_WEEK = 7
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven")


def times(part: str, count: int | None = None) -> str:
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


def none_words(legs: Sequence[LegsLine]) -> str:
    """Return which symptoms were answered "none" each time this week, in one line."""
    none = [
        line for line in legs if line.this_week.answered and not line.this_week.present
    ]
    if not none:
        return ""
    # The first words of a label are enough here: "tingling, pins and needles".
    names = joined([inside(line.label.partition(",")[0]) for line in none])
    is_whole = all(line.this_week.answered == DAYS_OF_A_WEEK for line in none)
    return f"None {'all week' if is_whole else 'in any answer'}: {names}."


def first_sentences(
    legs: Sequence[LegsLine],
    nutrients: Sequence[NutrientLine],
    food: FoodCoverage,
    *,
    records: Sequence[DayRecord],
    today: date,
) -> tuple[str, ...]:
    """Return the week in one to three plain sentences.

    The last seven of `records` are the week. A past week without anything in it gets
    no countdown.
    """
    is_over = today > records[-1].day
    if is_over and not any(record.is_logged for record in records[-7:]):
        return ("Nothing was written down in this week.", NOT_KNOWN)
    return (*_legs_first(legs, records), *food_first(nutrients, food))


def _legs_first(legs: Sequence[LegsLine], records: Sequence[DayRecord]) -> list[str]:
    answered = [line for line in legs if line.this_week.answered]
    present = [line for line in answered if line.this_week.present]
    if present:
        return [legs_sentence(present[0])]
    if answered:
        most = max(answered, key=lambda line: line.this_week.answered)
        count = most.this_week.answered
        so_far = f"{count} {times(most.part, count)} so far"
        return [f"No leg trouble in this week’s answers, {so_far}."]
    week = records[-7:]
    logged = [record for record in week if record.is_logged]
    if not logged:
        return ["No evenings yet this week.", NOT_KNOWN]
    # The night asked about on a Monday evening is Sunday's.
    if logged == [week[0]] and len(records) > 7 and records[-8].night_answers:
        return ["Monday is written down; its night stands in the week before."]
    days = joined([f"{record.day:%A}" for record in logged])
    verb = "is" if len(logged) == 1 else "are"
    return [f"{days} {verb} written down, without an answer about the legs."]


def food_first(
    nutrients: Sequence[NutrientLine], food: FoodCoverage, *, is_over: bool = False
) -> list[str]:
    """Return what stays short, or how far off a word on that is.

    A stretch that is over gets no countdown: its days will not become more.
    """
    short = [line for line in nutrients if line.is_probably_short]
    if short:
        names = joined([short[0].name, *(inside(line.name) for line in short[1:])])
        have = "has" if len(short) == 1 else "have"
        n_days = short[0].n_days
        is_month = DAYS_OF_A_MONTH <= n_days <= MOST_DAYS_OF_A_MONTH
        key = "first.short.month" if is_month else "first.short.days"
        return [said(key, nutrients=names, have=have, n=n_days)]
    more = DAYS_FOR_VERDICT - food.complete
    if more > 0 and not is_over:
        return [said("first.more_days", more=more, days=times("day", more))]
    return []


def inside(name: str) -> str:
    """Return a nutrient's name as it stands inside a sentence: iron, vitamin B12."""
    return name[:1].lower() + name[1:]


def visit_advice(legs: Sequence[LegsLine]) -> str:
    """Return the sentence that suggests a visit, or nothing."""
    staying = [line.label.lower() for line in legs if line.is_persistent]
    worse = [line for line in legs if line.is_worse and not line.is_persistent]
    more = [line.label.lower() for line in worse if line.came_more_often]
    harder = [line.label.lower() for line in worse if not line.came_more_often]
    if staying:
        verb = (
            "have stayed"
            if len(staying) > 1 or staying[0].endswith("s")
            else "has stayed"
        )
        return said("visit.staying", symptoms=joined(staying), verb=verb)
    if more:
        also = f", and worse {joined(harder)}" if harder else ""
        return said("visit.worse", symptoms=joined(more) + also)
    return said("visit.harder", symptoms=joined(harder)) if harder else ""


def unknowns(
    week: Sequence[DayRecord],
    nutrients: Sequence[NutrientLine],
    *,
    today: date,
    is_first: bool,
) -> tuple[Gap, ...]:
    """Return what is not known and where it can be answered, nights first.

    In a person's first week the days before they began are no gaps.
    """
    begun = next((n for n, record in enumerate(week) if record.is_logged), 0)
    week = week[begun if is_first else 0 :]
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
        names = joined([inside(line.name) for line in waiting[:3]])
        more = " and others" if len(waiting) > 3 else ""
        gaps.append(Gap(f"About {most} more full days for a word on {names}{more}."))
    return tuple(gaps)


def labels_of(symptoms: Iterable[Symptom], account: Account) -> dict[str, str]:
    """Return code to label, the person's own symptoms included."""
    return {symptom.code: symptom.label for symptom in symptoms} | dict(
        account.own_symptoms
    )


def applying_risks(nutrient: Nutrient, person: Person, account: Account) -> list[str]:
    """Return what the profile says that makes a shortage of this more likely."""
    codes: set[str] = {*account.medicines, *account.conditions, person.eating_style}
    if person.age_years is not None and person.age_years > 50:
        codes.add("age_over_50")
    if person.menstruating:
        codes.add("menstruating")
    return [risk.text for risk in nutrient.risk_factors if risk.code in codes]
