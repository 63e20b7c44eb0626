"""One blood test: over time, beside food and legs, with who sets which threshold."""

from __future__ import annotations

from typing import Final, cast

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.errors import NotFound
from journal.domain.labs import OWN, LabTest
from journal.domain.reference_entries import mark_words, source_words
from journal.models import LabResult
from journal.render.chart_ground import Shape, Theme
from journal.render.lab_charts import lab_alt, lab_chart
from journal.services import lab_chart_data, labs
from journal.services.lab_course import lab_course
from journal.services.lab_words import for_today, lab_lines
from journal.web import context

bp = Blueprint("lab_tests", __name__, url_prefix="/labs/test")

CHART_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


@bp.get("/<key>")
def show(key: str) -> ResponseReturnValue:
    """Show one test over time, beside food and legs, with who sets which threshold."""
    person, parts = context.account(), context.current()
    known, rows = _results_of(key)
    today = context.today_for(person, context.now())
    course = lab_course(
        db.session(),
        account=person,
        test=known,
        results=rows,
        today=today,
        knowledge=parts.knowledge,
    )
    lines = lab_lines(rows, parts.knowledge)
    points = lab_chart_data.points(rows, known)
    name = known.name if known else rows[0].own_name
    return render_template(
        "labs/test.html",
        key=key,
        name=name,
        lab=known,
        lines=lines[::-1],
        urgent=for_today(lines[-1:], today=today),
        course=course,
        alt=lab_alt(name, points.unit, points.results),
        has_chart=len(points.results) > 0,
        mark_words=mark_words,
        source_words=source_words,
    )


@bp.get("/<key>/chart.svg")
def chart(key: str) -> ResponseReturnValue:
    """Draw one test over time."""
    known, rows = _results_of(key)
    if not rows:
        raise NotFound("There is no such chart.")
    points = lab_chart_data.points(rows, known)
    theme, shape = request.args.get("theme", "light"), request.args.get("shape", "wide")
    if theme not in {"light", "dark"} or shape not in {"phone", "wide"}:
        raise NotFound("There is no such chart.")
    drawn = lab_chart(
        points.results,
        unit=points.unit,
        theme=cast("Theme", theme),
        shape=cast("Shape", shape),
    )
    answer = Response(drawn, mimetype="image/svg+xml")
    answer.headers["Content-Security-Policy"] = CHART_POLICY
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _results_of(key: str) -> tuple[LabTest | None, list[LabResult]]:
    """Return the test of an address and the person's results, oldest first.

    A test of the person's own is named by one of its results: "own-17".
    """
    user_id = context.account().id
    known = context.current().knowledge.lab(key)
    if known is not None:
        return known, labs.results(db.session(), user_id=user_id, test=key)
    kind, _, number = key.partition("-")
    if kind != OWN or not (number.isascii() and number.isdigit() and len(number) < 16):
        raise NotFound("There is no such test.")
    one = labs.get_result(db.session(), user_id=user_id, result_id=int(number))
    rows = labs.results(db.session(), user_id=user_id, test=OWN, own_name=one.own_name)
    if one.test != OWN:
        raise NotFound("There is no such test.")
    return None, rows
