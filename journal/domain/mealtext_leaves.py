"""Whether what may be raw or cooked was told where it is the one or the other.

Spinach alone is cooked: three times the leaves, and their magnesium, in a spoon; in a
salad, a smoothie or by the handful it is raw. Carrots are raw but for a hot dinner's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from journal.domain.mealtext_methods import METHODS
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import LIST
from journal.domain.mealtext_words import COOKED

_LEAVES = frozenset(["spinach", "kale", "chard"])
_OTHERWISE = COOKED | METHODS | {"raw", "frozen", "tinned", "canned", "creamed"}
# On the plate beside these, carrots are boiled.
_HOT_BESIDE = frozenset(
    """
    peas broccoli cauliflower cabbage sprouts parsnips swede greens gravy mash mashed
    cauli leeks neeps
    """.split()  # noqa: SIM905
)
_CARROTS = (["carrots"], ["carrot"])
_END = r"[^.;!?\n]*"
_BLENDED = re.compile(rf"\b(?:smoothies?|shakes?|blended|blitzed|juiced){_END}")
_BLENDED_AFTER = re.compile(r"\b(?:smoothies?|shakes?)\b")
_IN_SALAD = re.compile(
    r"\b(?:salad|sandwich|wrap|baguette)s?(?:\s*[:(]|\s-|\s(?:with|of|made))[^.;!?\n)]*"
)


def with_rawness(text: str, eaten: Sequence[Said]) -> None:
    """Say of such foods that they are raw or boiled, where nothing else was said."""
    low = text.lower()
    for one, beside in pairwise(eaten):
        if beside.piece.link != LIST:
            # "Peas and carrots" are one food of the table.
            continue
        for root, other in ((one.draft, beside.draft), (beside.draft, one.draft)):
            if root.words in _CARROTS and _HOT_BESIDE & set(other.words):
                root.words = ["boiled", *root.words]
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
