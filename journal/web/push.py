"""Reminders on the lock screen: the browser asks, tries it out, and is forgotten."""

from __future__ import annotations

import re

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from journal import push
from journal.db import db
from journal.domain.errors import Invalid
from journal.security import limiter
from journal.services import push as devices
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("push", __name__, url_prefix="/settings/push")

TRY_OUT = push.Note(
    title="Lamplight",
    text="This is how a reminder looks here.",
    path="/settings/reminders",
)
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)


@bp.post("/key")
@limiter.limit("20 per minute")
def key() -> ResponseReturnValue:
    """Answer with the key a browser needs; the first time it is made."""
    return {"key": push.public_key(context.current().settings)}


@bp.post("/")
@limiter.limit("20 per minute")
def add() -> ResponseReturnValue:
    """Remember this browser."""
    form = Form.sent()
    endpoint = form.text("endpoint", longest=600, required="The browser did not say.")
    p256dh = form.text("p256dh", longest=120)
    auth = form.text("auth", longest=40)
    if not form.ok:
        raise Invalid(*next(iter(form.errors.items())))
    if not push.is_allowed(endpoint, context.current().settings):
        raise Invalid("endpoint", "This browser’s push service is not known here.")
    if not push.is_key_pair(p256dh, auth):
        raise Invalid("p256dh", "The browser’s keys cannot be read.")
    devices.add_device(
        db.session(),
        user_id=context.account().id,
        endpoint=endpoint,
        p256dh=p256dh,
        auth=auth,
        name=name_of(request.headers.get("User-Agent", "")),
        now=context.now(),
    )
    db.session.commit()
    return {}, 201


@bp.post("/forget")
def forget_this() -> ResponseReturnValue:
    """Forget the browser that says so: it is signing out."""
    devices.forget_endpoint(
        db.session(),
        user_id=context.account().id,
        endpoint=request.form.get("endpoint", ""),
    )
    db.session.commit()
    return "", 204


@bp.post("/<int:device_id>/forget")
def forget(device_id: int) -> ResponseReturnValue:
    """Forget one browser of the list."""
    devices.forget_device(
        db.session(), user_id=context.account().id, device_id=device_id
    )
    db.session.commit()
    flash("Forgotten. Nothing is shown there any more.", "calm")
    return redirect(url_for("reminders.show"), 303)


@bp.post("/<int:device_id>/try")
@limiter.limit("6 per minute")
def try_out(device_id: int) -> ResponseReturnValue:
    """Send a note to one browser, to see how it looks."""
    user_id = context.account().id
    device = devices.get_device(db.session(), user_id=user_id, device_id=device_id)
    where = push.Address(device.endpoint, device.p256dh, device.auth)
    try:
        push.push_sender(context.current().settings)(TRY_OUT, where)
    except push.IsGone:
        devices.forget_device(db.session(), user_id=user_id, device_id=device_id)
        db.session.commit()
        flash("That browser no longer takes reminders. It was forgotten.", "watch")
    except push.CannotPush:
        flash("It could not be sent just now. Try again later.", "watch")
    else:
        flash("Sent. It shows within a minute.", "calm")
    return redirect(url_for("reminders.show"), 303)


def name_of(user_agent: str) -> str:
    """Return "Firefox on Android" for a browser's own description of itself."""
    agent = re.sub(r"[^\x20-\x7e]", "", user_agent)
    browser = next((name for sign, name in _BROWSERS if sign in agent), "A browser")
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    return f"{browser} on {system}" if system else browser
