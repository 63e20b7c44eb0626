"""Time and memory of the doctor's PDF for people with much data.

    PYTHONPATH=. python benchmarks/doctor_pdf.py --years 0.25 1 5 10

Each line is a process of its own (so that memory is its own): a made-up person with six
foods, four answers and two supplements a day. Times are wall and processor time of
reading, judging and setting the page, without starting the program.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select

from journal.app import create_app
from journal.config import Settings
from journal.db import db, upgrade
from journal.models import (
    Account,
    Day,
    Food,
    LabResult,
    Meal,
    MealItem,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)
from journal.resources import reference_dir, templates_dir
from journal.services.doctor_choices import Choices
from journal.services.doctor_pdf import make_pdf
from journal.services.foods import load_reference_foods

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
SYMPTOMS = (
    ("night", "night_cramp"),
    ("night", "restless_legs"),
    ("day", "muscle_ache"),
    ("day", "tingling"),
)


def fill(days: int) -> int:
    """Write a made-up diary into an empty database; return the person's id."""
    session, rng = db.session, random.Random(8106)  # noqa: S311
    load_reference_foods(session(), reference_dir(), NOW)
    person = Account(
        mail="a@example.org", name="Ana", password_hash="", session_token="",
        created_at=NOW, birth_year=1961, sex="female", own_words="My calf wakes me.",
    )  # fmt: skip
    session.add(person)
    session.flush()
    me = {"user_id": person.id}
    every = list(session.execute(select(Food.id, Food.name)).all())
    foods = rng.sample(every, 250)  # what one person eats in a lifetime of meals
    pills = [
        Supplement(**me, name=name, amounts=amounts, created_at=NOW)
        for name, amounts in (
            ("Magnesium citrate", {"magnesium_mg": 200.0}),
            ("Vitamin D3", {"vitamin_d_ug": 25.0}),
        )
    ]
    session.add_all(pills)
    session.flush()
    dates = [TODAY - timedelta(days=n) for n in range(days)]
    session.execute(insert(Day), [
        {**me, "date": day, "food_status": rng.choice(["complete"] * 4 + ["partial"]),
         "supplements_answered": True, "water_ml": 1500.0, "night_sleep_min": 410.0,
         "note": "Legs heavy after the long walk home.", "updated_at": NOW}
        for day in dates])  # fmt: skip
    session.execute(insert(SymptomEntry), [
        {**me, "date": day, "part": part, "symptom": symptom, "updated_at": NOW,
         "severity_0_10": severity, "sites": ["calf_left"] if severity else []}
        for day in dates for part, symptom in SYMPTOMS
        for severity in [rng.choice([0, 0, 3, 6])]])  # fmt: skip
    session.execute(insert(SupplementIntake), [
        {**me, "supplement_id": pill.id, "date": day, "doses": 1.0}
        for day in dates for pill in pills])  # fmt: skip
    eaten = [(day, slot) for day in dates for slot in ("lunch", "dinner")]
    meals = [
        {"id": n, **me, "date": day, "slot": slot, "created_at": NOW}
        for n, (day, slot) in enumerate(eaten, 1)
    ]
    session.execute(insert(Meal), meals)
    session.execute(insert(MealItem), [
        {"meal_id": meal["id"], "position": n, "food_id": food.id, "name": food.name,
         "amount_g": float(rng.randint(20, 300)), "amount_source": "stated"}
        for meal in meals for n, food in enumerate(rng.sample(foods, 3))])  # fmt: skip
    session.execute(insert(LabResult), [
        {**me, "date": day, "test": "ferritin", "value": 40.0, "unit": "µg/L",
         "created_at": NOW, "updated_at": NOW} for day in dates[::180]])  # fmt: skip
    session.commit()
    return person.id


def measure(years: float, log: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(
            data_dir=Path(name),
            database_url=f"sqlite:///{name}/journal.sqlite3",
            secret_key="only for a measurement",  # noqa: S106
            scheduler=False,
        )
        app = create_app(settings)
        with app.app_context():
            upgrade(app)
            user_id = fill(round(years * 365.25))
            parts = app.extensions["journal"]
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            for turn in ("first", "second"):
                db.session.expire_all()
                wall, cpu = time.perf_counter(), time.process_time()
                made = make_pdf(
                    db.session(),
                    user_id=user_id,
                    choices=Choices(span="all", log=log),
                    now=NOW,
                    knowledge=parts.knowledge,
                    targets=parts.targets,
                    templates=templates_dir(),
                )
                wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                print(
                    f"{years:5g} years, log {log:7} {turn:6}: {wall:6.2f} s, "
                    f"{cpu:5.2f} s of processor, {made.page_count:4} pages, "
                    f"{len(made.content) / 1e6:5.2f} MB, "
                    f"memory +{peak - before:4.0f} MB",
                    flush=True,
                )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, nargs="+", default=[0.25, 1, 5, 10])
    parser.add_argument("--one", choices=("none", "newest", "all"))
    options = parser.parse_args()
    if options.one:
        measure(options.years[0], options.one)
        sys.exit()
    for years in options.years:
        for log in ("none", "newest", "all"):
            subprocess.run(  # noqa: S603
                [sys.executable, __file__, "--years", str(years), "--one", log],
                check=True,
            )
