"""One food told in more words than its name, put as its name: "yogurt with fruit".

What is told after such a food is what kind of it was eaten: how eggs were fried, what a
yogurt or a cookie has in it, what a cone held. Every character keeps its place, and a
food is only taken into another's name out of the closed lists here.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_finish import finished
from journal.domain.mealtext_frozen import frozen_meals_named
from journal.domain.mealtext_kind_told import kinds_told
from journal.domain.mealtext_longhand import shortened
from journal.domain.mealtext_nursery import babies_fed
from journal.domain.mealtext_places import Say, blank, in_short, spread
from journal.domain.mealtext_praise import LIKED

_L = rf"(?:{LIKED},?\ (?:and\ )?)*"
_ENDS = (
    r"(?=\s*(?:$|[,.;:!?\n()]|(?:and|with|along|alongside|while|for|as|plus|to|before"
    r"|after|accompanied|paired|complemented|washed|followed|then|served|topped|on)\b))"
)
_MILK = (
    r"(?:low[- ]?fat|reduced[- ]fat|whole|full[- ]fat|skim(?:med)?|non[- ]?fat"
    r"|fat-free)"
)
# "Yogurt with fruit", "yogurt made from whole milk and filled with fruit pieces"; fresh
# fruit, or a cup of it, was put on top.
_FRUITED = re.compile(
    rf"\b(?P<name>yogh?urts?)(?P<milk>,?\ (?:that\ (?:is|was)\ )?made\ (?:from|with)\ "
    rf"(?P<fat>{_MILK})\ milk)?(?P<fruit>(?:,?\ and)?,?\ (?:with|containing|(?:filled"
    rf"|mixed|loaded|packed|blended|studded|made)\ with)\ (?!fresh\b){_L}"
    rf"(?:real\ |added\ |mixed\ )?fruits?(?:\ (?:pieces|chunks|bits|in\ it))?{_ENDS}"
    r"(?!\ and\ (?:[a-z]+\ )?(?:granola|nuts|honey|seeds|muesli|oats|cereal)))?"
)
# Of what they were fried in: "scrambled eggs with a little margarine".
_FRIED_IN = re.compile(
    rf"(?P<eggs>\b(?:fried|scrambled)\ (?:[a-z]+\ )?(?:eggs?|omelett?es?)"
    rf"|\b(?:eggs?|omelett?es?),?\ (?:scrambled|fried)|\bomelett?es?),?"
    rf"\ (?:(?:cooked|made|fried|prepared|scrambled|done)\ )?(?:with|in|using)\ "
    rf"(?:(?:a\ )?(?:little|bit\ of|touch\ of|pat\ of|some|light)\ )?{_L}"
    rf"(?P<fat>margarine|butter|olive\ oil|vegetable\ oil|oil"
    rf"|(?:non-?stick\ )?cooking\ spray|bacon\ fat|lard){_ENDS}"
)
# "Baked with a light coating of oil".
_COATING = re.compile(
    r"(?P<how>\b(?:baked|broiled|grilled|roasted|cooked|prepared|fried|made|sauteed))"
    r"\ (?:with|in|using)\ an?\ (?:[a-z]+\ )?(?:coating|layer|drizzle|brush(?:ing)?"
    r"|film|spritz|spray|touch|bit|dab|splash|hint|drop|little)\ of\ (?:[a-z]+\ )?"
    rf"(?P<fat>oil|butter|margarine|spray|fat){_ENDS}"
)
_DONE_WITH = re.compile(
    r",\ +(?:[a-z]+ly\ +)?(?=(?:baked|broiled|grilled|roasted|cooked|prepared|fried"
    r"|made|sauteed)_with_)"
)
# The leg of a bird is both of these.
_LEG_PARTS = re.compile(
    r"(?<=\bleg),?\ (?:combining|including|with|consisting\ of|that\ is)\ (?:both\ )?"
    r"(?:the\ )?(?:drumstick|thigh)\ and\ (?:the\ )?(?:thigh|drumstick)\b"
)
_COMPLETE = re.compile(r",?\ complete\ with(?=\ [a-z])")
_COATED: Final = "pretzels? raisins? almonds? peanuts? cranberries strawberries nuts?"
_COVERED = re.compile(
    rf"(?P<what>\b(?:{'|'.join(_COATED.split())}))\ (?:(?:that\ (?:were|are)\ )?"
    rf"(?:coated|covered|dipped|enrobed)\ (?:with|in))\ {_L}"
    rf"(?P<in>(?:white|milk|dark)\ chocolate|chocolate|yogh?urt)\b"
)
# "A waffle cone filled with vanilla soft serve": one cone.
_CONE = re.compile(
    rf"\b(?P<kind>waffle\ |sugar\ |wafer\ |cake\ )?cone\ (?:filled\ with|of|with"
    rf"|holding|topped\ with|loaded\ with|full\ of)\ {_L}"
    rf"(?P<taste>(?:vanilla|chocolate|strawberry)\ )?{_L}"
    rf"(?P<ice>soft[- ]serve(?:\ ice\ cream)?|ice\ cream)\b"
)
_ICED = re.compile(
    rf"(?P<what>\bcookies?)(?:\ that\ had|\ with|\ topped\ with|,?\ covered\ (?:in"
    rf"|with))\ (?:an?\ )?{_L}(?:icing|frosting)(?:\ on\ (?:top|it))?{_ENDS}"
)
_FILLED_COOKIE = re.compile(
    rf"\b(?P<what>cookies?)\ (?:filled\ with|with|bursting\ with)\ {_L}"
    rf"(?P<taste>peanut\ butter|chocolate\ chips?|oatmeal|raisins?|ginger)"
    rf"(?:\ flavou?r|\ filling|\ pieces|\ bits)?{_ENDS}"
)
_SANDWICHED = re.compile(
    rf"(?P<what>\bsandwich\ (?:cookies?|biscuits?))\ (?:filled\ )?with\ (?:an?\ )?{_L}"
    rf"(?:vanilla\ )?cream(?:\ filling)?{_ENDS}"
)
_FISH = (
    "tilapia|cod|salmon|trout|haddock|catfish|bass|perch|mackerel|sardine|snapper|carp"
    "|pike|halibut|flounder|sole|plaice|tuna|whiting|swordfish|mullet|herring|hake"
)
# "A small whole fish, tilapia" is tilapia.
_KIND_THEN = re.compile(
    rf"\b(?:whole\ |fresh\ |white\ )*fish(?:\ fillets?)?(?:,|\ called|\ namely|:)\ "
    rf"(?={_L}(?:{_FISH})\b)"
)
# A survey asks for either, and one was eaten.
_EITHER = re.compile(
    r"\b(?P<one>chicken|beef|butter|ham|milk|fish)\ or\ (?:turkey|pork|sugar|cream"
    r"|shrimp)(?=,?\ (?!sausage|patt|soup\ mix)[a-z])"
)
# "That yielded a warm serving": of the packet told before.
_YIELDED = re.compile(
    rf",?\ (?:that|which)\ (?:yield|make|made|give|gave)(?:s|ed)?\ (?:about\ )?"
    rf"(?:an?|one)\ {_L}(?:serving|portion|bowl|cup|helping)\b(?!\ of)"
)
_DRY_PACK = re.compile(r"\bdry\ (?=(?:packet|package|sachet|envelope|pouch)s?\ of\b)")
# "That I prepared myself", "which my mum baked at home".
_BY_ME = re.compile(
    r",?\ (?:that|which)\ (?:i|we|my\ [a-z]+)\ (?:[a-z]+ly\ )?(?:made|prepared|cooked"
    r"|baked|fixed|whipped\ up|threw\ together|put\ together|assembled|bought)"
    r"(?:\ (?:myself|ourselves|himself|herself|themselves|at\ home|from\ scratch"
    r"|earlier|today|yesterday|fresh"
    rf"|this\ morning))*{_ENDS}"
)
_POURED = re.compile(
    r"(?:(?<=\bi\ )|(?<=,\ )|(?<=\band\ )|(?<=\bthen\ ))poured\ (?:myself|ourselves"
    r"|out|me)\b"
)
_MANY_KINDS = re.compile(
    r"(?<=\bwith\ )(?:different|various|several|assorted|multiple|many|a\ variety\ of)"
    r"\ (?=(?:kinds\ of\ |types\ of\ )?[a-z]+s\b)"
)
_TOPPINGS = re.compile(r"(?<=\bwith\ )(?P<kind>meat|vegetable|cheese)\ toppings?\b")
# "A bacon bap, all tucked into one soft bap": told again.
_AGAIN = re.compile(
    rf",?\ (?:all\ )?(?:nestled|served|wrapped|tucked|sandwiched|packed|placed|held"
    rf"|stuffed|layered|piled)(?:\ together)?\ (?:in|into|between|inside|within|on)\ "
    rf"(?:an?|one|the|its|that)\ {_L}(?P<what>[a-z]+){_ENDS}"
)
# "Freshly baked 105 g bagel": how it is leads its weight.
_LED_BY_HOW = re.compile(
    r"(?<=\ba\ )(?:[a-z]+ly\ )?(?:baked|made|prepared|toasted|brewed|cut|picked)\ "
    r"(?=\d+(?:\.\d+)?\ ?(?:g|oz|ml|grams?|ounces?)\b)"
)
_DIET = re.compile(
    r"\b(?:diet|lean|light|low-calorie)\ frozen\ (?=[a-z ,]+\ (?:meal|dinner|entree)\b)"
)

_IDLE: Final = (
    _DONE_WITH, _LEG_PARTS, _YIELDED, _DRY_PACK, _BY_ME, _POURED, _MANY_KINDS,
    _DIET, _LED_BY_HOW,
)  # fmt: skip


def wholes_named(work: str) -> str:
    """The text (lower case, every place kept) with such foods under their names."""
    work = _FRUITED.sub(_fruited, work)
    work = in_short(work, _SAYINGS)
    work = _COMPLETE.sub(lambda m: " with".rjust(len(m.group())), work)
    for pattern in _IDLE:
        work = pattern.sub(blank, work)
    work = frozen_meals_named(kinds_told(work))
    work = babies_fed(_AGAIN.sub(_unless_new, work))
    return finished(shortened(_KIND_THEN.sub(blank, work)))


def _unless_new(match: re.Match[str]) -> str:
    """Blank what holds the food where it was told before in the sentence."""
    before = re.split(r"[.;!?\n]", match.string[: match.start()])[-1]
    is_told = re.search(rf"\b{match['what']}s?\b", before) is not None
    return blank(match) if is_told else match.group()


def _fruited(match: re.Match[str]) -> str:
    fat, fruit = match["fat"], match["fruit"]
    if not fat and not fruit:
        return match.group()
    kind = f"{fat} milk " if fat == "whole" else f"{fat} " if fat else ""
    said = f"{kind}{'fruit ' if fruit else ''}{match['name']}"
    return spread(said, len(match.group()))


# An underscore keeps the words from being read as a link.
_SAYINGS: Final[tuple[tuple[re.Pattern[str], Say], ...]] = (
    (_FRIED_IN, lambda m: f"{m['eggs']} with_{m['fat'].replace(' ', '_')}"),
    (_COATING, lambda m: f"{m['how']}_with_{m['fat']}"),
    (_COVERED, lambda m: f"{m['in']} {m['what']}"),
    (_CONE, lambda m: f"{m['taste'] or ''}{m['ice']} {m['kind'] or ''}cone"),
    (_ICED, lambda m: f"iced {m['what']}"),
    (_FILLED_COOKIE, lambda m: f"{m['taste']} {m['what']}"),
    (_SANDWICHED, lambda m: m["what"]),
    (_EITHER, lambda m: m["one"]),
    (_TOPPINGS, lambda m: m["kind"]),
)
