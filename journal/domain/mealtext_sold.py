"""How a food was sold, kept or fortified, said in the words of the table.

"A waffle from the freezer" is a frozen waffle and "a toasted slice of rye" a slice of
toasted rye; a scoop of protein is its powder. Every character keeps its place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_longhand import ENDS, L
from journal.domain.mealtext_places import Say, in_short
from journal.domain.mealtext_praise import LIKED

# What makes it toast stands before the slice.
_TOASTED = re.compile(
    r"\btoasted (?P<cut>slices?|rounds?|pieces?|halves) of (?=(?!toast)[a-z])"
)
# The frozen kind is in the table, and weighs less than one made at home.
_FROM_FREEZER = re.compile(
    r"\b(?P<what>waffles?|pancakes?),? (?:(?:that (?:was|came|were)|straight|right"
    r"|fresh|hot|taken) )*(?:(?:out of|from) (?:the|my|our) freezer|from frozen)\b"
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
    r"(?<=[a-z])(?<!drink)(?<!drinks)(?<!punch)(?<!ed)(?<!full)"
    r",? (?:with|loaded with|packed with|full of)"
    rf" (?:high|lots of|plenty of) vitamins?(?: [a-e]\d?\d?)?(?: content)?{ENDS}"
)
# The formula has one name, whatever it is called beside it.
_FORMULA = re.compile(
    r"(?:ready[- ]to[- ]feed )?pediasure,? (?:ready[- ]to[- ]feed )?"
    r"(?:(?:infant|toddler|baby) )?formula\b"
)
_SPIRIT = re.compile(
    rf"\b(?:drink|glass|cocktail) of (?={L}"
    r"(?:whisk(?:e?y)|bourbon|scotch|rum|gin|vodka) (?:and|&) [a-z])"
)
# What a drink was stirred from is in the cup.
_FROM_MIX = re.compile(
    r"\bhot (?:chocolate|cocoa),? (?:reconstituted|made(?: up)?"
    r"|prepared|mixed) (?:from|with|using) an? (?:packet|sachet|envelope) of "
    r"(?P<less>no sugar added |no added sugar |sugar-free |diet )?(?:[a-z]+ )?mix\b"
    r"(?!,? (?:and|with|in) (?:[a-z-]+ ){0,2}milk)"
)
_ROLL = re.compile(r"\bsandwich[- ]sized? (?=(?:[a-z]+ )?(?:rolls?|buns?|slices?)\b)")
_TO_MAKE_IT = re.compile(
    rf",? to make it (?:even |all the |a (?:bit|little) )?(?:more )?"
    rf"(?:{LIKED}|special|[a-z]+ier|richer|sweeter){ENDS}"
)
# What a cupcake is made of, and an American biscuit that holds the filling.
_CUPCAKE = re.compile(
    rf"\b(?P<what>cupcakes?) (?:made )?with (?:a |an )?{L}"
    rf"(?:yellow|white|vanilla|sponge|plain) cake(?: base)? and {L}"
    r"(?:white |vanilla |yellow )?(?:icing|frosting)\b"
)
_ON_BISCUIT = re.compile(
    rf"\bsandwich (?:served )?on an? {L}(?:(?:buttermilk|breakfast) )?biscuit\b"
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


def _stirred(match: re.Match[str]) -> str:
    kind = "low calorie" if match["less"] else "instant"
    return f"{kind} hot chocolate"


_SAYINGS: Final[tuple[tuple[re.Pattern[str], Say], ...]] = (
    (_TOASTED, lambda m: f"{m['cut']} of toasted "),
    (_FROM_FREEZER, lambda m: f"frozen {m['what']}"),
    (_PERSONAL, lambda m: "personal "),
    (_CHEESE_PIZZA, lambda m: "cheese pizza"),
    (_PROTEIN, lambda m: f"{m['much']}whey"),
    (_VITAMINS, lambda m: ""),
    (_FAST, lambda m: ""),
    (_FORMULA, lambda m: "pediasure"),
    (_SPIRIT, lambda m: ""),
    (_FROM_MIX, _stirred),
    (_ROLL, lambda m: ""),
    (_TO_MAKE_IT, lambda m: ""),
    (_CUPCAKE, lambda m: f"{m['what']} with icing"),
    (_ON_BISCUIT, lambda m: "biscuit sandwich"),
    (_FILLING, lambda m: ""),
    (_BOTH_FREE, lambda m: m["one"] + " "),
)


def as_sold(work: str) -> str:
    """The text (lower case, every place kept) with how foods were sold in short."""
    return in_short(work, _SAYINGS)
