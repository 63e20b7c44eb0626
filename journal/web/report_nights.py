"""The nights behind a timing finding, one by one: a picture and the days themselves."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.errors import NotFound
from journal.domain.periods import Period
from journal.render.alt_text import split_alt
from journal.render.splits import HEIGHT, Split, split_chart
from journal.services.report_food_words import amount
from journal.services.timing_nights import (
    DAYS_OF_WINDOW,
    TimingNights,
    timing_nights,
)
from journal.web import context
from journal.web.report_charts import drawing
from journal.web.report_periods import path_of, read_period
from journal.web.report_pictures import Picture

bp = Blueprint("report_nights", __name__, url_prefix="/reports")


@bp.get("/<period>/nights/<factor>/<symptom>")
def nights(period: str, factor: str, symptom: str) -> ResponseReturnValue:
    """Show every night of a pair, the newest first."""
    asked = read_period(period)
    found = _load(asked, factor, symptom)
    return render_template(
        "reports/nights.html",
        found=found,
        picture=_picture(found),
        here=f"{path_of(asked)}/nights/{factor}/{symptom}",
        back=path_of(asked),
        amount=amount,
    )


@bp.get("/<period>/nights/<factor>/<symptom>.svg")
def chart(period: str, factor: str, symptom: str) -> ResponseReturnValue:
    """Draw nights with and without, side by side."""
    return drawing(_picture(_load(read_period(period), factor, symptom)))


def _load(period: Period, factor: str, symptom: str) -> TimingNights:
    days = request.args.get("days", "1")
    if days not in {str(length) for length in DAYS_OF_WINDOW.values()}:
        raise NotFound("There is no such stretch of days.")
    return timing_nights(
        db.session(),
        user_id=context.account().id,
        last=period.last,
        factor=factor,
        symptom=symptom,
        days=int(days),
        now=context.now(),
        knowledge=context.current().knowledge,
    )


def _picture(found: TimingNights) -> Picture:
    split = Split(
        label=found.symptom_label,
        factor=found.factor_name,
        unit=found.unit,
        part=found.part,
        threshold=None,
        amounts_with=found.amounts_with,
        amounts_without=found.amounts_without,
    )
    return Picture(
        "nights", split_alt(split), HEIGHT, split, partial(split_chart, split)
    )
