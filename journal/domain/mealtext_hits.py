"""The foods found for some words, and the one of them that is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from journal.domain.foodmatch import ACCEPT, FoodHit

Find = Callable[[str], list[FoodHit]]
EXACT = 0.9
ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Matched:
    """The food meant (None: unknown), the other candidates, and the words used."""

    words: tuple[str, ...]
    hit: FoodHit | None
    alternatives: tuple[FoodHit, ...]


def chosen(words: Sequence[str], hits: Sequence[FoodHit]) -> Matched:
    """The first of ``hits`` where it is good enough to fill in, else none."""
    if hits and hits[0].score >= ACCEPT:
        return Matched(tuple(words), hits[0], tuple(hits[1 : ALTERNATIVES + 1]))
    return Matched(tuple(words), None, tuple(hits[:ALTERNATIVES]))


def lowered(hits: Sequence[FoodHit], factor: float) -> list[FoodHit]:
    """The same foods, less surely."""
    return [replace(hit, score=round(hit.score * factor, 4)) for hit in hits]
