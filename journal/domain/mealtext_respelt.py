"""Spellings made alike before a text is read: number words, ranges, numbered lists."""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank
from journal.domain.mealtext_tokens import HALF_AND_HALF

_HALF_AND_HALF = re.compile(r"\bhalf[ -](?:and|&|n)[ -]half\b")
_PERCENT = re.compile(r"(?<=\d)[ ]?per[ ]?cent\b")
_MILK_PERCENT = re.compile(r"\b(?P<number>one|two) per ?cent(?=(?: fat)? milk\b)")
_ABBREVIATED = re.compile(
    r"\b(?:oz|tbsp|tsp|tbs|lbs?|c|g|ml|approx|pkt|pcs?|fl|med|lg|sm|no|st|dr|ea)(\.)"
    r"(?=\s|,|$)"
)
_WORTH = re.compile(r"(?<=[a-z])'?s'? worth(?: of)?\b")
# How big a thing is sold: the size it is called by, no longer than what was written.
_SIZES = {
    "fun": "funsize", "snack": "funsize", "bite": "mini", "cocktail": "mini",
    "kid": "small", "kids": "small", "child": "small", "king": "huge", "family": "xl",
    "sharing": "xl", "share": "xl", "bun": "large", "breakfast": "small",
    "personal": "personal",
}  # fmt: skip
_SIZED = re.compile(
    r"\b(?P<size>fun|snack|bite|kid|child|king|family|sharing|share|bun|breakfast|personal"
    r"|cocktail)(?:'?s'?)?[ -]?sized?\b"
    r"|\b(?P<bag>sharing|share|family) (?=(?:bag|pack|packet|bar|tub|pot)s?\b)"
)
# Where it was bought or who it is for, before the order: "a fast food order of fries".
# A portion as packed for one is the packet: "a prepackaged serving of cereal".
_PACKED = re.compile(
    r"\b(?:pre-?packaged|individually (?:packed|wrapped)) (?:single )?"
    r"(?:serving|portion)s?\b(?= of\b)"
)
_DIPPED = re.compile(
    r"\bdipping[ -](?:sized? )?(?:containers?|cups?|tubs?|pots?)\b(?= of\b)"
)
_ORDERED = re.compile(
    r"\b(?:fast[ -]food|restaurant|takeout) (?=order|serving|portion)"
)
# A cafe's sizes: a tall latte is its smallest, and who it is for tells the size.
_COFFEE = (
    r"(?:latte|cappuccino|mocha|americano|macchiato|frappuccino|coffee|chai|cold brew"
    r"|flat white|hot chocolate|iced (?:tea|coffee|latte)|refresher)"
)
_TALL = re.compile(rf"\btall(?= (?:[a-z]+ ){{0,3}}{_COFFEE}\b)")
# "Vanilla latte - tall".
_TALL_LAST = re.compile(
    rf"(?P<drink>\b{_COFFEE}\b[^.;\n]{{0,40}}?)(?:,|\ -)\ tall(?=\s*(?:$|[,.;\n)]))"
)
_TRENTA = re.compile(r"\btrenta\b")
_FOR_KIDS = re.compile(
    r"\b(?:kid'?s?'?|kiddie|child'?s?)(?= (?:[a-z]+ )?(?:fries|chips|shake|milkshake"
    r"|drink|soda|coke|lemonade|cone|popcorn|slush|slushie)\b)"
)
_COUNTED = re.compile(
    r"\b(?:qty|quantity|amount|count)\s?[:=]?\s?(?=\d)"
    r"|(?<=\bwalnut)\shal(?:ves|f)\b|(?<=\bpecan)\shal(?:ves|f)\b"
    r"|(?<=\d)\s?(?:nos?|ct)\b|(?<=\d)[ -]?pack of\b"
    r"|\b(?:in all|in total|all told|all together)\b(?=\s*(?:$|[,.;\n]|and\b))"
)
# "Breakfast (7:30): toast"; a restaurant; how a steak or a skin was.
_MEAL_AT = re.compile(
    r"(?<=[a-z])\s\((?:at )?(?P<hour>\d{1,2})(?P<minute>:[0-5]\d)?(?P<half> ?[ap]m)?\)"
    r"(?P<colon>\s?:)?"
)
_MEALS = re.compile(r"(?:breakfast|brunch|lunch|dinner|supper|snacks?)$")
_NO_AMOUNT = re.compile(
    r"\b(?:5|five) guys\b|,\s?(?:medium[ -]rare|medium[ -]well|well[ -]done|rare)\b"
    r"(?=\s*(?:,|$|\n))|,?\s(?:with (?:the )?skin|skin[ -]on)\b(?=\s*(?:,|$|\n))"
)
# How thick the crust of a pizza was is no second food.
_CRUST = re.compile(
    r"\b(?:with|on) an? (?=(?:thin|thick|medium|stuffed|deep)[ -]crust\b"
    r"(?![^,.;]{0,40}\bpizzas?\b))"
)
# What tables say of a food that nobody told more closely.
_UNTOLD = re.compile(r",?\s\(?\b(?:nfs\b|ns as to [^,;\n]*)\)?(?=\s*(?:[,;\n]|$))")
_SKINNED = re.compile(
    r"\b(?:skin|peel) (?:removed|off|not eaten|uneaten|discarded|left|thrown away)\b"
)
_UNSKINNED = re.compile(r",?\s(?:with )?(?:the )?(?:skin|peel) eaten\b")
# The name of a meal here is no meal.
_SWEET_WINE = re.compile(r"\b(?:sweet )?(?:dessert|pudding)(?= wines?\b)")
# "Dry weight" is dry; grain that is not cooked is called dry.
_STATE = re.compile(r"(?P<state>dry|uncooked|raw|cooked) (?:weight|wt)\b")
_GRAIN = (
    r"(?:rice|pasta|spaghetti|penne|macaroni|linguine|fusilli|noodles?|quinoa|couscous"
    r"|lentils|oats|oatmeal|bulgur|barley|basmati)"
)
_UNCOOKED = re.compile(
    rf"\b(?:uncooked|raw)(?= (?:[a-z]+ ){{0,3}}{_GRAIN}\b)"
    rf"|\b(?P<grain>{_GRAIN}[ ,(]{{1,3}})(?:uncooked|raw)\b"
)
_DIGITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "a": 1, "an": 1,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_ONE_TO_TEN = "one|two|three|four|five|six|seven|eight|nine|ten"
_RANGE = re.compile(
    rf"\b(?P<low>an?|{_ONE_TO_TEN}|\d)(?: or | to |-)(?P<high>{_ONE_TO_TEN})\b"
)
_OR_TWO = re.compile(
    r"\b(?:an?|one) (?P<unit>(?:small |large |thick )?[a-z]+) or "
    r"(?P<more>two|so|three)\b"
)
# "One half cup" is half a cup; "one and a half" is not meant.
_ONE_PART = re.compile(
    r"\bone[ -](?=(?:half|quarter|third|fourth|fifth|sixth|eighth)\b)"
)
_TENS_AND = re.compile(rf"\b(?P<tens>{'|'.join(_TENS)})[ -](?P<ones>{_ONE_TO_TEN})\b")
_HUNDRED_AND = re.compile(
    rf"\b(?:(?P<hundreds>an?|{_ONE_TO_TEN}) )?hundred and "
    rf"(?P<rest>\d{{1,2}}|{'|'.join(_TENS)}|{_ONE_TO_TEN})\b"
)
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=\s))(?P<number>\d{1,2})[.)]\s+(?=[a-z])")


def respelt(work: str) -> str:
    """The text with what is written in several ways written in one, places kept."""
    work = _HALF_AND_HALF.sub(lambda m: HALF_AND_HALF.ljust(len(m.group()), "f"), work)
    work = _MILK_PERCENT.sub(
        lambda m: f"{_DIGITS[m['number']]}%".ljust(len(m.group())), work
    )
    work = _PERCENT.sub(lambda m: "%".ljust(len(m.group())), work)
    work = _ONE_PART.sub(blank, work)
    work = _ABBREVIATED.sub(lambda m: m.group()[:-1] + " ", work)
    work = _WORTH.sub(_of, work)
    work = _ORDERED.sub(blank, _SIZED.sub(_sized, work))
    work = _FOR_KIDS.sub(lambda m: "sm".ljust(len(m.group())), work)
    work = _TALL_LAST.sub(
        lambda m: m["drink"] + ", sm".ljust(len(m.group()) - len(m["drink"])), work
    )
    work = _TALL.sub("sm  ", _TRENTA.sub("xl    ", work))
    work = _PACKED.sub(lambda m: "packet".ljust(len(m.group())), work)
    work = _DIPPED.sub(lambda m: "dip pot".ljust(len(m.group())), work)
    work = _NO_AMOUNT.sub(blank, _COUNTED.sub(blank, work))
    work = _CRUST.sub(blank, work)
    work = _SKINNED.sub(lambda m: "no skin".ljust(len(m.group())), work)
    work = _UNTOLD.sub(blank, work)
    work = _UNSKINNED.sub(blank, work)
    work = _SWEET_WINE.sub(lambda m: "sweet".ljust(len(m.group())), work)
    work = _MEAL_AT.sub(_meal_at, work)
    work = _STATE.sub(lambda m: m["state"].ljust(len(m.group())), work)
    work = _UNCOOKED.sub(_dry, work)
    work = _listed(work)
    work = _OR_TWO.sub(_or_two, work)
    work = _TENS_AND.sub(_tens, _RANGE.sub(_between, work))
    return _HUNDRED_AND.sub(_hundreds, work)


def _meal_at(match: re.Match[str]) -> str:
    """Take the hour in brackets after the name of a meal out of them."""
    if not _MEALS.search(match.string[max(0, match.start() - 10) : match.start()]):
        return match.group()
    is_full = match["minute"] or match["half"]
    told = f" {match['hour']}{match['minute'] or ''}{match['half'] or ''}"
    if not is_full:
        told += ":00"
    if len(told) > len(match.group()):
        return match.group()
    told += ":" if match["colon"] and len(told) < len(match.group()) else ""
    return told.ljust(len(match.group()))


def _of(match: re.Match[str]) -> str:
    """Read "a can's worth of beans" as a can of them."""
    return " of".ljust(len(match.group()))


def _sized(match: re.Match[str]) -> str:
    return _SIZES[match["size"] or match["bag"]].ljust(len(match.group()))


def _between(match: re.Match[str]) -> str:
    low, high = _number(match["low"]), _number(match["high"])
    if not low < high <= 3 * low + 1:
        return match.group()
    middle = f"{(low + high) / 2:g}"
    return middle.ljust(len(match.group())) if middle else match.group()


def _or_two(match: re.Match[str]) -> str:
    """Read "a slice or two" as one and a half, "a slice or so" as one."""
    count = {"two": "1.5", "three": "2", "so": "1"}[match["more"]]
    return f"{count} {match['unit']}".ljust(len(match.group()))


def _dry(match: re.Match[str]) -> str:
    return f"{match['grain'] or ''}dry".ljust(len(match.group()))


def _tens(match: re.Match[str]) -> str:
    total = _TENS[match["tens"]] + _number(match["ones"])
    return f"{total}".ljust(len(match.group()))


def _hundreds(match: re.Match[str]) -> str:
    rest = match["rest"]
    total = 100 * _number(match["hundreds"] or "one") + (
        _TENS.get(rest) or _number(rest)
    )
    return f"{total}".ljust(len(match.group()))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _DIGITS.get(word, 0)


def _listed(work: str) -> str:
    """Break the text at the numbers of a list: "1. oatmeal 2. banana"."""
    numbers = list(_NUMBERED.finditer(work))
    told = [int(match["number"]) for match in numbers]
    if len(told) < 2 or told != list(range(1, len(told) + 1)):
        return work
    return _NUMBERED.sub(lambda m: "\n".ljust(len(m.group())), work)
