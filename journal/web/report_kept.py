"""Reports kept as they were: keeping one, reading it again, removing it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.dates import IsoWeek
from journal.domain.periods import Period
from journal.services import kept_reports
from journal.services.report_letter import Letter, letter_of
from journal.services.stretch_letter import stretch_letter
from journal.web import context
from journal.web.kept_page import kept_page
from journal.web.report_periods import read_period, read_range
from journal.web.reports import load_report, load_stretch

bp = Blueprint("report_kept", __name__, url_prefix="/reports")


@bp.post("/<period>/keep")
def keep_period(period: str) -> ResponseReturnValue:
    """Keep a week, month or quarter as it reads now."""
    return _keep(read_period(period))


@bp.post("/<first_day>/<last_day>/keep")
def keep_range(first_day: str, last_day: str) -> ResponseReturnValue:
    """Keep any range as it reads now."""
    return _keep(read_range(first_day, last_day))


@bp.get("/kept/<int:kept_id>")
def show(kept_id: int) -> ResponseReturnValue:
    """Show a report in the words in which it was kept."""
    row = kept_reports.load_kept(
        db.session(), user_id=context.account().id, kept_id=kept_id
    )
    return kept_page(row)


@bp.post("/kept/<int:kept_id>/remove")
def remove(kept_id: int) -> ResponseReturnValue:
    """Remove a kept report; what it was about stays in the journal."""
    period = kept_reports.remove_kept(
        db.session(), user_id=context.account().id, kept_id=kept_id
    )
    db.session.commit()
    flash("The kept report is removed. Your days are as they were.", "calm")
    return redirect(f"/reports/{period}", 303)


def _keep(period: Period) -> ResponseReturnValue:
    row = kept_reports.keep_report(
        db.session(),
        user_id=context.account().id,
        letter=letter_now(period),
        way=kept_reports.HAND,
        now=context.now(),
    )
    db.session.commit()
    if request.form.get("then") == "print":
        return redirect(f"/reports/{period.name}?as=now&print=yes", 303)
    flash("Kept. It stays in these words, whatever is added later.", "calm")
    return redirect(f"/reports/kept/{row.id}", 303)


def letter_now(period: Period) -> Letter:
    """Return the report's words as they read now."""
    if period.kind == "week":
        return letter_of(load_report(IsoWeek.of(period.first), as_said=True))
    return stretch_letter(load_stretch(period))
