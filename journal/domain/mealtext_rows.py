"""A line as an app's table of foods writes it: "3 crackers Savoury Thin Crackers".

Such a row leads with an amount, whose unit is often the food's own word once more.
"""

from __future__ import annotations

import re

from journal.domain import mealtext_words as said
from journal.domain.amounts import singular
from journal.domain.foodmatch import stem
from journal.domain.mealtext_dishes import BREADED, LAYERED
from journal.domain.mealtext_links import ANDS, LINKS
from journal.domain.mealtext_places import blank
from journal.domain.mealtext_units import UNITS

_NUMBER = rf"(?:\d+(?:[./]\d+)?|\d*[{''.join(said.GLYPHS)}]|half|quarter|an?|one|two)"
_ROW = re.compile(
    rf"(?m)^(?P<lead>\s*{_NUMBER}\s+(?:of\s+)?(?:an?\s+)?)(?P<what>[a-z]{{3,}})"
    r"(?P<name>\s[^,;:()\d\n]{3,80})"
)
_MEASURED = re.compile(
    rf"\s*{_NUMBER}\s*(?P<unit>fluid ounces?|fl\.? ?oz|fluid oz|[a-z]+)\b"
)
_BETWEEN = re.compile(r"\s-\s")
_WORD = re.compile(r"[a-z']+")
_VESSELS = frozenset(["bowl", "plate"])
# Of one food in two colours, counted once: "8 red and green grapes".
_COLOURS = re.compile(
    r"(?m)^(?P<lead>\s*(?!1\s)\d+\s+)(?P<one>green|red|black|yellow)"
    r"(?P<link>\s+(?:and|&)\s+)(?=(?:green|red|black|yellow|orange)"
    r"\s+(?!tea|coffee|wine|juice)[a-z])"
)
# Of what milk a cheese is made (after a comma it mostly is milk beside it), and in
# what crumbs a thing was fried.
_CHEESE_OF = re.compile(
    r"(?P<cheese>\b(?:cheese|mozzarella|ricotta|cheddar|provolone))"
    r"(?P<of>(?:,?\spart[- ]skim|(?:(?<=mozzarella),|(?<=ricotta),)?"
    r"\s(?:whole|low[- ]fat|skim|nonfat|2%)))(?P<milk>\smilk)\b"
    r"(?=\s*(?:,|$|\n))"
)
_CRUMBED = re.compile(
    r"(?<=\bbreaded)\s(?:with|in)\s[^,;.\n]{0,40}?"
    r"\b(?:crumbs?|breadcrumbs?|panko|cornflakes?|flour)\b"
)
#: What holds what is told of it, however much of it was weighed.
HOLDING = frozenset(
    stem(word)
    for word in """
    salad soup stew chowder chili chilli casserole curry smoothie shake gumbo stroganoff
    fry
    """.split()  # noqa: SIM905
)


def told_once(work: str) -> str:
    """The text in which a row's unit is no word of the food that is told again."""
    work = _COLOURS.sub(lambda m: m["lead"] + m["one"] + " " * len(m["link"]), work)
    work = _CRUMBED.sub(blank, work)
    return _ROW.sub(_once, _CHEESE_OF.sub(_less_milk, work))


def _less_milk(match: re.Match[str]) -> str:
    return match["cheese"] + match["of"] + " " * len(match["milk"])


def _once(match: re.Match[str]) -> str:
    """Blank the first of two same words: "half omelette vegetable omelette"."""
    what, name = match["what"], match["name"]
    unit = UNITS.get(what)
    if unit is not None and (unit.grams or unit.millilitres):
        return match.group()
    name = _BETWEEN.split(name)[0]
    again = [m for m in _WORD.finditer(name) if singular(m[0]) == singular(what)]
    if not again:
        return match.group()
    before = name[: again[0].start()]
    if singular(what) == "slice" and before.strip():
        # "2 slice pizza slice of pepperoni" are slices still.
        return match.group()
    is_parted = bool(ANDS.search(before)) and stem(what) not in BREADED | LAYERED
    if is_parted or LINKS.search(before):
        return match.group()
    rest = match["name"]
    if len(again) > 1:
        # "Half a bar Trail Protein Bar Lemon Bar".
        last = again[-1]
        rest = rest[: last.start()] + " " * len(last[0]) + rest[last.end() :]
    return match["lead"] + " " * len(what) + rest


def is_measured(dish: str) -> bool:
    """Whether a dish is told with its weight or volume: "9 oz spinach salad"."""
    found = _MEASURED.match(dish)
    unit = UNITS.get(found["unit"]) if found else None
    if unit is None:
        return False
    return bool(unit.grams or unit.millilitres) or unit.name in _VESSELS


def holds_what_is_told(dish: str) -> bool:
    """Whether a measured dish has in its amount what is told after it."""
    words = _WORD.findall(dish)
    is_dish = bool(words) and stem(words[-1]) in HOLDING and words[-1] != "fries"
    return is_dish and is_measured(dish)
