"""The week: one page, its charts as pictures, and the way to other weeks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.dates import IsoWeek
from journal.domain.errors import Invalid, NotFound
from journal.domain.weekly import LegsLine, words_of_site
from journal.render.alt_text import calendar_alt, intake_alt, severity_alt
from journal.render.bars import nutrient_bar
from journal.render.chart_ground import Shape, Theme
from journal.render.charts import (
    IntakeDay,
    Level,
    calendar_chart,
    intake_chart,
    severity_chart,
)
from journal.services.report_food import NutrientLine
from journal.services.report_food_words import amount, day_words, known_words
from journal.services.reports import WeekReport, week_report
from journal.web import context

bp = Blueprint("reports", __name__, url_prefix="/reports")

CHART_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart on the page: where it is drawn, how high, and what it shows."""

    name: str
    alt: str
    height: int


def read_week(text: str) -> IsoWeek:
    """Return the week of an address; anything else is a page that does not exist."""
    try:
        week = IsoWeek.parse(text)
    except Invalid as error:
        raise NotFound("There is no such week.") from error
    if str(week) != text or not 1950 <= week.year <= 9998:
        raise NotFound("There is no such week.")
    return week


def load_report(week: IsoWeek, *, with_timing: bool = True) -> WeekReport:
    """Return the report of the signed-in person; a chart needs no timing."""
    parts = context.current()
    return week_report(
        db.session(),
        user_id=context.account().id,
        week=week,
        now=context.now(),
        knowledge=parts.knowledge,
        targets=parts.targets,
        with_timing=with_timing,
    )


@bp.get("/")
def this_week() -> ResponseReturnValue:
    """Lead to the running week."""
    today = context.today_for(context.account(), context.now())
    return redirect(url_for("reports.week", week=str(IsoWeek.of(today))))


@bp.get("/<week>")
def week(week: str) -> ResponseReturnValue:
    """Show one week."""
    report = load_report(read_week(week))
    shown = [line for line in report.legs if line.this_week.answered]
    nutrients = sorted(
        report.nutrients,
        key=lambda line: (not line.is_probably_short, not line.is_short),
    )
    return render_template(
        "reports/week.html",
        report=report,
        legs=shown,
        nutrients=nutrients,
        pictures=_pictures(report),
        bars={line.key: _bar(line) for line in report.nutrients},
        amount=amount,
        day_words=day_words,
        known_words=known_words,
        words_of_site=words_of_site,
        week_before=report.week.shifted(-1),
        week_after=report.week.shifted(1) if not report.is_running else None,
    )


@bp.get("/<week>/chart/<name>.svg")
def chart(week: str, name: str) -> ResponseReturnValue:
    """Draw one chart; it may hold its own style sheet and nothing else."""
    report = load_report(read_week(week), with_timing=False)
    theme = _one_of("theme", ("light", "dark"))
    shape = _one_of("shape", ("phone", "wide"))
    drawn = _draw(report, name)
    answer = Response(
        drawn(cast("Theme", theme), cast("Shape", shape)), mimetype="image/svg+xml"
    )
    answer.headers["Content-Security-Policy"] = CHART_POLICY
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _one_of(name: str, allowed: tuple[str, ...]) -> str:
    value = request.args.get(name, allowed[0])
    if value not in allowed:
        raise NotFound("There is no such chart.")
    return value


def _draw(report: WeekReport, name: str) -> Callable[[Theme, Shape], str]:
    legs = _month_legs(report)
    if name == "calendar" and legs:
        rows = [(line.label, line.month_marks) for line in legs]
        return lambda theme, shape: calendar_chart(rows, theme=theme, shape=shape)
    kind, _, what = name.partition("-")
    if kind == "severity":
        for line in legs:
            if line.symptom == what:
                marks = line.month_marks
                return lambda theme, shape: severity_chart(
                    marks, theme=theme, shape=shape
                )
    for nutrient in report.nutrients:
        if kind == "intake" and nutrient.slug == what:
            days = intake_days(report, nutrient)
            levels = _levels(nutrient)
            unit = nutrient.unit
            return lambda theme, shape: intake_chart(
                days, levels, unit=unit, theme=theme, shape=shape
            )
    raise NotFound("There is no such chart.")


def _month_legs(report: WeekReport) -> list[LegsLine]:
    """Return the symptoms worth a picture: those that were there, at most six."""
    present = [line for line in report.legs if line.four_weeks.present]
    return (present or list(report.legs))[:6]


def _pictures(report: WeekReport) -> dict[str, Picture]:
    legs = _month_legs(report)
    found = {
        f"severity-{line.symptom}": Picture(
            f"severity-{line.symptom}", severity_alt(line), 220
        )
        for line in legs
    }
    if legs:
        height = 52 + 44 * len(legs)
        found["calendar"] = Picture("calendar", calendar_alt(legs), height)
    for line in report.nutrients:
        days = intake_days(report, line)
        if any(day.known is not None for day in days):
            name = f"intake-{line.slug}"
            found[name] = Picture(name, intake_alt(line.name, days, line.unit), 220)
    return found


def intake_days(report: WeekReport, line: NutrientLine) -> list[IntakeDay]:
    """Return the four weeks of one nutrient as a chart takes them."""
    days = []
    for one in report.days:
        intake = one.intakes.get(line.key)
        share = intake.known_share_0_1 if intake else 0.0
        days.append(
            IntakeDay(
                day=one.day,
                known=intake.total if intake else None,
                high=(
                    intake.food / share + intake.supplements
                    if intake and share >= 0.7
                    else None
                ),
                is_complete=one.status == "complete",
            )
        )
    return days


def _levels(line: NutrientLine) -> list[Level]:
    target = line.target
    if target is None:
        return []
    levels = []
    if target.ear is not None:
        levels.append(Level("half need", target.ear))
    if target.rda is not None:
        levels.append(Level(target.rda_name, target.rda))
    elif target.ai is not None:
        levels.append(Level("AI", target.ai))
    near = line.low is not None and target.ul is not None and line.low > target.ul / 2
    if target.ul is not None and target.ul_scope == "all" and near:
        levels.append(Level("upper level", target.ul))
    return levels


def _bar(line: NutrientLine) -> object:
    target = line.target
    need = (target.ear if target.ear is not None else target.ai) if target else None
    return nutrient_bar(line.low, line.high, need)
