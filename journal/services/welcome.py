"""The first three questions: each is stored when it is answered, any may be skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from journal.models import Account
from journal.services.accounts import get_account
from journal.services.profiles import add_own_symptom, check_birth_year

#: The questions in their order.
STEPS: Final = ("troubles", "since", "food")


@dataclass(frozen=True, slots=True)
class Food:
    """What a person eats and takes, and what decides the daily values; None: unsaid."""

    eating_style: str | None
    medicines: Sequence[str]
    region: str | None
    birth_year: int | None
    sex: str | None


def first_open_step(account: Account) -> str:
    """Return the question to go on with: the first without an answer."""
    if not account.tracked_symptoms:
        return "troubles"
    return "food" if account.troubled_since else "since"


def save_troubles(
    session: Session, *, user_id: int, codes: Sequence[str], own: str
) -> None:
    """Track what was ticked, in that order, and a trouble in the person's own words."""
    account = get_account(session, user_id=user_id)
    if codes:
        account.tracked_symptoms = list(codes)
    if own:
        add_own_symptom(session, user_id=user_id, label=own)
    session.flush()


def save_since(session: Session, *, user_id: int, since: str | None) -> None:
    """Store since when; nothing said leaves what was there."""
    account = get_account(session, user_id=user_id)
    account.troubled_since = since or account.troubled_since
    session.flush()


def save_food(session: Session, *, user_id: int, food: Food, now: datetime) -> None:
    """Store the third answers; what was left out stays as it was."""
    check_birth_year(food.birth_year, now=now)
    account = get_account(session, user_id=user_id)
    account.eating_style = food.eating_style or account.eating_style
    account.birth_year = food.birth_year or account.birth_year
    account.sex = food.sex or account.sex
    if food.region:
        account.region = food.region
        account.is_region_known = True
    if food.medicines:
        account.medicines = list(food.medicines)
    session.flush()


def finish(session: Session, *, user_id: int, now: datetime) -> None:
    """Note that the person was welcomed, so that `/` leads to the evening."""
    account = get_account(session, user_id=user_id)
    account.welcomed_at = account.welcomed_at or now
    session.flush()
