"""Another program's history: what it would bring, then written as a whole."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.history import (
    SOURCES,
    History,
    PastFact,
    PastFood,
    PastNote,
    PastRow,
    PastSymptom,
    PastTotals,
)
from journal.domain.knowledge import Knowledge
from journal.models import Account, DayOrigin, Meal, SymptomEntry
from journal.services.foodindex import FoodIndex
from journal.services.import_history_days import DayBook
from journal.services.import_history_foods import FoodBook
from journal.services.import_history_symptoms import Answer, SymptomBook
from journal.services.import_outcome import Outcome
from journal.services.meals import MOST_ITEMS

#: How the kinds of rows are called in the counts.
KINDS: Final = {
    PastFood: "foods",
    PastSymptom: "symptoms",
    PastFact: "facts",
    PastNote: "notes",
    PastTotals: "totals",
}
#: Where a severity was put on our scale, the words for how.
SCALES: Final = {"bearable": "0–4 × 2.5"}


@dataclass(slots=True)
class Prepared:
    """Everything an import would do, worked out without a change.

    :param complete: whether the days with foods are to count as logged in full
    """

    history: History
    outcome: Outcome
    foods: FoodBook
    symptoms: SymptomBook
    days: DayBook
    meals: list[Meal] = field(default_factory=list)
    answers: list[SymptomEntry] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What the program is called."""
        return SOURCES[self.history.source]


def prepare(
    session: Session,
    history: History,
    *,
    account: Account,
    index: FoodIndex,
    knowledge: Knowledge,
    today: date,
    now: datetime,
    days_complete: bool = False,
) -> Prepared:
    """Work out what is new in an export, and what becomes of it.

    A row that was imported before from the same program is left alone, also when the
    person has changed or deleted what came of it. What is written in the journal
    already stays: an answer or a figure of the file then gives way.
    """
    outcome = Outcome()
    for bad in history.unreadable:
        outcome.refuse(f"line {bad.line}", bad.reason)
    made = Prepared(
        history,
        outcome,
        FoodBook(
            session, user_id=account.id, source=history.source, index=index, now=now
        ),
        SymptomBook(knowledge, dict(account.own_symptoms)),
        DayBook(session, user_id=account.id, source=history.source, now=now),
    )
    new = _new_rows(session, history, made, user_id=account.id, today=today)
    _meals(made, [row for row in new if isinstance(row, PastFood)], account.id, now)
    _answers(
        session, made, [r for r in new if isinstance(r, PastSymptom)], account, now
    )
    for row in new:
        made.days.take(row, outcome)
    made.days.settle(made.meals, days_complete=days_complete)
    return made


def _new_rows(
    session: Session,
    history: History,
    made: Prepared,
    *,
    user_id: int,
    today: date,
) -> list[PastRow]:
    seen = _seen(session, history.source, user_id)
    new: list[PastRow] = []
    for row in history.rows:
        if row.day > today:
            made.outcome.refuse(f"line {row.line}", "That day is still to come.")
            continue
        mark = row_mark(row)
        made.outcome.saw(row.day)
        if seen[row.day][mark] > 0:
            # Counted, not only known: two equal coffees are two coffees.
            seen[row.day][mark] -= 1
            made.outcome.of(KINDS[type(row)]).same += 1
            continue
        made.days.note_mark(row.day, mark)
        new.append(row)
    return new


def _seen(
    session: Session, source: str, user_id: int
) -> defaultdict[date, Counter[str]]:
    query = select(DayOrigin.date, DayOrigin.details).where(
        DayOrigin.user_id == user_id, DayOrigin.source == source
    )
    seen: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for day, details in session.execute(query):
        seen[day] = Counter(details.get("rows", []))
    return seen


def row_mark(row: PastRow) -> str:
    """Return a short fingerprint of what a row says, wherever it stands."""
    said: tuple[Any, ...] = astuple(row)[1:]
    text = repr((type(row).__name__, *(_ordered(one) for one in said)))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _ordered(value: Any) -> Any:
    return sorted(value.items()) if isinstance(value, dict) else value


def _meals(
    made: Prepared, foods: Sequence[PastFood], user_id: int, now: datetime
) -> None:
    together: defaultdict[tuple[date, str], list[PastFood]] = defaultdict(list)
    for food in foods:
        together[food.day, food.slot.value].append(food)
    for (day, slot), eaten in together.items():
        for at in range(0, len(eaten), MOST_ITEMS):
            meal = Meal(user_id=user_id, date=day, slot=slot, said="", created_at=now)
            for position, food in enumerate(eaten[at : at + MOST_ITEMS], start=1):
                meal.items.append(made.foods.item(food, position))
                made.outcome.of("foods").new += 1
            made.meals.append(meal)


def _answers(
    session: Session,
    made: Prepared,
    rows: Sequence[PastSymptom],
    account: Account,
    now: datetime,
) -> None:
    source = made.history.source
    answers, homeless = made.symptoms.answers(rows, scale=SCALES.get(source, ""))
    for row in homeless:
        made.outcome.refuse(
            f"line {row.line}",
            f"There is no room for one more symptom of your own: “{row.name}”.",
        )
    taken = _answered(session, account.id, answers)
    counts = made.outcome.of("symptoms")
    for answer in answers:
        if (answer.date, answer.part, answer.symptom) in taken:
            counts.kept_here += 1
            continue
        counts.new += 1
        made.days.note_original(answer)
        made.answers.append(
            SymptomEntry(
                user_id=account.id,
                date=answer.date,
                part=answer.part,
                symptom=answer.symptom,
                severity_0_10=answer.severity_0_10,
                sites=[],
                times_count=answer.times if answer.times > 1 else None,
                duration_min=answer.duration_min,
                note=answer.note,
                updated_at=now,
            )
        )


def _answered(
    session: Session, user_id: int, answers: Iterable[Answer]
) -> set[tuple[date, str, str]]:
    days = sorted({answer.date for answer in answers})
    if not days:
        return set()
    query = select(SymptomEntry.date, SymptomEntry.part, SymptomEntry.symptom).where(
        SymptomEntry.user_id == user_id, SymptomEntry.date.between(days[0], days[-1])
    )
    return {(day, part, symptom) for day, part, symptom in session.execute(query)}
