"""The week, a month, a quarter or any range: one page each, and the ways between."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.dates import IsoWeek
from journal.domain.errors import Invalid
from journal.domain.periods import Period
from journal.domain.weekly import LegsLine, words_of_site
from journal.domain.weekly_changes import ORDER, of_kind
from journal.patterns.wording import said
from journal.render.bars import Bar, nutrient_bar
from journal.render.calendars import month_counts
from journal.services.days import newest_logged_day
from journal.services.report_first_thing import first_thing
from journal.services.report_food import NutrientLine
from journal.services.report_food_words import amount, day_words, known_words
from journal.services.report_letter import CHANGE_WORDS, leg_summary, letter_of
from journal.services.report_stretch import (
    StretchReport,
    before_words,
    over_words,
    stretch_report,
)
from journal.services.report_words import none_words
from journal.services.reports import WeekReport, week_report
from journal.services.stretch_letter import stretch_letter
from journal.services.timing_cards import TimingCard
from journal.services.timing_nights import DAYS_OF_WINDOW
from journal.web import context
from journal.web.forms import Form
from journal.web.kept_page import copies_of, kept_page
from journal.web.report_periods import path_of, read_period, read_range, ways_of
from journal.web.report_pictures import MOST_GRID_DAYS, pictures, shown_legs

bp = Blueprint("reports", __name__, url_prefix="/reports")

#: What the form for any range is filled with at first.
USUAL_RANGE_DAYS = 28


def load_report(
    week: IsoWeek, *, with_timing: bool = True, as_said: bool = False
) -> WeekReport:
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
        as_said=as_said,
    )


@bp.get("/")
def this_week() -> ResponseReturnValue:
    """Lead to the running week, or to the week before while it is still empty.

    On a Monday morning the week worth reading is the one that has just ended.
    """
    person = context.account()
    today = context.today_for(person, context.now())
    running = IsoWeek.of(today)
    before = running.shifted(-1)
    newest = newest_logged_day(db.session(), user_id=person.id, last=running.sunday)
    is_before = newest is not None and before.monday <= newest <= before.sunday
    return redirect(path_of(Period.of("week", before.monday if is_before else today)))


@bp.get("/any")
def any_range() -> ResponseReturnValue:
    """Ask for two days, and lead to their report once they are right."""
    today = context.today_for(context.account(), context.now())
    form = Form(request.args)
    if not form.typed("from") and not form.typed("to"):
        first = today - timedelta(days=USUAL_RANGE_DAYS - 1)
        form = Form.filled(**{"from": first.isoformat(), "to": today.isoformat()})
    elif request.args.get("go"):
        period = form.attempt(lambda: _asked_range(form, today.isoformat()))
        if period is not None:
            return redirect(path_of(period))
    page = render_template("reports/any.html", form=form, today=today)
    return page, 200 if form.ok else 422


def _asked_range(form: Form, today: str) -> Period:
    period = Period.between(form.typed("from"), form.typed("to"))
    if period.first.isoformat() > today:
        raise Invalid("from", "That day has not come yet.")
    return period


@bp.get("/<period>")
def show(period: str) -> ResponseReturnValue:
    """Show a week, a month or a quarter."""
    asked = read_period(period)
    if asked.kind != "week":
        return _stretch_page(asked)
    return week_page(load_report(IsoWeek.of(asked.first), as_said=True), asked)


@bp.get("/<first_day>/<last_day>")
def show_range(first_day: str, last_day: str) -> ResponseReturnValue:
    """Show any range."""
    return _stretch_page(read_range(first_day, last_day))


def week_page(report: WeekReport, asked: Period) -> ResponseReturnValue:
    """Return the page of a week: as it was kept by hand, else as it reads now."""
    copies, kept = copies_of(letter_of(report))
    if kept is not None:
        return kept_page(kept)
    rows = _strip_rows(report)
    return render_template(
        "reports/week.html",
        report=report,
        copies=copies,
        period=asked,
        ways=ways_of(asked, today=report.today),
        first_thing=first_thing(report),
        mark_words=said("mark.until"),
        legs=[line for line in report.legs if line.this_week.present],
        rows=rows,
        none_words=none_words([line for line in report.legs if line not in rows]),
        changes=[(CHANGE_WORDS[kind], of_kind(report.changes, kind)) for kind in ORDER],
        pictures=pictures(report),
        shown_legs=shown_legs(report),
        leg_summary=leg_summary,
        quiet=[
            *report.quiet_findings,
            *(report.timing.quiet if report.timing else ()),
        ],
        nights_path=partial(nights_path, asked),
        words_of_site=words_of_site,
        **_food_parts(report.nutrients),
    )


def load_stretch(asked: Period) -> StretchReport:
    """Return the signed-in person's report of a month, a quarter or any range."""
    parts = context.current()
    return stretch_report(
        db.session(),
        user_id=context.account().id,
        period=asked,
        now=context.now(),
        knowledge=parts.knowledge,
        targets=parts.targets,
    )


def _stretch_page(asked: Period) -> ResponseReturnValue:
    report = load_stretch(asked)
    copies, kept = copies_of(stretch_letter(report))
    if kept is not None:
        return kept_page(kept)
    look = report.look
    over = over_words(asked)
    shown = shown_legs(look)
    return render_template(
        "reports/stretch.html",
        report=report,
        copies=copies,
        look=look,
        period=asked,
        over=over,
        ways=ways_of(asked, today=report.today),
        pictures=pictures(look, over),
        shown_legs=shown,
        before_words=before_words,
        has_days=asked.length <= MOST_GRID_DAYS,
        months={line.symptom: month_counts(line.month_marks) for line in shown},
        words_of_site=words_of_site,
        **_food_parts(look.nutrients),
    )


def nights_path(asked: Period, card: TimingCard) -> str:
    """Return the address of the single nights behind a pattern."""
    days = DAYS_OF_WINDOW.get(card.window, 1)
    return f"{path_of(asked)}/nights/{card.factor}/{card.symptom}?days={days}"


def _strip_rows(report: WeekReport) -> list[LegsLine]:
    """Return the symptoms of the strip: up to three that were there, else one."""
    present = [line for line in report.legs if line.this_week.present]
    answered = [line for line in report.legs if line.this_week.answered]
    return present[:3] or answered[:1]


def _food_parts(lines: tuple[NutrientLine, ...]) -> dict[str, object]:
    """Return what the part about food shows: what stands out first, the rest after."""
    standing_out = [line for line in lines if line.is_short or line.above_upper]
    standing_out.sort(key=lambda line: not line.is_probably_short)
    return {
        "nutrients": standing_out,
        "other_nutrients": [line for line in lines if line not in standing_out],
        "bars": {line.key: _bar(line) for line in lines},
        "amount": amount,
        "day_words": day_words,
        "known_words": known_words,
        "counts_words": said("counts.chance"),
    }


def _bar(line: NutrientLine) -> Bar:
    target = line.target
    need = (target.ear if target.ear is not None else target.ai) if target else None
    return nutrient_bar(line.low, line.high, need)
