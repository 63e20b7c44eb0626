"""Names as tables of foods write them, with the amount before: one food each.

"2 oz Salted Almonds - Almonds" is one food, of "0.5 cup Hillcrest - Apple Sauce" the
maker leads, and what is in "2 cups soup with beans, kale and noodles" is in the cups.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.domain import mealtext_words as said
from journal.domain.brands import without_brands
from journal.domain.foodmatch import (
    ACCEPT,
    MODIFIERS,
    STOPWORDS,
    SURE,
    FoodHit,
    stem,
)
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import EXACT, Find, chosen, lowered
from journal.domain.mealtext_rows import HOLDING
from journal.domain.mealtext_said import Said, as_one, stems_of, told_stems
from journal.domain.mealtext_slots import AND, LINK, LIST
from journal.domain.mealtext_units import UNITS

# The page asks: it may as well be several foods.
GUESSED = 0.72
_DASH = re.compile(r"\s*\(?\)?\s+[-–—]\s+\(?")
_COMMA = re.compile(r"\s*,\s*")
# Told before a dash in a maker's place.
_NO_MAKER = frozenset("generic homemade home made bulk store brand own".split())  # noqa: SIM905
# Stands for the food that a maker's name would leave.
_ANY = "anything"
# Named after the comma, as of oils and cheeses: "Oil, sesame".
_LEADING = frozenset(stem(word) for word in "oil cheese vinegar flour juice".split())  # noqa: SIM905
_MADE_OF_MORE = frozenset(
    stem(word)
    for word in "sauce dressing dip spread soup mix salad bread relish".split()  # noqa: SIM905
)
# Beside a soup or a salad, not in it.
_BESIDE = frozenset(
    stem(word)
    for word in """
    crackers cracker bread toast roll baguette crisps chips fries apple coke cola water
    tea coffee juice wine beer sandwich wrap biscuit biscuits cookie yogurt yoghurt
    naan pitta pita breadstick breadsticks garlic-bread milk rice
    """.split()  # noqa: SIM905
)
_MEASURES = frozenset(["bowl", "plate", "serving"])


def with_table_names(text: str, eaten: Sequence[Said], find: Find) -> list[Said]:
    """The foods, each row of a table one of them."""
    out: list[Said] = []
    at = 0
    while at < len(eaten):
        found = _row(text, eaten, at, find)
        one, used = found or (eaten[at], 1)
        out.append(one)
        at += used
    return out


def _row(
    text: str, eaten: Sequence[Said], at: int, find: Find
) -> tuple[Said, int] | None:
    first = eaten[at].draft
    if not first.words or not _is_told(first):
        return None
    rest = _listed_after(eaten, at)
    if not rest:
        return None
    between = text[first.end : rest[0].draft.start]
    if _DASH.fullmatch(between):
        return _dashed(eaten[at], rest, find) or _holding(eaten[at], rest, find)
    if _COMMA.fullmatch(between):
        return _turned(eaten[at], rest, find) or _made(eaten[at], rest, find)
    return _holding(eaten[at], rest, find)


def _is_told(draft: Draft) -> bool:
    """Whether more of an amount leads than "a"."""
    amount = draft.amount
    if amount is None or draft.is_trailing:
        return False
    return bool(amount.unit) or (amount.number is not None and not amount.is_weak)


def _listed_after(eaten: Sequence[Said], at: int) -> list[Said]:
    """What goes on in the same breath without an amount of its own."""
    found: list[Said] = []
    for part in eaten[at + 1 : at + 12]:
        if part.piece.link not in {LIST, AND, LINK} or part.draft.amount is not None:
            break
        found.append(part)
    return found


def _dashed(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    first, after = one.draft, rest[0].draft
    named, told = told_stems(first.words), told_stems(after.words)
    heads = {stem(first.words[-1]), stem(after.words[-1])} if after.words else set()
    if heads & named & told:
        # "5 oz Grilled Trout - Trout Fillet": told twice.
        longer, shorter = sorted((first, after), key=lambda d: -len(d.words))
        best = _best(longer.words, find)
        words = longer.words if best >= SURE else shorter.words
        return _with_amount(one, rest[:1], words), 2
    if not _is_maker(first.words, find):
        return None
    return _of_maker(one, rest, find)


def _of_maker(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """The food after its maker, with the amount that stood before the maker."""
    parts = rest[:1]
    for part in rest[1:]:
        if part.piece.link != AND:
            break
        parts.append(part)
    words = list(parts[0].draft.words)
    if not words or all(word in MODIFIERS for word in words):
        return None
    if len(parts) == 1:
        return _with_amount(one, parts, words), 2
    for part in parts[1:]:
        words += ["and", *part.draft.words]
    hits = find(" ".join(words))
    is_one = stem(words[-1]) in _MADE_OF_MORE
    if hits and hits[0].score >= SURE:
        found = chosen(words, hits)
    elif is_one:
        # "Fried Shallot & Pepper Sauce" is a sauce, whichever.
        found = chosen(words, _guessed(parts[-1].draft.words, find))
    else:
        return None
    whole = as_one([one, *parts], found)
    return whole, 1 + len(parts)


def _is_maker(words: Sequence[str], find: Find) -> bool:
    """Whether words before a dash or a comma name no food: a maker, most likely."""
    if all(word in _NO_MAKER | STOPWORDS for word in words):
        return True
    if without_brands([*words, _ANY]) == [_ANY]:
        return True
    return len(words) < 5 and not any(
        _best(words[at:], find) >= EXACT for at in range(len(words))
    )


def _turned(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A name turned round, and what tells it closer: "Cheese, Swiss, sliced"."""
    head = one.draft.words
    told = rest[0].draft.words
    if len(head) != 1 or stem(head[0]) not in _LEADING or len(told) > 3:
        return None
    words = [*told, *head]
    hits = find(" ".join(words))
    is_named = bool(hits) and hits[0].score >= EXACT and not hits[0].is_stand_in
    if not is_named or not told_stems(words) <= stems_of(hits[0].label):
        return None
    used = 1 + sum(1 for part in rest[1:] if _only_closer(part.draft.words))
    if used < len(rest):
        return None
    found = chosen(words, lowered(hits, min(1.0, GUESSED / hits[0].score)))
    return as_one([one, *rest], found), 1 + used


def _only_closer(words: Sequence[str]) -> bool:
    return all(word in said.CLOSER | MODIFIERS or word in _KINDS for word in words)


_KINDS = frozenset(["sharp", "mild", "mature", "strong", "light", "parboiled"])


def _made(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A maker before a comma: "100 g Millbrook, Rice, Brown, Cooked"."""
    if not _is_maker(one.draft.words, find):
        return None
    parts = [part for part in rest if not _only_closer(part.draft.words)]
    if not parts or parts[0] is not rest[0] or len(parts) > 2:
        return None
    words = [word for part in reversed(parts) for word in part.draft.words]
    every = [word for part in rest for word in part.draft.words]
    closer = [word for word in every if _only_closer([word])]
    asked = [*words, *(word for word in closer if word not in words)]
    hits = _first_named([asked, words], find)
    own = find(" ".join(one.draft.words))
    is_food = bool(own) and own[0].score >= EXACT
    if not hits or (is_food and not stems_of(own[0].name) & stems_of(hits[0].name)):
        # "170 g Chobani, granola" is yoghurt and granola.
        return None
    found = chosen(words, lowered(hits, min(1.0, GUESSED / hits[0].score)))
    return as_one([one, *rest], found), 1 + len(rest)


def _first_named(ways: Sequence[Sequence[str]], find: Find) -> list[FoodHit]:
    for words in ways:
        hits = find(" ".join(words))
        if hits and hits[0].score >= SURE:
            return hits
    return []


def _holding(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A measured dish with two or more things told as in it."""
    draft = one.draft
    amount = draft.amount
    unit = UNITS[amount.unit] if amount and amount.unit else None
    if unit is None or stem(draft.words[-1]) not in HOLDING:
        return None
    is_measured = bool(unit.grams or unit.millilitres) or unit.name in _MEASURES
    if not is_measured or rest[0].piece.link != LINK:
        return None
    inside = [rest[0]]
    for part in rest[1:]:
        if part.piece.link == LINK or _is_beside(part):
            break
        inside.append(part)
    hits = find(" ".join(draft.words))
    if len(inside) < 2 or _is_beside(rest[0]) or not hits or hits[0].score < ACCEPT:
        return None
    found = chosen(draft.words, lowered(hits, min(1.0, GUESSED / hits[0].score)))
    return as_one([one, *inside], found), 1 + len(inside)


def _is_beside(part: Said) -> bool:
    return bool(part.draft.words) and stem(part.draft.words[-1]) in _BESIDE


def _with_amount(one: Said, parts: Sequence[Said], words: Sequence[str]) -> Said:
    """One food under these words, with the amount that leads."""
    first, last = one.draft, parts[-1].draft
    draft = Draft(first.start, last.end, list(words), first.amount, first.total)
    draft.every_word = list(words)
    draft.told = [*first.words, *last.words]
    draft.share, draft.is_served = first.share, first.is_served
    return Said(draft, one.piece)


def _best(words: Sequence[str], find: Find) -> float:
    hits = find(" ".join(words))
    return hits[0].score if hits else 0.0


def _guessed(words: Sequence[str], find: Find) -> list[FoodHit]:
    for at in range(len(words)):
        hits = find(" ".join(words[at:]))
        if hits and hits[0].score >= SURE:
            return lowered(hits, GUESSED / hits[0].score)
    return []
