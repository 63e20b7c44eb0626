"""Dishes told with parts that all have their amounts: the parts count, once.

"A smoothie with 1 banana and 1 cup of strawberries" is these two, not three. What holds
the parts and was not told, like a burrito's tortilla, stays in the dish's place.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import MODIFIERS, stem
from journal.domain.mealtext_called import called
from journal.domain.mealtext_contents import (
    BASES,
    COOKED_OF,
    ROLLED,
    SANDWICHES,
    USUAL,
    goes_in,
)
from journal.domain.mealtext_dishes import BLENDED, BREADED, BREADS
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_links import BESIDE, INSIDE
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, LINK, LIST

_COMPOSED = {*BASES, *ROLLED, *SANDWICHES, *COOKED_OF}
_TACO = stem("taco")
_SHELLS = frozenset(stem(word) for word in ("tortilla", "wrap", "shell", "taco"))


def without_blended(eaten: Sequence[Said]) -> list[Said]:
    """Leave out what was made of foods that were all told with their amounts."""
    out: list[Said] = []
    for at, one in enumerate(eaten):
        parts = _counted_after(eaten, at)
        if _is_blended(eaten, at, parts) or _is_layered(eaten, at, parts):
            continue
        inside = _measured(one, parts)
        if inside and _is_told_by(one.draft, inside):
            if _has_base(one.draft, inside):
                continue
            _as_wrapper(one.draft)
        out.append(one)
    return out


def _counted_after(eaten: Sequence[Said], at: int) -> list[Said]:
    parts: list[Said] = []
    for part in eaten[at + 1 :]:
        if part.piece.link not in {LIST, AND, LINK} or part.draft.amount is None:
            break
        parts.append(part)
    return parts


def _is_linked(eaten: Sequence[Said], at: int) -> bool:
    after = eaten[at + 1] if at + 1 < len(eaten) else None
    # "A shake from one scoop of whey" has no link between them.
    return after is not None and (
        after.piece.link == LINK or after.piece is eaten[at].piece
    )


def _is_blended(eaten: Sequence[Said], at: int, parts: Sequence[Said]) -> bool:
    words = eaten[at].draft.words
    is_blend = bool(words) and words[-1] in BLENDED
    return is_blend and _is_linked(eaten, at) and len(parts) > 1


def _is_layered(eaten: Sequence[Said], at: int, parts: Sequence[Said]) -> bool:
    draft = eaten[at].draft
    # Its own bread, counted, tells that the parts follow.
    is_bare = _is_linked(eaten, at) and len(draft.words) == 1 and bool(parts)
    if not draft.words or stem(draft.words[-1]) not in BREADED:
        return False
    if not is_bare and len(parts) <= 2:
        return False
    # "On a bun" tells the sandwich; "2 slices of bread" what it was made of.
    is_told = _is_free(draft) and not any(_is_free(part.draft) for part in parts)
    return is_told and _holds_bread(parts)


def _is_free(draft: Draft) -> bool:
    amount = draft.amount
    return amount is None or (amount.is_weak and amount.unit is None)


def _holds_bread(parts: Sequence[Said]) -> bool:
    return any(stem(word) in BREADS for part in parts for word in part.draft.words)


def _measured(one: Said, parts: Sequence[Said]) -> list[Said]:
    """What is told as in a dish, two or more with a measure or a number each."""
    words = one.draft.words
    head = stem(words[-1]) if words else ""
    if not parts or head not in _COMPOSED or not _is_free(one.draft):
        return []
    inside: list[Said] = []
    for part in parts:
        is_first = not inside
        is_told = not is_first or part.piece.link == LINK
        is_told &= part.piece.way != BESIDE
        if not is_told or _is_free(part.draft) or not _goes_in(head, part):
            break
        inside.append(part)
    # A pot of it is told as made of them; a salad may stand beside.
    is_strong = head not in COOKED_OF or parts[0].piece.way == INSIDE
    is_whole = len(inside) > 1 or _is_filling_alone(one.draft, inside)
    return inside if is_whole and is_strong else []


def _is_filling_alone(dish: Draft, inside: Sequence[Said]) -> bool:
    """Whether a sandwich is only a name for its one filling: "with 2 eggs"."""
    head = stem(dish.words[-1])
    if head not in SANDWICHES or len(dish.words) > 1 or not inside:
        return False
    told = {called(word) for word in inside[0].draft.words if word not in MODIFIERS}
    return not told <= USUAL[head] and not told <= BREADS


def _goes_in(head: str, part: Said) -> bool:
    stems = {stem(word) for word in part.draft.words if word not in MODIFIERS}
    return bool(stems) and (
        goes_in(head, stems - BREADS) or stems <= BASES.get(head, frozenset())
    )


def _is_told_by(dish: Draft, inside: Sequence[Said]) -> bool:
    """Whether the parts have all that the dish is named for: a turkey sandwich's."""
    told = {called(word) for part in inside for word in part.draft.words}
    named = {called(word) for word in dish.words[:-1] if word not in MODIFIERS}
    return named <= told | {stem("green"), stem("mixed"), stem("breakfast")}


def _has_base(dish: Draft, inside: Sequence[Said]) -> bool:
    """Whether what makes or holds the dish is among the parts: eggs, leaves, bread."""
    head = stem(dish.words[-1])
    told = {stem(word) for part in inside for word in part.draft.words}
    if head in COOKED_OF:
        return True
    if head in SANDWICHES:
        return bool(told & BREADS)
    if head in ROLLED:
        return bool(told & _SHELLS)
    return bool(told & BASES[head])


def _as_wrapper(draft: Draft) -> None:
    """Take a dish for the bread around its parts; a dish without one stays itself."""
    head = stem(draft.words[-1])
    if head in ROLLED:
        draft.words = ["taco", "shell"] if head == _TACO else ["flour", "tortilla"]
    elif head in SANDWICHES:
        draft.words = ["white", "bread"]
        draft.amount = Amount(2.0, "slice", is_assumed=True)
    else:
        return
    draft.every_word = list(draft.words)
    draft.is_wrapper = True
