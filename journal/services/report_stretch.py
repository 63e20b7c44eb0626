"""A month, a quarter or any range: what a week's report says, over more days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.errors import NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.periods import Period, span_words
from journal.domain.records import DayRecord
from journal.domain.targets import TargetTable
from journal.domain.weekly import LegsLine, Part, Tally, legs_of_week
from journal.models import Account
from journal.services.diary import load_answers, load_days
from journal.services.report_account import load_account, person_of
from journal.services.report_look import Look, look_at
from journal.services.report_words import food_first, labels_of, times

#: Food is worked out for up to so many days at a time; longer ranges count the legs.
MOST_FOOD_DAYS = 400
#: A report's charts for one week look back so far.
WEEK_WINDOW_DAYS = 28
EMPTY = "Nothing was written down in this time."


@dataclass(frozen=True, slots=True)
class StretchReport:
    """All words and numbers of one stretch of days.

    `look` covers the whole stretch. `before` maps (part, symptom) to its count in the
    stretch of the same kind just before. Without `has_food` the stretch is too long
    for food to be worked out, and only the legs are counted.
    """

    period: Period
    today: date
    is_empty: bool
    headline: tuple[str, ...]
    look: Look
    before: Mapping[tuple[Part, str], Tally]
    has_food: bool

    @property
    def is_running(self) -> bool:
        """Whether it is not over."""
        return self.today <= self.period.last


def stretch_report(
    session: Session,
    *,
    user_id: int,
    period: Period,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> StretchReport:
    """Return the report of a stretch; raise NotFound for one that has not begun.

    Six queries, however long it is: a long one reads no food at all.
    """
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    if period.first > today:
        raise NotFound
    has_food = period.length <= MOST_FOOD_DAYS
    load = load_days if has_food else load_answers
    records = load(session, user_id=user_id, first=period.first, last=period.last)
    look = _look(
        records,
        today=today,
        account=account,
        knowledge=knowledge,
        targets=targets,
        period=period,
    )
    earlier = period.before
    before = legs_of_week(
        load_answers(session, user_id=user_id, first=earlier.first, last=earlier.last)
        if has_food
        else (),
        labels=labels_of(knowledge.symptoms, account),
        today=today,
    )
    tallies = {(line.part, line.symptom): line.four_weeks for line in before}
    is_empty = not any(record.is_logged for record in records)
    return StretchReport(
        period=period,
        today=today,
        is_empty=is_empty,
        headline=_headline(period, look, tallies, is_empty=is_empty, has_food=has_food),
        look=look,
        before=tallies,
        has_food=has_food,
    )


def chart_look(
    session: Session,
    *,
    user_id: int,
    period: Period,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> Look:
    """Return what the charts of a page draw: of a week, the four that end with it."""
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    if period.first > today:
        raise NotFound
    first = period.first
    if period.kind == "week":
        first = period.last - timedelta(days=WEEK_WINDOW_DAYS - 1)
    load = load_days if period.length <= MOST_FOOD_DAYS else load_answers
    records = load(session, user_id=user_id, first=first, last=period.last)
    return _look(
        records,
        today=today,
        account=account,
        knowledge=knowledge,
        targets=targets,
        period=period,
    )


def _look(
    records: Sequence[DayRecord],
    *,
    today: date,
    account: Account,
    knowledge: Knowledge,
    targets: TargetTable,
    period: Period,
) -> Look:
    look = look_at(
        records,
        today=today,
        person=person_of(account, on=min(records[-1].day, today)),
        account=account,
        knowledge=knowledge,
        targets=targets,
        over=over_words(period),
    )
    if period.kind == "week":
        return look
    legs = sorted(look.legs, key=lambda line: -line.four_weeks.present)
    return replace(look, legs=tuple(legs))


def over_words(period: Period) -> str:
    """Return the period as it ends a sentence: "in November 2026"."""
    if period.kind in {"month", "quarter"}:
        return f"in {period.words}"
    return f"from {span_words(period.first, period.last)}"


def before_words(line: LegsLine, before: Tally | None, period: Period) -> str:
    """Return "In October 2026: 8 of 30."; empty when nothing was answered then."""
    if before is None or not before.answered:
        return ""
    when = {
        "month": f"{period.before.first:%B}",
        "quarter": "The quarter before",
    }.get(period.kind, f"The {period.length} days before")
    share = f"{before.present} of {before.answered}"
    return f"{when}: {share} {times(line.part, before.answered)}."


def _headline(
    period: Period,
    look: Look,
    before: Mapping[tuple[Part, str], Tally],
    *,
    is_empty: bool,
    has_food: bool,
) -> tuple[str, ...]:
    if is_empty:
        return (EMPTY, "An empty day counts as not known, never as none.")
    said = []
    answered = [line for line in look.legs if line.four_weeks.answered]
    present = [line for line in answered if line.four_weeks.present]
    if present:
        line = present[0]
        seen = line.four_weeks
        words = f"{line.label} on {seen.present} of {seen.answered} "
        said.append(f"{words}{times(line.part, seen.answered)}.")
        said.append(before_words(line, before.get((line.part, line.symptom)), period))
    elif answered:
        said.append("No leg trouble in any answer.")
    else:
        said.append("Nothing about the legs was answered.")
    if has_food:
        said += food_first(look.nutrients, look.food, is_over=look.today > period.last)
    return tuple(filter(None, said))
