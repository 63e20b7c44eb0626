"""Amounts of several foods, "2 slices each", or in two parts, "1 cup + 2 tbsp"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, LINK, LIST
from journal.domain.mealtext_units import UNITS

JOINED = frozenset({AND, LINK})


def added(one: Amount | None, other: Amount | None) -> Amount | None:
    """Two amounts of one kind as one: "1 cup + 2 tbsp"; None where they are not."""
    if one is None or other is None or one.number is None or other.number is None:
        return None
    if one.unit is None or other.unit is None or one.is_times or other.is_times:
        return None
    first, second = UNITS[one.unit], UNITS[other.unit]
    if first.grams and second.grams:
        size = second.grams / first.grams
    elif first.millilitres and second.millilitres:
        size = second.millilitres / first.millilitres
    else:
        return None
    is_part = size == 1 and 0 < other.quantity < 1 and bool(first.millilitres)
    if size >= 1 and not is_part:
        # "200 g and 50 g" are of two foods: nobody says one amount so, except
        # for a measure and part of one: "1 cup + 1/4 cup".
        return None
    more = other.quantity * size
    return replace(one, number=one.quantity + more, multiplier=1.0, is_weak=False)


def with_sums(
    work: str, pieces: Sequence[Sequence[Draft]], links: Sequence[str]
) -> None:
    """Put an amount that stands alone to the measured food that is joined to it."""
    for at in range(len(pieces) - 1):
        alone = pieces[at]
        then = pieces[at + 1][0] if pieces[at + 1] else None
        if len(alone) != 1 or alone[0].words or then is None or not then.words:
            continue
        if links[at + 1] not in JOINED or then.is_trailing:
            continue
        is_parted = LIST in work[alone[0].end : then.start]
        total = None if is_parted else added(alone[0].amount, then.amount)
        if total is not None:
            then.amount, then.start = total, alone[0].start
            alone[0].amount = None
            alone[0].every_word.clear()


def with_each(eaten: Sequence[Said]) -> None:
    """Give an amount "each" to all foods that it was said of.

    Said before the first of them, it goes forward; said after the last, back.
    """
    for at, one in enumerate(eaten):
        if not one.draft.is_each or one.draft.amount is None:
            continue
        places = range(at + 1, len(eaten))
        if one.draft.is_trailing:
            places = range(at - 1, -1, -1)
        for place in places:
            nearer = eaten[place] if place > at else eaten[place + 1]
            draft = eaten[place].draft
            if nearer.piece.link not in {AND, LINK, LIST} or draft.amount is not None:
                break
            draft.amount = replace(one.draft.amount)
