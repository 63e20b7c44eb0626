"""The undo of pages for this browser: its cookie holds a random word and no more."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any, Final

from flask import session

from journal.db import db
from journal.services import page_undo

_BROWSER: Final = "browser"


def keep(user_id: int, page: str, content: dict[str, Any], *, now: datetime) -> None:
    """Keep what the page needs for its undo; the caller commits."""
    if _BROWSER not in session:
        session[_BROWSER] = secrets.token_hex(16)
    page_undo.keep(
        db.session(),
        user_id=user_id,
        browser=session[_BROWSER],
        page=page,
        content=content,
        now=now,
    )


def kept(user_id: int, page: str, *, now: datetime) -> dict[str, Any] | None:
    """Return what the page kept in this browser, or None."""
    browser = session.get(_BROWSER)
    if browser is None:
        return None
    return page_undo.kept(
        db.session(), user_id=user_id, browser=browser, page=page, now=now
    )


def forget(user_id: int, page: str = "", *, now: datetime) -> None:
    """Forget what a page kept in this browser, or all of them; the caller commits."""
    browser = session.get(_BROWSER)
    if browser is not None:
        page_undo.forget(
            db.session(), user_id=user_id, browser=browser, page=page, now=now
        )
