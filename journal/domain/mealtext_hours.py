"""Hours told without "am", "pm" or "o'clock", which are no amounts: "a roll about six".

A number behind "about" may be a count as well. It is an hour where its minutes, a part
of the day or "till" say so, or where the food already has its amount and is no vessel
of small things: "a handful of almonds about 10" stays as it is.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank

_HOUR = (
    r"(?:1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)"
)
_MINUTES = r"\.[0-5][05]"
_ENDS = (
    r"(?=\s*(?:$|[,;:!?)\n]|\.(?!\d)|(?:and|but|then|so|when|because|cos|while|as"
    r"|watching|before|after|i|we|had|ate)\b))"
)
_NEAR = r"(?:at|about|around|round|roundabout|roughly|by|like|maybe|just|gone|say)"
_PART_OF_DAY = (
    r"(?:this\ (?:morning|afternoon|evening)|in\ the\ (?:morning|afternoon|evening)"
    r"|at\ night|tonight|last\ night)"
)
_PAST = (
    r"(?:half|quarter|a\ quarter|twenty|five|ten)\ (?:past|after)|(?:a\ )?quarter\ to"
)
_TOLD = re.compile(
    # "About half past 8", "at half 8", "quarter to nine".
    rf"\b(?:{_NEAR}\ )*(?:{_PAST})\ {_HOUR}\b(?!\ ?(?:g|ml|oz|cups?|slices?)\b)"
    rf"|\b(?:at|about|around|round)\ half\ {_HOUR}{_ENDS}"
    # "About six this morning".
    rf"|(?<![,(]\ )\b(?:{_NEAR}\ )+{_HOUR}(?:{_MINUTES})?\ {_PART_OF_DAY}\b"
    # "Round 8", "around 7.15", "until 3".
    rf"|\b(?:round|roundabout|(?:un)?'?till?)\ (?:{_NEAR}\ )*{_HOUR}(?:{_MINUTES})?"
    rf"{_ENDS}"
    # With "at" or "around" the hour is read, and kept, as the time of the meal.
    rf"|(?<!at\ )(?<!around\ )\b(?:about|by|like|gone|just)\ {_HOUR}{_MINUTES}{_ENDS}"
    # "From the chippy 7.30".
    rf"|(?<=[a-z])(?P<from>\ (?:from|at)\ (?:the\ )?[a-z']+)\ {_HOUR}{_MINUTES}{_ENDS}"
    # "At 4 o'clock when Megan called in".
    rf"|\bat\ {_HOUR}(?:{_MINUTES}|\ o'?clock)?"
    r"(?=\ (?:when|while|because|cos|as|after|before)\b)"
)
# "Dinner at 8 spag bol".
_MEAL_AT = re.compile(
    r"\b(?P<meal>breakfast|brekkie|brekky|brunch|lunch|dinner|tea|supper|snack)\ "
    rf"at\ (?:about\ |around\ |half\ )?{_HOUR}(?:{_MINUTES})?"
    r"(?=\ (?!(?:g|ml|oz|cups?|slices?|am|pm|ish|o)\b)[a-z])"
)
_ABOUT = re.compile(rf"\ (?:about|around)\ {_HOUR}{_ENDS}")
_CLAUSE = re.compile(r"[,.;:!?\n(]|\b(?:and|with|then|plus|had|ate|drank|was|well)\b|&")
_ONE = re.compile(
    r"\ {0,2}(?:just\ |only\ |my\ |the\ )?(?:an?|one|two|three|four|\d)\ (?P<rest>.*)"
)
# Of what these hold, the number may be the count.
_HELD = re.compile(
    r"\b(?:handful|bag|packet|pack|punnet|box|tub|pot|portion|serving|bowl|plate|cup"
    r"|few|couple|pile|bunch|tin|can|jar)s?\b"
)


def without_hours(work: str) -> str:
    """The text (in lower case, every place kept) without such hours."""
    work = _MEAL_AT.sub(lambda m: f"{m['meal']}:".ljust(len(m.group())), work)
    work = _TOLD.sub(_but_where, work)
    return _ABOUT.sub(_of_the_clock, work)


def _but_where(match: re.Match[str]) -> str:
    return (match["from"] or "").ljust(len(match.group()))


def _of_the_clock(match: re.Match[str]) -> str:
    """Nothing where the food before has its amount, which this then is not."""
    start = 0
    for edge in _CLAUSE.finditer(match.string, 0, match.start()):
        start = edge.end()
    amount = _ONE.fullmatch(match.string, start, match.start())
    is_hour = amount is not None and not _HELD.search(amount["rest"])
    return blank(match) if is_hour else match.group()
