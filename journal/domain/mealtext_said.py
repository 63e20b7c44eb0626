"""Foods as said in their pieces, and several pieces put together as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.domain import mealtext_clean as clean
from journal.domain.foodmatch import STOPWORDS, stem, words_of
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_hits import Matched
from journal.domain.mealtext_slots import LINK
from journal.domain.mealtext_units import UNITS


@dataclass(slots=True)
class Said:
    """A draft with the piece it stood in and, once looked up, its food."""

    draft: Draft
    piece: clean.Piece
    matched: Matched | None = None


def told_stems(words: Sequence[str]) -> set[str]:
    """The stems of what was said."""
    return {stem(word) for word in words if word not in STOPWORDS}


def words_of_all(parts: Sequence[Said]) -> list[str]:
    """The words of several pieces with what links them."""
    words = list(parts[0].draft.words)
    for part in parts[1:]:
        words += ["and" if part.piece.link != LINK else "with"]
        words += part.draft.words
    return words


def as_one(
    parts: Sequence[Said], found: Matched, measured: Sequence[Said] | None = None
) -> Said:
    """Several pieces as the one food that was found for them.

    ``measured`` are those whose amounts are the food's (None: all).
    """
    first, last = parts[0].draft, parts[-1].draft
    told_of = [part.draft.amount for part in (measured or parts)]
    amounts = [amount for amount in told_of if amount]
    # "A lasagne with meat, 300 g" is 300 g, not one.
    told = (one for one in amounts if not one.is_weak or one.unit or one.size)
    amount = next(told, amounts[0] if amounts else None)
    total = next((p.draft.total for p in parts if p.draft.total), None)
    weighed = last.amount if last.is_trailing else None
    if total is None and weighed and weighed is not amount and _is_weight(weighed):
        # "1 cheese and onion pasty (150 g)": the weight is of the whole.
        total = weighed
        if last.is_each and amount is not None:
            # "Four dumplings with pork, 30 g each".
            times = weighed.multiplier * amount.quantity
            total = replace(weighed, multiplier=times)
    draft = Draft(first.start, last.end, list(found.words), amount, total)
    draft.share = min(part.draft.share for part in parts)
    draft.is_served = any(part.draft.is_served for part in parts)
    draft.is_share_guessed = any(part.draft.is_share_guessed for part in parts)
    return Said(draft, parts[0].piece, found)


def _is_weight(amount: Amount) -> bool:
    return amount.unit is not None and UNITS[amount.unit].grams is not None


def is_one_clause(parts: Sequence[Said]) -> bool:
    """Whether the pieces belong to the same meal and none of them ends it."""
    if any(part.piece.is_closed for part in parts[:-1]):
        return False
    return len({part.piece.slot for part in parts}) == 1


def stems_of(label: str) -> set[str]:
    """The stems of a label."""
    return {stem(word) for word in words_of(label) if word not in STOPWORDS}


_BIRDS = frozenset(["chicken", "duck", "turkey", "poussin"])


def is_of_bird(draft: Draft) -> bool:
    """Whether a part of a bird was told, or all of it: no half of a dish with it."""
    amount = draft.amount
    if amount is None or draft.words[-1] not in _BIRDS:
        return False
    return amount.unit == "whole" or (amount.unit is None and 0 < amount.quantity < 1)
