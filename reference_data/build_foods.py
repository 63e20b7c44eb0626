"""Rebuild and check the food table from our curation and the USDA release files.

    python reference_data/build_foods.py RELEASE_FOLDER

``RELEASE_FOLDER`` holds ``usda/foods.csv`` and ``usda/portions.csv`` (SR Legacy,
one row a food) and ``official/2021-2023 FNDDS At A Glance - *.xlsx`` (two
workbooks exactly as USDA publishes them). ``curation/`` says which foods are in the
table, what people call them and which household portions they have; every figure
comes from USDA. A figure USDA lacks is looked for in the matching food named in
``fill_code`` and marked in ``filled_from``; if it is missing there too, it stays empty.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
FNDDS = "2021-2023 FNDDS At A Glance - {}.xlsx"

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
MAXIMUM_PORTIONS = 12
ML_PER_FLUID_OUNCE = 29.5735
ML_PER_CUP = 236.588
GRAMS_LARGEST_PORTION = 3000.0
GRAMS_SALT_PER_MG_SODIUM = 2.54e-3

USUAL = "Quantity not specified"
USELESS = re.compile(
    r"^(Guideline|Quantity|1 (surface|cubic) inch|1 100 calorie|1 oz\b|1 fl oz"
    r"|1/4 cup, raw|1 dipping-size|1 individual school|1 child/senior"
    r"|1 chip$|1 kernel|1 drop\b|.*(yield|Spaghettio|school|diet|Keurig|frozen ))",
)
RENAMED: tuple[tuple[str, str], ...] = (
    (r"\((\d+(?:\.\d)?) fl oz or (\d+) ml\)", r"(\2 ml)"),
    (r"tablespoon", "tbsp"),
    (r"teaspoon", "tsp"),
    (r"single serving bag", "bag"),
    (r"individual container|tub$", "pot"),
    (r"(\d+(?:\.\d)?) oz container", r"pot (\1 oz)"),
    (r"prepackaged single serving|individual packet|single serving package"
     r"|individual package", "packet"),
    (r"miniature/bite size|bite size/nugget|miniature$", "mini"),
    (r"small or thin/very thin slice", "thin slice"),
    (r"medium or regular slice|regular slice|medium slice", "slice"),
    (r"large or thick slice", "thick slice"),
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


@dataclass
class UsdaFood:
    """One USDA food: figures per 100 g (None where USDA has none) and portions."""

    code: str
    figures: dict[str, str | None]
    usual_g: float | None = None
    portions: list[tuple[str, float]] = field(default_factory=list)


@dataclass
class Food:
    """One food of ours with its portions and other names."""

    row: dict[str, str]
    portions: list[tuple[str, float, str]]
    synonyms: list[str]


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
    """Read SR Legacy and FNDDS foods from a release folder, keyed by source code."""
    foods: dict[str, UsdaFood] = {}
    for row in read_csv(folder / "usda" / "foods.csv"):
        if row["source"] == "sr_legacy":
            figures = {ours: plain(row[sr]) if sr else None for ours, _, sr in NUTRIENTS}
            foods[row["food_id"]] = UsdaFood(row["food_id"], figures)
    for row in read_csv(folder / "usda" / "portions.csv"):
        if (food := foods.get(row["food_id"])) and row["grams"]:
            food.portions.append((row["description"], float(row["grams"])))
    official = folder / "official"
    for cells in workbook_rows(official / FNDDS.format("FNDDS Nutrient Values")):
        code = f"fndds:{cells['Food code']}"
        figures = {ours: plain(cells[fndds]) for ours, fndds, _ in NUTRIENTS}
        foods[code] = UsdaFood(code, figures)
    for cells in workbook_rows(official / FNDDS.format("Portions and Weights")):
        food = foods.get(f"fndds:{cells['Food code']}")
        grams = float(str(cells["Portion weight (g)"] or 0))
        if food and grams > 0:
            label = str(cells["Portion description"])
            if label == USUAL:
                food.usual_g = grams
            food.portions.append((label, grams))
    return foods


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


def own_portions(text: str) -> list[tuple[str, float]]:
    """Parse "1 slice=30; +1 cup=85" into labels and grams ("+": not the usual one)."""
    parts = [part.split("=") for part in text.split(";") if part.strip()]
    return [(label.strip(), float(grams)) for label, grams in parts]


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


def household_portions(
    row: dict[str, str], food: UsdaFood, vessels: Iterable[dict[str, str]]
) -> list[tuple[str, float, str]]:
    """Return (label, grams, source) with the usual portion first, no label twice."""
    own: list[tuple[str, float, str]] = []
    before: list[tuple[str, float, str]] = []
    after: list[tuple[str, float, str]] = []
    for label, grams in own_portions(row["portions"]):
        place = after if label.startswith("+") else own
        place.append((label.lstrip("+"), grams, "own-estimate"))
    density = grams_per_ml(food)
    for vessel in vessels:
        if vessel["category"] != row["category"]:
            continue
        grams = float(vessel["amount"])
        if vessel["unit"] == "ml":
            if density is None:
                continue
            grams *= density
        if vessel["unit"] == "usual":
            if food.usual_g is None:
                continue
            grams *= food.usual_g
        place = before if vessel["place"] == "first" else after
        place.append((vessel["label"], grams, "own-estimate"))
    usda = [
        (label, grams, "usda")
        for description, grams in food.portions
        if (label := everyday_label(description)) and grams <= GRAMS_LARGEST_PORTION
    ]
    usual: list[tuple[str, float, str]] = []
    if food.usual_g is not None:
        same = [p for p in usda if abs(p[1] - food.usual_g) < 0.51]
        usual = same[:1] or [("1 portion", food.usual_g, "usda")]
    unique: dict[str, tuple[str, float, str]] = {}
    for portion in [*own, *before, *usual, *usda[: MAXIMUM_PORTIONS - 4], *after]:
        unique.setdefault(portion[0], portion)
    return list(unique.values())


def curated_foods(curation: Path, usda: dict[str, UsdaFood]) -> list[Food]:
    """Join every curation row with its USDA figures and portions."""
    vessels = read_csv(curation / "vessels.csv")
    foods: list[Food] = []
    for path in sorted(curation.glob("foods_*.csv")):
        for row in read_csv(path):
            source = usda[row["source_code"]]
            fill = usda[row["fill_code"]] if row["fill_code"] else None
            figures: dict[str, str] = {}
            filled: list[str] = []
            for name in NAMES:
                value = source.figures[name]
                if value is None and fill and fill.figures[name] is not None:
                    value = fill.figures[name]
                    filled.append(f"{name}={fill.code}")
                figures[name] = value or ""
            if fill and source.usual_g is None:
                source = UsdaFood(
                    source.code,
                    source.figures,
                    fill.usual_g,
                    [*fill.portions, *source.portions],
                )
            foods.append(
                Food(
                    {
                        "id": row["id"] or slug(row["name"]),
                        "name": row["name"],
                        "category": row["category"],
                        "source_code": row["source_code"],
                        "filled_from": ";".join(filled),
                        **figures,
                    },
                    household_portions(row, source, vessels),
                    [part.strip() for part in row["synonyms"].split(";") if part.strip()],
                )
            )
    return foods


def problems(foods: list[Food], allowed: dict[str, str]) -> list[str]:
    """Return what is implausible; foods in ``allowed`` are known and explained."""
    found: list[str] = []
    for key in ("id", "name"):
        seen: set[str] = set()
        for food in foods:
            value = food.row[key].casefold()
            if value in seen:
                found.append(f"{food.row['id']}: {key} twice")
            seen.add(value)
    for food in foods:
        identifier = food.row["id"]
        figures = {name: float(food.row[name] or "nan") for name in NAMES}
        macros = [figures[f"{n}_g"] for n in ("protein", "carbohydrate", "fat", "alcohol")]
        expected = sum(
            grams * factor for grams, factor in zip(macros, (4, 4, 9, 7), strict=True)
        )
        fibre = 2 * (figures["fibre_g"] if food.row["fibre_g"] else 0)
        energy = figures["energy_kcal"]
        slack = max(15.0, 0.13 * energy)
        if not (energy - slack <= expected and expected - fibre <= energy + slack):
            if expected == expected and identifier not in allowed:
                found.append(f"{identifier}: {energy} kcal, macros give {expected:.0f}")
        salt = figures["sodium_mg"] * GRAMS_SALT_PER_MG_SODIUM
        total = sum(macros) + figures["water_g"] + salt
        if total == total and not 92 <= total <= 102.5 and identifier not in allowed:
            found.append(f"{identifier}: water, macros and salt are {total:.1f} g")
        if not food.portions:
            found.append(f"{identifier}: no portion")
        for label, grams, _ in food.portions:
            if not 0.1 <= grams <= GRAMS_LARGEST_PORTION:
                found.append(f"{identifier}: {label} weighs {grams} g")
    return found


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
