"""Which kind of a food it was, told after it: "pizza on a wholemeal crust".

And names told otherwise than in the table: "soup: leek and potato", "lager 0.0". What
it was filled, dusted or simmered with there is in the kind and no second food, and what
flavour it did not have is none. Every character keeps its place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_longhand import ENDS, L
from journal.domain.mealtext_places import Say, in_short

_OTHER_FLAVOUR = re.compile(
    r",?\ (?:\(?(?:in|with|of)\ )?(?:an?\ )?flavou?rs?\ other\ than\ [a-z]+"
    r"(?:\ or\ [a-z]+)?\)?"
)
_MIDDLE = re.compile(
    r"\bin\ the\ middle\ of\ (?:the|my)\ (?P<when>day|morning|afternoon|night)\b"
)
_VITAMINS = re.compile(
    r",?\ (?:(?:and\ )?(?:loaded|packed|enriched|fortified|rich|boosted|bursting|full"
    r"|high)\ (?:with|in|of)|with)\ (?:(?:high|added|extra|plenty\ of|lots\ of)\ )?"
    rf"vitamins?(?:\ [a-e]\d*)?(?:\ and\ minerals)?{ENDS}"
)
# Drinks are sold by their vitamins.
_DRINK = re.compile(r"\b(?:drinks?|juices?|punch|water|cocktail)\b")
_IN_SAUCE = re.compile(
    r"(?P<what>\b(?:pasta|spaghetti|macaroni|penne|noodles|meatballs|ravioli|tortellini"
    r"|beans|chicken|beef|pork|fish|rice))\ (?:that\ (?:was|were)\ )?(?:simmered|bathed"
    r"|swimming|stewed|cooked)\ in(?:\ (?:an?|the|some))?(?=\ "
    rf"{L}(?:[a-z-]+\ ){{0,3}}(?:sauce|gravy)\b)"
)
_FRUITS = (
    r"fruit|apples?|cherries|cherry|berries|peach(?:es)?|lemon|cheese|cream\ cheese"
)
_FILLED = re.compile(
    r"(?P<what>\b(?:turnovers?|danish(?:es)?(?:\ pastr(?:y|ies))?|strudels?))\ "
    rf"(?:filled|stuffed|bursting)\ with\ {L}(?P<in>{_FRUITS})(?:\ filling)?{ENDS}"
)
_CRUST = re.compile(
    r"(?P<what>\bpizza)\ (?:(?:made|built|served|baked)\ )?(?:on|with)\ (?:an?\ )?"
    rf"{L}(?:(?:thin|thick|medium|deep)(?:,|\ and)?\ )?(?P<of>whole\ wheat|whole\ grain"
    r"|wholemeal|whole-wheat|gluten[- ]free)\ (?:(?:thin|thick|medium)\ )?"
    r"(?:crust|base)\b"
)
_ITS = re.compile(
    r",\ (?:with\ )?its\ (?:[a-z-]+\ ){1,4}(?:wrapped|encased|covered|surrounded"
    r"|enclosed|melting|oozing|swirled|blended|mingling|hidden|tucked|dancing|coated)\b"
    r"[^.;!?\n,]*"
)
# "Pasta with tomato-based sauce, chicken, and added vegetables".
_SAUCE_AND = re.compile(
    r"\btomato-based\ sauce,\ (?P<what>poultry|chicken|meat|beef|seafood),?\ and"
    r"(?:\ added)?(?=\ vegetables\b)"
)
_TACO_FILLING = re.compile(
    r"(?<=\btaco\ filling),?\ (?:topped\ |made\ |mixed\ )?with\ "
    rf"(?:{L}(?:cheese|tomato(?:es)?|taco\ sauce|salsa|lettuce)"
    r"(?:,\ and\ |,?\ and\ |,\ )?)+"
)
_BOTTLED = re.compile(r"\bbottled,\ (?=(?:unsweetened|plain|still|sparkling)\ water\b)")
_SUGARED = re.compile(
    r"(?P<what>\b(?:doughnuts?|donuts?))\ (?:topped|dusted|coated|covered|sprinkled"
    rf"|rolled)\ (?:with|in)\ {L}(?P<on>powdered\ sugar|icing\ sugar|sugar"
    rf"|cinnamon\ sugar){ENDS}"
)
_CREAMY = re.compile(
    rf"(?:\bsandwich\ )?(?P<what>\b(?:cookie|biscuit)s?)\ filled\ with\ {L}"
    r"(?:cream|creme|creamy\ (?:goodness|filling|centre|center))"
    rf"(?P<more>\ and\ raisins)?{ENDS}"
)
_CONCENTRATE = re.compile(r"(?<=\bjuice),?\ \(?(?:made\ )?from\ concentrate\b\)?")
# "Rice followed by chips" are no rice chips.
_THEN = re.compile(
    r"(?<=[a-z\d]),?(?P<then>\ (?:followed\ by|and\ (?:also|later\ on|later|then)))"
    r"(?=\ (?!had\b|i\b|we\b)[a-z\d])"
)
# "Soup: carrot and coriander".
_SOUP_OF = re.compile(
    r"(?P<what>\bsoup)\s?[:(-]\s?(?P<kind>[a-z]+\ (?:and|&|n)\ [a-z]+)\)?"
    r"(?=\s*(?:$|[,.;\n]))"
)
_NOUGHT = re.compile(
    r"\b(?:heineken|guinness|peroni|corona|stella|beer|lager|cider|budweiser|bud|becks"
    r"|san\ miguel|(?:birra\ )?moretti|asahi|carlsberg|estrella|madri)\ 0[.,]0%?(?!\d)"
)
_DRINKING = re.compile(r"\bdrinking\ (?P<what>yogh?urt)\b")
# The bun of a burger is in it, whatever amount is told behind.
_IN_BUN = re.compile(
    r"(?<=burger)\ (?:with|in|on)\ (?:an?\ |the\ |its\ )?(?:bun|roll)\b"
)
_GRAPEFRUIT = re.compile(r"\bgrape\ fruit(?=s?\b)")
_SKIN_ON = re.compile(r"\bskin[- ]on\ (?=(?:fries|chips|wedges|potato(?:es)?)\b)")
# "Popcorn, 3 cups air popped".
_POPPED = re.compile(
    r"\bpopcorn(?P<gap>,?\ )(?P<count>(?:\d[\d/.]*|an?|one|two|three|half\ an?)\ ?"
    r"(?:cups?|c|g|oz|bags?|handfuls?)\ )(?P<kind>air[- ]popped|plain|salted)\b"
)
# A dish that was bought ready is that dish.
_READY = re.compile(
    r"(?P<what>\b(?:cheese|masala|tikka|korma|curry|madras|jalfrezi|biryani|bolognese"
    r"|carbonara|pie|stew|hotpot|casserole|risotto|chilli|chili|stroganoff|paella"
    r"|mash|rice|noodles))\ (?:ready|microwave)\ meal\b"
    r"|\b(?:an?\ )?(?:ready|microwave)\ meal(?:\ of\b|\s?[,:-])(?=\ [a-z])"
)
# All that is in the glass was told: it counts, and the glass does not.
_BLENDED_OF = re.compile(
    r"(?:(?<=^)|(?<=[,.;:\n]\ ))(?:(?:i\ )?(?:had|made|drank)\ )?(?:an?\ )?"
    r"shake\ (?:that\ was\ )?(?:made|blended)\ (?:from|of|with|using)"
    r"(?=\ [^.;\n]{3,40}(?:,|\band\b))"
)
_SMOOTHIE_OF = re.compile(r"\bsmoothie\ made\ (?:from|using)(?=\ [a-z])")
# "Tacos x3 beef": how many was told in the middle.
_COUNTED = re.compile(
    r"(?P<what>\b(?:tacos?|burritos?|wraps?|fajitas?|enchiladas?|quesadillas?|samosas?"
    r"|tostadas?|empanadas?|sandwich(?:es)?|pies|tamales?))\ (?P<count>(?:x\ ?\d|\dx?"
    r"|two|three|four))\ (?P<kind>beef|chicken|pork|fish|veg(?:gie|etable|etarian)?"
    r"|cheese|prawn|shrimp|steak|turkey|ham|tuna|bean|lamb|egg|potato)"
    r"(?=\s*(?:[,.;\n]|$))"
)


def _when(match: re.Match[str]) -> str:
    return "at midday" if match["when"] == "day" else f"in the {match['when']}"


def _vitamins(match: re.Match[str]) -> str:
    before = re.split(r"[.;!?\n]", match.string[: match.start()])[-1]
    return match.group() if _DRINK.search(before[-60:]) else ""


def _crust(match: re.Match[str]) -> str:
    of = "gluten-free" if match["of"].startswith("gluten") else "whole wheat"
    return f"{of} crust {match['what']}"


_SAYINGS: Final[tuple[tuple[re.Pattern[str], Say], ...]] = (
    (_OTHER_FLAVOUR, lambda m: ""),
    (_MIDDLE, _when),
    (_VITAMINS, _vitamins),
    (_IN_SAUCE, lambda m: f"{m['what']} in"),
    (_FILLED, lambda m: f"{m['in']} {m['what']}"),
    (_CRUST, _crust),
    (_SAUCE_AND, lambda m: f"tomato sauce with {m['what']} and"),
    (_ITS, lambda m: ""),
    (_TACO_FILLING, lambda m: ""),
    (_BOTTLED, lambda m: "bottled"),
    (_SUGARED, lambda m: f"{m['on']} {m['what']}"),
    (_CONCENTRATE, lambda m: ""),
    (_THEN, lambda m: ","),
    (_SOUP_OF, lambda m: f"{m['kind']} {m['what']}"),
    (_NOUGHT, lambda m: "na beer"),
    (_DRINKING, lambda m: f"{m['what']} drink"),
    (_IN_BUN, lambda m: ""),
    (_GRAPEFRUIT, lambda m: "grape-fruit"),
    (_SKIN_ON, lambda m: ""),
    (_POPPED, lambda m: f"{m['count']}{m['kind']} popcorn"),
    (_READY, lambda m: m["what"] or ""),
    (_BLENDED_OF, lambda m: ""),
    (_SMOOTHIE_OF, lambda m: "smoothie made with"),
    (_COUNTED, lambda m: f"{m['kind']} {m['what']} {m['count']}"),
    (_CREAMY, lambda m: f"{'raisin ' if m['more'] else ''}sandwich {m['what']}"),
)


def kinds_told(work: str) -> str:
    """The text (lower case, every place kept) with such kinds under their names."""
    return in_short(work, _SAYINGS)
