"""The grams of a food as it was said, and how surely they are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.domain.amounts import (
    LARGEST_AMOUNT_G,
    Grams,
    GramsSource,
    Portion,
    grams_of,
    grams_per_ml,
    singular,
)
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_units import ML_PER_FLUID_OUNCE, UNITS

_DRINK = re.compile(r"\b(?:glass|mug|can|bottle|cup) \(\d+ ?ml\)|fl oz")
_DRINK_VESSELS = frozenset({"can", "bottle", "glass", "cup", "mug", "pint", "carton"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """Quantity and unit as said, grams with their source, the portion used."""

    quantity: float
    unit: str | None
    grams: float | None
    source: GramsSource
    portion: str | None = None


def weigh(
    draft: Draft, portions: Sequence[Portion], words: Sequence[str] = ()
) -> Weighed:
    """Weigh what was said: a stated weight first, then portions, else as assumed.

    Of what was shared or left, one's own part.
    """
    found = _whole(draft, portions, words)
    if draft.share == 1.0:
        return found
    grams = None if found.grams is None else found.grams * draft.share
    source: GramsSource = found.source
    if draft.is_share_guessed and source != "unknown":
        source = "assumed"
    quantity = found.quantity * draft.share
    return replace(found, quantity=quantity, grams=grams, source=source)


def _whole(
    draft: Draft, portions: Sequence[Portion], words: Sequence[str] = ()
) -> Weighed:
    amount = draft.amount
    if amount is None and draft.is_served:
        amount = Amount(number=1.0, is_weak=True)
    total = draft.total
    if amount is None or _is_any_number(amount, words):
        usual = grams_of(1.0, None, portions, is_said=False)
        size = amount.size if amount else None
        return Weighed(1.0, size, usual.grams, usual.source, usual.portion)
    unit = amount.unit or (amount.size or None)
    if not 0 <= amount.quantity <= LARGEST_AMOUNT_G:
        return Weighed(amount.quantity, unit, None, "unknown")
    if total and _is_one_vessel(amount, total):
        # "A third of a bag (150 g bag)": the brackets tell what a bag holds.
        total = replace(total, multiplier=total.multiplier * amount.quantity)
    found = _grams(total, portions, words) if total else None
    if found is None or found.grams is None or found.source == "assumed":
        found = _grams(amount, portions, words)
    source: GramsSource = found.source
    if amount.is_assumed or (amount.is_part and source == "portion"):
        source = "assumed"
    if found.grams is not None and found.grams > LARGEST_AMOUNT_G:
        return Weighed(amount.quantity, unit, None, "unknown")
    return Weighed(amount.quantity, unit, found.grams, source, found.portion)


def _is_one_vessel(amount: Amount, total: Amount) -> bool:
    return amount.unit is not None and total.vessel == amount.unit


def _is_any_number(amount: Amount, words: Sequence[str]) -> bool:
    """Whether only a size was said of several things: "mini cookies"."""
    is_several = bool(words) and singular(words[-1]) != words[-1]
    return amount.is_size_only and is_several


def _is_drunk(portions: Sequence[Portion]) -> bool:
    """Whether the usual portion is a vessel of a drink: its ounces are fluid ones."""
    return bool(portions) and bool(_DRINK.search(portions[0].label))


def _grams(amount: Amount, portions: Sequence[Portion], words: Sequence[str]) -> Grams:
    if amount.unit == "oz" and (amount.vessel in _DRINK_VESSELS or _is_drunk(portions)):
        density = grams_per_ml(portions)
        grams = amount.quantity * ML_PER_FLUID_OUNCE * (density or 1.0)
        return Grams(grams, "stated" if density else "assumed")
    if amount.unit and amount.vessel and amount.number is not None:
        is_measure = UNITS[amount.unit].grams or UNITS[amount.unit].millilitres
        unit = amount.unit if is_measure else amount.vessel
        return grams_of(amount.quantity, unit, portions, size=amount.size)
    return grams_of(
        amount.quantity,
        amount.unit,
        portions,
        size=amount.size,
        food_words=frozenset(singular(word) for word in words),
    )
