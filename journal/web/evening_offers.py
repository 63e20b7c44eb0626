"""One-tap offers of the evening: a glass more, and what is usual, when it is said."""

from __future__ import annotations

from journal.services.evening_values import Evening
from journal.services.usual import Usual
from journal.web.evening_fields import GLASS_ML, figure
from journal.web.forms import Form

#: Buttons that fill fields of the form before it is read.
_STEPS = {"water-more": 1.0, "water-less": -1.0}


def take_up(form: Form, action: str, *, usual: Usual, before: Evening) -> None:
    """Put into the form what the pressed button says, as if it had been typed."""
    if action in _STEPS:
        _step_water(form, _STEPS[action])
    open_water = before.facts["water_ml"] is None and not form.typed("water")
    if action == "water-usual" or (action == "as-usual" and open_water):
        _say_water(form, usual)
    if action == "supplements-usual" and usual.doses:
        _say_doses(form, usual)


def _step_water(form: Form, by: float) -> None:
    try:
        glasses = float(form.typed("water").replace(",", ".") or 0)
    except ValueError:
        return
    form.raw = form.raw.copy()
    form.raw["water"] = f"{max(0.0, glasses + by):g}"


def _say_water(form: Form, usual: Usual) -> None:
    if usual.water_ml is not None:
        form.raw = form.raw.copy()
        form.raw["water"] = figure(usual.water_ml, GLASS_ML)


def _say_doses(form: Form, usual: Usual) -> None:
    doses = usual.doses or {}
    form.raw = form.raw.copy()
    form.raw.setlist("supplement", [str(number) for number in sorted(doses)])
    form.raw.poplist("supplements_none")
    for number, amount in doses.items():
        form.raw[f"doses-{number}"] = figure(amount)
