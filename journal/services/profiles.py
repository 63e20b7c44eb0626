"""What a person says about themselves: reference values, time, symptoms, looks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from sqlalchemy.orm import Session

from journal.domain.dates import zone
from journal.domain.errors import Invalid
from journal.domain.knowledge import Symptom
from journal.models import Account
from journal.services.accounts import get_account
from journal.services.reminders import reschedule

REGIONS: Final = {"US": "United States", "EU": "Europe", "UK": "United Kingdom"}
SEXES: Final = {"female": "Female", "male": "Male"}
EATING_STYLES: Final = {
    "none": "I eat everything",
    "vegetarian": "Vegetarian",
    "vegan": "Vegan",
}
MEDICINES: Final = {
    "statin": "Statin",
    "diuretic": "Water tablets",
    "metformin": "Metformin",
    "acid_blocker": "Acid blocker",
}
CONDITIONS: Final = {
    "fat_malabsorption": "Trouble taking up fat (coeliac, Crohn’s, after surgery)",
    "kidney_disease": "Kidney disease",
}
SINCE: Final = {"days": "Days", "weeks": "Weeks", "months": "Months", "years": "Years"}
THEMES: Final = {"system": "As the device", "light": "Light", "dark": "Dark"}
DAY_BEGINS: Final = tuple(time(hour) for hour in range(7))
MOST_OWN_SYMPTOMS: Final = 12
OLDEST_BIRTH_YEAR: Final = 1900


@dataclass(frozen=True, slots=True)
class Profile:
    """The answers of the settings page; None, or an empty name, is "not said"."""

    name: str
    birth_year: int | None
    sex: str | None
    is_pregnant: bool
    is_lactating: bool
    eating_style: str
    region: str | None
    time_zone: str
    day_begins: time
    medicines: Sequence[str]
    conditions: Sequence[str]
    own_words: str
    troubled_since: str | None
    theme: str


def save_profile(
    session: Session, *, user_id: int, profile: Profile, now: datetime
) -> Account:
    """Store the answers; reminders follow a change of time zone."""
    account = get_account(session, user_id=user_id)
    zone(profile.time_zone)
    check_birth_year(profile.birth_year, now=now)
    if profile.sex == "male" and (profile.is_pregnant or profile.is_lactating):
        raise Invalid("sex", "The values for pregnancy and nursing are for women.")
    account.name = profile.name
    account.birth_year = profile.birth_year
    account.sex = profile.sex
    account.is_pregnant = profile.is_pregnant
    account.is_lactating = profile.is_lactating
    account.eating_style = profile.eating_style
    if profile.region:
        account.region = profile.region
        account.is_region_known = True
    account.time_zone = profile.time_zone
    account.day_begins = profile.day_begins
    account.medicines = list(profile.medicines)
    account.conditions = list(profile.conditions)
    account.own_words = profile.own_words
    account.troubled_since = profile.troubled_since
    account.theme = profile.theme
    session.flush()
    reschedule(session, account=account, now=now)
    return account


def check_birth_year(year: int | None, *, now: datetime) -> None:
    """Raise Invalid for a year in which nobody who writes here was born."""
    if year is not None and not OLDEST_BIRTH_YEAR <= year <= now.year:
        raise Invalid(
            "birth_year", f"Type a year from {OLDEST_BIRTH_YEAR} to {now.year}."
        )


def track_symptoms(
    session: Session,
    *,
    user_id: int,
    codes: Sequence[str],
    move_up: str = "",
) -> None:
    """Store which symptoms are asked about, in order; `move_up` goes one place up."""
    account = get_account(session, user_id=user_id)
    wanted = list(codes)
    order = [code for code in account.tracked_symptoms if code in wanted]
    order += [code for code in wanted if code not in order]
    if move_up in order[1:]:
        place = order.index(move_up)
        order[place - 1 : place + 1] = [move_up, order[place - 1]]
    account.tracked_symptoms = order
    session.flush()


def labels_tracked(account: Account, catalogue: Sequence[Symptom]) -> list[str]:
    """Return what is asked each evening as within a sentence; empty when never chosen.

    The person's own words stay as they were written.
    """
    labels = {
        symptom.code: symptom.label[:1].lower() + symptom.label[1:]
        for symptom in catalogue
    } | account.own_symptoms
    return [labels[code] for code in account.tracked_symptoms if code in labels]


def add_own_symptom(session: Session, *, user_id: int, label: str) -> str:
    """Add a symptom in the person's own words and track it; return its code."""
    account = get_account(session, user_id=user_id)
    words = " ".join(label.split())
    if not words or len(words) > 60:
        raise Invalid("own_symptom", "Name it in 1 to 60 characters.")
    for code, known in account.own_symptoms.items():
        if known.casefold() == words.casefold():
            return _tracked(session, account, code)
    if len(account.own_symptoms) >= MOST_OWN_SYMPTOMS:
        raise Invalid("own_symptom", f"{MOST_OWN_SYMPTOMS} of your own are the most.")
    code = own_code(words, account.own_symptoms)
    account.own_symptoms = {**account.own_symptoms, code: words}
    return _tracked(session, account, code)


def _tracked(session: Session, account: Account, code: str) -> str:
    if code not in account.tracked_symptoms:
        account.tracked_symptoms = [*account.tracked_symptoms, code]
    session.flush()
    return code


def own_code(label: str, taken: Mapping[str, str]) -> str:
    """Return a code for a symptom of the person's own that is not taken yet."""
    stem = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:40] or "symptom"
    code, number = f"own_{stem}", 2
    while code in taken:
        code, number = f"own_{stem}_{number}", number + 1
    return code
