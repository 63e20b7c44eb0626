from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.models import Day, SymptomEntry
from journal.services.diary import load_days
from journal.services.evening import load_evening, save_day
from journal.services.evening_values import Changes, SymptomInput
from tests.factories import make_account, make_day, make_symptom

SUNDAY = date(2026, 3, 1)
SATURDAY = date(2026, 2, 28)
NOW = datetime(2026, 3, 1, 21, 0, tzinfo=UTC)


def _save(
    session: Session, user_id: int, changes: Changes, key: str = "", body: str = ""
) -> bool:
    return save_day(
        session,
        user_id=user_id,
        day=SUNDAY,
        today=SUNDAY,
        changes=changes,
        now=NOW,
        key=key,
        body=body,
    )


def test_last_night_is_stored_under_the_day_it_followed(session: Session) -> None:
    ana = make_account(session)
    _save(
        session,
        ana.id,
        Changes(
            night={"night_cramp": SymptomInput(6, sites=("calf_left",))},
            facts={"night_sleep_min": 390.0},
        ),
    )
    saturday, sunday = load_days(session, user_id=ana.id, first=SATURDAY, last=SUNDAY)
    assert saturday.night_answers["night_cramp"].severity_0_10 == 6
    assert saturday.night_answers["night_cramp"].sites == ("calf_left",)
    assert saturday.night_sleep_min == 390
    assert not sunday.is_logged


def test_an_unanswered_symptom_has_no_row_and_none_has_one(session: Session) -> None:
    ana = make_account(session)
    _save(session, ana.id, Changes(day={"muscle_ache": SymptomInput(0)}))
    evening = load_evening(session, user_id=ana.id, day=SUNDAY)
    assert evening.today == {"muscle_ache": SymptomInput(0)}
    assert "tingling" not in evening.today


def test_none_of_these_answers_only_what_is_still_open(session: Session) -> None:
    ana = make_account(session)
    make_symptom(session, ana, SUNDAY, part="day", symptom="tingling", severity_0_10=4)
    _save(
        session,
        ana.id,
        Changes(rest_none={"day": ("muscle_ache", "tingling")}),
    )
    answers = load_evening(session, user_id=ana.id, day=SUNDAY).today
    assert {code: each.severity_0_10 for code, each in answers.items()} == {
        "tingling": 4,
        "muscle_ache": 0,
    }


def test_an_answer_can_go_back_to_not_answered(session: Session) -> None:
    ana = make_account(session)
    _save(session, ana.id, Changes(day={"muscle_ache": SymptomInput(5)}))
    _save(session, ana.id, Changes(day={"muscle_ache": None}))
    assert load_evening(session, user_id=ana.id, day=SUNDAY).today == {}


def test_an_answer_of_none_keeps_no_place_and_no_length(session: Session) -> None:
    ana = make_account(session)
    _save(
        session,
        ana.id,
        Changes(day={"muscle_ache": SymptomInput(0, ("calf_left",), duration_min=5)}),
    )
    answer = load_evening(session, user_id=ana.id, day=SUNDAY).today["muscle_ache"]
    assert answer == SymptomInput(0)


def test_what_is_not_named_stays_as_it_was(session: Session) -> None:
    ana = make_account(session)
    make_day(session, ana, SUNDAY, water_ml=800.0, note="a walk", food_status="partial")
    _save(session, ana.id, Changes(facts={"sun_min": 0.0}))
    evening = load_evening(session, user_id=ana.id, day=SUNDAY)
    assert evening.facts["water_ml"] == 800
    assert evening.facts["sun_min"] == 0
    assert evening.facts["exercise_min"] is None
    assert evening.note == "a walk"
    assert evening.food_status == "partial"


def test_the_same_form_sent_twice_changes_nothing_the_second_time(
    session: Session,
) -> None:
    ana = make_account(session)
    first = Changes(facts={"water_ml": 1000.0})
    assert _save(session, ana.id, first, key="a-key")
    _save(session, ana.id, Changes(facts={"water_ml": 1200.0}))
    assert not _save(session, ana.id, first, key="a-key")
    evening = load_evening(session, user_id=ana.id, day=SUNDAY)
    assert evening.facts["water_ml"] == 1200


def test_another_content_under_a_used_key_is_saved(session: Session) -> None:
    ana = make_account(session)
    first, second = (Changes(facts={"water_ml": ml}) for ml in (1000.0, 1200.0))
    assert _save(session, ana.id, first, key="a-key", body="water=5")
    assert _save(session, ana.id, second, key="a-key", body="water=6")
    assert not _save(session, ana.id, second, key="a-key", body="water=6")
    evening = load_evening(session, user_id=ana.id, day=SUNDAY)
    assert evening.facts["water_ml"] == 1200


def test_the_key_of_one_person_does_not_stop_another(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    changes = Changes(facts={"water_ml": 1000.0})
    assert _save(session, ana.id, changes, key="same")
    assert _save(session, ben.id, changes, key="same")


def test_a_day_to_come_cannot_be_written(session: Session) -> None:
    ana = make_account(session)
    with pytest.raises(Invalid, match="still to come"):
        save_day(
            session,
            user_id=ana.id,
            day=SUNDAY,
            today=SATURDAY,
            changes=Changes(note="early"),
            now=NOW,
        )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        (Changes(day={"muscle_ache": SymptomInput(11)}), "muscle_ache"),
        (Changes(day={"muscle_ache": SymptomInput(3, ("elbow",))}), "muscle_ache"),
        (Changes(day={"muscle_ache": SymptomInput(3, duration_min=0)}), "muscle_ache"),
        (Changes(day={"muscle_ache": SymptomInput(3, eased_by="luck")}), "muscle_ache"),
        (Changes(facts={"water_ml": -1.0}), "water_ml"),
        (Changes(facts={"night_sleep_min": 1441.0}), "night_sleep_min"),
        (Changes(note="x" * 4001), "note"),
    ],
)
def test_values_out_of_range_are_refused_by_name(
    session: Session, changes: Changes, field: str
) -> None:
    ana = make_account(session)
    with pytest.raises(Invalid) as refused:
        _save(session, ana.id, changes)
    assert refused.value.field == field


def test_another_persons_evening_is_neither_read_nor_changed(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    _save(session, ana.id, Changes(note="ana", day={"tingling": SymptomInput(7)}))
    _save(session, ben.id, Changes(note="ben", rest_none={"day": ("tingling",)}))
    assert load_evening(session, user_id=ana.id, day=SUNDAY).today["tingling"] == (
        SymptomInput(7)
    )
    assert load_evening(session, user_id=ben.id, day=SUNDAY).note == "ben"
    assert session.scalar(select(func.count()).select_from(Day)) == 2
    assert session.scalar(select(func.count()).select_from(SymptomEntry)) == 2
