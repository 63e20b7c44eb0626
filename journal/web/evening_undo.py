"""Steps back after saves of one evening in one browser, the newest first."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from journal.db import db
from journal.domain.errors import NotFound
from journal.models import Account
from journal.services import evening as evenings
from journal.services import evening_restore, meals, supplements
from journal.services.evening_values import Changes, Evening
from journal.web import page_undo
from journal.web.evening_conflicts import FACTS
from journal.web.evening_fields import marks

PAGE: Final = "evening"
#: So many steps back are kept.
MOST_STEPS: Final = 30
_FIELD_OF = {fact: field for field, (fact, _words) in FACTS.items()}


@dataclass(frozen=True, slots=True)
class State:
    """An evening as it is stored at one moment, without its meals."""

    evening: Evening
    doses: Mapping[int, float]


def load_state(person: Account, day: date) -> State:
    """Return what is stored now."""
    sql = db.session()
    return State(
        evening=evenings.load_evening(sql, user_id=person.id, day=day),
        doses=supplements.taken_on(sql, user_id=person.id, day=day),
    )


def remember(
    person: Account,
    before: State,
    after: State,
    *,
    meal_ids: list[int],
    words: str,
    now: datetime,
) -> None:
    """Keep how to go back from `after` to `before`; nothing when they are the same.

    Then the steps before it go too: the newest save is not theirs to take back.
    """
    back = evening_restore.changes_back(before.evening, after.evening)
    names = evening_restore.names_in(back)
    is_dosed = _taken(before) != _taken(after)
    day = before.evening.day
    earlier = _steps(person, day, now)
    if not (names or is_dosed or meal_ids):
        page_undo.forget(person.id, PAGE, now=now)
        return
    held = marks(after.evening, region=person.region, doses=after.doses)
    kept = {
        "words": words,
        "back": evening_restore.as_plain(back),
        "marks": {name: _digest(held.get(_piece(name))) for name in names},
        "doses": _taken(before) if is_dosed else None,
        "meals": meal_ids,
    }
    _keep(person, day, [*earlier, kept][-MOST_STEPS:], now)


def offered(person: Account, day: date, *, now: datetime) -> str | None:
    """Return the words of the step that can be undone on this page, if any."""
    steps = _steps(person, day, now)
    return steps[-1]["words"] if steps else None


def undo(person: Account, day: date, *, today: date, now: datetime) -> None:
    """Go one step back; what was changed again since then stays."""
    steps = _steps(person, day, now)
    if not steps:
        return
    *earlier, kept = steps
    _keep(person, day, earlier, now)
    sql = db.session()
    state = load_state(person, day)
    held = marks(state.evening, region=person.region, doses=state.doses)
    same = {
        name
        for name, mark in kept["marks"].items()
        if _digest(held.get(_piece(name))) == mark
    }
    back: Changes = evening_restore.only(evening_restore.from_plain(kept["back"]), same)
    evenings.save_day(
        sql, user_id=person.id, day=day, today=today, changes=back, now=now
    )
    if kept["doses"] is not None:
        doses, is_answered = kept["doses"]
        supplements.set_taken(
            sql,
            user_id=person.id,
            day=day,
            doses={int(number): amount for number, amount in doses.items()},
            is_answered=is_answered,
            now=now,
        )
    for meal_id in kept["meals"]:
        try:
            meals.remove_meal(sql, user_id=person.id, meal_id=meal_id)
        except NotFound:
            continue  # taken away by hand in the meantime


def _steps(person: Account, day: date, now: datetime) -> list[dict[str, Any]]:
    """Return the steps back on this day's page, the newest last."""
    kept = page_undo.kept(person.id, PAGE, now=now)
    if kept is None or kept["day"] != day.isoformat():
        return []
    return list(kept["steps"])


def _keep(
    person: Account, day: date, steps: list[dict[str, Any]], now: datetime
) -> None:
    content = {"day": day.isoformat(), "steps": steps}
    page_undo.keep(person.id, PAGE, content, now=now)


def _taken(state: State) -> list[Any]:
    doses = {str(number): amount for number, amount in state.doses.items()}
    return [doses, state.evening.supplements_answered]


def _digest(mark: str | None) -> str | None:
    """Return a few characters that stand for a mark: a note's mark is all of it."""
    if mark is None:
        return None
    return hashlib.blake2s(mark.encode(), digest_size=8).hexdigest()


def _piece(name: str) -> str:
    """Return the field that a stored name is shown in."""
    if name in ("food_status", "note"):
        return name
    return _FIELD_OF.get(name, f"s-{name}")
