"""Weeks, months, quarters and ranges in addresses, and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.domain.errors import Invalid, NotFound
from journal.domain.periods import Kind, Period

SWITCH: tuple[tuple[Kind, str], ...] = (
    ("week", "Week"),
    ("month", "Month"),
    ("quarter", "Quarter"),
)


@dataclass(frozen=True, slots=True)
class Ways:
    """Addresses around one period: before, after, and the same days otherwise.

    `after` is empty when that has not begun.
    """

    here: str
    before: str
    after: str
    switch: tuple[tuple[str, str, bool], ...]


def read_period(text: str) -> Period:
    """Return the week, month or quarter of an address, else raise NotFound."""
    try:
        return Period.parse(text)
    except Invalid as error:
        raise NotFound(error.message) from error


def read_range(first: str, last: str) -> Period:
    """Return the range of an address, else raise NotFound."""
    try:
        return Period.between(first, last)
    except Invalid as error:
        raise NotFound(error.message) from error


def ways_of(period: Period, *, today: date) -> Ways:
    """Return where one can go from a period; a switch keeps to its last known day."""
    day = max(period.first, min(period.last, today))
    switch = [
        (words, path_of(Period.of(kind, day)), kind == period.kind)
        for kind, words in SWITCH
    ]
    switch.append(
        ("Range", f"/reports/any?from={period.first}&to={day}", period.kind == "range")
    )
    before = period.before
    after = period.after if period.last < today else None
    return Ways(
        here=path_of(period),
        before=path_of(before) if before.is_in_reach else "",
        after=path_of(after) if after is not None and after.is_in_reach else "",
        switch=tuple(switch),
    )


def path_of(period: Period) -> str:
    """Return the address of a period's report."""
    return f"/reports/{period.name}"
