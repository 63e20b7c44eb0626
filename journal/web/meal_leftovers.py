"""What can be done with a whole meal: save it under a name, copy or move leftovers."""

from __future__ import annotations

from datetime import date
from functools import partial

from journal.db import db
from journal.models import Account
from journal.services import meal_again, saved_meals
from journal.web import context
from journal.web.dates import FIRST_DAY
from journal.web.forms import Form
from journal.web.meal_press import Pressed, number_of


def save_meal(press: Pressed) -> None:
    """Keep a meal under the name that was typed below it."""
    meal_id = number_of(press.value)
    field = f"save-name-{meal_id}"
    saved = press.form.attempt(
        lambda: saved_meals.save_meal(
            db.session(),
            user_id=press.person.id,
            meal_id=meal_id,
            name=press.form.typed(field),
            now=press.now,
        )
    )
    if saved is None:
        press.form.errors[field] = press.form.errors.pop("name", "Give it a name.")


def copy_meal(press: Pressed) -> None:
    """Write a meal down for the day and meal chosen below it."""
    _elsewhere(press, is_move=False)


def move_meal(press: Pressed) -> None:
    """Put a meal on the day and meal chosen below it."""
    _elsewhere(press, is_move=True)


def _elsewhere(press: Pressed, *, is_move: bool) -> None:
    meal_id = number_of(press.value)
    day = other_day(press.form, press.value, press.person) or press.day
    slot = press.form.typed(f"to-slot-{meal_id}")
    if not press.form.ok:
        return
    where = partial(
        meal_again.move_meal if is_move else meal_again.copy_meal,
        db.session(),
        user_id=press.person.id,
        meal_id=meal_id,
        day=day,
        slot=slot,
        now=press.now,
    )
    press.step.words = "Meal moved." if is_move else "Meal copied."
    press.form.attempt(where)


def other_day(form: Form, number: str, person: Account) -> date | None:
    """Return the day a meal is to go to; None when it stays on its day."""
    field = f"to-day-{number}"
    if not form.typed(field):
        return None
    day = form.day(field)
    today = context.today_for(person, context.now())
    if day is not None and not FIRST_DAY <= day <= today:
        form.fail(field, "Choose a day that has begun.")
    return day if form.ok else None
