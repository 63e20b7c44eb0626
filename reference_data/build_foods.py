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
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan
from pathlib import Path

from usda_release import NAMES, UsdaFood, read_csv, read_usda

HERE = Path(__file__).resolve().parent
MAXIMUM_USDA_PORTIONS = 8
OWN = "own-estimate"
ML_PER_FLUID_OUNCE = 29.5735
ML_PER_CUP = 236.588
GRAMS_LARGEST_PORTION = 3000.0
GRAMS_SALT_PER_MG_SODIUM = 2.54e-3

USELESS = re.compile(
    r"^(Guideline|Quantity|1 (surface|cubic) inch|1 100 calorie|1 oz\b|1 fl oz"
    r"|1/4 cup, raw|1 dipping-size|1 individual school|1 child/senior"
    r"|1 chip$|1 kernel|1 drop\b|.*(yield|school|diet|frozen |linear inch|filled with)"
    r"|1 piece, .*pizza"
    r"|.*[A-Z]|.{45})",  # an upper case letter: a brand
)
RENAMED: tuple[tuple[str, str], ...] = (
    (r"\((\d+(?:\.\d)?) fl oz or (\d+) ml\)", r"(\2 ml)"),
    (r"tablespoon", "tbsp"),
    (r"teaspoon", "tsp"),
    (r"single serving bag", "bag"),
    (r"individual container|tub$", "pot"),
    (r"(\d+(?:\.\d)?) oz container", r"pot (\1 oz)"),
    (
        r"(prepackaged single serving|individual packet|single serving package)",
        "packet",
    ),
    (r"individual package", "packet"),
    (r"miniature/bite size|bite size/nugget|miniature$", "mini"),
    (r"small or thin/very thin slice", "thin slice"),
    (r"medium or regular slice|regular slice|medium slice", "slice"),
    (r"large or thick slice", "thick slice"),
    (r' \([^)]*" diameter\)', ""),
    (r'"', " in"),
    (r"floweret", "floret"),
    (r",? (NFS|NS as to size|any size|NFS\))$", ""),
    (r" \(NFS\)", ""),
    (r"piece/slice", "slice"),
    (r"slice/chunk", "chunk"),
    (r"small/regular", "small"),
    (r"medium/regular", "medium"),
    (r"regular/large", "large"),
    (r"\bdoughnut\b", "doughnut"),
    (r"\bcookie\b", "biscuit"),
)  # fmt: skip


Portion = tuple[str, float, str]  # label, grams, source


@dataclass
class Food:
    """One food of ours with its portions and other names."""

    row: dict[str, str]
    portions: list[Portion]
    synonyms: list[str]


def slug(name: str) -> str:
    """Return the stable identifier of a food's name."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower().replace("'", "")).strip("-")


def everyday_label(description: str) -> str:
    """Return a USDA portion description in household words; empty when useless."""
    if USELESS.match(description):
        return ""
    label = description
    for pattern, words in RENAMED:
        label = re.sub(pattern, words, label)
    return " ".join(label.split())


def own_portions(text: str, usual_g: float | None) -> list[Portion]:
    """Parse "1 portion=usual; 1 slice=30; +1 cup=85" ("+": never the assumed one)."""
    parts = [part.split("=") for part in listed(text)]
    return [
        (label.strip(), float(usual_g or 0), "usda")
        if grams == "usual"
        else (label.strip(), float(grams), OWN)
        for label, grams in parts
    ]


def grams_per_ml(food: UsdaFood) -> float | None:
    """Return the density USDA's own fluid ounce, cup or spoon of the food implies."""
    grams = dict(reversed(food.portions))
    for label, millilitres in (
        ("1 fl oz", ML_PER_FLUID_OUNCE),
        ("1 fl oz (no ice)", ML_PER_FLUID_OUNCE),
        ("1 cup", ML_PER_CUP),
        ("1 cup (8 fl oz)", ML_PER_CUP),
        ("1 tablespoon", ML_PER_CUP / 16),
        ("1 tbsp", ML_PER_CUP / 16),
    ):
        if label in grams:
            return grams[label] / millilitres
    return None


def vessel_grams(vessel: dict[str, str], food: UsdaFood) -> float | None:
    """Return what a vessel of the category holds; None when USDA gives no density."""
    amount = float(vessel["amount"])
    factor = {"g": 1.0, "ml": grams_per_ml(food), "usual": food.usual_g}[vessel["unit"]]
    return None if factor is None else amount * factor


def usual_portion(food: UsdaFood, usda: list[Portion]) -> list[Portion]:
    """Return the amount USDA assumes when none was said, under its household name."""
    if food.usual_g is None:
        return []
    same = [portion for portion in usda if abs(portion[1] - food.usual_g) < 0.51]
    return same[:1] or [("1 portion", food.usual_g, "usda")]


def household_portions(
    row: dict[str, str], food: UsdaFood, vessels: Iterable[dict[str, str]]
) -> list[Portion]:
    """Return (label, grams, source) with the usual portion first, no label twice."""
    first: list[Portion] = []
    last: list[Portion] = []
    for label, grams, origin in own_portions(row["portions"], food.usual_g):
        place = last if label.startswith("+") else first
        place.append((label.lstrip("+"), grams, origin))
    for vessel in vessels:
        held = vessel_grams(vessel, food)
        if vessel["category"] == row["category"] and held is not None:
            place = first if vessel["place"] == "first" else last
            place.append((vessel["label"], held, OWN))
    usda = [
        (label, grams, "usda")
        for description, grams in food.portions
        if (label := everyday_label(description)) and grams <= GRAMS_LARGEST_PORTION
    ]
    unique: dict[str, Portion] = {}
    kept = usda[:MAXIMUM_USDA_PORTIONS]
    for portion in [*first, *usual_portion(food, usda), *kept, *last]:
        unique.setdefault(portion[0], portion)
    return list(unique.values())


def listed(text: str) -> list[str]:
    """Split "coke; pepsi" into its phrases."""
    return [part.strip() for part in text.split(";") if part.strip()]


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
    return Food({**identity, **figures}, portions_g, listed(row["synonyms"]))


def curated_foods(curation: Path, usda: dict[str, UsdaFood]) -> list[Food]:
    """Join every curation row with its USDA figures and portions."""
    vessels = read_csv(curation / "vessels.csv")
    return [
        curated_food(row, usda, vessels)
        for path in sorted(curation.glob("foods_*.csv"))
        for row in read_csv(path)
    ]


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


def synonym_rows(foods: list[Food], words: list[dict[str, str]]) -> list[list[str]]:
    """Return phrase, food id or replacement words, kind; a phrase names one food."""
    names = {food.row["name"].casefold() for food in foods}
    rows: dict[str, list[str]] = {}
    taken: list[str] = []
    for food in foods:
        for phrase in food.synonyms:
            if phrase.casefold() in names or phrase in rows:
                owner = rows.get(phrase, ["", "a food's name"])[1]
                taken.append(f"{food.row['id']}: {phrase!r} is taken by {owner}")
            rows[phrase] = [phrase, food.row["id"], "food"]
    if taken:
        raise SystemExit("\n".join(taken))
    for word in words:
        if word["phrase"] not in rows:
            rows[word["phrase"]] = [word["phrase"], word["replacement"], "word"]
    return sorted(rows.values())


def write_csv(path: Path, header: Iterable[str], rows: Iterable[list[str]]) -> None:
    """Write a CSV file with plain line ends."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(list(header))
        writer.writerows(rows)


def build(release_folder: Path, target: Path) -> int:
    """Write foods.csv, portions.csv and synonyms.csv; return the number of foods."""
    curation = HERE / "curation"
    foods = curated_foods(curation, read_usda(release_folder))
    allowed = {row["id"]: row["reason"] for row in read_csv(curation / "odd_foods.csv")}
    if found := problems(foods, allowed):
        raise SystemExit("\n".join(found))
    by_id = {food.row["id"]: food for food in foods}
    for row in read_csv(curation / "other_names.csv"):
        by_id[row["food_id"]].synonyms.append(row["phrase"])
    synonyms = synonym_rows(foods, read_csv(curation / "words.csv"))
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
