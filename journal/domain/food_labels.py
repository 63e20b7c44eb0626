"""A food's label becomes figures per 100 g; what the label leaves out stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.domain.compounds import COMPOUNDS
from journal.domain.doses import LABEL_UNITS, LabelUnit
from journal.domain.errors import Invalid
from journal.domain.nutrient_names import NUTRIENT_NAMES

KJ_PER_KCAL: Final = 4.184
#: Salt on European labels is sodium times 2.5 (Regulation (EU) 1169/2011, annex I).
SODIUM_PER_SALT: Final = 1 / 2.5
# Pure fat has about 902 kcal per 100 g; more is a slip of the keyboard.
MAXIMUM_KCAL: Final = 950.0
#: The parts of a food together, in g per 100 g, with room for rounding.
MAXIMUM_SUM_G: Final = 105.0
_PARTS: Final = ("protein_g", "fat_g", "carbohydrate_g", "water_g", "alcohol_g")
_WHOLE: Final[Mapping[str, float]] = {"g": 100.0, "mg": 100_000.0, "ug": 100_000_000.0}

_COMPOUND_CODES: Final = frozenset(each.code for each in COMPOUNDS)
_GRAMS: Final = (LabelUnit("g", "g", 1.0),)
# Carotene in food counts less than in tablets: of 12 µg counts 1 µg.
_VITAMIN_A_IN_FOOD: Final = tuple(
    LabelUnit("iu_carotene", "IU, carotene in food", 0.05, unit.source)
    if unit.code == "iu_carotene"
    else unit
    for unit in LABEL_UNITS["vitamin_a_rae_ug"]
)

#: Units on labels of foods by nutrient key, in the order of a label.
FOOD_UNITS: Final[Mapping[str, tuple[LabelUnit, ...]]] = {
    "energy_kcal": (
        LabelUnit("kcal", "kcal", 1.0),
        LabelUnit("kj", "kJ", 1 / KJ_PER_KCAL, "1 kcal is 4.184 kJ"),
    ),
    "fat_g": _GRAMS,
    "carbohydrate_g": _GRAMS,
    "fibre_g": _GRAMS,
    "protein_g": _GRAMS,
    "sodium_mg": (
        LabelUnit("mg", "mg sodium", 1.0),
        LabelUnit("g", "g sodium", 1000.0),
        LabelUnit(
            "salt",
            "g salt",
            1000 * SODIUM_PER_SALT,
            "Regulation (EU) 1169/2011, annex I: salt is sodium times 2.5",
        ),
    ),
    **{
        key: tuple(unit for unit in units if unit.code not in _COMPOUND_CODES)
        for key, units in LABEL_UNITS.items()
    },
    "vitamin_a_rae_ug": _VITAMIN_A_IN_FOOD,
    "alcohol_g": _GRAMS,
    "water_g": _GRAMS,
}


def per_100_g(
    amounts: Mapping[str, tuple[float, str]], *, basis_g: float
) -> dict[str, float]:
    """Return a label's figures per 100 g.

    :param amounts: nutrient key to (amount as printed, code of its unit); a nutrient
        that the label does not name is not in it, and stays unknown
    :param basis_g: the grams the label's figures are for: 100, or one serving
    :raises Invalid: for a figure that no food can have, under the nutrient's key
    """
    figures: dict[str, float] = {}
    for key, (amount, code) in amounts.items():
        unit = next(each for each in FOOD_UNITS[key] if code in {each.code, ""})
        value = amount * unit.factor * 100 / basis_g
        most = MAXIMUM_KCAL if key == "energy_kcal" else _WHOLE[key.rsplit("_", 1)[1]]
        if not 0 <= value <= most:
            raise Invalid(
                key,
                f"{NUTRIENT_NAMES[key]}: that is more than 100 g of food can hold. "
                "Check the number, the unit and the serving.",
            )
        figures[key] = round(value, 5)
    total = sum(figures.get(key, 0.0) for key in _PARTS)
    if total > MAXIMUM_SUM_G:
        raise Invalid(
            "carbohydrate_g",
            f"Fat, carbohydrate and protein together are {total:.0f} g in 100 g. "
            "Check the numbers and the serving.",
        )
    return figures
