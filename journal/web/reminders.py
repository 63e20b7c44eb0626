"""Reminders: which come, how and when; putting one off, and pausing them all."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.dates import zone
from journal.services import push, putting_off, reminders
from journal.services.usual_time import usual_time
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("reminders", __name__)

CHOSEN, LEARNT = "chosen", "learnt"
USUAL = {reminders.EVENING: reminders.EVENING_AT, reminders.WEEK: reminders.WEEK_AT}


@bp.get("/settings/reminders")
def show() -> ResponseReturnValue:
    """Show which reminders come."""
    person = context.account()
    values: dict[str, object] = {"paused_until": person.reminders_paused_until}
    for kind, row in reminders.reminders_of(db.session(), user_id=person.id).items():
        values |= {
            f"{kind}_on": row.is_on,
            f"{kind}_push": row.by_push,
            f"{kind}_when": LEARNT if row.is_learnt else CHOSEN,
            f"{kind}_at": f"{row.at_local:%H:%M}",
            f"{kind}_tells_health": row.tells_health,
        }
    return _page(Form.filled(**values))


@bp.post("/settings/reminders")
def save() -> ResponseReturnValue:
    """Store which reminders come, how, when and whether they pause."""
    form = Form.sent()
    user_id, now = context.account().id, context.now()
    until = form.day("paused_until")
    for kind in reminders.KINDS:
        at_local = form.clock(f"{kind}_at")
        reminders.set_reminder(
            db.session(),
            user_id=user_id,
            kind=kind,
            is_on=form.ticked(f"{kind}_on"),
            by_push=form.ticked(f"{kind}_push"),
            is_learnt=form.choice(f"{kind}_when", (CHOSEN, LEARNT)) == LEARNT,
            at_local=(at_local or USUAL[kind]).replace(second=0, tzinfo=None),
            now=now,
            tells_health=form.ticked(f"{kind}_tells_health"),
        )
    form.attempt(
        lambda: putting_off.pause(db.session(), user_id=user_id, until=until, now=now)
    )
    if not form.ok:
        db.session.rollback()
        return _page(form), 422
    db.session.commit()
    flash("Saved.", "calm")
    return redirect(url_for("reminders.show"), 303)


@bp.get("/reminders/later")
def later() -> ResponseReturnValue:
    """Ask for how long to put tonight's reminder off."""
    person, now = context.account(), context.now()
    row = reminders.reminders_of(db.session(), user_id=person.id)[reminders.EVENING]
    return render_template(
        "account/later.html",
        minutes=putting_off.minutes_left(person, now=now),
        is_on=row.is_on or row.by_push,
        today=context.today_for(person, now),
    )


@bp.post("/reminders/later")
def put_off() -> ResponseReturnValue:
    """Remind again in a while."""
    form = Form.sent()
    person, now = context.account(), context.now()
    minutes = form.whole("minutes", low=1, high=24 * 60)
    at = putting_off.snooze_evening(
        db.session(), user_id=person.id, minutes=minutes or 0, now=now
    )
    db.session.commit()
    wall = at.astimezone(zone(person.time_zone))
    flash(f"You are reminded again at {wall:%H:%M}, if nothing is written by then.")
    return redirect(f"/evening/{context.today_for(person, now)}", 303)


def _page(form: Form) -> str:
    person, now = context.account(), context.now()
    return render_template(
        "account/reminders.html",
        form=form,
        has_mail=bool(context.current().settings.smtp_host),
        devices=push.devices_of(db.session(), user_id=person.id),
        usual=usual_time(db.session(), account=person, now=now),
        today=context.today_for(person, now),
    )
