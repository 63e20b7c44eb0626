"""The first evening: three questions, one at a time, then what to expect and when."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.targets import Target
from journal.patterns.shortfall import DAYS_FOR_VERDICT
from journal.patterns.timing import SMALLEST_NIGHTS
from journal.services import profiles, welcome
from journal.services.report_food_words import amount, people_like
from journal.services.reports import person_of
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("welcome", __name__)

OTHER = "something_else"
#: Where the daily values are explained by one of them.
EXAMPLE = "magnesium_mg"


@bp.get("/welcome")
def show() -> ResponseReturnValue:
    """Show one question; the first open one unless the address names another."""
    person = context.account()
    step = request.args.get("step", "")
    if step not in welcome.STEPS:
        step = welcome.first_open_step(person)
    form = Form.filled(
        troubles=person.tracked_symptoms,
        since=person.troubled_since,
        eating_style=person.eating_style if person.welcomed_at else None,
        medicines=person.medicines,
        region=person.region if person.is_region_known else None,
        birth_year=person.birth_year,
        sex=person.sex,
    )
    return _page(step, form)


@bp.post("/welcome")
def save() -> ResponseReturnValue:
    """Store one answer and lead to the next question; skipping all stores nothing."""
    form = Form.sent()
    user_id = context.account().id
    step = form.choice("step", welcome.STEPS) or welcome.STEPS[0]
    if form.typed("do") == "skip_all":
        welcome.finish(db.session(), user_id=user_id, now=context.now())
        db.session.commit()
        return redirect(url_for("welcome.ready"), 303)
    if form.typed("do") != "skip":
        {"troubles": _troubles, "since": _since, "food": _food}[step](form, user_id)
    if not form.ok:
        db.session.rollback()
        return _page(step, form), 422
    after = welcome.STEPS.index(step) + 1
    if after < len(welcome.STEPS):
        db.session.commit()
        return redirect(url_for("welcome.show", step=welcome.STEPS[after]), 303)
    welcome.finish(db.session(), user_id=user_id, now=context.now())
    db.session.commit()
    return redirect(url_for("welcome.ready"), 303)


@bp.get("/welcome/ready")
def ready() -> ResponseReturnValue:
    """Say what the meals are held against, and what will be known when."""
    parts = context.current()
    person = context.account()
    today = context.today_for(person, context.now())
    like = person_of(person, on=today)
    target = parts.targets.for_person(like, EXAMPLE)
    tracked = [*profiles.labels_tracked(person, parts.knowledge.symptoms)]
    return render_template(
        "account/ready.html",
        target=target if isinstance(target, Target) else None,
        people=people_like(like),
        region=profiles.REGIONS.get(person.region, "")
        if person.is_region_known
        else "",
        tracked=tracked,
        full_days=DAYS_FOR_VERDICT,
        evenings=SMALLEST_NIGHTS,
        amount=amount,
    )


def _troubles(form: Form, user_id: int) -> None:
    codes = form.choices("troubles", [*_known_troubles(), OTHER])
    own = form.text("own_trouble", longest=60)
    if form.ok:
        form.attempt(
            lambda: welcome.save_troubles(
                db.session(),
                user_id=user_id,
                codes=[code for code in codes if code != OTHER],
                own=own,
            )
        )


def _since(form: Form, user_id: int) -> None:
    since = form.choice("since", profiles.SINCE)
    welcome.save_since(db.session(), user_id=user_id, since=since)


def _food(form: Form, user_id: int) -> None:
    food = welcome.Food(
        eating_style=form.choice("eating_style", profiles.EATING_STYLES),
        medicines=form.choices("medicines", profiles.MEDICINES),
        region=form.choice("region", profiles.REGIONS),
        birth_year=form.whole("birth_year", low=profiles.OLDEST_BIRTH_YEAR, high=2100),
        sex=form.choice("sex", profiles.SEXES),
    )
    if form.ok:
        now = context.now()
        form.attempt(
            lambda: welcome.save_food(db.session(), user_id=user_id, food=food, now=now)
        )


def _known_troubles() -> dict[str, str]:
    own = context.account().own_symptoms
    knowledge = context.current().knowledge
    return {symptom.code: symptom.label for symptom in knowledge.symptoms} | own


def _page(step: str, form: Form) -> str:
    return render_template(
        "account/welcome.html",
        step=step,
        number=welcome.STEPS.index(step) + 1,
        steps=welcome.STEPS,
        form=form,
        troubles=[*_known_troubles().items(), (OTHER, "Something else")],
        profiles=profiles,
    )
