"""Amounts, odds and sentences about one nutrient, as people read them."""

from __future__ import annotations

from journal.domain.knowledge import Nutrient
from journal.domain.nutrition import Intake
from journal.domain.targets import Person, Target
from journal.patterns.shortfall import (
    DAYS_FOR_VERDICT,
    Shortfall,
)
from journal.patterns.wording import said

#: From this many full days on, odds are told to the nearest tenth (decision 31).
DAYS_FOR_NARROW_ODDS = 14
#: A range narrower than this share of itself is said as one figure.
NEARLY_THE_SAME = 0.03

VERDICT_WORDS = {
    "may_be_short": "may be short",
    "probably_short": "probably short",
    "probably_enough": "probably enough",
    "at_or_above_ai": "probably enough",
}


def amount(value: float | None, unit: str) -> str:
    """Return an amount as people read it: 1,010 mg, 7.1 mg, 0.4 µg."""
    if value is None:
        return "unknown"
    digits = 0 if value >= 100 or value == 0 else 1
    text = f"{value:,.{digits}f}"
    if digits and text.endswith(".0") and value >= 10:
        text = text[:-2]
    return f"{text}\u00a0{unit}"


def in_ten(probability: float) -> int:
    """Return how many of ten, never 0 and never 10: a diary is not that sure."""
    return min(9, max(1, round(probability * 10)))


def _of_ten(first: int, last: int) -> str:
    return f"{first} of 10" if first == last else f"{first} to {last} of 10"


def tenths_short(low: float, high: float, n_days: int) -> tuple[int, int]:
    """Return between how many of ten people are told to be short.

    `low` and `high` are the probabilities of enough. Of few days they are somewhat too
    low where they are not near 0 or 1, since people who eat more also vary more: there
    the range goes on by a tenth to the side of enough.
    """
    first, last = in_ten(1 - high), in_ten(1 - low)
    if n_days < DAYS_FOR_NARROW_ODDS and 3 <= first <= 8:
        first -= 1
    return first, last


def short_in_ten(seen: Shortfall) -> str | None:
    """Return "9 of 10" or "5 to 8 of 10" people short, None where no method holds."""
    low, high = seen.probability_adequate_low, seen.probability_adequate_high
    if low is None or high is None:
        return None
    return _of_ten(*tenths_short(low, high, seen.n_days))


def odds_words(seen: Shortfall | None, n_days: int, *, n_complete: int) -> str:
    """Return a few words on how likely too little is.

    `n_days` counts complete days with some figure, `n_complete` all complete days.
    """
    if n_complete == 0:
        return "no full day yet"
    if n_days == 0 or seen is None or seen.verdict == "cannot_say":
        return "cannot say"
    if n_days < DAYS_FOR_VERDICT:
        return f"{n_days} of {DAYS_FOR_VERDICT} days"
    if seen.method == "probability":
        return _odds_of_probability(seen)
    if seen.iron_risk_low is not None and seen.iron_risk_high is not None:
        risks = sorted((in_ten(seen.iron_risk_low), in_ten(seen.iron_risk_high)))
        return f"short in {_of_ten(*risks)}"
    return VERDICT_WORDS.get(seen.verdict, "cannot say")


def _odds_of_probability(seen: Shortfall) -> str:
    low, high = seen.probability_adequate_low, seen.probability_adequate_high
    if low is None or high is None:
        return "cannot say"
    if low > 0.4 and high < 0.6:
        return "could be either"
    first, last = tenths_short(low, high, seen.n_days)
    if low >= 0.5:
        return f"enough in {_of_ten(10 - last, 10 - first)}"
    return f"short in {_of_ten(first, last)}"


def people_like(person: Person) -> str:
    """Return whom the reference figures are about: "women your age"."""
    if person.condition == "pregnant":
        return "pregnant women"
    if person.condition == "lactating":
        return "women who breastfeed"
    return {"female": "women your age", "male": "men your age"}.get(
        person.sex or "", "people"
    )


def says_words(
    target: Target | None,
    why_no_target: str,
    person: Person,
    *,
    unit: str,
    low: float | None,
    high: float | None,
    n_complete: int,
) -> str:
    """Return the mean a day and what it is compared with, as sentences."""
    if low is None and n_complete:
        days = "day" if n_complete == 1 else "days"
        return said("mean.no_figure", n=n_complete, days=days)
    if low is None:
        return said("mean.no_day")
    mean = mean_words(low, high, unit)
    if target is None:
        return f"{mean} {why_no_target}"
    who = people_like(person)
    if target.adjustment:
        # The only adjusted figure is iron for those who live on plants.
        who += " who eat no meat"
    if target.ear is not None:
        return f"{mean} {said('need.half', who=who, need=amount(target.ear, unit))}"
    if target.ai is not None:
        return f"{mean} {said('need.adequate', need=amount(target.ai, unit))}"
    return mean


def day_words(intake: Intake | None, unit: str, *, is_rest_known: bool = True) -> str:
    """Return one day's amount, food and supplements apart: "at least 280 + 25 mg".

    Empty where nothing is known. `is_rest_known` is False where something beside the
    listed food was not answered, such as drinking.
    """
    if intake is None or (intake.known_share_0_1 == 0 and intake.total == 0):
        return ""
    if intake.known_share_0_1 == 0 and intake.food == 0:
        return f"food unknown + {amount(intake.supplements, unit)}"
    words = amount(intake.food, unit)
    if intake.supplements:
        figure = words.removesuffix(f"\u00a0{unit}")
        words = f"{figure} + {amount(intake.supplements, unit)}"
    return words if intake.is_fully_known and is_rest_known else f"at least {words}"


def known_words(intake: Intake | None) -> str:
    """Return how much of the day's food has a figure, where that is not all of it."""
    if intake is None or intake.is_fully_known or intake.known_share_0_1 == 0:
        return ""
    share = min(99, max(1, round(intake.known_share_0_1 * 100)))
    return f"{share}% known"


def is_one_figure(low: float, high: float) -> bool:
    """Return whether a range is so narrow that it is said as one figure."""
    return high - low <= NEARLY_THE_SAME * high


def mean_words(low: float, high: float | None, unit: str) -> str:
    """Return the mean a day as a sentence; `high` is None when it is not known."""
    if high is None:
        return said("mean.at_least", low=amount(low, unit))
    if is_one_figure(low, high):
        return said("mean.about", low=amount(low, unit))
    return said("mean.between", low=amount(low, unit), high=amount(high, unit))


def upper_words(
    nutrient: Nutrient, target: Target | None, seen: Shortfall | None
) -> str:
    if target is None or target.ul is None or seen is None or seen.ul_mean is None:
        return ""
    if seen.ul_verdict not in {"above", "may_be_above"}:
        return ""
    where = {
        "all": "food and tablets together",
        "supplements": "tablets alone",
        "synthetic": "tablets alone",
    }[target.ul_scope or "all"]
    return said(
        f"upper.{seen.ul_verdict}",
        nutrient=nutrient.name,
        mean=amount(seen.ul_mean, nutrient.unit),
        where=where,
        level=amount(target.ul, nutrient.unit),
    )
