"""What one evening's form holds, as typed values, and the ranges that are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from journal.domain.errors import Invalid
from journal.domain.records import SITES, FoodStatus

Part = Literal["night", "day"]

#: Lowest and highest accepted figure of each fact; a day has 1440 minutes. The
#: others are far above what is likely, so that only slips of the keyboard are refused.
FACT_LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "water_ml": (0, 15_000),
    "sun_min": (0, 1440),
    "exercise_min": (0, 1440),
    "alcohol_g": (0, 1000),
    "caffeine_mg": (0, 5000),
    "night_sleep_min": (0, 1440),
}
LONGEST_NOTE = 4000
LONGEST_SYMPTOM_NOTE = 1000

NIGHT_PARTS: Final = ("falling_asleep", "during_the_night", "towards_morning")
DAY_PARTS: Final = ("morning", "afternoon", "evening", "all_day")
EASED_BY: Final = ("stretching", "moving", "massage", "warmth", "rest", "nothing")


@dataclass(frozen=True, slots=True)
class SymptomInput:
    """What the form says about one symptom; see SymptomEntry for the fields."""

    severity_0_10: int
    sites: tuple[str, ...] = ()
    part_of_day: str | None = None
    duration_min: int | None = None
    times_count: int | None = None
    woke_me: bool | None = None
    eased_by: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What one form changes; whatever is not named stays as it is.

    In `night` and `day` a symptom mapped to None goes back to "not answered".
    `rest_none` names the parts of which the `tracked` symptoms that are still not
    answered are stored as "none". A fact mapped to None goes back to "not answered",
    and so does the food status when `food_status` is "".
    """

    night: Mapping[str, SymptomInput | None] = field(default_factory=dict)
    day: Mapping[str, SymptomInput | None] = field(default_factory=dict)
    rest_none: Mapping[Part, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, float | None] = field(default_factory=dict)
    food_status: Literal["complete", "partial", ""] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Evening:
    """What is stored for the page of one journal day.

    `night` is the night that ended on the morning of `day`; it and `sleep_min`
    are stored under the day before.
    """

    day: date
    night: Mapping[str, SymptomInput]
    today: Mapping[str, SymptomInput]
    facts: Mapping[str, float | None]
    sleep_min: float | None
    food_status: FoodStatus | None
    supplements_answered: bool
    note: str
    updated_at: datetime | None

    def severities(self) -> dict[str, int]:
        """Return the severity of each answered symptom, last night and today."""
        both = [*self.night.items(), *self.today.items()]
        worst: dict[str, int] = {}
        for code, answer in both:
            worst[code] = max(worst.get(code, 0), answer.severity_0_10)
        return worst


def check_answer(symptom: str, answer: SymptomInput) -> None:
    """Raise Invalid, with the symptom as the field, for an answer out of range."""
    if not 0 <= answer.severity_0_10 <= 10:
        raise Invalid(symptom, "Choose a number from 1 to 10.")
    _among(symptom, answer.sites, SITES)
    if answer.part_of_day is not None:
        _among(symptom, [answer.part_of_day], (*NIGHT_PARTS, *DAY_PARTS))
    if answer.eased_by is not None:
        _among(symptom, [answer.eased_by], EASED_BY)
    if answer.duration_min is not None and not 0 < answer.duration_min <= 1440:
        raise Invalid(symptom, "How long: between 1 minute and 24 hours.")
    if answer.times_count is not None and not 0 < answer.times_count <= 999:
        raise Invalid(symptom, "How often: a whole number from 1 to 999.")
    if len(answer.note) > LONGEST_SYMPTOM_NOTE:
        raise Invalid(symptom, f"Keep it under {LONGEST_SYMPTOM_NOTE} letters.")


def _among(symptom: str, given: Iterable[str], known: tuple[str, ...]) -> None:
    if any(each not in known for each in given):
        raise Invalid(symptom, "Choose one of the answers shown.")


def check_facts(changes: Changes) -> None:
    """Raise Invalid for a figure or a note that cannot be accepted."""
    for name, value in changes.facts.items():
        low, high = FACT_LIMITS[name]
        if value is not None and not low <= value <= high:
            raise Invalid(name, f"Type a number between {low:g} and {high:g}.")
    if len(changes.note or "") > LONGEST_NOTE:
        raise Invalid("note", f"Keep the note under {LONGEST_NOTE} letters.")
