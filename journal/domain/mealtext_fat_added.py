"""Fat that a food was cooked with: "green beans with added fat" are one food.

The survey has such vegetables, grains and beans as kinds of their own. What is fried, a
meat or an egg dish has its fat in it already. Every character keeps its place.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_places import spread

_HOW = r"(?:cooked|prepared|made|mixed|boiled|simmered|steamed|sauteed|heated|tossed)"
_SOME = r"(?:(?:some|a\ (?:little|bit\ of|touch\ of|hint\ of)|extra)\ )?"
_IN = r"(?:\ (?:in|during|while|for|when)\ (?:the\ )?(?:cooking|preparation))?"
_ADDED = re.compile(
    rf"(?:,?\ (?:(?:{_HOW}\ )?with\ {_SOME}(?:added\ fats?|fats?\ added)"
    rf"|{_HOW}\ (?:with|in)\ {_SOME}fat|enriched\ with\ {_SOME}(?:added\ )?fats?)"
    rf"|,\ (?:and\ )?fat\ added)(?:\ to\ it)?{_IN}"
    r"(?=\s*(?:$|[,.;:!?\n()]|(?:and|with|along|alongside|while|for|as|plus|to|paired"
    r"|on|but|followed|accompanied|served|complemented)\b))"
)
# Of these the table's figures are with the fat.
_HAS_FAT = re.compile(
    r"\b(?:fried|frying|mashed|eggs?|omelett?es?|chops?|steaks?|chicken|beef|pork"
    r"|turkey|ham|bacon|sausages?|fish|salmon|shrimps?|prawns?|fries|refried|hash"
    r"|soups?|pizza)\b"
)
_SHORTEST = len(" with_fat")
_CLAUSE = re.compile(r"[,.;:!?\n()]|\b(?:and|with|alongside|plus|then)\b")


def with_fat_added(work: str) -> str:
    """The text (lower case) with fat added in cooking as a word of the food."""
    return _ADDED.sub(_told, work)


def _told(match: re.Match[str]) -> str:
    before = _CLAUSE.split(match.string[: match.start()])[-1]
    room = len(match.group())
    if not before.strip() or _HAS_FAT.search(before):
        return " " * room
    # The underscore keeps the words from being read as a link.
    return spread(" with_fat", room) if room >= _SHORTEST else match.group()
