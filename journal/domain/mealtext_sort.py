"""Pieces in order: which are foods, which tell the food before, which were refused."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain import mealtext_clean as clean
from journal.domain import mealtext_words as said
from journal.domain.foodmatch import stem
from journal.domain.mealtext_chunks import drafts_of
from journal.domain.mealtext_draft import Amount, Draft, multiply
from journal.domain.mealtext_refusals import refused_of, take_amount
from journal.domain.mealtext_said import Said
from journal.domain.mealtext_slots import AND, BREAK, LINK, LIST, NOT
from journal.domain.mealtext_spread import JOINED, added, with_each, with_sums
from journal.domain.mealtext_units import UNITS

# "Baked pot" is a potato, "cooked loaf" no loaf of what was said before.
_ALSO_FOODS = frozenset(["pot", "pots", "loaf"])
_NUTS_BY_HOW = frozenset(["dry", "roasted"])
_NUTS = frozenset(stem(word) for word in ("nuts", "peanuts", "almonds", "cashews"))
WEIGHTS = frozenset({"g", "ml", "oz", "kg"})


def sort_pieces(
    work: str, pieces: Sequence[clean.Piece]
) -> tuple[list[Said], list[str]]:
    """The foods eaten, in order, and what was said not to be eaten."""
    eaten: list[Said] = []
    not_eaten: list[str] = []
    refusing = is_closed = False
    read = [drafts_of(work, piece.start, piece.end) for piece in pieces]
    with_sums(work, read, [piece.link for piece in pieces])
    for piece, drafts in zip(pieces, read, strict=True):
        words = [word for draft in drafts for word in draft.words]
        # "(No dressing) and bread" refuses the dressing only.
        goes_on = refusing and piece.link == AND and not is_closed
        is_closed = ")" in work[piece.start : piece.end]
        refusing = piece.link == NOT or (
            goes_on and len(words) < 3 and bool(said.EXTRAS & set(words))
        )
        had = drafts
        if refusing:
            refused, had = refused_of(drafts)
            words = [word for draft in refused for word in draft.words]
            if words:
                not_eaten.append(" ".join(words))
                if eaten and (goes_on or piece.link == NOT):
                    eaten[-1].draft.refused.append(" ".join(words))
                    take_amount(eaten[-1].draft, refused)
        for draft in had:
            _add(eaten, Said(draft, piece))
    with_each(eaten)
    return eaten, not_eaten


def _add(eaten: list[Said], one: Said) -> None:
    """Keep a draft, or give its amount or closer words to the one before."""
    before = eaten[-1].draft if eaten else None
    if not one.draft.words:
        _add_amount(eaten, before, one)
    elif before and _tells_closer(before, one):
        draft = one.draft
        before.words += [word for word in draft.words if word not in UNITS]
        before.every_word += draft.words
        before.aside += draft.aside
        before.end = draft.end
        if draft.amount and not draft.amount.is_size_only:
            before.amount = before.amount or draft.amount
            before.total = before.total or draft.total
        before.is_trailing = before.is_trailing or draft.is_trailing
    else:
        eaten.append(one)


def _tells_closer(before: Draft, one: Said) -> bool:
    """Whether a piece only tells the food before more closely: ", raw", ", whole"."""
    draft, amount = one.draft, one.draft.amount
    if len(draft.words) > 1 and draft.words[-1] in _ALSO_FOODS:
        return False
    if amount and amount.unit and set(draft.words) == _NUTS_BY_HOW:
        # "Crisps, bag of dry roasted": nuts, unless these were told before.
        return bool({stem(word) for word in before.words} & _NUTS)
    is_free = amount is None or amount.is_size_only
    is_free = is_free or not before.amount
    return (
        one.piece.link == LIST
        and is_free
        and all(
            word in said.CLOSER
            or (word in draft.aside and len(draft.words) > len(draft.aside))
            or word.endswith("%")
            or (before.amount is not None and word in UNITS)
            for word in draft.words
        )
    )


def _add_amount(eaten: list[Said], before: Draft | None, one: Said) -> None:
    draft, amount = one.draft, one.draft.amount
    if amount is None:
        return
    before = None if before and _is_beer(before, one) else before
    if before and _tells_more(before, one, amount):
        before.end = draft.end
    elif before and _is_open(before, amount):
        _give_way(before, draft, amount)
    elif before and before.total is None and _is_measure(amount, one.piece.link):
        before.total, before.end = amount, draft.end
        if draft.is_each and before.amount:
            amount.multiplier *= before.amount.quantity
    elif before and one.piece.link == LIST and amount.number is None:
        # "1 cup, whole pieces": how the cup was filled.
        before.end = draft.end
    elif amount.unit or amount.size:
        _add_vessel(eaten, one, amount)


# What a pint is told of after its name.
_BY_PINT = frozenset(
    stem(word)
    for word in """
    beer lager ale stout cider guinness bitter shandy milk water squash juice coke cola
    lemonade cream ice prawns berries
    """.split()  # noqa: SIM905
)
# Of what such a vessel held, so many of these were had.
_SERVED_FROM = frozenset(["bottle", "jug", "pot", "box", "jar", "tin", "bag", "packet"])
_SERVED_BY = frozenset(
    ["glass", "wine glass", "cup", "mug", "piece", "handful", "slice", "shot"]
)
# Told with the size of the whole, and then how many slices of it.
_SLICED = frozenset(["pizza", "pie", "cake", "quiche", "loaf", "melon", "watermelon"])


def _is_beer(before: Draft, one: Said) -> bool:
    """Whether a pint told beside a dish is one of beer: "a curry and a pint"."""
    amount = one.draft.amount
    is_pint = amount is not None and amount.unit == "pint" and amount.is_weak
    is_beside = one.piece.link in {AND, LINK}
    return is_pint and is_beside and not {stem(w) for w in before.words} & _BY_PINT


def _give_way(before: Draft, draft: Draft, amount: Amount) -> None:
    """Take an amount for the one before: slices of the size of the whole."""
    if amount.unit == "slice" and before.amount:
        amount.size = amount.size or before.amount.size
    before.amount, before.end, before.is_trailing = amount, draft.end, True
    before.total = before.total or draft.total
    before.is_each = draft.is_each


def _take_multiple(before: Draft, amount: Amount) -> bool:
    """Take "x 2" and, of a vessel, a part told alone: "a can of cola, half"."""
    if before.amount is None:
        return False
    is_part = before.amount.is_weak and before.amount.unit is not None
    is_part = is_part and amount.unit is None and amount.size is None
    is_part = is_part and amount.number is not None and 0 < amount.number < 1
    if not amount.is_times and not is_part:
        return False
    multiply(before, amount.quantity)
    return True


def _tells_more(before: Draft, one: Said, amount: Amount) -> bool:
    """Whether an amount is one more of the food before: "x 2", a size, "+ 2 tbsp"."""
    is_taken = _take_multiple(before, amount) or _take_size(before, amount)
    return is_taken or _sum(before, one)


def _take_size(before: Draft, amount: Amount) -> bool:
    """Take a size for so many of the food before: "3 potatoes, the small ones"."""
    told = before.amount
    if not amount.is_size_only or told is None or told.unit or told.size:
        return False
    told.size = amount.size
    return True


def _sum(before: Draft, one: Said) -> bool:
    """Add an amount to the one before: "milk 1 cup + 2 tbsp"."""
    is_joined = before.is_trailing and one.piece.link in JOINED
    total = added(before.amount, one.draft.amount) if is_joined else None
    before.amount = total or before.amount
    return total is not None


def _is_measure(amount: Amount, link: str) -> bool:
    """Whether grams and the like were said, or after a comma a number of cups."""
    unit = UNITS[amount.unit] if amount.unit else None
    if unit is None or amount.number is None:
        return amount.unit in WEIGHTS
    is_told = bool(unit.grams or unit.millilitres) and link == LIST
    return amount.unit in WEIGHTS or (is_told and not amount.is_weak)


def _is_open(draft: Draft, amount: Amount) -> bool:
    """Whether the amount before may give way: "a pizza, and I ate three slices"."""
    before = draft.amount
    if before is None or before.is_size_only:
        return True
    # Slices are of the size of the whole that was told.
    is_sliced = amount.unit == "slice" and bool(_SLICED & set(draft.words[-1:]))
    is_article = before.is_weak and not before.unit and (is_sliced or not before.size)
    is_told = amount.number is not None and (amount.unit or amount.number < 1)
    # "A bottle of wine, I had two glasses".
    is_served = before.is_weak and before.unit in _SERVED_FROM
    is_served = is_served and amount.unit in _SERVED_BY
    return bool((is_article or is_served) and is_told)


def _add_vessel(eaten: list[Said], one: Said, amount: Amount) -> None:
    """A vessel alone may be a food: "a pint", "rest of bar"."""
    draft = one.draft
    draft.words = [word for word in draft.every_word if _may_be_food(word)]
    if draft.words:
        unit = UNITS[amount.unit] if amount.unit else None
        is_weighed = unit is not None and bool(unit.grams) and amount.number is not None
        is_measure = amount.is_part or amount.unit == "pint" or is_weighed
        draft.amount = amount if is_measure else None
        draft.is_unit_only = True
        eaten.append(one)


def _may_be_food(word: str) -> bool:
    return word in UNITS and UNITS[word].grams is None


def without_told_again(eaten: Sequence[Said]) -> list[Said]:
    """Leave out a food named first and then told with its amount.

    "We made tacos; I had three beef tacos" is three tacos.
    """
    return [
        one
        for at, one in enumerate(eaten)
        if at + 1 == len(eaten) or not _is_told_again(one, eaten[at + 1])
    ]


def _is_told_again(one: Said, after: Said) -> bool:
    amount = after.draft.amount
    if one.draft.amount is not None or amount is None or amount.is_size_only:
        return False
    named = {stem(word) for word in one.draft.words}
    again = [stem(word) for word in after.draft.words]
    return (
        after.piece.link in {LIST, BREAK}
        and after.piece.is_narrative
        and bool(again)
        and named <= set(again)
        and again[-1] in named
    )
