"""Blood tests: write results down, change them, take them out, read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid, NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.labs import OWN, Comparator, read_range
from journal.models import LabResult

LONGEST_UNIT: Final = 24
LONGEST_NAME: Final = 80
LONGEST_RANGE: Final = 60
LONGEST_LABORATORY: Final = 120
LONGEST_COMMENT: Final = 1000


@dataclass(frozen=True, slots=True)
class LabEntry:
    """One result as it stands on the laboratory's sheet.

    `test` is a code of the knowledge base or "own", then with `own_name`. The range is
    text as printed, in `unit`; its ends are read from it.
    """

    day: date
    test: str
    value: float
    unit: str
    comparator: Comparator = ""
    own_name: str = ""
    range_text: str = ""
    laboratory: str = ""
    comment: str = ""


def results(
    session: Session,
    *,
    user_id: int,
    test: str | None = None,
    own_name: str | None = None,
    last: date | None = None,
) -> list[LabResult]:
    """Return the person's results, oldest first; of one test, up to `last`, or all."""
    wanted = select(LabResult).where(LabResult.user_id == user_id)
    if test is not None:
        wanted = wanted.where(LabResult.test == test)
    if own_name is not None:
        wanted = wanted.where(LabResult.own_name == own_name)
    if last is not None:
        wanted = wanted.where(LabResult.date <= last)
    return list(session.scalars(wanted.order_by(LabResult.date, LabResult.id)))


def get_result(session: Session, *, user_id: int, result_id: int) -> LabResult:
    """Return one result of the person, or raise NotFound."""
    found = session.scalar(
        select(LabResult).where(LabResult.user_id == user_id, LabResult.id == result_id)
    )
    if found is None:
        raise NotFound("There is no such result.")
    return found


def add_results(
    session: Session,
    *,
    user_id: int,
    entries: Sequence[LabEntry],
    knowledge: Knowledge,
    now: datetime,
) -> list[LabResult]:
    """Write down the results of one visit, or of several."""
    added = []
    for entry in entries:
        row = LabResult(user_id=user_id, created_at=now)
        _fill(row, entry, knowledge, now)
        session.add(row)
        added.append(row)
    session.flush()
    return added


def change_result(
    session: Session,
    *,
    user_id: int,
    result_id: int,
    entry: LabEntry,
    knowledge: Knowledge,
    now: datetime,
) -> LabResult:
    """Write a result down anew, in its place."""
    row = get_result(session, user_id=user_id, result_id=result_id)
    _fill(row, entry, knowledge, now)
    session.flush()
    return row


def remove_result(session: Session, *, user_id: int, result_id: int) -> LabEntry:
    """Take a result out; return what it said, so that it can be put back."""
    row = get_result(session, user_id=user_id, result_id=result_id)
    said = entry_of(row)
    session.delete(row)
    session.flush()
    return said


def entry_of(row: LabResult) -> LabEntry:
    """Return what a stored result says."""
    marks: dict[str, Comparator] = {"<": "<", ">": ">"}
    return LabEntry(
        day=row.date,
        test=row.test,
        value=row.value,
        unit=row.unit,
        comparator=marks.get(row.comparator, ""),
        own_name=row.own_name,
        range_text=row.range_text,
        laboratory=row.laboratory,
        comment=row.comment,
    )


def _fill(row: LabResult, entry: LabEntry, knowledge: Knowledge, now: datetime) -> None:
    test = knowledge.lab(entry.test)
    if test is None and entry.test != OWN:
        raise Invalid("test", "There is no such test.")
    if test is None and not entry.own_name.strip():
        raise Invalid("own_name", "Give the test a name.")
    if test is not None and test.unit(entry.unit) is None:
        raise Invalid("unit", f"{test.name} is not written in {entry.unit[:24]}.")
    if not entry.value >= 0:
        raise Invalid("value", "Type a figure of 0 or more.")
    row.date = entry.day
    row.test = entry.test
    row.own_name = "" if test is not None else entry.own_name.strip()[:LONGEST_NAME]
    row.comparator = entry.comparator
    row.value = entry.value
    row.unit = entry.unit.strip()[:LONGEST_UNIT]
    row.range_text = entry.range_text.strip()[:LONGEST_RANGE]
    row.range_low, row.range_high = read_range(row.range_text)
    row.laboratory = entry.laboratory.strip()[:LONGEST_LABORATORY]
    row.comment = entry.comment.strip()[:LONGEST_COMMENT]
    row.updated_at = now
