"""What is ordered by its size as one thing: small fries, a personal pizza."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.domain.amounts import Grams, Portion, grams_of
from journal.domain.mealtext_units import SIZE_FACTOR

# Small fries are no small sticks of potato.
_ORDERED = frozenset({"fries", "frs", "chips", "wedges", "tots", "nachos"})


def is_order(words: Sequence[str]) -> bool:
    """Whether the words name what is sold by its size."""
    return bool(words) and words[-1] in _ORDERED


def grams_of_order(size: str, portions: Sequence[Portion]) -> Grams:
    """Grams of an order of that size: its own portion, else more or less of one."""
    usual = grams_of(1.0, None, portions, is_said=False)
    sized = grams_of(1.0, None, portions, size=size)
    if usual.grams is None or sized.grams is None:
        return usual
    if sized.grams < usual.grams * SIZE_FACTOR["mini"]:
        # That is the size of one stick of it.
        return replace(usual, grams=usual.grams * SIZE_FACTOR[size])
    return sized


def names_portion(portions: Sequence[Portion], words: Sequence[str]) -> bool:
    """Whether a portion is called so: "personal pizza"."""
    is_personal = "personal" in words
    return is_personal and any("personal" in portion.label for portion in portions)
