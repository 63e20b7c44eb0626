"""How well sentences about meals are read: foods, amounts, energy, whole phrases.

    python benchmarks/meal_text.py [--held-out] [--misses]

Each phrase of tests/phrases says what a careful reader would write down: the foods
with a pattern for the name, quantity, grams and energy. "Silently wrong" is an item
with a wrong food at a confidence that the page shows as sure, or an amount more than
half off without being marked as assumed.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journal.domain.foodmatch import SURE  # noqa: E402
from journal.domain.mealtext import ParsedItem, ParsedMeal  # noqa: E402
from journal.services.foodindex import (  # noqa: E402
    FoodIndex,
    open_index,
    parse_with_index,
)

PHRASES = ROOT / "tests" / "phrases"
Row = dict[str, Any]


def is_food(want: Row, item: ParsedItem) -> bool:
    """Whether the item is the food meant; where none is in the table, any is fine."""
    if want["food"] is None:
        return item.food_id is None or item.confidence < SURE or _says(want, item)
    return item.food_name is not None and bool(
        re.search(want["name"], item.food_name.lower())
    )


def _says(want: Row, item: ParsedItem) -> bool:
    stem = want["words"].split()[-1].rstrip("s")
    return stem in (item.food_name or "").lower()


def is_amount(want: Row, item: ParsedItem) -> bool:
    """Within a third of the grams when an amount was said, else within 60 %."""
    if want["food"] is None:
        return True
    if item.grams is None:
        return False
    allowed = 0.35 if want["stated"] else 0.6
    return abs(item.grams - want["grams"]) <= allowed * want["grams"] + 2


def pairs(row: Row, meal: ParsedMeal) -> list[tuple[Row, ParsedItem | None]]:
    """Each food meant with the item that answers it, in order where possible."""
    left = list(meal.items)
    out: list[tuple[Row, ParsedItem | None]] = []
    for want in row["items"]:
        item = next((one for one in left if is_food(want, one)), None)
        if item is None and left and len(meal.items) == len(row["items"]):
            item = left[0]
        if item is not None:
            left.remove(item)
        out.append((want, item))
    return out


def energy_kcal(index: FoodIndex, item: ParsedItem) -> float:
    """Energy of an item; nothing where food or grams are unknown."""
    if item.food_id is None or item.grams is None:
        return 0.0
    return index.nutrients(item.food_id).get("energy_kcal", 0.0) * item.grams / 100


def judge(index: FoodIndex, row: Row, meal: ParsedMeal, tally: Counter[str]) -> bool:
    """Add one phrase to the tally; whether the whole of it is right."""
    tally["phrases"] += 1
    is_split = len(meal.items) == len(row["items"])
    tally["split"] += is_split
    whole = is_split
    for want, item in pairs(row, meal):
        tally["items"] += 1
        food = item is not None and is_food(want, item)
        five = food or (
            item is not None
            and want["food"] is not None
            and any(
                re.search(want["name"], hit.name.lower()) for hit in item.alternatives
            )
        )
        amount = item is not None and is_amount(want, item)
        tally["food"] += food
        tally["five"] += five
        if want["food"] is not None:
            tally["amounts"] += 1
            tally["amount"] += amount
            if want["stated"]:
                tally["stated"] += 1
                tally["stated_right"] += amount
        whole = whole and food and (amount or not want["stated"])
        if item is not None and _is_silently_wrong(want, item, food):
            tally["silent"] += 1
            row["silent"] = True
    answering = [id(item) for _, item in pairs(row, meal)]
    for extra in meal.items:
        if id(extra) not in answering and extra.food_id is not None:
            tally["silent"] += extra.confidence >= SURE
    tally["whole"] += whole
    return whole


def _is_silently_wrong(want: Row, item: ParsedItem, food: bool) -> bool:  # noqa: FBT001
    if item.food_id is None:
        return False
    if not food:
        return item.confidence >= SURE
    if want["food"] is None or item.grams is None or item.grams_source == "assumed":
        return False
    return abs(item.grams - want["grams"]) > 0.5 * want["grams"] + 5


def main() -> None:
    """Read every phrase and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument(
        "--file", default="", help="another file of tests/phrases, such as fresh.jsonl"
    )
    options = parser.parse_args()
    name = options.file or ("held_out.jsonl" if options.held_out else "phrases.jsonl")
    rows = [json.loads(one) for one in (PHRASES / name).read_text("utf-8").splitlines()]
    tally: Counter[str] = Counter()
    errors, stated_errors, times = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder), ROOT / "reference_data")
        for row in rows:
            if row["kind"] == "unfinished":
                continue
            start = time.perf_counter()
            meal = parse_with_index(index, row["text"])
            times.append(time.perf_counter() - start)
            if "or" in row and len(meal.items) == len(row["or"]):
                row["items"] = row["or"]
            whole = judge(index, row, meal, tally)
            known = [one for one in row["items"] if one["food"]]
            want = sum(one["kcal"] for one in known)
            if want > 20 and len(known) == len(row["items"]):
                got = sum(energy_kcal(index, item) for item in meal.items)
                errors.append(abs(got - want) / want)
                if all(one["stated"] for one in known):
                    stated_errors.append(errors[-1])
            if options.misses and (not whole or row.get("silent")):
                print(row["kind"], "|", row["text"].replace("\n", " ⏎ "))
                print(
                    "    want", [(w.get("food"), w.get("grams")) for w in row["items"]]
                )
                for item in meal.items:
                    print(
                        f"    {item.text!r} → {item.food_name} {item.confidence:.2f}, "
                        f"{item.quantity:g} {item.unit}, "
                        f"{item.grams} {item.grams_source}"
                    )
    count, items = tally["phrases"], tally["items"]
    times.sort()
    print(f"{count} phrases, {items} items ({name})")
    print(f"split right        {tally['split'] / count:.1%}")
    print(f"food first         {tally['food'] / items:.1%}")
    print(f"food in five       {tally['five'] / items:.1%}")
    print(f"amount right       {tally['amount'] / tally['amounts']:.1%}")
    print(f"stated amount      {tally['stated_right'] / max(1, tally['stated']):.1%}")
    print(f"whole phrase       {tally['whole'] / count:.1%}")
    print(f"silently wrong     {tally['silent'] / items:.1%} of items")
    print(f"energy error       median {statistics.median(errors):.1%}")
    print(f"  all amounts said median {statistics.median(stated_errors):.1%}")
    print(f"time               p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
