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
from journal.domain.amounts_across import grams_across
from journal.domain.amounts_orders import grams_of_order, is_order, names_portion
from journal.domain.amounts_regional import is_uncertain, millilitres, regional
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_meant import meant
from journal.domain.mealtext_units import ML_PER_FLUID_OUNCE, UNITS
from journal.domain.targets import Region

_DRINK = re.compile(
    r"\b(?:glass|mug|can|bottle|cup|small|medium|large) \(\d+ ?ml\)|fl oz"
)
# An 8-oz can is a weight, unless it holds a drink.
_DRINK_VESSELS = frozenset({"glass", "cup", "mug", "pint"})
# Among so many portions, the usual ones first, is such a vessel of a drink.
USUAL_VESSELS = 3
# From here on a bare number may be grams, and after a food from there on it is.
BARE_WEIGHT = 20
CERTAIN_WEIGHT = 50
LARGEST_BARE_G = 2000
# So many milligrams of a food are grams, said by a slip of the hand.
LEAST_MEANT_G = 20
# More than anyone eats of a thing by count: "20 chicken" is no twenty chickens.
MOST_COUNTED_G = 1200
# Of larger things than this a plural does not tell that there were two.
LARGEST_OF_SEVERAL_G = 110
# A lot of something, against what is usually eaten of it.
MUCH = 1.5
# A heaped spoon holds about half as much again as a level one.
HEAPED = 1.5
_SPOONS = frozenset({"tsp", "tbsp", "spoon", "dessertspoon"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """Quantity and unit as said, grams with their source, the portion used."""

    quantity: float
    unit: str | None
    grams: float | None
    source: GramsSource
    portion: str | None = None


def weigh(
    draft: Draft,
    portions: Sequence[Portion],
    words: Sequence[str] = (),
    region: Region | None = None,
) -> Weighed:
    """Weigh what was said: a stated weight first, then portions, else as assumed.

    Of what was shared or left, one's own part. A size that differs by country is that
    of ``region``, and assumed where the region is not known or has no one size.
    """
    found = _whole(draft, regional(portions, region), words)
    if draft.total is None:
        found = _by_region(found, words, region)
    if draft.share == 1.0:
        return found
    grams = None if found.grams is None else found.grams * draft.share
    source: GramsSource = found.source
    if draft.is_share_guessed and source != "unknown":
        source = "assumed"
    quantity = found.quantity * draft.share
    return replace(found, quantity=quantity, grams=grams, source=source)


def _by_region(found: Weighed, words: Sequence[str], region: Region | None) -> Weighed:
    own, usual = millilitres(found.unit, region), UNITS.get(found.unit or "")
    if own and usual and usual.millilitres and found.portion is None and found.grams:
        found = replace(found, grams=found.grams * own / usual.millilitres)
    is_known = found.source in {"portion", "stated"} and not _is_weight(found)
    if is_known and is_uncertain(found.unit, words, region):
        found = replace(found, source="assumed")
    return found


def _is_weight(found: Weighed) -> bool:
    """Whether grams themselves were said, whatever the number is of."""
    return found.source == "stated" and found.unit not in {"pint", "shot"}


def _whole(
    draft: Draft, portions: Sequence[Portion], words: Sequence[str] = ()
) -> Weighed:
    amount = draft.amount
    is_one = draft.is_served or draft.across is not None
    if amount is None and (is_one or names_portion(portions, words)):
        amount = Amount(number=1.0, is_weak=True)
    total = draft.total
    loose = _loosely(amount, portions, words)
    if loose is not None or amount is None:
        return loose or _usual(1.0, None, portions)
    wide = _wide(draft, amount, portions, words)
    if wide is not None:
        return wide
    if total is None and _is_part_of_usual(amount, words):
        return _usual(amount.quantity, None, portions)
    if _is_bare_weight(draft, amount, portions, words):
        return Weighed(amount.quantity, "g", amount.quantity, "assumed")
    return _told(amount, total, portions, words)


def _loosely(
    amount: Amount | None, portions: Sequence[Portion], words: Sequence[str]
) -> Weighed | None:
    """Weigh what was told without a number: nothing, a size alone, or a lot of it."""
    count = 2.0 if _are_several(portions, words) else 1.0
    if amount and amount.size and amount.is_size_only and is_order(words):
        found = grams_of_order(amount.size, portions)
        return Weighed(1.0, amount.size, found.grams, found.source, found.portion)
    if amount is None or _is_any_number(amount, words):
        return _usual(count, amount.size if amount else None, portions)
    if amount.unit == "lot":
        return _usual(MUCH * amount.quantity * count, None, portions)
    return None


def _wide(
    draft: Draft, amount: Amount, portions: Sequence[Portion], words: Sequence[str]
) -> Weighed | None:
    """Weigh what was told by its inches: "a 12-inch pizza"; None where it was not."""
    if draft.across is None or draft.total is not None:
        return None
    cubed = amount.unit in {"inch", "piece"} and draft.across.is_cube
    unit = None if cubed else amount.unit
    grams = grams_across(draft.across, unit, portions, words)
    if grams is None or not 0 <= amount.quantity <= LARGEST_AMOUNT_G:
        return None
    return Weighed(amount.quantity, unit, amount.quantity * grams, "assumed")


def _told(
    amount: Amount,
    total: Amount | None,
    portions: Sequence[Portion],
    words: Sequence[str],
) -> Weighed:
    unit = amount.unit or (amount.size or None)
    if amount.unit == "mg" and amount.quantity >= LEAST_MEANT_G:
        # Nobody weighs a food in milligrams: a slip for grams, to be looked at.
        return Weighed(amount.quantity, "g", amount.quantity, "assumed")
    if not 0 <= amount.quantity <= LARGEST_AMOUNT_G:
        return Weighed(amount.quantity, unit, None, "unknown")
    if total and _is_one_vessel(amount, total):
        # "A third of a bag (150 g bag)": the brackets tell what a bag holds.
        total = replace(total, multiplier=total.multiplier * amount.quantity)
    found = _grams(total, portions, words) if total else None
    is_loose = found is not None and found.source == "assumed"
    is_counted = total is not None and total.unit is None
    if found is None or found.grams is None or (is_loose and not is_counted):
        found = _grams(meant(amount, portions, words), portions, words)
    found = _as_sure_as_said(amount, found)
    if found.grams is not None and not 0 <= found.grams <= LARGEST_AMOUNT_G:
        return Weighed(amount.quantity, unit, None, "unknown")
    return Weighed(amount.quantity, unit, found.grams, found.source, found.portion)


def _usual(quantity: float, size: str | None, portions: Sequence[Portion]) -> Weighed:
    found = grams_of(quantity, None, portions, is_said=False)
    return Weighed(quantity, size, found.grams, found.source, found.portion)


def _as_sure_as_said(amount: Amount, found: Grams) -> Grams:
    if amount.is_heaped and amount.unit in _SPOONS and found.grams is not None:
        return replace(found, grams=found.grams * HEAPED, source="assumed")
    is_rest = amount.is_part and found.source == "portion"
    return replace(found, source="assumed") if amount.is_assumed or is_rest else found


def _is_bare_weight(
    draft: Draft, amount: Amount, portions: Sequence[Portion], words: Sequence[str]
) -> bool:
    """Whether a number without a unit is grams: "chicken breast 150", "100 rice"."""
    number = amount.quantity
    if amount.unit or amount.size or not BARE_WEIGHT <= number <= LARGEST_BARE_G:
        return False
    if draft.is_trailing and number >= CERTAIN_WEIGHT:
        return True
    one = _grams(replace(amount, number=1.0, multiplier=1.0), portions, words).grams
    return one is not None and number * one > MOST_COUNTED_G


def _is_one_vessel(amount: Amount, total: Amount) -> bool:
    return amount.unit is not None and total.vessel == amount.unit


def _is_any_number(amount: Amount, words: Sequence[str]) -> bool:
    """Whether only a size, or "a", was said of several things: "mini cookies"."""
    is_several = bool(words) and singular(words[-1]) != words[-1]
    is_article = amount.is_weak and not amount.unit and amount.quantity == 1
    return is_several and (amount.is_size_only or (is_article and not amount.size))


def _are_several(portions: Sequence[Portion], words: Sequence[str]) -> bool:
    """Whether more than one is meant: "tacos", where the usual portion is one taco."""
    if not portions or not words or portions[0].grams > LARGEST_OF_SEVERAL_G:
        return False
    last = words[-1]
    return singular(last) != last and portions[0].label == f"1 {singular(last)}"


def _is_part_of_usual(amount: Amount, words: Sequence[str]) -> bool:
    """Whether a part was said of what comes in numbers: "half fries"."""
    is_part = amount.unit is None and not amount.size and 0 < amount.quantity < 1
    return is_part and bool(words) and singular(words[-1]) != words[-1]


def _is_drunk(portions: Sequence[Portion]) -> bool:
    """Whether its usual portions are vessels of a drink: its ounces are fluid ones."""
    return any(_DRINK.search(portion.label) for portion in portions[:USUAL_VESSELS])


def _grams(amount: Amount, portions: Sequence[Portion], words: Sequence[str]) -> Grams:
    if amount.unit == "oz" and (amount.vessel in _DRINK_VESSELS or _is_drunk(portions)):
        density = grams_per_ml(portions)
        grams = amount.quantity * ML_PER_FLUID_OUNCE * (density or 1.0)
        return Grams(grams, "stated" if density else "assumed")
    if amount.unit and amount.vessel and amount.number is not None:
        is_measure = UNITS[amount.unit].grams or UNITS[amount.unit].millilitres
        unit = amount.unit if is_measure else amount.vessel
        sort = amount.manner
        return grams_of(amount.quantity, unit, portions, size=amount.size, manner=sort)
    return grams_of(
        amount.quantity,
        amount.unit,
        portions,
        size=amount.size,
        manner=amount.manner,
        food_words=frozenset(singular(word) for word in words),
        head=singular(words[-1]) if words else "",
    )
