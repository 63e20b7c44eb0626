"""Switching a mail off from the mail itself, without signing in."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.security import csrf, public
from journal.services.unsubscribing import subscribed, unsubscribe
from journal.web import context

bp = Blueprint("unsubscribe", __name__, url_prefix="/unsubscribe")


@bp.get("/<token>")
@public
def ask(token: str) -> ResponseReturnValue:
    """Ask before anything happens: programs follow links on their own."""
    secret_key = context.current().settings.secret_key
    reminder = subscribed(db.session(), secret_key=secret_key, token=token)
    return render_template("account/unsubscribe.html", reminder=reminder)


@bp.post("/<token>")
@csrf.exempt
@public
def switch_off(token: str) -> ResponseReturnValue:
    """Switch the mail off and say so.

    A mail program posts here by itself (RFC 8058): it holds no form token and follows
    no redirect; the signed token in the address is what proves the right to ask.
    """
    secret_key = context.current().settings.secret_key
    reminder = unsubscribe(db.session(), secret_key=secret_key, token=token)
    db.session.commit()
    return render_template("account/unsubscribe.html", reminder=reminder)
