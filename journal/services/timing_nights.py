"""The single nights behind a timing finding: what came before each, and how it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.errors import NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.weekly import Part
from journal.patterns import Diary
from journal.patterns.exposure import known_amounts, mean_before
from journal.services import questions as asking
from journal.services.diary import load_days
from journal.services.report_account import load_account
from journal.services.report_words import labels_of
from journal.services.timing_diary import diary_of, first_day_read
from journal.services.timing_pairs import (
    Pair,
    factors_to_ask_about,
    part_of,
    unit_of,
)

#: How many days before a night are looked at, by the window of a finding.
DAYS_OF_WINDOW = {"that day": 1, "three days": 3, "week": 7, "two weeks": 14}
_WINDOWS = {days: window for window, days in DAYS_OF_WINDOW.items()}


@dataclass(frozen=True, slots=True)
class Night:
    """One night (or day) with an answer: the amount before it, a day on average."""

    day: date
    amount: float
    severity_0_10: int


@dataclass(frozen=True, slots=True)
class TimingNights:
    """All nights of one pair that have an answer and a known amount before them.

    The same nights as the test has: since a question was asked, after days that are
    complete. `left_out` counts those with an answer whose amount is not known. The
    amounts still hold weekdays, trends and spells, which the test takes out.
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
    pair = (symptom, factor)
    asked = asking.as_pairs(asking.watched(session, user_id=user_id, on=last))
    diary = diary_of(
        load_days(session, user_id=user_id, first=first_day_read(last), last=last),
        pairs=[pair],
        questions={pair: asked[pair]} if pair in asked else {},
        knowledge=knowledge,
    )
    part = part_of(symptom, knowledge)
    nights, left_out = _nights(diary, pair, window=_WINDOWS[days], part=part)
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


def _nights(
    diary: Diary, pair: Pair, *, window: str, part: Part
) -> tuple[list[Night], int]:
    """Return the answers that count, and how many follow days too little known."""
    symptom, factor = pair
    first = diary.asked_on.get(pair, np.datetime64("0001-01-01"))
    # A night follows its own day, a symptom of the day the day before it.
    later = np.timedelta64(0 if part == "night" else 1, "D")
    severity = diary.symptoms[symptom]
    counts = ~np.isnan(severity) & (diary.days >= first)
    amounts = mean_before(known_amounts(diary, factor), window)
    usable = counts & ~np.isnan(amounts)
    nights = [
        Night((day + later).item(), float(amount), int(how_bad))
        for day, amount, how_bad in zip(
            diary.days[usable], amounts[usable], severity[usable], strict=True
        )
    ]
    return nights, int(counts.sum() - usable.sum())
