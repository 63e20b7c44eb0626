"""Which food the words of a piece mean, or that none is meant for certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from journal.domain import mealtext_state as state
from journal.domain.brands import is_restaurant
from journal.domain.foodmatch import (
    MODIFIERS,
    STOPWORDS,
    SURE,
    FoodHit,
    stem,
    words_of,
)
from journal.domain.mealtext_all_talk import is_all_talk
from journal.domain.mealtext_apart import NAMED, apart
from journal.domain.mealtext_breads import as_filled
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_fewer import (
    led_by_product,
    led_by_thing,
    names_no_food,
    surer,
    without_closer,
    without_flavour,
    without_lead,
    without_meal,
    without_vessel,
)
from journal.domain.mealtext_hits import (
    ALTERNATIVES,
    EXACT,
    Find,
    Matched,
    chosen,
)
from journal.domain.mealtext_unadded import as_unadded
from journal.domain.mealtext_words import FRACTION_WORDS

JOINED, RESPELT = 0.97, 0.98
_LINKED = re.compile(r"\b(?:and|with|on|n|in)\b|&|'n'")
# A letter, or a picture that is no food.
_LETTER = re.compile(r"[^\W\d_]|[\u2600-\u27bf\U0001f000-\U0001faff]")
_BOILED = frozenset(stem(one) for one in ("boiled", "steamed"))
_TIMES = frozenset(["double", "single", "triple", "twin"])
MOST_WORDS = 12
#: After the name of a food: that with chips and a drink, as it is sold.
MEAL = frozenset(["meal", "meals", "combo", "combos"])


def joined(words: Sequence[str], find: Find) -> Matched | None:
    """The food that exactly these words name, if one does."""
    if len(words) > MOST_WORDS:
        return None
    hits = find(" ".join(words))
    if not hits:
        return None
    is_whole = hits[0].score >= JOINED and _names_all(hits[0], words)
    if is_whole or (hits[0].score >= EXACT and _lists_all(hits[0].label, words)):
        return chosen(words, hits)
    return None


def _names_all(hit: FoodHit, words: Sequence[str]) -> bool:
    """Whether the label has the same words in the same order, and a link as well."""
    lead = hit.label.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0]
    same = [stem(one) for one in words_of(lead) if one not in STOPWORDS]
    asked = [stem(one) for one in words if one not in STOPWORDS]
    # The last word may stand in other words: "cheese and pickle sarnie".
    is_same = same == asked or (len(same) > 2 and same[:-1] == asked[:-1])
    # Or every word in another spelling: "chili con carne with beans".
    is_same = is_same or (hit.score >= RESPELT and len(same) == len(asked))
    return bool(_LINKED.search(lead.lower())) and is_same


def _lists_all(label: str, words: Sequence[str]) -> bool:
    """Whether a label that links foods has all that was said, but for how it is made.

    "A sausage, egg and cheese biscuit", "cooked pork and beef sausage".
    """
    told = {stem(one) for one in words if one not in STOPWORDS}
    light = {stem(one) for one in MODIFIERS} | {"patty", "link"}
    named = {stem(one) for one in words_of(label) if one not in STOPWORDS}
    is_linked = re.search(r"\b(?:and|&)\b", label.lower()) is not None
    # "Cooked peas and carrots" are boiled.
    unsaid = named - told - (_BOILED if "cooked" in words else set())
    return is_linked and not unsaid and told - named <= light


def _without(draft: Draft, find: Find) -> Matched | None:
    """The food whose name says what was refused: "chicken, without skin"."""
    oiled = [one for one in draft.refused if stem(one) in state.FATS]
    for refused in [*draft.refused, *(["fat"] if oiled else [])]:
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
    gone |= state.IN_FAT if gone & state.FATS else set()

    def has(hit: FoodHit) -> bool:
        return bool(gone & {stem(one) for one in words_of(hit.name)})

    near = [hit for hit in hits if hit.score >= hits[0].score - 0.25]
    rest = hits[len(near) :]
    return sorted(near, key=has) + rest


def matches_of(draft: Draft, find: Find, *, is_narrative: bool) -> list[Matched]:
    """The foods that a draft's words mean: one, or more where no link was said."""
    words = draft.words[:MOST_WORDS]
    is_talk = is_narrative and is_all_talk(draft) and not _is_named(words, find)
    is_meal = draft.amount is None and names_no_food(words)
    # "Roast dinner" is one, "cooked lunch" is none.
    is_talk = is_talk or (is_meal and not _is_named(words, find))
    if is_talk or all(w in STOPWORDS or not _LETTER.search(w) for w in words):
        return []
    certain = _without(draft, find) or _whole_name(draft, find)
    certain = certain or _sized_name(draft, find)
    return [certain] if certain else _likely(draft, find, is_narrative=is_narrative)


def _is_named(words: Sequence[str], find: Find) -> bool:
    """Whether two words of talk and more are a food's own name: "hot dog"."""
    hits = find(" ".join(words)) if len(words) > 1 else []
    return bool(hits) and hits[0].score >= NAMED


def _likely(draft: Draft, find: Find, *, is_narrative: bool) -> list[Matched]:
    """The foods that the words may mean, where no name has all of them for certain."""
    told = draft.words[:MOST_WORDS]
    is_named = names_no_food(told) and _is_named(told, find)
    words = told if is_named else without_meal(told, find)
    is_none = names_no_food(words) and not is_named
    hits = find("" if is_none else " ".join(words))
    hits = led_by_thing(words, _less_refused(draft, hits))
    best = hits[0].score if hits else 0.0
    if best < EXACT and is_restaurant(words):
        # "Chinese takeaway" may be anything: no slip for chives.
        return [Matched(tuple(words), None, ())]
    if draft.is_unit_only and best < NAMED:
        return [Matched(tuple(words), None, tuple(hits[:ALTERNATIVES]))]
    cooked = state.as_cooked(words, find, hits[0] if hits else None)
    if cooked:
        return [cooked]
    unadded = as_unadded(words, find, best) or as_filled(words, find, best)
    if unadded:
        return [unadded]
    plain = without_closer(words, find, hits[0] if hits else None)
    plain = plain or without_flavour(words, find, best=best)
    plain = plain or without_vessel(draft, find, best=best)
    if best >= SURE:
        plain = plain or state.in_state(chosen(words, hits), draft.refused)
        return [state.in_told_state(plain, find)]
    # With an amount it is one thing, whatever foods its name is made of.
    is_counted = draft.amount is not None
    parts = apart(words, find, is_counted=is_counted, is_trailing=draft.is_trailing)
    shorter = without_lead(words, find, is_narrative=is_narrative, best=best)
    fewer = surer(plain, surer(led_by_product(words, find), shorter))
    return parts or [state.in_told_state(fewer or chosen(words, hits), find)]


def _whole_name(draft: Draft, find: Find) -> Matched | None:
    """The food that a word of the amount belongs to: "Big Mac", "pound cake"."""
    every, named = _called(draft, find)
    if every == draft.words or not named:
        return None
    amount = draft.amount
    first = words_of(named[0].name)[0]
    called = {first, *words_of(named[0].label)[:1]} & set(every)
    is_named = first in every and first not in draft.words
    if amount and amount.size and not amount.unit and is_named:
        # "Big" belongs to Big Mac and is no size of it.
        amount.size = None
    elif amount and amount.is_weak and not amount.unit and _TIMES & called:
        # A double cheeseburger is one.
        amount.number = 1.0
    elif amount and amount.number == FRACTION_WORDS.get(first) and is_named:
        # Nor is a Quarter Pounder a quarter of one.
        amount.number = 1.0
    elif amount and (amount.unit or amount.size):
        plain = find(" ".join(draft.words))
        if plain and plain[0].score >= SURE and plain[0].id == named[0].id:
            # "A cup of tea" is tea, a cup of it.
            return chosen(draft.words, named)
        is_order = draft.words[-1] == "fries" and not amount.unit
        # "A can of peaches" is canned peaches, and a can of them.
        draft.amount = amount if is_order or amount.unit == "can" else None
    return chosen(every, named)


def _called(draft: Draft, find: Find) -> tuple[list[str], list[FoodHit]]:
    """All words said, less "meal" where none is called so, and the foods so called."""
    said = [word for word in draft.every_word if word != "of"]
    for every in (said, less_meal(said)):
        named = find(" ".join(every)) if 2 <= len(every) <= 5 else []
        if named and named[0].score >= 0.99:
            return every, named
    return said, []


def less_meal(words: Sequence[str]) -> list[str]:
    """The words without "meal" at their end: a Big Mac meal has a Big Mac."""
    return list(words[:-1] if len(words) > 1 and words[-1] in MEAL else words)


def _sized_name(draft: Draft, find: Find) -> Matched | None:
    """The food that the size is a word of, however many: "two Big Macs"."""
    amount, every = draft.amount, less_meal(draft.every_word)
    near = every[-len(draft.words) - 1 :]
    is_times = bool(near) and near[0] in _TIMES
    if amount is None or not (amount.size or is_times) or near[1:] != draft.words:
        return None
    named = find(" ".join(near))
    if not named or named[0].score < 0.99 or words_of(named[0].label)[0] != near[0]:
        return None
    if is_times:
        # "Two double cheeseburgers" are two, and "1 double cheeseburger" is one.
        amount.number, amount.multiplier = amount.multiplier, 1.0
        amount.is_weak = False
    elif words_of(named[0].name)[0] == near[0]:
        amount.size = None
    else:
        return None
    return chosen(near, named)


def with_others(matched: Matched, find: Find) -> Matched:
    """A stand-in found by name alone still has candidates beside it: its likes."""
    hit = matched.hit
    if hit is None or not hit.is_stand_in or len(matched.alternatives) > 1:
        return matched
    like = [other for other in find(hit.name) if other.id != hit.id]
    return replace(matched, alternatives=tuple(like[:ALTERNATIVES]))
