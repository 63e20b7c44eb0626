"""What is said of a food at its end: how much its vessel holds, how it was cut.

"A mug that holds 350 ml of coffee" is 350 ml, "coffee, it fills a mug" a mug of it, and
what was fortified, cured or cut thick stays the same food. Every character keeps its
place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_longhand import ENDS
from journal.domain.mealtext_places import Say, in_short, spread

_VESSEL = (
    r"(?:cup|mug|glass|bowl|bottle|tumbler|beaker|pot|jar|can|carton|flask|thermos"
    r"|pint\ glass|dish|ramekin|box|bag|tub|plate|tin|jug)"
)
_SIZED = r"(?:(?:small|medium|large|big|tall|little|tiny|huge|regular|standard)\ )?"
_ABOUT = r"(?:(?:about|around|roughly|approximately|exactly|maybe|up\ to|at|just)\ )*"
_UNIT = (
    r"(?:ml|cl|l|litres?|liters?|fl\.?\ ?oz|fluid\ ounces?|ounces?|oz|cups?|pints?"
    r"|g|grams?|kg|tablespoons?|tbsp|teaspoons?|tsp)"
)
_NUMBER = (
    r"(?:\d+(?:[.,/]\d+)?|an?|one|two|three|four|five|six|eight|ten|twelve|half\ an?)"
)
_MUCH = rf"(?:{_NUMBER}[\ -]?{_UNIT}\b)"
_HOLDS = (
    r"(?:(?:that|which)\ (?:(?:can|could|would|will)\ )?(?:holds?|held|takes|took|fits)"
    r"|holding)"
)
_WHICH = r"(?:(?:that|which|and\ it|it)\ (?:was|is|were|are)\ )"
_HOLDS_OF = re.compile(
    rf"(?P<vessel>\b{_VESSEL}),?\ {_HOLDS}\ {_ABOUT}(?P<much>{_MUCH}),?\ (?=of\b)"
)
_HOLDS_LAST = re.compile(
    rf"\ in\ (?:an?|my|the|one)\ (?P<vessel>{_SIZED}{_VESSEL}),?\ {_HOLDS}\ {_ABOUT}"
    rf"(?P<much>{_MUCH}){ENDS}"
)
_HOLDS_UNSAID = re.compile(rf"(?P<vessel>\b{_VESSEL})\ that\ (?:holds|held)\ (?=of\b)")
# "Filled to the brim", "that was full": as such a vessel usually is.
_TO_THE_BRIM = re.compile(
    rf",?\ (?:{_WHICH}|all\ )?(?:(?:almost|nearly|completely|quite|very|just)\ )*"
    r"(?:filled(?:\ right)?\ (?:up\ )?to\ (?:the|its)\ (?:top|brim|rim|edge)"
    rf"|(?<=are\ )full|(?<=was\ )full|(?<=is\ )full|brim-?full){ENDS}"
)
_FULL_ONE = re.compile(
    rf",\ (?:an?|my|one)\ (?P<vessel>{_SIZED}{_VESSEL})\ {_WHICH}(?:full|filled){ENDS}"
)
# Only that much was in it.
_PART_FULL = re.compile(
    rf"\b(?:an?|one)\ (?P<vessel>{_SIZED}{_VESSEL})\ of\ (?P<what>(?:[a-z-]+\ ){{0,2}}"
    rf"[a-z-]+?),?\ {_WHICH}?{_ABOUT}(?:half[ -]?(?:full|filled)"
    rf"|filled\ {_ABOUT}(?:half|mid)[ -]?way(?:\ up)?|filled\ (?:to\ )?half){ENDS}"
)
# "It fills a mug": so much of what was told before.
_FILLS = re.compile(
    r",?\ (?:(?:that|which|it|and\ it)\ (?:just\ |about\ )*(?:fill(?:s|ed)|comes\ to"
    r"|came\ to|made|makes)|enough\ to\ fill|to\ fill|filling)"
    rf"\ {_ABOUT}(?:an?|one|my|the)\ (?P<vessel>{_SIZED}(?:whole\ |full\ )?{_VESSEL})"
    rf"{ENDS}"
)
# "Just the right size at 12 fl oz", "coming in at 120 grams".
_SIZE_AT = re.compile(
    rf"(?P<comma>,?)\ (?:(?:that|which|it)\ (?:was|is)\ )?(?:just\ |exactly\ |about\ )*"
    r"(?:(?:the|a)\ (?:right|perfect|ideal|good|standard|usual|normal|regular|nice)\ "
    r"(?:size|amount|portion|serving|measure)(?:\ for\ me)?"
    r"|(?:coming|clocking|weighing)\ in|(?:(?:that|which|it)\ )(?:came\ (?:in|out)"
    rf"|clocked\ in|weighed\ in))\ (?:at|of|to|with)\ {_ABOUT}(?P<much>{_MUCH}){ENDS}"
)
_THINGS = (
    r"(?:(?:tennis|golf|ping[ -]pong|cricket|base|rugby)[ -]?ball|(?:deck|pack)\ of"
    r"\ (?:playing\ )?cards|match\ ?box|palm|fist|hand|thumb|finger|walnut"
    r"|(?:dinner|side)\ plate|saucer|football|phone|credit\ card|bar\ of\ soap|dice|die"
    r"|marble|coin|head|postage\ stamp|golfball|computer\ mouse|cd|brick|fingernail)"
)
_AS_LARGE = re.compile(
    rf",?\ {_WHICH}?{_ABOUT}(?:(?:half\ )?the\ size\ of|as\ (?:big|large|thick|thin)"
    rf"\ as)\ (?:an?|my|the|your|two)\ (?:[a-z]+\ )?{_THINGS}s?{ENDS}"
)
_CUT = re.compile(
    r",?\ (?:(?:cut|sliced)\ (?P<how>thin|thick)(?:ly)?"
    r"|(?P<as>thin|thick)(?:ly)?[- ](?:cut|sliced?)|(?:medium|regular|normal|average)"
    rf"[- ](?:cut|sliced?|thickness)){ENDS}"
)
_CURABLE = (
    r"(?:ham|bacon|gammon|prosciutto|pastrami|salami|chorizo|pork|pancetta|olives"
    r"|rashers?|pepperoni|bresaola|biltong|jerky)"
)
_CURED = re.compile(
    rf"(?P<what>\b{_CURABLE}),\ (?:(?:dry|salt|sugar|honey)[- ])?cured{ENDS}"
    rf"|\b(?:(?:dry|salt|sugar)[- ])?cured\ (?P<then>{_CURABLE})\b"
)
_CURED_LAST = re.compile(
    rf"(?P<what>\b(?:salmon|trout|beef|fish|meat|sausages?)),\ cured{ENDS}"
)
_SET_WITH = re.compile(
    r"(?P<what>\btofu),?\ (?:that\ (?:is|was)\ )?(?:prepared|made|set)\ with\ "
    r"(?:calcium\ sul(?:f|ph)ate|nigari|magnesium\ chloride|gypsum)"
    r"(?:\ (?:and|or|\()\ ?(?:nigari|magnesium\ chloride|calcium\ sul(?:f|ph)ate)\)?)?"
)
_EQUAL_PARTS = re.compile(
    r",?\ (?:prepared|made)\ (?:up\ )?with\ (?:an\ )?equal\ "
    r"(?:volumes?|amounts?|parts?)\ (?:of\ )?(?P<what>water|milk)\b"
)
# As boiled potatoes are eaten by few; an apple's skin goes without saying.
_POTATO_SKIN = re.compile(
    r"(?P<what>\bpotato(?:es)?(?:,?\ (?:boiled|steamed|cooked))?),?\ "
    rf"(?:(?:with|in)\ (?:(?:the|its|their)\ )?skins?(?:\ on)?|skins?[ -]on){ENDS}"
)
_READY = re.compile(
    r",?\ ready[- ]to[- ](?:feed|use|heat|cook|bake|spread)(?:\ (?:liquid|form))?"
    rf"{ENDS}"
)
_OVEN = re.compile(
    r",\ (?:oven|air)[- ](?P<how>baked|roasted|cooked|fried|grilled)"
    rf"(?:\ from\ frozen)?{ENDS}"
)
_ADDED: Final = (
    r"(?:vitamins?(?:\ (?:[a-e]\d{0,2}|and)\b)*|calcium|iron|zinc|folic\ acid|folate"
    r"|fib(?:re|er)|omega-?\ ?3s?|minerals|iodine|d(?=\ added)|magnesium)"
)
_NUTRIENTS = rf"{_ADDED}(?:(?:,|,?\ and|\ &)\ {_ADDED}){{0,3}}"
_CALCIUM_JUICE = re.compile(
    r"(?P<juice>\borange\ juice),?\ (?:(?:that|which)\ (?:is|was)\ )?"
    r"(?:calcium[- ](?:fortified|enriched|added)|(?:fortified|enriched|boosted)\ with\ "
    r"(?:extra\ |added\ )?calcium(?:\ and\ vitamin\ d)?|with\ extra\ calcium"
    r"|(?:with|(?:that|which)\ had)\ calcium\ added)\b"
)
_FORTIFIED = re.compile(
    rf",?\ (?:{_WHICH}?(?:fortified|enriched|boosted)\ (?:with|in)\ "
    rf"(?:added\ |extra\ )?{_NUTRIENTS}|with\ (?:added\ |extra\ )?{_NUTRIENTS}\ added"
    rf"|{_NUTRIENTS}[- ](?:added|fortified|enriched)){ENDS}"
)
# Sugar told as in what has it anyway.
_HAS_SUGAR = re.compile(
    r"(?P<what>\b(?:lemonade|cola|soda|juice\ drink|fruit\ drink|squash|cordial|jam"
    r"|marmalade|ketchup|cereal|granola)),?\ (?:pre-?)?sweetened\ with\ "
    rf"(?:added\ |real\ |cane\ )*sugar{ENDS}"
)
_SUGARLESS = (
    r"(?:(?:a\ |an\ )?(?:low|zero|no|reduced)[- ]calorie\ sweeteners?|(?:an?\ )?"
    r"artificial\ sweeteners?|(?:a\ )?sugar\ substitutes?|stevia|aspartame|sucralose"
    r"|splenda|saccharin)"
)
_DIET = re.compile(
    r"(?P<what>\b(?:iced\ tea|lemonade|cola|soda|soft\ drink|fizzy\ drink|fruit\ drink"
    r"|energy\ drink|sports\ drink|jelly|squash)),?\ (?:that\ (?:is|was)\ )?"
    rf"(?:pre-?)?sweetened\ (?:only\ )?with\ {_SUGARLESS}{ENDS}"
)
# Water, and it weighs nothing in a drink as told.
_ON_ICE = re.compile(
    r"(?<=[a-z\d]),?\ (?:with|and|over|on|plus)\ (?:(?:some|lots\ of|plenty\ of|extra"
    rf"|crushed|a\ bit\ of)\ )*ice(?:\ cubes?)?{ENDS}"
)
_SUGARED = re.compile(
    r"(?P<what>(?<!iced\ )(?<!instant\ )\bcoffee),?\ (?:pre-?)?sweetened"
    rf"(?:\ with\ (?:added\ )?sugar)?{ENDS}(?!\ (?:and|with)\b)"
)


def _vessel(match: re.Match[str]) -> str:
    """So much of what was told; beside milk or sugar nobody knows of which."""
    told = re.split(r"[.;!?\n]|,\ ", match.string[: match.start()])[-1]
    return "" if " with " in told else f", 1 {match['vessel']}"


_SAYINGS: Final[tuple[tuple[re.Pattern[str], Say], ...]] = (
    (_HOLDS_OF, lambda m: f"{m['vessel']} holding {m['much']} "),
    (_HOLDS_LAST, lambda m: f" in a {m['much']} {m['vessel']}"),
    (_HOLDS_UNSAID, lambda m: f"{m['vessel']} "),
    (_FULL_ONE, _vessel),
    (_TO_THE_BRIM, lambda m: ""),
    (_PART_FULL, lambda m: f"half a {m['vessel']} of {m['what']}"),
    (_FILLS, _vessel),
    (_SIZE_AT, lambda m: f"{m['comma']} {m['much']}"),
    (_AS_LARGE, lambda m: ""),
    (_CUT, lambda m: f" {m['how'] or m['as'] or ''}".rstrip()),
    (_CURED, lambda m: m["what"] or m["then"]),
    (_SET_WITH, lambda m: m["what"]),
    (_EQUAL_PARTS, lambda m: " made with milk" if m["what"] == "milk" else ""),
    (_CURED_LAST, lambda m: f"cured {m['what']}"),
    (_POTATO_SKIN, lambda m: f"{m['what']} with_skin"),
    (_READY, lambda m: ""),
    (_OVEN, lambda m: f", {m['how']}"),
    (_CALCIUM_JUICE, lambda m: f"{m['juice']} with added calcium"),
    (_FORTIFIED, lambda m: ""),
    (_HAS_SUGAR, lambda m: m["what"]),
    (_DIET, lambda m: f"diet {m['what']}"),
    (_ON_ICE, lambda m: ""),
    (_SUGARED, lambda m: f"{m['what']} with_sugar"),
)


def closing_told(work: str) -> str:
    """The text (lower case, every place kept) with such remarks in short."""
    return in_short(work, _SAYINGS, _placed)


def _placed(said: str, whole: str) -> str:
    """The words over all the room, an amount after a comma kept in one."""
    room = len(whole)
    if len(said) > room:
        return whole
    if said.startswith(","):
        return "," + said[1:].rjust(room - 1)
    if " " not in said and whole.startswith(said):
        return said.ljust(room)
    return spread(said, room)
