from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import Account
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import PASSWORD


def test_the_first_visitor_is_led_to_sign_up(client: FlaskClient) -> None:
    assert client.get("/").headers["Location"] == "/login?next=%2F"
    assert client.get("/login").headers["Location"] == "/signup"


def test_the_first_account_owns_the_journal(
    client: FlaskClient, session: Session, get_page: GetPage
) -> None:
    get_page(client, "/signup")
    form = {"mail": "Ana@Example.org", "password": PASSWORD, "time_zone": "Asia/Tokyo"}
    answer = client.post("/signup", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/welcome")
    account = session.scalars(select(Account)).one()
    assert account.mail == "ana@example.org"
    assert account.is_owner
    assert account.time_zone == "Asia/Tokyo"


def test_sign_up_is_closed_after_the_first_account(
    client: FlaskClient, ana: Person, get_page: GetPage
) -> None:
    get_page(client, "/signup", status=404)
    form = {"mail": "eve@example.org", "password": PASSWORD}
    assert client.post("/signup", data=form).status_code == 404


def test_every_account_page_is_well_formed(ana: Person, get_page: GetPage) -> None:
    for path in ("", "/symptoms", "/reminders", "/password", "/leave"):
        get_page(ana.client, f"/settings{path}")
    get_page(ana.client, "/welcome")


def test_signing_in_and_out(client: FlaskClient, ana: Person) -> None:
    form = {"mail": ana.mail, "password": PASSWORD}
    answer = client.post("/login", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert client.get("/settings").status_code == 200
    assert client.post("/logout").status_code == 303
    assert client.get("/settings").status_code == 302


def steps_kept(client: FlaskClient) -> set[str]:
    """What the browser's session holds of a person, beside the form token."""
    with client.session_transaction() as held:
        own = {"csrf_token", "_flashes", "_user_id", "_fresh", "_id", "_remember"}
        return set(held) - own


def test_nothing_of_a_person_stays_in_the_session_after_signing_out(
    client: FlaskClient, ana: Person
) -> None:
    form = {"mail": ana.mail, "password": PASSWORD}
    client.post("/login", data=form)
    with client.session_transaction() as held:
        held["evening_steps"] = [{"day": "2026-03-01", "words": "the last answer"}]
    client.post("/logout")
    assert steps_kept(client) == set()


def test_somebody_else_signing_in_finds_nothing_of_who_was_there(
    client: FlaskClient, ana: Person, ben: Person
) -> None:
    with client.session_transaction() as held:
        held["evening_steps"] = [{"day": "2026-03-01", "words": "the last answer"}]
        held["csrf_token"] = "of a page left open"
    client.post("/login", data={"mail": ben.mail, "password": PASSWORD})
    assert steps_kept(client) == set()
    with client.session_transaction() as held:
        assert held["csrf_token"] == "of a page left open"


def test_a_deleted_account_is_said_and_the_device_told_once(
    client: FlaskClient, ana: Person, ben: Person
) -> None:
    client.post("/login", data={"mail": ben.mail, "password": PASSWORD})
    answer = client.post("/settings/leave", data={"password": PASSWORD})
    assert answer.status_code == 303
    page = client.get("/login").text
    assert "everything in it is deleted" in page
    assert f'data-left="{ben.id}"' in page
    assert "data-left" not in client.get("/login").text


def test_a_wrong_password_keeps_the_address_and_never_the_password(
    client: FlaskClient, ana: Person
) -> None:
    form = {"mail": ana.mail, "password": "not my password"}
    answer = client.post("/login", data=form)
    page = inspect_answer("/login", answer.status_code, answer.text, 422)
    assert page.fields["mail"] == [ana.mail]
    assert "not my password" not in page.html


def test_signing_in_leads_back_to_where_one_was_going(
    client: FlaskClient, ana: Person
) -> None:
    form = {"mail": ana.mail, "password": PASSWORD}
    answer = client.post("/login?next=/settings/password", data=form)
    assert answer.headers["Location"] == "/settings/password"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/%09/evil.example"],
)
def test_signing_in_never_leads_to_another_site(
    client: FlaskClient, ana: Person, elsewhere: str
) -> None:
    form = {"mail": ana.mail, "password": PASSWORD}
    answer = client.post(f"/login?next={elsewhere}", data=form)
    assert answer.headers["Location"] == "/"


def test_a_refused_sign_up_says_everything_at_once(client: FlaskClient) -> None:
    answer = client.post("/signup", data={"mail": "ana", "password": "short"})
    page = inspect_answer("/signup", answer.status_code, answer.text, 422)
    assert {"#f-mail", "#f-password"} <= set(page.links)
    assert page.fields["mail"] == ["ana"]
