"""The doctor's page: warning signs that were shown, and supplements with amounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.knowledge import Knowledge
from journal.domain.records import DayRecord
from journal.models import RedFlagShown, Supplement
from journal.services.report_food_words import amount
from journal.services.report_words import joined, times


def shown_flags(
    session: Session, user_id: int, first: date, last: date, knowledge: Knowledge
) -> tuple[str, ...]:
    rows = session.scalars(
        select(RedFlagShown)
        .where(RedFlagShown.user_id == user_id, RedFlagShown.date.between(first, last))
        .order_by(RedFlagShown.date, RedFlagShown.id)
    )
    words = []
    for row in rows:
        rule = knowledge.red_flags.rule(row.rule)
        title = rule.title if rule else row.rule.replace("_", " ")
        words.append(f"{row.date.day} {row.date:%B}: {title}")
    return tuple(words)


def supplement_words(
    session: Session, user_id: int, records: Sequence[DayRecord], knowledge: Knowledge
) -> tuple[str, ...]:
    answered = sum(1 for record in records if record.supplements_answered)
    rows = session.scalars(
        select(Supplement)
        .where(Supplement.user_id == user_id)
        .order_by(Supplement.name, Supplement.id)
    )
    words = []
    for row in rows:
        taken = sum(
            any(one.name == row.name for one in record.supplements)
            for record in records
        )
        if not taken:
            continue
        amounts = []
        for key, value in row.amounts.items():
            nutrient = knowledge.nutrient(key)
            name = nutrient.name if nutrient else key.rpartition("_")[0]
            unit = nutrient.unit if nutrient else key.rpartition("_")[2]
            amounts.append(f"{name} {amount(value, unit)}")
        held = f" ({joined(amounts)})" if amounts else ""
        words.append(
            f"{row.name}, {row.dose_label}{held}: on {taken} of {answered} "
            f"{times('day', answered)}"
        )
    return tuple(words)
