"""The week of one person: read in a fixed number of queries, then all pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek, journal_day
from journal.domain.errors import NotFound
from journal.domain.knowledge import Knowledge
from journal.domain.records import DayRecord
from journal.domain.targets import TargetTable
from journal.domain.weekly_changes import Change, changes
from journal.domain.weekly_food import coverage
from journal.models import Account
from journal.services.diary import load_days
from journal.services.finding_marks import marks_of
from journal.services.lab_words import LabLine, lab_lines, latest, recent
from journal.services.labs import results
from journal.services.report_account import load_account, person_of
from journal.services.report_content import WeekReport, WeekState, as_json
from journal.services.report_course import with_course, with_marks
from journal.services.report_food import NutrientLine, nutrient_lines
from journal.services.report_look import Look, look_at
from journal.services.report_plain_count import PlainCount
from journal.services.report_questions import to_ask
from journal.services.report_words import first_sentences, unknowns, visit_advice
from journal.services.said_weeks import is_fresh, said_before
from journal.services.timing import as_last_said, timing_of_week
from journal.services.timing_diary import first_day_read
from journal.services.timing_report import TimingReport

__all__ = [
    "WeekReport",
    "as_json",
    "load_account",
    "person_of",
    "report_of",
    "week_report",
]

WINDOW_DAYS = 28
#: The window of the week before begins this much earlier.
EARLIER_DAYS = 7


def week_report(
    session: Session,
    *,
    user_id: int,
    week: IsoWeek,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
    with_timing: bool = True,
    as_said: bool = False,
) -> WeekReport:
    """Return the report of one week; raise NotFound for one that has not begun.

    `with_timing` is False where only the four weeks are wanted, as for a chart. With
    `as_said` the timing of a running week is what was said after the last evening,
    while nothing was written since: a year of days need not be read again.
    """
    account = load_account(session, user_id=user_id)
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    if week.monday > today:
        raise NotFound
    before = said_before(session, user_id=user_id, week=week)
    length = WINDOW_DAYS + EARLIER_DAYS
    first = week.sunday - timedelta(days=length - 1)
    timing = None
    if as_said and with_timing and is_fresh(before, session, since=first):
        timing = as_last_said(before, week)
    is_anew = with_timing and timing is None
    if is_anew and not before.is_final:
        first = first_day_read(week.sunday)
    records = load_days(session, user_id=user_id, first=first, last=week.sunday)
    if is_anew:
        timing = timing_of_week(
            session,
            account=account,
            week=week,
            today=today,
            knowledge=knowledge,
            records=records,
            before=before,
        )
    report = report_of(
        records[-length:],
        week=week,
        today=today,
        account=account,
        knowledge=knowledge,
        targets=targets,
        timing=timing,
        known=_known_results(session, user_id, week.sunday, knowledge),
    )
    report = with_course(report, before, knowledge=knowledge)
    return with_marks(report, marks_of(session, user_id=user_id))


def _known_results(
    session: Session, user_id: int, last: date, knowledge: Knowledge
) -> tuple[LabLine, ...]:
    """Return the newest result of each test in the year up to `last`."""
    lines = lab_lines(results(session, user_id=user_id, last=last), knowledge)
    return recent(latest(lines), last=last)


def report_of(
    records: Sequence[DayRecord],
    *,
    week: IsoWeek,
    today: date,
    account: Account,
    knowledge: Knowledge,
    targets: TargetTable,
    timing: TimingReport | None = None,
    known: Sequence[LabLine] = (),
) -> WeekReport:
    """Return the report made of five weeks of records that end with the Sunday.

    The last four are what it looks at; the first four are what the report of the week
    before looked at, for what has changed since.
    """
    window, earlier = records[-WINDOW_DAYS:], records[:WINDOW_DAYS]
    this_week = window[-7:]
    person = person_of(account, on=week.sunday)
    look = look_at(
        window,
        today=today,
        person=person,
        account=account,
        knowledge=knowledge,
        targets=targets,
    )
    state = _state(window)
    before = nutrient_lines(
        earlier, person=person, knowledge=knowledge, targets=targets
    )
    return WeekReport(
        week=week,
        today=today,
        state=state,
        headline=first_sentences(
            look.legs, look.nutrients, look.food, records=window, today=today
        ),
        legs=look.legs,
        nutrients=look.nutrients,
        plain_amounts=look.plain_amounts,
        findings=look.findings,
        counts=_not_tested(look.counts, timing),
        changes=() if state == "empty" else _changes(look, before),
        lanes=look.lanes,
        to_ask=to_ask(
            look.legs,
            look.nutrients,
            look.findings,
            knowledge=knowledge,
            person=person,
            account=account,
            known=known,
        ),
        visit=visit_advice(look.legs),
        unknowns=unknowns(
            this_week, look.nutrients, today=today, is_first=state == "first"
        ),
        food_week=coverage(this_week, today=today),
        food_four_weeks=look.food,
        days=look.days,
        timing=timing,
    )


def _not_tested(
    counts: Sequence[PlainCount], timing: TimingReport | None
) -> tuple[PlainCount, ...]:
    """Return the counts of pairs that no test has answered yet.

    What was tested and does not stand out would stand out again as a bare count.
    """
    if timing is None:
        return tuple(counts)
    looked_at = {card.symptom for card in timing.cards}
    waiting = {(card.symptom, card.factor) for card in timing.waiting}
    return tuple(
        one
        for one in counts
        if one.symptom not in looked_at or (one.symptom, one.factor) in waiting
    )


def _changes(look: Look, before: Sequence[NutrientLine]) -> tuple[Change, ...]:
    return changes(
        look.legs,
        short_now=_short(look.nutrients),
        short_before=_short(before),
        judged_now=_judged(look.nutrients),
        judged_before=_judged(before),
    )


def _short(lines: Sequence[NutrientLine]) -> dict[str, str]:
    return {
        line.name: "probably short" if line.is_probably_short else "may be short"
        for line in lines
        if line.is_short
    }


def _judged(lines: Sequence[NutrientLine]) -> frozenset[str]:
    return frozenset(line.name for line in lines if line.is_judged)


def _state(records: Sequence[DayRecord]) -> WeekState:
    if not any(record.is_logged for record in records[-7:]):
        return "empty"
    if not any(record.is_logged for record in records[:-7]):
        return "first"
    return "usual"
