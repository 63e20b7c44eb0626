"""Usual intakes on the doctor's page: what is seen first, ranges and references."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.targets import VEGETARIAN_IRON_FACTOR
from journal.services.report_food import NutrientLine
from journal.services.report_food_words import amount, is_one_figure


def sorted_nutrients(
    lines: Sequence[NutrientLine],
) -> tuple[list[NutrientLine], list[str]]:
    """Return what a doctor looks at first, and the rest in a sentence each."""
    seen = [line for line in lines if line.is_short or line.above_upper]
    seen.sort(key=lambda line: not line.is_probably_short)
    rest = [line for line in lines if line not in seen]
    enough = [line for line in rest if _is_enough(line)]
    either = [line for line in rest if line.odds == "could be either"]
    unsaid = [line for line in rest if line not in (*enough, *either)]
    words = []
    for head, chosen in (
        ("Probably enough", enough),
        ("Could be either", either),
        ("Nothing can be said", unsaid),
    ):
        if chosen:
            words.append(f"{head}: {', '.join(line.name for line in chosen)}.")
    return seen, words


def _is_enough(line: NutrientLine) -> bool:
    return line.odds.startswith(("enough", "probably enough"))


def said_shortly(line: NutrientLine) -> str:
    return f"{line.name}: {nutrient_range(line)}, {line.odds}."


def nutrient_range(line: NutrientLine) -> str:
    """Return the mean a day as a range, or "at least"; for sheets with full days."""
    if line.low is None:
        return "food has no figure"
    low = amount(line.low, line.unit)
    if line.high is None:
        return f"at least {low}"
    if is_one_figure(line.low, line.high):
        return low
    return f"{low} to {amount(line.high, line.unit)}"


def nutrient_reference(line: NutrientLine) -> str:
    """Return the line of reference with its name."""
    target = line.target
    if target is None:
        return "no figure"
    if target.ear is not None and target.adjustment:
        # Only iron is adjusted; the paper shows the figure a doctor can look up.
        printed = amount(target.ear / VEGETARIAN_IRON_FACTOR, line.unit)
        return f"EAR {printed} × {VEGETARIAN_IRON_FACTOR:g} (no meat)"
    if target.ear is not None:
        return f"EAR {amount(target.ear, line.unit)}"
    return f"AI {amount(target.ai, line.unit)}" if target.ai else "no figure"


def nutrient_row(line: NutrientLine) -> list[str]:
    return [
        line.name,
        nutrient_range(line),
        amount(line.supplement, line.unit) if line.supplement else "none",
        nutrient_reference(line),
        line.odds,
    ]
