"""One click in a mail switches that mail off, signed in or not (RFC 8058)."""

from __future__ import annotations

from typing import Final

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.models import Account, Reminder

_SALT: Final = "switch off a reminder"


def unsubscribe_token(secret_key: str, *, account: Account, kind: str) -> str:
    """Return what names one mail of one person and nobody can make up.

    The account's first moment is signed too: numbers of removed accounts are given
    out again. It does not expire: a mail may be read years later.
    """
    begun = int(account.created_at.timestamp())
    return str(
        URLSafeSerializer(secret_key, salt=_SALT).dumps([account.id, begun, kind])
    )


def subscribed(session: Session, *, secret_key: str, token: str) -> Reminder:
    """Return the reminder that a token names; raise NotFound for any other text."""
    try:
        user_id, begun, kind = URLSafeSerializer(secret_key, salt=_SALT).loads(token)
    except (BadSignature, ValueError, TypeError) as error:
        raise NotFound("There is no such mail.") from error
    account = session.get(Account, user_id)
    reminder = session.scalar(
        select(Reminder).where(Reminder.user_id == user_id, Reminder.kind == kind)
    )
    if account is None or reminder is None:
        raise NotFound("There is no such mail.")
    if int(account.created_at.timestamp()) != begun:
        raise NotFound("There is no such mail.")
    return reminder


def unsubscribe(session: Session, *, secret_key: str, token: str) -> Reminder:
    """Switch off the mail that a token names; twice is the same as once."""
    reminder = subscribed(session, secret_key=secret_key, token=token)
    reminder.is_on = False
    if not reminder.by_push:
        reminder.next_due_at = None
    session.flush()
    return reminder
