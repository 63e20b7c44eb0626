"""Meals that a sentence says were skipped: "no breakfast", "skipped lunch"."""

from __future__ import annotations

import re
from typing import Final

from journal.domain.records import Slot

_SLOTS: Final = {
    "breakfast": Slot.BREAKFAST,
    "brekkie": Slot.BREAKFAST,
    "lunch": Slot.LUNCH,
    "dinner": Slot.DINNER,
    "supper": Slot.DINNER,
    "snacks": Slot.SNACKS,
    "snack": Slot.SNACKS,
}
# What follows must end the thought: "no breakfast bar" is about a bar.
_SKIPPED: Final = re.compile(
    r"\b(?:i\s+)?(?:have\s+|had\s+|ate\s+)?"
    r"(?:skipped|missed|no|did(?:n['’]?t|\s+not)\s+(?:have|eat)(?:\s+any)?)\s+"
    rf"(?:my\s+|any\s+)?({'|'.join(_SLOTS)})"
    r"(?=\s*(?:[,;.!?\n)]|$|(?:and|but|then|or|today|this\s+morning|at\s+all)\b))"
    r"(?:\s+(?:today|this\s+morning|at\s+all))?",
    re.IGNORECASE,
)


def skipped_meals(text: str) -> tuple[str, tuple[Slot, ...]]:
    """Return the text without what says that a meal was skipped, and those meals."""
    found = [_SLOTS[match[1].lower()] for match in _SKIPPED.finditer(text)]
    rest = _SKIPPED.sub(lambda match: "," + " " * (len(match[0]) - 1), text)
    return rest, tuple(dict.fromkeys(found))
