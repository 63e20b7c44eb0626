"""Taking in what an evening's page sends: the whole form, or one piece of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from journal.db import db
from journal.models import Account
from journal.services import evening as evenings
from journal.services import meals, submissions, supplements
from journal.services.usual import Usual, eat_as_usual, usual_for
from journal.web import evening_form, evening_meals, evening_offers, evening_undo
from journal.web.evening_conflicts import Conflicts
from journal.web.evening_fields import marks
from journal.web.evening_symptoms import Asked, asked_symptoms
from journal.web.evening_undo import State
from journal.web.forms import Form

#: Buttons that take up what is usual.
_OFFERS = ("water-usual", "supplements-usual", "as-usual")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a form: the state before it, and what the page has to say."""

    before: State
    symptoms: Asked
    anchor: str = ""
    said: list[str] = field(default_factory=list)


def take_in(
    form: Form,
    action: str,
    *,
    person: Account,
    day: date,
    today: date,
    now: datetime,
) -> Taken:
    """Store what the form changes and what its button asks for; nothing is committed.

    Errors are noted in the form; the caller then takes everything back.
    """
    before = evening_undo.load_state(person, day)
    symptoms = asked_symptoms(person, before.evening)
    usual = _offered(person, day, action)
    evening_offers.take_up(form, action, usual=usual, before=before.evening)
    changes = evening_form.read_changes(
        form,
        asked=symptoms.codes,
        tracked=symptoms.tracked,
        region=person.region,
        action=action,
    )
    taken = evening_form.read_supplements(form)
    page = form.typed("page") or form.typed("key")
    stored = marks(before.evening, region=person.region, doses=before.doses)
    conflicts = Conflicts(
        form,
        stored=stored,
        is_own=lambda piece: submissions.has_written(
            db.session(),
            user_id=person.id,
            page=page,
            piece=piece,
            mark=stored.get(piece, ""),
        ),
        labels=symptoms.labels,
    )
    taken = conflicts.settle_supplements(taken)
    is_new = form.ok and form.attempt(
        lambda: evenings.save_day(
            db.session(),
            user_id=person.id,
            day=day,
            today=today,
            changes=conflicts.settle(changes, before.evening, region=person.region),
            now=now,
            key=form.typed("key"),
            body=evening_form.body_of(form),
        )
    )
    if not (form.ok and is_new):
        return Taken(before, symptoms)
    if taken is not None:
        form.attempt(
            lambda: supplements.set_taken(
                db.session(), user_id=person.id, day=day, now=now, **taken
            )
        )
    form.attempt(lambda: symptoms.add_own(form.typed("own_symptom"), db.session()))
    anchor = evening_meals.act(form, action, person=person, day=day, now=now)
    if action == "undo-evening":
        evening_undo.undo(person, day, today=today, now=now)
    eaten = (
        eat_as_usual(db.session(), user_id=person.id, day=day, usual=usual, now=now)
        if action == "as-usual"
        else []
    )
    _note_what_was_written(
        person, before, action=action, eaten=eaten, page=page, now=now
    )
    return Taken(before, symptoms, anchor, conflicts.said)


def _offered(person: Account, day: date, action: str) -> Usual:
    if action not in _OFFERS:
        return Usual()
    written = meals.meals_of_day(db.session(), user_id=person.id, day=day)
    return usual_for(
        db.session(),
        user_id=person.id,
        day=day,
        written={meal.slot for meal in written},
    )


def _note_what_was_written(
    person: Account,
    before: State,
    *,
    action: str,
    eaten: list[int],
    page: str,
    now: datetime,
) -> None:
    """Keep the way back, and that this page wrote what is stored now."""
    after = evening_undo.load_state(person, before.evening.day)
    if action != "undo-evening":
        evening_undo.remember(
            person, before, after, meal_ids=eaten, words=words_for(action), now=now
        )
    had = marks(before.evening, region=person.region, doses=before.doses)
    has = marks(after.evening, region=person.region, doses=after.doses)
    for piece, mark in has.items():
        if had.get(piece) != mark:
            submissions.note_written(
                db.session(),
                user_id=person.id,
                page=page,
                piece=piece,
                mark=mark,
                now=now,
            )


def words_for(action: str) -> str:
    """Return what an undo would take back, in a few words."""
    words = {
        "as-usual": "ate and drank as usual",
        "water-usual": "water as usual",
        "supplements-usual": "supplements as usual",
        "rest-night": "none of the others",
        "rest-day": "none of the others",
        "rest-both": "none of the others",
    }
    return words.get(action, "the last answer")
