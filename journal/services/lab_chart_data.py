"""The results of one test as points of a chart, all in one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.labs import LabTest
from journal.models import LabResult
from journal.render.lab_charts import LabPoint


@dataclass(frozen=True, slots=True)
class LabPoints:
    """What a chart draws; `unit` is that of the newest result."""

    unit: str
    results: tuple[LabPoint, ...]


def points(rows: Sequence[LabResult], test: LabTest | None) -> LabPoints:
    """Return the points, oldest first, in the newest result's unit.

    A result in a unit that cannot be turned into it (a person's own test in another
    unit) is left out: it stands in the table.
    """
    if not rows:
        return LabPoints("", ())
    unit = rows[-1].unit
    found = []
    for row in rows:
        value = _in_unit(row.value, row.unit, unit, test)
        if value is None:
            continue
        found.append(
            LabPoint(
                day=row.date,
                value=value,
                comparator=row.comparator,
                low=_end(row.range_low, row.unit, unit, test),
                high=_end(row.range_high, row.unit, unit, test),
            )
        )
    return LabPoints(unit, tuple(found))


def _end(
    value: float | None, unit: str, wanted: str, test: LabTest | None
) -> float | None:
    return None if value is None else _in_unit(value, unit, wanted, test)


def _in_unit(
    value: float, unit: str, wanted: str, test: LabTest | None
) -> float | None:
    if unit == wanted:
        return value
    return None if test is None else test.in_unit(value, unit, wanted=wanted)
