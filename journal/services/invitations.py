"""Invitation links: each lets one more person sign up, for a week."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.models import Account, Invitation

INVITATION_LASTS: Final = timedelta(days=7)


def invite(session: Session, *, owner_id: int, now: datetime) -> str:
    """Return the token of a new invitation; only the owner may invite."""
    owner = session.get(Account, owner_id)
    if owner is None or not owner.is_owner:
        raise NotFound("Only the owner invites.")
    spent = or_(Invitation.expires_at <= now, Invitation.used_at.is_not(None))
    session.execute(delete(Invitation).where(spent))
    token = secrets.token_urlsafe(24)
    session.add(
        Invitation(
            token_hash=_fingerprint(token),
            created_by=owner_id,
            created_at=now,
            expires_at=now + INVITATION_LASTS,
        )
    )
    session.flush()
    return token


def open_invitation(
    session: Session, *, token: str, now: datetime
) -> Invitation | None:
    """Return the invitation with this token unless it is spent or too old."""
    if not token:
        return None
    return session.scalar(
        select(Invitation).where(
            Invitation.token_hash == _fingerprint(token),
            Invitation.expires_at > now,
            Invitation.used_at.is_(None),
        )
    )


def _fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
