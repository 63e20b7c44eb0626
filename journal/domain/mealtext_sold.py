"""How a food was sold, kept or fortified, said in the words of the table.

"A waffle from the freezer" is a frozen waffle and "a toasted slice of rye" a slice of
toasted rye; a scoop of protein is its powder. Every character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from journal.domain.mealtext_longhand import ENDS, saying

# What makes it toast stands before the slice.
_TOASTED = re.compile(
    r"\btoasted (?P<cut>slices?|rounds?|pieces?|halves) of (?=(?!toast)[a-z])"
)
# The frozen kind is in the table, and weighs less than one made at home.
_FROM_FREEZER = re.compile(
    r"\b(?P<what>waffles?),? (?:(?:that (?:was|came|were)|straight|right|fresh|hot"
    r"|taken) )*(?:out of|from) (?:the|my|our) freezer\b"
)
_PERSONAL = re.compile(r"\bpersonal[- ]sized? (?=(?:[a-z-]+ ){0,3}pizzas?\b)")
_PROTEIN = re.compile(
    r"(?P<much>\bscoops? of )(?:added |extra |my |unflavou?red )*protein"
    r"(?! (?:powder|shake|mix|isolate|drink|ice|pudding|water|blend))\b"
)
# Where that is all that is on it.
_CHEESE_PIZZA = re.compile(
    rf"\bpizza (?:made |topped )?with (?:just |plain |only )?cheese{ENDS}"
    r"(?!,? (?:and|plus|with))"
)
# Fortified, it is the same food; "a high vitamin C drink" is another.
_VITAMINS = re.compile(
    r"(?<=[a-z]),? (?:with|loaded with|packed with|full of)"
    rf" (?:high|lots of|plenty of) vitamins?(?: [a-e]\d?\d?)?(?: content)?{ENDS}"
)
# How it fed, no filling of a pie.
_FILLING = re.compile(
    r"(?:(?<=\ba )|(?<=\bmy )|(?<=\bsome )|(?<=\bthe )|(?<=\bvery ))"
    r"filling (?=(?!(?:of|for|with|and|from|in|on|was|is|meal|snack|breakfast"
    r"|brunch|lunch|dinner|supper|start|treat)\b)[a-z])"
)
_BOTH_FREE = re.compile(
    r"(?P<one>\b(?:fat|sugar|dairy|lactose|caffeine|gluten)[- ]free),"
    r"(?= (?:and )?(?:[a-z]+-free|unsweetened|flavou?red|unflavou?red|low|reduced)\b)"
)
# Where it was bought makes no other food of what is so named.
_FAST = re.compile(
    r"\bfast[- ]food (?=(?:fried|grilled|crispy|chicken|turkey|beef|fish|pizza|double"
    r"|hot|tacos?|burritos?|pepperoni|cheese pizza)\b)"
)
_SAYINGS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_TOASTED, lambda m: f"{m['cut']} of toasted "),
    (_FROM_FREEZER, lambda m: f"frozen {m['what']}"),
    (_PERSONAL, lambda m: "personal "),
    (_CHEESE_PIZZA, lambda m: "cheese pizza"),
    (_PROTEIN, lambda m: f"{m['much']}whey"),
    (_VITAMINS, lambda m: ""),
    (_FAST, lambda m: ""),
    (_FILLING, lambda m: ""),
    (_BOTH_FREE, lambda m: m["one"] + " "),
)


def as_sold(work: str) -> str:
    """The text (lower case, every place kept) with how foods were sold in short."""
    for pattern, say in _SAYINGS:
        work = pattern.sub(saying(say), work)
    return work
