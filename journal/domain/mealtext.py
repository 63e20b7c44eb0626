"""A sentence about a meal becomes foods with amounts, the unknown said as such.

Three things about an item may be doubtful, and each is said apart: ``confidence`` is
about the food (`journal.domain.foodmatch` says what its values mean; below its `SURE`,
0.75, the page asks), ``is_stand_in`` tells that a near relative answers for a food the
table lacks, and ``grams_source`` tells how the amount is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from journal.domain import mealtext_clean as clean
from journal.domain.amounts import LARGEST_AMOUNT_G, GramsSource
from journal.domain.foodmatch import STAND_IN, SURE, FoodHit
from journal.domain.mealtext_counted import Portions
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_emoji import OTHER_PICTURE
from journal.domain.mealtext_foods import Sources, foods_of
from journal.domain.mealtext_hits import Find, Matched
from journal.domain.mealtext_logged import without_rows
from journal.domain.mealtext_logged_read import apart_from_rows, rows_read
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_shared import notice
from journal.domain.mealtext_slots import NOT
from journal.domain.mealtext_sort import sort_pieces
from journal.domain.mealtext_weigh import weigh
from journal.domain.targets import Region

LONGEST_TEXT = 10_000
MOST_ITEMS = 200
MOST_PIECES = 3 * MOST_ITEMS

_CLOSED = re.compile(r"[^()\n,;]{0,20}\)")
_LETTER = re.compile(rf"[^\W\d_]|{OTHER_PICTURE.pattern}")


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """One thing eaten as said.

    ``food_id`` is None where nothing in the table is meant: the text is kept.
    ``confidence`` (0 to 1) is about the food; ``quantity`` and ``unit`` are as said
    (None and 1 when nothing was said, 2 for a
    plural of what comes singly); ``grams`` is None when it cannot be told.
    ``grams_source`` is "stated" (a weight, or a volume with the food's own density),
    "portion" (a household portion of the food), "assumed" (a guess to be checked)
    or "unknown". ``time`` is "HH:MM" as told. ``words`` are the food's own words.
    """

    text: str
    food_id: str | None
    food_name: str | None
    confidence: float
    quantity: float
    unit: str | None
    grams: float | None
    grams_source: GramsSource
    portion: str | None = None
    alternatives: tuple[FoodHit, ...] = ()
    slot: str | None = None
    time: str | None = None
    words: str = ""
    is_stand_in: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the food needs no second look; its amount may still be assumed."""
        return self.food_id is not None and self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class ParsedMeal:
    """What a text says: eaten ``items``, what was said not to be eaten, and notices.

    ``shares`` tell of which foods only a part was counted, and how much of them.
    """

    items: tuple[ParsedItem, ...]
    not_eaten: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()


def parse_meal(
    text: str, *, find: Find, portions: Portions, region: Region | None = None
) -> ParsedMeal:
    """Read ``text`` as a meal, with ``find`` for foods and ``portions`` for weights.

    Pints and the like are those of ``region``, or assumed where it is not known.
    Never raises for any text; what is not understood is an item without a food.
    """
    notices = []
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT]
        notices.append(f"Only the first {LONGEST_TEXT:,} characters were read.")
    sources = Sources(cache(find), portions, region)
    rows = rows_read(text, sources)
    work, pieces, shares = clean.cut(without_rows(text, [row for row, _ in rows]))
    if len(pieces) > MOST_PIECES:
        pieces = pieces[:MOST_PIECES]
        notices.append(f"Only the first {MOST_PIECES} parts of this were read.")
    eaten, not_eaten = sort_pieces(work, pieces)
    told, logged = apart_from_rows(eaten, rows)
    matched = foods_of(text, told, shares, sources)
    matched = sorted([*matched, *logged], key=lambda one: one.draft.start)
    if len(matched) > MOST_ITEMS:
        matched = matched[:MOST_ITEMS]
        notices.append(f"Only the first {MOST_ITEMS} foods were read.")
    items = tuple(_item(text, one, portions, region) for one in matched)
    is_refused = any(piece.link == NOT for piece in pieces)
    if not items and not is_refused and _LETTER.search(text):
        items = (_unread(text),)
    if any(_is_out_of_range(one) for one in matched):
        notices.append("An amount was too large or below nothing and was left out.")
    if text.strip() and not any(item.food_id for item in items) and not is_refused:
        notices.append("No food was found in this text.")
    shared = tuple(
        notice(item.text, one.draft)
        for item, one in zip(items, matched, strict=False)
        if one.draft.share != 1.0
    )
    return ParsedMeal(items, tuple(not_eaten), tuple(notices), shared)


def _is_out_of_range(one: Said) -> bool:
    amount = one.draft.amount
    return amount is not None and not 0 <= amount.quantity <= LARGEST_AMOUNT_G


def _item(
    text: str, one: Said, portions: Portions, region: Region | None
) -> ParsedItem:
    draft, matched = one.draft, one.matched or Matched((), None, ())
    own = portions(matched.hit.id) if matched.hit else ()
    weighed = weigh(draft, own, matched.words, region)
    if matched.hit is None and weighed.source != "stated":
        # How much a plate of nobody knows what weighs is not known.
        weighed = replace(weighed, grams=None, source="unknown", portion=None)
    hit = matched.hit
    return ParsedItem(
        text=_text_of(text, draft) or " ".join(draft.words),
        food_id=hit.id if hit else None,
        food_name=hit.name if hit else None,
        confidence=_confidence(hit),
        quantity=round(weighed.quantity, 4),
        unit=weighed.unit,
        grams=None if weighed.grams is None else round(weighed.grams, 1),
        grams_source=weighed.source,
        portion=weighed.portion,
        alternatives=matched.alternatives,
        slot=one.piece.slot,
        time=one.piece.time,
        # A correction is remembered for the words as said, maker and all.
        words=" ".join(draft.told or matched.words),
        is_stand_in=hit is not None and hit.is_stand_in,
    )


def _text_of(text: str, draft: Draft) -> str:
    """The words of an item as they were written, a bracket with its other half."""
    end = draft.end
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    closed = _CLOSED.match(text, end)
    opened = text[draft.start - 1 : draft.start] == "("
    said = text[draft.start - opened : end]
    if closed and said.count("(") > said.count(")"):
        said += closed.group()
    said = said.strip(" \t\n,;:-")
    return said if said.count("(") == said.count(")") else said.strip("()")


def _unread(text: str) -> ParsedItem:
    """What was written, kept where nothing of it is a food or an amount of one."""
    return ParsedItem(text.strip()[:200], None, None, 0.0, 1.0, None, None, "unknown")


def _confidence(hit: FoodHit | None) -> float:
    if hit is None:
        return 0.0
    return round(min(hit.score, STAND_IN) if hit.is_stand_in else hit.score, 3)
