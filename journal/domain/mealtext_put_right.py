"""What is put right before all else: hours, readings, and what was taken back."""

from __future__ import annotations

from journal.domain.mealtext_hours import without_hours
from journal.domain.mealtext_others import without_others
from journal.domain.mealtext_readings import without_readings
from journal.domain.mealtext_taken_back import taken_back
from journal.domain.mealtext_trimmed import trimmed


def put_right(work: str) -> str:
    """The text (in lower case, every place kept) with what was meant in its place."""
    for read in (without_hours, without_readings, without_others, trimmed, taken_back):
        work = read(work)
    return work
