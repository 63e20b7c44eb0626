"""What a page needs for its undo: kept for one browser of a person, for a day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from journal.models import PageUndo

KEPT_FOR: Final = timedelta(days=1)


def keep(
    session: Session,
    *,
    user_id: int,
    browser: str,
    page: str,
    content: dict[str, Any],
    now: datetime,
) -> None:
    """Keep what a page needs, in place of what it kept before; old ones go."""
    forget(session, user_id=user_id, browser=browser, page=page, now=now)
    session.add(
        PageUndo(user_id=user_id, browser=browser, page=page, content=content, at=now)
    )
    session.flush()


def kept(
    session: Session, *, user_id: int, browser: str, page: str, now: datetime
) -> dict[str, Any] | None:
    """Return what a page kept in the last day, or None."""
    query = (
        select(PageUndo.content)
        .where(
            PageUndo.user_id == user_id,
            PageUndo.browser == browser,
            PageUndo.page == page,
            PageUndo.at > now - KEPT_FOR,
        )
        .order_by(PageUndo.id.desc())
        .limit(1)
    )
    return session.scalar(query)


def forget(
    session: Session, *, user_id: int, browser: str, now: datetime, page: str = ""
) -> None:
    """Forget what a page kept, or all pages in this browser, and what is a day old."""
    here = PageUndo.browser == browser
    if page:
        here &= PageUndo.page == page
    session.execute(
        delete(PageUndo).where(
            PageUndo.user_id == user_id, or_(here, PageUndo.at <= now - KEPT_FOR)
        )
    )
