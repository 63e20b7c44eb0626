"""The committed food table is sane, complete in its references and true to USDA."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median

import pytest

from journal.domain.mealtext_units import UNITS

FOLDER = Path(__file__).resolve().parents[2] / "reference_data"
SOURCE_CODE = re.compile(r"^(sr:\d{5}|fndds:\d{8}|foundation:\d{6,7})$")
TEXT_COLUMNS = ("id", "name", "category", "source_code", "filled_from")
EVERY_FOOD_HAS = ("energy_kcal", "protein_g", "water_g", "calcium_mg", "iron_mg")

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def foods() -> dict[str, Row]:
    return {row["id"]: row for row in rows("foods.csv")}


@pytest.fixture(scope="module")
def portions() -> dict[str, list[Row]]:
    by_food: dict[str, list[Row]] = defaultdict(list)
    for row in rows("portions.csv"):
        by_food[row["food_id"]].append(row)
    return by_food


@pytest.fixture(scope="module")
def odd_foods() -> set[str]:
    return {row["id"] for row in rows("curation/odd_foods.csv")}


def figure(food: Row, nutrient: str) -> float | None:
    return float(food[nutrient]) if food[nutrient] else None


def test_the_table_holds_the_foods_people_write_down(foods: dict[str, Row]) -> None:
    assert len(foods) >= 2500


def test_no_food_is_named_twice(foods: dict[str, Row]) -> None:
    assert len(rows("foods.csv")) == len(foods)
    names = Counter(food["name"].casefold() for food in foods.values())
    assert [name for name, count in names.items() if count > 1] == []


def test_identifiers_are_slugs(foods: dict[str, Row]) -> None:
    assert [i for i in foods if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_every_food_names_its_usda_source(foods: dict[str, Row]) -> None:
    for food in foods.values():
        assert SOURCE_CODE.match(food["source_code"]), food["id"]
        for filled in filter(None, food["filled_from"].split(";")):
            nutrient, code = filled.split("=")
            assert SOURCE_CODE.match(code), food["id"]
            assert food[nutrient] != "", food["id"]


def test_figures_are_numbers_or_unknown(foods: dict[str, Row]) -> None:
    for food in foods.values():
        for column, text in food.items():
            if column not in TEXT_COLUMNS and text:
                assert float(text) >= 0, (food["id"], column)


def test_every_food_has_the_figures_no_table_lacks(foods: dict[str, Row]) -> None:
    missing = [
        i for i, food in foods.items() if not all(food[n] for n in EVERY_FOOD_HAS)
    ]
    assert len(missing) <= len(foods) // 100, missing


def test_vitamin_d_is_known_for_nearly_every_food(foods: dict[str, Row]) -> None:
    known = sum(1 for food in foods.values() if food["vitamin_d_ug"])
    assert known >= 0.95 * len(foods)


def test_energy_agrees_with_the_macros(
    foods: dict[str, Row], odd_foods: set[str]
) -> None:
    wrong = []
    for identifier, food in foods.items():
        grams = [
            figure(food, name)
            for name in ("protein_g", "carbohydrate_g", "fat_g", "alcohol_g")
        ]
        energy = figure(food, "energy_kcal")
        if None in grams or energy is None or identifier in odd_foods:
            continue
        protein, carbohydrate, fat, alcohol = (g or 0.0 for g in grams)
        expected = 4 * protein + 4 * carbohydrate + 9 * fat + 7 * alcohol
        fibre = figure(food, "fibre_g") or 0.0
        slack = max(20.0, 0.15 * energy)
        if not energy - slack <= expected <= energy + slack + 2 * fibre:
            wrong.append((identifier, energy, expected))
    assert wrong == []


def test_water_and_macros_are_near_100_g(
    foods: dict[str, Row], odd_foods: set[str]
) -> None:
    wrong = []
    for identifier, food in foods.items():
        parts = [
            figure(food, name)
            for name in ("water_g", "protein_g", "carbohydrate_g", "fat_g", "alcohol_g")
        ]
        if None in parts or identifier in odd_foods:
            continue
        salt = 2.54e-3 * (figure(food, "sodium_mg") or 0.0)
        total = sum(part or 0.0 for part in parts) + salt
        if not 91 <= total <= 103:
            wrong.append((identifier, total))
    assert wrong == []


def test_every_odd_food_is_explained(foods: dict[str, Row]) -> None:
    for row in rows("curation/odd_foods.csv"):
        assert row["id"] in foods
        assert len(row["reason"]) > 10


def test_every_food_has_a_usual_portion(
    foods: dict[str, Row], portions: dict[str, list[Row]]
) -> None:
    assert portions.keys() == foods.keys()
    for identifier, its in portions.items():
        assert [int(row["seq"]) for row in its] == list(range(1, len(its) + 1))
        assert len({row["label"] for row in its}) == len(its), identifier


def test_portions_weigh_what_a_person_can_eat(
    portions: dict[str, list[Row]],
) -> None:
    for identifier, its in portions.items():
        for row in its:
            assert 0.1 <= float(row["grams"]) <= 3000, (identifier, row)
            assert row["source"] in {"usda", "own-estimate"}
            assert row["label"] == row["label"].strip() != ""
        assert float(its[0]["grams"]) <= 1000, identifier


def test_a_tablespoon_holds_three_teaspoons(portions: dict[str, list[Row]]) -> None:
    for identifier, its in portions.items():
        grams = {row["label"]: float(row["grams"]) for row in its}
        if "1 tbsp" in grams and "1 tsp" in grams:
            assert 2 <= grams["1 tbsp"] / grams["1 tsp"] <= 4.1, identifier


def test_every_synonym_resolves(foods: dict[str, Row]) -> None:
    names = {food["name"].casefold() for food in foods.values()}
    seen: set[tuple[str, str]] = set()
    for row in rows("synonyms.csv"):
        assert (row["phrase"], row["kind"]) not in seen, row
        seen.add((row["phrase"], row["kind"]))
        assert row["phrase"] == row["phrase"].casefold().strip(), row
        assert row["kind"] in {"food", "like", "usda", "word"}, row
        if row["kind"] != "word":
            assert row["food_id"] in foods, row
            assert row["phrase"] not in names, row


@pytest.mark.parametrize(
    ("identifier", "nutrient", "published"),
    [
        # USDA FoodData Central, per 100 g.
        ("almonds-raw", "magnesium_mg", 270),
        ("egg-boiled-or-poached", "vitamin_b12_ug", 1.11),
        ("whole-milk", "calcium_mg", 123),
        ("banana", "potassium_mg", 358),
        ("salmon-baked-or-grilled", "vitamin_d_ug", 13),
        ("olive-oil", "fat_g", 100),
        ("white-rice-boiled", "energy_kcal", 130),
        ("beef-liver", "vitamin_b12_ug", 83.1),
        ("cheddar-cheese", "calcium_mg", 710),
        ("vodka", "alcohol_g", 33.4),
        ("coffee-black", "caffeine_mg", 40),
        ("lentils-boiled", "folate_dfe_ug", 181),
    ],
)
def test_known_figures_are_there(
    foods: dict[str, Row], identifier: str, nutrient: str, published: float
) -> None:
    assert float(foods[identifier][nutrient]) == pytest.approx(published, rel=0.15)


@pytest.mark.parametrize(
    ("phrase", "identifier"),
    [
        ("coke", "cola"),
        ("nutella", "chocolate-hazelnut-spread"),
        ("cheerios", "oat-hoops-plain"),
        ("porridge", "porridge-made-with-water"),
        ("crisps", "crisps-ready-salted"),
        ("zucchini", "courgette-cooked"),
        ("aubergine", "aubergine-cooked"),
        ("cilantro", "coriander-leaves-fresh"),
    ],
)
def test_names_people_use_lead_to_the_food(phrase: str, identifier: str) -> None:
    found = [
        row["food_id"]
        for row in rows("synonyms.csv")
        if row["phrase"] == phrase and row["kind"] == "food"
    ]
    assert found == [identifier]


def test_a_near_relative_is_marked_as_standing_in() -> None:
    kinds = {row["phrase"]: row["kind"] for row in rows("synonyms.csv")}
    assert kinds["halloumi"] == kinds["lamb curry"] == "like"
    assert kinds["plain yogurt"] == kinds["full fat milk"] == "food"


@pytest.mark.skipif(
    "JOURNAL_USDA_RELEASES" not in os.environ,
    reason="set JOURNAL_USDA_RELEASES to a folder of USDA release files",
)
def test_the_program_rebuilds_the_committed_table(tmp_path: Path) -> None:
    copy = tmp_path / "reference_data"
    shutil.copytree(FOLDER, copy)
    releases = os.environ["JOURNAL_USDA_RELEASES"]
    program = str(copy / "build_foods.py")
    subprocess.run([sys.executable, program, releases], check=True, timeout=300)
    for name in ("foods.csv", "portions.csv", "synonyms.csv"):
        assert (copy / name).read_bytes() == (FOLDER / name).read_bytes()


def test_words_that_are_no_slips_are_sorted_and_name_no_food():
    words = (FOLDER / "real_words.txt").read_text(encoding="utf-8").split()
    assert words == sorted(set(words))
    names = [row["name"].lower() for row in rows("foods.csv")]
    named = {word for name in names for word in re.findall(r"[a-z]+", name)}
    assert not named & set(words)


def test_usual_amounts_are_of_kinds_and_units_there_are(foods: dict[str, Row]):
    kinds = {food["category"] for food in foods.values()}
    amounts = rows("usual_amounts.csv")
    named = [(row["category"], row["unit"]) for row in amounts]
    assert len(set(named)) == len(named)
    for row in amounts:
        assert row["category"] in kinds
        assert UNITS[row["unit"]].name == row["unit"]
        assert 0 < float(row["grams"]) <= 600
        assert row["basis"] in {"usda", "usda-median", "own-estimate"}


def test_a_usual_cup_is_what_usda_s_cups_of_the_kind_weigh(
    foods: dict[str, Row], portions: dict[str, list[Row]]
):
    cups: dict[str, list[float]] = defaultdict(list)
    for food in foods.values():
        of_food = portions[food["id"]]
        cup = next((one for one in of_food if re.match("1 cup", one["label"])), None)
        if cup is not None:
            cups[food["category"]].append(float(cup["grams"]))
    for row in rows("usual_amounts.csv"):
        if row["basis"] == "usda-median":
            measured = median(cups[row["category"]])
            assert float(row["grams"]) == pytest.approx(measured, rel=0.15), row
