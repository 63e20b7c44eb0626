"""Blood tests: all of them, write results down, change them, take them out."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Final

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.labs import GROUPS, OWN
from journal.models import LabResult
from journal.services import labs
from journal.services.lab_words import for_today, lab_lines, latest, visits
from journal.services.labs import LabEntry
from journal.web import context, page_undo
from journal.web.forms import Form
from journal.web.lab_form import (
    Row,
    filled_form,
    is_asked_back,
    new_form,
    read_entries,
    rows_for,
)

bp = Blueprint("labs", __name__, url_prefix="/labs")

#: The page whose undo puts back the result that was taken out last.
UNDO: Final = "labs"


@bp.get("")
def show() -> ResponseReturnValue:
    """Show the newest result of each test, and all visits."""
    person = context.account()
    rows = labs.results(db.session(), user_id=person.id)
    lines = lab_lines(rows, context.current().knowledge)
    today = context.today_for(person, context.now())
    return render_template(
        "labs/list.html",
        latest=latest(lines),
        visits=visits(lines),
        urgent=for_today(latest(lines), today=today),
        undo=page_undo.kept(person.id, UNDO, now=context.now()),
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Show the form of one visit."""
    person = context.account()
    today = context.today_for(person, context.now())
    rows = _rows()
    return _form_page(new_form(rows, region=person.region, today=today), rows)


@bp.post("/new")
def add() -> ResponseReturnValue:
    """Write down the results of one visit."""
    person, now, form, rows = context.account(), context.now(), Form.sent(), _rows()
    entries = read_entries(form, rows, today=context.today_for(person, now))
    if form.ok and not entries:
        form.fail("v-vitamin_d_25oh", "Type at least one figure.")
    added = (
        form.attempt(
            lambda: labs.add_results(
                db.session(),
                user_id=person.id,
                entries=entries,
                knowledge=context.current().knowledge,
                now=now,
            )
        )
        if form.ok
        else None
    )
    if not added:
        db.session.rollback()
        return _form_page(form, rows), 422
    page_undo.forget(person.id, UNDO, now=now)
    db.session.commit()
    flash(f"{len(added)} result{'s' if len(added) > 1 else ''} written down.", "calm")
    return redirect(url_for("labs.show"), 303)


@bp.get("/<int:result_id>")
def edit(result_id: int) -> ResponseReturnValue:
    """Show one result to change it."""
    result = _mine(result_id)
    row = _row_of(result)
    return _edit_page(filled_form(result, row.key), result, row)


@bp.post("/<int:result_id>")
def change(result_id: int) -> ResponseReturnValue:
    """Write one result down anew."""
    result = _mine(result_id)
    person, now, form, row = (
        context.account(),
        context.now(),
        Form.sent(),
        _row_of(result),
    )
    entries = read_entries(form, [row], today=context.today_for(person, now))
    if form.ok and not entries:
        form.fail(f"v-{row.key}", "Type a figure, or take the result out.")
    changed = (
        form.attempt(
            lambda: labs.change_result(
                db.session(),
                user_id=person.id,
                result_id=result_id,
                entry=entries[0],
                knowledge=context.current().knowledge,
                now=now,
            )
        )
        if form.ok
        else None
    )
    if changed is None:
        db.session.rollback()
        return _edit_page(form, _mine(result_id), row), 422
    db.session.commit()
    flash("The result is changed.", "calm")
    return redirect(url_for("lab_tests.show", key=_key(changed)), 303)


@bp.post("/<int:result_id>/remove")
def remove(result_id: int) -> ResponseReturnValue:
    """Take one result out; what it said waits for an undo."""
    person = context.account()
    said = labs.remove_result(db.session(), user_id=person.id, result_id=result_id)
    test = context.current().knowledge.lab(said.test)
    kept = asdict(said) | {"day": said.day.isoformat()}
    name = test.name if test else said.own_name
    page_undo.keep(person.id, UNDO, {"name": name, "entry": kept}, now=context.now())
    db.session.commit()
    return redirect(url_for("labs.show"), 303)


@bp.post("/undo")
def undo() -> ResponseReturnValue:
    """Put back the result that was taken out last; without one nothing happens."""
    person, now = context.account(), context.now()
    kept = page_undo.kept(person.id, UNDO, now=now)
    if kept is not None:
        page_undo.forget(person.id, UNDO, now=now)
        entry = kept["entry"]
        labs.add_results(
            db.session(),
            user_id=person.id,
            entries=[LabEntry(**entry | {"day": date.fromisoformat(entry["day"])})],
            knowledge=context.current().knowledge,
            now=now,
        )
        db.session.commit()
        flash(f"{kept['name']} is back.", "calm")
    return redirect(url_for("labs.show"), 303)


def _key(result: LabResult) -> str:
    return f"{OWN}-{result.id}" if result.test == OWN else result.test


def _mine(result_id: int) -> LabResult:
    return labs.get_result(
        db.session(), user_id=context.account().id, result_id=result_id
    )


def _rows() -> tuple[Row, ...]:
    return rows_for(context.current().knowledge.labs)


def _row_of(result: LabResult) -> Row:
    known = context.current().knowledge.lab(result.test)
    return Row(known.code if known else OWN, known)


def _form_page(form: Form, rows: tuple[Row, ...]) -> str:
    return render_template(
        "labs/new.html",
        form=form,
        rows=rows,
        groups=GROUPS,
        is_asked_back=is_asked_back,
    )


def _edit_page(form: Form, result: LabResult, row: Row) -> str:
    return render_template(
        "labs/edit.html",
        form=form,
        result=result,
        row=row,
        is_asked_back=is_asked_back,
    )
