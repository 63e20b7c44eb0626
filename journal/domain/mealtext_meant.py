"""The amount that was meant, where the words alone would say another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journal.domain.amounts_labels import Portion, read_label, singular
from journal.domain.mealtext_draft import FOR_ONE, LITTLE, Amount


def meant(amount: Amount, portions: Sequence[Portion], words: Sequence[str]) -> Amount:
    """Read "a little milk" as a bit of it; "a little apple" is a small one."""
    reads = [read_label(portion) for portion in portions]
    if amount.unit == "cup" and FOR_ONE in amount.manner:
        # "A single serving cup of pudding" is its pot for one, no measured cup.
        pots = [read for read in reads if read.unit == "pot"]
        return replace(amount, unit="pot", size="snack size") if pots else amount
    if LITTLE not in amount.manner or amount.unit or amount.size != "small":
        return amount
    said = frozenset(singular(word) for word in words)
    for read in reads:
        is_one = read.size in {"small", "medium"} or bool(read.words & said)
        if is_one and read.unit in {None, read.size} and not read.millilitres_each:
            return amount
    return replace(amount, unit="bit", size=None)
