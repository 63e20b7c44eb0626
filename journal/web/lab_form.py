"""The forms for blood tests: one visit with many results, or one result again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from journal.domain.errors import Invalid
from journal.domain.labs import OWN, LabTest, doubt, figure, read_figure, read_range
from journal.models import LabResult
from journal.services import labs
from journal.services.labs import LabEntry
from journal.web.forms import Form

#: Rows for tests of the person's own on the form of a visit.
OWN_ROWS: Final = ("own1", "own2", "own3")
OLDEST_YEAR: Final = 1950


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the form: its key in the field names, and its test if it is known."""

    key: str
    test: LabTest | None


def rows_for(tests: Iterable[LabTest]) -> tuple[Row, ...]:
    """Return a row for every known test and some for the person's own."""
    known = [Row(test.code, test) for test in tests]
    return (*known, *(Row(key, None) for key in OWN_ROWS))


def read_entries(form: Form, rows: Sequence[Row], *, today: date) -> list[LabEntry]:
    """Return the results that were typed; rows without a figure are left out.

    A figure that is more often a slip is asked back under its row, until the tick
    beside it says that it is right. Look at `form.ok` before the entries are used.
    """
    # With a faulty day the form is refused; today only stands in for it here.
    day = _day(form, today) or today
    laboratory = form.text("laboratory", longest=labs.LONGEST_LABORATORY)
    comment = form.text("comment", longest=labs.LONGEST_COMMENT)
    read = (_row(form, row, day) for row in rows)
    return [
        replace(entry, laboratory=laboratory, comment=comment)
        for entry in read
        if entry is not None
    ]


def _day(form: Form, today: date) -> date | None:
    day = form.day("date")
    if day is None:
        form.fail("date", "Choose the day on which the blood was taken.")
    elif day > today:
        form.fail("date", "That day has not come yet.")
    elif day.year < OLDEST_YEAR:
        form.fail("date", f"Type a year from {OLDEST_YEAR} on.")
    return day


def _row(form: Form, row: Row, day: date) -> LabEntry | None:
    field = f"v-{row.key}"
    typed = form.typed(field).strip()
    name = "" if row.test else form.text(f"n-{row.key}", longest=labs.LONGEST_NAME)
    range_text = form.text(f"r-{row.key}", longest=labs.LONGEST_RANGE)
    if not typed:
        if name or range_text:
            form.fail(field, f"{_named(row, name)}: the figure is missing.")
        return None
    try:
        comparator, value = read_figure(typed, field=field)
    except Invalid as refused:
        form.fail(field, f"{_named(row, name)}: {refused.message}")
        return None
    unit = _unit(form, row)
    if row.test is None and not name:
        form.fail(f"n-{row.key}", "Give the test a name.")
    if not form.ticked(f"ok-{row.key}"):
        low, high = read_range(range_text)
        if question := doubt(row.test, value, unit, low=low, high=high):
            form.fail(field, f"{question} If so, tick “It is right” below it.")
    return LabEntry(
        day=day,
        test=row.test.code if row.test else OWN,
        own_name=name,
        comparator=comparator,
        value=value,
        unit=unit,
        range_text=range_text,
    )


def _named(row: Row, name: str) -> str:
    return row.test.name if row.test else name or "Your own test"


def _unit(form: Form, row: Row) -> str:
    field = f"u-{row.key}"
    if row.test is None:
        return form.text(field, longest=labs.LONGEST_UNIT)
    chosen = form.choice(field, {unit.code for unit in row.test.units})
    return chosen or row.test.units[0].code


def is_asked_back(form: Form, key: str) -> bool:
    """Whether the row's figure was asked back, or was said to be right."""
    return "tick “It is right”" in form.errors.get(f"v-{key}", "") or form.ticked(
        f"ok-{key}"
    )


def new_form(rows: Sequence[Row], *, region: str, today: date) -> Form:
    """Return an empty form of a visit, with the region's units."""
    units = {
        f"u-{row.key}": row.test.usual_unit(region).code for row in rows if row.test
    }
    return Form.filled(date=today.isoformat(), **units)


def filled_form(result: LabResult, key: str) -> Form:
    """Return the form that shows a stored result."""
    mark = result.comparator
    return Form.filled(
        date=result.date.isoformat(),
        laboratory=result.laboratory,
        comment=result.comment,
        **{
            f"n-{key}": result.own_name,
            f"v-{key}": f"{mark}{exact(result.value)}",
            f"u-{key}": result.unit,
            f"r-{key}": result.range_text,
        },
    )


def exact(value: float) -> str:
    """Return a stored figure as it was typed, without rounding."""
    return figure(value) if float(figure(value)) == value else repr(value)
