"""Makers, shops and restaurants left out of a food's words before pieces are joined.

"Walkers cheese & onion crisps" is found as the crisps it names, and "McDonald's: fries"
as fries; a restaurant of which no food was told stays as it was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from journal.domain.brands import is_pizzeria, is_restaurant, without_brands
from journal.domain.foodmatch import stem, words_of
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_fewer import TOLD_FLAVOURS
from journal.domain.mealtext_hits import EXACT, Find
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, LINK

_LENGTHS = frozenset(["footlong", "footlongs"])


def leave_brands(eaten: Sequence[Said], find: Find) -> list[Said]:
    """The same foods without the names of makers, and without mere places to eat."""
    for one, then in pairwise(eaten):
        if is_pizzeria(one.draft.words) and then.draft.words == without_brands(
            then.draft.words
        ):
            # "Domino's: 2 slices pepperoni" is no sausage.
            name = [*one.draft.words, *then.draft.words]
            told = without_brands(name)
            then.draft.words = told if told[-1] == "pizza" else then.draft.words
    out = [
        one
        for one, then in zip_longest(eaten, eaten[1:])
        # "Whataburger with cheese" is something to eat.
        if (then and then.piece.link == LINK) or not _is_place(one.draft, find)
    ]
    if not out:
        return list(eaten)
    for at, one in enumerate(out):
        after = out[at + 1] if at + 1 < len(out) else None
        # "Walkers cheese" may go on: "& onion crisps".
        is_whole = after is None or after.piece.link != AND
        is_whole |= after is not None and after.draft.amount is not None
        if not is_whole and after is not None and _goes_on(one, after, find):
            continue
        _leave(one.draft, find, is_whole=is_whole)
        _by_length(one.draft, find)
    return out


def _by_length(draft: Draft, find: Find) -> None:
    """Read "a footlong tuna" as the sub that it is."""
    if not _LENGTHS & set(draft.words):
        return
    asked = [word for word in draft.words if word not in _LENGTHS]
    hits = find(" ".join([*asked, "sub"])) if asked else []
    is_sub = bool(hits) and hits[0].score >= EXACT and "sub" not in asked
    if is_sub and "sub" in words_of(hits[0].label):
        draft.words = [*draft.words, "sub"]


def _goes_on(one: Said, after: Said, find: Find) -> bool:
    """Whether a maker's own thing has a link in its name: "Arby's beef & cheddar"."""
    words, plain = one.draft.words, without_brands(one.draft.words)
    told = ["and", *after.draft.words]
    return words != plain and _is_named([*words, *told], [*plain, *told], find)


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
    label = {stem(one) for one in words_of(hits[0].label)}
    return bool({stem(one) for one in brand} & label)
