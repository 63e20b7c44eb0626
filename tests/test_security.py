from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from journal.app import create_app
from journal.db import db
from journal.security import SIGN_IN_LIMIT, limiter
from tests.conftest import Person, settings_in
from tests.factories import PASSWORD
from tests.pages import read_page


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Flask]:
    """An installation behind HTTPS, form tokens included."""
    app = create_app(replace(settings_in(tmp_path), https=True))
    limiter.reset()
    with app.app_context():
        db.create_all()
    yield app
    with app.app_context():
        db.engine.dispose()


def sign_up_form(client: FlaskClient) -> dict[str, str]:
    page = read_page("/signup", 200, client.get("/signup", base_url=SITE).text)
    token = page.fields["csrf_token"][0]
    return {"mail": "ana@example.org", "password": PASSWORD, "csrf_token": token}


SITE = "https://legs.example"


def test_every_answer_carries_the_headers_pages_errors_and_files(
    client: FlaskClient, app: Flask
) -> None:
    style = f"{app.static_url_path}/app.css"
    for path in ("/login", "/nothing-here", style, "/healthz"):
        with client.get(path) as answer:  # a file must be closed
            headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]


def test_pages_are_not_kept_in_caches_but_files_may_be(ana: Person, app: Flask) -> None:
    assert ana.client.get("/settings").headers["Cache-Control"] == "no-store"
    with ana.client.get(f"{app.static_url_path}/app.css") as file:
        assert "no-store" not in file.headers["Cache-Control"]


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(guarded: Flask) -> None:
    client = guarded.test_client()
    answer = client.post("/signup", data=sign_up_form(client), base_url=SITE)
    assert answer.status_code == 303
    cookies = answer.headers.getlist("Set-Cookie")
    assert len(cookies) == 2
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Secure" in cookie


def test_without_https_a_cookie_is_not_marked_secure(
    client: FlaskClient, ana: Person
) -> None:
    form = {"mail": ana.mail, "password": PASSWORD}
    for cookie in client.post("/login", data=form).headers.getlist("Set-Cookie"):
        assert "Secure" not in cookie


@pytest.mark.parametrize("token", ["", "wrong"])
def test_a_form_without_its_token_is_refused(guarded: Flask, token: str) -> None:
    client = guarded.test_client()
    form = {**sign_up_form(client), "csrf_token": token}
    answer = client.post("/signup", data=form, base_url=SITE)
    assert answer.status_code == 400
    assert "grown old" in answer.text


def test_too_many_sign_ins_in_a_minute_are_held_back(client: FlaskClient) -> None:
    allowed = int(SIGN_IN_LIMIT.split()[0])
    form = {"mail": "nobody@example.org", "password": "wrong password"}
    codes = [client.post("/login", data=form).status_code for _ in range(allowed + 1)]
    assert codes == [422] * allowed + [429]


def test_the_slow_down_page_is_designed(client: FlaskClient) -> None:
    allowed = int(SIGN_IN_LIMIT.split()[0])
    for _ in range(allowed):
        client.post("/login", data={"mail": "x", "password": "y"})
    answer = client.post("/login", data={"mail": "x", "password": "y"})
    page = read_page("/login", answer.status_code, answer.text)
    assert page.h1 == "A short pause"
    assert page.faults == []


def test_a_request_that_is_too_large_is_refused(client: FlaskClient) -> None:
    form = {"mail": "x" * 5_000_000, "password": "y"}
    assert client.post("/login", data=form).status_code == 413


def test_a_session_signed_with_another_key_is_nobody(
    ana: Person, tmp_path: Path, app: Flask
) -> None:
    cookie = ana.client.get_cookie("lamplight")
    assert cookie is not None
    forged = app.test_client()
    forged.set_cookie("lamplight", cookie.value[:-2] + "xx")
    assert forged.get("/settings").status_code == 302
