"""Reads Open Food Facts' CSV export row by row (in truth separated by tabs)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from journal.services.foodimport_files import (
    MAXIMUM_TABLE_BYTES,
    STREAM_RATIO_FROM_BYTES,
    Bytes,
    is_bomb,
    table,
)
from journal.services.foodimport_record import (
    OPEN_FOOD_FACTS,
    ImportedFood,
    Progress,
    figure,
    food_of,
    unusable,
)

# Every figure of the export is in grams per 100 g (or 100 ml), whatever the label
# said; ours times this. Vitamin A (labels differ between RE, RAE and IU), folate
# (folic acid or DFE) and alcohol (percent by volume) have no certain meaning there
# and stay unknown.
_COLUMNS: Final = {
    "protein_g": ("proteins_100g", 1.0),
    "fat_g": ("fat_100g", 1.0),
    "carbohydrate_g": ("carbohydrates_100g", 1.0),
    "fibre_g": ("fiber_100g", 1.0),
    "caffeine_mg": ("caffeine_100g", 1e3),
    "calcium_mg": ("calcium_100g", 1e3),
    "iron_mg": ("iron_100g", 1e3),
    "magnesium_mg": ("magnesium_100g", 1e3),
    "phosphorus_mg": ("phosphorus_100g", 1e3),
    "potassium_mg": ("potassium_100g", 1e3),
    "sodium_mg": ("sodium_100g", 1e3),
    "zinc_mg": ("zinc_100g", 1e3),
    "copper_mg": ("copper_100g", 1e3),
    "thiamin_mg": ("vitamin-b1_100g", 1e3),
    "vitamin_b6_mg": ("vitamin-b6_100g", 1e3),
    "vitamin_b12_ug": ("vitamin-b12_100g", 1e6),
    "vitamin_c_mg": ("vitamin-c_100g", 1e3),
    "vitamin_d_ug": ("vitamin-d_100g", 1e6),
    "vitamin_e_mg": ("vitamin-e_100g", 1e3),
    "vitamin_k_ug": ("vitamin-k_100g", 1e6),
}
NEEDED: Final = {"code", "product_name", "proteins_100g", "energy_100g"}
KJ_PER_KCAL: Final = 4.184
_GRAMS: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:g|grams?|gr)\b", re.IGNORECASE)


def off_foods(path: Path, progress: Progress) -> Iterator[ImportedFood]:
    """Yield the products that have a barcode, a name and at least one figure."""
    with path.open("rb") as raw:
        is_packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        if is_packed:
            with gzip.open(raw) as unpacked:
                yield from _foods(unpacked, path, _Watch(raw, progress))
        else:
            yield from _foods(raw, path, _Watch(raw, progress))


class _Watch:
    """Counts what was unpacked, reports what was read, and stops a bomb."""

    def __init__(self, raw: IO[bytes], progress: Progress) -> None:
        self._raw = raw
        self._progress = progress
        self._told = 0
        self._unpacked = 0

    def __call__(self, size: int) -> None:
        self._unpacked += size
        packed = self._raw.tell()
        is_over = self._unpacked > MAXIMUM_TABLE_BYTES
        if is_over or is_bomb(
            packed, self._unpacked, from_bytes=STREAM_RATIO_FROM_BYTES
        ):
            raise unusable("The file unpacks to far more than it should.")
        if packed != self._told:
            self._progress(packed - self._told)
            self._told = packed


def _foods(stream: Bytes, path: Path, progress: Progress) -> Iterator[ImportedFood]:
    for row in table(stream, path.name, NEEDED, progress, separator="\t"):
        code = row["code"].strip()
        if not (code.isascii() and code.isdigit() and len(code) <= 24):
            continue
        figures: dict[str, float | None] = {"energy_kcal": _energy_kcal(row)}
        for key, (column, factor) in _COLUMNS.items():
            value = figure(row.get(column, ""))
            figures[key] = None if value is None else round(value * factor, 6)
        food = food_of(
            id=f"off-{code}",
            source=OPEN_FOOD_FACTS,
            source_code=code,
            name=_name(row),
            category=row.get("main_category_en", ""),
            figures=figures,
            portions=_portions(row),
        )
        if food:
            yield food


def _energy_kcal(row: dict[str, str]) -> float | None:
    kcal = figure(row.get("energy-kcal_100g", ""))
    if kcal is not None:
        return kcal
    kilojoule = figure(row["energy_100g"])  # always in kJ
    return None if kilojoule is None else round(kilojoule / KJ_PER_KCAL, 1)


def _name(row: dict[str, str]) -> str:
    name = row["product_name"].strip()
    brand = row.get("brands", "").split(",")[0].strip()
    if name and brand and brand.lower() not in name.lower():
        return f"{name}, {brand}"
    return name


def _portions(row: dict[str, str]) -> list[tuple[str, float | None]]:
    """Return the serving when its label gives grams: of 250 ml nobody knows them."""
    label = row.get("serving_size", "")
    grams = _GRAMS.search(label)
    if grams is None:
        return []
    return [("1 serving", figure(grams[1].replace(",", ".")))]
