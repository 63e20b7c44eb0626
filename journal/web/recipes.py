"""A recipe: ingredients as a sentence, then as rows; servings and cooked weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.nutrient_names import NUTRIENT_NAMES, unit_words
from journal.domain.nutrition import REPORTED_KEYS
from journal.models import OwnFood
from journal.services import foods, own_foods, recipes
from journal.services.meals import LARGEST_AMOUNT_G, NewItem
from journal.services.personal_foods import PersonalFoods
from journal.services.recipe_ingredients import as_bought
from journal.web import context
from journal.web.forms import Form
from journal.web.meal_sentences import as_new, foods_for
from journal.web.own_foods import set_aside

bp = Blueprint("recipes", __name__)

LONGEST_INGREDIENTS: Final = 2000
SHOWN_KEYS: Final = ("energy_kcal", "protein_g", "fibre_g", *REPORTED_KEYS[:-2])
MOST_OTHERS: Final = 5


@bp.get("/foods/recipes/new")
def new() -> ResponseReturnValue:
    """Show an empty recipe."""
    return _page(Form.filled(servings="4"), None)


@bp.post("/foods/recipes/new")
def add() -> ResponseReturnValue:
    """Write a recipe from a sentence of ingredients."""
    return _save(None)


@bp.get("/foods/recipes/<food_id>")
def edit(food_id: str) -> ResponseReturnValue:
    """Show a recipe with its ingredients as rows."""
    own = _mine(food_id)
    return _page(_filled(own), own)


@bp.post("/foods/recipes/<food_id>")
def change(food_id: str) -> ResponseReturnValue:
    """Change a recipe, put it away, take it up again, or delete it."""
    own = _mine(food_id)
    done = set_aside(food_id, kind="recipe", back="/foods#recipes")
    return done or _save(own)


def _mine(food_id: str) -> OwnFood:
    return own_foods.get_own(
        db.session(), user_id=context.account().id, food_id=food_id, kind="recipe"
    )


def _filled(own: OwnFood) -> Form:
    return Form.filled(
        name=own.food.name,
        servings=f"{own.servings or 1:g}",
        yield_g="" if own.yield_g is None else f"{own.yield_g:g}",
    )


def _save(before: OwnFood | None) -> ResponseReturnValue:
    form = Form.sent()
    name = form.text(
        "name", longest=own_foods.LONGEST_NAME, required="Give the recipe a name."
    )
    servings = form.number("servings", low=0, high=recipes.MOST_SERVINGS)
    yield_g = form.number("yield_g", low=0, high=recipes.LARGEST_YIELD_G)
    items = _kept_rows(form, recipes.as_items(before)) if before else []
    items += _new_rows(form)
    person = context.account()
    own = None
    if form.ok:
        own = form.attempt(
            lambda: recipes.save_recipe(
                db.session(),
                user_id=person.id,
                name=name,
                items=items,
                servings=1.0 if servings is None else servings,
                yield_g=yield_g,
                now=context.now(),
                food_id=before.food_id if before else "",
            )
        )
    if own is None:
        db.session.rollback()
        return _page(form, _mine(before.food_id) if before else None), 422
    saved, name = own.food_id, own.food.name
    is_new_version = before is not None and before.food_id != saved
    db.session.commit()
    if is_new_version:
        flash(f"{name} is changed from now on. Days you ate it on stay.", "calm")
    else:
        flash(f"{name} is saved. Look at its rows.", "calm")
    return redirect(f"/foods/recipes/{saved}", 303)


def _kept_rows(form: Form, items: Sequence[NewItem]) -> list[NewItem]:
    """Return the rows as the form has them: other foods, other amounts, less rows."""
    chosen = {form.typed(f"food-{n}") for n in range(len(items))} - {""}
    known = foods.foods_by_id(
        db.session(), user_id=context.account().id, food_ids=chosen
    )
    kept = []
    for number, item in enumerate(items):
        grams = form.number(f"grams-{number}", low=0, high=LARGEST_AMOUNT_G)
        if form.ticked(f"drop-{number}"):
            continue
        row = item
        food = known.get(form.typed(f"food-{number}"))
        if food is not None and food.id != item.food_id:
            row = replace(row, food_id=food.id, name=food.name)
        was = None if item.amount_g is None else round(item.amount_g, 1)
        if f"grams-{number}" in form.raw and grams != was:
            source = "stated" if grams else "unknown"
            row = replace(
                row, amount_g=grams or None, amount_label="", amount_source=source
            )
        kept.append(row)
    return kept


def _new_rows(form: Form) -> list[NewItem]:
    """Return the foods of the sentence that was typed."""
    said = form.text("ingredients", longest=LONGEST_INGREDIENTS)
    if not said or not form.ok:
        return []
    person = context.account()
    today = context.today_for(person, context.now())
    known = foods_for(person, today, "dinner")
    parsed = known.parse(said.replace("\n", ", "))
    found = [as_new(as_bought(item, known), known) for item in parsed.items]
    rows = [item for item in found if item is not None]
    if not rows:
        form.fail("ingredients", "No food was found in that. Write: 500 g flour.")
    return rows


def _others(known: PersonalFoods, item: NewItem) -> list[tuple[str, str]]:
    """Return foods that an ingredient may be instead: id and name, likeliest first.

    "Lentils, boiled" are offered dry too: in a recipe either may have been weighed.
    """
    head, comma, _ = item.name.partition(",")
    hits = known.search(item.name, limit=3 if comma else MOST_OTHERS)
    if comma:
        hits += known.search(head, limit=MOST_OTHERS)
    names = {hit.id: hit.name for hit in hits if hit.id != item.food_id}
    return list(names.items())[:MOST_OTHERS]


def _page(form: Form, own: OwnFood | None) -> str:
    person = context.account()
    today = context.today_for(person, context.now())
    known = foods_for(person, today, "dinner")
    items = recipes.as_items(own) if own else []
    rows = [(item, _others(known, item)) for item in items]
    weight_g = None
    if own is not None:
        weight_g = own.yield_g or sum(one.amount_g or 0.0 for one in own.ingredients)
    return render_template(
        "foods/recipe.html",
        form=form,
        own=own,
        rows=rows,
        weight_g=weight_g,
        uses=own_foods.uses(db.session(), food_id=own.food_id) if own else 0,
        keys=SHOWN_KEYS,
        names=NUTRIENT_NAMES,
        unit_words=unit_words,
    )
