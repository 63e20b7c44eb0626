"""What a day's food and supplements contained, and how much of it is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal.domain.records import DayRecord, EatenItem

#: Nutrient keys kept for every food, per 100 g, in the order of the food table.
NUTRIENT_KEYS = (
    "energy_kcal",
    "protein_g",
    "fat_g",
    "carbohydrate_g",
    "fibre_g",
    "water_g",
    "alcohol_g",
    "caffeine_mg",
    "calcium_mg",
    "iron_mg",
    "magnesium_mg",
    "phosphorus_mg",
    "potassium_mg",
    "sodium_mg",
    "zinc_mg",
    "copper_mg",
    "vitamin_a_rae_ug",
    "thiamin_mg",
    "vitamin_b6_mg",
    "folate_dfe_ug",
    "vitamin_b12_ug",
    "vitamin_c_mg",
    "vitamin_d_ug",
    "vitamin_e_mg",
    "vitamin_k_ug",
)

#: The ones shown on every report, in reading order.
REPORTED_KEYS = (
    "magnesium_mg",
    "calcium_mg",
    "iron_mg",
    "vitamin_b12_ug",
    "vitamin_d_ug",
    "vitamin_e_mg",
    "potassium_mg",
    "folate_dfe_ug",
    "vitamin_b6_mg",
    "energy_kcal",
    "water_g",
)

#: Energy assumed for food without an energy figure, only to weigh its share of a day:
#: the middle of ordinary mixed dishes. Never shown and never added to an intake.
WEIGHING_KCAL_PER_100_G = 150.0
#: Weight assumed for food without an amount, for the same purpose only.
WEIGHING_AMOUNT_G = 100.0


@dataclass(frozen=True, slots=True)
class Intake:
    """The intake of one nutrient over one day.

    :param food: sum over foods with a figure and an amount; "at least" this much
    :param supplements: sum over supplements
    :param known_share_0_1: share of the day's food, by energy, whose value is known
    """

    food: float
    supplements: float
    known_share_0_1: float

    @property
    def total(self) -> float:
        """Food and supplements together."""
        return self.food + self.supplements

    @property
    def is_fully_known(self) -> bool:
        """Whether no part is missing (to a tenth of a percent)."""
        return self.known_share_0_1 >= 0.999


def weighing_kcal(item: EatenItem) -> float:
    """Return the weight of an item when shares of a day are worked out.

    For water, coffee or salt the energy is near zero; a gram in every hundred keeps
    them from weighing nothing at all.
    """
    amount_g = WEIGHING_AMOUNT_G if item.amount_g is None else item.amount_g
    per_100_g = item.per_100_g.get("energy_kcal", WEIGHING_KCAL_PER_100_G)
    return amount_g * max(per_100_g, 1.0) / 100


def day_intake(record: DayRecord, key: str) -> Intake:
    """Return the day's intake of nutrient `key`.

    Unknown values and unknown amounts add nothing to the sum and lower the known
    share; so does the part of a recipe whose ingredients have no figure. A day without
    any food item has a known share of 0: nothing is known.
    """
    return _intake(record, key, _weighed(record))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A day's food: (figures, grams, weight, known shares) where grams are known.

    `everything` is the weight of all of it.
    """

    known: Sequence[tuple[Mapping[str, float], float, float, Mapping[str, float]]]
    everything: float


def _weighed(record: DayRecord) -> _Weighed:
    everything, known = 0.0, []
    for item in record.items:
        weight = weighing_kcal(item)
        everything += weight
        if item.amount_g is not None:
            known.append((item.per_100_g, item.amount_g, weight, item.known_shares))
    return _Weighed(known, everything)


def _intake(record: DayRecord, key: str, eaten: _Weighed) -> Intake:
    food = known = 0.0
    for per_100_g, amount_g, weight, shares in eaten.known:
        value = per_100_g.get(key)
        if value is not None:
            food += value * amount_g / 100
            known += weight * shares.get(key, 1.0) if shares else weight
    if key == "water_g" and record.water_ml is not None:
        food += record.water_ml
    if key == "alcohol_g" and record.alcohol_g is not None:
        food += record.alcohol_g
    if key == "caffeine_mg" and record.caffeine_mg is not None:
        food += record.caffeine_mg
    supplements = sum(taken.amounts.get(key, 0.0) for taken in record.supplements)
    share = known / eaten.everything if eaten.everything > 0 else 0.0
    return Intake(food=food, supplements=supplements, known_share_0_1=share)


def day_intakes(
    record: DayRecord, keys: Iterable[str] = REPORTED_KEYS
) -> Mapping[str, Intake]:
    """Return the day's intake of each nutrient in `keys`."""
    eaten = _weighed(record)
    return {key: _intake(record, key, eaten) for key in keys}
