"""The doctor's page: choose what goes in, look at it, take it along."""

from __future__ import annotations

from datetime import date

from flask import (
    Blueprint,
    Response,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.dates import zone
from journal.render.pdf import Pdf, doctor_pdf
from journal.render.pdf_text import clean
from journal.resources import templates_dir
from journal.services import doctor_kept
from journal.services.doctor import DoctorSheet
from journal.services.doctor_choices import (
    LOGS,
    PAPERS,
    PARTS,
    SPANS,
    Choices,
    load_choices,
    save_choices,
)
from journal.services.doctor_data import as_data
from journal.services.doctor_pdf import days_of, sheet_of
from journal.services.exports import export, file_name
from journal.web import context
from journal.web.doctor_form import form_of, read_choices
from journal.web.forms import Form

bp = Blueprint("doctor", __name__, url_prefix="/doctor")

#: Days of the log that the preview shows; the PDF has them all.
MOST_SHOWN = 84
TYPES = {
    "pdf": "application/pdf",
    "csv": "application/zip",
    "json": "application/json",
}


def _asked() -> tuple[Form, Choices]:
    """Return the form and the choices: of the address, of the form sent, or kept."""
    person = context.account()
    kept = load_choices(db.session(), user_id=person.id)
    sent = request.form if request.method == "POST" else request.args
    if "span" not in sent:
        return form_of(kept), kept
    today = context.today_for(person, context.now())
    read = read_choices(sent, kept=kept, today=today)
    return read.form, read.choices


def _sheet(choices: Choices) -> DoctorSheet:
    parts = context.current()
    return sheet_of(
        db.session(),
        user_id=context.account().id,
        choices=choices,
        now=context.now(),
        knowledge=parts.knowledge,
        targets=parts.targets,
    )


@bp.get("")
def sheet() -> ResponseReturnValue:
    """Show the choice and the page it makes."""
    form, choices = _asked()
    return _page(form, choices)


@bp.post("")
def choose() -> ResponseReturnValue:
    """Keep what was chosen, for now and for the next time."""
    form, choices = _asked()
    if not form.ok:
        return _page(form, choices)
    save_choices(
        db.session(),
        user_id=context.account().id,
        choices=choices,
        now=context.now(),
    )
    db.session.commit()
    return redirect(url_for("doctor.sheet", _anchor="d-prev"), 303)


def _page(form: Form, choices: Choices) -> ResponseReturnValue:
    person = context.account()
    made = _sheet(choices)
    page = render_template(
        "doctor/sheet.html",
        form=form,
        choices=choices,
        sheet=made,
        paper=clean(as_data(made)),
        parts=PARTS,
        spans=SPANS,
        logs=LOGS,
        papers=PAPERS,
        query=_query(made, choices),
        days=(made.last - made.first).days + 1,
        kept=doctor_kept.handouts(db.session(), user_id=person.id),
        local=zone(person.time_zone),
        most_shown=MOST_SHOWN,
    )
    return page, 200 if form.ok else 422


def _query(made: DoctorSheet, choices: Choices) -> dict[str, object]:
    return {
        "span": "own",
        "from": made.first.isoformat(),
        "to": made.last.isoformat(),
        "in": [part for part in PARTS if part in choices.parts],
        "listed": [code for code, _ in made.answered],
        "symptom": [code for code, _ in made.answered if code not in choices.left_out],
        "log": choices.log,
        "paper": choices.paper,
    }


def _made(choices: Choices) -> tuple[DoctorSheet, Pdf]:
    chosen = _sheet(choices)
    data = as_data(chosen)
    return chosen, doctor_pdf(data, templates=templates_dir(), made_at=context.now())


@bp.get("/summary.pdf")
def pdf() -> ResponseReturnValue:
    """Hand out the sheet as a PDF, to look at; it is not kept."""
    form, choices = _asked()
    if not form.ok:
        return _page(form, choices)
    chosen, made = _made(choices)
    return _file(made.content, "pdf", chosen.first, chosen.last)


@bp.post("/kept")
def keep() -> ResponseReturnValue:
    """Make the PDF, keep it as it is, and hand it out."""
    form, choices = _asked()
    if not form.ok:
        return _page(form, choices)
    chosen, made = _made(choices)
    row = doctor_kept.keep(
        db.session(),
        user_id=context.account().id,
        made=made,
        first=chosen.first,
        last=chosen.last,
        choices=choices,
        now=context.now(),
    )
    db.session.commit()
    return redirect(url_for("doctor.kept", handout_id=row.id), 303)


@bp.get("/kept/<int:handout_id>.pdf")
def kept(handout_id: int) -> ResponseReturnValue:
    """Hand out a kept page again, byte for byte."""
    row = doctor_kept.get_handout(
        db.session(), user_id=context.account().id, handout_id=handout_id
    )
    return _file(row.content, "pdf", row.first, row.last)


@bp.post("/kept/<int:handout_id>/remove")
def remove(handout_id: int) -> ResponseReturnValue:
    """Take a kept page out for good."""
    doctor_kept.remove_handout(
        db.session(), user_id=context.account().id, handout_id=handout_id
    )
    db.session.commit()
    flash("The kept page is taken out.", "calm")
    return redirect(url_for("doctor.sheet", _anchor="d-kept"), 303)


@bp.get("/export.<any(csv, json):kind>")
def data(kind: str) -> ResponseReturnValue:
    """Hand out everything of the chosen days as a zip of CSV files, or as JSON."""
    form, choices = _asked()
    if not form.ok:
        return _page(form, choices)
    parts, person = context.current(), context.account()
    today = context.today_for(person, context.now())
    first, last = days_of(db.session(), user_id=person.id, choices=choices, today=today)
    content = export(
        db.session(),
        user_id=person.id,
        first=first,
        last=last,
        format=kind,
        now=context.now(),
        knowledge=parts.knowledge,
        targets=parts.targets,
        templates=templates_dir(),
    )
    return _file(content, kind, first, last)


def _file(content: bytes, kind: str, first: date, last: date) -> Response:
    answer = Response(content, mimetype=TYPES[kind])
    name = file_name(kind, first, last)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
