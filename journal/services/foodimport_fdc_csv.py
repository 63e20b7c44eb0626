"""Reads a FoodData Central CSV release; it sorts on disk, so memory stays small."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from journal.services.foodimport_files import (
    member_named,
    member_table,
    passing_tables,
)
from journal.services.foodimport_record import (
    BRANDED,
    CODES,
    FOUNDATION,
    SR_LEGACY,
    SURVEY,
    ImportedFood,
    Progress,
    figure,
    food_of,
    tidy_name,
    unusable,
)

#: Kinds of food.csv that are foods; the rest are laboratory samples.
TYPES: Final = {
    "foundation_food": FOUNDATION,
    "sr_legacy_food": SR_LEGACY,
    "survey_fndds_food": SURVEY,
    "branded_food": BRANDED,
}
_IN_GRAMS: Final = {"g", "grm", "gram", "grams"}
_NOT_SAID: Final = {"", "undetermined", "quantity not specified"}
_BATCH: Final = 5000
_TABLES: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE food (id INTEGER PRIMARY KEY, source, name, category, code);
CREATE TABLE amount (food INTEGER, key, place INTEGER, value REAL);
CREATE TABLE portion (food INTEGER, seq INTEGER, label, grams REAL);
"""


def fdc_csv_foods(
    archive: zipfile.ZipFile, progress: Progress, scratch: Path
) -> Iterator[ImportedFood]:
    """Yield the foods of a release. ``scratch`` is a folder for a passing file."""
    for name in ("food.csv", "food_nutrient.csv"):
        if member_named(archive, name) is None:
            raise unusable(f"There is no {name} in the archive.")
    with closing(passing_tables(scratch, _TABLES)) as connection:
        _check_units(archive, progress)
        _read_foods(connection, archive, progress)
        _read_amounts(connection, archive, progress)
        _read_portions(connection, archive, progress)
        yield from _joined(connection)


def _check_units(archive: zipfile.ZipFile, progress: Progress) -> None:
    for row in member_table(archive, "nutrient.csv", {"id", "unit_name"}, progress):
        code = CODES.get(row["id"])
        if code and row["unit_name"] != code.unit:
            raise unusable(
                f"nutrient.csv gives nutrient {row['id']} in {row['unit_name']}, "
                f"not in {code.unit}."
            )


def _read_foods(
    connection: sqlite3.Connection, archive: zipfile.ZipFile, progress: Progress
) -> None:
    wanted = {"id", "description"}
    categories = {
        row["id"]: row["description"]
        for row in member_table(archive, "food_category.csv", wanted, progress)
    }
    columns = {"fdc_id", "data_type", "description", "food_category_id"}
    _insert(
        connection,
        "INSERT OR REPLACE INTO food VALUES (?, ?, ?, ?, ?)",
        (
            (
                _id(row["fdc_id"]),
                TYPES[row["data_type"]],
                _name(row),
                categories.get(row["food_category_id"], ""),
                row["fdc_id"],
            )
            for row in member_table(archive, "food.csv", columns, progress)
            if row["data_type"] in TYPES
        ),
    )
    if connection.execute("SELECT 1 FROM food").fetchone() is None:
        raise unusable("There is no food in food.csv.")


def _read_amounts(
    connection: sqlite3.Connection, archive: zipfile.ZipFile, progress: Progress
) -> None:
    columns = {"fdc_id", "nutrient_id", "amount"}
    _insert(
        connection,
        "INSERT INTO amount SELECT ?1, ?2, ?3, ?4"
        " WHERE EXISTS (SELECT 1 FROM food WHERE id = ?1)",
        (
            (_id(row["fdc_id"]), code.key, code.place, value * code.factor)
            for row in member_table(archive, "food_nutrient.csv", columns, progress)
            if (code := CODES.get(row["nutrient_id"]))
            and (value := figure(row["amount"])) is not None
        ),
    )


def _read_portions(
    connection: sqlite3.Connection, archive: zipfile.ZipFile, progress: Progress
) -> None:
    sql = (
        "INSERT INTO portion SELECT ?1, ?2, ?3, ?4"
        " WHERE EXISTS (SELECT 1 FROM food WHERE id = ?1)"
    )
    units = {
        row["id"]: row["name"]
        for row in member_table(archive, "measure_unit.csv", {"id", "name"}, progress)
    }
    columns = {"fdc_id", "amount", "measure_unit_id", "modifier", "gram_weight"}
    columns |= {"seq_num", "portion_description"}
    _insert(
        connection,
        sql,
        (
            (
                _id(row["fdc_id"]),
                int(figure(row["seq_num"]) or 0),
                portion_label(
                    row["amount"],
                    units.get(row["measure_unit_id"], ""),
                    row["portion_description"],
                    row["modifier"],
                ),
                figure(row["gram_weight"]),
            )
            for row in member_table(archive, "food_portion.csv", columns, progress)
        ),
    )
    columns = {"fdc_id", "brand_owner", "serving_size", "serving_size_unit"}
    columns |= {"household_serving_fulltext", "branded_food_category"}
    brands = member_table(archive, "branded_food.csv", columns, progress)
    while batch := list(islice(brands, _BATCH)):
        connection.executemany(
            "UPDATE food SET name = name || ?, category = ? WHERE id = ?",
            [
                (brand_suffix(row), row["branded_food_category"], _id(row["fdc_id"]))
                for row in batch
            ],
        )
        connection.executemany(
            sql,
            [
                (
                    _id(row["fdc_id"]),
                    0,
                    row["household_serving_fulltext"] or "1 serving",
                    figure(row["serving_size"]),
                )
                for row in batch
                if is_in_grams(row["serving_size_unit"])
            ],
        )


def portion_label(amount: str, unit: str, description: str, modifier: str) -> str:
    """Return words for a portion ("1 cup, chopped"); "" when none are given."""
    if description.strip().lower() not in _NOT_SAID:
        return description
    # The survey's modifiers are numbers of its own.
    modifier = "" if modifier.isdigit() else modifier
    if description.strip():
        return ""
    names = [part for part in (unit, modifier) if part.strip().lower() not in _NOT_SAID]
    count = figure(amount)
    return f"{count or 1:g} {', '.join(names)}" if names else ""


def brand_suffix(row: dict[str, Any]) -> str:
    """Return ", Brand" to end a name with."""
    brand = row.get("brand_name") or row["brand_owner"]
    return f", {tidy_name(brand)}" if brand else ""


def is_in_grams(unit: str) -> bool:
    """Whether a serving is weighed; of a volume the weight is not known."""
    return unit.strip().lower() in _IN_GRAMS


def _joined(connection: sqlite3.Connection) -> Iterator[ImportedFood]:
    amounts = _by_food(
        connection.execute(
            "SELECT food, key, value FROM amount ORDER BY food, place DESC"
        )
    )
    portions = _by_food(
        connection.execute("SELECT food, label, grams FROM portion ORDER BY food, seq")
    )
    amount_of, portion_of = next(amounts, None), next(portions, None)
    for row in connection.execute("SELECT * FROM food ORDER BY id"):
        number, source, name, category, code = row
        figures: list[tuple[str, float]] = []
        if amount_of and amount_of[0] == number:
            figures, amount_of = amount_of[1], next(amounts, None)
        own: list[tuple[str, float]] = []
        if portion_of and portion_of[0] == number:
            own, portion_of = portion_of[1], next(portions, None)
        food = food_of(
            id=f"fdc-{number}",
            source=source,
            source_code=code,
            name=name,
            category=category,
            figures=dict(figures),  # the lowest place comes last and stays
            portions=list(own),
        )
        if food:
            yield food


def _by_food(
    rows: Iterable[tuple[int, str, float]],
) -> Iterator[tuple[int, list[tuple[str, float]]]]:
    for number, own in groupby(rows, key=itemgetter(0)):
        yield number, [(name, value) for _, name, value in own]


def _name(row: dict[str, str]) -> str:
    is_label = TYPES[row["data_type"]] == BRANDED
    return tidy_name(row["description"]) if is_label else row["description"]


def _id(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise unusable(f"This is not a food's number: {text[:20]!r}.")
    return int(text)


def _insert(
    connection: sqlite3.Connection, sql: str, rows: Iterator[tuple[Any, ...]]
) -> None:
    while batch := list(islice(rows, _BATCH)):
        connection.executemany(sql, batch)
