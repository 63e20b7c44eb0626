# ruff: noqa: INP001
"""A food of the table and what would make it implausible."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import isnan

from food_portions import GRAMS_LARGEST_PORTION, Portion
from usda_release import NAMES

GRAMS_SALT_PER_MG_SODIUM = 2.54e-3


@dataclass
class Food:
    """One food of ours with its portions and other names."""

    row: dict[str, str]
    portions: list[Portion]
    synonyms: list[str]
    fill_code: str = ""


def energy_fits(figures: dict[str, float]) -> bool:
    """Compare energy with 4/4/9/7 kcal a gram; fibre may count half; unknown fits."""
    macros = (figures[f"{n}_g"] for n in ("protein", "carbohydrate", "fat", "alcohol"))
    expected = sum(
        grams * factor for grams, factor in zip(macros, (4, 4, 9, 7), strict=True)
    )
    fibre = 0 if isnan(figures["fibre_g"]) else 2 * figures["fibre_g"]
    energy = figures["energy_kcal"]
    slack = max(15.0, 0.13 * energy)
    return isnan(expected) or energy - slack <= expected <= energy + slack + fibre


def weights_fit(figures: dict[str, float]) -> bool:
    """Check that water, macros and salt are close to 100 g; unknown fits."""
    macros = ("protein", "carbohydrate", "fat", "alcohol", "water")
    total = sum(figures[f"{n}_g"] for n in macros)
    total += figures["sodium_mg"] * GRAMS_SALT_PER_MG_SODIUM
    return isnan(total) or 92 <= total <= 102.5


def food_problems(food: Food) -> list[str]:
    """Return what is implausible about one food."""
    found: list[str] = []
    figures = {name: float(food.row[name] or "nan") for name in NAMES}
    if not energy_fits(figures):
        found.append(f"{figures['energy_kcal']} kcal do not fit the macros")
    if not weights_fit(figures):
        found.append("water, macros and salt are far from 100 g")
    if not food.portions:
        found.append("no portion")
    for label, grams, _ in food.portions:
        if not 0.1 <= grams <= GRAMS_LARGEST_PORTION:
            found.append(f"{label} weighs {grams} g")
    return found


def problems(foods: list[Food], allowed: dict[str, str]) -> list[str]:
    """Return what is implausible; foods in ``allowed`` are known and explained."""
    found = [
        f"{food.row['id']}: {problem}"
        for food in foods
        if food.row["id"] not in allowed
        for problem in food_problems(food)
    ]
    for key in ("id", "name"):
        count = Counter(food.row[key].casefold() for food in foods)
        found += [f"{value}: {key} twice" for value, n in count.items() if n > 1]
    unknown = allowed.keys() - {food.row["id"] for food in foods}
    return found + [f"{identifier}: odd but not in the table" for identifier in unknown]
