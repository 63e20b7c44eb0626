"""The browsers that may show a reminder: added, tried out and forgotten again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid, NotFound
from journal.models import PushDevice

MOST_DEVICES: Final = 10


def devices_of(session: Session, *, user_id: int) -> Sequence[PushDevice]:
    """Return the person's browsers, the first one added first."""
    query = select(PushDevice).where(PushDevice.user_id == user_id)
    return session.scalars(query.order_by(PushDevice.id)).all()


def add_device(
    session: Session,
    *,
    user_id: int,
    endpoint: str,
    p256dh: str,
    auth: str,
    name: str,
    now: datetime,
) -> PushDevice:
    """Remember a browser; one that was known, even to somebody else, changes hands.

    A browser has one subscription: whoever signed in there last gets the reminders.
    Raises Invalid when the person has the most browsers already.
    """
    session.execute(
        delete(PushDevice).where(
            PushDevice.endpoint == endpoint, PushDevice.user_id != user_id
        )
    )
    known = session.scalar(
        select(PushDevice).where(
            PushDevice.endpoint == endpoint, PushDevice.user_id == user_id
        )
    )
    if known is None:
        if len(devices_of(session, user_id=user_id)) >= MOST_DEVICES:
            raise Invalid(
                "device", f"{MOST_DEVICES} browsers are the most: forget one first."
            )
        known = PushDevice(
            user_id=user_id,
            endpoint=endpoint,
            p256dh=p256dh,
            auth=auth,
            name=name,
            added_at=now,
        )
        session.add(known)
    known.p256dh, known.auth, known.name = p256dh, auth, name
    session.flush()
    return known


def get_device(session: Session, *, user_id: int, device_id: int) -> PushDevice:
    """Return one of the person's browsers; raise NotFound for anything else."""
    found = session.scalar(
        select(PushDevice).where(
            PushDevice.id == device_id, PushDevice.user_id == user_id
        )
    )
    if found is None:
        raise NotFound("There is no such browser.")
    return found


def forget_device(session: Session, *, user_id: int, device_id: int) -> None:
    """Forget one browser."""
    found = get_device(session, user_id=user_id, device_id=device_id)
    session.delete(found)
    session.flush()


def forget_endpoint(session: Session, *, user_id: int, endpoint: str) -> None:
    """Forget the browser that is signing out; nothing happens when it is not known."""
    session.execute(
        delete(PushDevice).where(
            PushDevice.endpoint == endpoint, PushDevice.user_id == user_id
        )
    )
