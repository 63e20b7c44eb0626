"""The evening's page: everything it shows, as a whole or as the pieces alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from flask import render_template, request

from journal.db import db
from journal.domain.dates import zone
from journal.models import Account, Meal, Supplement
from journal.services import meals, redflags, supplements
from journal.services.coverage import coverage_of
from journal.services.evening import load_evening
from journal.services.evening_strip import evening_marks
from journal.services.evening_values import Evening, Part
from journal.services.usual import usual_for
from journal.web import context, evening_fields, evening_undo
from journal.web.dates import ago, in_words
from journal.web.evening_symptoms import Asked, asked_symptoms
from journal.web.forms import Form
from journal.web.redflags import are_questions_waiting

#: Sent by the page's own script: answer the pieces of the page, without its frame.
PIECES_HEADER: Final = "Lamplight-Pieces"
STRIP_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything of one evening that the page shows."""

    evening: Evening
    meals: list[Meal]
    products: list[Supplement]
    doses: Mapping[int, float]


def wants_pieces() -> bool:
    """Whether the page's script asks, which puts the pieces in their places itself."""
    return PIECES_HEADER in request.headers


def shows_meals() -> bool:
    """Whether the answer holds the meals: not when the script saved something else."""
    if not wants_pieces() or request.method == "GET":
        return True
    touched = {"slot", "water"} & set(request.form)
    return bool(touched) or request.form.get("do") in {"as-usual", "undo-evening"}


def load_stored(person: Account, day: date) -> Stored:
    """Return what is stored for a page."""
    sql = db.session()
    doses = supplements.taken_on(sql, user_id=person.id, day=day)
    products = [
        product
        for product in supplements.all_supplements(sql, user_id=person.id)
        if product.is_active or product.id in doses
    ]
    return Stored(
        evening=load_evening(sql, user_id=person.id, day=day),
        meals=meals.meals_of_day(sql, user_id=person.id, day=day),
        products=products,
        doses=doses,
    )


def stored_form(person: Account, stored: Stored, *, key: str) -> Form:
    """Return the form that shows what is stored."""
    return evening_fields.filled(
        stored.evening, region=person.region, doses=stored.doses, key=key
    )


def render(
    person: Account, stored: Stored, form: Form, *, is_blank: bool = False
) -> str:
    """Return the page, or its pieces for the script.

    A blank one is kept by a device for an evening without a network.
    """
    moment = context.now()
    today = context.today_for(person, moment)
    day = stored.evening.day
    symptoms = asked_symptoms(person, stored.evening)
    written = {meal.slot for meal in stored.meals}
    last = min(today, max(day + timedelta(days=3), day))
    return render_template(
        "evening/show.html",
        pieces=wants_pieces(),
        shows_meals=shows_meals(),
        is_blank=is_blank,
        form=form,
        day=day,
        today=today,
        failed=lambda *starts: any(each.startswith(starts) for each in form.errors),
        other_failed=_failed_behind(form, symptoms),
        title=in_words(day),
        ago=ago(day, today),
        before=day - timedelta(days=1),
        after=day + timedelta(days=1),
        stored=stored,
        evening=stored.evening,
        symptoms=symptoms,
        open_count=open_count(symptoms, stored),
        saved_at=_wall(person, stored.evening.updated_at),
        questions=redflags.questions(
            stored.evening.severities(),
            account=person,
            flags=context.current().knowledge.red_flags,
        ),
        are_questions_waiting=are_questions_waiting(day),
        slot=form.typed("slot") or _likely_slot(stored, _wall_time(person, moment)),
        drink_g=evening_fields.ALCOHOL_G_PER_DRINK[person.region],
        glass_ml=evening_fields.GLASS_ML,
        undo_evening=evening_undo.offered(person, day, now=moment),
        coverage=None if is_blank else coverage_of(db.session(), user_id=person.id),
        usual=usual_for(db.session(), user_id=person.id, day=day, written=written),
        strip=evening_marks(
            db.session(),
            user_id=person.id,
            first=last - timedelta(days=STRIP_DAYS - 1),
            last=last,
        ),
    )


def _failed_behind(form: Form, symptoms: Asked) -> dict[Part, bool]:
    """Return by part whether an error stands behind "something else"."""
    starts = {
        part: tuple(f"s-{each.code}" for each in others)
        for part, others in symptoms.others.items()
    }
    failed = {
        part: any(each.startswith(names) for each in form.errors)
        for part, names in starts.items()
    }
    return failed | {"day": failed["day"] or "own_symptom" in form.errors}


def open_count(symptoms: Asked, stored: Stored) -> int:
    """Return how many of the questions shown first are not answered yet."""
    evening = stored.evening
    still = sum(code not in evening.night for code in symptoms.tracked["night"])
    still += sum(code not in evening.today for code in symptoms.tracked["day"])
    still += evening.food_status is None
    return still + (bool(stored.products) and not evening.supplements_answered)


def _wall(person: Account, moment: datetime | None) -> str:
    return "" if moment is None else f"{_wall_time(person, moment):%H:%M}"


def _wall_time(person: Account, moment: datetime) -> time:
    return moment.astimezone(zone(person.time_zone)).time()


def _likely_slot(stored: Stored, wall: time) -> str:
    """Return the meal that is probably written next: the first one still missing."""
    written = {meal.slot for meal in stored.meals}
    by_hour = ((10, "breakfast"), (15, "lunch"), (24, "dinner"))
    usual = next(slot for hour, slot in by_hour if wall.hour < hour)
    order = ("breakfast", "lunch", "dinner")
    missing = [slot for slot in order[: order.index(usual) + 1] if slot not in written]
    return missing[0] if missing else "snacks"
