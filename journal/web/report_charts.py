"""The charts of a report as pictures of their own, drawn only when they changed."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.errors import NotFound
from journal.domain.periods import Period
from journal.render.chart_ground import Shape, Theme
from journal.services.report_stretch import chart_look
from journal.web import context
from journal.web.report_periods import read_period, read_range
from journal.web.report_pictures import Picture, pictures

bp = Blueprint("report_charts", __name__, url_prefix="/reports")

CHART_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@bp.get("/<period>/chart/<chart>.svg")
def of_period(period: str, chart: str) -> ResponseReturnValue:
    """Draw a chart of a week, month or quarter."""
    return _answer(read_period(period), chart)


@bp.get("/<first_day>/<last_day>/chart/<chart>.svg")
def of_range(first_day: str, last_day: str, chart: str) -> ResponseReturnValue:
    """Draw a chart of any range."""
    return _answer(read_range(first_day, last_day), chart)


def _answer(period: Period, name: str) -> Response:
    parts = context.current()
    look = chart_look(
        db.session(),
        user_id=context.account().id,
        period=period,
        now=context.now(),
        knowledge=parts.knowledge,
        targets=parts.targets,
    )
    picture = pictures(look).get(name)
    if picture is None:
        raise NotFound("There is no such chart.")
    return drawing(picture)


def drawing(picture: Picture) -> Response:
    """Return a picture as SVG; it may hold its own style sheet and nothing else.

    The browser keeps it for this person alone and asks each time whether it still
    holds; only what has changed is drawn again.
    """
    theme = cast("Theme", _one_of("theme", ("light", "dark")))
    shape = cast("Shape", _one_of("shape", ("phone", "wide")))
    answer = Response(mimetype="image/svg+xml")
    etag = picture.etag(theme, shape)
    answer.set_etag(etag)
    answer.headers["Content-Security-Policy"] = CHART_POLICY
    answer.headers["Cache-Control"] = "private, no-cache"
    if request.if_none_match.contains(etag):
        answer.status_code = 304
        return answer
    answer.set_data(picture.draw(theme=theme, shape=shape))
    return answer


def _one_of(name: str, allowed: tuple[str, ...]) -> str:
    value = request.args.get(name, allowed[0])
    if value not in allowed:
        raise NotFound("There is no such chart.")
    return value
