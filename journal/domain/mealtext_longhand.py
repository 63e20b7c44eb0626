"""What a story says at length, in the words of the table: "a tube of yogurt".

How a food was sold, done, coated or what its flour was of is told after it, and makes
no second food. Every character keeps its place.
"""

from __future__ import annotations

import re
from typing import Final

from journal.domain.mealtext_places import Say, in_short
from journal.domain.mealtext_praise import LIKED

#: Any words of praise, and the end of a clause.
L = rf"(?:{LIKED},?\ (?:and\ )?)*"
ENDS = (
    r"(?=\s*(?:$|[,.;:!?\n()]|(?:and|with|along|alongside|while|for|as|plus|to|before"
    r"|after|accompanied|paired|complemented|washed|followed|then|together)\b))"
)
# "Chicken breast, grilled and sauced".
_SAUCED = re.compile(
    r",?\ (?P<how>grilled|baked|broiled|roasted|cooked|fried)\ (?:and|then)\ sauced\b"
)
_TUBE = re.compile(
    r"\btubes?\ of\ (?P<kind>(?:[a-z-]+\ ){0,3}?)yogh?urts?\b"
    r"|\byogh?urt\ tubes?\b"
)
# "A tortilla made of corn": of which flour it is.
_OF_FLOUR = re.compile(
    rf"(?P<what>\b(?:chap+at+is?|rotis?|tortillas?|breads?|rolls?|noodles|pasta|buns?"
    rf"|crackers?|pitt?as?|naans?|bagels?|muffins?|pancakes?|spaghetti))"
    rf"(?:\ (?:that\ (?:is|was|were)\ )?)(?:made|baked)\ (?:of|from|with|out\ of)\ {L}"
    rf"(?P<of>whole\ wheat|wholemeal|wheat|corn|rye|rice|oats?|barley|white|buckwheat)"
    rf"(?:\ flour)?{ENDS}"
)
_MICROWAVED = re.compile(
    r"\bmicrowave(?:able|d)?\ (?P<vessel>bags?|packets?|pouch|bowl)\ of\ "
    r"(?P<kind>(?:[a-z-]+\ ){0,3}?)popcorn\b"
)
# "Which has a sweet yogurt coating".
_WITH_COATING = re.compile(
    rf",?\ (?:which|that)\ (?:has|had|comes\ with|came\ with)\ an?\ {L}"
    rf"(?P<kind>yogh?urt|(?:white\ |dark\ |milk\ )?chocolate|caramel|cinnamon|honey)"
    rf"\ (?:coating|topping|glaze|covering){ENDS}"
)
# What a chicken parmigiana has on it.
_PARM_TOPPED = re.compile(
    rf"(?P<dish>\bparm(?:igiana|esan|i)?),?\ (?:(?:topped|covered|smothered|baked)\ )?"
    rf"(?:with|in)\ {L}(?:(?:tomato|marinara|red|pasta)\ )?sauce"
    rf"(?:,?\ (?:and|with)\ {L}(?:cheese|mozzarella|parmesan)(?:\ cheese)?)?{ENDS}"
)
_LIKED_VESSEL = re.compile(
    rf"(?P<lead>\bin\ an?\ )(?:{LIKED}\ )+(?=(?:bottle|can|carton|cup|glass|mug|box|jar"
    rf"|bag|pouch|bowl){ENDS})"
)
# "A classic cheeseburger" is one.
_CLASSIC = re.compile(
    r"(?:(?<=\ba\ )|(?<=\bthe\ )|(?<=\bmy\ )|(?<=\bof\ )|(?<=\bwith\ )|(?<=\bsome\ ))"
    r"classic\ (?!mixed\b)(?=[a-z])"
)
# What is spread in a sandwich, of whatever kind, is in what such a sandwich weighs.
_ANY_SPREAD = re.compile(
    r"(?P<in>\b(?:sandwich|sub|wrap|toastie|panini|bagel|roll|bap|baguette)\b[^.;!?\n]{0,80}"
    rf"?),?\ and\ (?:an?|some)\ (?:{LIKED}\ )*spread{ENDS}"
)
# Chains whose own foods are in the table go with the food, as its kind.
_FROM_CHAIN = re.compile(
    r"(?<=[a-z])\ from\ (?=(?:mcdonald'?s|burger\ king|kfc|wendy'?s|taco\ bell|subway"
    r"|starbucks|greggs|domino'?s|pizza\ hut|chick-fil|dunkin'?)(?![\w']))"
)
# Before what is in or on a food, so that the name of both is found.
_RICH = re.compile(
    r"(?<=[ed]\ with\ )(?:(?:delicious|tasty|rich|luscious|decadent|silky|gooey|velvety"
    r"|juicy|savou?ry|zesty|flavou?rful|mouthwatering)\ )+(?=[a-z])"
)
# "Each about 35 grams" is "35 grams each".
_EACH = re.compile(
    r",\ each\ (?:(?:weighing|about|around|roughly|approximately|at)\ )*"
    r"(?P<much>\d+(?:\.\d+)?\ ?(?:g|grams?|oz|ounces?|ml))\b"
)
_STANDARD = re.compile(
    r"(?<=\ba\ )(?:standard|tall|regular|normal|single|full|whole)\ "
    r"(?=(?:can|tin|jar)\ of\b)"
)
_FRUIT_TASTE = re.compile(
    r"\bfruit[- ]flavou?red\ (?=(?:(?:greek|low-fat|non-fat|plain)\ )*yogh?urt)"
)
# "I opened a can and had a cup of": what was in it.
_OPENED = re.compile(
    r"\b(?:opened|cracked\ open|popped\ open|heated)(?:\ up)?\ an?\ "
    r"(?:can|tin|packet|bag|bottle|box|jar|pouch)\ and\ "
    r"(?=(?:had|ate|drank|poured|enjoyed|finished|scooped)\b)"
)
# With the coating eaten it is what it was fried in.
_COAT_EATEN = re.compile(
    r"(?:,\ (?:coated|breaded|battered))?,?\ (?:with\ )?(?:the\ |both\ )?skin\ ?"
    r"(?:and|or|/)\ ?(?:the\ )?coating\ (?:both\ )?eaten\b"
)
# What a pig in a blanket is: "enjoying the savory sausage wrapped in flaky dough".
_IN_BLANKET = re.compile(
    r"(?P<pig>\bpigs?\ in\ (?:an?\ |the\ )?blankets?),?\ (?:enjoying|savou?ring"
    rf"|relishing|with)\ (?:an?|the|its|their)\ {L}"
    r"(?:hot\ dogs?|sausages?|frankfurters?)"
    rf"(?:\ (?:wrapped|rolled|baked)\ in\ (?:an?\ |the\ )?{L}(?:[a-z]+\ )?"
    rf"(?:dough|pastry|bacon))?{ENDS}"
)
# What a frozen coffee drink is blended of and topped with.
_FROZEN_DRINK = re.compile(
    r"(?P<what>\b(?:frozen\ (?:mocha\ )?coffee(?:\ drink)?|frappuccino|frozen\ mocha"
    r"(?:\ coffee)?(?:\ drink)?)),?\ (?:made\ )?with\ (?:[a-z-]+\ ){0,2}milk"
    rf"(?:,?\ and\ (?:topped\ with\ )?{L}(?:whipped\ )?cream)?{ENDS}"
)
_DAY = (
    r"(?:thanksgiving|christmas(?:\ (?:eve|day))?|easter|new\ year'?s(?:\ (?:eve|day))?"
    r"|hanukkah|diwali|eid|(?:game|movie|date|family|quiz|poker|girls'?|boys')\ night)"
)
_ON_THE_DAY = re.compile(
    rf"\b(?:for|on|at|during|over)\ (?:the\ |our\ |my\ )?{_DAY}(?=,|\ (?:i|we)\b)"
)
# "For a drink, I had", "Off the grill, I had": which part of the meal, and whence.
_AS_A_COURSE = re.compile(
    r"(?:^|(?<=[.;!?\n]\ ))(?:for|as)\ (?:a|my|the)\ (?:drink|side|main|starter"
    r"|beverage|change|treat)(?=,?\ (?:i|we)\b)"
)
_OFF_THE = re.compile(
    r"(?:^|(?<=[.;!?\n]\ ))(?:straight\ |fresh\ |hot\ )?(?:off|from)\ the\ "
    r"(?:grill|barbecue|bbq|oven|stove|smoker)(?=,?\ (?:i|we)\b)"
)
# "Berries for my porridge" go on it, and it was eaten too.
_FOR_MY = re.compile(
    r"(?<=[a-z])\ for\ my\ (?=(?:oatmeal|porridge|cereal|toast|coffee|tea|salad|soup"
    r"|sandwich|pancakes|waffles?|pasta|yogh?urt|steak|burger|fries|chips|crackers)"
    rf"{ENDS})"
)
_RIB_OF = re.compile(r"\bribs?\ of\ (?=(?:[a-z]+\ ){0,2}(?:spare)?ribs?\b)")
# These are others where fast food is sold.
_FAST_FOOD = re.compile(
    rf"(?P<what>\b(?:milkshakes?|fries|french\ fries|biscuits?))\ from\ an?\ {L}"
    r"(?:nearby\ |local\ )?fast[- ]food\ (?:restaurant|place|joint|outlet|chain)\b"
)
# No sweet biscuit is sold there.
_CHAIN_BISCUIT = re.compile(
    r"(?:(?<=^)|(?<=\ba\ )|(?<=\bthe\ )|(?<=\bmy\ )|(?<=\btwo\ )|(?<=\d\ ))"
    r"(?P<what>biscuits?)\ from\ (?:mcdonald'?s|chick-fil(?:\ ?-?\ ?a)?|kfc|popeyes"
    r"|bojangles|hardee'?s|wendy'?s|burger\ king|whataburger|cracker\ barrel)(?![\w'])"
)
# Where it was eaten: "for breakfast at a fast food restaurant".
_AT_A_PLACE = re.compile(
    r"\ (?:at|in)\ (?:an?|the|my|our)\ (?:[a-z]+\ ){0,2}(?:fast[- ]food\ )?"
    r"(?:restaurant|joint|diner|drive-thru|food\ court|eatery|canteen|cafeteria)"
    rf"(?:\ [a-z]+ing)?{ENDS}"
)
# What a sandwich features is in it.
_FEATURING = re.compile(
    r"(?P<what>\b(?:sandwich|sub|wrap|toastie|panini|burger|burrito|taco|omelett?e?"
    r"|quesadilla|pizza)),(?=\ (?:featuring|containing)\ (?!an?\b|\d)[a-z])"
)
_PERFECT = re.compile(r"(?<=[a-z])\ to\ (?:sheer\ |absolute\ |pure\ )?perfection\b")
_MEASURING = re.compile(
    r",?\ (?:measuring|about|roughly)\ (?:just\ |only\ |about\ )*"
    r"(?=(?:one|an?|two|half\ an?|\d)\ (?:cube|cubic\ inch))"
)


def _with_it(match: re.Match[str]) -> str:
    """The link to what a food was for; nothing where that was told before."""
    host = match.string[match.end() :].split(maxsplit=1)[0].strip(".,;:!?")
    is_told = host in match.string[: match.start()]
    return "" if is_told else " with "


_SAYINGS: Final[tuple[tuple[re.Pattern[str], Say], ...]] = (
    # An underscore keeps the words from being read as a link.
    (_SAUCED, lambda m: f" {m['how']} with_sauce"),
    (_TUBE, lambda m: f"{m['kind'] or ''}frube"),
    (_OF_FLOUR, lambda m: f"{m['of']} {m['what']}"),
    (_MICROWAVED, lambda m: f"{m['vessel']} of {m['kind']}microwave popcorn"),
    (_WITH_COATING, lambda m: f" {m['kind']} coated"),
    (_PARM_TOPPED, lambda m: m["dish"]),
    (_LIKED_VESSEL, lambda m: m["lead"]),
    (_CLASSIC, lambda m: ""),
    (_ANY_SPREAD, lambda m: m["in"].ljust(len(m.group()))),
    (_FEATURING, lambda m: m["what"]),
    (_PERFECT, lambda m: ""),
    (_EACH, lambda m: f", {m['much']} each"),
    (_STANDARD, lambda m: ""),
    (_FRUIT_TASTE, lambda m: "fruit "),
    (_OPENED, lambda m: ""),
    (_COAT_EATEN, lambda m: ""),
    (_IN_BLANKET, lambda m: m["pig"]),
    (_FROZEN_DRINK, lambda m: m["what"]),
    (_ON_THE_DAY, lambda m: ""),
    (_RIB_OF, lambda m: ""),
    (_CHAIN_BISCUIT, lambda m: f"fast food {m['what']}"),
    (_FAST_FOOD, lambda m: f"fast food {m['what']}"),
    (_AT_A_PLACE, lambda m: ""),
    (_FOR_MY, _with_it),
    (_AS_A_COURSE, lambda m: ""),
    (_OFF_THE, lambda m: ""),
    (_RICH, lambda m: ""),
    (_FROM_CHAIN, lambda m: ""),
    (_MEASURING, lambda m: ""),
)


def shortened(work: str) -> str:
    """The text (lower case, every place kept) with such phrases in short."""
    return in_short(work, _SAYINGS)
