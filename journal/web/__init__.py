"""The pages: which there are, and how an error becomes one."""

from __future__ import annotations

import logging
from typing import Any, Final

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, Map

from journal.db import db
from journal.domain.errors import Conflict, JournalError, NotFound
from journal.web import context
from journal.web.theme import init_theme

log = logging.getLogger("journal.web")

DESIGNED = frozenset({400, 404, 405, 413, 429})


#: The largest number that a row can have in every database.
LARGEST_ROW_NUMBER: Final = 2**31 - 1


class RowNumber(IntegerConverter):
    """The number of a row in an address; a larger one than any row is no page."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_ROW_NUMBER)


def register_pages(app: Flask) -> None:
    """Register every page's blueprint and the answers to errors."""
    app.url_map.converters["int"] = RowNumber
    # Here, because a page's module imports this package.
    from journal.web import (
        account,
        data,
        day_held,
        days,
        design,
        doctor,
        evening,
        food_labels,
        food_search,
        foodimports,
        foods,
        home,
        installed,
        keys,
        lab_tests,
        labs,
        learn,
        meals,
        patterns,
        push,
        recipes,
        redflags,
        reminders,
        report_charts,
        report_kept,
        report_nights,
        reports,
        settings,
        supplements,
        unsubscribe,
        welcome,
    )

    for page in (
        account,
        welcome,
        settings,
        keys,
        reminders,
        push,
        installed,
        home,
        redflags,
        evening,
        meals,
        food_search,
        foods,
        food_labels,
        recipes,
        day_held,
        foodimports,
        supplements,
        reports,
        report_charts,
        report_kept,
        report_nights,
        unsubscribe,
        days,
        design,
        data,
        doctor,
        labs,
        lab_tests,
        learn,
        patterns,
    ):
        app.register_blueprint(page.bp)
    _register_errors(app)
    init_theme(app)

    @app.context_processor
    def _everywhere() -> dict[str, Any]:
        if not current_user.is_authenticated:
            return {"person": None, "tonight": None, "open_flags": []}
        person = context.account()
        return {
            "person": person,
            "tonight": context.today_for(person, context.now()),
            "open_flags": g.get("open_flags", []),
        }


def _register_errors(app: Flask) -> None:
    @app.errorhandler(JournalError)
    def _refused(error: JournalError) -> ResponseReturnValue:
        if isinstance(error, NotFound):
            return _error_page(404)
        status = 409 if isinstance(error, Conflict) else 422
        return _error_page(status, words=str(error))

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> ResponseReturnValue:
        if error.code in DESIGNED:
            return _error_page(error.code, words=_too_much(error.code))
        return error

    @app.errorhandler(Exception)
    def _unexpected(error: Exception) -> ResponseReturnValue:
        # The rule, not the address: that may hold a date or a signed token.
        log.error("%s %s failed", request.method, request.url_rule, exc_info=error)
        return _error_page(500)


def _too_much(status: int) -> str:
    """Return how much this very page takes, for an answer that it was more."""
    limit = request.max_content_length
    if status != 413 or limit is None:
        return ""
    return f"This page takes up to {limit // 1_000_000} MB in one go."


def _error_page(status: int, *, words: str = "") -> ResponseReturnValue:
    db.session.rollback()
    return render_template(f"errors/{status}.html", words=words), status
