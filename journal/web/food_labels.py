"""An own food from its label: as printed per 100 g or per serving, kept as typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain import daily_values
from journal.domain.amounts import Portion
from journal.domain.errors import Invalid
from journal.domain.food_labels import FOOD_UNITS, per_100_g
from journal.domain.nutrient_names import NUTRIENT_NAMES, unit_words
from journal.models import OwnFood
from journal.services import own_foods
from journal.services.meals import LARGEST_AMOUNT_G
from journal.web import context
from journal.web.forms import Form
from journal.web.own_foods import set_aside

bp = Blueprint("food_labels", __name__)

#: Shown first: what nearly every label names.
MAIN_KEYS: Final = (
    "energy_kcal",
    "fat_g",
    "carbohydrate_g",
    "fibre_g",
    "protein_g",
    "sodium_mg",
)
MORE_KEYS: Final = tuple(key for key in FOOD_UNITS if key not in MAIN_KEYS)
_KEPT: Final = ("name", "basis", "serving_g", "serving_label")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says, read from the form."""

    name: str
    figures: Mapping[str, float]
    portions: list[Portion]
    typed: Mapping[str, str] = field(default_factory=dict)


@bp.get("/foods/new")
def new() -> ResponseReturnValue:
    """Show an empty label."""
    return _page(Form.filled(basis="100g"), None)


@bp.post("/foods/new")
def add() -> ResponseReturnValue:
    """Write an own food."""
    return _save(None)


@bp.get("/foods/own/<food_id>")
def edit(food_id: str) -> ResponseReturnValue:
    """Show a label as it was typed."""
    own = _mine(food_id)
    if own.typed:
        shown = dict(own.typed)
    else:  # came in with a file: only its figures are known
        shown = {"basis": "100g", "name": own.food.name} | {
            f"amount-{key}": f"{value:g}" for key, value in own.food.per_100_g.items()
        }
    return _page(Form.filled(**shown), own)


@bp.post("/foods/own/<food_id>")
def change(food_id: str) -> ResponseReturnValue:
    """Change an own food, put it away, take it up again, or delete it."""
    own = _mine(food_id)
    done = set_aside(food_id, kind="label", back="/foods")
    return done or _save(own)


def _mine(food_id: str) -> OwnFood:
    return own_foods.get_own(
        db.session(), user_id=context.account().id, food_id=food_id, kind="label"
    )


def _save(before: OwnFood | None) -> ResponseReturnValue:
    form = Form.sent()
    label = read_label(form)
    person = context.account()
    own = None
    if label is not None and form.ok:
        own = form.attempt(
            lambda: own_foods.save_own(
                db.session(),
                user_id=person.id,
                kind="label",
                name=label.name,
                figures=label.figures,
                portions=label.portions,
                typed=label.typed,
                now=context.now(),
                food_id=before.food_id if before else "",
            )
        )
    if own is None:
        db.session.rollback()
        again = _mine(before.food_id) if before else None
        return _page(form, again), 422
    is_new_version = before is not None and before.food_id != own.food_id
    name = own.food.name
    db.session.commit()
    if is_new_version:
        flash(f"{name} is changed from now on. Days you ate it on stay.", "calm")
    else:
        flash(f"{name} is in your foods.", "calm")
    return redirect("/foods", 303)


def read_label(form: Form) -> Label | None:
    """Return what the form says; None after errors were noted under their fields."""
    name = form.text(
        "name", longest=own_foods.LONGEST_NAME, required="Give the food a name."
    )
    basis = form.choice("basis", {"100g", "serving"}) or "100g"
    serving_g = form.number("serving_g", low=0, high=LARGEST_AMOUNT_G)
    if serving_g is not None and serving_g <= 0:
        form.fail("serving_g", "One serving is more than 0 grams.")
    if basis == "serving" and serving_g is None:
        form.fail("serving_g", "How many grams is one serving? The label says it.")
    serving_label = form.text("serving_label", longest=60) or "1 serving"
    amounts = _amounts(form)
    if not form.ok:
        return None
    basis_g = serving_g if basis == "serving" and serving_g else 100.0
    try:
        figures = per_100_g(amounts, basis_g=basis_g)
    except Invalid as refused:
        form.fail(f"amount-{refused.field}", refused.message)
        return None
    if not figures:
        form.fail("amount-energy_kcal", "Type at least one figure from the label.")
        return None
    portions = [Portion(serving_label, serving_g)] if serving_g else []
    typed = {
        one: text
        for one, text in form.raw.items()
        if text and (one in _KEPT or one.startswith(("amount-", "unit-")))
    }
    return Label(name, figures, portions, typed)


def _amounts(form: Form) -> dict[str, tuple[float, str]]:
    """Return each figure that was typed; an empty field is not known, never zero."""
    amounts = {}
    for key, units in FOOD_UNITS.items():
        amount = form.number(f"amount-{key}", low=0, high=100_000)
        unit = form.choice(f"unit-{key}", {each.code for each in units})
        if amount is not None:
            amounts[key] = (amount, unit or units[0].code)
    return amounts


def _page(form: Form, own: OwnFood | None) -> str:
    return render_template(
        "foods/label.html",
        form=form,
        own=own,
        uses=own_foods.uses(db.session(), food_id=own.food_id) if own else 0,
        main_keys=MAIN_KEYS,
        more_keys=MORE_KEYS,
        units=FOOD_UNITS,
        names=NUTRIENT_NAMES,
        unit_words=unit_words,
        has_more=any(form.typed(f"amount-{key}") for key in MORE_KEYS),
        sources=[values.source for values in daily_values.ALL],
    )
