"""A dish and what is in it, which would count twice apart: "a burrito with egg"."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import (
    ACCEPT,
    MODIFIERS,
    STOPWORDS,
    FoodHit,
    stem,
    words_of,
)
from journal.domain.mealtext_dishes import (
    BAKED,
    BAKED_IN,
    BESIDE,
    BREADED,
    BREADS,
    FILLED,
    FILLINGS,
    KINDS,
    MILKS,
    MILKY,
)
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import Find, chosen, lowered
from journal.domain.mealtext_links import BESIDE as APART_FROM
from journal.domain.mealtext_links import INSIDE, ON
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
WITH, SAME, NAMED = 0.85, 0.97, 0.95


def filled(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """A dish and what is in it: "a burrito with egg, cheese and sausage"."""
    first = eaten[at].draft
    if first.is_trailing or not first.words:
        return None
    parts = [eaten[at]]
    for part in eaten[at + 1 : at + 6]:
        link = part.piece.link
        wanted = {LINK} if len(parts) == 1 else {LINK, LIST, AND}
        is_last = part.draft.is_trailing and not is_counted(first)
        is_apart = part.draft.amount and not is_last
        is_apart = is_apart and not on_bread(eaten, at, len(parts))
        is_apart = is_apart or part.piece.way == APART_FROM
        if link not in wanted or is_apart or not _is_inside(first, part):
            break
        parts.append(part)
        if is_last:
            break
    if len(parts) == 1 or not is_one_clause(parts):
        return None
    words = words_of_all(parts)
    measured = [part for part in parts if not is_sliced(part.draft)]
    measured = measured if parts[0] in measured else parts
    head = stem(first.words[-1])
    hits = _find_dish(parts, head, find)
    is_found = bool(hits) and hits[0].score >= WITH and not names_bread(hits[0].name)
    # Under another word for it every word is found: "an omelet with cheese".
    if is_found and (hits[0].score >= SAME or _is_dish(hits[0], head)):
        return as_one(parts, chosen(words, hits), measured), len(parts)
    guess = _of_some(parts, head, find) or _plain(parts, head, find)
    if not guess:
        return None
    return as_one(parts, chosen(words, guess), measured), len(parts)


def _plain(parts: Sequence[Said], head: str, find: Find) -> list[FoodHit]:
    """The dish whatever is in it, as a guess; a bread told with it makes no other."""
    plain = find(" ".join(parts[0].draft.words))
    if not plain or plain[0].score < ACCEPT:
        return []
    is_bread = {stem(word) for word in parts[1].draft.words} <= BREADS
    is_plain = head in BREADED and len(parts) == 2 and is_bread
    factor = TOLD_CLOSER if is_plain else min(1.0, NOT_NAMED / plain[0].score)
    return lowered(plain, factor)


def _of_some(parts: Sequence[Said], head: str, find: Find) -> list[FoodHit]:
    """The dish that has the first of the parts, as a guess: ramen with pork and egg."""
    most = len(parts) - 1 if head in FILLED else 0
    for used in range(most, 1, -1):
        hits = _find_dish(parts[:used], head, find)
        # "Stewing beef" is no stew.
        is_so = bool(hits) and parts[0].draft.words[-1] in words_of(hits[0].name)
        if is_so and hits[0].score >= WITH and _is_dish(hits[0], head):
            return lowered(hits, min(1.0, NOT_NAMED / hits[0].score))
    return []


def _named_by(words: Sequence[str], find: Find) -> list[FoodHit]:
    """The foods of that name; "on white bread" is "on white" in some."""
    hits = find(" ".join(words))
    bare = [word for word in words if word != "bread"]
    if len(bare) == len(words) or (hits and hits[0].score >= WITH):
        return hits
    return find(" ".join(bare))


def _find_dish(parts: Sequence[Said], head: str, find: Find) -> list[FoodHit]:
    hits = _named_by(words_of_all(parts), find)
    if hits and not _is_dish(hits[0], head):
        # "Sandwich ham" is a ham; a sandwich with ham is a ham sandwich.
        inside = [word for part in parts[1:] for word in part.draft.words]
        return find(" ".join([*inside, *parts[0].draft.words]))
    return hits


def _is_dish(hit: FoodHit, head: str) -> bool:
    """Whether a food is the dish itself, by its name or the end of another name.

    A name with a "with" tells the dish first: "omelette with meat".
    """
    label, named = words_of(hit.label), stems_of(hit.name)
    if "with" in label and hit.score >= NAMED:
        return True
    is_bread = head in BREADED and bool(named & (BREADED | BREADS))
    return is_bread or head in named or (bool(label) and stem(label[-1]) == head)


def names_bread(name: str) -> bool:
    """Whether a food is bread itself: of a burger on a bun only the bun.

    "Egg and bacon bagel" has what is in it.
    """
    lead = words_of(name.split(",", maxsplit=1)[0])
    return bool(lead) and stem(lead[-1]) in BREADS and "and" not in lead


def _is_inside(dish: Draft, part: Said) -> bool:
    head = stem(dish.words[-1])
    if dish.words[-1] in {"fries", "scrambled"}:
        return False
    stems = {stem(word) for word in part.draft.words if word not in STOPWORDS}
    stems -= {stem(word) for word in MODIFIERS if stem(word) not in FILLINGS}
    if head in MILKY and stems <= MILKS:
        return True
    if head in BREADED and stems and stems <= BREADS:
        return True
    if head in BAKED and stems and stems <= BAKED_IN:
        return "hot" not in part.draft.words
    if head == "fry":
        # The noodles or the rice beside a stir-fry are no part of it.
        return bool(stems) and stems <= FILLINGS - BESIDE
    return head in FILLED and bool(stems) and _is_filling(part.draft.words, stems)


def _is_filling(words: Sequence[str], stems: set[str]) -> bool:
    """Whether a filling is told, perhaps of which kind: "ground beef"."""
    return stem(words[-1]) in FILLINGS and stems <= FILLINGS | KINDS


def on_bread(
    eaten: Sequence[Said], at: int, used: int, *, is_sandwich: bool = False
) -> int:
    """1 where the bread of a sandwich is told after it, else 0."""
    after = eaten[at + used] if at + used < len(eaten) else None
    if after is None or after.piece.link != LINK or after.piece.way == APART_FROM:
        return 0
    is_own = is_sliced(after.draft) and after.piece.way in {ON, INSIDE}
    if is_counted(after.draft) and not is_own:
        return 0
    is_sandwich |= stem(eaten[at + used - 1].draft.words[-1]) in BREADED
    told = {stem(one) for one in after.draft.words if one not in MODIFIERS}
    return int(is_sandwich and bool(told) and told <= BREADS)


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


def is_sliced(draft: Draft) -> bool:
    """Whether the two slices of a sandwich are told, or one of them."""
    amount = draft.amount
    if amount is None or amount.unit not in {"slice", "piece"}:
        return False
    return amount.quantity <= 2


def is_counted(draft: Draft) -> bool:
    """Whether more of an amount was said than "a"."""
    amount = draft.amount
    is_article = amount and amount.is_weak and not amount.unit and not amount.size
    return amount is not None and not is_article
