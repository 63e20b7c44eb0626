"""A dish with what is told as in it, as one food: "a wrap filled with tuna".

What "filled with", "made with" and the like open is in the dish; after a plain "with"
only what goes into such dishes is. The lists of words are closed: nothing else is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import (
    MODIFIERS,
    STOPWORDS,
    SURE,
    stem,
    words_of,
)
from journal.domain.mealtext_called import called, is_bread
from journal.domain.mealtext_contents import (
    AMONG_FILLINGS,
    BESIDE_THESE,
    HOLDERS,
    SANDWICHES,
    USUAL,
    goes_in,
    named_for,
)
from journal.domain.mealtext_dishes import BREADED, FILLINGS, KINDS
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_filled import is_counted, is_sliced
from journal.domain.mealtext_hits import Find, Matched, chosen
from journal.domain.mealtext_links import BESIDE, INSIDE, ON
from journal.domain.mealtext_parts import Told
from journal.domain.mealtext_said import Said, as_one, is_one_clause, words_of_all
from journal.domain.mealtext_slots import AND, LINK, LIST

_MOST_PARTS = 8
_LIGHT = frozenset(stem(word) for word in MODIFIERS)
_WRAPPED = frozenset([stem("wrap")])


def told_inside(
    eaten: Sequence[Said], at: int, find: Find, found: tuple[Said, int] | None
) -> tuple[Said, int] | None:
    """A dish with the parts told as in it, and how many pieces these are.

    ``found`` is what the pieces are by their words alone; it stays where no dish with
    its parts is told, and where it has all of them in its name.
    """
    dish = eaten[at].draft
    head = stem(dish.words[-1]) if dish.words else ""
    if head not in HOLDERS or dish.is_trailing:
        return found
    parts = _parts(eaten, at)
    if len(parts) < 2 or not is_one_clause(parts):
        return found
    told = Told(parts)
    if found and told.is_other(found[0]):
        found = None
    if found and found[1] >= len(parts) and told.names_all(found[0]):
        return found
    one = told.whole(find)
    is_inside = parts[1].piece.way == INSIDE or head in AMONG_FILLINGS
    if one is None and (is_inside or _is_short(found, len(parts))):
        one = told.guess(find)
    return (_as_one(parts, one), len(parts)) if one else found


def _is_short(found: tuple[Said, int] | None, used: int) -> bool:
    """Whether a guess leaves out the last of the parts: "with mustard on a bun"."""
    if found is None or found[1] >= used or found[0].matched is None:
        return False
    hit = found[0].matched.hit
    return hit is not None and hit.score < SURE


def goes_on(
    eaten: Sequence[Said], at: int, find: Find, found: tuple[Said, int]
) -> tuple[Said, int]:
    """A dish named in several pieces, with the parts told after it.

    "A ham and cheese omelette made with spinach".
    """
    one, used = found
    last = eaten[at + used - 1]
    head = last.draft.words[-1:]
    if used < 2 or not head or stem(head[0]) not in HOLDERS or last.piece.link == LINK:
        return found
    name = Draft(one.draft.start, one.draft.end, list(one.draft.words))
    name.amount, name.share = one.draft.amount, one.draft.share
    rest = [Said(name, one.piece, one.matched), *eaten[at + used : at + used + 8]]
    more = told_inside(rest, 0, find, None)
    return (more[0], used + more[1] - 1) if more else found


def in_bread(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """A food and its bun where they go by one name: "a frankfurter in a roll"."""
    parts = eaten[at : at + 2]
    if len(parts) < 2 or parts[0].draft.is_trailing or not parts[0].draft.words:
        return None
    after = parts[1]
    is_bun = after.draft.words[-1:] in (["bun"], ["buns"], ["roll"], ["rolls"])
    if not is_bun or after.piece.way != ON or not is_bread(after.draft.words):
        return None
    if is_counted(after.draft) or not is_one_clause(parts):
        return None
    words = parts[0].draft.words
    hits = find(" ".join([*words, "in", "a", "bun"]))
    asked = {*(stem(word) for word in words), "bun"} - _LIGHT
    named = {stem(word) for word in words_of(hits[0].label)} if hits else set()
    if named - {stem(word) for word in STOPWORDS} != asked:
        return None
    one = as_one(parts, chosen(words_of_all(parts), hits))
    one.draft.amount = parts[0].draft.amount
    return one, 2


def _as_one(parts: Sequence[Said], found: Matched) -> Said:
    one = as_one(parts, found)
    last = parts[-1].draft
    # "On 2 slices of rye" is no two sandwiches; "…and cheese, 300 g" is all of it.
    is_whole = last.is_trailing and not last.is_each
    one.draft.amount = last.amount if is_whole else parts[0].draft.amount
    for part in parts[1:]:
        if part.draft.amount and _are_eggs(parts[0].draft, part.draft):
            one.draft.amount = part.draft.amount
    return one


def _parts(eaten: Sequence[Said], at: int) -> list[Said]:
    dish = eaten[at].draft
    head = stem(dish.words[-1])
    parts = [eaten[at]]
    for part in eaten[at + 1 : at + _MOST_PARTS]:
        is_last = part.draft.is_trailing and not is_counted(dish)
        is_on = is_bread(part.draft.words) and head in BREADED
        if not _is_linked(parts, part) or not part.draft.words:
            break
        if part.draft.amount and not is_last and not _is_own(head, dish, part):
            break
        if not is_on and not _goes_in(parts, head, part):
            break
        parts.append(part)
        if is_last:
            break
    among = AMONG_FILLINGS.get(head, frozenset())
    is_beside = all(_stems_of(part.draft.words) <= among for part in parts[1:])
    return parts[:1] if is_beside else parts


def _is_linked(parts: Sequence[Said], part: Said) -> bool:
    link, way = part.piece.link, part.piece.way
    if way == BESIDE:
        return False
    if len(parts) == 1:
        return link == LINK
    if link == LINK:
        is_open = way == INSIDE or is_bread(parts[-1].draft.words)
        return is_open or is_bread(part.draft.words)
    return link in {LIST, AND}


def _goes_in(parts: Sequence[Said], head: str, part: Said) -> bool:
    stems = _stems_of(part.draft.words)
    if "fries" in part.draft.words:
        return False
    if stems and stems <= named_for(parts[0].draft.words):
        return True
    ways = {part.piece.way, *(one.piece.way for one in parts[1:2])}
    if INSIDE in ways:
        return bool(stems) and goes_in(head, stems)
    # "With guacamole" may as well be beside tacos, mayo is not beside a sandwich.
    usual = USUAL[head] if head in BREADED | _WRAPPED else frozenset()
    known = FILLINGS | usual | AMONG_FILLINGS.get(head, frozenset())
    is_filling = bool(stems & known) and stems <= known | KINDS
    return is_filling and head not in BESIDE_THESE


def _is_own(head: str, dish: Draft, part: Said) -> bool:
    """Whether what has an amount is still the dish's own: "on a bun", "on 2 slices".

    "And an apple" is beside it; "topped with a fried egg" is in it.
    """
    if _are_eggs(dish, part.draft):
        return True
    way = part.piece.way
    if is_counted(part.draft):
        is_own = head in SANDWICHES and is_sliced(part.draft)
        return is_own and is_bread(part.draft.words) and way in {ON, INSIDE}
    is_on = is_bread(part.draft.words) and part.piece.link == LINK
    return way == INSIDE or (is_on and way == ON)


def _stems_of(words: Sequence[str]) -> set[str]:
    told = {stem(one) for word in words for one in words_of(word)}
    return told - {stem(one) for one in STOPWORDS} - (_LIGHT - FILLINGS)


def _are_eggs(dish: Draft, part: Draft) -> bool:
    """Whether eggs are counted that make an omelette: they tell its size."""
    is_omelette = called(dish.words[-1]) == stem("omelette") and not is_counted(dish)
    amount = part.amount
    is_number = amount is not None and amount.unit is None and not amount.is_times
    return is_omelette and is_number and part.words in (["egg"], ["eggs"])
