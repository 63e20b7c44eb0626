"""Names that hold a number, a size, an article or a link, which mean none there.

"M&S" is no M and no S, "3 Musketeers" are not three, of "chick fil a" nothing follows,
and a "four cheese pizza" is one. Every character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from journal.domain.mealtext_places import blank

_AND = r"\s?(?:&|\band\b|(?<=[a-z\s])'?n'?(?=\s))\s?"
_PAIRS = (
    "m s", "marks spencer", "ben jerry", "light fit", "frankie benny", "slug lettuce",
    "holland barrett", "green black", "pip nut", "cully sully", "good gather",
    "noodles company", "a w", "apple eve", "mike ike", "arm hammer", "good plenty",
    "b m", "pete gerry", "sweet low",
    "steak shake",
)  # fmt: skip
_LINKED = re.compile(
    r"\b(?:"
    + "|".join(_AND.join(map(re.escape, pair.split())) for pair in _PAIRS)
    + r")(?='?s?\b)"
)
_LINK = re.compile(r"&|\band\b|(?<![a-z])'?n'?(?![a-z'])")
# A cereal is meant only in the singular, or in a bowl.
_NO_CEREAL = (
    r"(?<!bowl of )\bcrunchy nuts\b(?! (?:corn ?flakes|cereal|clusters|with milk))"
)
# What a name is written as, no longer than it was: "quarterpounder" is in the table.
_WRITTEN = (
    (re.compile(_NO_CEREAL), "mixed nuts"),
    (re.compile(r"\bheinz 57(?: sauce)?\b"), "a1 sauce"),
    (re.compile(r"\bmilk ?'?n'? ?cereal(?= bars?\b)"), "cereal"),
    (re.compile(r"\bi can'?t believe it'?s not butter\b"), "margarine spread"),
    (re.compile(r"\bafter eights?\b"), "aftereight"),
    (re.compile(r"\bhoney bunches(?: of oats)?\b"), "oat clusters"),
    (re.compile(r"\bcap'n (?=crunch\b)"), "capn"),
    (re.compile(r"\bquarter[ -]pounders?\b"), "quarterpounder"),
    (re.compile(r"(?<![\d/])1/4[ -]?pounders?\b|\bqtr[ -]pounders?\b"), "qtrpounder"),
    (re.compile(r"\b(?:3|three)[ -]musketeers?\b"), "musketeers"),
    (re.compile(r"\bfib(?:er|re) one(?=(?: [a-z]+){0,3} bars?\b)"), "fiberone"),
    # A drink of that name, no refusal.
    (re.compile(r"\bno[ -]fear(?= (?:sugar|energy|drink|motherload)\b)"), "nofear"),
    (re.compile(r"(?<=\bcan of )no[ -]fear\b"), "nofear"),
    (re.compile(r"\bmini[ -]eggs?\b"), "minieggs"),
    (
        re.compile(r"\bbanana split with (?:\w+ )?(?:nuts|cream|cherries|sauce)\b"),
        "banana split",
    ),
    (re.compile(r"(?<=\btea, )no (?:added sugar|sugar added)\b"), "no sugar"),
    (re.compile(r"(?<=\bcoffee, )no (?:added sugar|sugar added)\b"), "no sugar"),
    (re.compile(r"\b(?:my )?(?:lunch ?box|packed lunch) had\b"), "for lunch"),
    (re.compile(r"\broast dinners?\b(?! rolls?\b)"), "sunday roast"),
    (re.compile(r"\bpound cakes?\b"), "poundcake"),
    (re.compile(r"\bcupp?a?[- ]a?[- ]?soup\b"), "cupasoup"),
    (re.compile(r"\bmilky way(?=s?\b)"), "milkyway"),
    (re.compile(r"\ball[ -]bran\b(?! flakes)"), "allbran"),
    (re.compile(r"\bweetabix minis?\b|\bmini weetabix\b"), "weetaminis"),
    (re.compile(r"\bcheez[- ]?its?\b"), "cheezit"),
    (re.compile(r"\bsubmarine sandwich(?:es)?\b"), "sub"),
    (re.compile(r"\bfoot[ -]long(?=s?\b)"), "footlong"),
)
# Names of products in words of talk, each as one word that the table knows.
_OF_TALK = re.compile(
    r"\b(?:quality street|kinder surprise|love hearts|fulfil(?: protein)? bar"
    r"|good (?:&|and) plenty|take (?:5|five) bar"
    r"|pick (?:&|and|'?n'?) mix|mother energy|science in sport)\b"
)
_NO_ARTICLE = re.compile(r"\bchick[ -]?fil[ -]a\b")
# Sold under a name that begins with a number or a size, the food told after it.
_LED = re.compile(
    r"\b(?:7|seven)[ -]?eleven(?:'s)?(?= [a-z])"
    r"|\blittle (?:debbie|caesar)(?:'?s)?(?= [a-z])"
    r"|\btwo good(?= (?:[a-z]+ ){0,2}yogh?urt)"
)
# How one thing tastes: "sweet and salty popcorn" is no sweet beside it.
_TASTES = re.compile(
    r"\b(?:hot|sweet|sticky|salted|spicy|smoky|tangy)\s?(?:&|\band\b|\bn\b)\s?"
    r"(?=(?:spicy|salty|savou?ry|sticky|smoky|tangy|sweet)\b)"
)
# "Four cheese pizza", "7 layer dip": how many are in it, of one thing.
_MANY = r"(?:[3-9]|1\d|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)"
_OF_MANY = re.compile(
    r"\b1,?000(?= island\b)|\b100(?= grand\b)|(?<=pocket )four|(?<=pockets )four"
    rf"|\b{_MANY}[ -](?:(?=(?:layer|grain|spice|alarm)\s[a-z])"
    r"|(?=(?:cheese|bean|meat|berry|pepper|fruit|veg|vegetable|lentil|seed)\s"
    r"(?:[a-z]+\s)?(?:pizza|ravioli|tortellini|lasagn[ae]|pasta|sauce|blend|mix|salad"
    r"|chill?i|soup|dip|rice|bread|stew|curry|loaf|risotto|macaroni|mac)\b))"
)


def plain_names(work: str) -> str:
    """The text (lower case) with numbers, sizes and links inside names taken out."""
    work = _OF_TALK.sub(_in_one_word, work)
    work = _LINKED.sub(lambda m: _LINK.sub(blank, m.group()), work)
    for pattern, name in _WRITTEN:
        work = pattern.sub(_written(name), work)
    work = _NO_ARTICLE.sub(lambda m: "chick-fil".ljust(len(m.group())), work)
    work = _TASTES.sub(lambda m: _LINK.sub(blank, m.group()), work)
    return _OF_MANY.sub(blank, _LED.sub(blank, work))


def _in_one_word(match: re.Match[str]) -> str:
    return re.sub(r"[^a-z\d]", "", match.group()).ljust(len(match.group()))


def _written(name: str) -> Callable[[re.Match[str]], str]:
    return lambda match: name.ljust(len(match.group()))
