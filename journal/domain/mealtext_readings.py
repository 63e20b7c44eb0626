"""Totals of a day and what sugar did in the blood: "protein came out at 148".

Neither is eaten, though both are told in words of foods: "sugar's been up" is no sugar.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank

_ENDS = r"(?=\s*(?:$|[,.;:!?)\n]|(?:and|but|so|then|which|because|cos)\b))"
_WHEN = (
    r"(?:\ (?:all\ (?:day|week|night)|this\ (?:week|morning|month)|today|tonight|lately"
    r"|recently|again|after|afterwards|now|though|for\ (?:days|once)|before|since"
    r"|at\ the\ (?:mo|moment)))*"
)
_COUNTED = (
    r"(?:protein|prot|carbs?|carbohydrates?|fat|fib(?:re|er)|cal(?:orie)?s|kcals?"
    r"|macros|salt|sodium)"
)
_CAME = (
    r"(?:(?:was|were|is|are|came|comes|ended|worked|adds|added|finished|hit|hitting"
    r"|reached|totall?ed|landed|at|out|up|in|to|on|just|about|around|only|roughly"
    r"|over|under)\ )+"
)
_TOTAL = re.compile(
    rf"\b(?:(?:my|total|daily|day's|todays?|today's)\ )*{_COUNTED}"
    rf"(?:\ (?:total|count|for\ the\ day|today))*\ {_CAME}"
    rf"\d[\d,.]{{0,5}}(?:\ ?(?:g|grams?|mg|kcals?|cals?))?{_WHEN}!*{_ENDS}"
)
_STAND = (
    r"(?:up|high|low|down|bad|better|worse|fine|ok|okay|good|great|stable|steady"
    r"|all\ over\ the\ (?:place|shop)|through\ the\ roof|sky\ high|in\ range|creeping"
    r"\ up|spik(?:ed|ing)|dropp(?:ed|ing)|crash(?:ed|ing)|rising|elevated|normal)"
)
_SUGAR = re.compile(
    r"\b(?:(?:my|blood|the)\ )*sugar(?:s|'s|s')?\ "
    r"(?:(?:has|have|had|been|is|are|was|were|went|gone|going|running|run|keep|keeps"
    r"|still|bit|a|little|too|very|so|really|quite|way|not|got|feels?|felt)\ )*"
    rf"{_STAND}{_WHEN}{_ENDS}"
)
_UNSWEET = re.compile(r"\bnothing\ (?:else\ )?(?:sweet|sugary|fancy|special)\b")
_BEFORE_PILLS = re.compile(
    r"\b(?:before|after|until|till)\ (?:my|the)\ (?:[a-z]+\ )?"
    rf"(?:tablets?|pills?|meds|medication|insulin|jab|injection){_ENDS}"
)


def without_readings(work: str) -> str:
    """The text (in lower case, every place kept) without such figures."""
    for told in (_TOTAL, _SUGAR, _UNSWEET, _BEFORE_PILLS):
        work = told.sub(blank, work)
    return work
