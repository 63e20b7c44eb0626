"""Warnings: which ones an evening's answers bring up, shown until acknowledged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.domain.redflags import (
    LEVELS,
    Message,
    Question,
    RedFlags,
    evaluate,
    questions_for,
)
from journal.domain.targets import Region
from journal.models import Account, RedFlagShown
from journal.services.evening import load_evening


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """A warning not yet acknowledged, in the words of the person's region."""

    id: int
    day: date
    shown_at: datetime
    message: Message
    is_withdrawn: bool = False


def questions(
    severities: Mapping[str, int], *, account: Account, flags: RedFlags
) -> list[Question]:
    """Return the questions that these symptoms call for, worst first."""
    return questions_for(severities, account.medicines, flags)


def answered_yes(session: Session, *, user_id: int, day: date) -> set[str]:
    """Return the ids of the questions of `day` that were answered yes."""
    rows = session.scalars(
        select(RedFlagShown.answered_yes).where(
            RedFlagShown.user_id == user_id,
            RedFlagShown.date == day,
            RedFlagShown.withdrawn_at.is_(None),
        )
    )
    return {question for row in rows for question in row}


def look(
    session: Session,
    *,
    account: Account,
    day: date,
    flags: RedFlags,
    now: datetime,
    asked: Collection[str] = (),
    yes: Collection[str] = (),
) -> list[OpenFlag]:
    """Look at the stored answers of `day` again and return what is open for it.

    `asked` are the questions that were just put and `yes` those of them answered
    yes; other questions keep the answers they had. A warning that newly holds is
    logged and open. One that no longer holds is marked as withdrawn and stays open,
    with the answers it was shown for, until it is acknowledged: a slip of the thumb
    must never hide a warning. One acknowledged before opens again only when other
    answers stand behind it.
    """
    severities = load_evening(session, user_id=account.id, day=day).severities()
    open_questions = {
        each.id for each in questions_for(severities, account.medicines, flags)
    }
    kept = answered_yes(session, user_id=account.id, day=day) - set(asked)
    said_yes = (kept & open_questions) | set(yes)
    hits = evaluate(dict.fromkeys(said_yes, True), severities, account.medicines, flags)
    logged = _rows_of(session, account.id, day)
    rows = {row.rule: row for row in logged}
    holding = {hit.rule.id for hit in hits}
    for hit in hits:
        rule = hit.rule
        row = rows.get(rule.id)
        behind = sorted((rule.any_of | rule.all_of) & said_yes)
        if row is not None and row.acknowledged_at is None:
            row.answered_yes = behind
            row.withdrawn_at = None
            continue
        if row is not None and row.withdrawn_at is None and row.answered_yes == behind:
            continue
        session.add(
            RedFlagShown(
                user_id=account.id,
                date=day,
                rule=rule.id,
                level=rule.level,
                answered_yes=behind,
                shown_at=now,
            )
        )
    for row in logged:
        if row.rule not in holding:
            row.withdrawn_at = row.withdrawn_at or now
    session.flush()
    return [
        flag
        for flag in open_flags(session, account=account, flags=flags)
        if flag.day == day
    ]


def open_flags(
    session: Session, *, account: Account, flags: RedFlags
) -> list[OpenFlag]:
    """Return the warnings that were not acknowledged yet, most urgent first."""
    rows = session.scalars(
        select(RedFlagShown)
        .where(
            RedFlagShown.user_id == account.id,
            RedFlagShown.acknowledged_at.is_(None),
        )
        .order_by(RedFlagShown.shown_at, RedFlagShown.id)
    )
    found = []
    for row in rows:
        rule = flags.rule(row.rule)
        if rule is None:
            continue
        region = cast("Region", account.region) if account.is_region_known else None
        message = flags.hit(rule).for_region(region)
        found.append(
            OpenFlag(
                id=row.id,
                day=row.date,
                shown_at=row.shown_at,
                message=message,
                is_withdrawn=row.withdrawn_at is not None,
            )
        )
    return sorted(found, key=lambda flag: LEVELS.index(flag.message.level))


def acknowledge(
    session: Session, *, user_id: int, ids: Collection[int], now: datetime
) -> None:
    """Note that the person has read these warnings; NotFound for a stranger's."""
    rows = session.scalars(
        select(RedFlagShown).where(
            RedFlagShown.user_id == user_id, RedFlagShown.id.in_(ids)
        )
    ).all()
    if len(rows) != len(set(ids)):
        raise NotFound("There is no such warning.")
    for row in rows:
        row.acknowledged_at = row.acknowledged_at or now
    session.flush()


def _rows_of(session: Session, user_id: int, day: date) -> list[RedFlagShown]:
    """Return the log of one day, oldest first."""
    return list(
        session.scalars(
            select(RedFlagShown)
            .where(RedFlagShown.user_id == user_id, RedFlagShown.date == day)
            .order_by(RedFlagShown.id)
        )
    )
