"""Drinks told as without sugar behind their name: "a can of cola, sugar free".

Such a drink is its diet kind; sugar is no food beside it, and what was refused of it
no mere addition, as it is in tea. Every character keeps its place.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_longhand import ENDS
from journal.domain.mealtext_places import spread

# What has sugar unless it says otherwise.
_DRINK = (
    r"(?:(?:cherry|vanilla|lime)\ )?(?:coke|coca[- ]?cola|cola|pepsi(?:\ max)?)"
    r"|fanta(?:\ (?:orange|lemon|fruit\ twist))?|sprite|7[ -]?up|irn[- ]?bru|tango"
    r"|lilt|vimto|ribena|robinsons|lucozade|dr\.?\ pepper|mountain\ dew|root\ beer"
    r"|ginger\ (?:ale|beer)|cream\ soda|red\ ?bull|monster|rockstar|relentless"
    r"|tonic(?:\ water)?|(?:fizzy\ |cloudy\ |pink\ )?lemonade|energy\ drinks?"
    r"|(?:(?:orange|blackcurrant|lemon|summer\ fruits|apple)\ )?(?:squash|cordial)"
    r"|gatorade|powerade|sports\ drink|soda|fizzy\ (?:drink|pop|orange)|kool[- ]aid"
)
_TEA = (
    r"(?:(?:peach|lemon|mango|raspberry|green)\ )?(?:iced?|cold)\ tea|lipton(?:\ tea)?"
)
_FREE = r"sugar[- ]?free"
_NONE = r"(?:with\ )?(?:no|zero)\ (?:added\ )?sugars?|without\ (?:any\ )?sugar"
_KIND = r"(?:\ (?:one|kind|version|type|variety))?"
_DIET = re.compile(
    rf"\b(?P<drink>{_DRINK}),?\ [(]?(?:the\ )?(?:{_FREE}|{_NONE}){_KIND}\)?{ENDS}"
)
_DIET_TEA = re.compile(rf"\b(?P<drink>{_TEA}),?\ [(]?(?:the\ )?{_FREE}{_KIND}\)?{ENDS}")
_PLAIN_TEA = re.compile(rf"\b(?:iced?|cold)\ tea,?\ [(]?(?:{_NONE})\)?{ENDS}")


def sugarless_told(work: str) -> str:
    """The text (in lower case) with such drinks by the names of their diet kinds."""
    work = _PLAIN_TEA.sub(lambda m: spread("unsweet tea", len(m.group())), work)
    for pattern in (_DIET, _DIET_TEA):
        work = pattern.sub(_as_diet, work)
    return work


def _as_diet(match: re.Match[str]) -> str:
    return spread(f"diet {match['drink']}", len(match.group()))
