"""Days of another program's export: figures, notes, sums, and where they came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.history import SOURCES, PastFact, PastNote, PastRow, PastTotals
from journal.models import Day, DayOrigin, Meal
from journal.services.evening_values import FACT_LIMITS, LONGEST_NOTE
from journal.services.import_history_symptoms import Answer
from journal.services.import_outcome import Outcome

#: Figures of which a day may have several, that add up.
ADDED: Final = frozenset({"water_ml"})
DAILY: Final = "cronometer_daily"


class DayBook:
    """Collects what is new about days; rows here are read once and not changed yet."""

    def __init__(
        self, session: Session, *, user_id: int, source: str, now: datetime
    ) -> None:
        self._user_id, self._source, self._now = user_id, source, now
        self._days = {
            row.date: row
            for row in session.scalars(select(Day).where(Day.user_id == user_id))
        }
        origins = select(DayOrigin).where(DayOrigin.user_id == user_id)
        self._completed: dict[date, bool] = {}
        self._origins: dict[date, DayOrigin] = {}
        for origin in session.scalars(origins):
            if origin.source == DAILY and "completed" in origin.details:
                self._completed[origin.date] = origin.details["completed"]
            if origin.source == source:
                self._origins[origin.date] = origin
        with_foods = select(Meal.date).where(Meal.user_id == user_id).distinct()
        self._with_foods = set(session.scalars(with_foods))
        #: Day to the columns that the import gives a value.
        self.values: defaultdict[date, dict[str, Any]] = defaultdict(dict)
        self._notes: defaultdict[date, list[str]] = defaultdict(list)
        self._details: defaultdict[date, dict[str, Any]] = defaultdict(dict)

    def note_mark(self, day: date, mark: str) -> None:
        """Remember that a row of this day was taken in."""
        self._details[day].setdefault("rows", []).append(mark)

    def note_original(self, answer: Answer) -> None:
        """Keep what a severity was before it was put on our scale."""
        place = f"{answer.part}/{answer.symptom}"
        originals = self._details[answer.date].setdefault("originals", {})
        originals[place] = answer.original

    def take(self, row: PastRow, outcome: Outcome) -> None:
        """Take in a figure, a note or the sums of a day; leave other rows."""
        if isinstance(row, PastFact):
            self._fact(row, outcome)
        elif isinstance(row, PastNote):
            self._note(row, outcome)
        elif isinstance(row, PastTotals):
            outcome.of("totals").new += 1
            self._details[row.day]["totals"] = dict(row.totals)
            if row.is_completed is not None:
                self._details[row.day]["completed"] = row.is_completed
                self._completed[row.day] = row.is_completed

    def _fact(self, row: PastFact, outcome: Outcome) -> None:
        # Sleep is told on the morning after; the night belongs to the day before.
        is_sleep = row.name == "night_sleep_min"
        day = row.day - timedelta(days=1) if is_sleep else row.day
        here = self._days.get(day)
        if here is not None and getattr(here, row.name) is not None:
            outcome.of("facts").kept_here += 1
            return
        before = self.values[day].get(row.name, 0.0) if row.name in ADDED else 0.0
        value = before + row.value
        low, high = FACT_LIMITS[row.name]
        if not low <= value <= high:
            words = f"{value:g} is more than a day can hold."
            outcome.refuse(f"line {row.line}", words)
            return
        self.values[day][row.name] = value
        outcome.of("facts").new += 1

    def _note(self, row: PastNote, outcome: Outcome) -> None:
        notes = self._notes[row.day]
        here = self._days.get(row.day)
        length = len(here.note if here else "") + sum(len(one) + 1 for one in notes)
        text = f"{SOURCES[self._source]}: {row.text}"
        if length + len(text) + 1 > LONGEST_NOTE:
            words = f"The day’s note would be longer than {LONGEST_NOTE} letters."
            outcome.refuse(f"line {row.line}", words)
            return
        notes.append(text)
        outcome.of("notes").new += 1

    def settle(self, meals: Iterable[Meal], *, days_complete: bool) -> None:
        """Say which days were logged in full: only days that have foods.

        Sums of a day without its foods say nothing about how full they are.
        """
        new = {meal.date for meal in meals}
        for day in sorted(self._with_foods | new):
            completed = self._completed.get(day)
            if completed is None and days_complete and day in new:
                completed = True
            here = self._days.get(day)
            is_touched = day in new or day in self._details
            is_open = here is None or here.food_status is None
            if completed is not None and is_touched and is_open:
                status = "complete" if completed else "partial"
                self.values[day]["food_status"] = status
        for day, texts in self._notes.items():
            here = self._days.get(day)
            own = [here.note] if here and here.note else []
            self.values[day]["note"] = "\n".join([*own, *texts])

    def day_rows(self) -> tuple[list[Day], list[tuple[Day, dict[str, Any]]]]:
        """Return the new days, and the days that are here with what they get."""
        new, changed = [], []
        for day, values in sorted(self.values.items()):
            here = self._days.get(day)
            if here is not None:
                changed.append((here, {**values, "updated_at": self._now}))
                continue
            fields = {"supplements_answered": False, "note": "", **values}
            new.append(
                Day(user_id=self._user_id, date=day, updated_at=self._now, **fields)
            )
        return new, changed

    def origin_rows(
        self,
    ) -> tuple[list[DayOrigin], list[tuple[DayOrigin, dict[str, Any]]]]:
        """Return the new origins, and those that are here with their new details."""
        new, changed = [], []
        for day, details in sorted(self._details.items()):
            here = self._origins.get(day)
            if here is None:
                new.append(
                    DayOrigin(
                        user_id=self._user_id,
                        date=day,
                        source=self._source,
                        details=details,
                    )
                )
                continue
            rows = [*here.details.get("rows", []), *details.get("rows", [])]
            originals = {
                **here.details.get("originals", {}),
                **details.get("originals", {}),
            }
            merged = {**here.details, **details, "rows": rows}
            if originals:
                merged["originals"] = originals
            changed.append((here, {"details": merged}))
        return new, changed
