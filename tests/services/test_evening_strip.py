from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from journal.services.evening_strip import evening_marks
from tests.factories import make_account, make_day, make_symptom

FIRST, MIDDLE, LAST = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)


def test_a_night_counts_for_the_evening_it_is_asked_on(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    make_symptom(session, ana, FIRST, part="night", severity_0_10=6)
    make_symptom(session, ana, MIDDLE, part="day", symptom="tingling", severity_0_10=2)
    make_symptom(session, ana, LAST, part="day", symptom="tingling", severity_0_10=0)
    make_symptom(session, ben, FIRST, part="day", severity_0_10=9)
    make_day(session, ana, MIDDLE, food_status="partial")
    make_day(session, ana, LAST, water_ml=200.0)
    marks = evening_marks(session, user_id=ana.id, first=FIRST, last=LAST)
    assert [(mark.kind, mark.worst_0_10) for mark in marks] == [
        ("open", None),
        ("had", 6),
        ("none", 0),
    ]
    assert [mark.is_food_answered for mark in marks] == [False, True, False]
    assert marks[1].size_1_4 == 3


def test_a_night_after_the_last_day_is_left_out(session: Session) -> None:
    ana = make_account(session)
    make_symptom(session, ana, LAST, part="night", severity_0_10=6)
    marks = evening_marks(session, user_id=ana.id, first=LAST, last=LAST)
    assert [mark.kind for mark in marks] == ["open"]
