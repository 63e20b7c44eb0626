"""Verdicts on a usual intake against EAR, AI, UL or the iron table."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from journal.patterns.iom import (
    iron_risk_menstruating,
    normal_cdf,
    probability_adequate,
    z_against_level,
)

Method = Literal["probability", "words", "ai", "iron_menstruating"]
Verdict = Literal[
    "too_few_days",
    "probably_short",
    "may_be_short",
    "unclear",
    "probably_enough",
    "at_or_above_ai",
    "no_conclusion",
    "cannot_say",
]
UlVerdict = Literal[
    "not_checked",
    "too_few_days",
    "cannot_say",
    "below",
    "near",
    "may_be_above",
    "above",
]
# Below three days SD_D is nearly all day-to-day noise (NAP 9956 p.56: an intake a
# fifth over the EAR reaches 85 % at three days); a week covers every weekday once.
DAYS_TO_SPEAK_CAUTIOUSLY = 3
DAYS_FOR_VERDICT = 7
# Uneven intakes and the iron table need "many days" (NAP 9956 p.57, 10026 p.571).
DAYS_FOR_WORDS = 14
# The report's "D/SD_D > 1.00" row of table B-1: right with 85 %.
CONFIDENT = 0.85
MAY_BE_SHORT_BELOW = 0.50


@dataclass(frozen=True, slots=True)
class Requirement:
    """Reference values of one nutrient for one life stage, all in its own unit.

    `cv_requirement` is a fraction of the EAR (0.10 unless the report says otherwise).
    `ul_scope` says what the UL counts, e.g. "all" or "supplements".
    """

    ear: float | None
    rda: float | None
    ai: float | None
    ul: float | None
    cv_requirement: float | None = None
    ul_scope: str = "all"
    method: Method = "probability"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What `n_days` complete days say about the usual intake of one nutrient.

    `mean_low` counts unknown food as nothing more than what is known; `mean_high`
    scales it up by the known share, and is None when too little is known for that.
    `probability_adequate_*` are None wherever the method does not hold;
    `confidence_at_ai_*` only for an AI, `iron_risk_*` only for the iron table.
    """

    nutrient_key: str
    method: Method
    n_days: int
    n_days_without_value: int
    known_share: float | None
    mean_known: float | None
    mean_low: float | None
    mean_high: float | None
    verdict: Verdict
    probability_adequate_low: float | None = None
    probability_adequate_high: float | None = None
    confidence_at_ai_low: float | None = None
    confidence_at_ai_high: float | None = None
    iron_risk_low: float | None = None
    iron_risk_high: float | None = None
    ul_verdict: UlVerdict = "not_checked"
    ul_mean: float | None = None
    ul_z: float | None = None
    sd_within: float | None = None
    sd_within_source: str = "none"
    reasons: tuple[str, ...] = ()


def judge_intake(seen: Shortfall, requirement: Requirement) -> Shortfall:
    """Fill in the verdict, what it rests on, and the reasons, by the method."""
    if seen.n_days < DAYS_TO_SPEAK_CAUTIOUSLY:
        return replace(seen, verdict="too_few_days", reasons=("too_few_days",))
    judges = {
        "probability": _by_probability,
        "words": _by_words,
        "ai": _by_ai,
        "iron_menstruating": _by_iron_table,
    }
    judged = judges[seen.method](seen, requirement)
    reasons = list(judged.reasons)
    if seen.mean_high is None:
        reasons.append("little_of_the_food_has_a_value")
        # More food with a value can only raise the intake: what is known may be
        # enough already, but it cannot be called short.
        if judged.verdict not in ("probably_enough", "at_or_above_ai"):
            judged = replace(judged, verdict="cannot_say")
    if seen.n_days < DAYS_FOR_VERDICT:
        reasons.append("fewer_than_seven_days")
    return replace(judged, reasons=tuple(reasons))


def _by_probability(seen: Shortfall, requirement: Requirement) -> Shortfall:
    if seen.sd_within is None:
        return replace(
            seen, verdict="cannot_say", reasons=("no_published_day_to_day_spread",)
        )
    low = _adequate(seen, requirement, seen.mean_low)
    high = _adequate(seen, requirement, seen.mean_high)
    return replace(
        seen,
        verdict=_verdict_of_probabilities(low, high, seen.n_days),
        probability_adequate_low=low,
        probability_adequate_high=high,
        reasons=("compared_with_ear",),
    )


def _adequate(
    seen: Shortfall, requirement: Requirement, mean: float | None
) -> float | None:
    if mean is None or requirement.ear is None or seen.sd_within is None:
        return None
    cv = 0.10 if requirement.cv_requirement is None else requirement.cv_requirement
    return probability_adequate(
        mean,
        requirement.ear,
        sd_requirement=cv * requirement.ear,
        sd_within=seen.sd_within,
        n_days=seen.n_days,
    )


def _verdict_of_probabilities(
    low: float | None, high: float | None, n_days: int
) -> Verdict:
    """Read the cautious end each time: `high` to call short, `low` to call enough."""
    week = n_days >= DAYS_FOR_VERDICT
    if high is not None and high <= 1 - CONFIDENT:
        return "probably_short" if week else "may_be_short"
    if low is not None and low >= CONFIDENT and week:
        return "probably_enough"
    if high is not None and high < MAY_BE_SHORT_BELOW and week:
        return "may_be_short"
    return "unclear"


def _by_words(seen: Shortfall, requirement: Requirement) -> Shortfall:
    """Compare means with lines, no probability (NAP 9956 p.46, 57)."""
    ear, rda = requirement.ear, requirement.rda
    verdict: Verdict = "unclear"
    reasons = ["daily_intake_too_uneven_for_a_probability"]
    many = seen.n_days >= DAYS_FOR_WORDS
    if ear is not None and seen.mean_high is not None:
        if seen.mean_high < ear / 2 and seen.n_days >= DAYS_FOR_VERDICT:
            verdict = "may_be_short"
            reasons.append("mean_under_half_of_ear")
        elif seen.mean_high < ear and many:
            verdict = "may_be_short"
            reasons.append("mean_under_ear")
    if rda is not None and seen.mean_low is not None and many and seen.mean_low >= rda:
        verdict = "probably_enough"
        reasons.append("mean_at_or_above_rda_over_many_days")
    if not many:
        reasons.append("fewer_than_fourteen_days")
    return replace(seen, verdict=verdict, reasons=tuple(reasons))


def _by_ai(seen: Shortfall, requirement: Requirement) -> Shortfall:
    """Conclude "at or above" or nothing (NAP 9956 p.60-61)."""
    if seen.sd_within is None:
        return replace(
            seen, verdict="no_conclusion", reasons=("no_published_day_to_day_spread",)
        )
    low, high = (
        None
        if mean is None or requirement.ai is None
        else normal_cdf(
            z_against_level(mean, requirement.ai, seen.sd_within, seen.n_days)
        )
        for mean in (seen.mean_low, seen.mean_high)
    )
    sure = low is not None and low >= CONFIDENT and seen.n_days >= DAYS_FOR_VERDICT
    return replace(
        seen,
        verdict="at_or_above_ai" if sure else "no_conclusion",
        confidence_at_ai_low=low,
        confidence_at_ai_high=high,
        reasons=("nothing_follows_from_an_intake_below_an_ai",),
    )


def _by_iron_table(seen: Shortfall, _requirement: Requirement) -> Shortfall:
    """Read the printed risk one standard error either side of the range of means."""
    reasons = ["iron_table_is_not_a_screening_test"]
    if seen.mean_low is None or seen.mean_high is None or seen.sd_within is None:
        return replace(seen, verdict="cannot_say", reasons=tuple(reasons))
    error = seen.sd_within / math.sqrt(seen.n_days)
    risk_high = iron_risk_menstruating(seen.mean_low - error)
    risk_low = iron_risk_menstruating(seen.mean_high + error)
    verdict: Verdict = "unclear"
    if seen.n_days < DAYS_FOR_WORDS:
        reasons.append("fewer_than_fourteen_days")
    elif risk_low >= 0.5:
        verdict = "may_be_short"
    elif risk_high <= 1 - CONFIDENT:
        verdict = "probably_enough"
    return replace(
        seen,
        verdict=verdict,
        iron_risk_low=risk_low,
        iron_risk_high=risk_high,
        reasons=tuple(reasons),
    )
