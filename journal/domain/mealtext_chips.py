"""Chips: fried potatoes in Britain, crisps in America, of maize beside a dip.

A biscuit is sweet and dry in Britain; in America it is soft bread, had with gravy.

Where the person's region does not tell, what stands beside them may; such a reading is
a guess and never looks sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.domain.foodmatch import SURE, stem
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, BREAK, LINK
from journal.domain.targets import Region

_DIPS = frozenset(["salsa", "guacamole", "guac", "queso", "taco", "nachos"])
_FRIED = frozenset(
    stem(word)
    for word in """
    fish cod haddock battered scampi peas pie pies steak gammon gravy vinegar sausage
    sausages egg eggs burger curry kebab vinegar ketchup beans chicken nuggets
    """.split()  # noqa: SIM905
)
# "Pie and chips": after these, and nothing between, they are fried everywhere.
_AND_CHIPS = frozenset(
    stem(word)
    for word in """
    fish cod haddock scampi saveloy gammon pie pasty steak egg eggs kebab curry gravy
    peas sausage sausages
    """.split()  # noqa: SIM905
)
_CRISP = frozenset(
    stem(word)
    for word in """
    sub hoagie sandwich wrap hummus ham turkey peanut pb pbj soda deli pickle dip cookie
    cookies pretzels crackers soup salad
    """.split()  # noqa: SIM905
)
# What American biscuits are eaten with, and British ones are not.
_WITH_BISCUITS = frozenset(
    stem(word)
    for word in """
    gravy sausage patty grits jelly egg eggs bacon ham chicken hash browns fries jam
    cola soda half-and-half steak
    """.split()  # noqa: SIM905
)
_BISCUITS = (["biscuit"], ["biscuits"])
_ANY_BISCUIT = frozenset(
    """
    fast food restaurant homemade buttermilk buttery butter flaky fluffy warm hot baked
    freshly fresh southern plain regular buttered
    """.split()  # noqa: SIM905
)
_SOUTHERN = frozenset(["buttermilk", "southern", "restaurant"])
_GUESS = SURE - 0.01


def read_chips(eaten: Sequence[Said], region: Region | None) -> list[Said]:
    """Name the chips that were meant; those of which it is a guess are returned."""
    guessed = []
    for at, one in enumerate(eaten):
        if one.draft.words != ["chips"]:
            continue
        beside = _beside(eaten, at)
        if beside & _DIPS:
            one.draft.words = ["tortilla", "chips"]
        elif region == "US":
            one.draft.words = ["crisps"]
        elif region is None and not _is_fried(eaten, at, beside):
            amount = one.draft.amount
            # Nobody has a portion of crisps.
            is_portion = amount is not None and amount.unit == "serving"
            if not is_portion and beside & _CRISP and not beside & _FRIED:
                one.draft.words = ["crisps"]
            guessed.append(one)
        one.draft.every_word = list(one.draft.words)
    return guessed + _read_biscuits(eaten, region)


def _is_fried(eaten: Sequence[Said], at: int, beside: set[str]) -> bool:
    """Whether what they were told with leaves no doubt: "fish and chips"."""
    before = eaten[at - 1].draft.words if at else []
    is_told = bool(before) and stem(before[-1]) in _AND_CHIPS
    return "fish" in beside or (is_told and eaten[at].piece.link in {AND, LINK})


def _read_biscuits(eaten: Sequence[Said], region: Region | None) -> list[Said]:
    """Name the American biscuits; those of which it is a guess are returned."""
    guessed = []
    for at, one in enumerate(eaten):
        words = one.draft.words
        plain = [word for word in words if word not in _ANY_BISCUIT]
        if plain not in _BISCUITS or region not in {None, "US"}:
            continue
        after = eaten[at + 1].draft.words if at + 1 < len(eaten) else []
        if after[-1:] == ["gravy"]:
            # A dish of its own.
            continue
        is_southern = bool(_SOUTHERN & set(words)) or {"fast", "food"} <= set(words)
        is_told = is_southern or bool(_beside(eaten, at) & _WITH_BISCUITS)
        if region is None and not is_told:
            continue
        if region is None and not is_southern:
            guessed.append(one)
        kind = ["fast", "food"] if {"fast", "food"} <= set(words) else []
        one.draft.words = [*kind, "american", "biscuit"]
        one.draft.every_word = list(one.draft.words)
    return guessed


def hold_chips(guessed: Sequence[Said], matched: Sequence[Said]) -> None:
    """Hold the guesses among what was matched below what looks sure."""
    held = {id(one.draft) for one in guessed}
    for one in matched:
        found = one.matched
        if id(one.draft) in held and found is not None and found.hit is not None:
            hit = replace(found.hit, score=min(found.hit.score, _GUESS))
            one.matched = replace(found, hit=hit)


def _beside(eaten: Sequence[Said], at: int) -> set[str]:
    """The stems of what was told in the same sentence, two pieces either way."""
    stems: set[str] = set()
    for other in range(max(0, at - 2), min(len(eaten), at + 3)):
        later = eaten[min(at, other) + 1 : max(at, other) + 1]
        if other != at and not any(one.piece.link == BREAK for one in later):
            stems |= {stem(word) for word in eaten[other].draft.words}
    return stems
