"""The front door: `/` leads to tonight, `/healthz` says that all is well."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_required
from sqlalchemy import text

from journal.db import db
from journal.web import context

bp = Blueprint("home", __name__)


@bp.get("/")
@login_required
def home() -> ResponseReturnValue:
    """Lead to tonight's evening, or to the welcome page the first time."""
    person = context.account()
    if person.welcomed_at is None:
        return redirect(url_for("account.welcome"))
    return redirect(f"/evening/{context.today_for(person, context.now())}")


@bp.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Answer whether the database answers."""
    db.session.execute(text("SELECT 1"))
    return {"status": "ok"}
