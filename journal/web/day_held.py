"""What a day held: nutrients of food and of tablets apart, and what is not known."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.nutrient_names import NUTRIENT_NAMES, unit_words
from journal.domain.nutrition import REPORTED_KEYS
from journal.services.day_held import day_held
from journal.services.evening import refuse_future
from journal.web import context
from journal.web.dates import ago, in_words, read_day

bp = Blueprint("day_held", __name__)


@bp.get("/foods/day/<day>")
def show(day: str) -> ResponseReturnValue:
    """Show what the food and the tablets of one day held."""
    person = context.account()
    which = read_day(day)
    today = context.today_for(person, context.now())
    refuse_future(which, today=today)
    record, held = day_held(db.session(), user_id=person.id, day=which)
    return render_template(
        "foods/day.html",
        day=which,
        title=f"What {'today' if which == today else in_words(which)} held",
        ago=ago(which, today),
        record=record,
        main=held[: len(REPORTED_KEYS)],
        others=held[len(REPORTED_KEYS) :],
        names=NUTRIENT_NAMES,
        unit_words=unit_words,
        rounded=rounded,
    )


def rounded(amount: float) -> str:
    """Return an amount with as many figures as are worth reading: 0.42, 21, 1,240."""
    if amount >= 100:
        return f"{amount:,.0f}"
    return f"{float(f'{amount:.2g}' if amount < 10 else f'{amount:.0f}'):g}"
