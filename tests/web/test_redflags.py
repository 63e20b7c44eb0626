from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.models import RedFlagShown
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import make_symptom


@pytest.fixture
def today() -> date:
    return journal_day(
        datetime.now(UTC), time_zone="Europe/Berlin", day_begins=time(4, 0)
    )


def ache(person: Person, day: date, severity: int = 4) -> str:
    """Write a muscle ache down and return where the journal leads."""
    answer = person.client.post(
        f"/evening/{day}",
        data={"s-muscle_ache": str(severity)},
    )
    assert answer.status_code == 303
    return answer.location


def tell(person: Person, day: date, *yes: str, asked: tuple[str, ...] = ()) -> str:
    answer = person.client.post(
        f"/evening/{day}/check", data={"asked": [*yes, *asked], "yes": list(yes)}
    )
    assert answer.status_code == 303
    return answer.location


def log(session: Session, person: Person) -> list[RedFlagShown]:
    session.rollback()
    wanted = select(RedFlagShown).where(RedFlagShown.user_id == person.id)
    return list(session.scalars(wanted.order_by(RedFlagShown.id)))


def test_a_symptom_that_calls_for_questions_leads_to_them(
    ana: Person, get_page: GetPage, today: date
) -> None:
    assert ache(ana, today) == f"/evening/{today}/check"
    page = get_page(ana.client, f"/evening/{today}/check")
    assert "Is one leg swollen" in page.text
    assert len(page.html.split('class="question"')) - 1 <= 6


def test_no_symptom_means_no_questions(ana: Person, today: date) -> None:
    answer = ana.client.post(f"/evening/{today}", data={"do": "rest-day"})
    assert answer.location.startswith(f"/evening/{today}#")
    assert ana.client.get(f"/evening/{today}/check").status_code == 302


def test_saving_again_does_not_put_the_same_questions_again(
    ana: Person, today: date
) -> None:
    ache(ana, today)
    assert ache(ana, today, severity=5) == f"/evening/{today}"


def test_none_of_these_apply_goes_on_and_logs_nothing(
    ana: Person, session: Session, today: date
) -> None:
    ache(ana, today)
    answer = ana.client.post(
        f"/evening/{today}/check", data={"asked": ["swollen_leg"], "none": "yes"}
    )
    assert answer.location == f"/evening/{today}"
    assert log(session, ana) == []


def test_a_ticked_sign_counts_even_when_none_of_these_is_pressed(
    ana: Person, session: Session, today: date
) -> None:
    ache(ana, today)
    answer = ana.client.post(
        f"/evening/{today}/check",
        data={"asked": ["swollen_leg"], "yes": ["swollen_leg"], "none": "yes"},
    )
    assert answer.location == "/redflags"
    assert [row.answered_yes for row in log(session, ana)] == [["swollen_leg"]]


def test_the_enter_key_saves_the_ticks(ana: Person, today: date) -> None:
    ache(ana, today)
    html = ana.client.get(f"/evening/{today}/check").text
    form = html[html.index(f'action="/evening/{today}/check"') :]
    first = re.search(r"<button[^>]*>([^<]*)</button>", form)
    assert first is not None
    assert first[1] == "Save what I ticked"
    assert 'type="submit"' in first[0]


def test_a_hit_shows_at_once_with_whom_to_call_in_the_region(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    ana.account(session).region = "UK"
    session.commit()
    ache(ana, today)
    assert tell(ana, today, "swollen_leg", "chest_signs") == "/redflags"
    page = get_page(ana.client, "/redflags")
    assert page.html.index("Call 999") < page.html.index("111")
    assert 'href="tel:999"' in page.html
    assert "pattern" not in page.text.lower()
    rules = [(row.rule, row.level) for row in log(session, ana)]
    assert rules == [("clot_and_chest", "now"), ("deep_vein_thrombosis", "today")]


@pytest.mark.parametrize("number", ["²", "9" * 40, "x"])
def test_a_number_that_is_none_of_a_row_is_not_found(ana: Person, number: str) -> None:
    answer = ana.client.post("/redflags", data={"flag": [number], "read": "yes"})
    assert answer.status_code == 404
    assert ana.client.get(f"/meals/add?q=oats&meal={number}").status_code == 404


def test_a_warning_stays_on_top_of_every_page_until_it_is_read(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    title = "One swollen, warm or throbbing leg"
    assert title in get_page(ana.client, f"/evening/{today}").text
    assert title in get_page(ana.client, "/supplements").text
    (row,) = log(session, ana)
    refused = ana.client.post("/redflags", data={"flag": [str(row.id)]})
    assert refused.status_code == 422
    assert title in get_page(ana.client, "/supplements").text
    ana.client.post("/redflags", data={"flag": [str(row.id)], "read": "yes"})
    assert title not in get_page(ana.client, "/supplements").text
    (row,) = log(session, ana)
    assert row.acknowledged_at is not None
    assert row.answered_yes == ["swollen_leg"]


def test_a_statin_with_sore_muscles_is_asked_about_only_with_a_statin(
    ana: Person, ben: Person, session: Session, today: date
) -> None:
    ana.account(session).medicines = ["statin"]
    session.commit()
    ache(ana, today)
    ache(ben, today)
    assert "You take a statin" in ana.client.get(f"/evening/{today}/check").text
    assert "You take a statin" not in ben.client.get(f"/evening/{today}/check").text
    tell(ana, today, "statin_unexplained")
    assert [row.rule for row in log(session, ana)] == ["statin_muscle"]


def test_a_warning_stays_until_it_is_read_even_when_the_answer_is_corrected(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    tell(ana, today, asked=("swollen_leg",))
    (row,) = log(session, ana)
    assert row.acknowledged_at is None
    assert row.withdrawn_at is not None
    assert row.answered_yes == ["swollen_leg"]
    assert "swollen" in get_page(ana.client, "/supplements").text
    assert (
        "You have changed those answers since" in get_page(ana.client, "/redflags").text
    )
    ana.client.post("/redflags", data={"flag": [str(row.id)], "read": "yes"})
    assert "swollen" not in get_page(ana.client, "/supplements").text


def test_a_warning_that_holds_again_is_the_same_one_while_it_is_unread(
    ana: Person, session: Session, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    tell(ana, today, asked=("swollen_leg",))
    assert tell(ana, today, "swollen_leg") == "/redflags"
    (row,) = log(session, ana)
    assert row.withdrawn_at is None


def test_a_warning_read_and_withdrawn_is_shown_anew_when_it_holds_again(
    ana: Person, session: Session, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    (row,) = log(session, ana)
    ana.client.post("/redflags", data={"flag": [str(row.id)], "read": "yes"})
    tell(ana, today, asked=("swollen_leg",))
    assert tell(ana, today, "swollen_leg") == "/redflags"
    assert len(log(session, ana)) == 2


def test_a_warning_stays_when_the_symptom_behind_it_is_taken_back(
    ana: Person, session: Session, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    ana.client.post(f"/evening/{today}", data={"do": "clear-muscle_ache"})
    (row,) = log(session, ana)
    assert row.acknowledged_at is None
    assert row.withdrawn_at is not None


def test_a_warning_that_was_read_does_not_come_back_by_itself(
    ana: Person, session: Session, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    (row,) = log(session, ana)
    ana.client.post("/redflags", data={"flag": [str(row.id)], "read": "yes"})
    assert ache(ana, today, severity=5) == f"/evening/{today}"
    assert len(log(session, ana)) == 1


def test_the_warning_of_another_person_is_neither_seen_nor_acknowledged(
    ana: Person, ben: Person, session: Session, get_page: GetPage, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    (row,) = log(session, ana)
    assert "swollen" not in get_page(ben.client, "/supplements").text
    answer = ben.client.post("/redflags", data={"flag": [str(row.id)], "read": "yes"})
    assert answer.status_code == 404
    (row,) = log(session, ana)
    assert row.acknowledged_at is None


def test_more_than_six_questions_come_on_two_pages(
    ana: Person, session: Session, today: date
) -> None:
    account = ana.account(session)
    for symptom in ("weakness", "bone_pain", "muscle_ache", "nerve_pain"):
        make_symptom(session, account, today, part="day", symptom=symptom)
    session.commit()
    first = ana.client.get(f"/evening/{today}/check").text
    answer = ana.client.post(f"/evening/{today}/check", data={"none": "yes"})
    assert answer.location == f"/evening/{today}/check?after=6"
    second = ana.client.get(answer.location)
    page = inspect_answer("check", second.status_code, second.text)
    shown = set(page.fields["asked"])
    assert shown
    assert not shown & set(inspect_answer("check", 200, first).fields["asked"])


def read_all(person: Person, session: Session) -> str:
    rows = [str(row.id) for row in log(session, person)]
    answer = person.client.post("/redflags", data={"flag": rows, "read": "yes"})
    assert answer.status_code == 303
    return answer.location


def test_after_a_warning_is_read_the_questions_that_were_left_are_put(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    account = ana.account(session)
    account.medicines = ["statin"]
    for symptom in ("weakness", "bone_pain", "muscle_ache", "nerve_pain"):
        make_symptom(session, account, today, part="day", symptom=symptom)
    session.commit()
    first = get_page(ana.client, f"/evening/{today}/check")
    assert "You take a statin" not in first.text
    assert tell(ana, today, first.fields["asked"][0]) == "/redflags"
    get_page(ana.client, "/supplements")
    following = read_all(ana, session)
    assert following == f"/evening/{today}/check?after=6"
    second = get_page(ana.client, following)
    assert "You take a statin" in second.text
    answer = ana.client.post(
        following,
        data={"asked": second.fields["asked"], "yes": ["statin_unexplained"]},
    )
    assert answer.location == "/redflags"
    last = read_all(ana, session)
    assert last == f"/evening/{today}/check?after=12"
    third = get_page(ana.client, last).fields["asked"]
    assert third
    answer = ana.client.post(last, data={"asked": third, "yes": third[:1]})
    assert answer.location == "/redflags"
    assert read_all(ana, session) == f"/evening/{today}"


def test_a_new_symptom_is_asked_about_once_the_open_warning_is_read(
    ana: Person, session: Session, today: date
) -> None:
    ache(ana, today)
    tell(ana, today, "swollen_leg")
    answer = ana.client.post(f"/evening/{today}", data={"s-weakness": "5"})
    assert answer.location == "/redflags"
    assert read_all(ana, session) == f"/evening/{today}/check"


def test_while_the_region_is_a_guess_a_warning_names_every_emergency_number(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    ana.account(session).is_region_known = False
    session.commit()
    ache(ana, today)
    tell(ana, today, "swollen_leg", "chest_signs")
    words = get_page(ana.client, "/redflags").text
    assert all(number in words for number in ("911", "112", "999"))


def test_an_unread_warning_on_any_page_is_one_tap_from_the_call(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    ana.client.post("/settings", data={"time_zone": "Europe/Berlin", "region": "EU"})
    ache(ana, today)
    tell(ana, today, "swollen_leg", "chest_signs")
    for path in ("/reports/", "/doctor", "/settings"):
        html = ana.client.get(path, follow_redirects=True).text
        page = inspect_answer(path, 200, html, 200)
        assert "tel:112" in page.links
        assert "/redflags" in page.links
