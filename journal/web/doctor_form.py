"""The form of the doctor's page: what goes in, from when, on which paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werkzeug.datastructures import MultiDict

from journal.services.doctor_choices import LOGS, PAPERS, PARTS, SPANS, Choices
from journal.web.forms import Form

OLDEST_YEAR = 1950


def read_choices(raw: MultiDict[str, str], *, kept: Choices, today: date) -> _Read:
    """Read what was sent; faulty dates are noted and the kept choices stand instead.

    The form names every symptom it shows in `listed`: one that it does not show keeps
    its place on or off the page.
    """
    form = Form(MultiDict(raw))
    span = form.choice("span", SPANS) or Choices().span
    listed = frozenset(form.typed_all("listed"))
    ticked = frozenset(form.typed_all("symptom"))
    read = Choices(
        span=span,
        parts=frozenset(form.choices("in", PARTS)),
        left_out=(kept.left_out - listed) | (listed - ticked),
        log=form.choice("log", LOGS) or Choices().log,
        paper=form.choice("paper", PAPERS) or Choices().paper,
    )
    if span == "own":
        first, last = _own_days(form, today=today)
        read = replace(read, first=first, last=last)
    return _Read(form, read if form.ok else kept)


class _Read:
    """The form with its errors, and the choices that hold."""

    def __init__(self, form: Form, choices: Choices) -> None:
        self.form = form
        self.choices = choices


def _own_days(form: Form, *, today: date) -> tuple[date | None, date | None]:
    first, last = form.day("from"), form.day("to")
    for name, day in (("from", first), ("to", last)):
        if day is None:
            form.fail(name, "Type a date like 2026-11-22.")
        elif day > today:
            form.fail(name, "That day has not come yet.")
        elif day.year < OLDEST_YEAR:
            form.fail(name, f"Type a year from {OLDEST_YEAR} on.")
    if first and last and last < first:
        form.fail("to", "The last day is before the first.")
    return first, last


def form_of(choices: Choices) -> Form:
    """Return the form that shows these choices; symptoms are ticked by the page."""
    form = Form.filled(
        span=choices.span,
        log=choices.log,
        paper=choices.paper,
        **{
            "from": choices.first.isoformat() if choices.first else None,
            "to": choices.last.isoformat() if choices.last else None,
        },
    )
    form.raw.setlist("in", [part for part in PARTS if part in choices.parts])
    return form
