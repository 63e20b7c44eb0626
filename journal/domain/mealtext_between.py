"""A dish named by a list of its fillings: "ham, cheese and pickle sandwich"."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.amounts import singular
from journal.domain.foodmatch import ACCEPT, MODIFIERS, stem
from journal.domain.mealtext_dishes import (
    BREADED,
    FILLINGS,
    LAYERED,
    SANDWICHED,
    STEWED,
    VEGETABLES,
)
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_filled import NAMED, NOT_NAMED
from journal.domain.mealtext_hits import Find, chosen, lowered
from journal.domain.mealtext_said import (
    Said,
    as_one,
    is_one_clause,
    stems_of,
    words_of_all,
)
from journal.domain.mealtext_slots import AND, LIST

# Sandwiches under names that the table has for one or two of them only.
_LISTED = FILLINGS | VEGETABLES | SANDWICHED
# "A bowl of lentil, pea and barley soup".
_SERVED_IN = frozenset({None, "bowl", "mug", "cup", "serving"})
_FRUIT_PIES = frozenset(
    "apple blackberry rhubarb cherry plum pear blueberry raspberry strawberry".split()  # noqa: SIM905
)
_WHOLE_PIES = _FRUIT_PIES | {"pork", "pumpkin", "fish", "cottage", "shepherds"}
_PLURAL_FILLINGS = frozenset(
    stem(word)
    for word in """
    beans peas mushrooms onions peppers lentils leeks prawns eggs tomatoes pickles
    herbs greens chickpeas olives jalapenos vegetables
    """.split()  # noqa: SIM905
)
_BREAKFAST = frozenset(
    stem(word) for word in ("egg", "eggs", "bacon", "sausage", "ham")
)
_BISCUITS = frozenset(stem(word) for word in ("biscuit", "croissant", "muffin"))
_DISHES = BREADED | LAYERED | STEWED | _BISCUITS
TOASTED = frozenset(
    "panini toastie melt bagel baguette bap ciabatta pitta barm cob".split()  # noqa: SIM905
)


def in_between(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """Two fillings or more of one sandwich, and no such food: a guess.

    "A turkey and Swiss panini", "ham, cheese and pickle doorstop sandwich".
    """
    used = _listed_in(eaten, at)
    if not used or _is_sandwich(eaten[at], find) or _is_beside(eaten[at : at + used]):
        return None
    parts = eaten[at : at + used]
    last = parts[-1].draft.words
    words = words_of_all(parts)
    if last[-1] in TOASTED:
        words = [*words[:-1], "sandwich"]
    simple = [*parts[0].draft.words, words[-1]]
    for asked in (words, simple):
        hits = find(" ".join(asked))
        is_dish = hits and stems_of(hits[0].label) & _DISHES
        if is_dish and hits[0].score >= ACCEPT:
            factor = min(1.0, NOT_NAMED / hits[0].score)
            return as_one(parts, chosen(words, lowered(hits, factor))), used
    return None


def _is_sandwich(one: Said, find: Find) -> bool:
    """Whether a filling's own name is a sandwich's: "grilled cheese"."""
    words = one.draft.words
    hits = find(" ".join(words)) if len(words) > 1 else []
    is_named = bool(hits) and hits[0].score >= NAMED
    return is_named and bool(stems_of(hits[0].name) & BREADED)


def _is_beside(parts: Sequence[Said]) -> bool:
    """Whether two foods were told and no filling: "sausages and apple pie".

    A filling is told in the singular, but for what is always told in the plural.
    """
    first, dish = parts[0].draft.words, parts[-1].draft.words
    if len(parts) > 2 or len(dish) < 2:
        return False
    if dish[-1] == "pie" and dish[-2] in _WHOLE_PIES:
        return dish[-2] not in _FRUIT_PIES or not set(first) & _FRUIT_PIES
    last = first[-1]
    return singular(last) != last and stem(last) not in _PLURAL_FILLINGS


_ROLLS = frozenset(stem(word) for word in TOASTED)


def _listed_in(eaten: Sequence[Said], at: int) -> int:
    """How many pieces are a list of fillings that ends in a dish; 0 where none is."""
    first = eaten[at].draft
    unit = first.amount.unit if first.amount else None
    if unit not in _SERVED_IN or first.is_trailing or not _are_fillings(first):
        return 0
    for used, part in enumerate(eaten[at + 1 : at + 4], start=2):
        draft = part.draft
        if draft.amount is not None or part.piece.link not in {LIST, AND}:
            return 0
        if part.piece.link == AND:
            stems = [stem(word) for word in draft.words]
            heads = _heads(first) if unit is None else frozenset()
            is_dish = len(stems) > 1 and stems[-1] in heads | STEWED
            is_told = is_dish and bool(set(stems[:-1]) & _LISTED)
            if is_told:
                return used if is_one_clause(eaten[at : at + used]) else 0
        if not _are_fillings(draft):
            return 0
    return 0


def _heads(first: Draft) -> frozenset[str]:
    """What such a filling may be in: a biscuit only in an American breakfast."""
    is_breakfast = {stem(word) for word in first.words} & _BREAKFAST
    return BREADED | LAYERED | _ROLLS | (_BISCUITS if is_breakfast else frozenset())


def _are_fillings(draft: Draft) -> bool:
    stems = {stem(word) for word in draft.words if word not in MODIFIERS}
    return bool(stems) and stems <= _LISTED
