"""Rows for tests: each with sensible values, any of them overridden by keyword."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from journal.models import (
    Account,
    Day,
    FindingMark,
    Food,
    FoodPortion,
    LabResult,
    Meal,
    MealItem,
    Question,
    SaidWeek,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)
from journal.services import accounts

THEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PASSWORD = "three quiet words"
_numbers = count(1)
# Hashing takes longer than most tests: done once.
_HASH = accounts._hasher.hash(PASSWORD)


def make_account(session: Session, **fields: Any) -> Account:
    """An account whose password is PASSWORD, welcomed, with reminders off."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "mail": f"person{number}@example.org",
        "password_hash": _HASH,
        "session_token": f"token-{number}",
        "created_at": THEN,
        "welcomed_at": THEN,
        "is_region_known": True,
    }
    account = Account(**{**values, **fields})
    session.add(account)
    session.flush()
    session.add_all(accounts.default_reminders(account.id))
    session.flush()
    return account


def make_day(session: Session, account: Account, day: date, **fields: Any) -> Day:
    row = Day(user_id=account.id, date=day, **{"updated_at": THEN, **fields})
    session.add(row)
    session.flush()
    return row


def make_symptom(
    session: Session, account: Account, day: date, **fields: Any
) -> SymptomEntry:
    values: dict[str, Any] = {
        "part": "night",
        "symptom": "night_cramp",
        "severity_0_10": 5,
        "updated_at": THEN,
    }
    row = SymptomEntry(user_id=account.id, date=day, **{**values, **fields})
    session.add(row)
    session.flush()
    return row


def make_food(session: Session, **fields: Any) -> Food:
    """A reference food with one portion of 100 g; `per_100_g` says what is known."""
    values: dict[str, Any] = {
        "id": f"test-food-{next(_numbers)}",
        "source": "test",
        "name": "Test food",
        "per_100_g": {"magnesium_mg": 50.0, "energy_kcal": 200.0},
        "created_at": THEN,
    }
    food = Food(**{**values, **fields})
    session.add(food)
    session.flush()
    session.add(FoodPortion(food_id=food.id, seq=1, label="1 portion", grams=100.0))
    session.flush()
    return food


def make_meal(
    session: Session,
    account: Account,
    day: date,
    *items: tuple[Food | None, float | None],
    slot: str = "dinner",
) -> Meal:
    """A meal of (food, grams) pairs; without a food it is words only."""
    meal = Meal(user_id=account.id, date=day, slot=slot, created_at=THEN)
    meal.items = [
        MealItem(
            position=position,
            food_id=food.id if food else None,
            name=food.name if food else "something",
            amount_g=grams,
            amount_source="unknown" if grams is None else "stated",
        )
        for position, (food, grams) in enumerate(items)
    ]
    session.add(meal)
    session.flush()
    return meal


def make_supplement(session: Session, account: Account, **fields: Any) -> Supplement:
    values: dict[str, Any] = {
        "name": "Magnesium citrate",
        "amounts": {"magnesium_mg": 200.0},
        "created_at": THEN,
    }
    row = Supplement(user_id=account.id, **{**values, **fields})
    session.add(row)
    session.flush()
    return row


def take_supplement(
    session: Session, supplement: Supplement, day: date, doses: float = 1.0
) -> SupplementIntake:
    row = SupplementIntake(
        user_id=supplement.user_id,
        supplement_id=supplement.id,
        date=day,
        doses=doses,
    )
    session.add(row)
    session.flush()
    return row


def make_lab(session: Session, account: Account, day: date, **fields: Any) -> LabResult:
    """A 25-OH vitamin D of 38 nmol/L, as a British laboratory prints it."""
    values: dict[str, Any] = {
        "test": "vitamin_d_25oh",
        "value": 38.0,
        "unit": "nmol/L",
        "range_text": "50-125",
        "range_low": 50.0,
        "range_high": 125.0,
        "created_at": THEN,
        "updated_at": THEN,
    }
    row = LabResult(user_id=account.id, date=day, **{**values, **fields})
    session.add(row)
    session.flush()
    return row


def make_said(session: Session, account: Account) -> None:
    """A week as it was said, a question and a mark."""
    who = {"user_id": account.id}
    pair = {"symptom": "night_cramp", "factor": "magnesium_mg"}
    session.add_all(
        [
            SaidWeek(week="2026-W09", is_final=True, content={}, said_at=THEN, **who),
            Question(asked_on=THEN.date(), asked_at=THEN, **pair, **who),
            FindingMark(
                kind="timing",
                mark="tested",
                tier="possible",
                direction=-1,
                marked_at=THEN,
                **pair,
                **who,
            ),
        ]
    )
    session.flush()
