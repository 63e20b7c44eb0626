"""Labels of household portions, read: "1 medium", "6 pieces", "1 glass (250 ml)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.mealtext_units import SIZES, UNITS

# Where small and large differ by more, a number of them says little about grams.
SIZES_DIFFER = 1.5
LIGHT_PIECE_G = 16.0
#: Begins the label of an amount that foods of a kind usually have, not this food.
ABOUT = "about "
_HOW_THICK = frozenset({"thick", "thin"})
# One of these is a biscuit of a British packet, not a cookie of a bakery.
_BISCUITS = frozenset(["jaffa", "hobnob", "bourbon", "garibaldi", "digestive"])
_USUAL_SIZES = frozenset({"small", "medium", "large"})
_IN_VES = frozenset(["leaves", "loaves", "halves"])
_IN_IE = frozenset({"cookies", "brownies", "smoothies", "calories", "pies"})
# One of them is called so: "a Snickers" is no number of them.
_ALREADY_ONE = frozenset({"snickers"})
_LABEL_NUMBER = re.compile(
    r"^\s*(?:(\d+)(?![\d/.])\s*)?(?:(\d+)/(\d+)|(\d*\.\d+))?\s*(.*)$"
)
_LABEL_ML = re.compile(r"\((\d+(?:\.\d+)?) ?ml\)")


@dataclass(frozen=True, slots=True)
class Portion:
    """One household portion of a food: ``Portion("1 medium", 118.0)``, grams > 0."""

    label: str
    grams: float


@dataclass(frozen=True, slots=True)
class Read:
    """A label taken apart: the grams of one, its unit, size and nouns; ml of one.

    ``is_about``: what foods of the kind usually have, not measured of this one.
    """

    grams_each: float
    unit: str | None
    size: str | None
    words: frozenset[str]
    label: str
    millilitres_each: float | None
    is_about: bool = False


def singular(word: str) -> str:
    """The singular of an English noun, well enough to compare portion labels."""
    if word in _IN_IE:
        return word[:-1]
    if word in _IN_VES:
        return word[:-3] + "f"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("oes", "shes", "ches", "sses", "xes")):
        return word[:-2]
    is_one = word in _ALREADY_ONE or word.endswith(("ss", "us"))
    if len(word) > 3 and word.endswith("s") and not is_one:
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


def read_label(portion: Portion) -> Read:
    """Take a portion's label apart; unit, size and millilitres None where not told."""
    told = portion.label.lower()
    count, rest = _count(told.removeprefix(ABOUT))
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
    return Read(
        portion.grams / count,
        unit,
        size,
        frozenset(singular(word) for word in words),
        portion.label,
        millilitres,
        told.startswith(ABOUT),
    )


def density_of(reads: Sequence[Read]) -> tuple[float, bool]:
    """Grams per millilitre, and whether they are the food's own."""
    volumes = [
        (not read.is_about, read.millilitres_each, read.grams_each)
        for read in reads
        if read.millilitres_each
    ]
    is_own, millilitres, grams = max(volumes, default=(False, 1.0, 1.0))
    return grams / millilitres, is_own


def comes_in_sizes(one: Read, reads: Sequence[Read]) -> bool:
    """Whether one of it may be half as much again: a cookie, a whole pizza.

    Told by the food's own small, medium and large. Of what is light anyway, such as
    crackers, it is the number that counts.
    """
    sized = [
        read.grams_each
        for read in reads
        if read.size in _USUAL_SIZES and read.unit in {None, read.size, "piece"}
    ]
    weights = [*sized, one.grams_each]
    is_wide = max(weights) > SIZES_DIFFER * min(weights)
    return bool(sized) and is_wide and one.grams_each >= LIGHT_PIECE_G


def named_by(words: frozenset[str], head: str, reads: Sequence[Read]) -> Read | None:
    """The portion that the words of a food name, most closely: "1 cherry tomato".

    Of "lobster tail" (``head`` is its last word) it is the tail, of "thick chop" the
    thick one; None where none of them is named.
    """
    if words & _BISCUITS:
        words |= {"biscuit"}
    found = [read for read in reads if read.words and read.words <= words]

    def closeness(read: Read) -> tuple[bool, int, bool]:
        return bool(read.words & _HOW_THICK), len(read.words), head in read.words

    return max(found, key=closeness, default=None)
