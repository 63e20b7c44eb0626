"""What each nutrient of the food table is called, and its unit in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NUTRIENT_NAMES: Final[Mapping[str, str]] = {
    "energy_kcal": "Energy",
    "protein_g": "Protein",
    "fat_g": "Fat",
    "carbohydrate_g": "Carbohydrate",
    "fibre_g": "Fibre",
    "water_g": "Water",
    "alcohol_g": "Alcohol",
    "caffeine_mg": "Caffeine",
    "calcium_mg": "Calcium",
    "iron_mg": "Iron",
    "magnesium_mg": "Magnesium",
    "phosphorus_mg": "Phosphorus",
    "potassium_mg": "Potassium",
    "sodium_mg": "Sodium",
    "zinc_mg": "Zinc",
    "copper_mg": "Copper",
    "vitamin_a_rae_ug": "Vitamin A",
    "thiamin_mg": "Vitamin B1 (thiamin)",
    "vitamin_b6_mg": "Vitamin B6",
    "folate_dfe_ug": "Folate",
    "vitamin_b12_ug": "Vitamin B12",
    "vitamin_c_mg": "Vitamin C",
    "vitamin_d_ug": "Vitamin D",
    "vitamin_e_mg": "Vitamin E",
    "vitamin_k_ug": "Vitamin K",
}
_UNITS: Final[Mapping[str, str]] = {"kcal": "kcal", "g": "g", "mg": "mg", "ug": "µg"}


def unit_words(key: str) -> str:
    """Return the unit at the end of a nutrient's key as shown: "vitamin_d_ug": µg."""
    return _UNITS[key.rsplit("_", 1)[1]]
