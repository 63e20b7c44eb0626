"""The quiet line after an evening is saved, when what is said has changed."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flask import flash

from journal.db import db
from journal.models import Account
from journal.services.pattern_keeping import keep_evening
from journal.web import context

MOST_LINES: Final = 2


def say_what_changed(
    person: Account, now: datetime, *, action: str, is_held_back: bool
) -> None:
    """Keep what is said after this evening, and name each tier that has changed.

    Only when the whole evening is saved: each single answer would be too often.
    Nothing about patterns is said beside a warning sign (`is_held_back`).
    """
    if action != "save" or is_held_back:
        return
    parts = context.current()
    changed = keep_evening(
        db.session(),
        account=person,
        now=now,
        knowledge=parts.knowledge,
        targets=parts.targets,
    )
    db.session.commit()
    for words in changed[:MOST_LINES]:
        flash(words, "calm")
