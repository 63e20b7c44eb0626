"""What every page reaches for: the installation, the signed-in person, the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast

from flask import current_app
from flask_login import current_user

from journal.config import Settings
from journal.domain.dates import journal_day
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.models import Account
from journal.services.foodindex import FoodIndex


@dataclass(frozen=True, slots=True)
class Journal:
    """The parts of an installation that are read once at start and then shared."""

    settings: Settings
    knowledge: Knowledge
    targets: TargetTable
    food_index: FoodIndex


def current() -> Journal:
    """Return the running installation's parts."""
    return cast("Journal", current_app.extensions["journal"])


def now() -> datetime:
    """Return the present moment: the only clock that pages read."""
    return datetime.now(UTC)


def account() -> Account:
    """Return the signed-in person's account; only behind `login_required`."""
    return cast("Account", current_user.account)


def today_for(person: Account, moment: datetime) -> date:
    """Return the journal day that `moment` is for this person."""
    return journal_day(moment, time_zone=person.time_zone, day_begins=person.day_begins)
