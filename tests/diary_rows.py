"""Half a year of rows in which bad nights follow days with little magnesium."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from sqlalchemy.orm import Session

from journal.models import Account, Day, Meal, MealItem, SymptomEntry
from tests.factories import THEN, make_food


def write_days(
    session: Session,
    account: Account,
    *,
    last: date,
    days: int = 182,
    strength: float = 3.0,
    seed: int = 4,
    symptom: str = "night_cramp",
) -> None:
    """Write `days` days up to `last`; `strength` 0 leaves legs and food apart."""
    rng = np.random.default_rng(seed)
    food = make_food(
        session,
        per_100_g={
            "magnesium_mg": 100.0,
            "calcium_mg": 100.0,
            "potassium_mg": 100.0,
            "energy_kcal": 400.0,
            "water_g": 50.0,
        },
    )
    plain = make_food(session, per_100_g={"energy_kcal": 400.0, "magnesium_mg": 1.0})
    amounts = rng.lognormal(5, 0.3, days)
    push = -strength * np.log(amounts / np.exp(5)) / 0.3
    bad = rng.random(days) < 1 / (1 + np.exp(0.7 - push))
    severity = np.where(bad, rng.integers(2, 9, days), 0)
    for n in range(days):
        day = last - timedelta(days=days - 1 - n)
        session.add(
            Day(user_id=account.id, date=day, food_status="complete", updated_at=THEN)
        )
        meal = Meal(user_id=account.id, date=day, slot="dinner", created_at=THEN)
        eaten = ((food, float(amounts[n])), (plain, 300.0))
        meal.items = [
            MealItem(
                position=position,
                food_id=each.id,
                name=each.name,
                amount_g=grams,
                amount_source="stated",
            )
            for position, (each, grams) in enumerate(eaten, start=1)
        ]
        session.add(meal)
        session.add(
            SymptomEntry(
                user_id=account.id,
                date=day,
                part="night",
                symptom=symptom,
                severity_0_10=int(severity[n]),
                updated_at=THEN,
            )
        )
    session.flush()
