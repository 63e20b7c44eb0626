"""Leaves that are raw where they were told: in a salad, a smoothie, by the handful.

Told alone, spinach is cooked: three times the leaves, and their magnesium, in a spoon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain.mealtext_methods import METHODS
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_words import COOKED

_LEAVES = frozenset(["spinach", "kale", "chard"])
_OTHERWISE = COOKED | METHODS | {"raw", "frozen", "tinned", "canned", "creamed"}
_END = r"[^.;!?\n]*"
_BLENDED = re.compile(rf"\b(?:smoothies?|shakes?|blended|blitzed|juiced){_END}")
_BLENDED_AFTER = re.compile(r"\b(?:smoothies?|shakes?)\b")
_IN_SALAD = re.compile(
    r"\b(?:salad|sandwich|wrap|baguette)s?(?:\s*[:(]|\s-|\s(?:with|of|made))[^.;!?\n)]*"
)


def with_raw_leaves(text: str, eaten: Sequence[Said]) -> None:
    """Say of such leaves that they are raw, where nothing else was said of them."""
    low = text.lower()
    for one in eaten:
        draft = one.draft
        told = set(draft.words)
        if not told & _LEAVES or told & _OTHERWISE or len(told) > 2:
            continue
        handful = draft.amount is not None and draft.amount.unit == "handful"
        if handful or _is_in_raw(low, draft.start):
            draft.words = ["raw", *draft.words]


def _is_in_raw(low: str, at: int) -> bool:
    after = re.match(_END, low[at:])
    if after and _BLENDED_AFTER.search(after.group()):
        return True
    return any(
        found.start() <= at < found.end()
        for pattern in (_BLENDED, _IN_SALAD)
        for found in pattern.finditer(low)
    )
