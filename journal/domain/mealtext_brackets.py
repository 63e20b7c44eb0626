"""What stands in brackets after a food, or after its weight, and is no other food."""

from __future__ import annotations

import re

# What parts foods parts no foods in brackets: "(breaded/fried)", "(ham, egg + cheese)".
_JOINTS = re.compile(r"[,;+&/](?!\d)|\b(?:and|on|over|under|plus|then|alongside)\b")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# "2 biscuits (1 cinnamon, 1 chocolate)": of what kinds they were.
_COUNTED = re.compile(
    r"(?<![\d.])(?P<count>\d{1,2})(?P<what>[^()\d\n]{1,60})\((?P<kinds>[^()]{3,120})\)"
)
# These are told by their kinds, which need not make up the number.
_IN_KINDS = re.compile(
    r"\b(?:biscuit|cooky|cookie|sweet|chocolate|cupcake|muffin|doughnut|donut|scone"
    r"|macaron|flapjack|cracker|yogh?urt|sandwich)(?:es|s)?\s*$"
)
# Of these what is counted are foods of their own.
_FOODS = re.compile(r"\b(?:fruits?|vegetables|veg|veggies|drinks?|snacks?|items)\s*$")
_COUNT = re.compile(r"(?<![\d.])\d{1,2}(?![\d.]|\s?(?:g|ml|oz|tsp|tbsp|cups?)\b)")
# "145 g w/ skin (93 g eaten)": weighed with what is not eaten.
_WEIGHED_WITH = re.compile(
    r"(?<=\d)(?P<unit>\s?(?:g|kg|oz|grams?))\s(?:with|w/|incl?\.?|including)\s?"
    r"(?:the\s|its\s)?(?:skin|shell|bones?|peel|core|stone|rind|pit|husk)\b"
)


def with_kinds(work: str) -> str:
    """The text without kinds and refuse that only tell a food more closely."""
    work = _COUNTED.sub(_counted, work)
    return _WEIGHED_WITH.sub(lambda m: m["unit"].ljust(len(m.group())), work)


def joined_inside(work: str) -> str:
    """The text in which nothing in brackets parts two foods."""
    return _IN_BRACKETS.sub(
        lambda m: _JOINTS.sub(lambda j: " " * len(j.group()), m.group()), work
    )


def _counted(match: re.Match[str]) -> str:
    """Blank the kinds where their numbers make up what was counted."""
    kinds = _COUNT.findall(match["kinds"])
    total, told = int(match["count"]), sum(map(int, kinds))
    is_fewer = told < total and _IN_KINDS.search(match["what"]) is not None
    is_kinds = told == total or is_fewer
    if len(kinds) < 2 or not is_kinds or _FOODS.search(match["what"]):
        return match.group()
    return match.group().replace(match["kinds"], " " * len(match["kinds"]))
