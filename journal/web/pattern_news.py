"""The quiet line after an evening is saved, when what is said has changed."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flask import flash
from sqlalchemy.exc import OperationalError

from journal.db import db, writing
from journal.models import Account
from journal.services.evening_values import Evening
from journal.services.pattern_keeping import keep_evening
from journal.web import context

MOST_LINES: Final = 2


def is_whole_evening(before: Evening, after: Evening, *, action: str) -> bool:
    """Whether a save leaves an evening that is worth another look at the patterns.

    The button that saves everything always does. A page that saves each answer by
    itself does once legs and food are both answered, and then for each answer that
    changes: what a single answer says on the way there is not worth the wait.
    """
    if action == "save":
        return True
    has_legs = bool(after.night or after.today)
    if not has_legs or after.food_status is None:
        return False
    return _compared(before) != _compared(after)


def _compared(evening: Evening) -> tuple[object, ...]:
    """Return what patterns are looked for in; a note or a place is not."""
    return (
        evening.severities(),
        evening.facts,
        evening.food_status,
        evening.supplements_answered,
    )


def say_what_changed(
    person: Account, now: datetime, *, is_whole: bool, is_held_back: bool
) -> None:
    """Keep what is said after this evening, and name each tier that has changed.

    Each change is named once: the next evening is compared with what is kept now.
    Only for a whole evening, and never beside a warning sign (`is_held_back`).
    """
    if is_held_back or not is_whole:
        return
    try:
        changed = _kept(person, now)
    except OperationalError:
        # Somebody else wrote while this was worked out, and SQLite then refuses what
        # follows a reading: once more, with the lock from the beginning.
        db.session.rollback()
        with writing():
            changed = _kept(person, now)
    for words in changed[:MOST_LINES]:
        flash(words, "calm")


def _kept(person: Account, now: datetime) -> tuple[str, ...]:
    parts = context.current()
    changed = keep_evening(
        db.session(),
        account=person,
        now=now,
        knowledge=parts.knowledge,
        targets=parts.targets,
    )
    db.session.commit()
    return changed
