"""The questions a person asks to have watched: at most three, asked before the data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.errors import Conflict, Invalid, NotFound
from journal.domain.knowledge import STATUS_KEYS, Knowledge
from journal.models import Account, Question
from journal.patterns.wording import said
from journal.services.timing_pairs import Pair, factors_to_ask_about

MOST_AT_A_TIME: Final = 3
#: A slip of the thumb is noticed at once; later the diary has been looked at without.
UNDO_WITHIN: Final = timedelta(hours=1)
MOST_SET_ASIDE: Final = 12


def watched(
    session: Session, *, user_id: int, on: date | None = None
) -> list[Question]:
    """Return the questions watched now, or those already asked on a past day.

    For a past day a question counts as watched when it was asked by then; one that
    was dropped since is left out, as its evidence is no longer kept apart.
    """
    query = select(Question).where(
        Question.user_id == user_id, Question.dropped_at.is_(None)
    )
    if on is not None:
        query = query.where(Question.asked_on <= on)
    return list(session.scalars(query.order_by(Question.asked_at, Question.id)))


def as_pairs(rows: Sequence[Question]) -> dict[Pair, date]:
    """Return each question's pair with the day it was asked."""
    return {(row.symptom, row.factor): row.asked_on for row in rows}


def ask(
    session: Session,
    *,
    account: Account,
    symptom: str,
    factor: str,
    today: date,
    now: datetime,
    knowledge: Knowledge,
    is_anew: bool = False,
    in_place_of: int | None = None,
) -> Question:
    """Begin to watch a pair from today on; `in_place_of` is dropped with it.

    :raises Invalid: for what cannot be asked, a fourth question, one that is watched
        already, and one asked before when `is_anew` does not say that it may start over
    :raises NotFound: when `in_place_of` is not a question of this person
    """
    check_pair(symptom, factor, account=account, knowledge=knowledge)
    # Two tabs would each count two questions; the row of the account lets one wait.
    session.execute(
        select(Account.id).where(Account.id == account.id).with_for_update()
    )
    rows = watched(session, user_id=account.id)
    if (symptom, factor) in as_pairs(rows):
        raise Invalid("factor", "You are watching this already.")
    if in_place_of is None and len(rows) >= MOST_AT_A_TIME:
        raise Invalid(
            "factor", "Three questions are being watched. Drop or change one first."
        )
    if not is_anew and was_asked(session, account.id, symptom, factor):
        raise Invalid("anew", said("questions.anew"))
    if in_place_of is not None:
        drop(session, user_id=account.id, question_id=in_place_of, now=now)
    row = Question(
        user_id=account.id,
        symptom=symptom,
        factor=factor,
        asked_on=today,
        asked_at=now,
        dropped_at=None,
    )
    session.add(row)
    session.flush()
    return row


def drop(
    session: Session, *, user_id: int, question_id: int, now: datetime
) -> Question:
    """Stop watching a question; the row stays. Dropping it twice changes nothing."""
    row = session.scalar(
        select(Question).where(Question.id == question_id, Question.user_id == user_id)
    )
    if row is None:
        raise NotFound
    if row.dropped_at is None:
        row.dropped_at = now
        session.flush()
    return row


def take_up_again(
    session: Session, *, user_id: int, question_id: int, now: datetime
) -> Question:
    """Undo a drop that was a slip: its evenings count as if nothing had happened.

    :raises NotFound: for a question of somebody else
    :raises Conflict: when it was dropped too long ago, or its place is taken
    """
    row = session.scalar(
        select(Question).where(Question.id == question_id, Question.user_id == user_id)
    )
    if row is None:
        raise NotFound
    if row.dropped_at is None:
        return row
    rows = watched(session, user_id=user_id)
    taken = (row.symptom, row.factor) in as_pairs(rows)
    if now - row.dropped_at > UNDO_WITHIN or taken or len(rows) >= MOST_AT_A_TIME:
        raise Conflict("It was dropped for good. You can ask it anew.")
    row.dropped_at = None
    session.flush()
    return row


def set_aside(session: Session, *, user_id: int) -> list[Question]:
    """Return the questions that were dropped, the latest first."""
    return list(
        session.scalars(
            select(Question)
            .where(Question.user_id == user_id, Question.dropped_at.is_not(None))
            .order_by(Question.dropped_at.desc(), Question.id.desc())
            .limit(MOST_SET_ASIDE)
        )
    )


def was_asked(session: Session, user_id: int, symptom: str, factor: str) -> bool:
    """Return whether the pair was watched before and dropped."""
    found = session.scalar(
        select(Question.id)
        .where(
            Question.user_id == user_id,
            Question.symptom == symptom,
            Question.factor == factor,
            Question.dropped_at.is_not(None),
        )
        .limit(1)
    )
    return found is not None


def symptoms_to_ask_about(account: Account, knowledge: Knowledge) -> dict[str, str]:
    """Return code to label, those the person tracks first."""
    labels = {each.code: each.label for each in knowledge.symptoms}
    labels |= dict(account.own_symptoms)
    tracked = [code for code in account.tracked_symptoms or () if code in labels]
    return {code: labels[code] for code in (*tracked, *labels)}


def check_pair(
    symptom: str, factor: str, *, account: Account, knowledge: Knowledge
) -> None:
    """Raise Invalid for a symptom or factor that cannot be asked about."""
    if symptom not in symptoms_to_ask_about(account, knowledge):
        raise Invalid("symptom", "Choose a symptom from the list.")
    if factor in STATUS_KEYS:
        name = knowledge.factor_name(factor)
        raise Invalid("factor", said("not_tested.status", factor=name))
    if factor not in factors_to_ask_about(knowledge):
        raise Invalid("factor", "Choose from the list.")


def suggestions(
    account: Account, knowledge: Knowledge, *, taken: Sequence[Pair]
) -> tuple[tuple[str, str, str], ...]:
    """Return (symptom, factor, direction) that people look for, from links alone.

    They follow from what is tracked; nothing that was logged has a say, or the answer
    would pick its own question.
    """
    tracked = set(account.tracked_symptoms or ())
    links = [
        link
        for link in knowledge.timing_pairs()
        if (not tracked or link.symptom in tracked)
        and (link.symptom, link.factor) not in taken
    ]
    links.sort(key=lambda link: not link.in_article)
    return tuple((one.symptom, one.factor, one.direction) for one in links[:6])
