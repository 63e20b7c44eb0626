# ruff: noqa: INP001
"""Rebuild and check the food table from our curation and the USDA release files.

    python reference_data/build_foods.py RELEASE_FOLDER

``RELEASE_FOLDER`` holds ``usda/foods.csv`` and ``usda/portions.csv`` (SR Legacy,
one row a food) and in ``official/`` two FNDDS 2021-2023 At A Glance workbooks and the
Foundation Foods zip exactly as USDA publishes them. ``curation/`` says which foods are
in the table, what people call them and which household portions they have; every figure
comes from USDA. A figure USDA lacks is looked for in the matching food named in
``fill_code`` and marked in ``filled_from``; if it is missing there too, it stays empty.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from food_checks import Food, problems
from food_portions import household_portions, listed
from official_names import official_names, read_official
from usda_release import UsdaFood, read_csv, read_usda

HERE = Path(__file__).resolve().parent


def slug(name: str) -> str:
    """Return the stable identifier of a food's name."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower().replace("'", "")).strip("-")


def curated_food(
    row: dict[str, str], usda: dict[str, UsdaFood], vessels: list[dict[str, str]]
) -> Food:
    """Join one curation row with its USDA figures and portions."""
    source = usda[row["source_code"]]
    fill = usda[row["fill_code"]] if row["fill_code"] else None
    figures = {name: value or "" for name, value in source.figures.items()}
    filled: list[str] = []
    if fill:
        for name, value in fill.figures.items():
            if not figures[name] and value is not None:
                figures[name] = value
                filled.append(f"{name}={fill.code}")
        portions = [*fill.portions, *source.portions]
        usual_g = source.usual_g or fill.usual_g
        source = UsdaFood(source.code, source.figures, usual_g, portions)
    identity = {
        "id": row["id"] or slug(row["name"]),
        "name": row["name"],
        "category": row["category"],
        "source_code": row["source_code"],
        "filled_from": ";".join(filled),
    }
    portions_g = household_portions(row, source, vessels)
    return Food(
        {**identity, **figures},
        portions_g,
        listed(row["synonyms"]),
        row["fill_code"],
    )


def curated_foods(curation: Path, usda: dict[str, UsdaFood]) -> list[Food]:
    """Join every curation row with its USDA figures and portions."""
    vessels = read_csv(curation / "vessels.csv")
    return [
        curated_food(row, usda, vessels)
        for path in sorted(curation.glob("foods_*.csv"))
        for row in read_csv(path)
    ]


def synonym_rows(
    foods: list[Food], words: list[dict[str, str]], stand_ins: set[str]
) -> list[list[str]]:
    """Return phrase, food id or replacement words, kind; a phrase names one food.

    It may be a replacement too: "zucchini" alone is the cooked one, and within a longer
    phrase it reads "courgette". The kind is "food" for another name of the same food,
    "like" where the food only stands in for a near relative that the table lacks
    (halloumi is answered with queso fresco), "word" for a replacement.
    """
    names = {food.row["name"].casefold() for food in foods}
    rows: dict[str, list[str]] = {}
    taken: list[str] = []
    for food in foods:
        for phrase in food.synonyms:
            if phrase.casefold() in names or phrase in rows:
                owner = rows.get(phrase, ["", "a food's name"])[1]
                taken.append(f"{food.row['id']}: {phrase!r} is taken by {owner}")
            kind = "like" if phrase in stand_ins else "food"
            rows[phrase] = [phrase, food.row["id"], kind]
    if lost := sorted(stand_ins - rows.keys()):
        taken.append(f"stand-ins that are no synonyms: {', '.join(lost)}")
    if taken:
        raise SystemExit("\n".join(taken))
    replacements = [[word["phrase"], word["replacement"], "word"] for word in words]
    return sorted([*rows.values(), *replacements])


def write_csv(path: Path, header: Iterable[str], rows: Iterable[list[str]]) -> None:
    """Write a CSV file with plain line ends."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(list(header))
        writer.writerows(rows)


def build(release_folder: Path, target: Path) -> int:
    """Write foods.csv, portions.csv and synonyms.csv; return the number of foods."""
    curation = HERE / "curation"
    usda = read_usda(release_folder)
    foods = curated_foods(curation, usda)
    allowed = {row["id"]: row["reason"] for row in read_csv(curation / "odd_foods.csv")}
    if found := problems(foods, allowed):
        raise SystemExit("\n".join(found))
    by_id = {food.row["id"]: food for food in foods}
    for row in read_csv(curation / "other_names.csv"):
        by_id[row["food_id"]].synonyms.append(row["phrase"])
    stand_ins = {row["phrase"] for row in read_csv(curation / "stand_ins.csv")}
    words = read_csv(curation / "words.csv")
    synonyms = synonym_rows(foods, words, stand_ins)
    taken = [row[0] for row in synonyms] + [food.row["name"] for food in foods]
    codes = {
        code: food.row["id"]
        for food in reversed(foods)
        for code in (food.fill_code, food.row["source_code"])
        if code
    }
    called = official_names(codes, read_official(release_folder / "usda"), usda, taken)
    synonyms = sorted([*synonyms, *([name, to, "usda"] for name, to in called.items())])
    write_csv(
        target / "foods.csv", foods[0].row, ([*food.row.values()] for food in foods)
    )
    write_csv(
        target / "portions.csv",
        ("food_id", "seq", "label", "grams", "source"),
        (
            [food.row["id"], str(seq), label, f"{grams:.4g}", source]
            for food in foods
            for seq, (label, grams, source) in enumerate(food.portions, start=1)
        ),
    )
    write_csv(target / "synonyms.csv", ("phrase", "food_id", "kind"), synonyms)
    return len(foods)


def main(arguments: list[str]) -> int:
    """Rebuild the table from the release folder named on the command line."""
    if len(arguments) != 1:
        sys.stderr.write("Usage: build_foods.py RELEASE_FOLDER\n")
        return 2
    count = build(Path(arguments[0]), HERE)
    sys.stdout.write(f"{count} foods written.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
