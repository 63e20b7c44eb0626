"""One dish named by two fillings, only one of which the table knows it with.

"A bean and cheese soft taco" is one taco: before a filling in the singular, "a" and a
number are those of the dish. It is a guess, so that the page asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.amounts import singular
from journal.domain.foodmatch import stem
from journal.domain.mealtext_dishes import BREADED, FILLINGS, LAYERED
from journal.domain.mealtext_doubt import MAYBE_INSIDE
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import Find, chosen, lowered
from journal.domain.mealtext_said import Said, as_one, is_one_clause, words_of_all
from journal.domain.mealtext_slots import AND

_HEADS = (
    BREADED
    | LAYERED
    | frozenset(
        stem(word)
        for word in """
        taco tostada enchilada fajita gordita chimichanga empanada tamale pupusa arepa
        muffin bagel croissant calzone samosa pasty turnover frittata
        """.split()  # noqa: SIM905
    )
)
_KNOWN = 0.8
_MOST_WORDS = 3


def of_two(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """The dish of two fillings from ``at`` and its two pieces; None where it is none.

    The dish alone must be known; "2 eggs and cheese" are no filling in the singular.
    """
    parts = eaten[at : at + 2]
    if len(parts) < 2 or parts[1].piece.link != AND or not is_one_clause(parts):
        return None
    first, dish = parts[0].draft, parts[1].draft
    if not _is_first_filling(first) or not _is_dish(dish):
        return None
    hits = find(" ".join(dish.words))
    if not hits or hits[0].score < _KNOWN:
        return None
    factor = min(1.0, MAYBE_INSIDE / hits[0].score)
    found = chosen(words_of_all(parts), lowered(hits, factor))
    return as_one(parts, found, parts[:1]), 2


def _is_first_filling(draft: Draft) -> bool:
    amount, words = draft.amount, draft.words
    if amount is None or amount.unit or draft.is_trailing or draft.total is not None:
        return False
    is_filling = len(words) == 1 and stem(words[0]) in FILLINGS
    return is_filling and singular(words[0]) == words[0]


def _is_dish(draft: Draft) -> bool:
    words = draft.words
    is_short = 1 < len(words) <= _MOST_WORDS
    return is_short and draft.amount is None and stem(words[-1]) in _HEADS
