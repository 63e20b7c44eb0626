"""The pages: which there are, and how an error becomes one."""

from __future__ import annotations

import importlib
import logging
from typing import Any

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from journal.db import db, mark_writing
from journal.domain.errors import Conflict, Invalid, NotFound
from journal.web import context

log = logging.getLogger("journal.web")

PAGES = ("account", "home", "evening", "meals", "reports", "doctor", "learn")


def register_pages(app: Flask) -> None:
    """Register every page's blueprint and the answers to errors."""
    for name in PAGES:
        try:
            module = importlib.import_module(f"journal.web.{name}")
        except ModuleNotFoundError as missing:
            if missing.name != f"journal.web.{name}":
                raise
            continue
        app.register_blueprint(module.bp)
    _register_errors(app)

    @app.before_request
    def _choose_transaction() -> None:
        mark_writing(writes=request.method not in {"GET", "HEAD", "OPTIONS"})

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
    def page(status: int, *, words: str = "") -> ResponseReturnValue:
        db.session.rollback()
        return render_template(f"errors/{status}.html", words=words), status

    @app.errorhandler(NotFound)
    def _not_found(_error: NotFound) -> ResponseReturnValue:
        return page(404)

    @app.errorhandler(Conflict)
    def _conflict(error: Conflict) -> ResponseReturnValue:
        return page(409, words=str(error))

    @app.errorhandler(Invalid)
    def _invalid(error: Invalid) -> ResponseReturnValue:
        return page(422, words=error.message)

    @app.errorhandler(CSRFError)
    def _stale_form(_error: CSRFError) -> ResponseReturnValue:
        return page(400)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> ResponseReturnValue:
        if error.code in {400, 404, 405, 413, 429}:
            return page(error.code)
        return error

    @app.errorhandler(Exception)
    def _unexpected(_error: Exception) -> ResponseReturnValue:
        # The address may hold a date, never what a person wrote.
        log.exception("%s %s failed", request.method, request.path)
        return page(500)
