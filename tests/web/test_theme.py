from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.conftest import GetPage, Person


def test_the_choice_holds_on_the_sign_in_pages_of_the_device(
    ana: Person, session: Session, get_page: GetPage
) -> None:
    ana.account(session).theme = "dark"
    session.commit()
    assert 'class="theme-dark"' in get_page(ana.client, "/settings").html
    ana.client.post("/logout")
    page = get_page(ana.client, "/login")
    assert 'class="theme-dark"' in page.html
    assert 'content="#12161f"' in page.html


def test_without_a_choice_the_system_decides_and_nothing_is_kept(
    ana: Person, session: Session, get_page: GetPage
) -> None:
    ana.account(session).theme = "dark"
    session.commit()
    get_page(ana.client, "/settings")
    ana.account(session).theme = "system"
    session.commit()
    page = get_page(ana.client, "/settings")
    assert "theme-dark" not in page.html
    assert "prefers-color-scheme: dark" in page.html
    assert ana.client.get_cookie("lamplight_theme") is None


def test_a_made_up_theme_of_a_stranger_is_not_put_into_the_page(
    client: FlaskClient,
) -> None:
    client.set_cookie("lamplight_theme", '"><script>')
    assert "script>" not in client.get("/nothing-here").text.split("<title>")[0]
