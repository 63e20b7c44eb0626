"""Every component of the pages side by side, for whoever changes how they look."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from journal.domain.daymarks import DayMark, GivenAnswer
from journal.domain.errors import NotFound
from journal.render.bars import nutrient_bar
from journal.web import context
from journal.web.forms import Form

bp = Blueprint("design", __name__)

COLOURS: Final = (
    ("paper", "the page"),
    ("sheet", "what is laid on it; fields"),
    ("ink", "writing; what is chosen"),
    ("muted", "hints"),
    ("accent", "links"),
    ("lamp", "the one lit thing; never text"),
    ("wash", "where the light falls"),
    ("calm", "saved"),
    ("watch", "look once more"),
    ("urgent", "warnings and errors"),
)
SIZES: Final = (
    ("xxl", "34", "the day, the week: once a page"),
    ("xl", "25", "a sentence that matters"),
    ("l", "20", "titles of questions"),
    ("m", "17", "everything one reads"),
    ("s", "15", "hints and tables"),
    ("xs", "13", "axes and tabs only"),
)
SEVERITIES: Final = (1, 4, 7, 10)


@bp.get("/design")
def show() -> ResponseReturnValue:
    """Show the components; only the demonstration account has this page."""
    person = context.account()
    if not person.is_demo:
        raise NotFound("There is no such page.")
    today = context.today_for(person, context.now())
    form = Form.filled(
        note="Woke at three, walked it off.",
        side="left",
        severity="4",
        tablet=["yes"],
        glasses="5",
        sites=["calf_left"],
    )
    form.fail("age", "Type a number between 14 and 120. You typed 'lots'.")
    marks = [
        DayMark(today, "had", (GivenAnswer("night_cramp", worst),))
        for worst in SEVERITIES
    ]
    return render_template(
        "design/components.html",
        form=form,
        colours=COLOURS,
        sizes=SIZES,
        marks=[*marks, DayMark(today, "none"), DayMark(today, "open")],
        known=nutrient_bar(290.0, 290.0, 265.0),
        ranged=nutrient_bar(205.0, 250.0, 265.0),
    )
