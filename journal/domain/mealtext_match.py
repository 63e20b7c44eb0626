"""Which food the words of a piece mean, or that none is meant for certain."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from journal.domain.foodmatch import (
    ACCEPT,
    MODIFIERS,
    STOPWORDS,
    SURE,
    FoodHit,
    stem,
    words_of,
)
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_units import SIZES, UNITS
from journal.domain.mealtext_words import CLOSER, COOKED, DECIDING, IDLE

Find = Callable[[str], list[FoodHit]]

EXACT = 0.9
JOINED = 0.97
NAMED = 0.97
TOLD_CLOSER = 0.92
OTHER_STATE = 0.72
_LINKED = re.compile(r"\b(?:and|with|on|n|in)\b|&|'n'")
_LETTER = re.compile(r"[^\W\d_]")
# The name of a meal or a place is no food, though some food's name ends with it.
_NO_FOOD = frozenset(
    """
    breakfast brunch lunch dinner supper tea-time teatime snack shop store market
    """.split()  # noqa: SIM905
)
MOST_WORDS = 12
ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Matched:
    """The food meant (None: unknown), the other candidates, and the words used."""

    words: tuple[str, ...]
    hit: FoodHit | None
    alternatives: tuple[FoodHit, ...]


def chosen(words: Sequence[str], hits: Sequence[FoodHit]) -> Matched:
    """The first of ``hits`` where it is good enough to fill in, else none."""
    if hits and hits[0].score >= ACCEPT:
        return Matched(tuple(words), hits[0], tuple(hits[1 : ALTERNATIVES + 1]))
    return Matched(tuple(words), None, tuple(hits[:ALTERNATIVES]))


def joined(words: Sequence[str], find: Find) -> Matched | None:
    """The food that exactly these words name, if one does."""
    if len(words) > MOST_WORDS:
        return None
    hits = find(" ".join(words))
    if not hits:
        return None
    is_whole = hits[0].score >= JOINED and _names_all(hits[0].label, words)
    if is_whole or (hits[0].score >= EXACT and _lists_all(hits[0].label, words)):
        return chosen(words, hits)
    return None


def _names_all(label: str, words: Sequence[str]) -> bool:
    """Whether the label has the same words in the same order, and a link as well."""
    lead = label.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0]
    same = [stem(one) for one in words_of(lead) if one not in STOPWORDS]
    asked = [stem(one) for one in words if one not in STOPWORDS]
    # The last word may stand in other words: "cheese and pickle sarnie".
    is_same = same == asked or (len(same) > 2 and same[:-1] == asked[:-1])
    return bool(_LINKED.search(lead.lower())) and is_same


def _lists_all(label: str, words: Sequence[str]) -> bool:
    """Whether a label that links foods has all that was said, but for how it is made.

    "A sausage, egg and cheese biscuit", "cooked pork and beef sausage".
    """
    told = {stem(one) for one in words if one not in STOPWORDS}
    light = {stem(one) for one in MODIFIERS} | {"patty", "link"}
    named = {stem(one) for one in words_of(label) if one not in STOPWORDS}
    is_linked = re.search(r"\b(?:and|&)\b", label.lower()) is not None
    return is_linked and named <= told and told - named <= light


def _names_no_food(words: Sequence[str]) -> bool:
    """Whether only a meal or a place is named: "breakfast", "a quick lunch"."""
    rest = {word for word in words if word not in MODIFIERS | STOPWORDS}
    return bool(rest) and rest <= _NO_FOOD


def _without(draft: Draft, find: Find) -> Matched | None:
    """The food whose name says what was refused: "chicken, without skin"."""
    for refused in draft.refused:
        gone = {stem(one) for one in words_of(refused)}
        hits = find(" ".join([*draft.words, "without", refused]))
        if not hits or hits[0].score < EXACT:
            continue
        label = {stem(one) for one in words_of(hits[0].label)}
        if gone <= label and label & {"without", "no", "un", "skinless"}:
            return chosen(draft.words, hits)
    return None


def _less_refused(draft: Draft, hits: list[FoodHit]) -> list[FoodHit]:
    """Foods that name what was refused go after those that do not."""
    gone = {stem(one) for refused in draft.refused for one in words_of(refused)}
    if not gone or not hits:
        return hits

    def has(hit: FoodHit) -> bool:
        return bool(gone & {stem(one) for one in words_of(hit.name)})

    near = [hit for hit in hits if hit.score >= hits[0].score - 0.25]
    rest = hits[len(near) :]
    return sorted(near, key=has) + rest


def matches_of(draft: Draft, find: Find, *, is_narrative: bool) -> list[Matched]:
    """The foods that a draft's words mean: one, or more where no link was said."""
    words = draft.words[:MOST_WORDS]
    if all(word in STOPWORDS or not _LETTER.search(word) for word in words):
        return []
    certain = _whole_name(draft, find) or _without(draft, find)
    if certain:
        return [certain]
    asked = "" if _names_no_food(words) else " ".join(words)
    hits = _less_refused(draft, find(asked))
    best = hits[0].score if hits else 0.0
    if draft.is_unit_only and best < NAMED:
        return [Matched(tuple(words), None, tuple(hits[:ALTERNATIVES]))]
    plain = _without_closer(words, find, best=best)
    plain = plain or _without_vessel(draft, find, best=best)
    if best >= SURE:
        return [plain or chosen(words, hits)]
    # With an amount it is one thing, whatever foods its name is made of.
    apart = _apart(words, find) if draft.amount is None else []
    if apart:
        return apart
    shorter = _without_lead(words, find, is_narrative=is_narrative, best=best)
    return [shorter or plain or chosen(words, hits)]


def _without_closer(words: Sequence[str], find: Find, *, best: float) -> Matched | None:
    """Leave out what tells the food more closely than the table does."""
    if best >= EXACT:
        return None
    cut = next((at for at, w in enumerate(words) if at and w in {"with", "in"}), 0)
    plain = words[:cut] if cut else [word for word in words if word not in CLOSER]
    idle = [word for word in words if word not in IDLE]
    for fewer in (idle, plain):
        hits = find(" ".join(fewer)) if len(fewer) < len(words) else []
        if hits and hits[0].score >= SURE and hits[0].score * TOLD_CLOSER > best:
            dropped = {word for word in words if word not in fewer}
            is_other = changes(dropped, hits[0].name)
            factor = OTHER_STATE if is_other else TOLD_CLOSER
            return chosen(words, lowered(hits, factor))
    return None


def _without_vessel(draft: Draft, find: Find, *, best: float) -> Matched | None:
    """A vessel said last without a number: "yogurt cup", "trail mix handful"."""
    words = draft.words
    unit = UNITS.get(words[-1])
    if best >= SURE or len(words) < 2 or unit is None or unit.name in SIZES:
        return None
    hits = find(" ".join(words[:-1]))
    if not hits or hits[0].score < EXACT:
        return None
    draft.amount = draft.amount or Amount(unit=unit.name)
    return chosen(words[:-1], lowered(hits, TOLD_CLOSER))


def changes(dropped: set[str], name: str) -> bool:
    """Whether words left out may make another food of it: "raw", "fried", "light"."""
    named = set(words_of(name))
    if "tinned" in named:
        named.add("canned")
    if dropped & DECIDING - named:
        return True
    if "raw" in dropped and named & COOKED:
        return True
    return bool(dropped & COOKED and named & {"raw", "dry", "dried", "uncooked"})


def lowered(hits: Sequence[FoodHit], factor: float) -> list[FoodHit]:
    """The same foods, less surely."""
    return [replace(hit, score=round(hit.score * factor, 4)) for hit in hits]


def _whole_name(draft: Draft, find: Find) -> Matched | None:
    """The food that a word of the amount belongs to: "Big Mac", "pound cake"."""
    every = [word for word in draft.every_word if word != "of"]
    if every == draft.words or not 2 <= len(every) <= 5:
        return None
    named = find(" ".join(every))
    if not named or named[0].score < 0.99:
        return None
    amount = draft.amount
    first = words_of(named[0].name)[0]
    is_named = first in every and first not in draft.words
    if amount and amount.size and not amount.unit and is_named:
        # "Big" belongs to Big Mac and is no size of it.
        amount.size = None
    elif amount and (amount.unit or amount.size):
        plain = find(" ".join(draft.words))
        if plain and plain[0].score >= SURE and plain[0].id == named[0].id:
            # "A cup of tea" is tea, a cup of it.
            return chosen(draft.words, named)
        draft.amount = None
    return chosen(every, named)


def _apart(words: Sequence[str], find: Find) -> list[Matched]:
    """Three foods or more said in one breath; two words are most often one name."""
    parts: list[Matched] = []
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            hits = find(" ".join(words[at : at + length]))
            if hits and hits[0].score >= NAMED:
                parts.append(chosen(words[at : at + length], hits))
                at += length
                break
        else:
            return []
    return parts if len(parts) >= 3 or len(set(words)) < len(words) else []


def _without_lead(
    words: Sequence[str], find: Find, *, is_narrative: bool, best: float
) -> Matched | None:
    """Leave out words before the food: talk in a story, an unknown brand elsewhere."""
    for skip in range(1, min(len(words), 4)):
        if _names_no_food(words[skip:]):
            break
        hits = find(" ".join(words[skip:]))
        if hits and hits[0].score >= SURE and hits[0].score > best:
            is_talk = is_narrative and words[skip - 1].endswith(("ed", "ing"))
            factor = 0.95 if is_talk else 0.72
            return chosen(words, lowered(hits, factor))
    return None


def with_others(matched: Matched, find: Find) -> Matched:
    """A stand-in found by name alone still has candidates beside it: its likes."""
    hit = matched.hit
    if hit is None or not hit.is_stand_in or len(matched.alternatives) > 1:
        return matched
    like = [other for other in find(hit.name) if other.id != hit.id]
    return replace(matched, alternatives=tuple(like[:ALTERNATIVES]))
