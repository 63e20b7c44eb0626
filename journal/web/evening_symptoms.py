"""Which symptoms an evening asks about: tracked ones first, in the person's order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from journal.models import Account
from journal.services import profiles
from journal.services.evening_values import Evening, Part
from journal.web import context

#: Asked of someone who has not chosen yet.
FIRST_TRACKED = ("night_cramp", "restless_legs", "muscle_ache", "tingling")


@dataclass(frozen=True, slots=True)
class Asking:
    """One symptom as the page asks about it."""

    code: str
    label: str
    part: Part
    hint: str
    follow_ups: tuple[str, ...]
    telling_apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The symptoms of one evening's page.

    `first` are shown, `others` are behind "something else". `tracked` are the codes
    that a "none of these" button answers, by part; `codes` are all of the page.
    """

    person: Account
    first: Mapping[Part, tuple[Asking, ...]]
    others: Mapping[Part, tuple[Asking, ...]]
    tracked: Mapping[Part, tuple[str, ...]]

    @property
    def codes(self) -> dict[Part, tuple[str, ...]]:
        """Return the codes of all symptoms of the page by part."""
        parts: tuple[Part, ...] = ("night", "day")
        return {
            part: tuple(each.code for each in (*self.first[part], *self.others[part]))
            for part in parts
        }

    @property
    def labels(self) -> dict[str, str]:
        """Return the words for each code of the page."""
        groups = [*self.first.values(), *self.others.values()]
        return {each.code: each.label for group in groups for each in group}

    def add_own(self, label: str, session: Session) -> None:
        """Add a symptom of the person's own, asked each day from now on."""
        if not label.strip():
            return
        # Whoever never chose keeps what is asked of everybody.
        self.person.tracked_symptoms = tracked_codes(self.person)
        profiles.add_own_symptom(session, user_id=self.person.id, label=label)


def tracked_codes(person: Account) -> list[str]:
    """Return what is asked each evening, in order."""
    return list(person.tracked_symptoms) or list(FIRST_TRACKED)


def asked_symptoms(person: Account, evening: Evening) -> Asked:
    """Return the symptoms of this evening's page.

    What was answered on that day is shown with the tracked ones, so that nothing
    stored hides behind "something else".
    """
    known = {each.code: each for each in _catalogue(person)}
    tracked = [code for code in tracked_codes(person) if code in known]
    answered = {"night": evening.night, "day": evening.today}
    first: dict[Part, tuple[Asking, ...]] = {}
    others: dict[Part, tuple[Asking, ...]] = {}
    parts: tuple[Part, ...] = ("night", "day")
    for part in parts:
        here = [each for each in known.values() if each.part == part]
        shown = [known[code] for code in tracked if known[code].part == part]
        shown += [
            each for each in here if each.code in answered[part] and each not in shown
        ]
        first[part] = tuple(shown)
        others[part] = tuple(each for each in here if each not in shown)
    by_part: dict[Part, tuple[str, ...]] = {
        part: tuple(code for code in tracked if known[code].part == part)
        for part in parts
    }
    return Asked(person=person, first=first, others=others, tracked=by_part)


def _catalogue(person: Account) -> list[Asking]:
    listed = [
        Asking(
            code=symptom.code,
            label=symptom.label,
            part=symptom.asked_of,
            hint=symptom.hint,
            follow_ups=symptom.follow_ups,
            telling_apart=symptom.telling_apart,
        )
        for symptom in context.current().knowledge.symptoms
    ]
    own_follow_ups = ("duration", "part_of_day", "relieved_by")
    return listed + [
        Asking(code=code, label=label, part="day", hint="", follow_ups=own_follow_ups)
        for code, label in person.own_symptoms.items()
    ]
