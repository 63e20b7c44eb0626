"""What is known about each nutrient, in plain words with its sources."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from journal.domain.errors import NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.reference_entries import mark_words, source_words
from journal.domain.targets import NoTarget, Target
from journal.services.report_findings import GRADE_ORDER
from journal.services.report_food_words import amount
from journal.services.reports import person_of
from journal.web import context

bp = Blueprint("learn", __name__, url_prefix="/learn")
bp.add_app_template_filter(mark_words)
bp.add_app_template_filter(source_words)

#: The tables' short names of those that a figure is for.
STAGES = {
    "F": "women",
    "M": "men",
    "Adults": "adults",
    "Pregnancy": "pregnant,",
    "Lactation": "breastfeeding,",
}

GRADE_MEANINGS = {
    "established": "Doctors agree on it, with good studies behind it.",
    "supported": "Some good studies point this way.",
    "mixed": "Studies disagree.",
    "unknown": "Nobody has studied it well enough.",
    "unlikely": "Good studies looked for it and found little or nothing.",
    "harm": "Too much does harm.",
}


@bp.app_template_filter()
def stage_words(stage: str) -> str:
    """Return whom a figure is for: "F 31–50" is "women 31–50"."""
    who, _, age = stage.partition(" ")
    return f"{STAGES.get(who, who)} {age}".strip()


@bp.get("/")
def index() -> ResponseReturnValue:
    """List the nutrients."""
    knowledge: Knowledge = context.current().knowledge
    return render_template(
        "learn/index.html", nutrients=knowledge.nutrients, meanings=GRADE_MEANINGS
    )


@bp.get("/<slug>")
def nutrient(slug: str) -> ResponseReturnValue:
    """Show one nutrient, with the reference figures that hold for this person."""
    parts = context.current()
    knowledge: Knowledge = parts.knowledge
    found = knowledge.nutrient(slug)
    if found is None or found.slug != slug:
        raise NotFound("There is no such page.")
    person = context.account()
    today = context.today_for(person, context.now())
    target = parts.targets.for_person(person_of(person, on=today), found.key)
    links = sorted(
        knowledge.links_of(factor=found.key),
        key=lambda link: GRADE_ORDER.index(link.grade),
    )
    return render_template(
        "learn/nutrient.html",
        nutrient=found,
        links=links,
        target=target if isinstance(target, Target) else None,
        why_no_target=target.reason if isinstance(target, NoTarget) else "",
        symptoms={symptom.code: symptom.label for symptom in knowledge.symptoms},
        meanings=GRADE_MEANINGS,
        amount=amount,
    )
