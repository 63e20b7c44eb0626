"""A dish and what is in it, which would count twice apart: "a burrito with egg"."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import MODIFIERS, STOPWORDS, SURE, stem, words_of
from journal.domain.mealtext_dishes import (
    BAKED,
    BAKED_IN,
    BESIDE,
    BREADED,
    BREADS,
    FILLED,
    FILLINGS,
    LAYERED,
    MILKS,
    MILKY,
)
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import Find, chosen, lowered
from journal.domain.mealtext_said import (
    Said,
    as_one,
    is_one_clause,
    stems_of,
    words_of_all,
)
from journal.domain.mealtext_slots import AND, LINK, LIST

# A dish of this much else than its name says is a guess.
NOT_NAMED = 0.72
# Told more closely than the table does: the food itself, a little less surely.
TOLD_CLOSER = 0.9
WITH = 0.85
# Sandwiches under names that the table has for one or two of them only.
TOASTED = frozenset({"panini", "toastie", "melt", "bagel", "baguette"})


def filled(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """A dish and what is in it: "a burrito with egg, cheese and sausage"."""
    first = eaten[at].draft
    if first.is_trailing or not first.words:
        return None
    parts = [eaten[at]]
    for part in eaten[at + 1 : at + 6]:
        link = part.piece.link
        wanted = {LINK} if len(parts) == 1 else {LINK, LIST, AND}
        is_last = part.draft.is_trailing and not _is_counted(first)
        is_apart = part.draft.amount and not is_last
        is_apart = is_apart and not on_bread(eaten, at, len(parts))
        if link not in wanted or is_apart or not _is_inside(first, part):
            break
        parts.append(part)
        if is_last:
            break
    if len(parts) == 1 or not is_one_clause(parts):
        return None
    words = words_of_all(parts)
    hits = find(" ".join(words))
    head = stem(first.words[-1])
    is_found = bool(hits) and hits[0].score >= WITH and not names_bread(hits[0].name)
    if is_found and head in stems_of(hits[0].label):
        return as_one(parts, chosen(words, hits)), len(parts)
    plain = find(" ".join(first.words))
    if not plain or plain[0].score < SURE:
        return None
    is_bread = {stem(word) for word in parts[1].draft.words} <= BREADS
    is_plain = head in BREADED and len(parts) == 2 and is_bread
    factor = TOLD_CLOSER if is_plain else NOT_NAMED
    return as_one(parts, chosen(words, lowered(plain, factor))), len(parts)


def names_bread(name: str) -> bool:
    """Whether a food is bread itself: of a burger on a bun only the bun."""
    lead = words_of(name.split(",", maxsplit=1)[0])
    return bool(lead) and stem(lead[-1]) in BREADS


def _is_inside(dish: Draft, part: Said) -> bool:
    head = stem(dish.words[-1])
    if dish.words[-1] == "fries":
        return False
    stems = {stem(word) for word in part.draft.words if word not in STOPWORDS}
    stems -= {stem(word) for word in MODIFIERS if stem(word) not in FILLINGS}
    if head in MILKY and stems <= MILKS:
        return True
    if head in BREADED and stems and stems <= BREADS:
        return True
    if head in BAKED and stems and stems <= BAKED_IN:
        return True
    if head == "fry":
        # The noodles or the rice beside a stir-fry are no part of it.
        return bool(stems) and stems <= FILLINGS - BESIDE
    return head in FILLED and bool(stems) and stems <= FILLINGS


def on_bread(eaten: Sequence[Said], at: int, used: int) -> int:
    """1 where the bread of a sandwich is told after it, else 0."""
    after = eaten[at + used] if at + used < len(eaten) else None
    if after is None or after.piece.link != LINK or _is_counted(after.draft):
        return 0
    is_sandwich = stem(eaten[at + used - 1].draft.words[-1]) in BREADED
    return int(is_sandwich and {stem(one) for one in after.draft.words} <= BREADS)


def more_inside(eaten: Sequence[Said], at: int, used: int) -> int:
    """How many more foods are told as in a dish: "nachos with cheese and beans"."""
    if eaten[at + used - 1].piece.link != LINK:
        return 0
    inside = 0
    for part in eaten[at + used : at + used + 4]:
        is_told = part.piece.link in {AND, LIST} and part.draft.amount is None
        if not is_told or not _is_inside(eaten[at].draft, part):
            break
        inside += 1
    return inside


def _is_counted(draft: Draft) -> bool:
    """Whether more of an amount was said than "a"."""
    amount = draft.amount
    is_article = amount and amount.is_weak and not amount.unit and not amount.size
    return amount is not None and not is_article


def in_between(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """Two fillings of one sandwich, and no such food: "a turkey and Swiss panini"."""
    if at + 1 >= len(eaten):
        return None
    first, second = eaten[at].draft, eaten[at + 1].draft
    amount = first.amount
    is_article = amount is not None and amount.is_weak and amount.unit is None
    if not is_article or second.amount is not None or len(second.words) < 2:
        return None
    lead = {stem(word) for word in [*first.words, *second.words[:-1]]}
    is_dish = stem(second.words[-1]) in BREADED | LAYERED
    if eaten[at + 1].piece.link != AND or not is_dish or not lead <= FILLINGS:
        return None
    words = words_of_all(eaten[at : at + 2])
    hits = find(" ".join(words))
    if second.words[-1] in TOASTED:
        hits = find(" ".join([*words[:-1], "sandwich"]))
    if not hits or not stems_of(hits[0].label) & (BREADED | LAYERED):
        return None
    factor = min(1.0, NOT_NAMED / hits[0].score)
    return as_one(eaten[at : at + 2], chosen(words, lowered(hits, factor))), 2
