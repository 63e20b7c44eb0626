from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from journal.models import Account
from journal.services.coverage import Coverage, coverage_of
from tests.factories import make_account, make_day, make_symptom

FIRST = date(2026, 3, 1)


def write(session: Session, account: Account, count: int, *, legs: bool = True) -> None:
    """Write `count` days with all food, every third day, with or without the legs."""
    for n in range(count):
        day = FIRST + timedelta(days=3 * n)
        make_day(session, account, day, food_status="complete")
        if legs:
            make_symptom(session, account, day, part="night", severity_0_10=0)


def test_a_new_journal_has_none_of_seven_days(session: Session) -> None:
    ana = make_account(session)
    assert coverage_of(session, user_id=ana.id) == Coverage("food", 0, 7)


def test_only_whole_days_of_this_person_count_and_gaps_do_not_matter(
    session: Session,
) -> None:
    ana, ben = make_account(session), make_account(session)
    write(session, ana, 4, legs=False)
    write(session, ben, 6)
    make_day(session, ana, FIRST + timedelta(days=1), food_status="partial")
    make_day(session, ana, FIRST + timedelta(days=2), water_ml=200.0)
    found = coverage_of(session, user_id=ana.id)
    assert found == Coverage("food", 4, 7)
    assert found.missing == 3


def test_patterns_need_the_legs_on_the_same_days(session: Session) -> None:
    ana = make_account(session)
    write(session, ana, 12, legs=False)
    for n in range(2):
        day = FIRST + timedelta(days=3 * n)
        make_symptom(session, ana, day, part="day", symptom="tingling")
        make_symptom(session, ana, day, part="night", severity_0_10=4)
    assert coverage_of(session, user_id=ana.id) == Coverage("patterns", 2, 24)


def test_with_enough_evenings_nothing_is_counted_any_more(session: Session) -> None:
    ana = make_account(session)
    write(session, ana, 23)
    assert coverage_of(session, user_id=ana.id) == Coverage("patterns", 23, 24)
    day = FIRST + timedelta(days=300)
    make_day(session, ana, day, food_status="complete")
    make_symptom(session, ana, day, part="day")
    assert coverage_of(session, user_id=ana.id) is None
