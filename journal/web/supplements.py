"""The person's supplements: what one dose holds, in use or put away."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.doses import LABEL_UNITS, in_key_unit, unit_of
from journal.domain.nutrient_names import NUTRIENT_NAMES, unit_words
from journal.models import Supplement
from journal.services import supplements
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("supplements", __name__)

NAMES: Final = {key: NUTRIENT_NAMES[key] for key in LABEL_UNITS}
#: Shown first; the others open below.
MAIN_KEYS: Final = (
    "magnesium_mg",
    "vitamin_d_ug",
    "vitamin_b12_ug",
    "iron_mg",
    "calcium_mg",
    "potassium_mg",
)


@bp.get("/supplements")
def show() -> ResponseReturnValue:
    """Show the products and a form for another one."""
    return _page(Form())


@bp.post("/supplements")
def add() -> ResponseReturnValue:
    """Add a product."""
    form = Form.sent()
    name, dose_label, amounts, typed = _read(form)
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
                typed=typed,
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
    shown: dict[str, str] = {}
    for key, amount in product.amounts.items():
        number, _, unit = product.typed.get(key, f"{amount:g}").partition(" ")
        shown |= {f"amount-{key}": number, f"unit-{key}": unit}
    form = Form.filled(name=product.name, dose_label=product.dose_label, **shown)
    return render_template(
        "supplements/edit.html", form=form, product=product, **_fixed()
    )


@bp.post("/supplements/<int:supplement_id>")
def change(supplement_id: int) -> ResponseReturnValue:
    """Change one product; days on which it was taken keep what they were."""
    product = _mine(supplement_id)
    before = product.id
    form = Form.sent()
    name, dose_label, amounts, typed = _read(form)
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
                typed=typed,
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
    if changed.id != before:
        flash(
            f"{changed.name} holds the new amounts from now on. Days on which you took "
            "it keep the old ones; the old product is put away below.",
            "calm",
        )
    else:
        flash(f"{changed.name} is changed.", "calm")
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


def _read(form: Form) -> tuple[str, str, dict[str, float], dict[str, str]]:
    """Return name, dose, amounts in the units of intakes, and them as typed."""
    name = form.text(
        "name",
        longest=supplements.LONGEST_NAME,
        required="Give the supplement a name.",
    )
    dose_label = form.text("dose_label", longest=80)
    amounts: dict[str, float] = {}
    typed: dict[str, str] = {}
    for key, units in LABEL_UNITS.items():
        field = f"amount-{key}"
        amount = form.number(field, low=0, high=100_000)
        unit = form.choice(f"unit-{key}", {each.code for each in units})
        if not amount:
            continue
        unit = unit or units[0].code
        amounts[key] = round(in_key_unit(key, amount, unit), 4)
        typed[key] = f"{amount:g} {unit}"
        if amounts[key] > supplements.LARGEST_AMOUNT[key]:
            form.fail(field, f"{NAMES[key]}: check the number and the unit.")
    return name, dose_label, amounts, typed


def conversion(product: Supplement, key: str) -> str:
    """Return how an amount was worked out from the label, "" when it was not."""
    number, _, code = product.typed.get(key, "").partition(" ")
    if not code or code == LABEL_UNITS[key][0].code:
        return ""
    unit = unit_of(key, code)
    return f"{number} {unit.words}, × {unit.factor:.3g}"


def _fixed() -> dict[str, object]:
    sources = {unit.source for units in LABEL_UNITS.values() for unit in units}
    return {
        "names": NAMES,
        "units": LABEL_UNITS,
        "unit_of": unit_words,
        "conversion": conversion,
        "main_keys": MAIN_KEYS,
        "sources": sorted(sources - {""}),
    }


def _page(form: Form) -> str:
    products = supplements.all_supplements(db.session(), user_id=context.account().id)
    return render_template(
        "supplements/list.html", form=form, products=products, **_fixed()
    )
