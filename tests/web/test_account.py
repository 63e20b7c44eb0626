from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import Account
from tests.conftest import GetPage, Person
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
