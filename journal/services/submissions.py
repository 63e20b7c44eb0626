"""Forms that were taken in, so that a double tap or a replay changes nothing."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.models import Submission

LONGEST_KEY = 64
#: Longer than a page lies open, or a phone keeps an evening that it could not send.
REMEMBERED = timedelta(days=90)


def take(
    session: Session, *, user_id: int, key: str, now: datetime, body: str = ""
) -> bool:
    """Note a form's key and body; return False when both were taken in before.

    The same key with another body is a page that was gone back to and changed: a new
    save. Without a key (a form sent by hand) there is nothing to compare: True. Two
    requests with one form at the same moment: the unique constraint lets one win.
    """
    if not key:
        return True
    if len(key) > LONGEST_KEY:
        raise Invalid("key", "This form is damaged. Load the page again.")
    mark = _hash(key, body)
    found = session.scalar(
        select(Submission.id).where(
            Submission.user_id == user_id, Submission.key == mark
        )
    )
    if found is not None:
        return False
    try:
        with session.begin_nested():
            session.add(Submission(user_id=user_id, key=mark, at=now))
    except IntegrityError:
        return False
    session.execute(
        delete(Submission).where(
            Submission.user_id == user_id, Submission.at < now - REMEMBERED
        )
    )
    return True


def note_written(
    session: Session, *, user_id: int, page: str, piece: str, mark: str, now: datetime
) -> None:
    """Note that a page brought a piece to what `mark` stands for."""
    if page:
        take(session, user_id=user_id, key=page, now=now, body=f"wrote {piece} {mark}")


def has_written(
    session: Session, *, user_id: int, page: str, piece: str, mark: str
) -> bool:
    """Return whether it was this page that brought the piece to that mark."""
    if not page:
        return False
    found = session.scalar(
        select(Submission.id).where(
            Submission.user_id == user_id,
            Submission.key == _hash(page, f"wrote {piece} {mark}"),
        )
    )
    return found is not None


def _hash(key: str, body: str) -> str:
    return hashlib.sha256(f"{len(key)}:{key}{body}".encode()).hexdigest()
