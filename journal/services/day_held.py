"""What one day's food and tablets held, nutrient by nutrient, and from which food."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from journal.domain.nutrition import NUTRIENT_KEYS, REPORTED_KEYS, day_intake
from journal.domain.records import DayRecord
from journal.services.diary import load_days


@dataclass(frozen=True, slots=True)
class Held:
    """One nutrient of one day.

    :param food: at least this much from food and drink, in the unit of the key
    :param tablets: from supplements, apart
    :param known_share_0_1: share of the day's food, by energy, that has a figure
    :param sources: foods with what they held, the most first; those with 0 left out
    :param unknown: names of the foods that have no figure or no amount
    :param from_tablets: products with what they held
    """

    key: str
    food: float
    tablets: float
    known_share_0_1: float
    sources: Sequence[tuple[str, float]]
    unknown: Sequence[str]
    from_tablets: Sequence[tuple[str, float]]

    @property
    def is_at_least(self) -> bool:
        """Whether some of the food has no figure, so that the sum is a least one."""
        return self.known_share_0_1 < 0.999


def day_held(
    session: Session, *, user_id: int, day: date
) -> tuple[DayRecord, list[Held]]:
    """Return a day and each nutrient of it, those of the reports first."""
    (record,) = load_days(session, user_id=user_id, first=day, last=day)
    others = [key for key in NUTRIENT_KEYS if key not in REPORTED_KEYS]
    return record, [_held(record, key) for key in (*REPORTED_KEYS, *others)]


def _held(record: DayRecord, key: str) -> Held:
    intake = day_intake(record, key)
    sources: dict[str, float] = {}
    unknown: dict[str, None] = {}
    for item in record.items:
        value = item.per_100_g.get(key)
        if value is None or item.amount_g is None:
            unknown[item.name] = None
            continue
        if item.known_shares.get(key, 1.0) < 1.0:
            unknown[f"part of {item.name}"] = None
        amount = value * item.amount_g / 100
        sources[item.name] = sources.get(item.name, 0.0) + amount
    return Held(
        key=key,
        food=intake.food,
        tablets=intake.supplements,
        known_share_0_1=intake.known_share_0_1,
        sources=sorted(
            ((name, amount) for name, amount in sources.items() if amount > 0),
            key=lambda pair: -pair[1],
        ),
        unknown=list(unknown),
        from_tablets=[
            (taken.name, taken.amounts[key])
            for taken in record.supplements
            if taken.amounts.get(key)
        ],
    )
