"""What the pages of labels and recipes share: put away, take up again, delete."""

from __future__ import annotations

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.services import own_foods
from journal.web import context
from journal.web.forms import Form


def set_aside(food_id: str, *, kind: str, back: str) -> ResponseReturnValue | None:
    """Do what a button below the form asks; None when the form is to be saved."""
    user_id = context.account().id
    action = Form.sent().typed("do")
    if action == "delete":
        name = own_foods.delete_own(
            db.session(), user_id=user_id, food_id=food_id, kind=kind
        )
        flash(f"{name} is deleted.", "calm")
    elif action in {"put-away", "take-up"}:
        own_foods.put_away(
            db.session(),
            user_id=user_id,
            food_id=food_id,
            kind=kind,
            is_active=action == "take-up",
        )
    else:
        return None
    db.session.commit()
    return redirect(back, 303)
