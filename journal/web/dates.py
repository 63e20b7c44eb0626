"""Days in addresses, and the words for them."""

from __future__ import annotations

from datetime import date

from journal.domain.errors import NotFound

#: Before this nobody kept a journal here; it also keeps "the day before" a date.
FIRST_DAY = date(1950, 1, 1)

_FEW = ("no", "one", "two", "three", "four", "five", "six", "seven")


def read_day(text: str) -> date:
    """Return the day of an address, 2026-11-22; raise NotFound for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise NotFound("There is no such day.") from error
    if day < FIRST_DAY or text != day.isoformat():
        raise NotFound("There is no such day.")
    return day


def in_words(day: date) -> str:
    """Return "Sunday, 22 November"."""
    return f"{day:%A}, {day.day} {day:%B}"


def ago(day: date, today: date) -> str:
    """Return how long ago a day was: "today", "yesterday", "three days ago"."""
    days = (today - day).days
    if days == 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < len(_FEW):
        return f"{_FEW[days]} days ago"
    return f"{days} days ago"
