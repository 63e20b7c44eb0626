"""Household amounts: numbers as people write them, units, and grams from portions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from journal.domain.amounts_labels import (
    Portion,
    Read,
    comes_in_sizes,
    density_of,
    named_by,
    read_label,
    singular,
)
from journal.domain.amounts_vessels import LOOSE as _LOOSE
from journal.domain.amounts_vessels import (
    factor_of,
    instead,
    of_size,
    of_unit,
    prepared,
    sold_in_size,
    whole_of,
)
from journal.domain.mealtext_units import SIZE_FACTOR, UNITS, Unit

__all__ = [
    "LARGEST_AMOUNT_G",
    "Grams",
    "GramsSource",
    "Portion",
    "grams_of",
    "grams_per_ml",
    "singular",
]

GramsSource = Literal["stated", "portion", "assumed", "unknown"]

# More than anyone eats at once: beyond it the figure is a slip of the keyboard.
LARGEST_AMOUNT_G = 10_000.0
# More than one person eats of a thing: a whole pie, cake or chicken.
LARGEST_ONE_G = 700.0
# "2 chicken" may well be pieces of one.
LARGEST_SURE_ONE_G = 400.0

# So small a part is of the whole thing, which has about so many slices.
LARGEST_PART_OF_WHOLE = 0.34
SLICES_OF_WHOLE = 8
# A slice of a cake or a quiche; one of bread, ham or cheese weighs less.
LEAST_CUT_G = 60

# The thing that a half of it is of.
_WHOLE = frozenset({"whole", "fruit", "melon"})

# What one of a thing is called in portion labels, best first.
_ONE_OF = ("medium", "each", "whole", "item", "unit", "regular", "large", "piece")
_BULK = frozenset(
    """
    packet pot tub jar plate bowl serving handful spoon drizzle splash dash drop pinch
    sprinkle dollop knob smear bit bite sip pump ladle
    """.split()  # noqa: SIM905
)
# A small 12 fl oz can holds these none the less.
_MEASURED = frozenset({"fl oz", "ml", "cl", "dl", "l"})
# Two pieces of garlic bread are two slices of it.
_ALIKE = frozenset({"piece", "slice"})


@dataclass(frozen=True, slots=True)
class Grams:
    """Grams of an amount, how they were found, and the portion used, if any."""

    grams: float | None
    source: GramsSource
    portion: str | None = None


@dataclass(frozen=True, slots=True)
class _Manner:
    """The size told of a unit, words of what sort it was, and those of the food."""

    size: str | None = None
    words: frozenset[str] = frozenset()
    food_words: frozenset[str] = frozenset()


def grams_per_ml(portions: Sequence[Portion]) -> float | None:
    """The food's density by its own volume portions (the largest is surest)."""
    density, is_own = density_of([read_label(portion) for portion in portions])
    return density if is_own else None


def grams_of(
    quantity: float,
    unit: str | None,
    portions: Sequence[Portion],
    *,
    size: str | None = None,
    food_words: frozenset[str] = frozenset(),
    head: str = "",
    manner: frozenset[str] = frozenset(),
    is_said: bool = True,
) -> Grams:
    """Grams of ``quantity`` ``unit`` of a food with these portions.

    ``unit`` and ``size`` are names of `UNITS`; ``food_words`` are the words said for
    the food (they may name a portion: "1 cherry tomato") and ``head`` the last of them
    ("tail" of a lobster tail), ``manner`` those of the unit
    ("thick" of a slice). ``is_said`` is whether any
    amount was told; without one the usual portion is assumed. Volumes without a known
    density are taken at 1 g/ml and marked as assumed.
    """
    known = UNITS.get(unit) if unit else None
    if known and known.grams:
        return Grams(quantity * known.grams, "stated")
    reads = [read_label(portion) for portion in portions if portion.grams > 0]
    # "A whole medium pizza" is a medium one.
    if known and not (unit == "whole" and size):
        sort = _Manner(size, manner, food_words)
        return _by_unit(quantity, known, reads, sort)
    reads = [read for read in reads if not read.is_about]
    if size:
        return _by_size(quantity, size, reads)
    if not reads:
        return Grams(None, "unknown")
    if not is_said:
        return Grams(quantity * reads[0].grams_each, "assumed", reads[0].label)
    return _by_count(quantity, reads, food_words, head)


def _by_count(
    quantity: float, reads: Sequence[Read], food_words: frozenset[str], head: str
) -> Grams:
    one = _one_of(reads, food_words, quantity, head)
    if quantity >= 1 and one.grams_each > LARGEST_ONE_G:
        # "A pie" is a piece of one, as far as anyone can tell.
        return Grams(quantity * reads[0].grams_each, "assumed", reads[0].label)
    is_cut = one.unit == "slice" or "slice" in one.words
    is_cut = is_cut and one.grams_each >= LEAST_CUT_G
    if is_cut and quantity <= LARGEST_PART_OF_WHOLE:
        # "An eighth of a cheesecake" is one slice, not an eighth of one.
        grams = quantity * SLICES_OF_WHOLE * one.grams_each
        return Grams(grams, "assumed", one.label)
    is_known = one is not reads[0] or _counts(one)
    is_known = is_known and one.grams_each <= LARGEST_SURE_ONE_G
    is_named = len(one.words) > 1 and one.words <= food_words
    is_known = is_known and (is_named or not comes_in_sizes(one, reads))
    source: GramsSource = "portion" if is_known else "assumed"
    return Grams(quantity * one.grams_each, source, one.label)


def _by_unit(
    quantity: float, unit: Unit, reads: Sequence[Read], manner: _Manner
) -> Grams:
    same = [read for read in reads if read.unit == unit.name]
    if unit.name == "bit" and quantity > 1 and all(read.is_about for read in same):
        # "Two bits of toast" are two slices; "a bit of cheese" is a bit.
        same = [read for read in reads if read.unit == "slice"] or same
    if not same and unit.name in _ALIKE:
        same = [read for read in reads if read.unit in _ALIKE and _counts(read)]
        same = [read for read in same if not read.is_about]
    same += sold_in_size(unit.name, manner.size, reads)
    if unit.millilitres and not manner.size:
        # "A cup of cola" is a measure, no cafe's medium cup.
        same = [read for read in same if read.size is None]
    if same:
        # A cup of it mashed is more than one of it in pieces.
        cut = manner.food_words if unit.millilitres else frozenset[str]()
        read = of_unit(same, manner.size, manner.words | prepared(cut))
        # A cup of mini pretzels is a whole cup.
        is_measured = bool(unit.millilitres) and manner.size == "mini"
        is_sized = not manner.size or read.size == manner.size or is_measured
        factor = 1.0 if is_sized else factor_of(manner.size, read)
        # What its cook or its label calls a serving has that very weight.
        is_loose = unit.name in _LOOSE and read.label != "1 serving"
        is_known = factor == 1.0 and not is_loose and not read.is_about
        source: GramsSource = "portion" if is_known else "assumed"
        label = None if read.is_about else read.label
        return Grams(quantity * factor * read.grams_each, source, label)
    return _without_portion(quantity, unit, reads, manner)


def _without_portion(
    quantity: float, unit: Unit, reads: Sequence[Read], manner: _Manner
) -> Grams:
    """Weigh a unit that the food has no portion of: measured, else as it usually is."""
    own = [read for read in reads if not read.is_about]
    other = instead(unit.name, own, manner.size, manner.words)
    if other is not None:
        factor = factor_of(manner.size, other)
        return Grams(quantity * factor * other.grams_each, "assumed", other.label)
    is_exact = unit.name in _MEASURED
    factor = SIZE_FACTOR[manner.size] if manner.size and not is_exact else 1.0
    millilitres = unit.millilitres or unit.usual_millilitres
    if millilitres:
        density, is_own = density_of(reads)
        is_stated = bool(unit.millilitres and is_own)
        grams = quantity * factor * millilitres * density
        return Grams(grams, "stated" if is_stated else "assumed")
    if unit.name in {"serving", "piece", "whole", "fillet", "plate"} and own:
        read = own[0] if unit.name == "serving" else _one_of(own, frozenset(), 1)
        if unit.name == "piece" and read.grams_each > LARGEST_ONE_G:
            read = own[0]
        return Grams(quantity * factor * read.grams_each, "assumed", read.label)
    if unit.usual_grams:
        return Grams(quantity * factor * unit.usual_grams, "assumed")
    if own:
        return Grams(quantity * factor * own[0].grams_each, "assumed", own[0].label)
    return Grams(None, "unknown")


def _by_size(quantity: float, size: str, reads: Sequence[Read]) -> Grams:
    if not reads:
        return Grams(None, "unknown")
    sized = of_size(size, reads)
    if sized is not None:
        factor = factor_of(size, sized) if sized.size else 1.0
        source: GramsSource = "portion" if factor == 1.0 else "assumed"
        return Grams(quantity * factor * sized.grams_each, source, sized.label)
    read = whole_of(reads) or _one_of(reads, frozenset(), quantity)
    factor = factor_of(size, read)
    return Grams(quantity * factor * read.grams_each, "assumed", read.label)


def _counts(read: Read) -> bool:
    return read.unit is None or (
        UNITS[read.unit].millilitres is None and read.unit not in _BULK
    )


def _one_of(
    reads: Sequence[Read], food_words: frozenset[str], quantity: float, head: str = ""
) -> Read:
    """The portion that is one of the thing: "1 medium", "1 almond", "1 taco"."""
    if quantity < 1:
        wholes = [read for read in reads if read.unit == "whole" or read.words & _WHOLE]
        if wholes:
            middle = (read for read in wholes if read.size in {None, "medium"})
            return next(middle, wholes[0])
    counted = [read for read in reads if read.unit is None or _counts(read)]
    called = named_by(food_words, head, counted)
    if called is not None:
        return called
    first = reads[0]
    if first.size in {None, "medium"} and _counts(first) and first.unit != "slice":
        return first
    named = (
        read
        for name in _ONE_OF
        for read in reads
        if read.unit in {None, name} and name in read.words
    )
    countable = [read for read in reads if _counts(read)]
    one = next(named, (countable or list(reads))[0])
    # How many coffees: of the usual cup, not of what a cafe calls medium.
    return first if first.millilitres_each and one.size else one
