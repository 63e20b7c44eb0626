"""What an export of ten years costs beside one of one year: time, size, peak memory.

    python benchmarks/export.py [--json] [--formats json csv fhir pdf]

Each export runs in a process of its own through the command line, as people use it.
"Over start" is the peak above what the process holds before its first row.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LAST = date(2026, 11, 22)
YEARS = (1, 10)
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
SLOTS = ("breakfast", "lunch", "dinner", "snacks", "drinks")
SYMPTOMS = ("night_cramp", "restless_legs", "muscle_ache", "tingling", "own_ziehen")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--formats", nargs="*", default=["json", "csv", "fhir", "pdf"])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--child", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        print(json.dumps(in_child(options.child)))
        return
    rows = measure(options.formats)
    if options.json:
        print(json.dumps(rows))
        return
    print("what          years  seconds     MB out   peak MB  over start MB")
    for row in rows:
        print(
            f"{row['what']:<12} {row['years']:>6} {row['seconds']:>8.1f} "
            f"{row['out_mb']:>10.1f} {row['peak_mb']:>9.0f} {row['over_mb']:>14.0f}"
        )
    for what in dict.fromkeys(row["what"] for row in rows):
        one, ten = [row["peak_mb"] for row in rows if row["what"] == what]
        print(f"{what}: peak of ten years is {ten / one:.2f} times that of one")


def measure(formats: list[str]) -> list[dict]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JOURNAL_DATA_DIR"] = str(Path(folder) / "data")
        fill()
        rows = []
        for kind in formats:
            for years in YEARS:
                out = Path(folder) / f"{years}.{kind}"
                rows.append(child(kind, years, ["export", f"{years}@x.org", kind, out]))
        if "json" in formats:
            for years in YEARS:
                file = Path(folder) / f"{years}.json"
                words = ["import", f"new{years}@x.org", file]
                rows.append(child("json import", years, words))
        return rows


def child(what: str, years: int, words: list) -> dict:
    command = [sys.executable, __file__, "--child", *map(str, words)]
    done = subprocess.run(  # noqa: S603 - this file itself
        command, capture_output=True, text=True, check=True
    )
    return {"what": what, "years": years, **json.loads(done.stdout.splitlines()[-1])}


def in_child(words: list[str]) -> dict:
    """Run one command here and say what it took."""
    from journal.cli import main as command
    from journal.cli.installation import opened

    with opened():
        pass  # all modules loaded, no row of a person read yet
    before = peak_mb()
    started = time.perf_counter()
    verb, mail, *rest = words
    if verb == "export":
        kind, out = rest
        code = command(
            ["export", "--user", mail, "--format", kind, "--output", out, "--json"]
        )
        size = Path(out).stat().st_size
    else:
        code = command(["import", "--user", mail, rest[0], "--json"])
        size = Path(rest[0]).stat().st_size
    if code:
        raise SystemExit(code)
    return {
        "seconds": time.perf_counter() - started,
        "out_mb": size / 1e6,
        "peak_mb": peak_mb(),
        "over_mb": peak_mb() - before,
    }


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fill() -> None:
    """Make one account for each number of years, and an empty one beside it."""
    from sqlalchemy import select

    from journal.cli.installation import opened
    from journal.models import Food
    from journal.services.accounts import add_account

    with opened() as here:
        session = here.session
        foods = session.execute(select(Food.id, Food.name).limit(400)).all()
        for years in YEARS:
            for mail in (f"{years}@x.org", f"new{years}@x.org"):
                who = add_account(
                    session,
                    mail=mail,
                    password="ten letters or more",  # noqa: S106
                    now=NOW,
                    time_zone="Europe/Berlin",
                )
                if mail.startswith("new"):
                    continue
                who.own_symptoms = {"own_ziehen": "Ziehen"}
                fill_days(session, who.id, 365 * years, foods)


def fill_days(session, user_id: int, count: int, foods) -> None:
    from sqlalchemy import insert

    from journal.models import Day, Meal, MealItem, SymptomEntry

    chance = random.Random(7)  # noqa: S311 - made-up days
    for n in range(count):
        day = LAST - timedelta(days=count - 1 - n)
        session.execute(insert(Day), day_row(user_id, day, chance))
        session.execute(insert(SymptomEntry), symptom_rows(user_id, day, chance))
        meals = [
            {"user_id": user_id, "date": day, "slot": slot, "said": "a" * 40,
             "created_at": NOW}
            for slot in SLOTS
        ]  # fmt: skip
        made = session.execute(insert(Meal).returning(Meal.id), meals)
        items = [
            item_row(meal_id, place, chance.choice(foods), chance)
            for (meal_id,) in made.all()
            for place in range(1, 4)
        ]
        session.execute(insert(MealItem), items)
    session.flush()


def day_row(user_id, day, chance) -> dict:
    return {
        "user_id": user_id,
        "date": day,
        "food_status": "complete",
        "water_ml": 1500.0,
        "exercise_min": float(chance.randrange(0, 60, 10)),
        "note": "A day like any other, with a walk by the canal." * 2,
        "updated_at": NOW,
    }


def symptom_rows(user_id, day, chance) -> list[dict]:
    return [
        {
            "user_id": user_id,
            "date": day,
            "part": part,
            "symptom": symptom,
            "severity_0_10": max(0, chance.randrange(-8, 9)),
            "sites": ["calf_left"],
            "note": "",
            "updated_at": NOW,
        }
        for part in ("night", "day")
        for symptom in SYMPTOMS
    ]


def item_row(meal_id, place, food, chance) -> dict:
    return {
        "meal_id": meal_id,
        "position": place,
        "food_id": food.id,
        "name": food.name,
        "amount_g": float(chance.randrange(20, 300)),
        "amount_label": "1 portion",
        "amount_source": "stated",
    }


if __name__ == "__main__":
    main()
