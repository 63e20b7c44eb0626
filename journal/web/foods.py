"""A person's foods on one page: own ones, recipes, saved meals, favourites, choices."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.services import favourites, food_corrections, own_foods, saved_meals
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("foods", __name__)


@bp.get("/foods")
def show() -> ResponseReturnValue:
    """Show everything about foods that is the person's own."""
    return _page(Form())


@bp.post("/foods/corrections/<int:correction_id>/forget")
def forget(correction_id: int) -> ResponseReturnValue:
    """Forget which food was meant by words."""
    said = food_corrections.forget(
        db.session(), user_id=context.account().id, correction_id=correction_id
    )
    db.session.commit()
    flash(f"“{said}” is looked up anew from now on.", "calm")
    return redirect("/foods#choices", 303)


@bp.post("/foods/favourites/<food_id>")
def favourite(food_id: str) -> ResponseReturnValue:
    """Take a star off, or put it back."""
    person = context.account()
    if Form.sent().ticked("star"):
        food = favourites.star(
            db.session(), user_id=person.id, food_id=food_id, now=context.now()
        )
        flash(f"{food.name} is a favourite.", "calm")
    else:
        favourites.unstar(db.session(), user_id=person.id, food_id=food_id)
    db.session.commit()
    return redirect("/foods#favourites", 303)


@bp.post("/foods/saved/<int:saved_id>")
def rename(saved_id: int) -> ResponseReturnValue:
    """Give a saved meal another name, or delete it."""
    form = Form.sent()
    person = context.account()
    if form.typed("do") == "delete":
        name = saved_meals.delete_saved(
            db.session(), user_id=person.id, saved_id=saved_id
        )
        db.session.commit()
        flash(f"{name} is deleted. Days on which you ate it stay.", "calm")
        return redirect("/foods#saved", 303)
    field = f"saved-{saved_id}"
    saved = form.attempt(
        lambda: saved_meals.rename_saved(
            db.session(), user_id=person.id, saved_id=saved_id, name=form.typed(field)
        )
    )
    if saved is None:
        db.session.rollback()
        form.errors = {field: form.errors["name"]}
        return _page(form), 422
    db.session.commit()
    return redirect("/foods#saved", 303)


def _page(form: Form) -> str:
    person = context.account()
    sql = db.session()
    own = own_foods.own_foods(sql, user_id=person.id)
    return render_template(
        "foods/index.html",
        form=form,
        labels=[each for each in own if each.kind == "label"],
        recipes=[each for each in own if each.kind == "recipe"],
        saved=saved_meals.saved_meals(sql, user_id=person.id),
        favourites=favourites.favourites(sql, user_id=person.id),
        corrections=food_corrections.list_corrections(sql, user_id=person.id),
    )
