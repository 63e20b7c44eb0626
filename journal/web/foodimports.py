"""The owner's page for releases of foods: bring one in, see how far it is, undo."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from flask import (
    Blueprint,
    Flask,
    current_app,
    flash,
    redirect,
    render_template,
    request,
)
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import FileStorage

from journal.db import db
from journal.domain.errors import NotFound
from journal.services import foodimport, foodimport_inbox
from journal.services.foodimport_job import forget_job
from journal.web import context
from journal.web.foodimport_runner import ImportRunner
from journal.web.forms import Form

bp = Blueprint("foodimports", __name__, url_prefix="/foods/imports")

#: Larger files are put into the folder by hand; a browser would wait too long.
LARGEST_UPLOAD_BYTES: Final = 200_000_000


@bp.url_value_preprocessor
def _allow_uploads(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let the owner send large files; runs before the form is read."""
    is_upload = endpoint == "foodimports.upload" and current_user.is_authenticated
    if is_upload and context.account().is_owner:
        request.max_content_length = LARGEST_UPLOAD_BYTES + 1_000_000


@bp.before_request
def _only_the_owner() -> None:
    """Foods are everybody's: for anybody but the owner there is no such page."""
    if current_user.is_authenticated and not context.account().is_owner:
        raise NotFound("There is no such page.")


@bp.get("")
def show() -> ResponseReturnValue:
    """Show what was imported, what waits, and how far the present import is."""
    return _page(Form())


@bp.post("/upload")
def upload() -> ResponseReturnValue:
    """Take a file in; it waits in the inbox until it is imported."""
    form = Form.sent()
    files = [file for file in request.files.getlist("file") if file.filename]
    if not files:
        form.fail("file", "Choose a file.")
    for file in files:
        with closing(file):
            form.attempt(partial(_keep, file))
    if not form.ok:
        return _page(form), 422
    if len(files) == 1:
        flash("The file is here. It waits below until you bring it in.", "calm")
    else:
        flash(f"{len(files)} files are here. They wait below.", "calm")
    return redirect("/foods/imports#waiting", 303)


def _keep(file: FileStorage) -> str:
    return foodimport_inbox.keep_file(
        _data_dir(),
        name=file.filename or "",
        content=cast("BinaryIO", file.stream),
        most_bytes=LARGEST_UPLOAD_BYTES,
    )


@bp.post("/files")
def files() -> ResponseReturnValue:
    """Import the ticked files of the inbox, or delete them."""
    form = Form.sent()
    names = form.typed_all("name")
    paths = form.attempt(lambda: foodimport_inbox.chosen_paths(_data_dir(), names))
    if paths is None:
        return _page(form), 422
    if form.typed("do") == "delete":
        if runner().is_running:
            form.fail("file", "An import is running. Wait for it, or cancel it.")
            return _page(form), 422
        for name in names:
            foodimport_inbox.remove_file(_data_dir(), name=name)
        flash("Deleted. What was imported from it stays.", "calm")
    else:
        runner().start_import(paths, whole_bytes=foodimport_inbox.whole_bytes(paths))
    return redirect("/foods/imports", 303)


@bp.post("/cancel")
def cancel() -> ResponseReturnValue:
    """Stop the present import; nothing of it stays."""
    runner().cancel()
    return redirect("/foods/imports", 303)


@bp.post("/seen")
def seen() -> ResponseReturnValue:
    """Forget how the last import ended."""
    if not runner().is_running:
        forget_job(_data_dir())
    return redirect("/foods/imports", 303)


@bp.post("/<int:import_id>/undo")
def undo(import_id: int) -> ResponseReturnValue:
    """Take an import out again."""
    made = next(
        (one for one in foodimport.list_imports(db.session()) if one.id == import_id),
        None,
    )
    if made is None:
        raise NotFound("There is no such import.")
    name, foods = made.file_name, made.food_count
    db.session.rollback()
    runner().start_undo(import_id, name=name, foods=foods)
    return redirect("/foods/imports", 303)


@bp.record
def _make_runner(state: BlueprintSetupState) -> None:
    """Give each application a runner of its own; it starts nothing by itself."""
    app = cast("Flask", state.app)
    data_dir = app.extensions["journal"].settings.data_dir
    app.extensions["food_imports"] = ImportRunner(app, data_dir)


def runner() -> ImportRunner:
    """Return the runner of this server."""
    return cast("ImportRunner", current_app.extensions["food_imports"])


def _data_dir() -> Path:
    return context.current().settings.data_dir


def _page(form: Form) -> str:
    return render_template(
        "foods/imports.html",
        form=form,
        job=runner().job(),
        imports=foodimport.list_imports(db.session()),
        waiting=foodimport_inbox.waiting_files(_data_dir()),
        megabytes=LARGEST_UPLOAD_BYTES // 1_000_000,
        folder=foodimport_inbox.FOLDER,
    )
