"""What babies are fed: "a jar of strained pears baby food", of one kind or several.

All that is told of it is one food. Of one thing it is that kind of the table; of more
it is fruit, vegetables, meat or a mixture, which the page asks about. Every character
keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from journal.domain.mealtext_hits import EXACT, Find, Matched, chosen, lowered

#: Stands for what babies are fed, with all that is told of it.
BABY_FOOD = "babyfood"
# No such kind was told, or several things were: asked about.
_GUESSED: Final = 0.7
_STAGE = re.compile(
    r",?\ \(?stage\ (?:[1-4]|one|two|three|four|i{1,3})\b\)?(?:\ (?:of|for)(?=\ ))?"
    r"(?=.{0,60}\b(?:baby|toddler|infant|gerber)\b)"
    r"|(?<=food),?\ \(?stage\ (?:[1-4]|one|two|three|four|i{1,3})\b\)?"
    r"|(?P<lead>\b(?:baby|toddler|infant|gerber)\b[^.;!?\n]{0,60}?),?\ \(?stage\ "
    r"(?:[1-4]|one|two|three)\b\)?"
)
_WORD = r"(?!(?:of|an?|then|my|the|some|i|had|ate|drank|for|was|plus|with)\b)[a-z'-]+"
_BABY = re.compile(
    rf"(?P<what>(?:(?<=\bof\ )|(?<=\ba\ )|(?<=\bsome\ ))(?:{_WORD},?\ ){{0,7}})?"
    r"\b(?P<name>(?:baby|infant|toddler)\ "
    r"(?:foods?|meals?|cereal|dinner|puree|formula)|baby[/ -]toddler(?:\ foods?)?)\b"
    r"(?P<more>(?:,?\ (?:featuring|with|containing|of|made\ (?:with|from|of))"
    r"|\ \(|:)(?:(?!(?:\ and|,)\ (?:an?|some|my|the|\d))[^.;!?\n)]){0,60}?"
    r"(?=\s*(?:$|[,.;!?\n)]|and\ (?:an?|some|my|the|\d)|(?:for|along|alongside|while"
    r"|accompanied|paired|which)\b)))?"
)

_GRAINS: Final = frozenset("oatmeal oat rice barley multigrain wheat dry oats".split())  # noqa: SIM905
_FRUIT: Final = frozenset(
    """apple apples applesauce banana bananas pear pears peach peaches prune prunes
    mango mangoes fruit fruits berry berries blueberry blueberries strawberry
    strawberries plum plums apricot apricots cherry raspberry kiwi pineapple papaya
    grape melon""".split()  # noqa: SIM905
)
_VEGETABLES: Final = frozenset(
    """carrot carrots pea peas squash pumpkin potato potatoes bean beans beet beets
    beetroot spinach kale broccoli corn sweetcorn parsnip parsnips vegetable vegetables
    zucchini courgette cauliflower tomato swede butternut""".split()  # noqa: SIM905
)
_MEAT: Final = frozenset(
    "beef chicken turkey ham lamb pork meat veal fish salmon macaroni lasagne".split()  # noqa: SIM905
)
_GRAIN: Final = frozenset("grain grains oat oats rice cereal quinoa oatmeal".split())  # noqa: SIM905
_PLAIN: Final = frozenset(
    """strained pureed mashed smooth organic fresh creamy a an the of and with made from
    featuring containing jar gerber beech-nut gerber's food foods first second third
    blend mix mixed puree plain""".split()  # noqa: SIM905
)


def babies_fed(work: str) -> str:
    """The text with what is in a baby's food bound to one name."""
    work = _STAGE.sub(_less_stage, work)
    return _BABY.sub(_bound, work)


def _less_stage(match: re.Match[str]) -> str:
    lead = match["lead"] or ""
    return lead + " " * (len(match.group()) - len(lead))


def _bound(match: re.Match[str]) -> str:
    name, what, more = match["name"], match["what"] or "", match["more"] or ""
    if name.endswith("formula"):
        # Whose it is and how it was mixed changes little in it.
        is_older = name.startswith("toddler") or "pediasure" in what
        kind = "pediasure" if is_older else "formula milk"
        return " " * len(what) + kind.rjust(len(name)) + " " * len(more)
    is_known = not what or bool(_GRAINS & set(what.split()))
    if name.endswith("cereal") and not more and is_known:
        return match.group()
    what = re.sub(r",?\ and\ |,\ |\ with\ ", lambda m: "_" * len(m.group()), what)
    return what + BABY_FOOD.ljust(len(name), " ") + re.sub(r"[^a-z]", "_", more)


def as_baby_food(words: Sequence[str], find: Find) -> Matched:
    """The baby food that is meant: of one thing sure, of several a guess."""
    told = [part for word in words for part in word.split("_")]
    rest = [word for word in told if word not in _PLAIN and word != BABY_FOOD and word]
    hits = find(" ".join(["baby food", *rest])) if rest else []
    if hits and hits[0].score >= EXACT and hits[0].name.startswith("Baby"):
        return chosen(words, hits)
    near = [hit for hit in find(f"baby food {_kind(set(rest))}") if "Baby" in hit.name]
    return (
        chosen(words, lowered(near, _GUESSED))
        if near
        else Matched(tuple(words), None, ())
    )


def _kind(told: set[str]) -> str:
    parts = [
        name
        for name, kind in (
            ("fruit", _FRUIT),
            ("vegetables", _VEGETABLES),
            ("meat", _MEAT),
            ("grain", _GRAIN),
        )
        if kind & told
    ]
    if parts == ["fruit", "vegetables", "meat"]:
        parts = parts[1:]
    return " and ".join(parts[:2]) or "unspecified"
