"""Phrases of stories that tell more of a food already told, or of the meal itself."""

from __future__ import annotations

import re

from journal.domain.mealtext_listed import held_by_class
from journal.domain.mealtext_makers import names_maker
from journal.domain.mealtext_places import blank
from journal.domain.mealtext_praise import LIKED, PRAISE

_MEALS = r"(?P<meal>breakfast|brunch|lunch|dinner|supper|snack)"
_ENDS = r"(?=\s*(?:$|[,.;:!?\n()]|(?:and|while|along|alongside|before|after|to)\b))"
# "For a satisfying lunch, I had": the meal; "for a light lunch box" is none.
_MEAL_AS_THING = re.compile(
    rf"\b(?:for|as|into|with|during)\ (?:an?|the|my|our|this)\ "
    rf"(?:(?:{LIKED}|little|late|early|midday|evening|morning)(?:,|\ and)?\ )+"
    rf"{_MEALS}{_ENDS}"
)
# "Savoring its sweet cream filling", "with its smoky cheese": part of what was told.
_OF_IT = re.compile(
    rf"""(?:,\s*)?\b(?:and\ )?(?:enjoying|savou?ring|relishing|appreciating|loving
      |tasting|admiring|with)\ (?:its|their|that|the)\ (?:(?:{LIKED})\ )*
    (?P<what>[a-z][a-z' -]{{0,60}}?)
    \b(?:filling|centre|center|coating|crust|texture|flavou?rs?|taste|aroma|sweetness
      |richness|crunch|tang|kick|goodness|creaminess|freshness|frosting|icing|glaze
      |marbling|skin|exterior|interior|inside|outside|edges|layers|bubbles|foam|finish)\b{_ENDS}""",
    re.VERBOSE,
)
_ITS = re.compile(r"\b(?:its|their)\b")
_FLAVOUR = re.compile(r"\b(?:flavou?rs?|taste)$")
# Two words of praise are one more than needed: "a smooth and bold espresso".
_PAIR = re.compile(
    rf"\b(?P<lead>(?:an?|the|my|some|of)\ )"
    rf"(?!(?:sweet|hot|spicy|light|cold|cheesy|fruity|nutty|crispy|sour|thick)\b){LIKED}"
    rf"\ and\ (?={LIKED}\ [a-z])"
)
_AND_LIKED = re.compile(
    rf"(?<=\b)(?P<lead>(?:an?|the|my|some|of)\ "
    rf"(?:sweet|hot|spicy|light|cold|cheesy|fruity|nutty|crispy|thick))"
    rf"\ and\ (?=(?:{LIKED}|salty|tart)\ [a-z])"
)
# A crisp lettuce is no crisp; an apple crisp, a crisp sandwich are.
_CRISP = re.compile(
    r"(?:^|(?<=[,;.\x01-\x05]\ )|(?<=\b(?:by|of)\ )|(?<=\band\ )|(?<=\bwith\ )"
    r"|(?<=\bsome\ ))"
    r"crisp,?\ (?=(?!sandwich|roll|bread|packet|butt|bag"
    r"|(?:and|with|or|plus|from)\b)[a-z])"
)
_LIGHTENED = re.compile(
    r",?\ (?:(?:that|which)\ (?:was|is)\ )?(?:both\ )?pre-?lightened\ and\ "
    r"(?:pre-?)?sweetened\b(?!\ with)"
)
# The crust that any pizza has.
_ANY_CRUST = re.compile(
    r"\b(?:medium|regular|normal|original|classic|traditional|standard)"
    r"[- ]crust(?:ed)?\b(?=[^,.;]*\bpizzas?\b)"
    r"|(?<=pizza)(?:\ (?:on|with))?(?:\ an?)?"
    r"\ (?:medium|regular|normal|original|classic|standard)[- ]crust\b"
)
# What it did not taste of says little; it is no refusal of a food.
_NOT_FLAVOURED = re.compile(
    r",?\ (?:(?:that|which)\ )?(?:was|is|were|are)\ not\ "
    r"[a-z]+(?:[- ][a-z]+)?[- ]flavou?red\b"
)
_STRAIGHT = re.compile(
    r"(?:^|\ )(?:straight|fresh|right|direct|directly)\ (?:from|out\ of|off)\ the\ "
    r"(?:freezer|fridge|refrigerator|oven|toaster|grill|pan|box|can|tin|packet|pack"
    r"|restaurant|cafeteria|store|shop|bakery|fryer|microwave|pot|tree|garden)\b"
)
# "Steak with its juices"; the skin of a bird was told before.
_WITH_ITS = re.compile(
    r",?\ with\ (?:its|their)\ (?:own\ )?(?:skins?|juices|peels?|rind|bones?|shells?"
    r"|fat)\b(?!\ (?:on|off)\b)"
)
# How well it was done.
_DONE_RIGHT = re.compile(
    r",?\ (?:(?:that|which)\ (?:was|were|is|are)\ )?"
    r"(?:cooked|done|made|prepared|grilled|toasted|baked|roasted|fried|seasoned)\ "
    r"(?:just\ right|(?:just\ )?perfectly|to\ (?:a\ )?(?:perfection|taste|liking|turn)"
    r"|just\ (?:how|the\ way)\ i\ (?:like|love)(?:\ (?:it|them))?)\b"
)
_BLANKET = re.compile(r"(?<=\bin)\ (?:an?|the|their)(?=\ +blankets?\b)")
# "A 500 ml bottle filled with water": of water.
_VESSEL_OF = re.compile(
    r"\b(?P<vessel>bottle|glass|cup|mug|bowl|jug|flask|tumbler|can),?"
    r"\ (?:filled|brimming|loaded|full)\ (?:with|of)\b"
)
# "A Snapple bottle of tea", "a juice box of apple juice": of what it holds.
_CALLED_VESSEL = re.compile(
    r"\b(?P<lead>an?\ |the\ |my\ )(?!(?:small|medium|large|big|tall|mini|half|quarter"
    r"|third|full|whole|heaped|heaping|level|rounded|scant|generous|single|double"
    r"|regular|individual|personal|tiny|giant|king|fun|snack|little|couple|few|another"
    r"|two|three|four|five|six|eight|ten|twelve|dozen|pack"
    r"|can|bottle|cup|glass|pint|packet|pouch|bag|box|jar|tin|pot|carton)\b)"
    r"(?P<called>[a-z'’-]+(?:\ [a-z'’-]+)?)\ "
    r"(?P<vessel>bottle|can|pouch|carton|box)\ (?:of|filled\ with)\ (?=[a-z0-9])"
)
# What such a vessel may be called by, besides who filled it.
_KINDS_OF_VESSEL = frozenset(
    """
    juice water milk beer wine soda pop drink drinks plastic metal steel glass paper
    reusable sports squeeze lunch cardboard tin foil
    """.split()  # noqa: SIM905
)
# Drinks whose names stand before their vessel, what is in it told after: one drink.
_CALLED_DRINKS = frozenset(
    (
        "capri sun", "capri-sun", "kool-aid", "kool aid", "kool-aid jammers", "hi-c",
        "sunny d", "juicy juice", "minute maid", "honest kids", "robinsons", "ribena",
    )
)  # fmt: skip
_READY = re.compile(
    r",?\ (?:and\ )?ready[- ]to[- ](?:eat|drink|serve|go|heat|enjoy)\b"
    r"(?=\s*(?:$|[,.;!?]|and\b|with\b|alongside\b))"
)
# On top of what was told before it, as the link has said already; "olive oil spread"
# is a food.
_MELTED = re.compile(
    r",?\ (?:(?:that|which)\ (?:was|is)\ )?(?:melted|sprinkled|drizzled|poured"
    r"|(?<=[,s]\ )spread|spread(?=\ (?:all\ )?(?:on|over)\b))"
    r"(?:\ (?:all\ )?(?:on\ top|over\ (?:it|top|them)|on\ it|in|into\ it|through))?"
    r"(?=\s*(?:$|[,.;!?]|and\b))"
)
# "Home" is talk, but these are fried potatoes.
_HOME_FRIES = re.compile(r"\bhome[- ]fries\b")
_RICH_IN = re.compile(
    r",?\ (?:(?:that|which)\ (?:is|was)\ )?(?:rich|high|packed|fortified)\ (?:in|with)"
    r"\ (?:vitamins?(?:\ [a-z]\d{0,2}\b)?|iron|calcium|nutrients|antioxidants|minerals"
    r"|omega-3s?|potassium|magnesium)\b(?:\ and\ (?:vitamins?(?:\ [a-z]\d{0,2}\b)?"
    r"|minerals|iron|calcium|antioxidants))?"
)
_YIELD = re.compile(
    r",?\ (?:which\ |that\ )?(?:yields?|made|comes|came|prepared)\ from\ "
    r"(?:1|one|a|an|half\ a)\ (?:[a-z]+\ )?"
    r"(?:packet|sachet|can|box|mix|pouch|package)\b"
)
# "That was fruit-flavored and caffeine-free": of one thing, not two.
_AND_FREE = re.compile(
    r"(?<=[a-z])\ and(?=\ (?:[a-z]+-free|[a-z]+-flavou?red|low-[a-z]+|unsweetened"
    r"|decaffeinated|reduced-[a-z]+)\s*(?:$|[,.;!?]|and\b|with\b|along\b|while\b))"
)
# Found where it was sold: "from a Progresso can".
_FROM_CAN = re.compile(
    r"\ (?:straight\ )?from\ (?:an?|the|my)\ (?:[a-z'’-]+\ ){0,3}?"
    r"(?:can|tin|box|packet|package|bag|jar|bottle|carton|kit|mix|joint|stand|cart)\b"
    r"(?!\ of\b)"
)
# "A raw orange fruit" is an orange.
_FRUIT = re.compile(
    r"(?P<kind>\b(?:orange|apple|banana|pear|peach|plum|mango|papaya|lemon|lime|guava"
    r"|nectarine|apricot|cherry|grape|melon|pineapple|fig|persimmon|pomegranate"
    r"|mandarin|clementine|tangerine))\ fruit\b"
    r"(?=\s*(?:$|[,.;!?\n]|(?:and|with|for|as|to|on|in|alongside)\b))"
)
_CUBIC = re.compile(r"\bcubic\ inch(?:es)?\b")
_SKIN = re.compile(
    r"(?P<bird>\b(?:chicken|turkey|duck|goose)\b(?:\ [a-z]+){0,2}?),?"
    r"(?:\ with\ (?:the\ |its\ )?skin(?:\ (?:on|eaten))?"
    r"|\ (?:the\ )?skin(?:\ |-)(?:eaten|on|included))\b"
)
# "Chocolate milk made with whole milk" is whole chocolate milk.
_MILK_MADE = re.compile(
    r"(?P<drink>\b(?:chocolate|strawberry|banana|vanilla|malted)\ milk),?"
    r"\ (?:made|prepared|mixed)\ (?:up\ )?(?:with|from|using)\ (?:syrup\ and\ )?"
    r"(?P<kind>whole|skim(?:med)?|semi-skimmed|2%|1%|low-fat|reduced-fat|fat-free|nonfat"
    r"|almond|soya?|oat)\ milk\b"
)
# How much of it is dry in the packet, not how much was eaten.
_FROM_DRY = re.compile(
    r",?\ (?:made|prepared|cooked)\ from\ (?:an?|one|the)\ "
    r"\d+(?:\.\d+)?[- ]?(?:ounce|oz|gram|g)s?\ "
    r"(?:dry\ |dried\ )?(?:serving|package|packet|pack|pouch|can|container|mix|cup)\b"
)


def with_skin(work: str) -> str:
    """The text with the skin of a bird bound to its name: it makes another food."""
    return _SKIN.sub(_skinned, work)


def _skinned(match: re.Match[str]) -> str:
    # Of a bird alone "chicken skin" would be its skin.
    said = " skin" if " " in match["bird"] else " with_skin"
    return match["bird"] + said.rjust(len(match.group()) - len(match["bird"]))


def story_told(work: str) -> str:
    """The text (lower case, every place kept) with such phrases blanked or in short."""
    work = _MEAL_AS_THING.sub(_named, work)
    work = _OF_IT.sub(_part_of_it, work)
    work = _PAIR.sub(_keep_lead, work)
    work = _AND_LIKED.sub(_keep_lead, work)
    work = _ANY_CRUST.sub(blank, work)
    work = held_by_class(work)
    work = _HOME_FRIES.sub(lambda m: "homefries".ljust(len(m.group())), work)
    for idle in (_READY, _MELTED, _RICH_IN, _YIELD, _AND_FREE, _FROM_CAN):
        work = idle.sub(blank, work)
    work = _FRUIT.sub(lambda m: m["kind"].ljust(len(m.group())), work)
    work = _CUBIC.sub(lambda m: "cube".ljust(len(m.group())), work)
    work = _CALLED_VESSEL.sub(_vessel, work)
    work = _BLANKET.sub(blank, _DONE_RIGHT.sub(_how, work))
    work = _WITH_ITS.sub(blank, work)
    work = _STRAIGHT.sub(blank, _NOT_FLAVOURED.sub(blank, work))
    work = _VESSEL_OF.sub(
        lambda match: f"{match['vessel']} of".ljust(len(match.group())), work
    )
    work = _MILK_MADE.sub(
        lambda m: f"{m['kind']} {m['drink']}".ljust(len(m.group())), work
    )
    work = _CRISP.sub(blank, work)
    work = _LIGHTENED.sub(
        lambda match: " with milk and sugar".ljust(len(match.group())), work
    )
    return _FROM_DRY.sub(blank, work)


def _vessel(match: re.Match[str]) -> str:
    """Take who filled a vessel from it, and no food: "an apple and can of cola"."""
    called = match["called"].split()
    is_drink = match["called"] in _CALLED_DRINKS
    if not (is_drink or _KINDS_OF_VESSEL.issuperset(called) or names_maker(called)):
        return match.group()
    return f"{match['lead']}{match['vessel']} of".ljust(len(match.group()))


def _named(match: re.Match[str]) -> str:
    return f"for {match['meal']}".ljust(len(match.group()))


def _part_of_it(match: re.Match[str]) -> str:
    """Blank a part of the food told; what it tastes of joins the food's name."""
    if PRAISE.issuperset(set(match["what"].split()) - {"and"}):
        return match.group()
    is_praise = _ITS.search(match.group()[: match.start("what") - match.start()])
    if _FLAVOUR.search(match.group()) and match["what"].strip():
        return f" {match['what'].strip()} flavored".rjust(len(match.group()))
    return blank(match) if is_praise else match.group()


def _how(match: re.Match[str]) -> str:
    """Blank how well it was done but keep how: grilled, not plain."""
    how = re.search(r"grilled|toasted|baked|roasted|fried", match.group())
    return (f" {how.group()}" if how else "").ljust(len(match.group()))


def _keep_lead(match: re.Match[str]) -> str:
    return match["lead"].ljust(len(match.group()))
