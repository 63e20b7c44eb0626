"""Reads the survey's "At A Glance" workbooks: nutrient values, and portions."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from journal.services.foodimport_files import MAXIMUM_WORKBOOK_BYTES, opened_zip
from journal.services.foodimport_record import (
    SURVEY,
    ImportedFood,
    Progress,
    figure,
    food_of,
    unusable,
)

NUTRIENTS: Final = "FNDDS Nutrient Values"
PORTIONS: Final = "Portions and Weights"
#: They come with the other two and hold no figure that we keep.
WITHOUT_FIGURES: Final = {"Food and Beverages", "FNDDS Ingredients"}
_COLUMNS: Final = {
    "energy_kcal": "Energy (kcal)",
    "protein_g": "Protein (g)",
    "fat_g": "Total Fat (g)",
    "carbohydrate_g": "Carbohydrate (g)",
    "fibre_g": "Fiber, total dietary (g)",
    "water_g": "Water (g)",
    "alcohol_g": "Alcohol (g)",
    "caffeine_mg": "Caffeine (mg)",
    "calcium_mg": "Calcium (mg)",
    "iron_mg": "Iron (mg)",
    "magnesium_mg": "Magnesium (mg)",
    "phosphorus_mg": "Phosphorus (mg)",
    "potassium_mg": "Potassium (mg)",
    "sodium_mg": "Sodium (mg)",
    "zinc_mg": "Zinc (mg)",
    "copper_mg": "Copper (mg)",
    "vitamin_a_rae_ug": "Vitamin A, RAE (mcg_RAE)",
    "thiamin_mg": "Thiamin (mg)",
    "vitamin_b6_mg": "Vitamin B-6 (mg)",
    "folate_dfe_ug": "Folate, DFE (mcg_DFE)",
    "vitamin_b12_ug": "Vitamin B-12 (mcg)",
    "vitamin_c_mg": "Vitamin C (mg)",
    "vitamin_d_ug": "Vitamin D (D2 + D3) (mcg)",
    "vitamin_e_mg": "Vitamin E (alpha-tocopherol) (mg)",
    "vitamin_k_ug": "Vitamin K (phylloquinone) (mcg)",
}
_ALL: Final = {NUTRIENTS, PORTIONS, *WITHOUT_FIGURES}
#: Rows for those who code interviews, not portions that people take.
_NO_PORTION: Final = ("quantity not specified", "guideline amount")
_CATEGORY: Final = "WWEIA Category description"


def fndds_foods(paths: list[Path], progress: Progress) -> Iterator[ImportedFood]:
    """Yield the foods of a nutrient workbook, with portions when there is one too."""
    kinds = _kinds_of(paths)
    for kind in WITHOUT_FIGURES & set(kinds):
        progress(kinds[kind].stat().st_size)
    portions: dict[str, list[tuple[str, float | None]]] = {}
    if PORTIONS in kinds:
        wanted = {"Food code", "Portion description", "Portion weight (g)"}
        for row in _rows(kinds[PORTIONS], PORTIONS, wanted):
            label = str(row["Portion description"] or "")
            if not label.lower().startswith(_NO_PORTION):
                grams = figure(row["Portion weight (g)"])
                portions.setdefault(_code(row), []).append((label, grams))
        progress(kinds[PORTIONS].stat().st_size)
    wanted = {"Food code", "Main food description", _CATEGORY, *_COLUMNS.values()}
    for row in _rows(kinds[NUTRIENTS], NUTRIENTS, wanted):
        code = _code(row)
        food = food_of(
            id=f"fndds-{code}",
            source=SURVEY,
            source_code=code,
            name=str(row["Main food description"] or ""),
            category=str(row[_CATEGORY] or ""),
            figures={key: figure(row[column]) for key, column in _COLUMNS.items()},
            portions=portions.get(code, []),
        )
        if food:
            yield food
    progress(kinds[NUTRIENTS].stat().st_size)


def _kinds_of(paths: list[Path]) -> dict[str, Path]:
    """Return the workbooks by their first sheet; refuse what cannot be read so."""
    kinds = {sheet_of(path): path for path in paths}
    unknown = [kinds[kind].name for kind in set(kinds) - _ALL]
    if unknown:
        raise unusable(f"{min(unknown)} is not one of the survey's workbooks.")
    if NUTRIENTS not in kinds:
        raise unusable(
            f"{paths[0].name} has no figures of its own. The survey comes as the "
            "workbook of nutrient values, and beside it that of portions and weights."
        )
    return kinds


def sheet_of(path: Path) -> str:
    """Return the name of a workbook's first sheet."""
    with _workbook(path) as book:
        return str(book.sheetnames[0]).strip()


def _code(row: dict[str, Any]) -> str:
    code = str(row["Food code"])
    if not (code.isascii() and code.isdigit() and len(code) <= 12):
        raise unusable(f"This is not a food code: {code[:20]!r}.")
    return code


def _rows(path: Path, sheet: str, wanted: set[str]) -> Iterator[dict[str, Any]]:
    with _workbook(path) as book:
        rows = book.worksheets[0].iter_rows(values_only=True)
        next(rows, None)  # the title
        header = [" ".join(str(cell or "").split()) for cell in next(rows, ())]
        missing = wanted - set(header)
        if missing:
            raise unusable(f"{sheet} has no column {', '.join(sorted(missing))}.")
        for row in rows:
            if row and row[0] is not None:
                yield dict(zip(header, row, strict=False))


@contextmanager
def _workbook(path: Path) -> Iterator[Any]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with opened_zip(path, maximum_bytes=MAXIMUM_WORKBOOK_BYTES):
        pass
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles it leaves out
            book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, SyntaxError):
        raise unusable(f"{path.name} is not a workbook.") from None
    try:
        yield book
    except (zipfile.BadZipFile, SyntaxError):
        raise unusable(f"{path.name} is damaged.") from None
    finally:
        book.close()
