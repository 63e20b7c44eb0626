"""Whether of a sandwich or burger only its bread was found, or only what is on it."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import stem
from journal.domain.mealtext_dishes import BREADED, BREADS
from journal.domain.mealtext_filled import names_bread
from journal.domain.mealtext_hits import Matched
from journal.domain.mealtext_said import Said, stems_of
from journal.domain.mealtext_slots import LINK


def is_only_bread(parts: Sequence[Said], found: Matched) -> bool:
    """Whether of a burger on a bun only the bun was found, or of one with ham the ham.

    "Sandwich ham" is another name of a ham.
    """
    dish = stem(parts[0].draft.words[-1])
    if dish not in BREADED or found.hit is None or parts[1].piece.link != LINK:
        return False
    is_dish = bool(stems_of(found.hit.name) & (BREADED | BREADS | {dish}))
    return names_bread(found.hit.name) or not is_dish
