"""What the evening's buttons do with meals: write, repeat, correct, take away, undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from flask import flash

from journal.db import db
from journal.models import Account
from journal.services import (
    favourites,
    food_corrections,
    meal_again,
    meal_none,
    meal_undo,
    meals,
    saved_meals,
)
from journal.web.forms import Form
from journal.web.meal_amounts import change_amounts
from journal.web.meal_leftovers import copy_meal, move_meal, other_day, save_meal
from journal.web.meal_press import Pressed, number_of
from journal.web.meal_sentences import SAID_OF_MEALS, write_sentence


def act(form: Form, action: str, *, person: Account, day: date, now: datetime) -> str:
    """Write down what was typed, then do what the button asks. Returns the anchor.

    Everything that one press changes in the meals is one step that can be undone.
    """
    verb, _, value = action.partition(":")
    if verb == "undo":
        meal_undo.undo(db.session(), user_id=person.id, day=day)
        return "#meals"
    days = [day]
    if verb in {"copy-meal", "move-meal"}:
        days += [each for each in [other_day(form, value, person)] if each]
    said = form.text("meal", longest=meals.LONGEST_SAID)
    with meal_undo.remembered(
        db.session(),
        user_id=person.id,
        days=list(dict.fromkeys(days)),
        words="Meals changed.",
        now=now,
    ) as step:
        if form.ok:
            written = meals.meals_of_day(db.session(), user_id=person.id, day=day)
            change_amounts(form, written, person=person, action=action)
        if said and form.ok:
            step.words = write_sentence(form, said, person=person, day=day, now=now)
        button = BUTTONS.get(verb)
        if button is not None and form.ok:
            button(Pressed(form, value, person, day, now, step))
    if verb == "meal" and not said:
        flash("Nothing was typed. Write what you ate, then add it.", SAID_OF_MEALS)
    stays = said or button or verb in {"meal", "more", "less", "amount"}
    return "#meals" if stays else ""


def _again(press: Pressed) -> None:
    slot = press.value or press.slot
    press.step.words = f"{slot.capitalize()} as yesterday."
    press.form.attempt(
        lambda: meal_again.as_yesterday(
            db.session(),
            user_id=press.person.id,
            day=press.day,
            slot=slot,
            now=press.now,
        )
    )


def _eat(press: Pressed) -> None:
    food = meals.visible_food(
        db.session(), user_id=press.person.id, food_id=press.value
    )
    press.step.words = f"{food.name} added."
    press.form.attempt(
        lambda: meal_again.eat_food(
            db.session(),
            user_id=press.person.id,
            day=press.day,
            slot=press.slot,
            food_id=food.id,
            now=press.now,
        )
    )


def _eat_saved(press: Pressed) -> None:
    saved = saved_meals.get_saved(
        db.session(), user_id=press.person.id, saved_id=number_of(press.value)
    )
    press.step.words = f"{saved.name} added."
    press.form.attempt(
        lambda: saved_meals.eat_saved(
            db.session(),
            user_id=press.person.id,
            saved_id=saved.id,
            day=press.day,
            slot=press.slot,
            now=press.now,
        )
    )


def _remove_item(press: Pressed) -> None:
    item = meals.remove_item(
        db.session(), user_id=press.person.id, item_id=number_of(press.value)
    )
    press.step.words = f"{item.name} removed."


def _remove_meal(press: Pressed) -> None:
    which = {"user_id": press.person.id, "meal_id": number_of(press.value)}
    meal = meals.get_meal(db.session(), **which)
    press.step.words = f"{meal.slot.capitalize()} removed."
    meals.remove_meal(db.session(), **which)


def _swap(press: Pressed) -> None:
    """Take another food for the words of an item, and remember it for the words."""
    item_id, _, food_id = press.value.partition(":")
    choose_food(
        press.person, item_id=number_of(item_id), food_id=food_id, now=press.now
    )
    press.step.words = "Another food chosen."


def choose_food(person: Account, *, item_id: int, food_id: str, now: datetime) -> None:
    """Say that an item was this food, and remember it for the words it was read from.

    Words that were kept as text are remembered as they were typed.
    """
    item = meals.get_item(db.session(), user_id=person.id, item_id=item_id)
    words = item.said or (item.name if item.food_id is None else "")
    if item.food_id == food_id:
        item.match_0_1 = None
    else:
        meals.swap_food(
            db.session(), user_id=person.id, item_id=item_id, food_id=food_id
        )
    food_corrections.remember(
        db.session(), user_id=person.id, words=words, food_id=food_id, now=now
    )


def _sure(press: Pressed) -> None:
    """Say that a doubtful match is right."""
    item = meals.get_item(
        db.session(), user_id=press.person.id, item_id=number_of(press.value)
    )
    if item.food_id is not None:
        choose_food(press.person, item_id=item.id, food_id=item.food_id, now=press.now)
        press.step.words = f"{item.name} kept."


def _star(press: Pressed) -> None:
    favourites.star(
        db.session(), user_id=press.person.id, food_id=press.value, now=press.now
    )


def _unstar(press: Pressed) -> None:
    favourites.unstar(db.session(), user_id=press.person.id, food_id=press.value)


def _none(press: Pressed) -> None:
    press.step.words = f"No {press.value}."
    press.form.attempt(
        lambda: meal_none.answer_none(
            db.session(), user_id=press.person.id, day=press.day, slot=press.value
        )
    )


def _clear_none(press: Pressed) -> None:
    press.step.words = f"No {press.value}: taken back."
    meal_none.clear_none(
        db.session(), user_id=press.person.id, day=press.day, slot=press.value
    )


BUTTONS: Final[Mapping[str, Callable[[Pressed], None]]] = {
    "again": _again,
    "eat": _eat,
    "saved": _eat_saved,
    "remove-item": _remove_item,
    "remove-meal": _remove_meal,
    "swap": _swap,
    "sure": _sure,
    "star": _star,
    "unstar": _unstar,
    "none": _none,
    "clear-none": _clear_none,
    "save-meal": save_meal,
    "copy-meal": copy_meal,
    "move-meal": move_meal,
}
