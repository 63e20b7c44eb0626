"""The single nights behind a timing finding: what came before each, and how it was."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.errors import NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.nutrition import NUTRIENT_KEYS
from journal.domain.records import DayRecord
from journal.domain.weekly import Part, answers_of
from journal.services.diary import load_days
from journal.services.report_account import load_account
from journal.services.report_day_amounts import amount_of_day
from journal.services.report_words import labels_of
from journal.services.timing_diary import first_day_read
from journal.services.timing_pairs import factors_to_ask_about, part_of, unit_of

#: How many days before a night are looked at, by the window of a finding.
DAYS_OF_WINDOW = {"that day": 1, "three days": 3, "week": 7, "two weeks": 14}
#: A mean over a window needs at least this share of its days.
SMALLEST_SHARE_OF_DAYS = 0.5


@dataclass(frozen=True, slots=True)
class Night:
    """One night (or day) with an answer: the amount before it, a day on average."""

    day: date
    amount: float
    severity_0_10: int


@dataclass(frozen=True, slots=True)
class TimingNights:
    """All nights of one pair that have an answer and a known amount before them.

    `left_out` counts nights with an answer whose amount is not known. Amounts are as
    they were eaten, without the adjustments of the test.
    """

    symptom_label: str
    factor_name: str
    unit: str
    part: Part
    days: int
    nights: tuple[Night, ...]
    left_out: int

    @property
    def amounts_with(self) -> tuple[float, ...]:
        """Amounts before nights with the symptom, in order of time."""
        return tuple(one.amount for one in self.nights if one.severity_0_10)

    @property
    def amounts_without(self) -> tuple[float, ...]:
        """Amounts before nights that were answered "none"."""
        return tuple(one.amount for one in self.nights if not one.severity_0_10)


def timing_nights(
    session: Session,
    *,
    user_id: int,
    last: date,
    factor: str,
    symptom: str,
    days: int,
    now: datetime,
    knowledge: Knowledge,
) -> TimingNights:
    """Return the nights up to `last` that a finding about this pair rests on.

    :param days: how many days before each night are averaged: 1, 3, 7 or 14
    :raises NotFound: for an unknown pair, or one without a single such night
    """
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    names = factors_to_ask_about(knowledge)
    labels = labels_of(knowledge.symptoms, account)
    if factor not in names or symptom not in labels:
        raise NotFound("There is no such pair.")
    last = min(last, today)
    records = load_days(session, user_id=user_id, first=first_day_read(last), last=last)
    part = part_of(symptom, knowledge)
    known = [_amount(record, factor) for record in records]
    nights, left_out = [], 0
    for n, record in enumerate(records):
        answer = answers_of(record, part).get(symptom)
        if answer is None:
            continue
        # A night follows its own day, a symptom of the day the day before it.
        end = n + 1 if part == "night" else n
        amount = _mean(known[max(0, end - days) : end], days)
        if amount is None:
            left_out += 1
        else:
            nights.append(Night(record.day, amount, answer.severity_0_10))
    if not nights:
        raise NotFound("There is no such night.")
    return TimingNights(
        symptom_label=labels[symptom],
        factor_name=names[factor],
        unit=unit_of(factor),
        part=part,
        days=days,
        nights=tuple(nights),
        left_out=left_out,
    )


def _amount(record: DayRecord, factor: str) -> float:
    if factor in NUTRIENT_KEYS and not record.is_food_complete:
        return math.nan
    return amount_of_day(record, factor)


def _mean(amounts: list[float], days: int) -> float | None:
    known = [one for one in amounts if not math.isnan(one)]
    if not known or len(known) < SMALLEST_SHARE_OF_DAYS * days:
        return None
    return sum(known) / len(known)
