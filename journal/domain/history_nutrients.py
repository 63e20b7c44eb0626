"""Columns of nutrients in other programs' files, in the units of the journal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: Column without its unit to (our nutrient, our unit).
NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "energy": ("energy_kcal", "kcal"),
    "protein": ("protein_g", "g"),
    "fat": ("fat_g", "g"),
    "carbs": ("carbohydrate_g", "g"),
    "fiber": ("fibre_g", "g"),
    "water": ("water_g", "g"),
    "alcohol": ("alcohol_g", "g"),
    "caffeine": ("caffeine_mg", "mg"),
    "calcium": ("calcium_mg", "mg"),
    "iron": ("iron_mg", "mg"),
    "magnesium": ("magnesium_mg", "mg"),
    "phosphorus": ("phosphorus_mg", "mg"),
    "potassium": ("potassium_mg", "mg"),
    "sodium": ("sodium_mg", "mg"),
    "zinc": ("zinc_mg", "mg"),
    "copper": ("copper_mg", "mg"),
    "b1 (thiamine)": ("thiamin_mg", "mg"),
    "b6 (pyridoxine)": ("vitamin_b6_mg", "mg"),
    "b12 (cobalamin)": ("vitamin_b12_ug", "ug"),
    "vitamin c": ("vitamin_c_mg", "mg"),
    "vitamin d": ("vitamin_d_ug", "ug"),
    "vitamin e": ("vitamin_e_mg", "mg"),
    "vitamin k": ("vitamin_k_ug", "ug"),
}
#: Columns of which the file does not say enough, with the reason.
UNCLEAR: Final[Mapping[str, str]] = {
    "folate": "the file does not say whether it counts added folic acid",
    "vitamin a": "the file does not say in which form it is counted",
}
#: (unit of the file, our unit) to what the figure is multiplied by.
FACTORS: Final[Mapping[tuple[str, str], float]] = {
    ("g", "mg"): 1000.0,
    ("mg", "g"): 0.001,
    ("mg", "ug"): 1000.0,
    ("ug", "mg"): 0.001,
    ("g", "ug"): 1_000_000.0,
    ("ml", "g"): 1.0,  # water only
    ("l", "g"): 1000.0,
    ("kj", "kcal"): 1 / 4.184,
    ("cal", "kcal"): 1.0,  # "Cal" with a capital, as on labels
}
#: Of vitamin D 40 international units are one microgram; no other has one factor.
IU_PER_UG_VITAMIN_D: Final = 40.0
_COLUMN = re.compile(r"(?P<name>.+?)\s*\((?P<unit>[^()]*)\)")


def column_of(header: str) -> tuple[str, float] | str | None:
    """Return (nutrient key, factor) for a column, why not, or None for another one.

    The unit is read from the header: "Vitamin D (IU)" is divided by 40.
    """
    found = _COLUMN.fullmatch(header)
    if found is None:
        return None
    name, unit = found["name"].casefold(), plain_unit(found["unit"])
    if name in UNCLEAR:
        return UNCLEAR[name]
    if name not in NAMES:
        return None
    key, ours = NAMES[name]
    factor = factor_of(key, unit, ours)
    if factor is None:
        return f"the unit “{found['unit']}” is not known for it"
    return key, factor


def factor_of(key: str, unit: str, ours: str) -> float | None:
    """Return what a figure in `unit` is multiplied by, None when it is not known."""
    if unit == ours:
        return 1.0
    if unit == "iu":
        return 1 / IU_PER_UG_VITAMIN_D if key == "vitamin_d_ug" else None
    if unit in {"ml", "l"} and key != "water_g":
        return None
    return FACTORS.get((unit, ours))


def plain_unit(unit: str) -> str:
    """Return a unit in one spelling: both signs for micro and "mcg" are "ug"."""
    word = unit.strip().casefold().replace("\u00b5", "u").replace("\u03bc", "u")
    return {"mcg": "ug"}.get(word, word)
