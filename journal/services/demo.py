"""A demonstration account with half a year of made-up days, the same every time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.dates import days_between, journal_day, moment_of
from journal.domain.errors import Conflict
from journal.models import (
    Account,
    Day,
    Food,
    Meal,
    MealItem,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)
from journal.services import accounts
from journal.services.demo_labs import add_labs
from journal.services.demo_menus import BREAKFASTS, DINNERS, DRINKS, LUNCHES, SNACKS
from journal.services.demo_patterns import ask_from_the_start

MAIL: Final = "demo@lamplight.example"
#: Not a secret: the account holds nothing but made-up days.
PASSWORD: Final = "three quiet lamps"  # noqa: S105
WEEKS: Final = 26
SEED: Final = 2026
DAY_BEGINS: Final = time(4, 0)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """How to sign in, and which days were made up."""

    mail: str
    password: str
    first: date
    last: date


def make_demo(session: Session, *, now: datetime, time_zone: str) -> DemoAccount:
    """Make the demonstration account anew; the days end with the day before today's.

    :raises Conflict: when the address belongs to a real account, which stays untouched
    """
    existing = session.scalar(select(Account).where(Account.mail == MAIL))
    if existing is not None:
        if not existing.is_demo:
            raise Conflict(f"{MAIL} is a real account; it was not touched.")
        accounts.remove_account(session, account=existing)
        session.flush()
        # SQLite gives the ids of the rows just removed out again.
        session.expunge_all()
    account = accounts.add_account(
        session,
        mail=MAIL,
        password=PASSWORD,
        now=now,
        time_zone=time_zone,
        is_demo=True,
    )
    _fill_profile(account, now)
    last = journal_day(now, time_zone=time_zone, day_begins=DAY_BEGINS)
    last -= timedelta(days=1)
    first = last - timedelta(days=7 * WEEKS - 1)
    first_evening = moment_of(first, time(20, 0), time_zone=time_zone)
    ask_from_the_start(session, user_id=account.id, first=first, asked_at=first_evening)
    _Writer(session, account.id, now).write(first, last)
    add_labs(session, user_id=account.id, last=last, now=now)
    session.flush()
    return DemoAccount(MAIL, PASSWORD, first, last)


def fill_account(
    session: Session, *, account: Account, first: date, last: date, now: datetime
) -> None:
    """Give an account the demonstration's profile, and made-up days of any number."""
    _fill_profile(account, now)
    _Writer(session, account.id, now).write(first, last)
    session.flush()


def _fill_profile(account: Account, now: datetime) -> None:
    account.name = "A. Example"
    account.birth_year = now.year - 44
    account.sex = "female"
    account.region = "US"
    account.is_region_known = True
    account.eating_style = "vegetarian"
    account.day_begins = DAY_BEGINS
    account.medicines = ["acid_blocker"]
    account.tracked_symptoms = [
        "night_cramp",
        "restless_legs",
        "muscle_ache",
        "tingling",
    ]
    account.troubled_since = "months"
    account.own_words = (
        "Cramp in the left calf wakes me, and then I lie awake for an hour."
    )
    account.welcomed_at = now


class _Writer:
    """Writes one made-up day after another from one seeded source of chance."""

    def __init__(self, session: Session, user_id: int, now: datetime) -> None:
        self._session = session
        self._user_id = user_id
        self._now = now
        self._chance = random.Random(SEED)  # noqa: S311 - a story, not a secret
        self._names = {
            food.id: food.name
            for food in session.scalars(select(Food).where(Food.user_id.is_(None)))
        }
        self._vitamin_d = Supplement(
            user_id=user_id,
            name="Vitamin D3",
            dose_label="1 drop",
            amounts={"vitamin_d_ug": 25.0},
            created_at=now,
        )

    def write(self, first: date, last: date) -> None:
        self._session.add(self._vitamin_d)
        self._session.flush()
        spell = 0.0
        for day in days_between(first, last):
            # Bad spells come and go over days, as they do in life.
            spell = 0.7 * spell + self._chance.gauss(0, 0.5)
            if self._chance.random() < 0.05:
                continue
            lean = self._chance.random() < 0.4
            partial = self._chance.random() < 0.12
            self._meals(day, lean=lean, partial=partial)
            self._facts(day, partial=partial, night_is_over=day < last)
            if day < last:
                self._night(day, worse=spell + (1.1 if lean else -0.6))
            self._today(day, worse=spell)

    def _meals(self, day: date, *, lean: bool, partial: bool) -> None:
        weekend = day.weekday() >= 5
        self._meal(day, "breakfast", self._chance.choice(BREAKFASTS[lean]))
        if partial:
            return
        self._meal(day, "lunch", self._chance.choice(LUNCHES[lean]))
        self._meal(day, "dinner", self._chance.choice(DINNERS[lean]))
        if self._chance.random() < 0.7:
            self._meal(day, "snacks", self._chance.choice(SNACKS[lean]))
        self._meal(day, "drinks", DRINKS[weekend])

    def _meal(self, day: date, slot: str, foods: tuple[tuple[str, float], ...]) -> None:
        meal = Meal(
            user_id=self._user_id, date=day, slot=slot, said="", created_at=self._now
        )
        for position, (food_id, usual_g) in enumerate(foods, start=1):
            known = food_id in self._names
            amount_g = round(usual_g * self._chance.uniform(0.85, 1.15) / 5) * 5 or 5
            meal.items.append(
                MealItem(
                    position=position,
                    food_id=food_id if known else None,
                    name=self._names.get(food_id, food_id),
                    amount_g=float(amount_g) if known else None,
                    amount_label=f"{amount_g} g" if known else "",
                    amount_source="stated" if known else "unknown",
                )
            )
        self._session.add(meal)

    def _facts(self, day: date, *, partial: bool, night_is_over: bool) -> None:
        chance = self._chance
        slept_min = float(chance.randint(36, 48) * 10)
        self._session.add(
            Day(
                user_id=self._user_id,
                date=day,
                food_status="partial" if partial else "complete",
                supplements_answered=True,
                water_ml=200.0 * chance.randint(4, 8),
                alcohol_g=chance.choice((0.0, 0.0, 14.0)),
                sun_min=float(chance.choice((0, 10, 15, 20, 30, 45))),
                exercise_min=float(chance.choice((0, 0, 20, 30, 40, 60))),
                night_sleep_min=slept_min if night_is_over else None,
                note="Long walk by the canal." if chance.random() < 0.04 else "",
                updated_at=self._now,
            )
        )
        if chance.random() < 0.85:
            self._session.add(
                SupplementIntake(
                    user_id=self._user_id,
                    supplement_id=self._vitamin_d.id,
                    date=day,
                    doses=1.0,
                )
            )

    def _night(self, day: date, *, worse: float) -> None:
        if self._chance.random() < 0.06:
            return
        cramp = self._severity(worse - 0.3)
        self._answer(
            day,
            "night",
            "night_cramp",
            cramp,
            sites=["calf_left"] + (["foot_left"] if cramp > 6 else []),
            duration_min=self._chance.choice((1, 2, 3, 5)),
            times_count=self._chance.choice((1, 1, 2)),
            woke_me=cramp >= 4,
            eased_by="stretching",
        )
        restless = self._severity(self._chance.gauss(-0.5, 0.6))
        self._answer(
            day,
            "night",
            "restless_legs",
            restless,
            sites=["whole_leg_left", "whole_leg_right"],
            eased_by="moving",
        )

    def _today(self, day: date, *, worse: float) -> None:
        self._answer(day, "day", "muscle_ache", self._severity(worse - 0.6))
        if self._chance.random() < 0.9:
            self._answer(day, "day", "tingling", self._severity(worse - 1.5))

    def _severity(self, worse: float) -> int:
        felt = worse + self._chance.gauss(0, 0.8)
        return 0 if felt <= 0 else min(9, 2 + round(felt * 3))

    def _answer(
        self,
        day: date,
        part: str,
        symptom: str,
        severity_0_10: int,
        **details: object,
    ) -> None:
        self._session.add(
            SymptomEntry(
                user_id=self._user_id,
                date=day,
                part=part,
                symptom=symptom,
                severity_0_10=severity_0_10,
                updated_at=self._now,
                **(details if severity_0_10 else {}),
            )
        )
