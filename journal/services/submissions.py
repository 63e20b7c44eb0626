"""Forms that were taken in, so that a double tap or a replay changes nothing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.models import Submission

LONGEST_KEY = 64


def take(session: Session, *, user_id: int, key: str, now: datetime) -> bool:
    """Note the key of a form; return False when it was taken in before.

    Without a key (a form sent by hand) there is nothing to compare: True. Two
    requests with one key at the same moment: the unique constraint lets one win.
    """
    if not key:
        return True
    if len(key) > LONGEST_KEY:
        raise Invalid("key", "This form is damaged. Load the page again.")
    if was_taken(session, user_id=user_id, key=key):
        return False
    try:
        with session.begin_nested():
            session.add(Submission(user_id=user_id, key=key, at=now))
    except IntegrityError:
        return False
    return True


def was_taken(session: Session, *, user_id: int, key: str) -> bool:
    """Return whether a form with this key was taken in."""
    found = session.scalar(
        select(Submission.id).where(
            Submission.user_id == user_id, Submission.key == key
        )
    )
    return found is not None
