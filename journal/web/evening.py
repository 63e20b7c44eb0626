"""The evening: one page for one journal day, saved piece by piece."""

from __future__ import annotations

import secrets
from datetime import date

from flask import Blueprint, flash, make_response, redirect, request
from flask.typing import ResponseReturnValue

from journal.db import db, mark_writing
from journal.models import Account
from journal.services import redflags
from journal.services.evening import load_evening, refuse_future
from journal.web import context, evening_form
from journal.web.dates import read_day
from journal.web.evening_page import load_stored, render, stored_form, wants_pieces
from journal.web.evening_save import take_in
from journal.web.forms import Form
from journal.web.pattern_news import is_whole_evening, say_what_changed
from journal.web.redflags import calls_for_new_questions, put_off

bp = Blueprint("evening", __name__)

#: Where the page's script has to lead to, as a redirect would.
GO_HEADER = "Lamplight-Go"


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
    return _page_of(person, which, page="")


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
    taken = take_in(form, action, person=person, day=which, today=today, now=now)
    if not form.ok:
        db.session.rollback()
        evening_form.name_errors(form, taken.symptoms.labels)
        return _refused(person, which, form), 422
    opened = redflags.look(
        db.session(),
        account=person,
        day=which,
        flags=context.current().knowledge.red_flags,
        now=now,
    )
    db.session.commit()
    # What follows only reads: others may write while the page is made.
    mark_writing(writes=False)
    for words in taken.said:
        flash(words, "watch")
    after = load_evening(db.session(), user_id=person.id, day=which)
    has_questions = calls_for_new_questions(taken.before.evening, after)
    say_what_changed(
        person,
        now,
        is_whole=is_whole_evening(taken.before.evening, after, action=action),
        is_held_back=has_questions or bool(opened),
    )
    if has_questions and (opened or wants_pieces()):
        put_off(which, after=0)
    if wants_pieces():
        answer = make_response(_page_of(person, which, page=form.typed("page")))
        if opened:
            answer.headers[GO_HEADER] = "/redflags"
        return answer
    if opened:
        return redirect("/redflags", 303)
    if has_questions:
        return redirect(f"/evening/{which}/check", 303)
    return redirect(f"/evening/{which}{taken.anchor or _anchor(action)}", 303)


def _refused(person: Account, day: date, form: Form) -> str:
    """Show the form with its errors and all that was typed."""
    stored = load_stored(person, day)
    if wants_pieces():
        form.lay_over(stored_form(person, stored, key=form.typed("page")))
    return render(person, stored, form)


def _page_of(person: Account, day: date, *, page: str) -> str:
    stored = load_stored(person, day)
    form = stored_form(person, stored, key=page or secrets.token_urlsafe(16))
    return render(person, stored, form)


def _anchor(action: str) -> str:
    """Return where the page opens again after a button was pressed."""
    places = {
        "rest-night": "#last-night",
        "rest-day": "#today",
        "rest-both": "#meals",
        "as-usual": "#meals",
        "water-more": "#also",
        "water-less": "#also",
        "water-usual": "#also",
        "supplements-usual": "#also",
        "clear-food_status": "#everything",
    }
    if action.startswith("clear-"):
        return places.get(action, f"#f-s-{action.removeprefix('clear-')}")
    return places.get(action, "")
