"""How a food was finished, and what of it was left: iced, flavoured, its peel uneaten.

Such words make another kind of the food told before them and no second food. Every
character keeps its place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_longhand import ENDS, L
from journal.domain.mealtext_places import Say, in_short

# Eggs scrambled with these are what the table calls an omelette with them.
_LOADED_EGGS = re.compile(
    r"\bscrambled\ eggs?(?=,?\ (?:loaded|filled|stuffed|packed|folded)\ with\b)"
)
_YOLK_OF = re.compile(
    r"\b(?:the\ )?(?P<part>yolk|white)s?\ (?:of|from)\ (?P<many>an?|one|two|three|four"
    r"|\d+)\ (?P<how>(?:[a-z]+\ ){0,2}?)eggs?\b"
)
_FROM_EGGS = re.compile(
    r"(?:(?<=\bomelet)|(?<=\bomelette))\ (?:made\ )?(?:from|of|using)\ "
    r"(?=(?:an?|one|two|three|four|\d)\ (?:[a-z]+\ )?eggs?\b)"
)
_ICED_CAKE = re.compile(
    r"(?P<kind>\b(?:white|yellow|vanilla|chocolate|carrot|lemon|sponge|red\ velvet"
    r"|birthday|spice|marble|pound|plain|strawberry|coconut)\ )?"
    r"(?P<what>\b(?:cake|cupcake)s?)"
    rf"\ (?:(?:topped|covered|decorated|frosted|spread|finished)\ )?with\ {L}"
    rf"(?:white\ |vanilla\ |chocolate\ |sugar\ )?(?:icing|frosting){ENDS}"
)
# "Flavored with vanilla": of that kind.
_FLAVOURED = re.compile(
    r"(?P<what>\b(?:yogh?urt|milk|oatmeal|porridge|coffee|water|ice\ cream|pudding"
    r"|shake|milkshake|latte|creamer)),?\ flavou?red\ with\ (?P<taste>vanilla|chocolate"
    r"|strawberry|lemon|caramel|peach|hazelnut|coffee|coconut|raspberry|blueberry|banana"
    rf"|mint|honey){ENDS}(?!\ and\b)"
)
_LEFT = re.compile(
    r",?\ (?:(?:but\ |while\ )?leaving|(?:but\ )?i\ left)\ (?:the|its|their|behind"
    r"\ the)\ (?P<what>peel|skin|crusts?|bones?|fat|rind|shell|stone)"
    rf"(?:\ (?:uneaten|behind|out|off|on\ the\ plate))?{ENDS}"
)
_LEFT_ON = re.compile(
    rf",?\ (?:with\ )?(?:the\ |its\ )?(?P<what>peel|skin|crusts?|rind)\ (?:left\ )?"
    rf"(?:uneaten|not\ eaten){ENDS}"
)
_SWEET_TEA = re.compile(r",?\ (?P<how>pre-?sweetened)\ with\ sugar\b")
_TWO_WAYS = re.compile(
    r"(?P<how>\b(?:baked|fried|grilled|roasted|broiled|crispy)),"
    r"(?=\ (?:coated|breaded|battered|seasoned|marinated)\ [a-z])"
)
# "A macaroni salad made with a light dressing": as such salads are.
_DRESSED = re.compile(
    r"(?<=\bsalad),?\ (?:made|prepared|mixed|dressed)\ with\ (?:an?\ )?"
    r"(?P<kind>(?:light|low-fat|reduced-fat|fat-free)\ )?(?:(?:mayo|mayonnaise)"
    r"(?:[- ](?:type|style|based))?(?:\ (?:salad\ )?dressing)?|creamy\ dressing)\b"
)
# A bar with these in it or on it is of that kind.
_IN_BARS = (
    r"(?:nuts?|almonds?|peanuts?|cashews?|coconut|raisins?|dried\ fruit|fruit|honey"
    r"|seeds|oats|chocolate(?:\ chips?)?|dates|cranberries|caramel|peanut\ butter)"
)
_BAR = re.compile(
    rf"(?P<bar>\b(?:granola|cereal|protein|oat|snack|breakfast|energy|candy|nutrition)"
    rf"\ bars?)\ (?:with|containing)\ {L}(?P<in>{_IN_BARS})"
    rf"(?:,?\ and\ {L}(?P<more>{_IN_BARS}))?"
    rf"(?P<coat>,?\ (?:and\ )?(?:coated|covered|dipped)\ in\ {L}"
    rf"(?:(?:milk|dark)\ )?(?:chocolate|yogh?urt))?{ENDS}"
)
_CREAMS = r"(?:(?:whipped|pastry|vanilla|sweet)\ )?(?:custard|cream)"
_FILLED_PASTRY = re.compile(
    rf"(?P<what>\b(?:cream\ puffs?|[eé]clairs?|profiteroles?))\ "
    rf"(?:(?:filled|stuffed|bursting)\ )?with\ {L}{_CREAMS}(?:\ filling)?{ENDS}"
)
_FILLED_DOUGHNUT = re.compile(
    r"(?P<what>\b(?:doughnuts?|donuts?))\ (?:filled|stuffed)\ with\ "
    rf"{L}(?:(?:raspberry|strawberry|apple|apricot|fruit|cherry|grape|vanilla)\ )?"
    rf"(?P<in>jam|jelly|custard|cream)(?:\ filling)?{ENDS}"
)
_IN_ALL = re.compile(r",?\ in\ (?:all|total)(?=\s*(?:$|[,.;!?\n]))")


def _bar_with(match: re.Match[str]) -> str:
    coat = match["coat"]
    kind = f"{coat.split()[-1]}-coated " if coat else ""
    more = f"_{match['more']}" if match["more"] and not coat else ""
    return f"{kind}{match['bar']} with_{match['in']}{more}".replace("with_ ", "with_")


_SAYINGS: Final[tuple[tuple[re.Pattern[str], Say], ...]] = (
    # An underscore keeps the words from being read as a link.
    (_LOADED_EGGS, lambda m: "omelette"),
    (_YOLK_OF, lambda m: f"{m['many']} {m['how']}egg {m['part']}"),
    (_FROM_EGGS, lambda m: " with "),
    (_ICED_CAKE, lambda m: f"iced {m['kind'] or ''}{m['what']}"),
    (_FLAVOURED, lambda m: f"{m['taste']} {m['what']}"),
    (_LEFT, lambda m: f" without {m['what']}"),
    (_LEFT_ON, lambda m: f" without {m['what']}"),
    (_SWEET_TEA, lambda m: " sweetened"),
    (_TWO_WAYS, lambda m: m["how"]),
    (_DRESSED, lambda m: f" with_{m['kind'] or ''}mayo".replace(" ", "_", 1)),
    (_BAR, _bar_with),
    (_FILLED_PASTRY, lambda m: m["what"]),
    (_FILLED_DOUGHNUT, lambda m: f"{m['in']} {m['what']}"),
    (_IN_ALL, lambda m: ""),
)


def finished(work: str) -> str:
    """The text (lower case, every place kept) with such words as a food's kind."""
    return in_short(work, _SAYINGS)
