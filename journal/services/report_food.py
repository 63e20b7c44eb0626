"""What four weeks of complete days say about each nutrient, in numbers and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from journal.domain.knowledge import Knowledge, Nutrient
from journal.domain.nutrition import day_intake
from journal.domain.records import DayRecord
from journal.domain.targets import NoTarget, Person, Target, TargetTable
from journal.patterns.shortfall import (
    DAYS_FOR_VERDICT,
    DAYS_FOR_WORDS,
    SMALLEST_KNOWN_SHARE,
    Method,
    Requirement,
    Shortfall,
    assess_shortfall,
)

#: A range narrower than this share of itself is said as one figure.
NEARLY_THE_SAME = 0.03

VERDICT_WORDS = {
    "may_be_short": "may be short",
    "probably_short": "probably short",
    "probably_enough": "probably enough",
    "at_or_above_ai": "probably enough",
}


@dataclass(frozen=True, slots=True)
class NutrientLine:
    """One nutrient over the complete days of a stretch.

    :param target: None when no figure holds for this person; then `why_no_target`
    :param seen: None when nothing could be assessed; the means may still be known
    :param food_low: mean a day from food, at least; None without complete days
    :param supplement: mean a day from supplements on the same days
    :param odds: a few words for the right edge ("short in 9 of 10")
    :param says: one sentence with the amounts
    """

    key: str
    name: str
    slug: str
    unit: str
    target: Target | None
    why_no_target: str
    seen: Shortfall | None
    n_days: int
    known_share: float | None
    food_low: float | None
    supplement: float | None
    low: float | None
    high: float | None
    odds: str
    says: str
    above_upper: str = ""

    @property
    def is_short(self) -> bool:
        """Whether the days point to too little, surely or perhaps."""
        return (
            self.seen is not None
            and self.n_days >= DAYS_FOR_VERDICT
            and self.seen.verdict in {"probably_short", "may_be_short"}
        )

    @property
    def is_probably_short(self) -> bool:
        """Whether the days point to too little with the field's usual certainty."""
        return self.seen is not None and self.seen.verdict == "probably_short"


def amount(value: float | None, unit: str) -> str:
    """Return an amount as people read it: 1,010 mg, 7.1 mg, 0.4 µg."""
    if value is None:
        return "unknown"
    digits = 0 if value >= 100 else 1
    text = f"{value:,.{digits}f}"
    if digits and text.endswith(".0") and value >= 10:
        text = text[:-2]
    return f"{text}\u00a0{unit}"


def nutrient_lines(
    records: Sequence[DayRecord],
    *,
    person: Person,
    knowledge: Knowledge,
    targets: TargetTable,
) -> tuple[NutrientLine, ...]:
    """Judge every nutrient of the knowledge base over the complete days given."""
    complete = [record for record in records if record.is_food_complete]
    return tuple(
        _line(nutrient, complete, person, targets) for nutrient in knowledge.nutrients
    )


def _line(
    nutrient: Nutrient,
    days: Sequence[DayRecord],
    person: Person,
    targets: TargetTable,
) -> NutrientLine:
    key = nutrient.key
    found = targets.for_person(person, key)
    target = found if isinstance(found, Target) else None
    why = found.reason if isinstance(found, NoTarget) else ""
    intakes = [day_intake(record, key) for record in days]
    share = np.array([intake.known_share_0_1 for intake in intakes])
    pills = np.array([intake.supplements for intake in intakes])
    total = np.array([intake.total for intake in intakes])
    # A day of which nothing is known, neither food nor tablet, has no value at all.
    unknown = (share == 0) & (pills == 0)
    total[unknown] = np.nan
    seen = _assess(nutrient, person, target, total=total, share=share, pills=pills)
    known = int((~unknown).sum()) if days else 0
    low = float(np.nanmean(total)) if known else None
    supplement = float(pills[~unknown].mean()) if known else None
    high = _highest(share[~unknown], low, supplement)
    return NutrientLine(
        key=key,
        name=nutrient.name,
        slug=nutrient.slug,
        unit=nutrient.unit,
        target=target,
        why_no_target=why,
        seen=seen,
        n_days=known,
        known_share=float(share[~unknown].mean()) if known else None,
        food_low=None if low is None or supplement is None else low - supplement,
        supplement=supplement,
        low=low,
        high=high,
        odds=_odds(seen, known),
        says=_says(target, why, person, unit=nutrient.unit, low=low, high=high),
        above_upper=_above_upper(nutrient, target, seen),
    )


def _highest(
    share: np.ndarray, low: float | None, supplement: float | None
) -> float | None:
    """Return the mean if food without a figure were like the rest, else None.

    Tablets are known exactly and are not scaled up.
    """
    if low is None or supplement is None or float(share.mean()) < SMALLEST_KNOWN_SHARE:
        return None
    return (low - supplement) / float(share.mean()) + supplement


def _method(nutrient: Nutrient, person: Person, target: Target) -> Method | None:
    if nutrient.key == "iron_mg" and person.menstruating is not False:
        if person.eating_style in {"vegetarian", "vegan"}:
            # The printed table is for mixed diets.
            return "words" if target.ear is not None else None
        return "iron_menstruating"
    judged = nutrient.judged_for(menstruating=person.menstruating)
    if target.ear is None:
        return "ai" if target.ai is not None and judged != "words_only" else None
    if judged == "ai_only":
        return "ai" if target.ai is not None else None
    return "words" if judged == "words_only" else "probability"


def _assess(
    nutrient: Nutrient,
    person: Person,
    target: Target | None,
    *,
    total: np.ndarray,
    share: np.ndarray,
    pills: np.ndarray,
) -> Shortfall | None:
    method = _method(nutrient, person, target) if target else None
    if target is None or method is None or total.size == 0:
        return None
    return assess_shortfall(
        nutrient_key=nutrient.key,
        daily_known=total,
        daily_known_share=share,
        daily_supplement=pills,
        daily_ul_counted=_counted_for_upper(target, total, pills),
        requirement=Requirement(
            ear=target.ear,
            rda=target.rda,
            ai=target.ai,
            ul=target.ul,
            cv_requirement=target.cv_requirement,
            ul_scope=target.ul_scope or "all",
            method=method,
        ),
        life_stage=target.life_stage,
    )


def _counted_for_upper(
    target: Target, total: np.ndarray, pills: np.ndarray
) -> np.ndarray | None:
    if target.ul is None:
        return None
    return total if target.ul_scope == "all" else pills


def in_ten(probability: float) -> int:
    """Return how many of ten, never 0 and never 10: a diary is not that sure."""
    return min(9, max(1, round(probability * 10)))


def _range_in_ten(low: float, high: float) -> str:
    first, last = sorted((in_ten(low), in_ten(high)))
    return f"{first} of 10" if first == last else f"{first} to {last} of 10"


def short_in_ten(seen: Shortfall) -> str | None:
    """Return "9 of 10" or "5 to 8 of 10" people short, None where no method holds."""
    low, high = seen.probability_adequate_low, seen.probability_adequate_high
    if low is None or high is None:
        return None
    return _range_in_ten(1 - high, 1 - low)


def _odds(seen: Shortfall | None, n_days: int) -> str:
    if n_days == 0:
        return "no full day yet"
    if seen is None or seen.verdict == "cannot_say":
        return "cannot say"
    if n_days < DAYS_FOR_VERDICT:
        return f"{n_days} of {DAYS_FOR_VERDICT} days"
    if seen.method == "probability":
        return _odds_of_probability(seen)
    if seen.iron_risk_low is not None and seen.iron_risk_high is not None:
        return f"short in {_range_in_ten(seen.iron_risk_low, seen.iron_risk_high)}"
    return VERDICT_WORDS.get(seen.verdict, "cannot say")


def _odds_of_probability(seen: Shortfall) -> str:
    low, high = seen.probability_adequate_low, seen.probability_adequate_high
    if low is None or high is None:
        return "cannot say"
    if low > 0.4 and high < 0.6:
        return "could be either"
    if low >= 0.5:
        return f"enough in {_range_in_ten(low, high)}"
    return f"short in {_range_in_ten(1 - high, 1 - low)}"


def people_like(person: Person) -> str:
    """Return whom the reference figures are about: "women your age"."""
    if person.condition == "pregnant":
        return "pregnant women"
    if person.condition == "lactating":
        return "women who breastfeed"
    return {"female": "women your age", "male": "men your age"}.get(
        person.sex or "", "people"
    )


def _says(
    target: Target | None,
    why_no_target: str,
    person: Person,
    *,
    unit: str,
    low: float | None,
    high: float | None,
) -> str:
    if low is None:
        return "No full day logged yet. A day logged in part is never counted as low."
    mean = _mean_words(low, high, unit)
    if target is None:
        return f"{mean} {why_no_target}"
    who = people_like(person)
    if target.ear is not None:
        return f"{mean} Half of {who} need more than {amount(target.ear, unit)}."
    if target.ai is not None:
        return (
            f"{mean} About {amount(target.ai, unit)} is held to be plenty; "
            "below that nothing can be said."
        )
    return mean


def is_one_figure(low: float, high: float) -> bool:
    """Return whether a range is so narrow that it is said as one figure."""
    return high - low <= NEARLY_THE_SAME * high


def _mean_words(low: float, high: float | None, unit: str) -> str:
    if high is None:
        return (
            f"At least {amount(low, unit)} a day; too many of the foods have no figure "
            "to say how much."
        )
    if is_one_figure(low, high):
        return f"About {amount(low, unit)} a day."
    return f"Between {amount(low, unit)} and {amount(high, unit)} a day."


def _above_upper(
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
    verb = "is" if seen.ul_verdict == "above" else "may be"
    return (
        f"{nutrient.name} {verb} above the upper level: about "
        f"{amount(seen.ul_mean, nutrient.unit)} a day from {where}, and the level is "
        f"{amount(target.ul, nutrient.unit)}."
    )


def days_missing(line: NutrientLine) -> int:
    """Return how many more complete days a first verdict on this nutrient needs."""
    uneven = line.seen is not None and line.seen.method in {
        "words",
        "iron_menstruating",
    }
    return max(0, (DAYS_FOR_WORDS if uneven else DAYS_FOR_VERDICT) - line.n_days)
