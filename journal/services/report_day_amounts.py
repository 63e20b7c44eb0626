"""What one day held of a nutrient or habit, and when that is not known."""

from __future__ import annotations

from journal.domain.nutrition import NUTRIENT_KEYS, day_intake
from journal.domain.records import DayRecord
from journal.patterns.shortfall import SMALLEST_KNOWN_SHARE


def amount_of_day(record: DayRecord, factor: str) -> float:
    """Return the day's amount of a nutrient or habit, NaN where it is not known."""
    if factor in {"exercise_min", "sun_min"}:
        value = record.exercise_min if factor == "exercise_min" else record.sun_min
        return float("nan") if value is None else value
    if _is_not_said(record, factor):
        return float("nan")
    intake = day_intake(record, factor)
    if intake.known_share_0_1 < SMALLEST_KNOWN_SHARE and factor in NUTRIENT_KEYS:
        return float("nan")
    return intake.total


def _is_not_said(record: DayRecord, factor: str) -> bool:
    """Return whether a habit is open: no answer, and nothing of it in the log.

    A log of food without wine is no answer to the question about alcohol.
    """
    if factor == "water_g":
        return record.water_ml is None
    said = {"alcohol_g": record.alcohol_g, "caffeine_mg": record.caffeine_mg}
    if factor not in said or said[factor] is not None:
        return False
    held = [item for item in record.items if item.per_100_g.get(factor, 0.0) > 0]
    pills = any(taken.amounts.get(factor) for taken in record.supplements)
    return not (held or pills) or any(item.amount_g is None for item in held)
