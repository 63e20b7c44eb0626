"""Keeping what is said: the running week after an evening, each past week once.

A week is kept for good from the Tuesday after it: its last night is answered on Monday.
Only edges that write call this: an evening that is saved, the clock, the commands.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.dates import IsoWeek, journal_day
from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.models import Account, SaidWeek
from journal.services.report_content import WeekReport
from journal.services.report_course import changes, finding_data
from journal.services.report_words import labels_of
from journal.services.reports import week_report
from journal.services.said_weeks import keep, said_before, standings_data
from journal.services.timing_cards import KIND, TimingCard

#: The night after Sunday is answered on Monday evening.
_DAYS_TO_ANSWER: Final = timedelta(days=1)


def keep_evening(
    session: Session,
    *,
    account: Account,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> tuple[str, ...]:
    """Keep what is said now; return a sentence for each tier that has changed.

    The weeks before are kept first: for good when nobody did it yet, and on Monday the
    one that ended yesterday as it stands, so that the running week goes on from it.
    """
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    week = IsoWeek.of(today)
    before = said_before(session, user_id=account.id, week=week)
    keep_past_week(
        session, account=account, now=now, knowledge=knowledge, targets=targets
    )
    unsettled = last_settled_week(today).shifted(1)
    if unsettled != week and _was_there(account, unsettled):
        keep_week(
            session,
            account=account,
            week=unsettled,
            now=now,
            knowledge=knowledge,
            targets=targets,
        )
    report = keep_week(
        session,
        account=account,
        week=week,
        now=now,
        knowledge=knowledge,
        targets=targets,
    )
    return changes(
        before.standings,
        report.standings or {},
        labels=labels_of(knowledge.symptoms, account),
        knowledge=knowledge,
    )


def keep_past_week(
    session: Session,
    *,
    account: Account,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> bool:
    """Keep the last settled week for good; return False when it already was."""
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    week = last_settled_week(today)
    if not _was_there(account, week):
        return False
    if said_before(session, user_id=account.id, week=week).is_final:
        return False
    keep_week(
        session,
        account=account,
        week=week,
        now=now,
        knowledge=knowledge,
        targets=targets,
    )
    return True


def keep_week(
    session: Session,
    *,
    account: Account,
    week: IsoWeek,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> WeekReport:
    """Keep what is said of `week`: for good once settled, else until it changes."""
    report = week_report(
        session,
        user_id=account.id,
        week=week,
        now=now,
        knowledge=knowledge,
        targets=targets,
    )
    keep(
        session,
        user_id=account.id,
        week=week,
        content=_content(report),
        is_final=_is_settled(week, report.today),
        now=now,
    )
    return report


def last_settled_week(today: date) -> IsoWeek:
    """Return the last week of which every night could be answered before `today`."""
    return IsoWeek.of(today - timedelta(days=7) - _DAYS_TO_ANSWER)


def _was_there(account: Account, week: IsoWeek) -> bool:
    """Whether there was anybody yet to say anything to."""
    return week.sunday >= account.created_at.date()


def _is_settled(week: IsoWeek, today: date) -> bool:
    return today > week.sunday + _DAYS_TO_ANSWER


def weeks_to_keep(session: Session, *, now: datetime, most: int) -> list[int]:
    """Return the ids of people whose last settled week is not kept for good yet.

    Two queries, however many people there are; `most` of them at a time.
    """
    rows = session.execute(
        select(SaidWeek.user_id, func.max(SaidWeek.week))
        .where(SaidWeek.is_final)
        .group_by(SaidWeek.user_id)
    )
    newest: dict[int, str] = {user_id: week for user_id, week in rows}  # noqa: C416
    found = []
    for account in session.scalars(select(Account).order_by(Account.id)):
        today = journal_day(
            now, time_zone=account.time_zone, day_begins=account.day_begins
        )
        week = last_settled_week(today)
        if _was_there(account, week) and newest.get(account.id, "") < str(week):
            found.append(account.id)
    # Whoever's week cannot be worked out does not stand before the others for good.
    turn = now.minute * most % len(found) if found else 0
    return (found[turn:] + found[:turn])[:most]


def _content(report: WeekReport) -> dict[str, Any]:
    timing = report.timing
    return {
        KIND: {
            "findings": [asdict(_slim(card)) for card in timing.cards]
            if timing
            else [],
            "not_tested": list(timing.not_tested) if timing else [],
        },
        "nutrients": [
            finding_data(one) for one in (*report.findings, *report.quiet_findings)
        ],
        "gone": list(report.gone),
        "questions": [dict(one) for one in timing.questions] if timing else [],
        "standings": standings_data(report.standings or {}),
    }


def _slim(card: TimingCard) -> TimingCard:
    """Return a card with the words that a list shows; a pattern keeps all of them."""
    if card.is_shown or card.asked or card.history:
        return card
    return replace(card, why=(), medicine="", citations=(), counts={})
