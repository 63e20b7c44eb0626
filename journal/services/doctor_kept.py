"""Doctor's pages that were handed over, kept as they were."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import Conflict, NotFound
from journal.models import DoctorHandout
from journal.render.pdf import Pdf
from journal.services.doctor_choices import Choices

#: Pages kept at most, and their size together; older ones are never thrown away
#: behind the person's back.
MOST_KEPT: Final = 100
MOST_BYTES: Final = 200_000_000


def keep(
    session: Session,
    *,
    user_id: int,
    made: Pdf,
    first: date,
    last: date,
    choices: Choices,
    now: datetime,
) -> DoctorHandout:
    """Keep a page byte for byte; raise Conflict when there are too many of them."""
    kept = handouts(session, user_id=user_id)
    size = sum(one.size_bytes for one in kept) + len(made.content)
    if len(kept) >= MOST_KEPT or size > MOST_BYTES:
        raise Conflict(
            "Many pages are kept already. Take out some that you no longer need first."
        )
    row = DoctorHandout(
        user_id=user_id,
        made_at=now,
        first=first,
        last=last,
        choices=choices.as_json(),
        page_count=made.page_count,
        size_bytes=len(made.content),
        checksum=hashlib.sha256(made.content).hexdigest(),
        content=made.content,
    )
    session.add(row)
    session.flush()
    return row


def handouts(session: Session, *, user_id: int) -> list[DoctorHandout]:
    """Return the person's kept pages, newest first, without reading their bytes."""
    return list(
        session.scalars(
            select(DoctorHandout)
            .where(DoctorHandout.user_id == user_id)
            .order_by(DoctorHandout.made_at.desc(), DoctorHandout.id.desc())
        )
    )


def get_handout(session: Session, *, user_id: int, handout_id: int) -> DoctorHandout:
    """Return one kept page of the person, or raise NotFound."""
    found = session.scalar(
        select(DoctorHandout).where(
            DoctorHandout.user_id == user_id, DoctorHandout.id == handout_id
        )
    )
    if found is None:
        raise NotFound("There is no such page.")
    return found


def remove_handout(session: Session, *, user_id: int, handout_id: int) -> None:
    """Take a kept page out for good."""
    row = get_handout(session, user_id=user_id, handout_id=handout_id)
    session.delete(row)
    session.flush()
