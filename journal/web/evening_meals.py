"""What the evening's buttons do with meals: write, repeat, take away, undo."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from flask import flash, session

from journal.db import db
from journal.domain.errors import NotFound
from journal.domain.records import Slot
from journal.models import Account, Meal
from journal.services import meals, submissions
from journal.services.foodindex import parse_with_index
from journal.services.meals import NewItem
from journal.web import context
from journal.web.forms import Form

#: Where the last thing taken away is kept, in the person's own session.
UNDO: Final = "undo"
#: The session is a cookie, which holds 4 kB: a larger meal goes without an undo.
UNDO_CHARACTERS: Final = 2400

LONGEST_NOTICE: Final = 200

BOOST_PER_TIME: Final = 0.02
LARGEST_BOOST: Final = 0.1


def act(form: Form, action: str, *, person: Account, day: date, now: datetime) -> str:
    """Write down what was typed, then do what the button asks. Returns the anchor."""
    anchor = ""
    if not action.startswith(("undo", "remove-")):
        session.pop(UNDO, None)
    said = form.text("meal", longest=meals.LONGEST_SAID)
    if said and form.ok:
        write_sentence(form, said, person=person, day=day, now=now)
        anchor = "#meals"
    verb, _, number = action.partition(":")
    if verb == "again" and form.ok:
        slot = number or form.typed("slot")
        form.attempt(
            lambda: meals.as_yesterday(
                db.session(), user_id=person.id, day=day, slot=slot, now=now
            )
        )
        return "#meals"
    if verb == "remove-item":
        _remove_item(person, day, _number(number))
        return "#meals"
    if verb == "remove-meal":
        _remove_meal(person, day, _number(number))
        return "#meals"
    if verb == "undo":
        _undo(person, day, now)
        return "#meals"
    if verb == "swap":
        item, _, food_id = number.partition(":")
        meals.swap_food(
            db.session(), user_id=person.id, item_id=_number(item), food_id=food_id
        )
        return "#meals"
    return anchor


def write_sentence(
    form: Form, said: str, *, person: Account, day: date, now: datetime
) -> None:
    """Read a sentence and write its foods down, each in the meal it names.

    Who goes back in the browser to change another answer sends the sentence along
    once more: from one page it is written down once.
    """
    slot = form.choice("slot", set(Slot)) or "snacks"
    if not submissions.take(
        db.session(),
        user_id=person.id,
        key=form.typed("key"),
        now=now,
        body=f"meal {slot} {said}",
    ):
        return
    parsed = parse_with_index(
        context.current().food_index, said, boosts=boosts(person, day)
    )
    by_slot: dict[str, list[NewItem]] = {}
    nothing = []
    for item in parsed.items:
        named = item.slot if item.slot in set(Slot) else slot
        new = as_new(item)
        if new is None:
            nothing.append(item.text)
        else:
            by_slot.setdefault(str(named), []).append(new)
    if nothing:
        said_so = ", ".join(f"“{words}”" for words in nothing)[:LONGEST_NOTICE]
        flash(f"Not written down, as there was none of it: {said_so}.", "calm")
    elif not by_slot:
        form.fail("meal", "No food was found in that. Write what you ate.")

    def write() -> None:
        for named, items in by_slot.items():
            meals.add_meal(
                db.session(),
                user_id=person.id,
                day=day,
                slot=named,
                items=items,
                now=now,
                said=said,
            )

    form.attempt(write)


def as_new(item: Any) -> NewItem | None:
    """Return a food of a parsed sentence as one to be written down.

    None when it was said that there was none of it ("0 eggs"). With an amount below
    nothing it is not clear what is meant: the words are kept as they were written.
    """
    if item.quantity == 0:
        return None
    if item.quantity < 0:
        # The minus sign stands before what the food's own words are.
        return NewItem(name=f"-{item.text.removeprefix('-')}")
    grams = item.grams
    if grams is not None and not 0 < grams <= meals.LARGEST_AMOUNT_G:
        grams = None
    label = ""
    if item.food_id is not None and grams is not None:
        label = item.portion or ""
        if item.portion and item.quantity != 1:
            label = times(item.quantity, item.portion)
    return NewItem(
        name=item.food_name or item.text,
        food_id=item.food_id,
        amount_g=grams if item.food_id is not None else None,
        amount_label=label,
        amount_source=item.grams_source if grams is not None else "unknown",
    )


def times(quantity: float, portion: str) -> str:
    """Return "2 × slice" for two of the portion "1 slice"."""
    return f"{quantity:g} × {portion.removeprefix('1 ')}"


def boosts(person: Account, day: date) -> dict[str, float]:
    """Return how much the foods a person eats often come forward in a search."""
    often = meals.eaten_often(db.session(), user_id=person.id, day=day)
    return {
        food_id: min(LARGEST_BOOST, times * BOOST_PER_TIME)
        for food_id, times in often.items()
    }


def likenesses(person: Account, written: Iterable[Meal]) -> dict[int, list[Any]]:
    """Return foods like the words that were kept as text, by item."""
    index = context.current().food_index
    unknown = [item for meal in written for item in meal.items if item.food_id is None]
    return {item.id: index.search(item.name, limit=2) for item in unknown[:12]}


def _remove_item(person: Account, day: date, item_id: int) -> None:
    item = meals.get_item(db.session(), user_id=person.id, item_id=item_id)
    _keep(day, item.meal, [meals.as_new(item)], item.name)
    meals.remove_item(db.session(), user_id=person.id, item_id=item_id)


def _remove_meal(person: Account, day: date, meal_id: int) -> None:
    meal = meals.get_meal(db.session(), user_id=person.id, meal_id=meal_id)
    items = [meals.as_new(item) for item in meal.items]
    _keep(day, meal, items, meal.slot.capitalize())
    meals.remove_meal(db.session(), user_id=person.id, meal_id=meal_id)


def _keep(day: date, meal: Meal, items: list[NewItem], name: str) -> None:
    kept = {
        "day": day.isoformat(),
        "meal": meal.id,
        "slot": meal.slot,
        "said": meal.said[:200],
        "name": name,
        "items": [
            [
                item.name,
                item.food_id,
                item.amount_g,
                item.amount_label,
                item.amount_source,
            ]
            for item in items
        ],
    }
    session.pop(UNDO, None)
    if len(json.dumps(kept)) <= UNDO_CHARACTERS:
        session[UNDO] = kept


def _undo(person: Account, day: date, now: datetime) -> None:
    sql = db.session()
    kept = session.pop(UNDO, None)
    if kept is None or kept["day"] != day.isoformat():
        return
    items = [NewItem(*fields) for fields in kept["items"]]
    still = {meal.id for meal in meals.meals_of_day(sql, user_id=person.id, day=day)}
    if kept["meal"] in still:
        for item in items:
            meals.add_item(sql, user_id=person.id, meal_id=kept["meal"], item=item)
        return
    meals.add_meal(
        sql,
        user_id=person.id,
        day=day,
        slot=kept["slot"],
        items=items,
        now=now,
        said=kept["said"],
    )


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise NotFound("There is no such thing.")
    return int(text)
