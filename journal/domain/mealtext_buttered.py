"""Bread and what is spread on it: "buttered toast", "bread and butter, 2 slices".

What was said of the bread alone counts for both: three buttered slices have butter on
three. How much is spread is always assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journal.domain.foodmatch import SURE, stem
from journal.domain.mealtext_dishes import BREADS
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_hits import EXACT, Find, chosen
from journal.domain.mealtext_said import Said, stems_of
from journal.domain.mealtext_slots import AND, LINK

_BUTTERED = "buttered"
_HEADS = BREADS | frozenset(
    stem(word)
    for word in "toast crumpet teacake scone bap barm cob crispbread cracker".split()  # noqa: SIM905
)
_SPREADS = frozenset(["butter", "margarine", "marg", "jam", "marmalade", "spread"])
# A spread on more than these is no longer on slices of bread.
_MOST = 6


def with_butter(one: Said, found: list[Said], find: Find) -> list[Said]:
    """Buttered bread as the bread and its butter, where no one food is both."""
    draft = one.draft
    hit = found[0].matched.hit if len(found) == 1 and found[0].matched else None
    if hit is None or _BUTTERED not in draft.words or "butter" in stems_of(hit.name):
        return found
    words = [word for word in draft.words if word != _BUTTERED]
    if not words or stem(words[-1]) not in _HEADS:
        return found
    bread, butter = find(" ".join(words)), find("butter")
    if not bread or bread[0].score < SURE or not butter or butter[0].score < EXACT:
        return found
    on = Draft(draft.start, draft.end, ["butter"])
    on.amount, on.share = _on(draft.amount), draft.share
    found[0].matched = chosen(words, bread)
    return [found[0], Said(on, one.piece, chosen(["butter"], butter))]


def with_bread_counted(eaten: Sequence[Said]) -> None:
    """Give slices told after "bread and butter" to the bread."""
    for bread, spread in pairwise(eaten):
        amount = spread.draft.amount
        is_on = spread.piece.link in {AND, LINK} and bread.draft.amount is None
        if not is_on or amount is None or not spread.draft.is_trailing:
            continue
        names = spread.draft.words[-1:], bread.draft.words[-1:]
        if not names[0] or not names[1] or names[0][0] not in _SPREADS:
            continue
        if stem(names[1][0]) in BREADS and amount.unit in {"slice", "piece"}:
            bread.draft.amount = amount
            spread.draft.amount = _on(amount)
            spread.draft.is_trailing = False


def _on(amount: Amount | None) -> Amount | None:
    """What is spread on so much bread, one portion on each."""
    if amount is None or amount.unit not in {None, "slice", "piece"}:
        return None
    if not 1 < amount.quantity <= _MOST:
        return None
    return Amount(number=amount.quantity, is_assumed=True)
