"""Amounts nobody eats: small things counted by the plate, relishes by the cup.

"Nine peas" are no nine portions of peas, and a dish "in plum sauce, a cup" is no cup of
the sauce. Nor is a taco "without the shell" one taco. Such an item keeps its food and
its place, and the page asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from journal.domain.amounts import Portion, singular
from journal.domain.amounts_labels import read_label
from journal.domain.foodmatch import FoodHit, stem, words_of
from journal.domain.mealtext_called import all_called
from journal.domain.mealtext_counted import Portions
from journal.domain.mealtext_dishes import BREADED
from journal.domain.mealtext_doubt import hold
from journal.domain.mealtext_draft import Amount
from journal.domain.mealtext_links import INSIDE
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, LINK
from journal.domain.mealtext_weigh import weigh
from journal.domain.targets import Region

#: Fewer may be so many plates of it.
LEAST_COUNTED = 5
#: Of a thing counted by the plate; in grams.
MOST_BY_COUNT_G = 600
#: So many spoons of what is eaten by the spoon are the amount of another food.
MOST_SPOONS = 9
_DOUBLES = {"double": 2.0, "triple": 3.0}
# Of these a double is twice a single.
_MEASURES = frozenset(
    """
    whisky whiskey gin vodka rum brandy cognac bourbon tequila liqueur spirit spirits
    espresso sambuca schnapps port sherry
    """.split()  # noqa: SIM905
)
_SPOONS = frozenset(["tbsp", "tsp", "spread", "pat", "knob", "drizzle", "sachet"])
_BY_PLATE = frozenset(["plate", "bowl", "cup", "serving", "portion", "can"])
_VESSELS = frozenset(["plate", "bowl", "cup", "mug", "glass", "pint"])
_SAUCES = frozenset(["sauce", "gravy"])
_HELD_IN = frozenset(["bun", "bread", "roll", "shell", "tortilla", "wrap", "pastry"])
_HOLDERS = BREADED | frozenset(
    stem(word) for word in ("wrap", "burrito", "taco", "fajita", "gyro", "kebab")
)
_FOLDED = frozenset(stem(word) for word in ("burrito", "enchilada", "quesadilla"))
_RICH = frozenset(stem(word) for word in ("beef", "chicken", "pork", "cheese"))
_LEAN = frozenset(stem(word) for word in ("a", "an", "one", "the", "with", "and", "of"))
_COMMA = re.compile(r"[a-z],\s", re.IGNORECASE)
_IN = re.compile(r"\W*in\s(?:(?:an?|the|its|some)\s)?$", re.IGNORECASE)


def hold_unlikely(
    text: str, items: Sequence[Said], portions: Portions, region: Region | None
) -> None:
    """Ask about amounts nobody eats; of what was counted take the usual amount."""
    hold_ingredients(items)
    for before, one in pairwise(items):
        between = text[before.draft.end : one.draft.start]
        if _is_of_dish(between, one) or _is_of_whole(text, before, one):
            hold(before)
            hold(one)
    for one in items:
        if _lacks_its_bread(one) or _has_untold(text, one):
            hold(one)
        hit, amount = one.matched.hit if one.matched else None, one.draft.amount
        if hit is None or amount is None:
            continue
        _read_doubles(one, hit)
        own = portions(hit.id)
        if _is_counted_by_plate(one, amount, own, region):
            one.draft.amount = None
            hold(one)
        elif amount.unit in _VESSELS and _is_relish(amount, one, own, region):
            hold(one)


def _read_doubles(one: Said, hit: FoodHit) -> None:
    """Read "a triple cheeseburger" as one, of which the table may have no such kind.

    A double whisky is two measures of it.
    """
    amount, named = one.draft.amount, set(words_of(hit.name)) | set(hit.id.split("-"))
    double = next((said for said in _DOUBLES if said in one.draft.every_word), None)
    is_count = amount is not None and amount.is_weak and amount.unit is None
    if amount is None or double is None or not is_count or named & _MEASURES:
        return
    if amount.number != _DOUBLES[double]:
        return
    amount.number, amount.is_weak = 1.0, False
    if double not in words_of(hit.label):
        hold(one)


def hold_ingredients(items: Sequence[Said]) -> None:
    """Ask about what was told as in a food that was named: it may count twice.

    "A cereal bar featuring rice", "cookies made of peanut butter and chocolate"; not
    what follows a meal or a vessel, in which nothing was found.
    """
    is_in = False
    for before, one in pairwise(items):
        has_food = before.matched is not None and before.matched.hit is not None
        is_told_in = one.piece.way == INSIDE and has_food
        is_in = is_told_in or (is_in and one.piece.link == AND)
        is_in = is_in and _is_unmeasured(one.draft.amount)
        if is_in or (has_food and _is_made_of(before, one)):
            hold(one)


def _is_made_of(before: Said, one: Said) -> bool:
    """Whether a sandwich's own filling is told: "made with two slices of cheese"."""
    words = before.draft.words
    return one.piece.is_made and bool(words) and stem(words[-1]) in BREADED


def _is_unmeasured(amount: Amount | None) -> bool:
    return amount is None or (amount.unit is None and amount.quantity <= 1)


def _lacks_its_bread(one: Said) -> bool:
    """Whether what holds a dish was refused and the dish found has it."""
    hit = one.matched.hit if one.matched else None
    refused = {singular(word) for word in one.draft.refused} & _HELD_IN
    words = one.draft.words
    if hit is None or not refused or not words or stem(words[-1]) not in _HOLDERS:
        return False
    return "without" not in words_of(hit.label)


def _has_untold(text: str, one: Said) -> bool:
    """Whether a burrito told with what is in it has a meat or cheese nobody told."""
    hit = one.matched.hit if one.matched else None
    told = all_called(text[one.draft.start : one.draft.end])
    if hit is None or not told & _FOLDED or len(told - _LEAN) < 2:
        return False
    return bool({stem(word) for word in words_of(hit.name)} & _RICH - told)


def _is_counted_by_plate(
    one: Said, amount: Amount, own: Sequence[Portion], region: Region | None
) -> bool:
    if amount.unit or amount.size or amount.quantity < LEAST_COUNTED or not own:
        return False
    if one.draft.total is not None:
        return False
    found = weigh(one.draft, own, one.matched.words if one.matched else (), region)
    if found.portion is None or (found.grams or 0) <= MOST_BY_COUNT_G:
        return False
    read = read_label(Portion(found.portion, found.grams or 0))
    return (read.unit or "") in _BY_PLATE


def _is_of_dish(between: str, one: Said) -> bool:
    """Whether a dish in a sauce was told, and then how much of it: "a plate"."""
    amount, words = one.draft.amount, one.draft.words
    if amount is None or amount.unit not in _VESSELS or not one.draft.is_trailing:
        return False
    return bool(words) and words[-1] in _SAUCES and bool(_IN.fullmatch(between))


def _is_of_whole(text: str, before: Said, one: Said) -> bool:
    """Whether a dish, what was with it and then how much were told, by a comma."""
    amount = one.draft.amount
    if amount is None or amount.unit not in _VESSELS or not one.draft.is_trailing:
        return False
    is_with = one.piece.link == LINK and before.draft.amount is None
    return is_with and bool(_COMMA.search(text[one.draft.start : one.draft.end]))


def _is_relish(
    amount: Amount, one: Said, own: Sequence[Portion], region: Region | None
) -> bool:
    """Whether it is eaten by the spoon and a bowl of it was told after a comma."""
    usual = read_label(own[0]) if own else None
    is_spooned = usual is not None and bool(usual.words & _SPOONS)
    if usual is None or not is_spooned or not one.draft.is_trailing:
        return False
    found = weigh(one.draft, own, one.matched.words if one.matched else (), region)
    return (found.grams or 0) > MOST_SPOONS * usual.grams_each
