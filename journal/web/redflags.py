"""Warnings on every page until they are read, and the questions that look for them."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import (
    Blueprint,
    g,
    make_response,
    redirect,
    render_template,
    request,
    session,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user

from journal.db import db
from journal.services import redflags
from journal.services.evening import load_evening, refuse_future
from journal.services.evening_values import Evening
from journal.web import context
from journal.web.dates import read_day
from journal.web.forms import Form
from journal.web.meal_press import number_of

bp = Blueprint("redflags", __name__)

QUESTIONS_AT_ONCE = 6
#: Where the questions that a warning came before are kept, in the person's session.
LEFT: Final = "questions_left"


@bp.before_app_request
def _load_open_flags() -> None:
    """Let every page of a signed-in person show what is not acknowledged yet."""
    knowledge = context.current().knowledge
    g.open_flags = []
    if request.endpoint in {None, "static"} or knowledge is None:
        return
    if current_user.is_authenticated:
        g.open_flags = redflags.open_flags(
            db.session(), account=context.account(), flags=knowledge.red_flags
        )


@bp.get("/evening/<day>/check")
def check(day: str) -> ResponseReturnValue:
    """Show the few questions that the evening's symptoms call for."""
    person = context.account()
    which = read_day(day)
    refuse_future(which, today=context.today_for(person, context.now()))
    yes = redflags.answered_yes(db.session(), user_id=person.id, day=which)
    return _check_page(which, Form.filled(yes=sorted(yes)), after=_step())


@bp.post("/evening/<day>/check")
def answer(day: str) -> ResponseReturnValue:
    """Store the answers; a hit is shown at once, before anything else."""
    person = context.account()
    now = context.now()
    which = read_day(day)
    refuse_future(which, today=context.today_for(person, now))
    form = Form.sent()
    flags = context.current().knowledge.red_flags
    known = {question.id for question in flags.questions}
    asked = [each for each in form.typed_all("asked") if each in known]
    # "None of these" says nothing more than no tick does: a tick always counts.
    yes = form.choices("yes", known)
    if not form.ok:
        return make_response(_check_page(which, form, after=_step()), 422)
    opened = redflags.look(
        db.session(),
        account=person,
        day=which,
        flags=flags,
        now=now,
        asked=asked,
        yes=[each for each in yes if each in asked],
    )
    db.session.commit()
    put_off(which, after=_step() + QUESTIONS_AT_ONCE)
    if opened:
        return redirect("/redflags", 303)
    return redirect(_left() or f"/evening/{which}", 303)


@bp.get("/redflags")
def show() -> ResponseReturnValue:
    """Show the warnings that are not acknowledged yet, and nothing else."""
    if not g.open_flags:
        person = context.account()
        return redirect(f"/evening/{context.today_for(person, context.now())}")
    return _flags_page(Form())


@bp.post("/redflags")
def acknowledge() -> ResponseReturnValue:
    """Note that the warnings were read."""
    form = Form.sent()
    shown = [number_of(each) for each in form.typed_all("flag")]
    if not form.ticked("read"):
        form.fail("read", "Tick “I have read this” first.")
        return _flags_page(form), 422
    person = context.account()
    now = context.now()
    days = {flag.id: flag.day for flag in g.open_flags}
    redflags.acknowledge(db.session(), user_id=person.id, ids=shown, now=now)
    db.session.commit()
    day = max((days[each] for each in shown if each in days), default=None)
    evening = f"/evening/{day or context.today_for(person, now)}"
    return redirect(_left() or evening, 303)


def put_off(day: date, *, after: int) -> None:
    """Keep in mind that the questions of a day past the first `after` are to come."""
    session[LEFT] = [day.isoformat(), after]


def are_questions_waiting(day: date) -> bool:
    """Whether questions of this day were put off and not answered since."""
    kept = session.get(LEFT)
    return kept is not None and kept[0] == day.isoformat()


def _left() -> str | None:
    """Return where questions are still to be put, once; None when there are none."""
    kept = session.pop(LEFT, None)
    if kept is None:
        return None
    day, after = kept
    evening = load_evening(
        db.session(), user_id=context.account().id, day=date.fromisoformat(day)
    )
    if len(_heads(evening)) <= after:
        return None
    return f"/evening/{day}/check" + (f"?after={after}" if after else "")


def calls_for_new_questions(before: Evening, after: Evening) -> bool:
    """Return whether a save brought up questions that were not there before it."""
    person = context.account()
    flags = context.current().knowledge.red_flags
    had, has = (
        {
            question.id
            for question in redflags.questions(
                evening.severities(), account=person, flags=flags
            )
        }
        for evening in (before, after)
    )
    return bool(has - had)


def _heads(evening: Evening) -> list[str]:
    """Return the ids of the questions that do not stand below another one."""
    asked = redflags.questions(
        evening.severities(),
        account=context.account(),
        flags=context.current().knowledge.red_flags,
    )
    return [question.id for question in asked if question.after is None]


def _step() -> int:
    """Return how many questions were put before this page."""
    typed = request.args.get("after", "0")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0


def _check_page(day: date, form: Form, *, after: int) -> str | ResponseReturnValue:
    person = context.account()
    evening = load_evening(db.session(), user_id=person.id, day=day)
    heads = _heads(evening)[after : after + QUESTIONS_AT_ONCE]
    if not heads:
        return redirect(f"/evening/{day}")
    every = redflags.questions(
        evening.severities(),
        account=person,
        flags=context.current().knowledge.red_flags,
    )
    groups = [
        (
            next(each for each in every if each.id == head),
            [each for each in every if each.after == head],
        )
        for head in heads
    ]
    return render_template(
        "redflags/check.html", day=day, groups=groups, form=form, after=after
    )


def _flags_page(form: Form) -> str:
    return render_template("redflags/show.html", flags=g.open_flags, form=form)
