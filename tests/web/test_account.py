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
