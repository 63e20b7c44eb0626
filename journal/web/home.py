"""The front door: `/` leads to tonight, `/healthz` says that all is well."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from journal.db import db
from journal.security import public
from journal.web import context

bp = Blueprint("home", __name__)


@bp.get("/")
def home() -> ResponseReturnValue:
    """Lead to tonight's evening, or to the welcome page the first time."""
    person = context.account()
    if person.welcomed_at is None:
        return redirect(url_for("welcome.show"))
    return redirect(f"/evening/{context.today_for(person, context.now())}")


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """Answer whether the database answers."""
    db.session.execute(text("SELECT 1"))
    return {"status": "ok"}
