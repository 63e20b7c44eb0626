"""How food was made, weighed or bought, in short where a story says it at length."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from journal.domain.mealtext_praise import LIKED, PRAISE

_DONE = (
    r"(?:pre-)?(?:brewed|baked|fried|coated|breaded|battered|grilled|roasted|toasted"
    r"|salted|unsalted|sweetened|unsweetened|seasoned|buttered|smoked|steamed|boiled"
    r"|scrambled|poached|broiled|stewed|sauteed|frosted|unfrosted|iced|glazed|microwaved"
    r"|cooked|barbecued)"
)
_AMOUNT_FOLLOWS = (
    r"(?=\ (?:an?\ |one\ |two\ |half\ |three\ |exactly\ |about\ |around\ )*(?:\d"
    r"|quarter|half|one-|cup|tablespoon|teaspoon|ounce|fl))"
)
_PLACES = (
    r"(?:restaurant|canteen|place|joint|chain|eatery|cafe|cafeteria|school|store|shop|bakery"
    r"|vending\ machine|supermarket|market|deli|diner|drive-through|drive-thru|truck)"
)
# What stands for what; every pattern is blanked but for its words.
_PLAINLY: Final = (
    ("", r"\b100%\ (?=(?:[a-z]+\ ){0,3}(?:juice|wholemeal|wheat|whole|rye|beef))"),
    ("", r"\b\d{2,3}[- ]?(?:calories?|kcal|cals?)(?=\ (?!of\b)[a-z])"),
    (
        " coated",
        (
            rf",?\ (?:complete\ )?(?:with|in)\ (?:its|a|the|their)\ (?:{LIKED}\ )*"
            r"(?:coating|batter|breading)\b"
        ),
    ),
    (" made", r",?\ (?:crafted|built|assembled|constructed)\ (?=with\b)"),
    (
        " made",
        (
            r",?\ (?:made|prepared|cooked)(?:\ [a-z]+ly)?(?=\ with\ (?:[a-z-]+\ )?"
            r"(?:water|milk|butter|oil)\b)"
        ),
    ),
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
            r"(?=\ (?:[a-z]+ed|[a-z]+-free|low|reduced|high|unsweetened|light|lean"
            r"|plain|raw)\b)"
        ),
    ),
    (
        "",
        (
            r"(?<=[a-z]),\ (?:both\ |all\ )?(?:[a-z]+ly\ )?"
            rf"(?={_DONE}\b\s*(?:[,.;]|and\ {_DONE}))"
        ),
    ),
)
_RULES = tuple((word, re.compile(pattern)) for word, pattern in _PLAINLY)
_AND_DONE = re.compile(rf"(?<=ed)\ and\ (?={_DONE}\s*(?:[,.;]|$))")
# "A peanut butter sandwich made with creamy peanut butter": of what it is named.
_OF_ITSELF = re.compile(
    r"\b(?P<name>(?:[a-z-]+\ ){1,5})sandwich(?P<made>,?\ (?:made|prepared|served)\ with"
    r"\ (?P<parts>[a-z\ -]+?))(?=\ on\b|\s*[,.;\n]|\s*$)"
)
_IDLE_PARTS = PRAISE | {"regular", "plain", "and", "some", "reduced", "sugar", "my"}


def plainly(work: str) -> str:
    """The text (in lower case) with long ways of saying how in short, places kept."""
    for word, rule in _RULES:
        work = rule.sub(_said(word), work)
    work = _AND_DONE.sub(_said(""), work)
    return _OF_ITSELF.sub(_without_parts, work)


def _said(word: str) -> Callable[[re.Match[str]], str]:
    return lambda match: word.ljust(len(match.group()))


def _without_parts(match: re.Match[str]) -> str:
    parts = set(match["parts"].split()) - _IDLE_PARTS
    if not parts <= set(match["name"].split()):
        return match.group()
    start = match.start("made") - match.start()
    return match.group()[:start] + " " * len(match["made"])
