"""What others had and the person had not: "kids ate all the crisps, none for me"."""

from __future__ import annotations

import re

from journal.domain.mealtext_shares import WHOM

_STARTS = r"(?:(?<=^)|(?<=[,.;:!?\n(])|(?<=[,.;:!?\n(]\ )|(?<=\band\ )|(?<=\bbut\ ))"
_WHO = (
    rf"(?:{WHOM}|(?:the\ |my\ |our\ )?(?:dog|cat|kids|children|boys|girls|lads|others))"
)
_ATE = r"(?:(?:had|has)\ )?(?:already\ )?(?:ate|eaten|had|finished|scoffed|took|nicked)"
_ALL = r"(?:all|the\ last)(?:\ of\ (?:the|my|our)|\ of|\ the|\ my|\ our)"
_FOOD = r"(?P<food>[a-z][a-z'&-]*(?:\ (?!so\b|before\b|but\b|and\b)[a-z'&-]+){0,4}?)"
_NONE = (
    r"(?:,?\ (?:so\ |and\ |but\ )?(?:there\ was\ |there\ were\ |i\ (?:had|got)\ )?"
    r"(?:none|nothing|not\ (?:a\ bite|any))(?:\ left)?(?:\ for\ me)?(?:\ lol)?"
    r"|,?\ before\ i\ (?:got|had|could\ (?:have|get))\ (?:any|some|a\ bite|there|in)"
    r"|,?\ (?:not|and\ not)\ me)"
)
_ENDS = r"(?=\s*(?:$|[,.;:!?)\n]|(?:and|but|so|then)\b))"
_NOT_MINE = re.compile(
    rf"{_STARTS}{_WHO}\ {_ATE}\ (?:{_ALL}\ {_FOOD}(?:{_NONE})?"
    rf"|(?:the\ |some\ |a\ |an\ )?(?P<other>[a-z]+(?:\ [a-z]+){{0,3}}?){_NONE}){_ENDS}"
)
# "John had seconds, I did not."
_SECONDS = re.compile(
    rf"{_STARTS}(?!i\b|we\b|and\b|then\b|so\b|just\b|also\b)(?:my\ |the\ )?[a-z]+"
    r"\ had\ (?:seconds|thirds|more)(?:,?\ (?:but\ )?i\ (?:did\ not|didn'?t))?"
    rf"(?:\ (?:though|have\ any))*{_ENDS}"
)


def without_others(work: str) -> str:
    """The text (in lower case, every place kept) with that refused, or left out."""
    return _NOT_MINE.sub(_refused, _SECONDS.sub(_left_out, work))


def _refused(match: re.Match[str]) -> str:
    return f"no {match['food'] or match['other']}".ljust(len(match.group()))


def _left_out(match: re.Match[str]) -> str:
    return " " * len(match.group())
