"""What the journal counts, what it tests later, and the counts so far."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from journal.domain.dates import IsoWeek
from journal.domain.knowledge import Knowledge
from journal.web import context
from journal.web.reports import load_report

bp = Blueprint("patterns", __name__)


@bp.get("/patterns")
def patterns() -> ResponseReturnValue:
    """Show the counts of the last four weeks and the questions declared beforehand."""
    person = context.account()
    today = context.today_for(person, context.now())
    knowledge: Knowledge = context.current().knowledge
    report = load_report(IsoWeek.of(today))
    noted = {
        line.symptom: line.label for line in report.legs if line.four_weeks.present
    }
    questions = [
        (link, noted[link.symptom], knowledge.factor_name(link.factor))
        for link in knowledge.timing_pairs()
        if link.symptom in noted
    ]
    return render_template("patterns/patterns.html", report=report, questions=questions)
