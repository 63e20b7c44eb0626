"""Forms taken in once, and forgotten when nothing can send them again."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import Submission
from journal.services.submissions import REMEMBERED, take
from tests.factories import THEN, make_account


def test_a_form_is_taken_in_once_and_again_when_it_was_changed(
    session: Session,
) -> None:
    user_id = make_account(session).id
    form = {"user_id": user_id, "key": "k", "now": THEN}
    assert take(session, **form, body="a")
    assert not take(session, **form, body="a")
    assert take(session, **form, body="b")


def test_the_forms_of_a_person_do_not_pile_up(session: Session) -> None:
    mine, other = make_account(session).id, make_account(session).id
    for user_id in (mine, other):
        take(session, user_id=user_id, key="old", now=THEN)
    take(session, user_id=mine, key="young", now=THEN + timedelta(days=1))
    take(session, user_id=mine, key="new", now=THEN + REMEMBERED + timedelta(hours=1))
    kept = Counter(session.scalars(select(Submission.user_id)))
    assert kept == {mine: 2, other: 1}
