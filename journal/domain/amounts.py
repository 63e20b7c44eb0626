"""Household amounts: numbers as people write them, units, and grams from portions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from journal.domain.mealtext_units import SIZE_FACTOR, SIZES, UNITS, Unit

GramsSource = Literal["stated", "portion", "assumed", "unknown"]

# More than anyone eats at once: beyond it the figure is a slip of the keyboard.
LARGEST_AMOUNT_G = 10_000.0
# More than one person eats of a thing: a whole pie, cake or chicken.
LARGEST_ONE_G = 700.0


@dataclass(frozen=True, slots=True)
class Portion:
    """One household portion of a food: ``Portion("1 medium", 118.0)``, grams > 0."""

    label: str
    grams: float


# What one of a thing is called in portion labels, best first.
_ONE_OF = ("medium", "each", "whole", "item", "unit", "regular", "large", "piece")
_BULK = frozenset({"packet", "pot", "jar", "plate", "bowl", "serving", "handful"})
# How much these hold differs by half and more from one home to the next.
_LOOSE = frozenset(
    """
    bowl plate handful serving pot packet jar carton splash drizzle dash dollop knob
    smear bit bite sip piece scoop ladle sprinkle bunch head
    """.split()  # noqa: SIM905
)
# Two pieces of garlic bread are two slices of it.
_ALIKE = frozenset({"piece", "slice"})
_IN_IE = frozenset({"cookies", "brownies", "smoothies", "calories", "pies"})
_LABEL_NUMBER = re.compile(
    r"^\s*(?:(\d+)(?![\d/.])\s*)?(?:(\d+)/(\d+)|(\d*\.\d+))?\s*(.*)$"
)
_LABEL_ML = re.compile(r"\((\d+(?:\.\d+)?) ?ml\)")


@dataclass(frozen=True, slots=True)
class Grams:
    """Grams of an amount, how they were found, and the portion used, if any."""

    grams: float | None
    source: GramsSource
    portion: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    grams_each: float
    unit: str | None
    size: str | None
    words: frozenset[str]
    label: str
    millilitres_each: float | None


def singular(word: str) -> str:
    """The singular of an English noun, well enough to compare portion labels."""
    if word in _IN_IE:
        return word[:-1]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("oes", "shes", "ches", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


def _count(label: str) -> tuple[float, str]:
    """The number a label begins with (1 without one) and the rest of it."""
    match = _LABEL_NUMBER.match(label)
    if match is None:
        return 1.0, label
    whole, above, below, decimal, rest = match.groups()
    count = float(whole or 0) + float(decimal or 0)
    if above and below and float(below):
        count += float(above) / float(below)
    return count or 1.0, rest


def _unit_and_size(words: Sequence[str]) -> tuple[str | None, str | None]:
    unit = size = None
    for number, word in enumerate(words[:3]):
        pair = " ".join(words[number : number + 2])
        found = UNITS.get(pair) or UNITS.get(word)
        if found is not None and found.name in SIZES:
            size = size or found.name
        elif found is not None:
            unit = unit or found.name
    return unit, size


def _read_label(portion: Portion) -> _Read:
    count, rest = _count(portion.label.lower())
    words = re.findall(r"[a-z]+", rest.split("(")[0])
    for part in ("half", "quarter"):
        if words[:1] == [part]:
            # "1 half (75 g)" of an avocado is half of a whole one.
            count *= 0.5 if part == "half" else 0.25
            words = [*words[1:], "whole"] if len(words) == 1 else words[1:]
    unit, size = _unit_and_size(words)
    millilitres = None
    stated = _LABEL_ML.search(portion.label)
    if stated:
        millilitres = float(stated.group(1)) / count
    elif unit and UNITS[unit].millilitres:
        millilitres = UNITS[unit].millilitres
    return _Read(
        portion.grams / count,
        unit,
        size,
        frozenset(singular(word) for word in words),
        portion.label,
        millilitres,
    )


def grams_per_ml(portions: Sequence[Portion]) -> float | None:
    """The food's density by its own volume portions (the largest is surest)."""
    volumes = [
        (read.millilitres_each, read.grams_each)
        for read in map(_read_label, portions)
        if read.millilitres_each
    ]
    if not volumes:
        return None
    millilitres, grams = max(volumes)
    return grams / millilitres


def grams_of(
    quantity: float,
    unit: str | None,
    portions: Sequence[Portion],
    *,
    size: str | None = None,
    food_words: frozenset[str] = frozenset(),
    is_said: bool = True,
) -> Grams:
    """Grams of ``quantity`` ``unit`` of a food with these portions.

    ``unit`` and ``size`` are names of `UNITS`; ``food_words`` are the words said for
    the food (they may name a portion: "1 cherry tomato"). ``is_said`` is whether any
    amount was told; without one the usual portion is assumed. Volumes without a known
    density are taken at 1 g/ml and marked as assumed.
    """
    known = UNITS.get(unit) if unit else None
    if known and known.grams:
        return Grams(quantity * known.grams, "stated")
    reads = [_read_label(portion) for portion in portions if portion.grams > 0]
    if known:
        return _by_unit(quantity, known, reads, portions, size)
    if size:
        return _by_size(quantity, size, reads)
    if not reads:
        return Grams(None, "unknown")
    if not is_said:
        return Grams(quantity * reads[0].grams_each, "assumed", reads[0].label)
    return _by_count(quantity, reads, food_words)


def _by_count(
    quantity: float, reads: Sequence[_Read], food_words: frozenset[str]
) -> Grams:
    one = _one_of(reads, food_words, quantity)
    if quantity >= 1 and one.grams_each > LARGEST_ONE_G:
        # "A pie" is a piece of one, as far as anyone can tell.
        return Grams(quantity * reads[0].grams_each, "assumed", reads[0].label)
    is_known = one is not reads[0] or _counts(one)
    source: GramsSource = "portion" if is_known else "assumed"
    return Grams(quantity * one.grams_each, source, one.label)


def _by_unit(
    quantity: float,
    unit: Unit,
    reads: Sequence[_Read],
    portions: Sequence[Portion],
    size: str | None,
) -> Grams:
    same = [read for read in reads if read.unit == unit.name]
    if not same and unit.name in _ALIKE:
        same = [read for read in reads if read.unit in _ALIKE and _counts(read)]
    sized = [read for read in same if read.size == size]
    if same:
        read = (sized or same)[0]
        factor = 1.0 if sized or not size else SIZE_FACTOR[size]
        is_known = factor == 1.0 and unit.name not in _LOOSE
        source: GramsSource = "portion" if is_known else "assumed"
        return Grams(quantity * factor * read.grams_each, source, read.label)
    factor = SIZE_FACTOR[size] if size else 1.0
    millilitres = unit.millilitres or unit.usual_millilitres
    if millilitres:
        density = grams_per_ml(portions)
        is_stated = bool(unit.millilitres and density)
        grams = quantity * factor * millilitres * (density or 1.0)
        return Grams(grams, "stated" if is_stated else "assumed")
    if unit.name in {"serving", "piece", "whole", "fillet", "plate"} and reads:
        read = reads[0] if unit.name == "serving" else _one_of(reads, frozenset(), 1)
        return Grams(quantity * factor * read.grams_each, "assumed", read.label)
    if unit.usual_grams:
        return Grams(quantity * factor * unit.usual_grams, "assumed")
    if reads:
        return Grams(quantity * factor * reads[0].grams_each, "assumed", reads[0].label)
    return Grams(None, "unknown")


def _by_size(quantity: float, size: str, reads: Sequence[_Read]) -> Grams:
    for read in reads:
        if read.size == size or (size == "medium" and read.size is None):
            if read.size != size and read.unit:
                continue
            return Grams(quantity * read.grams_each, "portion", read.label)
    if not reads:
        return Grams(None, "unknown")
    read = _one_of(reads, frozenset(), quantity)
    return Grams(quantity * SIZE_FACTOR[size] * read.grams_each, "assumed", read.label)


def _counts(read: _Read) -> bool:
    return read.unit is None or (
        UNITS[read.unit].millilitres is None and read.unit not in _BULK
    )


def _one_of(
    reads: Sequence[_Read], food_words: frozenset[str], quantity: float
) -> _Read:
    """The portion that is one of the thing: "1 medium", "1 almond", "1 taco"."""
    if quantity < 1:
        for read in reads:
            if read.unit == "whole" or read.words & {"whole", "fruit"}:
                return read
    for read in reads:
        # "1 cherry tomato" is the tomato meant only where cherry was said.
        if read.unit is None and read.words and read.words <= food_words:
            return read
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
