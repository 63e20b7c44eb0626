"""What one journal day holds, as plain values that the pure core works on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class FoodStatus(StrEnum):
    """What the person said about the day's food log; no answer is None."""

    COMPLETE = "complete"
    PARTIAL = "partial"


class Slot(StrEnum):
    """The meals of a day, in their order."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    SNACKS = "snacks"
    DRINKS = "drinks"


SIDES = ("left", "right")
PLACES = ("thigh", "knee", "calf", "shin", "foot", "toes", "whole_leg")
SITES = tuple(f"{place}_{side}" for place in PLACES for side in SIDES)


@dataclass(frozen=True, slots=True)
class SymptomAnswer:
    """An answer to one symptom for one night or day.

    `severity_0_10` is 0 for "none", which is an answer. A symptom without an answer
    has no SymptomAnswer at all. Every other field may be unknown (None or empty).
    """

    symptom: str
    severity_0_10: int
    sites: tuple[str, ...] = ()
    part_of_day: str | None = None
    duration_min: int | None = None
    times_count: int | None = None
    woke_me: bool | None = None
    eased_by: str | None = None
    note: str = ""

    @property
    def present(self) -> bool:
        """Whether the symptom was there."""
        return self.severity_0_10 > 0


@dataclass(frozen=True, slots=True)
class EatenItem:
    """One food of one meal.

    `amount_g` is None when not known. `per_100_g` maps a nutrient key
    ("magnesium_mg") to its figure; a missing key is unknown, never zero. `food_id`
    is None for food that was not recognised and is kept as text.
    """

    slot: Slot
    name: str
    amount_g: float | None
    food_id: str | None = None
    per_100_g: Mapping[str, float] = field(default_factory=dict)
    amount_assumed: bool = False
    #: Of a recipe: nutrient key to the share (0 to 1) of it that the figure covers; a
    #: missing key is all of it.
    known_shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SupplementTaken:
    """One supplement product taken on one day.

    `amounts` maps a nutrient key to the amount of one dose times the doses taken.
    """

    name: str
    doses: float
    amounts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """Everything known about one journal day; the night after it included.

    `day_answers` are about the day itself, `night_answers` about the night that
    follows it. None means not answered throughout.
    """

    day: date
    day_answers: Mapping[str, SymptomAnswer] = field(default_factory=dict)
    night_answers: Mapping[str, SymptomAnswer] = field(default_factory=dict)
    items: tuple[EatenItem, ...] = ()
    supplements: tuple[SupplementTaken, ...] = ()
    supplements_answered: bool = False
    food_status: FoodStatus | None = None
    #: Meals that were answered "none": skipped, which is not the same as not written.
    skipped: tuple[Slot, ...] = ()
    water_ml: float | None = None
    sun_min: float | None = None
    exercise_min: float | None = None
    alcohol_g: float | None = None
    caffeine_mg: float | None = None
    night_sleep_min: float | None = None
    note: str = ""

    @property
    def is_food_complete(self) -> bool:
        """Whether the person said that this was all they ate."""
        return self.food_status is FoodStatus.COMPLETE

    @property
    def meals_answered(self) -> frozenset[Slot]:
        """The meals that are known: with food, or answered "none"."""
        return frozenset({*(item.slot for item in self.items), *self.skipped})

    @property
    def is_logged(self) -> bool:
        """Whether anything at all was written down for the day or its night."""
        return bool(
            self.day_answers
            or self.night_answers
            or self.items
            or self.skipped
            or self.food_status
            or self.supplements_answered
            or self.note
            or any(
                value is not None
                for value in (
                    self.water_ml,
                    self.sun_min,
                    self.exercise_min,
                    self.alcohol_g,
                    self.caffeine_mg,
                    self.night_sleep_min,
                )
            )
        )
