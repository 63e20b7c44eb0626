"""Names as tables of foods write them, with the amount before: one food each.

"2 oz Salted Almonds - Almonds" is one food, of "0.5 cup Hillcrest - Apple Sauce" the
maker leads, and what is in "2 cups soup with beans, kale and noodles" is in the cups.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from journal.domain.brands import without_brands
from journal.domain.foodmatch import (
    ACCEPT,
    MODIFIERS,
    SURE,
    FoodHit,
    stem,
)
from journal.domain.mealtext_commas import guessed, is_maker, leads, named, with_commas
from journal.domain.mealtext_dishes import BAKED, BLENDED, BREADED, FILLED
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_fewer import PRODUCTS
from journal.domain.mealtext_hits import EXACT, Find, chosen
from journal.domain.mealtext_rows import HOLDING
from journal.domain.mealtext_said import Said, as_one, told_stems, words_of_all
from journal.domain.mealtext_slots import AND, LINK, LIST
from journal.domain.mealtext_units import UNITS

_DASH = re.compile(r"\s*\(?\)?\s+[-–—]\s+\(?")
_COMMA = re.compile(r"\s*,\s*")
_MADE_OF_MORE = frozenset(
    stem(word)
    for word in "sauce dressing dip spread soup mix salad bread relish".split()  # noqa: SIM905
)
# Beside a soup or a salad, not in it.
_BESIDE = frozenset(
    stem(word)
    for word in """
    crackers cracker saltines cornbread bread toast roll baguette crisps chips fries
    apple coke cola water tea coffee juice wine beer sandwich wrap biscuit biscuits
    cookie yogurt yoghurt
    naan pitta pita breadstick breadsticks garlic-bread milk rice latte cappuccino
    lassi crumble pie cake brownie pudding trifle
    """.split()  # noqa: SIM905
)
# What these are made of or with is told after a dash.
_TOLD_AFTER = FILLED | BREADED | BAKED | PRODUCTS | frozenset(["oatmeal", "fruit"])
_IN_SALADS = frozenset(["chicken", "salmon", "shrimp", "prawns", "seafood"])
_CRACKERS = frozenset(["crackers", "cracker"])
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
        found = _dashed(eaten[at], rest, find)
        found = found or _holding(eaten[at], rest, find, least=1)
        # "1 wrap - grapes - latte" is a list.
        after = text[rest[0].draft.end : rest[1].draft.start] if rest[1:] else ""
        is_list = bool(_DASH.fullmatch(after))
        return found or (None if is_list else _of_a_kind(eaten[at], rest, find))
    if _COMMA.fullmatch(between):
        return with_commas(eaten[at], rest, find)
    _count_crackers(first, rest[0])
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
        amount = part.draft.amount
        if part.piece.link not in {LIST, AND, LINK} or (amount and amount.number):
            break
        found.append(part)
    return found


def _dashed(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    first, after = one.draft, rest[0].draft
    before, told = told_stems(first.words), told_stems(after.words)
    heads = {stem(first.words[-1]), stem(after.words[-1])} if after.words else set()
    is_list = len(rest) > 1 and stem(first.words[-1]) not in told
    if heads & before & told and not is_list:
        # "5 oz Grilled Trout - Trout Fillet": told twice.
        longer, shorter = sorted((first, after), key=lambda d: -len(d.words))
        best = named(longer.words, find)
        words = longer.words if best >= SURE else shorter.words
        return _with_amount(one, rest[:1], words), 2
    if not is_maker(first.words, find):
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


def _of_a_kind(one: Said, rest: list[Said], find: Find) -> tuple[Said, int] | None:
    """A thing and after a dash of which kind it is: "2 slices Pizza - Pepperoni"."""
    head = without_brands(one.draft.words)
    if head[-1] in {"chips", "crisps"}:
        # Which of them these are is decided later.
        return None
    parts = [*takewhile(lambda part: not _is_beside(part, with_rice=True), rest)]
    told = [*words_of_all(rest), *head]
    hits = find(" ".join(told))
    is_drunk = rest[0].draft.words[-1:] in (["tea"], ["coffee"])
    if is_drunk and head[-1] not in {"cream", "yoghurt", "yogurt"}:
        # "2 biscuits - tea" are no tea biscuits.
        return None
    if hits and hits[0].score >= EXACT and leads(told[: -len(head)], hits[0]):
        return as_one([one, *rest], chosen(told, guessed(hits))), 1 + len(rest)
    hits = find(" ".join(one.draft.words))
    is_dish = stem(head[-1]) in _TOLD_AFTER and bool(parts)
    if not is_dish or not hits or hits[0].score < ACCEPT:
        return None
    words = words_of_all([one, *parts])
    return as_one([one, *parts], chosen(words, guessed(hits))), 1 + len(parts)


def _count_crackers(first: Draft, after: Said) -> None:
    """Count the crackers of "4 cheese and crackers", not the cheese."""
    amount, words = first.amount, after.draft.words
    is_counted = amount is not None and amount.unit is None and amount.quantity > 1
    is_pair = after.piece.link == AND and bool(words) and words[-1] in _CRACKERS
    if is_counted and is_pair and first.words[-1:] == ["cheese"]:
        first.amount, after.draft.amount = None, amount


def _holding(
    one: Said, rest: list[Said], find: Find, *, least: int = 2
) -> tuple[Said, int] | None:
    """A measured dish with two or more things told as in it."""
    draft = one.draft
    dish = [one]
    if rest[0].piece.link == AND and stem(rest[0].draft.words[-1]) in HOLDING:
        # "2 cups beef and barley soup with ...".
        dish, rest = [one, rest[0]], rest[1:]
    words = words_of_all(dish)
    is_dish = stem(words[-1]) in HOLDING and words[-1] != "fries"
    if not _is_measured(draft) or not is_dish:
        return None
    if not rest or rest[0].piece.link != LINK or _is_beside(rest[0]):
        return None
    inside = [rest[0]]
    is_blended = words[-1] in BLENDED
    for part in rest[1:]:
        if part.piece.link == LINK or (_is_beside(part) and not is_blended):
            break
        inside.append(part)
    hits = _salad_of(words, inside, find) or find(" ".join(words))
    if len(inside) < least or not hits or hits[0].score < ACCEPT:
        return None
    found = chosen(words, guessed(hits))
    return as_one([*dish, *inside], found), len(dish) + len(inside)


def _salad_of(
    words: Sequence[str], inside: Sequence[Said], find: Find
) -> list[FoodHit]:
    """The salad that the meat in it names: "10 oz salad with chicken and dressing"."""
    if words[-1] != "salad" or any(word not in MODIFIERS for word in words[:-1]):
        return []
    for part in inside:
        if part.draft.words[-1] in _IN_SALADS:
            hits = find(f"{part.draft.words[-1]} salad")
            return hits if hits and hits[0].score >= EXACT else []
    return []


def _is_measured(draft: Draft) -> bool:
    amount = draft.amount
    unit = UNITS[amount.unit] if amount and amount.unit else None
    if unit is None:
        return False
    return bool(unit.grams or unit.millilitres) or unit.name in _MEASURES


def _is_beside(part: Said, *, with_rice: bool = False) -> bool:
    words = part.draft.words
    if with_rice and words == ["rice"]:
        return False
    if not words or (words[-1] == "wine" and part.piece.link != AND):
        # White wine in a list is what a soup was made with.
        return False
    return stem(words[-1]) in _BESIDE or words[-2:] == ["ice", "cream"]


def _with_amount(one: Said, parts: Sequence[Said], words: Sequence[str]) -> Said:
    """One food under these words, with the amount that leads."""
    first, last = one.draft, parts[-1].draft
    draft = Draft(first.start, last.end, list(words), first.amount, first.total)
    draft.every_word = list(words)
    draft.told = [*first.words, *last.words]
    draft.share, draft.is_served = first.share, first.is_served
    return Said(draft, one.piece)


def _guessed(words: Sequence[str], find: Find) -> list[FoodHit]:
    for at in range(len(words)):
        hits = find(" ".join(words[at:]))
        if hits and hits[0].score >= SURE:
            return guessed(hits)
    return []
