"""One step back after a save: kept in the person's own session, offered once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from flask import session

from journal.db import db
from journal.domain.errors import NotFound
from journal.models import Account
from journal.services import evening as evenings
from journal.services import evening_restore, meals, supplements
from journal.services.evening_values import Changes, Evening
from journal.web.evening_conflicts import FACTS
from journal.web.evening_fields import marks

KEPT: Final = "evening_undo"
#: The session is a cookie, which holds 4 kB: a larger step goes without an undo.
LONGEST: Final = 1500
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
    person: Account, before: State, after: State, *, meal_ids: list[int], words: str
) -> None:
    """Keep how to go back from `after` to `before`; nothing when they are the same."""
    back = evening_restore.changes_back(before.evening, after.evening)
    names = evening_restore.names_in(back)
    is_dosed = _taken(before) != _taken(after)
    session.pop(KEPT, None)
    if not (names or is_dosed or meal_ids):
        return
    held = marks(after.evening, region=person.region, doses=after.doses)
    kept = {
        "day": before.evening.day.isoformat(),
        "words": words,
        "back": evening_restore.as_plain(back),
        "marks": {name: held.get(_piece(name)) for name in names},
        "doses": _taken(before) if is_dosed else None,
        "meals": meal_ids,
    }
    if len(json.dumps(kept)) <= LONGEST:
        session[KEPT] = kept


def offered(day: date) -> str | None:
    """Return the words of the step that can be undone on this page, if any."""
    kept: dict[str, Any] | None = session.get(KEPT)
    return kept["words"] if kept and kept["day"] == day.isoformat() else None


def undo(person: Account, day: date, *, today: date, now: datetime) -> None:
    """Go one step back; what was changed again since then stays."""
    kept: dict[str, Any] | None = session.pop(KEPT, None)
    if kept is None or kept["day"] != day.isoformat():
        return
    sql = db.session()
    state = load_state(person, day)
    held = marks(state.evening, region=person.region, doses=state.doses)
    same = {
        name for name, mark in kept["marks"].items() if held.get(_piece(name)) == mark
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


def _taken(state: State) -> list[Any]:
    doses = {str(number): amount for number, amount in state.doses.items()}
    return [doses, state.evening.supplements_answered]


def _piece(name: str) -> str:
    """Return the field that a stored name is shown in."""
    if name in ("food_status", "note"):
        return name
    return _FIELD_OF.get(name, f"s-{name}")
