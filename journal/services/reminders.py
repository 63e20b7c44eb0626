"""Reminders: when one is due in a person's own time, and who gets to send it."""

from __future__ import annotations

from datetime import time
from typing import Final

from journal.models import Reminder

EVENING: Final = "evening"
WEEK: Final = "week"
EVENING_AT: Final = time(20, 30)
WEEK_AT: Final = time(8, 0)


def default_reminders(user_id: int) -> list[Reminder]:
    """Return a new account's reminders, switched off."""
    return [
        Reminder(user_id=user_id, kind=EVENING, is_on=False, at_local=EVENING_AT),
        Reminder(user_id=user_id, kind=WEEK, is_on=False, at_local=WEEK_AT),
    ]
