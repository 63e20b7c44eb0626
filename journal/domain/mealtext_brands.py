"""Makers, shops and restaurants left out of a food's words before pieces are joined.

"Walkers cheese & onion crisps" is found as the crisps it names, and "McDonald's: fries"
as fries; a restaurant of which no food was told stays as it was written.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.brands import is_restaurant, without_brands
from journal.domain.foodmatch import stem, words_of
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_fewer import TOLD_FLAVOURS
from journal.domain.mealtext_hits import EXACT, Find
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND


def leave_brands(eaten: Sequence[Said], find: Find) -> list[Said]:
    """The same foods without the names of makers, and without mere places to eat."""
    out = [one for one in eaten if not _is_place(one.draft, find)]
    if not out:
        return list(eaten)
    for at, one in enumerate(out):
        after = out[at + 1] if at + 1 < len(out) else None
        # "Walkers cheese" may go on: "& onion crisps".
        is_whole = after is None or after.piece.link != AND
        is_whole |= after is not None and after.draft.amount is not None
        _leave(one.draft, find, is_whole=is_whole)
    return out


def _is_place(draft: Draft, find: Find) -> bool:
    is_told = draft.amount is not None and not draft.amount.is_weak
    if is_told or not is_restaurant(draft.words):
        return False
    # "KFC" alone is what it is known for.
    hits = find(" ".join(draft.words))
    return not hits or hits[0].score < EXACT


def _leave(draft: Draft, find: Find, *, is_whole: bool) -> None:
    words = without_brands(draft.words, is_whole=is_whole)
    if words == draft.words or _is_named(draft.words, words, find):
        return
    for cut in range(len(draft.words) - 1, 1, -1):
        # "Quaker chewy s'mores": a maker's product and its flavour.
        product, rest = draft.words[:cut], draft.words[cut:]
        plain = without_brands(product)
        is_flavour = {stem(word) for word in rest} <= TOLD_FLAVOURS
        if is_flavour and plain != product and _is_named(product, plain, find):
            draft.words = product
            return
    draft.told = draft.words
    every = [word for word in draft.every_word if word not in draft.words]
    draft.words, draft.every_word = words, [*every, *words]


def _is_named(words: Sequence[str], plain: Sequence[str], find: Find) -> bool:
    """Whether the food goes by the maker's name: "Heinz beans", "Starbucks latte"."""
    hits = find(" ".join(words))
    if not hits or hits[0].score < EXACT:
        return False
    kept = {one for word in plain for one in words_of(word)}
    brand = {one for word in words for one in words_of(word)} - kept
    return bool(brand & set(words_of(hits[0].label)))
