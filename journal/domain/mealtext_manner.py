"""How food was made, weighed or bought, in short where a story says it at length."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from journal.domain.foodmatch import stem
from journal.domain.mealtext_places import spread
from journal.domain.mealtext_praise import LIKED, PRAISE
from journal.domain.mealtext_rows import HOLDING
from journal.domain.mealtext_words import CLOSER

_DONE = (
    r"(?:pre-)?(?:brewed|baked|fried|coated|breaded|battered|grilled|roasted|toasted"
    r"|salted|unsalted|sweetened|unsweetened|seasoned|buttered|smoked|steamed|boiled"
    r"|scrambled|poached|broiled|stewed|sauteed|frosted|unfrosted|iced|glazed|microwaved"
    r"|cooked|barbecued)"
)
_AMOUNT_FOLLOWS = (
    r"(?=\ (?:an?\ |one\ |two\ |half\ |three\ |exactly\ |about\ |around\ )*(?:\d"
    r"|quarter|half|one-|cup|tablespoon|teaspoon|ounce|fl|lit(?:er|re)|pint|gallon))"
)
_PLACES = (
    r"(?:restaurant|canteen|place|joint|chain|eatery|cafe|cafeteria|school|store|shop"
    r"|bakery|vending\ machine|outlet|spot|franchise|stall|stand|supermarket|market"
    r"|deli|diner|drive-through|drive-thru|truck)"
)
# What stands for what; every pattern is blanked but for its words.
_PLAINLY: Final = (
    ("", r"\b100%\ (?=(?:[a-z]+\ ){0,3}(?:juice|wholemeal|wheat|whole|rye|beef))"),
    ("", r"\b\d{2,3}[- ]?(?:calories?|kcal|cals?)(?=\ (?!of\b)[a-z])"),
    (
        "battered",
        rf"(?<=fish),?\ (?:with|in)\ (?:its|a|the)\ (?:{LIKED}\ )*batter\b",
    ),
    (
        "coated",
        (
            rf",?\ (?:complete\ )?(?:with|in)\ (?:its|a|the|their)\ (?:{LIKED}\ )*"
            r"(?:coating|batter|breading)\b"
            r"(?:\ (?:fully\ )?(?:enjoyed|eaten|included|intact|on)\b)?"
        ),
    ),
    ("made", r",?\ (?:crafted|built|assembled|constructed)(?=\ with\b)"),
    (
        "made",
        (
            r",?\ (?:made|prepared|cooked)(?:\ [a-z]+ly)?(?=\ with\ (?:[a-z-]+\ )?"
            r"(?:water|milk|butter|oil)\b)"
        ),
    ),
    ("", rf"\ with\ an?\ (?:{LIKED}\ )+(?:filling|topping|cent(?:er|re))\b"),
    ("", r"\bready-to-(?:eat|drink|serve|heat)\b"),
    ("sweetened", r"\bpre-?sweetened\b"),
    ("in", r"\bswimming\ in\b"),
    (
        "",
        r"\ (?:packed|served|came)\ in\ an?\ (?:can|bottle|box|bag|jar|cup|bowl)\b",
    ),
    ("", r"\ with\ (?:[a-z]+\ (?:and\ )?){0,4}(?:notes|undertones|hints)\b(?!\ of\b)"),
    (
        "",
        (
            r"\b(?:(?:diet|low-calorie|lean|healthy|microwave)\ )?"
            r"frozen\ (?:meal|dinner|entree)\ +(?:of|with|consisting\ of)(?=\ [a-z])"
        ),
    ),
    ("", r"\bdry\ (?=(?:ounces?|oz|cups?|grams?)\b)"),
    ("", r",?\ (?:made|prepared)\ from\ (?:an?|my|our|the)\ [a-z' ]{0,30}recipe\b"),
    ("", r"\ (?:made|prepared)\ from\ an?\ (?:[a-z]+\ )?(?:mix|box|package|packet)\b"),
    ("made with", r"\bmade\ with\ (?:dry|powdered|a|instant)\ mix\ and\b"),
    ("", r"(?:(?<=with\ )|(?<=of\ )|(?<=and\ ))regular\ (?=[a-z])(?!slice|cup|size)"),
    ("", rf"\ and\ [a-z]+ly\ {LIKED}(?=\s*(?:[,.;!]|$))"),
    (
        "",
        (
            r"(?:(?<=burger)|(?<=sandwich))(?:\ +(?:made\ )?with\ (?:an?|one|two)\ "
            rf"(?:(?:{LIKED}|small|medium|large|single|beef)(?:-sized)?\ )?"
            r"patt(?:y|ies))?"
            r",?(?:\ (?:nestled|served|placed))?\ (?:on|in)\ an?\ "
            rf"(?:(?:{LIKED}|white|plain|wheat|wholemeal|brown)\ )*"
            r"(?:bun|roll)\b"
        ),
    ),
    (
        "",
        (
            r"(?:(?<=pie)|(?<=tart)|(?<=quiche)|(?<=cheesecake)|(?<=cobbler)"
            r"|(?<=flan))(?:\ +(?:made\ )?(?:with|in|on)\ (?:(?:an?|its|the)\ )?"
            rf"(?:(?:{LIKED}|thick|thin|deep|double|single|pastry|shortcrust|puff|butter"
            r"|biscuit|graham|cracker|shortbread|oreo|cookie|nut|crumb|digestive|chocolate"
            r"|vanilla|wafer|almond|oat|coconut|ginger|gingersnap|lard|rough)"
            r"(?:\ and\ |,\ |\ ))*(?:crust|pastry(?!\ cream)|crumb|lattice)"
            r"(?:\ (?:crust|top|topping|base|lid))?)\b"
        ),
    ),
    # "A plate loaded with" names no food.
    (
        "",
        (
            rf"\b(?:an?|the|my|one)\ (?:(?:{LIKED}|full|large|small)\ )*"
            r"(?:plate|lunch\ ?box|bento(?:\ box)?|tray|platter|basket|lunch\ bag)"
            r"\ (?:filled|loaded|packed|piled|heaped|stacked|brimming|containing)"
            r"(?:\ (?:up|high))?(?:\ with)?(?=\ [a-z\d])"
        ),
    ),
    ("on", r"\b(?:in\ )?between(?=\ (?:2|two)\ (?:thick\ )?slices\ of\b)"),
    ("on", r"\bbetween\ (?:two\ |the\ )?(?:thick\ )?slices\ of\b"),
    (
        "",
        (
            r",?\ (?:totall?ing|weighing(?:\ in)?(?:\ at)?|measuring(?:\ out)?"
            rf"|(?:that|which)\ (?:was|weighed)|coming\ to){_AMOUNT_FOLLOWS}"
        ),
    ),
    (
        "",
        (
            r"\ (?:that\ (?:came|was|i\ got)\ )?from\ (?:an?|the|my|our)\ "
            rf"(?:(?:[a-z-]+|fast\ food)\ ){{0,3}}{_PLACES}\b"
        ),
    ),
    ("", r"\ that\ came\ from\ (?:school|work|home)\b"),
    ("", r"(?<=small|large|edium)\ fast[- ]food(?=\ order\ of\b)"),
    (
        "",
        (
            r"(?<=[a-z]),?\ (?:that|which)\ (?:was|is|were|are)"
            r"(?:\ (?:both|also|very|quite|really|simply|all|[a-z]+ly))*"
            r"(?:\ ready-to-(?:eat|drink|serve)(?:\ and)?)?"
            r"(?=\ (?:[a-z]+ed|[a-z]+-free|low|reduced|high|unsweetened|lean"
            r"|plain|raw)\b)"
        ),
    ),
    (
        "",
        (
            r"(?<=[a-z]),\ (?:both\ |all\ )?(?:[a-z]+ly\ )?"
            rf"(?={_DONE}\b(?:\ to\ perfection)?\s*(?:[,.;]|and\ {_DONE}))"
        ),
    ),
)
_RULES = tuple((word, re.compile(pattern)) for word, pattern in _PLAINLY)
_NON_DAIRY = re.compile(r"\bnon-?dairy(?=\ milk\b)")
# "With a thin crust" tells of what kind the pizza is.
_CRUST = re.compile(
    rf"\b(?:with|on)\ (?:an?\ )?(?:{LIKED}(?:\ and|,)?\ )*?"
    rf"(?P<kind>thin|thick|medium|stuffed|deep|rising)(?:(?:,|\ and)\ {LIKED})*"
    r"[ -](?P<crust>crust)\b"
)
# "Smothered in a rich tomato-based sauce" is "with tomato sauce".
_SAUCED = re.compile(
    rf"""(?:,\ all\ |(?<=[a-z]\ ))(?:(?:smothered|coated|covered|tossed|prepared
      |drenched|bathed|cooked|made|mixed|served)\ )?
      (?:in|with)\ (?:(?:an?|the|my|some)\ )?
      (?:{LIKED}\ )*
    (?P<sauce>(?:tomato|soy|creamy?|cheesy?|cheese|white|meat|butter|pesto|curry|garlic
      |alfredo|marinara)
      (?:-based|\ based)?\ sauce)\b""",
    re.VERBOSE,
)
_MIX_OF = re.compile(
    rf"\b(?:an?|some)\ (?:{LIKED}\ )*(?:mix|assortment|variety|medley|selection)\ of"
    rf"(?=\ (?:{LIKED}\ )*(?:vegetables|veggies|veg|fruits?|nuts|greens|beans)\b)"
)
_MADE_OF = re.compile(
    r"(?P<last>[a-z]+),\ (?:(?:crafted|made|prepared|created)\ from"
    rf"|an?\ (?:{LIKED}\ )*(?:combination|blend|fusion|marriage)\ of)"
    r"[^,.;:!?\n\d]*(?=[,.;!?\n]|$)"
)
# Of these it tells what was eaten: "lunch, made from", "today, a blend of".
_OPEN = HOLDING | frozenset(
    stem(word)
    for word in """
    juice omelette porridge pancake bowl wrap sandwich mix burger patty sausage
    bread
    today tonight yesterday morning afternoon evening night work home school gym
    breakfast brunch lunch dinner supper tea snack meal leftovers food something
    """.split()  # noqa: SIM905
)
_AND_DONE = re.compile(
    rf"(?:(?<=ed)\ and\ (?={_DONE}\s*(?:[,.;]|$))"
    r"|(?<=[a-z])\ and\ (?=(?:frozen|canned|tinned)\s*(?:[,.;]|$)))"
)
# "A peanut butter sandwich made with creamy peanut butter": of what it is named.
_OF_ITSELF = re.compile(
    r"\b(?P<name>(?:[a-z-]+\ ){1,5})sandwich(?P<made>,?\ +(?:made|served)\ with"
    r"\ (?P<parts>[a-z\ -]+?))(?=\ on\b|\s*[,.;\n]|\s*$)"
)
_IDLE_PARTS = (
    PRAISE
    | CLOSER
    | {"and", "some", "reduced", "sugar", "my", "sharp", "reduced-fat", "low-fat"}
)


def plainly(work: str) -> str:
    """The text (in lower case) with long ways of saying how in short, places kept."""
    for word, rule in _RULES:
        work = rule.sub(_said(word), work)
    work = _NON_DAIRY.sub(lambda match: "plant".ljust(len(match.group())), work)
    work = _CRUST.sub(_with_crust, work)
    work = _SAUCED.sub(_with_sauce, _MIX_OF.sub(_said(""), work))
    work = _MADE_OF.sub(_less_its_parts, work)
    work = _AND_DONE.sub(_said(""), work)
    return _OF_ITSELF.sub(_without_parts, work)


def _said(word: str) -> Callable[[re.Match[str]], str]:
    # Beside what follows, so that "made" still stands next to "with water".
    return lambda match: word.rjust(len(match.group()))


def _less_its_parts(match: re.Match[str]) -> str:
    last = match["last"]
    if stem(last) in _OPEN:
        return match.group()
    return last.ljust(len(match.group()))


def _with_crust(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 40) : match.start()]
    # A pie's crust is no kind of pie.
    if "pizza" not in before:
        return match.group()
    return f"{match['kind']} crust".rjust(len(match.group()))


def _with_sauce(match: re.Match[str]) -> str:
    sauce = re.sub(r"[- ]based", "", match["sauce"])
    sauce = sauce.replace("creamy", "cream").replace("cheesy", "cheese")
    # As long as "in", so that every place stays.
    room = len(match["sauce"])
    return "w/".rjust(len(match.group()) - room - 1) + " " + spread(sauce, room)


def _without_parts(match: re.Match[str]) -> str:
    parts = set(match["parts"].split()) - _IDLE_PARTS
    if not parts <= set(match["name"].split()):
        return match.group()
    start = match.start("made") - match.start()
    return match.group()[:start] + " " * len(match["made"])
