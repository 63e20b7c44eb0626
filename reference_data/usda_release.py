# ruff: noqa: INP001
"""Read foods, figures and portions from USDA's own release files."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FNDDS = "2021-2023 FNDDS At A Glance - {}.xlsx"
FOUNDATION = "FoodData_Central_foundation_food_csv_*.zip"
USUAL = "Quantity not specified"

# Our column, its heading in the FNDDS workbook, its heading in usda/foods.csv
# (SR Legacy there has no fat, carbohydrate, fibre or vitamin A).
NUTRIENTS: tuple[tuple[str, str, str], ...] = (
    ("energy_kcal", "Energy (kcal)", "energy_kcal"),
    ("protein_g", "Protein (g)", "protein_g"),
    ("fat_g", "Total Fat (g)", ""),
    ("carbohydrate_g", "Carbohydrate (g)", ""),
    ("fibre_g", "Fiber, total dietary (g)", ""),
    ("water_g", "Water (g)", "water_g"),
    ("alcohol_g", "Alcohol (g)", "alcohol_g"),
    ("caffeine_mg", "Caffeine (mg)", "caffeine_mg"),
    ("calcium_mg", "Calcium (mg)", "calcium_mg"),
    ("iron_mg", "Iron (mg)", "iron_mg"),
    ("magnesium_mg", "Magnesium (mg)", "magnesium_mg"),
    ("phosphorus_mg", "Phosphorus (mg)", "phosphorus_mg"),
    ("potassium_mg", "Potassium (mg)", "potassium_mg"),
    ("sodium_mg", "Sodium (mg)", "sodium_mg"),
    ("zinc_mg", "Zinc (mg)", "zinc_mg"),
    ("copper_mg", "Copper (mg)", "copper_mg"),
    ("vitamin_a_rae_ug", "Vitamin A, RAE (mcg_RAE)", ""),
    ("thiamin_mg", "Thiamin (mg)", "thiamin_b1_mg"),
    ("vitamin_b6_mg", "Vitamin B-6 (mg)", "vitamin_b6_mg"),
    ("folate_dfe_ug", "Folate, DFE (mcg_DFE)", "folate_dfe_ug"),
    ("vitamin_b12_ug", "Vitamin B-12 (mcg)", "vitamin_b12_ug"),
    ("vitamin_c_mg", "Vitamin C (mg)", "vitamin_c_mg"),
    ("vitamin_d_ug", "Vitamin D (D2 + D3) (mcg)", "vitamin_d_ug"),
    ("vitamin_e_mg", "Vitamin E (alpha-tocopherol) (mg)", "vitamin_e_mg"),
    ("vitamin_k_ug", "Vitamin K (phylloquinone) (mcg)", "vitamin_k_ug"),
)
NAMES = tuple(name for name, _, _ in NUTRIENTS)

# FoodData Central's nutrient numbers; where a food has several, the first wins.
# Newer Foundation foods carry energy by Atwater factors (2048, 2047) only.
FOUNDATION_NUTRIENTS: dict[str, tuple[str, ...]] = {
    "energy_kcal": ("1008", "2048", "2047"),
    "protein_g": ("1003",),
    "fat_g": ("1004", "1085"),
    "carbohydrate_g": ("1005",),
    "fibre_g": ("1079", "2033"),
    "water_g": ("1051",),
    "alcohol_g": ("1018",),
    "caffeine_mg": ("1057",),
    "calcium_mg": ("1087",),
    "iron_mg": ("1089",),
    "magnesium_mg": ("1090",),
    "phosphorus_mg": ("1091",),
    "potassium_mg": ("1092",),
    "sodium_mg": ("1093",),
    "zinc_mg": ("1095",),
    "copper_mg": ("1098",),
    "vitamin_a_rae_ug": ("1106",),
    "thiamin_mg": ("1165",),
    "vitamin_b6_mg": ("1175",),
    "folate_dfe_ug": ("1190",),
    "vitamin_b12_ug": ("1178",),
    "vitamin_c_mg": ("1162",),
    "vitamin_d_ug": ("1114",),
    "vitamin_e_mg": ("1109",),
    "vitamin_k_ug": ("1185",),
}


@dataclass
class UsdaFood:
    """One USDA food: figures per 100 g (None where USDA has none) and portions."""

    code: str
    figures: dict[str, str | None]
    usual_g: float | None = None
    portions: list[tuple[str, float]] = field(default_factory=list)


def plain(value: object) -> str | None:
    """Return a figure as text without float noise; None when there is none."""
    if value is None or value == "":
        return None
    return f"{float(str(value)):.6g}"


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read a CSV file as rows keyed by its header."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def workbook_rows(path: Path) -> Iterator[dict[str, object]]:
    """Yield the rows of a workbook's first sheet keyed by its second line."""
    from openpyxl import load_workbook

    sheet = load_workbook(path, read_only=True).worksheets[0]
    rows = sheet.iter_rows(min_row=2, values_only=True)
    header = [" ".join(str(cell).split()) for cell in next(rows)]
    for row in rows:
        yield dict(zip(header, row, strict=True))


def read_usda(folder: Path) -> dict[str, UsdaFood]:
    """Read SR Legacy, FNDDS and Foundation foods, keyed by source code."""
    official = folder / "official"
    return {
        **read_sr_legacy(folder / "usda"),
        **read_fndds(official),
        **read_foundation(next(official.glob(FOUNDATION))),
    }


def read_sr_legacy(folder: Path) -> dict[str, UsdaFood]:
    """Read SR Legacy foods from foods.csv and portions.csv, one row a food."""
    foods: dict[str, UsdaFood] = {}
    for row in read_csv(folder / "foods.csv"):
        if row["source"] == "sr_legacy":
            figures = {ours: plain(row.get(sr)) for ours, _, sr in NUTRIENTS}
            foods[row["food_id"]] = UsdaFood(row["food_id"], figures)
    for row in read_csv(folder / "portions.csv"):
        if (food := foods.get(row["food_id"])) and row["grams"]:
            food.portions.append((row["description"], float(row["grams"])))
    return foods


def read_fndds(folder: Path) -> dict[str, UsdaFood]:
    """Read FNDDS foods and portions from the At A Glance workbooks."""
    foods: dict[str, UsdaFood] = {}
    for cells in workbook_rows(folder / FNDDS.format("FNDDS Nutrient Values")):
        code = f"fndds:{cells['Food code']}"
        figures = {ours: plain(cells[fndds]) for ours, fndds, _ in NUTRIENTS}
        foods[code] = UsdaFood(code, figures)
    for cells in workbook_rows(folder / FNDDS.format("Portions and Weights")):
        food = foods.get(f"fndds:{cells['Food code']}")
        grams = float(str(cells["Portion weight (g)"] or 0))
        if food and grams > 0:
            label = str(cells["Portion description"])
            if label == USUAL:
                food.usual_g = grams
            food.portions.append((label, grams))
    return foods


def read_foundation(archive_path: Path) -> dict[str, UsdaFood]:
    """Read a Foundation Foods zip as published; the key holds the FDC id."""
    foods: dict[str, UsdaFood] = {}
    with zipfile.ZipFile(archive_path) as archive:
        folder = archive_path.stem

        def rows(name: str) -> Iterator[dict[str, str]]:
            with archive.open(f"{folder}/{name}") as raw:
                yield from csv.DictReader(io.TextIOWrapper(raw, "utf-8"))

        wanted = {row["fdc_id"] for row in rows("foundation_food.csv")}
        amounts: dict[tuple[str, str], str] = {
            (row["fdc_id"], row["nutrient_id"]): row["amount"]
            for row in rows("food_nutrient.csv")
            if row["fdc_id"] in wanted
        }
    for fdc_id in wanted:
        figures = {
            name: next(
                (
                    plain(amounts[fdc_id, number])
                    for number in numbers
                    if (fdc_id, number) in amounts
                ),
                None,
            )
            for name, numbers in FOUNDATION_NUTRIENTS.items()
        }
        foods[f"foundation:{fdc_id}"] = UsdaFood(f"foundation:{fdc_id}", figures)
    return foods
