"""The person's supplements: what one dose holds, in use or put away."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.doses import LABEL_UNITS, in_key_unit
from journal.domain.nutrient_names import NUTRIENT_NAMES
from journal.models import Supplement
from journal.services import supplements
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("supplements", __name__)

NAMES: Final = {key: NUTRIENT_NAMES[key] for key in LABEL_UNITS}


@bp.get("/supplements")
def show() -> ResponseReturnValue:
    """Show the products and a form for another one."""
    return _page(Form())


@bp.post("/supplements")
def add() -> ResponseReturnValue:
    """Add a product."""
    form = Form.sent()
    name, dose_label, amounts = _read(form)
    person = context.account()
    product = (
        None
        if form.errors
        else form.attempt(
            lambda: supplements.add_supplement(
                db.session(),
                user_id=person.id,
                name=name,
                dose_label=dose_label,
                amounts=amounts,
                now=context.now(),
            )
        )
    )
    if product is None or form.errors:
        db.session.rollback()
        return _page(form), 422
    db.session.commit()
    flash(f"{product.name} is in your list.", "calm")
    return redirect("/supplements", 303)


@bp.get("/supplements/<int:supplement_id>")
def edit(supplement_id: int) -> ResponseReturnValue:
    """Show one product to change it."""
    product = _mine(supplement_id)
    shown = {f"amount-{key}": f"{amount:g}" for key, amount in product.amounts.items()}
    form = Form.filled(name=product.name, dose_label=product.dose_label, **shown)
    return render_template(
        "supplements/edit.html", form=form, product=product, **_fixed()
    )


@bp.post("/supplements/<int:supplement_id>")
def change(supplement_id: int) -> ResponseReturnValue:
    """Change one product; days on which it was taken keep what they were."""
    product = _mine(supplement_id)
    form = Form.sent()
    name, dose_label, amounts = _read(form)
    changed = (
        None
        if form.errors
        else form.attempt(
            lambda: supplements.change_supplement(
                db.session(),
                user_id=context.account().id,
                supplement_id=product.id,
                name=name,
                dose_label=dose_label,
                amounts=amounts,
                now=context.now(),
            )
        )
    )
    if changed is None or form.errors:
        db.session.rollback()
        page = render_template(
            "supplements/edit.html", form=form, product=product, **_fixed()
        )
        return page, 422
    db.session.commit()
    flash(f"{changed.name} is changed from now on.", "calm")
    return redirect("/supplements", 303)


@bp.post("/supplements/<int:supplement_id>/use")
def use(supplement_id: int) -> ResponseReturnValue:
    """Put a product away, or take it up again."""
    form = Form.sent()
    supplements.set_active(
        db.session(),
        user_id=context.account().id,
        supplement_id=supplement_id,
        is_active=form.ticked("active"),
    )
    db.session.commit()
    return redirect("/supplements", 303)


def _mine(supplement_id: int) -> Supplement:
    return supplements.get_supplement(
        db.session(), user_id=context.account().id, supplement_id=supplement_id
    )


def _read(form: Form) -> tuple[str, str, dict[str, float]]:
    """Return name, dose and amounts, each in the unit that intakes are kept in."""
    name = form.text(
        "name",
        longest=supplements.LONGEST_NAME,
        required="Give the supplement a name.",
    )
    dose_label = form.text("dose_label", longest=80)
    amounts: dict[str, float] = {}
    for key, units in LABEL_UNITS.items():
        field = f"amount-{key}"
        amount = form.number(field, low=0, high=100_000)
        unit = form.choice(f"unit-{key}", {each.code for each in units})
        if not amount:
            continue
        amounts[key] = round(in_key_unit(key, amount, unit or units[0].code), 4)
        if amounts[key] > supplements.LARGEST_AMOUNT[key]:
            form.fail(field, f"{NAMES[key]}: check the number and the unit.")
    return name, dose_label, amounts


def _fixed() -> dict[str, object]:
    return {"names": NAMES, "units": LABEL_UNITS, "unit_of": _unit_of}


def _unit_of(key: str) -> str:
    """Return the unit that intakes of a nutrient are kept in, as shown."""
    return LABEL_UNITS[key][0].words


def _page(form: Form) -> str:
    products = supplements.all_supplements(db.session(), user_id=context.account().id)
    return render_template(
        "supplements/list.html", form=form, products=products, **_fixed()
    )
