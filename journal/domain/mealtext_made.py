"""What a dish was made with is no food of its own: "pancakes made with oat flour".

The dish is counted once. Which ingredients it has may make another of it than the
table's, so that the page asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import ACCEPT, stem
from journal.domain.mealtext_dishes import BREADED
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_filled import NOT_NAMED, is_counted
from journal.domain.mealtext_hits import Find, chosen, lowered
from journal.domain.mealtext_links import BESIDE
from journal.domain.mealtext_said import Said, as_one, is_one_clause, words_of_all
from journal.domain.mealtext_slots import AND, LIST

_MOST_PARTS = 8
# These are no more than what is told of them.
_ONLY_PARTS = BREADED | frozenset(
    stem(word)
    for word in "salad plate bowl platter toast".split()  # noqa: SIM905
)


def made_of(
    eaten: Sequence[Said], at: int, find: Find, found: tuple[Said, int] | None
) -> tuple[Said, int] | None:
    """The dish with its ingredients as one food, asked, and how many pieces these are.

    ``found`` is what the pieces are without that rule; it stays where it has them all.
    """
    dish = eaten[at].draft
    parts = [eaten[at], *_ingredients(eaten, at)]
    used = found[1] if found else 1
    if len(parts) <= max(used, 1) or not is_one_clause(parts):
        return found
    if not dish.words or dish.is_trailing or stem(dish.words[-1]) in _ONLY_PARTS:
        return found
    known = found[0].matched if found else None
    hits = [known.hit] if known and known.hit else find(" ".join(dish.words))
    if not hits or hits[0].score < ACCEPT:
        return found
    asked = lowered(hits, min(1.0, NOT_NAMED / hits[0].score))
    one = as_one(parts, chosen(words_of_all(parts), asked), parts[:1])
    return one, len(parts)


def _ingredients(eaten: Sequence[Said], at: int) -> list[Said]:
    """What is listed after "made with", up to the last that "and" joins to it."""
    parts: list[Said] = []
    for part in eaten[at + 1 : at + _MOST_PARTS]:
        link = part.piece.link
        is_first = not parts
        is_listed = part.piece.is_made if is_first else link in {LIST, AND}
        if not is_listed or part.piece.way == BESIDE or not part.draft.words:
            break
        if not is_first and _is_new(parts[0].draft, part.draft):
            break
        parts.append(part)
        if link == AND:
            break
    return parts


def _is_new(first: Draft, part: Draft) -> bool:
    """Whether only what comes later is counted: "made with oats, and two coffees"."""
    return is_counted(part) and not is_counted(first)
