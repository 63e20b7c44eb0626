"""Words that tell a class of foods and none of them: "a bar", "desserts", "a roll".

Alone they are asked about; so is what is found for the words before them, as an apple
bar is no apple, and what is found without the meal that a thing is named after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from journal.domain.foodmatch import MODIFIERS, STOPWORDS, stem
from journal.domain.mealtext_hits import Find
from journal.domain.mealtext_said import Said, stems_of
from journal.domain.mealtext_units import UNITS

#: What tells a class of foods and none of them.
CLASSES = frozenset(
    """
    dessert desserts snack snacks bar bars roll rolls treat treats food foods meal
    drink drinks beverage sweet sweets item items product products
    """.split()  # noqa: SIM905
)
# What these are called by before is what is in them or how they taste.
_FORMS = frozenset(["dessert", "desserts", "snack", "snacks", "roll", "rolls"])
# "A Dairy Milk bar" is one, whatever its food is called.
_IN_BARS = frozenset(
    stem(word)
    for word in "bar chocolate candy nougat cereal wafer fudge ice flapjack".split()  # noqa: SIM905
)
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|half an?|some|few)"
_MEAL = r"(?:desserts?|snacks?|breakfast|brunch|lunch|dinner|supper)"
# "3 dessert rolls", "a snack sausage": of which kind they are is in the meal's name.
_NAMED_AFTER = re.compile(
    rf"(?i)\b{_COUNT}\s(?P<meal>{_MEAL})\s(?!of\b|sized?\b)(?P<what>[a-z]{{3,}})"
)
_FORM_AFTER = re.compile(r"(?i)\s(?:desserts?|snacks?)\b(?!\s?[:-])")
_VESSELS = frozenset(UNITS) - frozenset(["roll", "rolls", "bar", "bars"])
#: A guess, like every food below the line at which pages show it as sure.
ASKED = 0.7


def doubt_classes(text: str, items: Sequence[Said], find: Find) -> None:
    """Hold what was found for a mere class of foods, or without its class."""
    for one in items:
        hit = one.matched.hit if one.matched else None
        if hit is None or one.matched is None:
            continue
        named = stems_of(hit.name) | stems_of(hit.label)
        if _is_bar(one, named):
            _take_for_bar(one, find)
        elif _is_class(one) or _lacks_form(text, one, named):
            hit = replace(hit, score=min(hit.score, ASKED))
            one.matched = replace(one.matched, hit=hit)


def _is_bar(one: Said, named: set[str]) -> bool:
    words = one.draft.words
    is_bar = len(words) > 1 and stem(words[-1]) == stem("bar")
    return is_bar and not named & _IN_BARS


def _take_for_bar(one: Said, find: Find) -> None:
    """Take "a cherry bar" for a bar as most are, with the cherries to choose from."""
    hits, matched = find("cereal bar"), one.matched
    if not hits or matched is None or matched.hit is None:
        return
    hit = replace(hits[0], score=min(hits[0].score, ASKED), is_stand_in=True)
    others = tuple(other for other in matched.alternatives if other.id != hit.id)
    one.matched = replace(matched, hit=hit, alternatives=(matched.hit, *others)[:5])


def _is_class(one: Said) -> bool:
    told = [word for word in one.draft.words if word not in MODIFIERS | STOPWORDS]
    return bool(told) and CLASSES.issuperset(told)


def _lacks_form(text: str, one: Said, named: set[str]) -> bool:
    """Whether the thing itself is in no name of the food: "bar", "dessert rolls"."""
    words, draft = one.draft.words, one.draft
    if draft.amount and draft.amount.unit == "bar" and not named & _IN_BARS:
        return True
    is_form = len(words) > 1 and words[-1] in _FORMS
    if is_form and stem(words[-1]) not in named:
        return True
    if _FORM_AFTER.match(text, draft.end):
        return True
    meal = _NAMED_AFTER.search(text, draft.start, draft.end)
    if meal is None or meal["what"].lower() in _VESSELS:
        return False
    return stem(meal["meal"].lower()) not in named
