"""Whether what was written for a meal says, as a whole, that nothing was eaten."""

from __future__ import annotations

import re
from typing import Final

from journal.domain.records import Slot

_SLOTS: Final = {
    "breakfast": Slot.BREAKFAST,
    "lunch": Slot.LUNCH,
    "dinner": Slot.DINNER,
    "supper": Slot.DINNER,
    "tea": Slot.DINNER,
}
# "Nothing yet" and "nothing special" say something else, so nothing else may follow.
_NOTHING: Final = re.compile(
    r"(?:i\s+)?(?:"
    r"(?:(?:ate|had|have\s+(?:had|eaten))\s+)?"
    r"(?:(?:absolutely\s+)?nothing|none|nil|no\s+food|no\s+meal|n/a|not\s+a\s+thing)"
    r"|skipped(?:\s+(?:it|this|that|(?:this|the)\s+meal))?|fasted"
    r"|did(?:n['’]?t|\s+not)\s+(?:eat|have)(?:\s+(?:anything|a\s+thing))?"
    r")"
    r"(?:\s+(?:at\s+all|to\s+eat|eaten|today|tonight|this\s+morning))*"
    rf"(?:\s+(?:for|at)\s+(?P<slot>{'|'.join(_SLOTS)}))?"
    r"(?:\s+(?:at\s+all|today|tonight))*",
    re.IGNORECASE,
)


def nothing_eaten(text: str, *, slot: str) -> Slot | None:
    """Return the meal of which a text says that nothing was eaten, else None.

    :param slot: the meal that was chosen; a text may name another one
    """
    said = _NOTHING.fullmatch(" ".join(text.split()).rstrip(" .!"))
    if said is None:
        return None
    return _SLOTS[said["slot"].lower()] if said["slot"] else Slot(slot)
