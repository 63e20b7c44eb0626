"""Adding a food that was searched for, and changing one; works without scripts."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.errors import Invalid, NotFound
from journal.domain.records import Slot
from journal.models import Account, FoodPortion, Meal, MealItem
from journal.services import foods, meal_undo, meals
from journal.services.evening import refuse_future
from journal.services.meals import LARGEST_AMOUNT_G, NewItem
from journal.web import context
from journal.web.dates import in_words, read_day
from journal.web.evening_meals import choose_food
from journal.web.evening_meals_shown import MealsShown, meals_shown
from journal.web.food_search import LONGEST_QUERY, found_foods
from journal.web.forms import Form
from journal.web.meal_amounts import MOST_PORTIONS_AT_ONCE
from journal.web.meal_press import number_of
from journal.web.meal_sentences import times

bp = Blueprint("meals", __name__)


@bp.app_context_processor
def _for_the_evening() -> dict[str, Any]:
    """Give the evening's page what its meals show."""

    def eaten_on(day: date, written: list[Meal], slot: str) -> MealsShown:
        return meals_shown(
            context.account(), day, written, slot=slot, now=context.now()
        )

    return {"eaten_on": eaten_on}


@bp.get("/meals/add")
def find() -> ResponseReturnValue:
    """Show the search for a food, with what was found for `q`."""
    try:
        day = _day(request.args.get("date", ""))
    except Invalid as error:
        # An address that was made up, not a form that somebody could correct.
        raise NotFound("There is no such day yet.") from error
    if request.args.get("slot", "") not in {"", *Slot}:
        raise NotFound("There is no such meal.")
    return _find_page(day, Form(request.args))


@bp.post("/meals/add")
def add() -> ResponseReturnValue:
    """Write one food down, and stay for the next one."""
    form = Form.sent()
    day = _day(form.typed("date"))
    person = context.account()
    slot = form.choice("slot", set(Slot)) or "snacks"
    food_id = form.typed("food")
    food = meals.visible_food(db.session(), user_id=person.id, food_id=food_id)
    amount = _read_amount(form, food_id)
    if amount is None or form.errors:
        return _find_page(day, form), 422
    grams, label, source = amount
    item = NewItem(food.name, food.id, grams, label, source)
    with meal_undo.remembered(
        db.session(),
        user_id=person.id,
        days=[day],
        words=f"{food.name} added.",
        now=context.now(),
    ):
        meal_id = _put(form, item, person=person, day=day, slot=slot)
    if form.errors:
        db.session.rollback()
        return _find_page(day, form), 422
    db.session.commit()
    flash(f"{food.name} is written down.", "calm")
    return redirect(f"/meals/add?date={day}&slot={slot}&meal={meal_id}", 303)


def _put(
    form: Form, item: NewItem, *, person: Account, day: date, slot: str
) -> int | None:
    """Put a food into the meal that was named, or into a new one; return its id."""
    number = form.typed("meal")
    if number.isascii() and number.isdigit() and len(number) < 16:
        form.attempt(
            lambda: meals.add_item(
                db.session(), user_id=person.id, meal_id=int(number), item=item
            )
        )
        return int(number)
    meal = form.attempt(
        lambda: meals.add_meal(
            db.session(),
            user_id=person.id,
            day=day,
            slot=slot,
            items=[item],
            now=context.now(),
        )
    )
    return meal.id if meal else None


@bp.get("/meals/items/<int:item_id>")
def item(item_id: int) -> ResponseReturnValue:
    """Show one food of a meal: its amount, and other foods it might have been."""
    person = context.account()
    found = meals.get_item(db.session(), user_id=person.id, item_id=item_id)
    return _item_page(found, Form())


@bp.post("/meals/items/<int:item_id>")
def change(item_id: int) -> ResponseReturnValue:
    """Change the amount, swap the food, or take it away."""
    person = context.account()
    form = Form.sent()
    found = meals.get_item(db.session(), user_id=person.id, item_id=item_id)
    back = f"/evening/{found.meal.date}#meals"
    swapped = form.typed("swap")
    step = meal_undo.remembered(
        db.session(),
        user_id=person.id,
        days=[found.meal.date],
        words=f"{found.name} changed.",
        now=context.now(),
    )
    if swapped:
        with step:
            choose_food(person, item_id=item_id, food_id=swapped, now=context.now())
        db.session.commit()
        return redirect(f"/meals/items/{item_id}", 303)
    amount = _read_amount(form, found.food_id)
    if amount is None or form.errors:
        return _item_page(found, form), 422
    grams, label, source = amount
    with step:
        form.attempt(
            lambda: meals.set_amount(
                db.session(),
                user_id=person.id,
                item_id=item_id,
                amount_g=grams,
                label=label,
                source=source,
            )
        )
    if form.errors:
        db.session.rollback()
        return _item_page(found, form), 422
    db.session.commit()
    return redirect(back, 303)


def _day(text: str) -> date:
    """Return the day that is written for; today when none is named."""
    person = context.account()
    today = context.today_for(person, context.now())
    day = read_day(text) if text else today
    refuse_future(day, today=today)
    return day


def _read_amount(form: Form, food_id: str | None) -> tuple[float, str, str] | None:
    """Return grams, words and source of the amount; grams go before a portion."""
    grams = form.number("grams", low=0, high=LARGEST_AMOUNT_G)
    if grams is not None and grams <= 0:
        form.fail("grams", "Type more than 0 grams, or remove the food.")
    if form.errors:
        return None
    if grams is not None:
        return grams, "", "stated"
    portions = _portions(food_id)
    seq = form.whole("portion", low=0, high=10_000)
    quantity = form.number("quantity", low=0, high=MOST_PORTIONS_AT_ONCE)
    if quantity is not None and quantity <= 0:
        form.fail("quantity", "How many: more than 0.")
    if form.errors:
        return None
    chosen = next((portion for portion in portions if portion.seq == seq), None)
    if chosen is None:
        form.fail("grams", "Choose a portion, or type the grams.")
        return None
    quantity = 1.0 if quantity is None else quantity
    label = chosen.label if quantity == 1 else times(quantity, chosen.label)
    total = chosen.grams * quantity
    if total > LARGEST_AMOUNT_G:
        form.fail("quantity", f"That is more than {LARGEST_AMOUNT_G:,.0f} grams.")
        return None
    return total, label, "portion"


def _portions(food_id: str | None) -> list[FoodPortion]:
    if food_id is None:
        return []
    return foods.portions_of(db.session(), food_ids=[food_id])[food_id]


def _find_page(day: date, form: Form) -> str:
    person = context.account()
    query = form.typed("q")[:LONGEST_QUERY].strip()
    slot = form.typed("slot")
    if slot not in set(Slot):
        slot = "snacks"
    number = form.typed("meal")
    meal = None
    if number:
        meal = meals.get_meal(
            db.session(), user_id=person.id, meal_id=number_of(number)
        )
    return render_template(
        "meals/add.html",
        form=form,
        day=day,
        day_words=in_words(day),
        slot=meal.slot if meal else slot,
        meal=meal,
        query=query,
        hits=found_foods(person, query, day=day, slot=meal.slot if meal else slot),
    )


def _item_page(found: MealItem, form: Form) -> str:
    query = (request.values.get("q") or found.said or found.name)[:LONGEST_QUERY]
    meal = found.meal
    likely = [
        hit
        for hit, _ in found_foods(
            context.account(), query.strip(), day=meal.date, slot=meal.slot
        )
        if hit.id != found.food_id
    ]
    return render_template(
        "meals/item.html",
        form=form,
        item=found,
        meal=meal,
        portions=_portions(found.food_id),
        query=query,
        likely=likely[:8],
    )
