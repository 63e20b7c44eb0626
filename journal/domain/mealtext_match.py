"""Which food the words of a piece mean, or that none is meant for certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from journal.domain.foodmatch import ACCEPT, SURE, FoodHit
from journal.domain.mealtext_chunks import Draft

Find = Callable[[str], list[FoodHit]]

EXACT = 0.93
MOST_WORDS = 12
ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Matched:
    """The food meant (None: unknown), the other candidates, and the words used."""

    words: tuple[str, ...]
    hit: FoodHit | None
    alternatives: tuple[FoodHit, ...]


def _matched(words: Sequence[str], hits: Sequence[FoodHit]) -> Matched:
    if hits and hits[0].score >= ACCEPT:
        return Matched(tuple(words), hits[0], tuple(hits[1 : ALTERNATIVES + 1]))
    return Matched(tuple(words), None, tuple(hits[:ALTERNATIVES]))


def joined(words: Sequence[str], find: Find) -> Matched | None:
    """The food that exactly these words name, if one does."""
    if len(words) > MOST_WORDS:
        return None
    hits = find(" ".join(words))
    if hits and hits[0].score >= EXACT:
        return _matched(words, hits)
    return None


def matches_of(draft: Draft, find: Find, *, is_narrative: bool) -> list[Matched]:
    """The foods that a draft's words mean: one, or more where no link was said."""
    words = draft.words[:MOST_WORDS]
    if not any(char.isalpha() for word in words for char in word):
        return []
    every = [word for word in draft.every_word if word != "of"]
    if every != words and len(every) <= 5:
        # "Big Mac", "pound cake": a word of the amount is part of the name.
        named = find(" ".join(every))
        if named and named[0].score >= 0.99:
            draft.amount = None if draft.amount and draft.amount.unit else draft.amount
            return [_matched(every, named)]
    hits = find(" ".join(words))
    best = hits[0].score if hits else 0.0
    if best >= SURE:
        return [_matched(words, hits)]
    apart = _apart(words, find)
    if apart:
        return apart
    shorter = _without_lead(words, find, is_narrative=is_narrative, best=best)
    return [shorter or _matched(words, hits)]


def _apart(words: Sequence[str], find: Find) -> list[Matched]:
    for cut in range(1, min(len(words), 6)):
        left, right = find(" ".join(words[:cut])), find(" ".join(words[cut:]))
        if left and right and min(left[0].score, right[0].score) >= 0.97:
            return [_matched(words[:cut], left), _matched(words[cut:], right)]
    return []


def _without_lead(
    words: Sequence[str], find: Find, *, is_narrative: bool, best: float
) -> Matched | None:
    """Leave out words before the food: talk in a story, an unknown brand elsewhere."""
    for skip in range(1, min(len(words), 4)):
        hits = find(" ".join(words[skip:]))
        if hits and hits[0].score >= SURE and hits[0].score > best:
            is_talk = is_narrative and words[skip - 1].endswith(("ed", "ing"))
            factor = 0.95 if is_talk else 0.75
            sunk = [replace(hit, score=round(hit.score * factor, 4)) for hit in hits]
            return _matched(words, sunk)
    return None
