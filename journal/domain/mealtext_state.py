"""The state a food was said to be in: raw, dry, cooked, tinned, fried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.domain.foodmatch import SURE, FoodHit, stem, words_of
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import (
    ALTERNATIVES,
    EXACT,
    Find,
    Matched,
    chosen,
    lowered,
)
from journal.domain.mealtext_methods import METHODS
from journal.domain.mealtext_units import UNITS
from journal.domain.mealtext_words import COOKED, DECIDING

TOLD_CLOSER = 0.92
OTHER_STATE = 0.72
_FRIED_IN = frozenset(["oil", "butter", "lard", "ghee", "dripping", "fat", "margarine"])
_IN_WATER = frozenset(["boiled", "poached", "steamed"])
_FRYING = frozenset(["fried", "oil", "butter"])
#: Where these were refused, the words of a name that tell of them.
FATS = frozenset(stem(one) for one in ("fat", "fats", "oil", "butter"))
IN_FAT = frozenset(stem(one) for one in ("oil", "fried", "butter", "fat"))
_WATERY = frozenset(["boiled", "poached", "steamed", "raw", "tinned"])
_PANNED = frozenset(
    [
        "sauteed",
        "sautéed",
        "pan-fried",
        "panfried",
        "stir-fried",
        "pan-seared",
        "seared",
    ]
)
_UNCOOKED = frozenset(["raw", "uncooked", "dry", "dried"])
# Of these "dry" tells how they were made or taste.
_KEPT = frozenset(["roasted", "toast", "wine", "cider", "sherry", "martini", "cured"])
_WITHOUT = frozenset(stem(word) for word in ("without", "no", "free", "not", "plain"))
#: Nobody eats so little porridge; the oats in a bowl of it weigh as much.
MOST_DRY_OATS_G = 60.0
_OAT_KINDS = frozenset(
    ["instant", "plain", "rolled", "quick", "steel-cut", "old-fashioned"]
)
_COATED = frozenset(["battered", "breaded"])
_UNSUGARED = frozenset(["free", "low", "light", "unsweetened"])


def changes(dropped: set[str], name: str) -> bool:
    """Whether words left out may make another food of it: "raw", "fried", "light"."""
    named = set(words_of(name))
    if "tinned" in named:
        named.add("canned")
    if dropped & DECIDING - named:
        return True
    if "raw" in dropped and named & COOKED:
        return True
    if "unsweetened" in dropped and "sweetened" in named:
        return True
    if dropped & {"zero", "diet"} and not named & _UNSUGARED:
        return True
    if (dropped & _FRIED_IN and named & _WATERY) or "syrup" in dropped - named:
        return True
    # What is "boiled from dried" is cooked.
    is_raw = named & {"raw", "dry", "dried", "uncooked"} and not named & COOKED
    return bool(dropped & COOKED and is_raw)


def in_state(matched: Matched, refused: Sequence[str]) -> Matched:
    """A food less surely where it lies in another state than was said.

    "Raw broad beans" are not the cooked ones, "mushrooms, no fat" none that are fried.
    """
    hit = matched.hit
    if hit is None:
        return matched
    if _is_panned(matched.words) and _is_coated(hit):
        return _uncoated(matched)
    named = {stem(one) for text in (hit.label, hit.name) for one in words_of(text)}
    unnamed = {word for word in matched.words if stem(word) not in named}
    # Of a dish the frozen one is made alike.
    unnamed.discard("frozen")
    gone = {stem(one) for told in refused for one in words_of(told)}
    is_fat = bool(gone & FATS and {stem(one) for one in words_of(hit.name)} & IN_FAT)
    is_other = is_fat or changes(unnamed, hit.name) or _is_cooked(matched.words, hit)
    is_other |= _has_refused(hit, gone)
    if not is_other:
        return matched
    hit = replace(hit, score=min(hit.score, OTHER_STATE))
    return replace(matched, hit=hit)


def _is_cooked(words: Sequence[str], hit: FoodHit) -> bool:
    """Whether "dry pinto beans" were found as those "boiled from dried"."""
    told = set(words)
    is_dry = bool(told & {"dry", "uncooked"}) and not told & COOKED
    return is_dry and bool(set(words_of(hit.name)) & COOKED)


def _has_refused(hit: FoodHit, gone: set[str]) -> bool:
    """Whether a food's name has what was refused: tortellini in sauce, told without."""
    named = {stem(one) for one in words_of(hit.name)}
    # "Cheeseburger" has it in one word.
    has = any(one.startswith(word) for one in named for word in gone if len(word) > 3)
    return (has or bool(gone & named)) and not named & _WITHOUT


def _is_panned(words: Sequence[str]) -> bool:
    is_told = bool(set(words) & _PANNED) or {"pan", "fried"} <= set(words)
    return is_told and not set(words) & _COATED


def _is_coated(hit: FoodHit) -> bool:
    return bool(set(words_of(hit.name)) & _COATED)


def _uncoated(matched: Matched) -> Matched:
    """As a guess the food without batter: pan-fried fish need not have had any."""
    hits = [hit for hit in (matched.hit, *matched.alternatives) if hit is not None]
    plain = [hit for hit in hits if not _is_coated(hit)]
    head = words_of(hits[0].name)[0]
    same = [hit for hit in plain if words_of(hit.name)[0] == head] or hits
    first = replace(same[0], score=OTHER_STATE)
    rest = [hit for hit in hits if hit.id != first.id]
    return chosen(matched.words, [first, *rest])


def as_cooked(words: Sequence[str], find: Find, best: FoodHit | None) -> Matched | None:
    """A food cooked in a way that the table lacks is the cooked one, not the raw."""
    told = set(words) & METHODS
    if not told or best is None or best.score >= EXACT:
        return None
    named = {stem(one) for one in words_of(best.label)}
    is_it = "raw" not in words_of(best.name) and named <= {stem(one) for one in words}
    if best.score >= SURE and is_it:
        return None
    hits = find(" ".join(["cooked", *(word for word in words if word not in told)]))
    is_cooked = bool(hits) and "raw" not in words_of(hits[0].name)
    if not is_cooked or hits[0].score < EXACT:
        return None
    # "Steamed mushrooms" are none that are fried.
    is_fried = bool(told & _IN_WATER and set(words_of(hits[0].name)) & _FRYING)
    return chosen(words, lowered(hits, OTHER_STATE if is_fried else TOLD_CLOSER))


def in_told_state(matched: Matched, find: Find) -> Matched:
    """The same food in the state that was told, where the table has it.

    "Raw goat" is no cooked one, "85 g of dry red beans" are none from a tin.
    """
    hit = matched.hit
    lead = hit.name.split(",", maxsplit=1)[0] if hit else ""
    for state in _states_told(matched, set(words_of(hit.name))) if hit else ():
        told = find(f"{lead} {state}")
        is_it = bool(told) and told[0].score >= EXACT and not told[0].is_stand_in
        if hit and is_it and {state, *words_of(lead)} <= set(words_of(told[0].name)):
            score = TOLD_CLOSER if hit.score >= OTHER_STATE else hit.score
            first = replace(told[0], score=score, is_stand_in=hit.is_stand_in)
            others = (hit, *matched.alternatives[: ALTERNATIVES - 1])
            return replace(matched, hit=first, alternatives=others)
    if hit and _is_cooked(matched.words, hit):
        return replace(matched, hit=replace(hit, score=min(hit.score, OTHER_STATE)))
    return matched


def _states_told(matched: Matched, named: set[str]) -> tuple[str, ...]:
    """The states that were told where the food's name says another one or none."""
    told = set(matched.words)
    # "Boiled dried peas" are cooked; "70 g dry rice, cooked" was weighed before.
    is_raw = bool(told & _UNCOOKED) and not told & _KEPT
    is_raw = is_raw and not ("dried" in told and told & COOKED)
    if is_raw and not named & _UNCOOKED:
        return ("dried", "dry") if "dried" in told else ("raw", "dry")
    methods = told & METHODS
    if not methods or not named & {"raw", "dry"} or told & _UNCOOKED:
        return ()
    watery = ("boiled", "cooked") if methods & _IN_WATER else ("cooked",)
    return (*sorted(methods), *watery)


def _is_dry_oats(draft: Draft) -> bool:
    """Whether so little oatmeal was weighed that it was weighed dry: 40 g of it."""
    amount, words = draft.amount, draft.words
    if amount is None or amount.unit not in {"g", "oz"} or amount.number is None:
        return False
    grams = amount.quantity * (UNITS[amount.unit].grams or 0.0)
    is_plain = words[-1:] in (["oatmeal"], ["porridge"]) and _OAT_KINDS.issuperset(
        words[:-1]
    )
    return is_plain and 0 < grams <= MOST_DRY_OATS_G


def take_dry(draft: Draft, find: Find) -> None:
    """Find what was told dry under its plain name: "dry basmati rice" is dry rice."""
    if _is_dry_oats(draft):
        draft.words = ["oats", "dry"]
        return
    words = [word for word in draft.words if word != "dry"]
    if not words or len(words) == len(draft.words) or COOKED & set(words):
        return
    found = find(" ".join(draft.words))
    if not found or not set(words_of(found[0].name)) & COOKED:
        return
    plain = find(f"{words[-1]} dry")
    if plain and plain[0].score >= EXACT and "dry" in words_of(plain[0].name):
        draft.words = [words[-1], "dry"]
