"""One step back in a person's meals: what the last change did is undone exactly.

Each change first keeps the meals it touches as they are. A later change takes the
place of an earlier one, so that an undo never puts back what came after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, selectinload

from journal.models import Meal, MealItem, MealNone, MealUndo
from journal.services.foods import foods_by_id

#: So long an undo is offered.
OFFERED: Final = timedelta(hours=1)

_ITEM: Final = (
    "position",
    "food_id",
    "name",
    "amount_g",
    "amount_label",
    "amount_source",
    "said",
    "match_0_1",
    "alternatives",
)


@dataclass(slots=True)
class Step:
    """What a change is called; empty words offer no undo."""

    words: str


@contextmanager
def remembered(
    session: Session, *, user_id: int, days: Sequence[date], words: str, now: datetime
) -> Iterator[Step]:
    """Keep the meals of `days` while they are changed, so that they can come back.

    The first of `days` is the one on whose page the undo is offered. The words may be
    set later on the yielded step. Nothing is kept when nothing changed.
    """
    before = _as_they_are(session, user_id, days)
    step = Step(words)
    yield step
    session.flush()
    after = _as_they_are(session, user_id, days)
    if after == before:
        return
    row = session.get(MealUndo, user_id) or MealUndo(user_id=user_id)
    row.date, row.words, row.at = days[0], step.words[:200], now
    row.before = {"days": before, "after": after}
    session.add(row)
    session.flush()


def offered(
    session: Session, *, user_id: int, day: date, now: datetime
) -> MealUndo | None:
    """Return the step that can be taken back on the page of `day`, if there is one."""
    row = session.get(MealUndo, user_id)
    if row is None or row.date != day or now - row.at > OFFERED:
        return None
    return row


def forget(session: Session, *, user_id: int) -> None:
    """Offer no undo any more."""
    session.execute(delete(MealUndo).where(MealUndo.user_id == user_id))


def undo(session: Session, *, user_id: int, day: date) -> bool:
    """Put the meals back as they were; return False when there is nothing to undo.

    Meals that were not part of the change stay as they are now.
    """
    row = session.get(MealUndo, user_id)
    if row is None or row.date != day:
        return False
    before: dict[str, Any] = row.before["days"]
    after: dict[str, Any] = row.before["after"]
    _remove(session, user_id, before, after)
    _put_back(session, user_id, before, after)
    for each, kept in before.items():
        _answer_none(session, user_id, date.fromisoformat(each), kept["none"])
    session.delete(row)
    session.flush()
    session.expire_all()
    return True


def _as_they_are(
    session: Session, user_id: int, days: Sequence[date]
) -> dict[str, dict[str, Any]]:
    session.flush()
    kept: dict[str, dict[str, Any]] = {
        day.isoformat(): {"meals": [], "none": []} for day in days
    }
    meals = session.scalars(
        select(Meal)
        .where(Meal.user_id == user_id, Meal.date.in_(days))
        .options(selectinload(Meal.items))
        .order_by(Meal.id)
        .execution_options(populate_existing=True)
    )
    for meal in meals:
        kept[meal.date.isoformat()]["meals"].append(
            {
                "id": meal.id,
                "slot": meal.slot,
                "said": meal.said,
                "created_at": meal.created_at.isoformat(),
                "items": [
                    {name: getattr(item, name) for name in _ITEM} for item in meal.items
                ],
            }
        )
    nones = session.scalars(
        select(MealNone).where(MealNone.user_id == user_id, MealNone.date.in_(days))
    )
    for none in nones:
        kept[none.date.isoformat()]["none"].append(none.slot)
    for one in kept.values():
        one["none"].sort()
    return kept


def _changed(these: dict[str, Any], those: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield day and meal for each meal that is not the same among those."""
    for day, kept in these.items():
        for meal in kept["meals"]:
            if meal not in those[day]["meals"]:
                yield day, meal


def _remove(
    session: Session, user_id: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    ids = {meal["id"] for _, meal in _changed(after, before)}
    wanted = select(Meal).where(Meal.user_id == user_id, Meal.id.in_(ids))
    for meal in session.scalars(wanted):
        session.delete(meal)
    session.flush()


def _put_back(
    session: Session, user_id: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    back = list(_changed(before, after))
    ids = {item["food_id"] for _, meal in back for item in meal["items"]}
    known = foods_by_id(
        session, user_id=user_id, food_ids=[one for one in ids if one is not None]
    )
    numbers = [meal["id"] for _, meal in back]
    taken = set(session.scalars(select(Meal.id).where(Meal.id.in_(numbers))))
    for day, kept in back:
        meal = _meal(user_id, date.fromisoformat(day), kept, set(known))
        if kept["id"] not in taken:
            meal.id = kept["id"]
        session.add(meal)
    session.flush()


def _answer_none(session: Session, user_id: int, day: date, slots: list[str]) -> None:
    session.execute(
        delete(MealNone).where(MealNone.user_id == user_id, MealNone.date == day)
    )
    session.add_all(MealNone(user_id=user_id, date=day, slot=slot) for slot in slots)


def _meal(user_id: int, day: date, kept: dict[str, Any], known: set[str]) -> Meal:
    meal = Meal(
        user_id=user_id,
        date=day,
        slot=kept["slot"],
        said=kept["said"],
        created_at=datetime.fromisoformat(kept["created_at"]),
    )
    for fields in kept["items"]:
        item = MealItem(**fields)
        if item.food_id not in known:
            # The food itself is gone meanwhile: its name is still worth keeping.
            item.food_id = None
        meal.items.append(item)
    return meal
