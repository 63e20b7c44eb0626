"""A part of a food told before it: "steak and chips, only ate half the chips".

It is no second food: of the first, that part was eaten, or all but what was left.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import stem
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_said import Said

_OF_IT = frozenset(["the", "my", "that"])
_LEFT = ["left"]


def without_parts_of_told(eaten: Sequence[Said]) -> list[Said]:
    """The foods in which such a part is a share of the food it is of."""
    out: list[Said] = []
    for one in eaten:
        whole = _whole_of(one.draft, out) if _is_part(one.draft) else None
        if whole is None or one.draft.amount is None:
            out.append(one)
            continue
        part = one.draft.amount.quantity
        if out[-1].draft.words == _LEFT:
            out.pop()
            part = 1 - part
        whole.share *= part
    return out


def _is_part(draft: Draft) -> bool:
    """Whether "half the" or the like was said and no vessel or weight."""
    amount = draft.amount
    if amount is None or amount.unit or amount.size or not draft.words:
        return False
    is_of_it = bool(_OF_IT & set(draft.every_word))
    return is_of_it and 0 < amount.quantity < 1 and draft.total is None


def _whole_of(draft: Draft, before: Sequence[Said]) -> Draft | None:
    """The food told before by the same name, or by a longer one that ends in it."""
    named = [stem(word) for word in draft.words]
    for one in reversed(before):
        told = [stem(word) for word in one.draft.words]
        is_whole = one.draft.share == 1 and not _is_part(one.draft)
        if is_whole and told[-len(named) :] == named:
            return one.draft
    return None
