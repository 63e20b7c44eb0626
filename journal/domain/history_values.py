"""Numbers, days and times as other programs write them in different countries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Final, Literal

DateOrder = Literal["dmy", "mdy"]

_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
_COMMA = re.compile(r"-?\d+,\d+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_LOCAL = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([AaPp])?\.?[Mm]?\.?")
LARGEST: Final = 1e9


class Unclear(ValueError):
    """Why a value cannot be read."""


def number(text: str, *, decimal_comma: bool = False) -> float | None:
    """Return a number of 0 or more; None for an empty cell, which is not known.

    "1,000.5" has thousands; "12,5" a decimal comma. "1,000" is a thousand unless the
    file is one with decimal commas. Raises Unclear for anything else.
    """
    typed = text.strip().replace("\u00a0", "").replace("\u202f", "")
    if not typed or typed.casefold() in {"n/a", "-", "–"}:
        return None
    if decimal_comma and _COMMA.fullmatch(typed):
        typed = typed.replace(",", ".")
    elif _THOUSANDS.fullmatch(typed):
        typed = typed.replace(",", "")
    elif _COMMA.fullmatch(typed):
        typed = typed.replace(",", ".")
    if not _NUMBER.fullmatch(typed):
        raise Unclear(f"“{text[:20]}” is not a number")
    value = float(typed)
    if not 0 <= value < LARGEST:
        raise Unclear(f"“{text[:20]}” is no amount")
    return value


def date_order(texts: Iterable[str]) -> DateOrder | None:
    """Return the order of day and month that all dates share, None when unclear.

    Dates that begin with the year and dates with points need no order.
    """
    days_first = months_first = False
    for text in texts:
        found = _LOCAL.fullmatch(text.strip())
        if found is None or found[2] == ".":
            continue
        days_first |= int(found[1]) > 12
        months_first |= int(found[3]) > 12
    if days_first == months_first:
        return None
    return "dmy" if days_first else "mdy"


def is_local(text: str) -> bool:
    """Whether a date needs to be told which of two numbers is the month."""
    found = _LOCAL.fullmatch(text.strip())
    return found is not None and found[2] != "." and found[1] != found[3]


def day(text: str, order: DateOrder) -> date:
    """Return the day; raise Unclear for none."""
    typed = text.strip()
    if found := _ISO.fullmatch(typed):
        parts = int(found[1]), int(found[2]), int(found[3])
    elif found := _LOCAL.fullmatch(typed):
        first, second = int(found[1]), int(found[3])
        is_day_first = found[2] == "." or order == "dmy"
        month, of_month = (second, first) if is_day_first else (first, second)
        parts = int(found[4]), month, of_month
    else:
        raise Unclear(f"“{text[:20]}” is not a date")
    try:
        made = date(*parts)
    except ValueError:
        raise Unclear(f"“{text[:20]}” is not a date") from None
    if not 1950 <= made.year <= 2200:
        raise Unclear(f"“{text[:20]}” is too far away to be a day of yours")
    return made


def clock(text: str) -> time | None:
    """Return the time of day, written 8:33 AM or 20:33; None when there is none."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def minutes(text: str) -> float | None:
    """Return minutes of a length written 7:30 or 7.5 (hours); None for neither."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", text.strip())
    if found:
        return int(found[1]) * 60.0 + int(found[2])
    try:
        hours = number(text)
    except Unclear:
        return None
    return None if hours is None else hours * 60
