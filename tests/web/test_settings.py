from __future__ import annotations

from datetime import date, time

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from journal.models import Account
from journal.services import reminders
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import PASSWORD, make_day

PROFILE = {
    "birth_year": "1961",
    "sex": "female",
    "eating_style": "vegan",
    "region": "UK",
    "time_zone": "Europe/London",
    "day_begins": "05:00",
    "medicines": ["statin", "metformin"],
    "conditions": ["kidney_disease"],
    "own_words": "Cramps.\r\nEvery night.",
    "theme": "dark",
}


def saved(session: Session, person: Person) -> Account:
    session.rollback()
    return person.account(session)


def test_the_profile_is_kept_and_shown_again(
    session: Session, ana: Person, get_page: GetPage
) -> None:
    assert ana.client.post("/settings", data=PROFILE).status_code == 303
    account = saved(session, ana)
    assert account.birth_year == 1961
    assert account.medicines == ["statin", "metformin"]
    assert account.day_begins == time(5)
    assert account.own_words == "Cramps.\nEvery night."
    page = get_page(ana.client, "/settings")
    assert "Saved." in page.text
    assert 'class="theme-dark"' in page.html
    for name in ("birth_year", "sex", "region", "time_zone", "theme"):
        assert page.fields[name] == [PROFILE[name]]


def test_the_name_for_the_doctor_is_said_in_settings_and_stands_on_the_page(
    session: Session, ana: Person, get_page: GetPage
) -> None:
    make_day(session, ana.account(session), date(2026, 11, 22))
    session.commit()
    assert "Add your name" in get_page(ana.client, "/doctor").text

    said = PROFILE | {"name": " Ana  Lantern ", "since": "years"}
    assert ana.client.post("/settings", data=said).status_code == 303

    assert saved(session, ana).name == "Ana Lantern"
    settings = get_page(ana.client, "/settings")
    assert settings.fields["name"] == ["Ana Lantern"]
    assert settings.fields["since"] == ["years"]
    sheet = get_page(ana.client, "/doctor").text
    assert "Ana Lantern, born 1961" in sheet
    assert "Troubled for years." in sheet
    assert "Add your name" not in sheet


def test_what_is_left_out_stays_unknown(session: Session, ana: Person) -> None:
    ana.client.post("/settings", data={"time_zone": "UTC"})
    account = saved(session, ana)
    assert account.birth_year is None
    assert account.sex is None
    assert account.medicines == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "a" * 121),
        ("birth_year", "19"),
        ("birth_year", "soon"),
        ("birth_year", "2099"),
        ("sex", "other"),
        ("region", "MOON"),
        ("time_zone", "Middle/Earth"),
        ("day_begins", "25:00"),
        ("medicines", "cough syrup"),
        ("own_words", "x" * 2001),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_everything_kept(
    session: Session, ana: Person, field: str, value: str
) -> None:
    answer = ana.client.post("/settings", data={**PROFILE, field: value})
    page = inspect_answer("/settings", answer.status_code, answer.text, 422)
    assert f"#f-{field}" in page.links
    if field != "eating_style":
        assert page.fields["eating_style"] == ["vegan"]
    assert saved(session, ana).eating_style == "none"


def test_pregnancy_does_not_go_with_male_values(ana: Person) -> None:
    form = {**PROFILE, "sex": "male", "is_pregnant": "yes"}
    assert ana.client.post("/settings", data=form).status_code == 422


def test_symptoms_keep_their_order_and_can_be_moved_up(
    session: Session, ana: Person
) -> None:
    codes = ["tingling", "night_cramp", "weakness"]
    ana.client.post("/settings/symptoms", data={"codes": codes})
    assert saved(session, ana).tracked_symptoms == codes
    form = {"codes": codes, "move_up": "weakness"}
    ana.client.post("/settings/symptoms", data=form)
    moved = ["tingling", "weakness", "night_cramp"]
    assert saved(session, ana).tracked_symptoms == moved


def test_an_own_symptom_is_named_in_own_words_and_tracked(
    session: Session, ana: Person, get_page: GetPage
) -> None:
    form = {"codes": ["weakness"], "own_symptom": "  Heiße   Füße "}
    assert ana.client.post("/settings/symptoms", data=form).status_code == 303
    account = saved(session, ana)
    (code,) = account.own_symptoms
    assert code.startswith("own_")
    assert account.own_symptoms[code] == "Heiße Füße"
    assert account.tracked_symptoms == ["weakness", code]
    assert "Heiße Füße" in get_page(ana.client, "/settings/symptoms").text


def test_the_same_own_symptom_is_not_added_twice(session: Session, ana: Person) -> None:
    for words in ("Hot feet", "hot FEET"):
        ana.client.post("/settings/symptoms", data={"own_symptom": words})
    assert len(saved(session, ana).own_symptoms) == 1


def test_own_words_are_shown_as_words_never_as_markup(
    ana: Person, get_page: GetPage
) -> None:
    evil = "<script>alert(1)</script>"
    ana.client.post("/settings/symptoms", data={"own_symptom": evil})
    page = get_page(ana.client, "/settings/symptoms")
    assert evil in page.text
    assert evil not in page.html


def test_reminders_are_switched_on_with_a_time(
    session: Session, ana: Person, get_page: GetPage
) -> None:
    form = {"evening_on": "yes", "evening_at": "21:15", "week_at": "07:00"}
    assert ana.client.post("/settings/reminders", data=form).status_code == 303
    session.rollback()
    rows = reminders.reminders_of(session, user_id=ana.id)
    assert (rows["evening"].is_on, rows["week"].is_on) == (True, False)
    assert rows["evening"].at_local == time(21, 15)
    assert rows["evening"].next_due_at is not None
    page = get_page(ana.client, "/settings/reminders")
    assert page.fields["evening_at"] == ["21:15"]
    assert "cannot send mail yet" in page.text


def test_a_time_that_is_none_is_refused(session: Session, ana: Person) -> None:
    form = {"evening_on": "yes", "evening_at": "late", "week_at": "07:00"}
    answer = ana.client.post("/settings/reminders", data=form)
    inspect_answer("/settings/reminders", answer.status_code, answer.text, 422)
    session.rollback()
    assert not reminders.reminders_of(session, user_id=ana.id)["evening"].is_on


def test_a_new_password_signs_out_elsewhere_but_not_here(
    app: Flask, ana: Person
) -> None:
    elsewhere = app.test_client()
    elsewhere.post("/login", data={"mail": ana.mail, "password": PASSWORD})
    assert elsewhere.get("/settings").status_code == 200
    form = {"present": PASSWORD, "wanted": "four very quiet words"}
    assert ana.client.post("/settings/password", data=form).status_code == 303
    assert ana.client.get("/settings").status_code == 200
    assert elsewhere.get("/settings").status_code == 302


def test_the_mail_address_can_be_changed_and_signs_in_from_then_on(
    app: Flask, session: Session, ana: Person, ben: Person, get_page: GetPage
) -> None:
    assert "/settings/mail" in get_page(ana.client, "/settings").links
    assert ana.mail in get_page(ana.client, "/settings/mail").text
    for mail, present, refused in (
        ("new@example.org", "a wrong one", "#f-present"),
        ("new", PASSWORD, "#f-mail"),
        (ben.mail.upper(), PASSWORD, "#f-mail"),
    ):
        sent = {"mail": mail, "present": present}
        answer = ana.client.post("/settings/mail", data=sent)
        page = inspect_answer("/settings/mail", answer.status_code, answer.text, 422)
        assert refused in page.links
        assert saved(session, ana).mail == ana.mail

    sent = {"mail": " New@Example.org ", "present": PASSWORD}
    assert ana.client.post("/settings/mail", data=sent).status_code == 303
    assert "sign in as new@example.org" in get_page(ana.client, "/settings").text
    fresh = app.test_client()
    for mail, status in ((ana.mail, 422), ("new@example.org", 303)):
        form = {"mail": mail, "password": PASSWORD}
        assert fresh.post("/login", data=form).status_code == status


def test_what_was_said_of_oneself_can_be_taken_back(
    session: Session, ana: Person, get_page: GetPage
) -> None:
    ana.client.post("/settings", data=PROFILE | {"since": "years"})
    page = get_page(ana.client, "/settings")
    assert page.text.count("Not said") == 2
    ana.client.post("/settings", data=PROFILE | {"sex": "", "since": ""})
    account = saved(session, ana)
    assert (account.sex, account.troubled_since) == (None, None)


def test_a_wrong_present_password_changes_nothing(ana: Person) -> None:
    form = {"present": "a wrong one", "wanted": "four very quiet words"}
    answer = ana.client.post("/settings/password", data=form)
    page = inspect_answer("/settings/password", answer.status_code, answer.text, 422)
    assert "#f-present" in page.links
    assert "a wrong one" not in page.html


def test_an_invitation_link_opens_sign_up_for_one(
    app: Flask, ana: Person, get_page: GetPage
) -> None:
    answer = ana.client.post("/settings/invite")
    page = inspect_answer("/settings/invite", answer.status_code, answer.text)
    link = next(word for word in page.text.split() if "invitation=" in word)
    path = link.removeprefix("http://127.0.0.1:8000")
    stranger = app.test_client()
    form = get_page(stranger, path).fields
    data = {"mail": "new@example.org", "password": PASSWORD}
    answer = stranger.post("/signup", data={**form, **data})
    assert answer.headers["Location"] == "/welcome"
    get_page(app.test_client(), path, status=404)


def test_only_the_owner_can_invite(ben: Person, get_page: GetPage) -> None:
    assert "Invite somebody" not in get_page(ben.client, "/settings").text
    assert ben.client.post("/settings/invite").status_code == 404


def test_leaving_deletes_the_account_and_ends_the_session(
    session: Session, ana: Person
) -> None:
    refused = ana.client.post("/settings/leave", data={"password": "wrong"})
    inspect_answer("/settings/leave", refused.status_code, refused.text, 422)
    answer = ana.client.post("/settings/leave", data={"password": PASSWORD})
    assert answer.status_code == 303
    session.rollback()
    assert session.get(Account, ana.id) is None
    assert ana.client.get("/settings").status_code == 302
