"""Household amounts: numbers as people write them, units, and grams from portions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

GramsSource = Literal["stated", "portion", "assumed", "unknown"]

ML_PER_US_CUP = 236.588
ML_PER_FLUID_OUNCE = 29.5735
# More than anyone eats at once: beyond it the figure is a slip of the keyboard.
LARGEST_AMOUNT_G = 10_000.0


@dataclass(frozen=True, slots=True)
class Portion:
    """One household portion of a food: ``Portion("1 medium", 118.0)``, grams > 0."""

    label: str
    grams: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of mass (``grams``), of volume (``millilitres``) or a vessel or piece.

    A vessel or piece may carry a usual size, used only where the food has no portion
    of that name, and then marked as assumed.
    """

    name: str
    grams: float | None = None
    millilitres: float | None = None
    usual_grams: float | None = None
    usual_millilitres: float | None = None


def _units() -> dict[str, Unit]:
    table: dict[str, Unit] = {}

    def add(unit: Unit, words: str) -> None:
        for word in (unit.name, *words.split(",")):
            if word.strip():
                table[word.strip()] = unit

    add(Unit("g", grams=1), "gram,grams,gm,gms,gr,grm,grams of")
    add(Unit("kg", grams=1000), "kilo,kilos,kilogram,kilograms,kgs")
    add(Unit("mg", grams=0.001), "milligram,milligrams")
    add(Unit("oz", grams=28.35), "ounce,ounces,ozs,onz")
    add(Unit("lb", grams=453.6), "lbs,pound,pounds")
    add(
        Unit("ml", millilitres=1),
        "millilitre,millilitres,milliliter,milliliters,mls,cc",
    )
    add(Unit("cl", millilitres=10), "centilitre,centilitres")
    add(Unit("dl", millilitres=100), "decilitre,decilitres")
    add(Unit("l", millilitres=1000), "litre,litres,liter,liters,ltr")
    add(
        Unit("fl oz", millilitres=ML_PER_FLUID_OUNCE),
        "floz,fl. oz,fluid ounce,fluid ounces,fluid oz,fl ounce,fl ounces",
    )
    add(Unit("cup", millilitres=ML_PER_US_CUP), "cups,c,cupful,cupfuls,cupfull")
    add(
        Unit("tbsp", millilitres=14.787),
        "tablespoon,tablespoons,tbs,tbsps,tblsp,tbl,tablespoonful,tbspn,tablespoonfuls",
    )
    add(
        Unit("tsp", millilitres=4.929),
        "teaspoon,teaspoons,tsps,teaspoonful,teaspoonfuls,teasp",
    )
    add(Unit("pint", millilitres=568), "pints,pt")
    add(Unit("spoon", usual_millilitres=10), "spoons,spoonful,spoonfuls")
    add(Unit("glass", usual_millilitres=250), "glasses,glassful,tumbler,glas")
    add(Unit("wine glass", usual_millilitres=150), "wine glasses,wineglass")
    add(Unit("mug", usual_millilitres=300), "mugs,mugful,mugfuls")
    add(Unit("can", usual_millilitres=330), "cans,tin,tins")
    add(Unit("bottle", usual_millilitres=500), "bottles")
    add(Unit("carton", usual_millilitres=250), "cartons,box,boxes,juice box")
    add(Unit("bowl", usual_millilitres=300), "bowls,bowlful,bowlfuls,dish")
    add(Unit("plate", usual_grams=300), "plates,plateful,platefuls,platter")
    add(Unit("shot", usual_millilitres=44), "shots,jigger")
    add(Unit("splash", usual_millilitres=15), "splashes,dash of milk")
    add(Unit("drizzle", usual_millilitres=7), "drizzles")
    add(Unit("dash", usual_millilitres=1), "dashes")
    add(Unit("drop", usual_millilitres=0.05), "drops")
    add(Unit("pinch", usual_grams=0.4), "pinches")
    add(Unit("sprinkle", usual_grams=3), "sprinkles of,sprinkling,dusting")
    add(Unit("dollop", usual_grams=25), "dollops")
    add(Unit("knob", usual_grams=10), "knobs,pat,pats")
    add(Unit("smear", usual_grams=10), "spread of,scrape,scraping")
    add(Unit("bit", usual_grams=15), "bits,tad")
    add(Unit("scoop", usual_grams=65), "scoops")
    add(Unit("ladle", usual_millilitres=120), "ladles,ladleful")
    add(Unit("handful", usual_grams=30), "handfuls,handfull,fistful")
    add(Unit("slice", usual_grams=30), "slices,sl,slc,rasher,rashers,rounds,sliver")
    add(Unit("strip", usual_grams=10), "strips")
    add(Unit("piece"), "pieces,pc,pcs,chunk,chunks,hunk,lump,lumps,wedge,wedges")
    add(Unit("square", usual_grams=8), "squares")
    add(Unit("stick", usual_grams=10), "sticks,stalk,stalks,rib of,ribs of")
    add(Unit("spear", usual_grams=15), "spears")
    add(Unit("ear", usual_grams=90), "ears,cob,cobs")
    add(Unit("clove", usual_grams=3), "cloves")
    add(Unit("leaf", usual_grams=10), "leaves")
    add(Unit("floret", usual_grams=12), "florets")
    add(Unit("fillet"), "fillets,filet,filets,steaks of")
    add(Unit("bar", usual_grams=45), "bars")
    add(
        Unit("packet", usual_grams=30),
        "packets,pack,packs,pkt,pkts,package,packages,bag,bags,sachet,sachets,pouch",
    )
    add(Unit("pot", usual_grams=150), "pots,tub,tubs,container,containers")
    add(Unit("jar"), "jars")
    add(Unit("loaf"), "loaves")
    add(Unit("bunch", usual_grams=100), "bunches,sprig,sprigs")
    add(Unit("head"), "heads")
    add(
        Unit("serving"),
        "servings,portion,portions,helping,helpings,serve,serves,side,order,srv",
    )
    add(Unit("patty"), "patties")
    add(Unit("link"), "links")
    add(Unit("small"), "sm,little,lil,tiny,mini,wee,smallish")
    add(Unit("medium"), "med,average,average sized,medium sized,regular,medium size")
    add(Unit("large"), "lg,lrg,big,huge,jumbo,massive,giant,largish,generous,heaping")
    add(Unit("extra large"), "xl,extra-large,extra big")
    add(Unit("whole"), "entire,wholes")
    return table


UNITS: dict[str, Unit] = _units()
SIZES = frozenset({"small", "medium", "large", "extra large"})
# Told without a portion of that size, against the usual portion.
SIZE_FACTOR = {"small": 0.75, "medium": 1.0, "large": 1.3, "extra large": 1.6}
# What one of a thing is called in portion labels, best first.
_ONE_OF = ("medium", "each", "whole", "item", "unit", "regular", "large", "piece")
_BULK = frozenset({"packet", "pot", "jar", "plate", "bowl", "serving", "handful"})
_LABEL_NUMBER = re.compile(r"^\s*(\d+)?\s*(?:(\d+)/(\d+)|(\d*\.\d+))?\s*(.*)$")
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
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("oes", "shes", "ches", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


def _read_label(portion: Portion) -> _Read:
    match = _LABEL_NUMBER.match(portion.label.lower())
    count, rest = 0.0, portion.label.lower()
    if match:
        whole, above, below, decimal, rest = match.groups()
        count = float(whole or 0) + float(decimal or 0)
        if above and below and float(below):
            count += float(above) / float(below)
    count = count or 1.0
    words = re.findall(r"[a-z]+", rest.split("(")[0])
    for part in ("half", "quarter"):
        if words[:1] == [part]:
            # "1 half (75 g)" of an avocado is half of a whole one.
            count *= 0.5 if part == "half" else 0.25
            words = [*words[1:], "whole"] if len(words) == 1 else words[1:]
    unit = size = None
    for number, word in enumerate(words[:3]):
        pair = " ".join(words[number : number + 2])
        found = UNITS.get(pair) or UNITS.get(word)
        if found is None:
            continue
        if found.name in SIZES:
            size = size or found.name
        else:
            unit = unit or found.name
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
    one = _one_of(reads, food_words, quantity)
    source: GramsSource = (
        "portion" if one is not reads[0] or _counts(one) else "assumed"
    )
    return Grams(quantity * one.grams_each, source, one.label)


def _by_unit(
    quantity: float,
    unit: Unit,
    reads: Sequence[_Read],
    portions: Sequence[Portion],
    size: str | None,
) -> Grams:
    same = [read for read in reads if read.unit == unit.name]
    sized = [read for read in same if read.size == size]
    if same:
        read = (sized or same)[0]
        factor = 1.0 if sized or not size else SIZE_FACTOR[size]
        source: GramsSource = "portion" if factor == 1.0 else "assumed"
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
            if read.unit == "whole" or "whole" in read.words:
                return read
    for read in reads:
        if read.unit is None and food_words & read.words:
            return read
    if reads[0].unit is None and reads[0].size in {None, "medium"}:
        return reads[0]
    for name in _ONE_OF:
        for read in reads:
            if (read.unit is None or read.unit == name) and name in read.words:
                return read
    countable = [read for read in reads if _counts(read)]
    return (countable or list(reads))[0]
