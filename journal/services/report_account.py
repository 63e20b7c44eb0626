"""Whose report it is: the account, and what decides the reference values."""

from __future__ import annotations

from datetime import date
from typing import cast

from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.domain.targets import EatingStyle, Person, Region, Sex
from journal.models import Account


def person_of(account: Account, *, on: date) -> Person:
    """Return what decides the reference values; the age is the year's difference."""
    return Person(
        region=cast("Region", account.region),
        sex=cast("Sex | None", account.sex),
        age_years=on.year - account.birth_year if account.birth_year else None,
        pregnant=account.is_pregnant,
        lactating=account.is_lactating,
        eating_style=cast("EatingStyle", account.eating_style),
    )


def load_account(session: Session, *, user_id: int) -> Account:
    """Return the person's account; raise NotFound when there is none."""
    account = session.get(Account, user_id)
    if account is None:
        raise NotFound
    return account
