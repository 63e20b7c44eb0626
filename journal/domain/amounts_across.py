"""What a pizza, a tortilla, a sub or a cube of so many inches weighs.

Sizes come from USDA's: its pizzas by their diameters, and the grams a square inch of
its tortillas, pittas, pancakes, waffles and biscuits have. The rest is our estimate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from journal.domain.amounts_labels import Portion, Read, read_label, singular

# Diameters in inches of what USDA calls by these sizes, and grams of any other pizza.
_PIZZAS: Final = {"mini": 4.0, "small": 9.0, "medium": 11.5, "large": 14.0}
_PERSONAL: Final = 6.0
_EXTRA_LARGE: Final = 17.0
_SLICES: Final = 8
_FLAT_G_PER_SQUARE_INCH: Final = {
    "pizza": 5.0,
    "tortilla": 0.71,
    "wrap": 0.71,
    "pitta": 1.5,
    "pita": 1.5,
    "pancake": 2.1,
    "waffle": 1.7,
    "cookie": 3.0,
    "biscuit": 3.0,
}
# The usual one of these is six inches long.
_LONG: Final = frozenset(["sub", "submarine", "hoagie", "dog", "frankfurter"])
_USUAL_LENGTH: Final = 6.0
# USDA's cubic inch of cheese or of boneless meat.
_CUBE_G: Final = 17.0
_WIDEST: Final = {"pizza": 30.0, "tortilla": 16.0, "wrap": 16.0}
_WIDEST_OTHER: Final = 13.0
_WIDEST_CUBE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Across:
    """How many inches a thing was said to measure, and whether it was a cube."""

    inches: float
    is_cube: bool = False


def grams_across(
    across: Across, unit: str | None, portions: Sequence[Portion], words: Sequence[str]
) -> float | None:
    """Grams of one such thing, or of one slice of a pizza; None where unknown."""
    inches = across.inches
    if across.is_cube:
        return _CUBE_G * inches**3 if 0 < inches <= _WIDEST_CUBE else None
    thing = singular(words[-1]) if words else ""
    if not 2 <= inches <= _WIDEST.get(thing, _WIDEST_OTHER) or not portions:
        return None
    if thing == "pizza" or any("pizza" in one.label for one in portions):
        return _pizza(inches, [read_label(one) for one in portions], unit)
    if unit not in {None, "whole"}:
        return None
    if thing in _LONG:
        return read_label(portions[0]).grams_each * inches / _USUAL_LENGTH
    flat = _FLAT_G_PER_SQUARE_INCH.get(thing)
    return flat * inches**2 if flat else None


def _pizza(inches: float, reads: Sequence[Read], unit: str | None) -> float | None:
    """A whole pizza or a slice of one, from that of the nearest size."""
    if unit not in {None, "whole", "slice", "piece"}:
        return None
    is_slice = unit in {"slice", "piece"}
    sized = [
        (width, read.grams_each)
        for read in reads
        if "pizza" in read.words and (read.unit == "slice") == is_slice
        if (width := _width(read)) is not None
    ]
    if not sized:
        whole = _FLAT_G_PER_SQUARE_INCH["pizza"] * inches**2
        return whole / _SLICES if is_slice else whole
    width, grams = min(sized, key=lambda pair: abs(pair[0] - inches))
    return grams * (inches / width) ** 2


def _width(read: Read) -> float | None:
    if "personal" in read.words:
        return _PERSONAL
    if read.size == "extra large":
        return _EXTRA_LARGE
    return _PIZZAS.get(read.size or "")
