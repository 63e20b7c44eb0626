"""What a slice, a bowl or a cup of a kind of food usually weighs.

Such a portion is labelled "about 1 bowl"; grams found by it are always assumed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from journal.domain.amounts_labels import ABOUT, Portion, read_label

# A slice of a thing is its usual piece, where the table knows only pieces.
_SAME: Final = {"slice": frozenset({"slice", "piece"})}

_ONE_LOAF: Final = frozenset({"individual", "loaf"})


def with_usual(
    portions: Sequence[Portion], usual: Mapping[str, float]
) -> tuple[Portion, ...]:
    """The portions, and after them the usual amounts of units they lack."""
    reads = [read_label(one) for one in portions if one.grams > 0]
    # A loaf for one is no loaf of bread.
    held = {read.unit for read in reads if not read.words >= _ONE_LOAF}
    more = (
        Portion(f"{ABOUT}1 {unit}", grams)
        for unit, grams in usual.items()
        if not held & _SAME.get(unit, {unit})
    )
    return (*portions, *more)
