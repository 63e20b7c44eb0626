"""Days to look at: a stretch as calendar marks, and the days that hold some words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.dates import days_between
from journal.domain.daymarks import DayMark, FoodLogged, GivenAnswer, mark_day
from journal.domain.textsearch import Snippet, find_words, search_words
from journal.models import Day, Meal, MealItem, SymptomEntry


@dataclass(frozen=True, slots=True)
class Hit:
    """Where on a day the words stand: "note", a meal's slot, or a symptom's code."""

    where: str
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class FoundDay:
    """One day of an answer, with what was found on it."""

    mark: DayMark
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class FoundDays:
    """One page of the days found, the newest first."""

    days: tuple[FoundDay, ...]
    total: int
    page: int
    pages: int


def day_marks(
    session: Session,
    *,
    user_id: int,
    first: date,
    last: date,
    today: date,
    symptom: str | None = None,
) -> list[DayMark]:
    """Return one mark per day from `first` to `last`, both included.

    Three queries however long the stretch is. A night belongs to the day before it.
    """
    return _marks(
        session,
        user_id,
        days_between(first, last),
        today=today,
        symptom=symptom,
    )


def first_logged_day(session: Session, *, user_id: int) -> date | None:
    """Return the first day that holds anything, None in an empty journal."""
    firsts = [
        session.scalar(
            select(table.date)
            .where(table.user_id == user_id)
            .order_by(table.date)
            .limit(1)
        )
        for table in (Day, SymptomEntry, Meal)
    ]
    return min((day for day in firsts if day is not None), default=None)


def newest_logged_day(session: Session, *, user_id: int, last: date) -> date | None:
    """Return the newest day up to `last` that holds anything, None without any."""
    newest = [
        session.scalar(
            select(func.max(table.date)).where(
                table.user_id == user_id, table.date <= last
            )
        )
        for table in (Day, SymptomEntry, Meal)
    ]
    return max((day for day in newest if day is not None), default=None)


def find_days(
    session: Session,
    *,
    user_id: int,
    query: str,
    today: date,
    symptom: str | None = None,
    page: int = 1,
    page_size: int = 20,
) -> FoundDays:
    """Return the days whose notes, meals or foods hold every word of `query`.

    With `symptom` only days (or nights after them) on which it was there; without
    words all of those. Without either nothing is found. All words of the query must
    stand in the same note, meal or food. A page beyond the last is the last one.
    """
    words = search_words(query)
    hits = _hits(session, user_id, words) if words else {}
    days = set(hits)
    if symptom is not None:
        with_symptom = _days_with(session, user_id, symptom)
        days = days & with_symptom if query.strip() else with_symptom
    ordered = sorted((day for day in days if day <= today), reverse=True)
    pages = max(1, -(-len(ordered) // page_size))
    page = min(max(1, page), pages)
    shown = ordered[(page - 1) * page_size : page * page_size]
    marks = _marks(session, user_id, shown, today=today, symptom=None)
    return FoundDays(
        days=tuple(FoundDay(mark, tuple(hits.get(mark.day, ()))) for mark in marks),
        total=len(ordered),
        page=page,
        pages=pages,
    )


def _marks(
    session: Session,
    user_id: int,
    days: list[date],
    *,
    today: date,
    symptom: str | None,
) -> list[DayMark]:
    if not days:
        return []
    first, last = min(days), max(days)
    answers: defaultdict[date, list[GivenAnswer]] = defaultdict(list)
    for day, code, severity in session.execute(
        select(SymptomEntry.date, SymptomEntry.symptom, SymptomEntry.severity_0_10)
        .where(SymptomEntry.user_id == user_id, SymptomEntry.date.between(first, last))
        .order_by(SymptomEntry.id)
    ):
        answers[day].append(GivenAnswer(code, severity))
    facts = {
        day: (status, bool(note))
        for day, status, note in session.execute(
            select(Day.date, Day.food_status, Day.note).where(
                Day.user_id == user_id, Day.date.between(first, last)
            )
        )
    }
    with_meal = set(
        session.scalars(
            select(Meal.date)
            .where(Meal.user_id == user_id, Meal.date.between(first, last))
            .distinct()
        )
    )
    return [
        mark_day(
            day,
            answers[day],
            today=today,
            food=_food(facts.get(day, (None, False))[0], has_meal=day in with_meal),
            has_note=facts.get(day, (None, False))[1],
            symptom=symptom,
        )
        for day in days
    ]


def _food(status: str | None, *, has_meal: bool) -> FoodLogged:
    if status == "complete":
        return "complete"
    if status == "partial":
        return "partial"
    return "some" if has_meal else "not_logged"


def _days_with(session: Session, user_id: int, symptom: str) -> set[date]:
    return set(
        session.scalars(
            select(SymptomEntry.date).where(
                SymptomEntry.user_id == user_id,
                SymptomEntry.symptom == symptom,
                SymptomEntry.severity_0_10 > 0,
            )
        )
    )


def _hits(
    session: Session, user_id: int, words: tuple[str, ...]
) -> defaultdict[date, list[Hit]]:
    hits: defaultdict[date, list[Hit]] = defaultdict(list)
    for day, where, snippet in _found(_written(session, user_id), words):
        hits[day].append(Hit(where, snippet))
    return hits


def _found(
    texts: Iterable[tuple[date, str, str]], words: tuple[str, ...]
) -> Iterator[tuple[date, str, Snippet]]:
    # The same food comes again and again: each text is looked through once.
    known: dict[str, Snippet | None] = {}
    for day, where, text in texts:
        if text not in known:
            known[text] = find_words(text, words)
        snippet = known[text]
        if snippet is not None:
            yield day, where, snippet


def _written(session: Session, user_id: int) -> Iterator[tuple[date, str, str]]:
    """Yield everything a person wrote: the day, where it stands, and the words.

    Compared in Python, because SQLite folds no case beyond ASCII.
    """
    for day, note in session.execute(
        select(Day.date, Day.note).where(Day.user_id == user_id, Day.note != "")
    ):
        yield day, "note", note
    for day, code, note in session.execute(
        select(SymptomEntry.date, SymptomEntry.symptom, SymptomEntry.note).where(
            SymptomEntry.user_id == user_id, SymptomEntry.note != ""
        )
    ):
        yield day, code, note
    for day, slot, said in session.execute(
        select(Meal.date, Meal.slot, Meal.said).where(
            Meal.user_id == user_id, Meal.said != ""
        )
    ):
        yield day, slot, said
    for day, slot, name in session.execute(
        select(Meal.date, Meal.slot, MealItem.name)
        .join(MealItem, MealItem.meal_id == Meal.id)
        .where(Meal.user_id == user_id)
        .order_by(Meal.date, Meal.id, MealItem.position)
    ):
        yield day, slot, name
