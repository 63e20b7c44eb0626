"""The doctor's page: choose what goes in, look at it, take it along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from journal.db import db
from journal.render.pdf import doctor_pdf
from journal.resources import templates_dir
from journal.services.doctor import (
    PARTS,
    DoctorSheet,
    doctor_sheet,
    first_day,
    span_days,
)
from journal.services.doctor_data import as_data as sheet_data
from journal.services.doctor_data import (
    finding_words,
    not_logged,
    nutrient_range,
    nutrient_reference,
    period,
    there,
    who,
)
from journal.services.exports import export, file_name
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("doctor", __name__, url_prefix="/doctor")

SPANS: Mapping[str, str] = {
    "4w": "4 weeks",
    "12w": "12 weeks",
    "all": "All",
    "own": "Own dates",
}
TYPES = {
    "pdf": "application/pdf",
    "csv": "application/zip",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose, as typed and as days; `form` keeps the errors."""

    form: Form
    first: date
    last: date
    parts: list[str]


def read_choice(raw: MultiDict[str, str]) -> Choice:
    """Read the choice from an address; without one it is twelve weeks, the usual."""
    form = Form(MultiDict(raw)) if "span" in raw else usual_form()
    today = context.today_for(context.account(), context.now())
    span = form.choice("span", SPANS) or "12w"
    parts = form.choices("in", PARTS)
    started = first_day(db.session(), user_id=context.account().id)
    first, last = span_days(span, today=today, started=started), today
    if span == "own":
        first, last = _own_days(form, today=today)
    return Choice(form, first, last, parts)


def _own_days(form: Form, *, today: date) -> tuple[date, date]:
    first, last = form.day("from"), form.day("to")
    for name, day in (("from", first), ("to", last)):
        if day is None:
            form.fail(name, "Type a date like 2026-11-22.")
        elif day > today:
            form.fail(name, "That day has not come yet.")
        elif day.year < 1950:
            form.fail(name, "Type a year from 1950 on.")
    if first and last and last < first:
        form.fail("to", "The last day is before the first.")
    if not form.ok or first is None or last is None:
        return span_days("12w", today=today, started=None), today
    return first, last


def usual_form() -> Form:
    """Return the form as it stands at first."""
    ticked = [part for part, (_, is_on) in PARTS.items() if is_on]
    form = Form.filled(span="12w")
    form.raw.setlist("in", ticked)
    return form


def load_sheet(choice: Choice) -> DoctorSheet:
    """Return the sheet of the signed-in person."""
    parts = context.current()
    return doctor_sheet(
        db.session(),
        user_id=context.account().id,
        first=choice.first,
        last=choice.last,
        parts=choice.parts,
        now=context.now(),
        knowledge=parts.knowledge,
        targets=parts.targets,
    )


@bp.get("")
def sheet() -> ResponseReturnValue:
    """Show the choice and the page it makes."""
    choice = read_choice(request.args)
    page = render_template(
        "doctor/sheet.html",
        form=choice.form,
        choice=choice,
        sheet=load_sheet(choice),
        parts=PARTS,
        spans=SPANS,
        query=_query(choice),
        period=period,
        who=who,
        not_logged=not_logged,
        finding_words=finding_words,
        there=there,
        nutrient_range=nutrient_range,
        nutrient_reference=nutrient_reference,
    )
    return page, 200 if choice.form.ok else 422


def _query(choice: Choice) -> dict[str, object]:
    return {
        "span": "own",
        "from": choice.first.isoformat(),
        "to": choice.last.isoformat(),
        "in": choice.parts,
    }


@bp.get("/summary.pdf")
def pdf() -> ResponseReturnValue:
    """Hand out the sheet as a PDF."""
    choice = read_choice(request.args)
    if not choice.form.ok:
        return sheet()
    made = doctor_pdf(
        sheet_data(load_sheet(choice)), templates=templates_dir(), made_at=context.now()
    )
    return _file(made.content, "pdf", choice)


@bp.get("/export.<any(csv, json):kind>")
def data(kind: str) -> ResponseReturnValue:
    """Hand out everything of the chosen days as a zip of CSV files, or as JSON."""
    choice = read_choice(request.args)
    if not choice.form.ok:
        return sheet()
    parts = context.current()
    content = export(
        db.session(),
        user_id=context.account().id,
        first=choice.first,
        last=choice.last,
        format=kind,
        now=context.now(),
        knowledge=parts.knowledge,
        targets=parts.targets,
        templates=templates_dir(),
    )
    return _file(content, kind, choice)


def _file(content: bytes, kind: str, choice: Choice) -> Response:
    answer = Response(content, mimetype=TYPES[kind])
    name = file_name(kind, choice.first, choice.last)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
