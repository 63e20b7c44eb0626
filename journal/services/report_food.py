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
from journal.services.report_food_words import odds_words, says_words, upper_words


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
    def is_judged(self) -> bool:
        """Whether there are days enough for a verdict, and a way to reach one."""
        return (
            self.seen is not None
            and self.n_days >= DAYS_FOR_VERDICT
            and self.seen.verdict != "cannot_say"
        )

    @property
    def is_probably_short(self) -> bool:
        """Whether the days point to too little with the field's usual certainty."""
        return self.seen is not None and self.seen.verdict == "probably_short"


def nutrient_lines(
    records: Sequence[DayRecord],
    *,
    person: Person,
    knowledge: Knowledge,
    targets: TargetTable,
) -> tuple[NutrientLine, ...]:
    """Judge every nutrient of the knowledge base over the complete days given.

    For a nutrient that the person's supplements hold, a day on which the supplements
    were not answered is left out: whether a tablet was taken is not known, not "no".
    """
    complete = [record for record in records if record.is_food_complete]
    in_tablets = {
        key for day in records for taken in day.supplements for key in taken.amounts
    }
    answered = [record for record in complete if record.supplements_answered]
    return tuple(
        _line(
            nutrient,
            answered if nutrient.key in in_tablets else complete,
            person,
            targets,
        )
        for nutrient in knowledge.nutrients
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
        odds=odds_words(seen, known, n_complete=len(days)),
        says=says_words(
            target,
            why,
            person,
            unit=nutrient.unit,
            low=low,
            high=high,
            n_complete=len(days),
        ),
        above_upper=upper_words(nutrient, target, seen),
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


def days_missing(line: NutrientLine) -> int:
    """Return how many more complete days a first verdict on this nutrient needs."""
    uneven = line.seen is not None and line.seen.method in {
        "words",
        "iron_menstruating",
    }
    return max(0, (DAYS_FOR_WORDS if uneven else DAYS_FOR_VERDICT) - line.n_days)
