"""Words of British diaries in those of the table: "a fry-up", "milk in my tea".

The milk told before the tea it went into is poured, what fills a jacket potato stands
beside it, and names of meals that say no food are bound, so that no word of them is
read as another food. Every character keeps its place.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_longhand import ENDS
from journal.domain.mealtext_places import saying
from journal.domain.mealtext_sugarless import sugarless_told
from journal.domain.mealtext_told_of import told_of

_BEFORE = (
    r"(?:(?<=^)|(?<=[,;.:\n])|(?<=[,;.:\n]\ )|(?<=\bhad\ )|(?<=\band\ )|(?<=\bplus\ ))"
)
_MILK = (
    r"(?:(?:oat|soya?|almond|coconut|semi[- ]skimmed|semi|skimmed|skim|whole|2%|1%)\ )?"
    r"(?:milk|cream|creamer)"
)
_CUP = (
    r"(?:(?:black|green|hot|decaf|instant|breakfast)\ )?(?:tea|coffee|espresso|decaf)"
)
# "Milk in my tea", "milk and two sugars with my coffee".
_MILK_IN = re.compile(
    rf"{_BEFORE}(?P<milk>{_MILK})(?P<more>\ (?:and|&)\ (?:(?:an?|one|two|2|1)\ )?"
    rf"(?:sugars?|sweeteners?|honey))?\ (?:in|with|into)\ (?:my|the|our|an?)\ "
    rf"(?P<cup>{_CUP}){ENDS}"
)
_TEA_MILK = re.compile(
    r"(?P<tea>\btea)\ (?=milk(?:\ (?:and|no|\d|one|two)\b|\s*[,.;]|$))(?!.*\bx\ ?\d)"
)
# Spiced tea that is boiled with milk has a name of its own.
_TEA_WITH_BOTH = re.compile(
    r"(?P<tea>(?<!chai\ )(?<!sweet\ )\btea)\ with\ (?=(?:[a-z-]+\ )?milk\ (?:and|&)\ "
    r"(?:an?\ |some\ )?sugar\b|sugar\ (?:and|&)\ (?:[a-z-]+\ )?milk\b)"
)
_DUNKED = re.compile(
    r"(?<=[a-z])\ (?:dunked|dipped)\ in(?:to)?\ (?:my\ |the\ |a\ )?"
    r"(?=(?:cup\ of\ |mug\ of\ )?(?:tea|coffee|milk|hot\ chocolate)\b)"
)
# "A latte with oatmilk" is made of it.
_LATTE_WITH = re.compile(
    r"(?P<drink>\b(?:latte|cappuccino|flat\ white|mocha|cortado|macchiato))"
    r"(?:\ cof+ee?)?\ with\ (?P<of>oat|almond|soya?|coconut|skim|whole)\ ?milk\b"
)
# What such a meal was is not told: none of its words is a food.
_NO_FOOD_NAMED = re.compile(
    r"\b(?:fry[- ]ups?|(?:full|big)\ (?:english|scottish|irish|welsh)"
    r"(?:\ (?:breakfast|brekkie))?|(?:veggie|vegetarian|vegan|cooked|english)"
    r"\ (?:breakfast|brekkie)|meal\ deals?(?=\s*(?:$|[.;!?\n]))|chippy\ tea"
    r"|picky\ (?:bits|tea))\b(?P<told>\ ?:)?"
)
_FILLING = (
    r"(?:(?:tuna|prawn|egg|chicken)(?:\ mayo(?:nnaise)?)?|cheese(?:\ and\ beans)?"
    r"|beans(?:\ and\ cheese)?|cheesy\ beans|coleslaw|chil+i)"
)
_JACKETED = re.compile(
    rf"\b(?P<what>{_FILLING})\ (?=jackets?(?:\ (?:potato(?:es)?|spuds?))?{ENDS})"
)
_JACKET_THEN = re.compile(
    rf"(?P<what>\bjacket\ (?:spud|tattie|potato))\ (?={_FILLING}{ENDS})"
)
# A list, and the mark of a link: what stands before was put into what follows.
_INTO = "\x01\x0e"


def homely_told(work: str) -> str:
    """The text (lower case, every place kept) with such sayings in plain words."""
    work = told_of(sugarless_told(work))
    work = _MILK_IN.sub(_poured, work)
    work = _TEA_MILK.sub(lambda m: f"{m['tea']},", work)
    work = _LATTE_WITH.sub(saying(lambda m: f"{m['of']} milk {m['drink']}"), work)
    work = _TEA_WITH_BOTH.sub(
        lambda m: m["tea"] + ",".ljust(len(m.group()) - len(m["tea"])), work
    )
    work = _DUNKED.sub(lambda m: ",".ljust(len(m.group())), work)
    for pattern in (_JACKETED, _JACKET_THEN):
        work = pattern.sub(lambda m: f"{m['what']},", work)
    return _NO_FOOD_NAMED.sub(_bound, work)


def _poured(match: re.Match[str]) -> str:
    room = len(match.group())
    said = match["milk"] + (match["more"] or "") + _INTO
    return said + match["cup"].rjust(room - len(said))


def _bound(match: re.Match[str]) -> str:
    """One word that no food has; nothing where what it was is told behind it."""
    if match["told"]:
        return " " * len(match.group())
    return re.sub(r"[ -]", "", match.group()).ljust(len(match.group()))
