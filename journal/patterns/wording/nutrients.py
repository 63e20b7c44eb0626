"""Every sentence about nutrients that stay short or run high, and plain counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.patterns.counts import SplitCounts

#: The name of each verdict on a nutrient that is a finding.
TIERS: Final[Mapping[str, str]] = {
    "probably_short": "Probably short",
    "may_be_short": "May be short",
    "above": "Over the upper level",
    "may_be_above": "May be over it",
}

SENTENCES: Final[Mapping[str, str]] = {
    # A nutrient that stays short, beside symptoms that are tied to it.
    "short.title.probably_short": (
        "Your {nutrient} has probably been short, and you noted {symptoms}."
    ),
    "short.title.may_be_short": (
        "Your {nutrient} may have been short, and you noted {symptoms}."
    ),
    "short.odds": (
        "Of 10 {who} who eat like this, about {odds} get less {nutrient} than they "
        "need."
    ),
    "short.symptom": "{symptom} on {had} of {answered} {times} {over}.",
    "short.why.days": ("It rests on {n} full days; days logged in part are left out."),
    "short.why.unknown": (
        "{n} in 100 of that food has no figure. It is counted as a range, never as "
        "zero."
    ),
    "short.why.tablets": "{amount} a day came from tablets.",
    "short.why.reference": "Reference: {source}.",
    "short.why.unchecked": "Not yet checked against the original.",
    "short.why.adjusted": "The figure was taken {how}",
    "short.why.risks": "More likely with {risks}, which your profile says.",
    "short.why.food_only": "Food says how much went in, not how much the body holds.",
    # A nutrient that runs high, beside symptoms that too much of it brings.
    "excess.title.above": (
        "Your {nutrient} is over the European upper level, and you noted {symptoms}."
    ),
    "excess.title.may_be_above": (
        "Your {nutrient} may be over the European upper level, and you noted "
        "{symptoms}."
    ),
    "excess.amount": "You logged about {mean} a day. The European level is {level}.",
    "excess.own_level": "The level in your own table is {level}.",
    "excess.tablets": "{amount} a day of it came from tablets.",
    "excess.ask": "Show every tablet to a doctor or pharmacist.",
    # What was logged of a nutrient.
    "mean.at_least": (
        "At least {low} a day; too many of the foods have no figure to say how much."
    ),
    "mean.about": "About {low} a day.",
    "mean.between": "Between {low} and {high} a day.",
    "mean.no_figure": "None of the food of {n} full {days} has a figure for this.",
    "mean.no_day": (
        "No full day logged yet. A day logged in part is never counted as low."
    ),
    "need.half": "Half of {who} need more than {need}.",
    "need.adequate": (
        "About {need} is held to be enough; below that nothing can be said."
    ),
    "upper.above": (
        "{nutrient} is above the upper level: about {mean} a day from {where}, and "
        "the level is {level}."
    ),
    "upper.may_be_above": (
        "{nutrient} may be above the upper level: about {mean} a day from {where}, "
        "and the level is {level}."
    ),
    # Plain counts.
    "count.low": (
        "{a} of {b} times with {symptom} came after days under {line} of {factor}, "
        "and {c} of {d} times without."
    ),
    "count.high": (
        "{a} of {b} times with {symptom} came after days over {line} of {factor}, "
        "and {c} of {d} times without."
    ),
    "count.left_out": (
        "{n} {times} left out: logged in part, no answer, or not known."
    ),
    "plain.low": (
        "So far: {symptom} on {a} of {b} {times} after days under {line} {unit}, and "
        "on {c} of {d} others."
    ),
    "plain.high": (
        "So far: {symptom} on {a} of {b} {times} after days over {line} {unit}, and "
        "on {c} of {d} others."
    ),
    "plain.label": "These are counts, far too early for a finding.",
    # Trouble that stays, whatever the food says.
    "visit.staying": (
        "{symptoms} {verb} for weeks. That is worth a visit, whatever the food says."
    ),
    "visit.worse": (
        "More {symptoms} than the week before. If that goes on, it is worth a visit, "
        "whatever the food says."
    ),
    "visit.harder": (
        "Worse {symptoms} than the week before. If that goes on, it is worth a visit, "
        "whatever the food says."
    ),
}


def describe_counts(
    counts: SplitCounts, *, symptom: str, unit: str, part: str = "night"
) -> tuple[str, ...]:
    """Return plain counts with their denominators, labelled as counts; may be empty."""
    if counts.threshold is None:
        return ()
    line = counts.threshold
    said = SENTENCES[f"plain.{counts.side}"].format(
        symptom=symptom,
        times=f"{part}s",
        a=counts.symptom_nights_on_side,
        b=counts.nights_on_side,
        c=counts.symptom_nights_other,
        d=counts.nights_other,
        line=f"{line:.0f}" if line >= 20 else f"{line:.2g}",
        unit=unit,
    )
    return (said, SENTENCES["plain.label"])
