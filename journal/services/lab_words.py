"""How a blood test is said: in both unit systems, with the laboratory’s own range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from journal.domain.knowledge import Knowledge
from journal.domain.labs import LabTest, Standing, figure, standing
from journal.models import LabResult

#: An older result has been seen to, or is no longer how things stand.
RECENT_DAYS: Final = 30
#: An older result is no answer to what is noted now.
YEAR_DAYS: Final = 366


@dataclass(frozen=True, slots=True)
class LabLine:
    """One result as the pages show it.

    :param here: the figure as entered; :param there: the same in other units, or ""
    :param says: what the laboratory's own range says, a whole sentence
    :param today: what a body says is seen to the same day, or ""
    """

    id: int
    day: date
    code: str
    name: str
    here: str
    there: str
    range_words: str
    standing: Standing
    says: str
    today: str
    laboratory: str
    comment: str


def lab_lines(
    results: Sequence[LabResult], knowledge: Knowledge
) -> tuple[LabLine, ...]:
    """Return a line per result, in the order given."""
    return tuple(lab_line(row, knowledge.lab(row.test)) for row in results)


def lab_line(row: LabResult, test: LabTest | None) -> LabLine:
    where = standing(row.comparator, row.value, row.range_low, row.range_high)
    mark = f"{row.comparator}\u00a0" if row.comparator else ""
    others = test.in_other_units(row.value, row.unit) if test else ()
    return LabLine(
        id=row.id,
        day=row.date,
        code=row.test,
        name=test.name if test else row.own_name,
        here=f"{mark}{figure(row.value)}\u00a0{row.unit}".strip(),
        there=", ".join(f"{mark}{figure(value)}\u00a0{unit}" for value, unit in others),
        range_words=_range(row),
        standing=where,
        says=_says(where, row),
        today=_today(row, test),
        laboratory=row.laboratory,
        comment=row.comment,
    )


def _range(row: LabResult) -> str:
    if not row.range_text:
        return ""
    is_bare = row.range_text[-1:].isdigit()
    return f"{row.range_text}\u00a0{row.unit}".strip() if is_bare else row.range_text


def _says(where: Standing, row: LabResult) -> str:
    if not row.range_text:
        return "The laboratory’s range was not written down."
    words = {
        "below": "Below the range that the laboratory printed",
        "within": "Within the range that the laboratory printed",
        "above": "Above the range that the laboratory printed",
        "unknown": "Beside it the laboratory printed",
    }
    return f"{words[where]}: {_range(row)}."


def _today(row: LabResult, test: LabTest | None) -> str:
    if test is None or test.same_day is None or row.comparator == ">":
        return ""
    first = test.in_first(row.value, row.unit)
    if first is None or first >= test.same_day.below:
        return ""
    return test.same_day.says.text


def latest(lines: Sequence[LabLine]) -> tuple[LabLine, ...]:
    """Return the newest result of each test, newest first."""
    newest: dict[tuple[str, str], LabLine] = {}
    for line in lines:
        key = (line.code, line.name)
        if key not in newest or newest[key].day <= line.day:
            newest[key] = line
    return tuple(sorted(newest.values(), key=lambda line: line.day, reverse=True))


def recent(lines: Sequence[LabLine], *, last: date) -> tuple[LabLine, ...]:
    """Return the results of the year up to `last`."""
    since = last - timedelta(days=YEAR_DAYS)
    return tuple(line for line in lines if since < line.day <= last)


def for_today(lines: Sequence[LabLine], *, today: date) -> tuple[LabLine, ...]:
    """Return the recent results of which a body says that they are seen to at once."""
    since = today - timedelta(days=RECENT_DAYS)
    return tuple(line for line in lines if line.today and line.day >= since)


def visits(lines: Sequence[LabLine]) -> tuple[tuple[date, tuple[LabLine, ...]], ...]:
    """Return the results by day, newest day first."""
    days: dict[date, list[LabLine]] = {}
    for line in lines:
        days.setdefault(line.day, []).append(line)
    return tuple((day, tuple(days[day])) for day in sorted(days, reverse=True))
