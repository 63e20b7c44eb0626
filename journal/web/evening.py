"""The evening: one page for one journal day, saved piece by piece."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flask import Blueprint, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.dates import zone
from journal.models import Account, Meal, Supplement
from journal.services import evening as evenings
from journal.services import meals, redflags, supplements
from journal.services.evening import load_evening, refuse_future
from journal.services.evening_values import Evening, Part
from journal.web import context, evening_fields, evening_form, evening_meals
from journal.web.dates import ago, in_words, read_day
from journal.web.evening_symptoms import Asked, asked_symptoms
from journal.web.forms import Form
from journal.web.redflags import calls_for_new_questions, put_off

bp = Blueprint("evening", __name__)


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything of one evening that the page shows."""

    evening: Evening
    meals: list[Meal]
    products: list[Supplement]
    doses: Mapping[int, float]


@bp.get("/evening")
def tonight() -> ResponseReturnValue:
    """Lead to tonight, or to the day chosen from the small calendar."""
    person = context.account()
    chosen = request.args.get("day", "")
    today = context.today_for(person, context.now())
    return redirect(f"/evening/{read_day(chosen) if chosen else today}")


@bp.get("/evening/<day>")
def show(day: str) -> ResponseReturnValue:
    """Show one evening as it is stored."""
    person = context.account()
    which = read_day(day)
    refuse_future(which, today=context.today_for(person, context.now()))
    stored = _load(person, which)
    form = evening_fields.filled(
        stored.evening,
        region=person.region,
        doses=stored.doses,
        key=secrets.token_urlsafe(16),
    )
    return _page(person, stored, form)


@bp.post("/evening/<day>")
def save(day: str) -> ResponseReturnValue:
    """Store what the form changes, then do what the pressed button asks for."""
    person = context.account()
    now = context.now()
    which = read_day(day)
    today = context.today_for(person, now)
    refuse_future(which, today=today)
    form = Form.sent()
    action = form.typed("do")
    before = load_evening(db.session(), user_id=person.id, day=which)
    symptoms = asked_symptoms(person, before)
    evening_form.step_water(form, action)
    changes = evening_form.read_changes(
        form,
        asked=symptoms.codes,
        tracked=symptoms.tracked,
        region=person.region,
        action=action,
    )
    taken = evening_form.read_supplements(form)
    is_new = form.ok and form.attempt(
        lambda: evenings.save_day(
            db.session(),
            user_id=person.id,
            day=which,
            today=today,
            changes=changes,
            now=now,
            key=form.typed("key"),
            body=evening_form.body_of(form),
        )
    )
    anchor = ""
    if form.ok and is_new:
        if taken is not None:
            form.attempt(
                lambda: supplements.set_taken(
                    db.session(), user_id=person.id, day=which, now=now, **taken
                )
            )
        form.attempt(lambda: symptoms.add_own(form.typed("own_symptom"), db.session()))
        anchor = evening_meals.act(form, action, person=person, day=which, now=now)
    if not form.ok:
        db.session.rollback()
        evening_form.name_errors(form, symptoms.labels)
        return _page(person, _load(person, which), form), 422
    opened = redflags.look(
        db.session(),
        account=person,
        day=which,
        flags=context.current().knowledge.red_flags,
        now=now,
    )
    db.session.commit()
    after = load_evening(db.session(), user_id=person.id, day=which)
    has_questions = calls_for_new_questions(before, after)
    if opened:
        if has_questions:
            put_off(which, after=0)
        return redirect("/redflags", 303)
    if has_questions:
        return redirect(f"/evening/{which}/check", 303)
    return redirect(f"/evening/{which}{anchor or _anchor(action)}", 303)


def _load(person: Account, day: date) -> Stored:
    sql = db.session()
    doses = supplements.taken_on(sql, user_id=person.id, day=day)
    products = [
        product
        for product in supplements.all_supplements(sql, user_id=person.id)
        if product.is_active or product.id in doses
    ]
    return Stored(
        evening=load_evening(sql, user_id=person.id, day=day),
        meals=meals.meals_of_day(sql, user_id=person.id, day=day),
        products=products,
        doses=doses,
    )


def _anchor(action: str) -> str:
    """Return where the page opens again after a button was pressed."""
    places = {
        "rest-night": "#last-night",
        "rest-day": "#today",
        "water-more": "#also",
        "water-less": "#also",
        "clear-food_status": "#everything",
    }
    if action.startswith("clear-"):
        return places.get(action, f"#f-s-{action.removeprefix('clear-')}")
    return places.get(action, "")


def _page(person: Account, stored: Stored, form: Form) -> str:
    moment = context.now()
    today = context.today_for(person, moment)
    day = stored.evening.day
    symptoms = asked_symptoms(person, stored.evening)
    questions = redflags.questions(
        stored.evening.severities(),
        account=person,
        flags=context.current().knowledge.red_flags,
    )
    return render_template(
        "evening/show.html",
        form=form,
        day=day,
        today=today,
        failed=lambda *starts: any(each.startswith(starts) for each in form.errors),
        other_failed=_failed_behind(form, symptoms),
        title=in_words(day),
        ago=ago(day, today),
        before=day - timedelta(days=1),
        after=day + timedelta(days=1),
        stored=stored,
        evening=stored.evening,
        symptoms=symptoms,
        open_count=_open_count(symptoms, stored),
        saved_at=_wall(person, stored.evening.updated_at),
        questions=questions,
        slot=form.typed("slot") or _likely_slot(stored, _wall_time(person, moment)),
        drink_g=evening_fields.ALCOHOL_G_PER_DRINK[person.region],
        undo=session.get(evening_meals.UNDO) if day == _undo_day() else None,
        likely=evening_meals.likenesses(person, stored.meals),
    )


def _failed_behind(form: Form, symptoms: Asked) -> dict[Part, bool]:
    """Return by part whether an error stands behind "something else"."""
    starts = {
        part: tuple(f"s-{each.code}" for each in others)
        for part, others in symptoms.others.items()
    }
    failed = {
        part: any(each.startswith(names) for each in form.errors)
        for part, names in starts.items()
    }
    return failed | {"day": failed["day"] or "own_symptom" in form.errors}


def _open_count(symptoms: Asked, stored: Stored) -> int:
    """Return how many of the questions shown first are not answered yet."""
    evening = stored.evening
    still = sum(code not in evening.night for code in symptoms.tracked["night"])
    still += sum(code not in evening.today for code in symptoms.tracked["day"])
    still += evening.food_status is None
    return still + (bool(stored.products) and not evening.supplements_answered)


def _wall(person: Account, moment: datetime | None) -> str:
    return "" if moment is None else f"{_wall_time(person, moment):%H:%M}"


def _wall_time(person: Account, moment: datetime) -> time:
    return moment.astimezone(zone(person.time_zone)).time()


def _likely_slot(stored: Stored, wall: time) -> str:
    """Return the meal that is probably written next: the first one still missing."""
    written = {meal.slot for meal in stored.meals}
    by_hour = ((10, "breakfast"), (15, "lunch"), (24, "dinner"))
    usual = next(slot for hour, slot in by_hour if wall.hour < hour)
    order = ("breakfast", "lunch", "dinner")
    missing = [slot for slot in order[: order.index(usual) + 1] if slot not in written]
    return missing[0] if missing else "snacks"


def _undo_day() -> date | None:
    kept = session.get(evening_meals.UNDO)
    return date.fromisoformat(kept["day"]) if kept else None
