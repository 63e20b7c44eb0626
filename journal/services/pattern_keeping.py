"""Keeping what is said: the running week after an evening, each past week once.

Only edges that write call this: an evening that is saved, the clock, the commands.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

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


def keep_evening(
    session: Session,
    *,
    account: Account,
    now: datetime,
    knowledge: Knowledge,
    targets: TargetTable,
) -> tuple[str, ...]:
    """Keep what is said now; return a sentence for each tier that has changed.

    The week that ended last is kept first, when nobody did it before.
    """
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    week = IsoWeek.of(today)
    before = said_before(session, user_id=account.id, week=week)
    keep_past_week(
        session, account=account, now=now, knowledge=knowledge, targets=targets
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
    """Keep the week that ended last for good; return False when it already was."""
    today = journal_day(now, time_zone=account.time_zone, day_begins=account.day_begins)
    week = IsoWeek.of(today - timedelta(days=7))
    if week.sunday < account.created_at.date():
        return False  # nothing was said before there was anybody to say it to
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
    """Keep what is said of `week`: for good when it is over, else until it changes."""
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
        is_final=not report.is_running,
        now=now,
    )
    return report


def weeks_to_keep(session: Session, *, now: datetime, most: int) -> list[int]:
    """Return the ids of people whose last week is over and not kept yet.

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
        week = IsoWeek.of(today - timedelta(days=7))
        is_new = week.sunday < account.created_at.date()
        if not is_new and newest.get(account.id, "") < str(week):
            found.append(account.id)
    return found[:most]


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
