"""What goes into a recipe is weighed as bought: dry or raw, not as it is eaten."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from journal.domain.foodmatch import SURE, stem, words_of
from journal.domain.mealtext import ParsedItem
from journal.services.personal_foods import PersonalFoods

_COOKED: Final = re.compile(r"(?:boiled|cooked|roasted|baked|grilled|stewed)\b")
_TOLD_COOKED: Final = re.compile(
    r"\b(?:cooked|boiled|roast(?:ed)?|grilled|baked|leftover|drained|tinned|canned|tin|can"
    r"|jar|pouch)\b",
    re.IGNORECASE,
)


def as_bought(item: ParsedItem, known: PersonalFoods) -> ParsedItem:
    """Take what is cooked in the pot as weighed dry or raw, where only that was said.

    "200 g red lentils" and "500 g minced beef" go into it uncooked. An item without a
    stated weight, told as cooked, or with no uncooked food in the table stays as it is.
    """
    head, _, state = (item.food_name or "").partition(", ")
    if not _COOKED.match(state) or item.grams_source != "stated":
        return item
    if _TOLD_COOKED.search(item.text):
        return item
    named = {stem(word) for word in words_of(head)}
    for uncooked in ("dry", "raw"):
        for hit in known.search(f"{head} {uncooked}", limit=3, complete=True):
            is_it = hit.name.endswith(f", {uncooked}") and hit.score >= SURE
            if is_it and named <= {stem(word) for word in words_of(hit.name)}:
                return replace(item, food_id=hit.id, food_name=hit.name)
    return item
