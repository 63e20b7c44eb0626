"""Your data: take it along, bring a history in, take an import out again."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import Final

from flask import (
    Blueprint,
    flash,
    redirect,
    render_template,
    request,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user

from journal.db import db, mark_writing
from journal.domain.errors import Invalid
from journal.models import Account, DataImport
from journal.resources import templates_dir
from journal.services import data_import, exports, import_record, import_stash
from journal.services.data_choices import data_choice, save_data_choice
from journal.services.import_origin import OriginWords, origins_of_day
from journal.services.report_words import labels_of
from journal.web import context
from journal.web.data_words import columns_in_words, counts_in_words
from journal.web.downloads import download
from journal.web.forms import Form

bp = Blueprint("data", __name__, url_prefix="/data")

#: Larger files come in by the command; a browser would wait too long.
LARGEST_UPLOAD_BYTES: Final = 200_000_000
ORDERS: Final = {"dmy": "the day (31/12/2026)", "mdy": "the month (12/31/2026)"}
TYPES: Final = {
    "csv": "application/zip",
    "json": "application/json",
    "fhir": "application/fhir+json",
    "ics": "text/calendar; charset=utf-8",
}


@bp.url_value_preprocessor
def _allow_uploads(endpoint: str | None, _values: dict[str, object] | None) -> None:
    """Let signed-in people send large files; runs before the form is read."""
    if endpoint == "data.upload" and current_user.is_authenticated:
        request.max_content_length = LARGEST_UPLOAD_BYTES


@bp.app_context_processor
def _origins() -> dict[str, object]:
    """Let the page of any day say where it came from."""
    return {"origins_of": _origins_of}


def _origins_of(day: date) -> list[OriginWords]:
    person, knowledge = context.account(), context.current().knowledge
    return origins_of_day(
        db.session(),
        user_id=person.id,
        day=day,
        labels=labels_of(knowledge.symptoms, person),
        knowledge=knowledge,
    )


@bp.get("")
def show() -> ResponseReturnValue:
    """Show what can be taken along, what came in, and the form for a file."""
    return _page(Form())


def _page(form: Form) -> str:
    person = context.account()
    return render_template(
        "data/show.html",
        form=form,
        choice=data_choice(db.session(), user_id=person.id),
        imports=import_record.imports_of(db.session(), user_id=person.id),
        label=data_import.source_label,
        counts_in_words=counts_in_words,
        megabytes=LARGEST_UPLOAD_BYTES // 1_000_000,
    )


@bp.get("/export.<any(csv, json, fhir, ics):kind>")
def export(kind: str) -> ResponseReturnValue:
    """Hand out a file; it is written to disk first, never held as a whole."""
    form = Form(request.args)
    first, last = form.day("from"), form.day("to")
    person, parts, now = context.account(), context.current(), context.now()
    pieces = form.attempt(
        lambda: exports.export_pieces(
            db.session(),
            user_id=person.id,
            first=first,
            last=last,
            format=kind,
            now=now,
            knowledge=parts.knowledge,
            targets=parts.targets,
            templates=templates_dir(),
            with_mark="plain" not in request.args,
        )
    )
    if pieces is None or not form.ok:
        return _page(form), 422
    name = exports.file_name(kind, first, last or context.today_for(person, now))
    return download(pieces, TYPES[kind], name)


@bp.post("/calendar")
def calendar() -> ResponseReturnValue:
    """Switch the calendar file on or off."""
    form = Form.sent()
    save_data_choice(
        db.session(),
        user_id=context.account().id,
        is_calendar_on=form.ticked("calendar"),
        names_symptoms=form.ticked("names"),
    )
    db.session.commit()
    flash("Saved.", "calm")
    return redirect("/data#calendar", 303)


@bp.post("/import")
def upload() -> ResponseReturnValue:
    """Keep the file and go to its plan."""
    form = Form.sent()
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        form.fail("file", "Choose a file first.")
        return _page(form), 422
    with contextlib.closing(sent):
        kept = import_stash.stash(
            context.current().settings.data_dir,
            user_id=context.account().id,
            file_name=sent.filename,
            content=sent.stream,
            now=context.now(),
        )
    try:
        _plan(kept, data_import.Choices())
    except Invalid as refused:
        import_stash.forget(kept)
        form.fail("file", f"{refused.message} Nothing was imported.")
        return _page(form), 422
    return redirect(f"/data/import/{kept.token}", 303)


@bp.get("/import/<token>")
def plan(token: str) -> ResponseReturnValue:
    """Show what the file would do."""
    return _plan_page(_stashed(token), Form(request.args))


@bp.post("/import/<token>")
def confirm(token: str) -> ResponseReturnValue:
    """Bring the file in, in one go."""
    kept, form, person = _stashed(token), Form.sent(), context.account()
    with import_stash.taken(kept) as mine:
        made = form.attempt(lambda: _write(_plan(mine, _choices(form)), mine, person))
        if form.ok:
            db.session.commit()
            import_stash.forget(mine)
    if not form.ok:
        db.session.rollback()
        return _plan_page(kept, form), 422
    if made is None:
        flash("Everything in this file is here already. Nothing was changed.", "calm")
        return redirect("/data#imports", 303)
    flash("Imported. You can take it out again below.", "calm")
    return redirect("/data#imports", 303)


@bp.post("/import/<token>/drop")
def drop(token: str) -> ResponseReturnValue:
    """Forget the uploaded file."""
    import_stash.forget(_stashed(token))
    flash("Nothing was imported. The file is deleted here.", "calm")
    return redirect("/data#import", 303)


@bp.post("/imports/<int:import_id>/undo")
def undo(import_id: int) -> ResponseReturnValue:
    """Take an import out again."""
    undone = import_record.undo_import(
        db.session(),
        user_id=context.account().id,
        import_id=import_id,
        now=context.now(),
    )
    db.session.commit()
    words = f"Taken out again: {undone.removed} rows."
    if undone.stayed:
        words += f" {undone.stayed} were changed or are needed since, and stay."
    flash(words, "calm")
    return redirect("/data#imports", 303)


def _stashed(token: str) -> import_stash.Stashed:
    folder = context.current().settings.data_dir
    return import_stash.find(folder, user_id=context.account().id, token=token)


def _choices(form: Form) -> data_import.Choices:
    order = form.choice("order", ORDERS)
    return data_import.Choices(
        date_order="dmy" if order == "dmy" else "mdy" if order == "mdy" else None,
        days_complete=form.ticked("complete"),
    )


def _write(
    plan: data_import.Plan, kept: import_stash.Stashed, person: Account
) -> DataImport | None:
    db.session.rollback()
    mark_writing(writes=True)
    return data_import.carry_out(
        db.session(),
        plan,
        account=person,
        file_name=kept.file_name,
        now=context.now(),
    )


def _plan(kept: import_stash.Stashed, choices: data_import.Choices) -> data_import.Plan:
    # To read a large file takes a while: others may write meanwhile.
    db.session.rollback()
    mark_writing(writes=False)
    parts = context.current()
    return data_import.plan_file(
        db.session(),
        kept.path,
        account=context.account(),
        index=parts.food_index,
        knowledge=parts.knowledge,
        now=context.now(),
        choices=choices,
    )


def _plan_page(kept: import_stash.Stashed, form: Form) -> str:
    made = _plan(kept, _choices(form))
    return render_template(
        "data/plan.html",
        form=form,
        kept=kept,
        plan=made,
        orders=ORDERS.items(),
        counts_in_words=counts_in_words,
        columns=columns_in_words(made),
    )
