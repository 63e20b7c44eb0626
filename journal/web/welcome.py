"""The first page after signing up: three questions, each of which may be left out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.services import profiles
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("welcome", __name__)

OTHER = "something_else"


@bp.get("/welcome")
def welcome() -> ResponseReturnValue:
    """Show the questions, with what is known already."""
    person = context.account()
    form = Form.filled(
        troubles=person.tracked_symptoms,
        since=person.troubled_since,
        eating_style=person.eating_style if person.welcomed_at else None,
        medicines=person.medicines,
        region=person.region if person.is_region_known else None,
    )
    return _page(form)


@bp.post("/welcome")
def begin() -> ResponseReturnValue:
    """Store the answers and lead to tonight."""
    form = Form.sent()
    troubles = form.choices("troubles", [*_troubles(), OTHER])
    answers = profiles.Welcome(
        troubles=[code for code in troubles if code != OTHER],
        own_trouble=form.text("own_trouble", longest=60),
        since=form.choice("since", profiles.SINCE),
        eating_style=form.choice("eating_style", profiles.EATING_STYLES),
        medicines=form.choices("medicines", profiles.MEDICINES),
        region=form.choice("region", profiles.REGIONS),
    )
    if not form.ok:
        return _page(form), 422
    now = context.now()
    person = context.account()
    profiles.save_welcome(db.session(), user_id=person.id, answers=answers, now=now)
    db.session.commit()
    return redirect(f"/evening/{context.today_for(person, now)}", 303)


def _troubles() -> dict[str, str]:
    knowledge = context.current().knowledge
    return {symptom.code: symptom.label for symptom in knowledge.symptoms}


def _page(form: Form) -> str:
    return render_template(
        "account/welcome.html",
        form=form,
        troubles=[*_troubles().items(), (OTHER, "Something else")],
        profiles=profiles,
    )
