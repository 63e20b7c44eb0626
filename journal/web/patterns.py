"""Patterns: what is asked, what stands out, what does not, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.dates import IsoWeek
from journal.domain.errors import Invalid
from journal.domain.knowledge import Knowledge
from journal.models import Account, Question
from journal.patterns.wording import said
from journal.services import finding_marks, questions
from journal.services.pattern_page import evenings_of, lead_of
from journal.services.report_words import inside
from journal.services.timing_cards import TimingCard, day_words
from journal.services.timing_pairs import factors_to_ask_about
from journal.services.timing_report import TimingReport
from journal.web import context
from journal.web.forms import Form
from journal.web.reports import load_report

bp = Blueprint("patterns", __name__, url_prefix="/patterns")

UNDO: Final = "pattern_undo"
UNDO_DROP: Final = "question_undo"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is being watched, with what came of it so far."""

    id: int
    symptom: str
    factor: str
    words: str
    since: str
    card: TimingCard | None


@bp.get("")
def patterns() -> ResponseReturnValue:
    """Show the patterns as the diary stands now."""
    return _page(Form())


@bp.post("/questions")
def ask() -> ResponseReturnValue:
    """Ask a question, or put a new one in the place of another."""
    form = Form.sent()
    person = context.account()
    now = context.now()
    old = form.whole("in_place_of", low=1, high=2**31 - 1)
    # A suggestion is sent as one value by its button.
    symptom, _, factor = form.typed("pair").partition("|")
    form.attempt(
        lambda: questions.ask(
            db.session(),
            account=person,
            symptom=symptom or form.typed("symptom"),
            factor=factor or form.typed("factor"),
            today=context.today_for(person, now),
            now=now,
            knowledge=_knowledge(),
            is_anew=form.ticked("anew"),
            in_place_of=old,
        )
    )
    if not form.ok:
        db.session.rollback()
        form.raw = form.raw.copy()
        if symptom:
            form.raw["symptom"], form.raw["factor"] = symptom, factor
        return _page(form), 422
    db.session.commit()
    flash(said("questions.asked"), "calm")
    return redirect(url_for("patterns.patterns", _anchor="questions"), 303)


@bp.post("/questions/<int:question_id>/drop")
def drop(question_id: int) -> ResponseReturnValue:
    """Set a question aside; it can be asked anew."""
    person = context.account()
    questions.drop(
        db.session(), user_id=person.id, question_id=question_id, now=context.now()
    )
    db.session.commit()
    session[UNDO_DROP] = question_id
    return redirect(url_for("patterns.patterns", _anchor="questions"), 303)


@bp.post("/questions/<int:question_id>/undo")
def undo_drop(question_id: int) -> ResponseReturnValue:
    """Take a drop back that was a slip."""
    questions.take_up_again(
        db.session(),
        user_id=context.account().id,
        question_id=question_id,
        now=context.now(),
    )
    db.session.commit()
    session.pop(UNDO_DROP, None)
    return redirect(url_for("patterns.patterns", _anchor="questions"), 303)


@bp.post("/marks")
def mark() -> ResponseReturnValue:
    """Mark a finding as it stands on the page, so that it is quiet until it changes."""
    form = Form.sent()
    key = form.typed("finding")
    direction = form.whole("direction", low=-1, high=1)
    form.attempt(
        lambda: finding_marks.set_mark(
            db.session(),
            user_id=context.account().id,
            key=key,
            mark=form.typed("mark"),
            tier=form.typed("tier"),
            direction=direction or 0,
            now=context.now(),
        )
    )
    if not form.ok:
        db.session.rollback()
        raise Invalid("mark", next(iter(form.errors.values())))
    db.session.commit()
    session[UNDO] = key
    return redirect(url_for("patterns.patterns", _anchor="main"), 303)


@bp.post("/marks/undo")
def undo() -> ResponseReturnValue:
    """Take a mark back: the finding is shown again."""
    finding_marks.take_back(
        db.session(),
        user_id=context.account().id,
        key=request.form.get("finding", ""),
        now=context.now(),
    )
    db.session.commit()
    session.pop(UNDO, None)
    return redirect(url_for("patterns.patterns", _anchor="main"), 303)


def _page(form: Form) -> str:
    person = context.account()
    today = context.today_for(person, context.now())
    knowledge = _knowledge()
    report = load_report(IsoWeek.of(today))
    timing = report.timing or TimingReport(report.week)
    rows = questions.watched(db.session(), user_id=person.id)
    taken = list(questions.as_pairs(rows))
    early = {(one.symptom, one.factor) for one in timing.waiting if not one.asked}
    return render_template(
        "patterns/patterns.html",
        form=form,
        report=report,
        timing=timing,
        lead=lead_of(report),
        evenings=evenings_of(report),
        asked=[_asked(row, timing, person, knowledge) for row in rows],
        most=questions.MOST_AT_A_TIME,
        symptoms=list(questions.symptoms_to_ask_about(person, knowledge).items()),
        factors=list(factors_to_ask_about(knowledge).items()),
        suggestions=[
            (f"{symptom}|{factor}", _words(symptom, factor, side, person, knowledge))
            for symptom, factor, side in questions.suggestions(
                person, knowledge, taken=taken
            )
        ],
        counts=[one for one in report.counts if (one.symptom, one.factor) in early],
        marks=finding_marks.MARKS,
        undo=session.pop(UNDO, ""),
        undo_drop=session.pop(UNDO_DROP, 0),
        set_aside=[
            said(
                "questions.aside",
                question=_words(row.symptom, row.factor, "", person, knowledge),
                first=day_words(row.asked_on),
                last=day_words(context.today_for(person, row.dropped_at)),
            )
            for row in questions.set_aside(db.session(), user_id=person.id)
            if row.dropped_at is not None
        ],
        said=said,
        inside=inside,
    )


def _knowledge() -> Knowledge:
    return context.current().knowledge


def _asked(
    row: Question, timing: TimingReport, person: Account, knowledge: Knowledge
) -> Asked:
    card = next(
        (c for c in timing.cards if (c.symptom, c.factor) == (row.symptom, row.factor)),
        None,
    )
    return Asked(
        id=row.id,
        symptom=row.symptom,
        factor=row.factor,
        words=_words(row.symptom, row.factor, "", person, knowledge),
        since=_since(row.asked_on),
        card=card,
    )


def _since(day: date) -> str:
    return said("questions.since", day=day_words(day))


def _words(
    symptom: str, factor: str, side: str, person: Account, knowledge: Knowledge
) -> str:
    """Return the question in plain words."""
    labels = questions.symptoms_to_ask_about(person, knowledge)
    return said(
        f"questions.pair.{side or 'either'}",
        symptom=labels.get(symptom, symptom).lower(),
        factor=knowledge.factor_name(factor).lower(),
    )
