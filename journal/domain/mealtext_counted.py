"""Counts in a food's own word: "shredded wheat 2 biscuits", "a 3 egg omelette"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from journal.domain.amounts import Portion, singular
from journal.domain.mealtext_draft import Amount
from journal.domain.mealtext_hits import Matched
from journal.domain.mealtext_said import Said

Portions = Callable[[str], Sequence[Portion]]
_EGGS = frozenset(["egg", "eggs"])
_EGG_DISHES = frozenset(["omelette", "omelet", "omlette", "frittata", "scramble"])
USUAL_EGGS = 2
_CUT = frozenset(
    ["slice", "piece", "wedge", "square", "strip", "rasher", "link", "rod", "stick"]
)
# "1 small link" is a link, if a small one.
_SIZED = r"1 (?:mini |small |large )?"
_PIECE = re.compile(r"1 ([a-z]+)$")


def with_counted(items: Sequence[Said], portions: Portions) -> list[Said]:
    """Give a number of what a food comes in to that food, where it has no amount."""
    out: list[Said] = []
    for one in items:
        before = out[-1] if out else None
        if before and _counts(before, one, portions):
            draft, matched = before.draft, before.matched or Matched((), None, ())
            draft.amount, draft.end = one.draft.amount, one.draft.end
            words = (*matched.words, *one.draft.words)
            before.matched = replace(matched, words=words)
        else:
            out.append(one)
    return out


def with_slices(items: Sequence[Said], portions: Portions) -> None:
    """Count what was told in its slices: "2 pizza slices" are no two pizzas."""
    for one in items:
        amount, words = one.draft.amount, one.draft.words
        hit = one.matched.hit if one.matched else None
        piece = singular(words[-1]) if len(words) > 1 else ""
        if hit is None or piece not in _CUT or (amount and amount.unit):
            continue
        named = re.compile(rf"{_SIZED}{piece}\b")
        if not any(named.match(own.label) for own in portions(hit.id)):
            continue
        if amount is not None:
            amount.unit = piece
        elif piece == words[-1]:
            one.draft.amount = Amount(number=1.0, unit=piece, is_assumed=True)


def with_eggs(items: Sequence[Said]) -> None:
    """Take the eggs of an omelette for its size: one of three is no three of it."""
    for one in items:
        amount, words = one.draft.amount, one.draft.words
        if amount is None or amount.unit or amount.number is None:
            continue
        told = set(words)
        if _EGGS & told and _EGG_DISHES & told and not amount.is_weak:
            amount.number /= USUAL_EGGS
            amount.is_assumed = True
            found = one.matched or Matched((), None, ())
            # "1 egg" of an omelette is not what was counted.
            kept = tuple(word for word in found.words if word not in _EGGS)
            one.matched = replace(found, words=kept)


def _counts(food: Said, one: Said, portions: Portions) -> bool:
    amount, words = one.draft.amount, one.draft.words
    hit = food.matched.hit if food.matched else None
    if hit is None or food.draft.amount is not None or food.piece is not one.piece:
        return False
    if amount is None or amount.unit or amount.is_size_only or len(words) != 1:
        return False
    named = (_PIECE.match(portion.label) for portion in portions(hit.id))
    return singular(words[0]) in {found[1] for found in named if found}
