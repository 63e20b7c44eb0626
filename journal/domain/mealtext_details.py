"""A dish told with what is in it, after a colon or in brackets: counted once."""

from __future__ import annotations

import re

from journal.domain import mealtext_words as said
from journal.domain.brands import without_brands
from journal.domain.foodmatch import stem
from journal.domain.mealtext_brackets import joined_inside, with_kinds
from journal.domain.mealtext_contents import goes_in
from journal.domain.mealtext_dishes import BAKED, BREADED, FILLED
from journal.domain.mealtext_filler import FILLER
from journal.domain.mealtext_places import blank
from journal.domain.mealtext_rows import holds_what_is_told
from journal.domain.mealtext_slots import LINK, LIST
from journal.domain.mealtext_units import UNITS

_BRACKETS = re.compile(r"(?:(?<=^)|(?<=[,;.:\n]))[^,;.:\n()]{0,80}\([^()]*,[^()]*\)")
_COLON = re.compile(
    r"(?:(?<=^)|(?<=[,;.!?\n]))(?P<dish>[^,;.:!?\n()]{2,80})"
    r"(?P<colon>:|\s-)\s(?P<inside>[^;\n]{2,400}?)(?=\.(?:\s|$)|[;\n]|$)"
)
_PARTED = re.compile(r",|\band\b|\bwith\b|\bplus\b|\bon\b|&|\+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_AMOUNT = re.compile(
    rf"\d|[{''.join(said.GLYPHS)}]|\b(?:an?|half|one|two|three|four|five|six)\b"
)
# The eggs of an omelette tell its size, and are no amount of another food.
_EGG_COUNT = re.compile(
    r"\b(?:\d|an?|one|two|three|four|five|six)\ (?:large\ )?eggs?\b"
)
_EGG_DISHES = frozenset(stem(word) for word in ("omelette", "omelet", "frittata"))
_OPENING_WITH = re.compile(r"^\s*(?:with|w/)\s")
# These are what is told after them, and nothing else.
_COMPOSED = frozenset(
    stem(word)
    for word in """
    salad roast english irish scottish smoothie shake oats platter board plate bowl
    lunchbox fry-up fryup mezze buffet picnic tapas breakfast dinner
    """.split()  # noqa: SIM905
)
_BLENDED = frozenset(stem(word) for word in ("smoothie", "shake", "oats"))
_TOPPED = re.compile(r"\b(?P<host>[a-z]+)(?P<gap>\s?)\((?P<inside>[^()]*)\)")
_HOSTS = frozenset(
    stem(word)
    for word in """
    tea coffee toast bread bagel crumpet crumpets porridge oatmeal oats cereal granola
    weetabix potato pancake pancakes waffle waffles scone scones crackers ryvita
    """.split()  # noqa: SIM905
)
_TOPPINGS = frozenset(
    stem(word)
    for word in """
    milk cream sugar sugars butter buttered jam honey marmite nutella peanut cheese
    banana berries blueberries strawberries syrup sweetener marmalade beans tuna egg
    """.split()  # noqa: SIM905
)
_DISHES = FILLED | BREADED | BAKED
_SMALL = frozenset(map(stem, ["and", "with", "an", "a", *said.NUMBER_WORDS]))
# After a dash these are eaten beside the dish: "tuna sandwich - crisps, apple".
_BESIDE = frozenset(
    stem(word)
    for word in """
    crisps chips fries apple orange grapes banana fruit yogurt yoghurt coke cola pepsi
    drink water tea coffee juice squash milk latte smoothie biscuit biscuits cookie
    cookies cake bar brownie muffin chocolate soup salad coleslaw slaw wine beer
    """.split()  # noqa: SIM905
)


def with_details(work: str) -> str:
    """The text in which a dish and its details are one food or those told.

    Foods told with amounts take the dish's place, in which they would count twice.
    Others are what is in it: "omelette: spinach, feta".
    """
    work = _BRACKETS.sub(_in_brackets, with_kinds(work))
    work = joined_inside(_TOPPED.sub(_topped, work))
    return _COLON.sub(_after_colon, work)


def _in_brackets(match: re.Match[str]) -> str:
    dish, inside = match.group()[:-1].split("(")
    parts = inside.split(",")
    if holds_what_is_told(dish):
        return dish + "(" + _OPENING_WITH.sub(blank, inside) + ")"
    told = [part for part in parts if re.search(r"\d", part) and _names_food(part)]
    words = without_brands([w for w in _WORD.findall(dish) if w not in FILLER])
    is_composed = bool(words) and stem(words[-1]) in _BLENDED and len(parts) > 1
    # "A lovely dinner (beef, rice, beer)": the meal's own name is blanked by now.
    is_composed |= not words and len(parts) > 2
    is_blended = is_composed and all(map(_names_food, parts))
    if (
        words
        and len(parts) < 4
        and not is_blended
        and _are_all_in(stem(words[-1]), parts)
    ):
        return (
            dish.rstrip()
            + LINK.ljust(len(dish) - len(dish.rstrip()) + 1)
            + inside
            + " "
        )
    if len(told) < 2 and not is_blended:
        return match.group()
    return " " * len(dish) + LIST + inside + LIST


def _topped(match: re.Match[str]) -> str:
    """Read "toast (butter, jam)" as toast with these; "toast (brown)" stays."""
    inside = match["inside"]
    words = {stem(word) for word in _WORD.findall(inside)}
    if stem(match["host"]) not in _HOSTS or not words & _TOPPINGS:
        return match.group()
    return match["host"] + LINK.ljust(len(match["gap"]) + 1) + inside + " "


def _after_colon(match: re.Match[str]) -> str:
    dish, inside = match["dish"], match["inside"]
    words = without_brands([w for w in _WORD.findall(dish) if w not in FILLER])
    parts = _PARTED.split(inside)
    if not words or not _names_food(parts[0]) or _is_parted(dish):
        return match.group()
    if ":" in inside or " - " in inside:
        # A list of foods, each with its amount after it.
        return match.group()
    if holds_what_is_told(dish):
        return dish + LINK.ljust(len(match["colon"]) + 1) + inside
    last = stem(words[-1])
    told = sum(_is_measured(part, last) and _names_food(part) for part in parts)
    is_composed = last in _COMPOSED and len(parts) > 1
    is_told = told and (match["colon"] == ":" or (told > 1 and last in _DISHES))
    if is_told or is_composed:
        return " " * len(dish) + LIST.ljust(len(match["colon"]) + 1) + inside
    if last in _DISHES and (match["colon"] == ":" or _are_in_it(parts)):
        return dish + LINK.ljust(len(match["colon"]) + 1) + inside
    return match.group()


def _is_measured(part: str, dish: str) -> bool:
    if dish in _EGG_DISHES:
        part = _EGG_COUNT.sub("", part)
    return bool(_AMOUNT.search(part))


def _are_all_in(dish: str, parts: list[str]) -> bool:
    """Whether all in brackets goes into such a dish: "wrap (chicken, lettuce)"."""
    if dish not in FILLED | BREADED or any(_is_measured(part, dish) for part in parts):
        return False
    told = {stem(word) for part in parts for word in _WORD.findall(part)}
    return goes_in(dish, told - _SMALL)


def _are_in_it(parts: list[str]) -> bool:
    """Whether three or more things after a dash are what the dish is made of."""
    if len(parts) < 3 or any(_AMOUNT.search(part) for part in parts):
        return False
    words = {stem(word) for part in parts for word in _WORD.findall(part)}
    return not words & _BESIDE


def _is_parted(dish: str) -> bool:
    """Whether more than one food stands before the colon: "toast and: eggs"."""
    return bool(re.search(r"\band\b|&|\+|\bwith\b", dish)) and " on " not in dish


def _names_food(part: str) -> bool:
    words = re.findall(r"[a-z]{3,}", part)
    return any(word not in UNITS and word not in said.NUMBER_WORDS for word in words)
