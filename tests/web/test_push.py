"""Browsers that may show reminders: added, listed, tried out, forgotten."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from journal.models import PushDevice
from journal.web.push import name_of
from tests.web_push import encoded, new_browser

ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/abc"
AGENT = "Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0"


def add(person, endpoint=ENDPOINT, **changed):
    keys = new_browser()
    fields = {
        "endpoint": endpoint,
        "p256dh": encoded(keys.point),
        "auth": encoded(keys.auth),
    }
    return person.client.post(
        "/settings/push/", data=fields | changed, headers={"User-Agent": AGENT}
    )


def devices(session):
    session.rollback()
    return session.scalars(select(PushDevice).order_by(PushDevice.id)).all()


def test_a_browser_is_added_once_and_named_by_what_it_is(ana, session):
    assert add(ana).status_code == 201
    assert add(ana).status_code == 201
    (device,) = devices(session)
    assert (device.user_id, device.name) == (ana.id, "Firefox on Android")


def test_a_browser_in_which_somebody_else_signs_in_changes_hands(ana, ben, session):
    add(ana)
    add(ben)
    (device,) = devices(session)
    assert device.user_id == ben.id


@pytest.mark.parametrize(
    "changed",
    [
        {"endpoint": "https://127.0.0.1/steal"},
        {"endpoint": ""},
        {"endpoint": ENDPOINT + "x" * 600},
        {"p256dh": "short"},
        {"auth": "short"},
    ],
)
def test_what_no_browser_sends_is_refused(ana, session, changed):
    assert add(ana, **changed).status_code == 422
    assert devices(session) == []


def test_ten_browsers_are_the_most(ana, session):
    for number in range(10):
        assert add(ana, f"{ENDPOINT}{number}").status_code == 201
    assert add(ana, f"{ENDPOINT}more").status_code == 422
    assert len(devices(session)) == 10


def test_a_browser_is_listed_without_its_secret_address_and_can_be_forgotten(
    ana, session, get_page
):
    add(ana)
    page = get_page(ana.client, "/settings/reminders")
    assert "Firefox on Android" in page.text
    assert "wpush" not in page.html
    assert "last reminded" not in page.text
    (device,) = devices(session)
    device.last_sent_at = datetime(2026, 3, 1, 19, 30, tzinfo=UTC)
    session.commit()
    page = get_page(ana.client, "/settings/reminders")
    assert "last reminded 1 March 2026" in page.text
    answer = ana.client.post(f"/settings/push/{device.id}/forget")
    assert answer.status_code == 303
    assert devices(session) == []


def test_signing_out_forgets_the_browser_that_says_so(ana, ben, session):
    add(ana)
    ben.client.post("/settings/push/forget", data={"endpoint": ENDPOINT})
    assert len(devices(session)) == 1
    answer = ana.client.post("/settings/push/forget", data={"endpoint": ENDPOINT})
    assert answer.status_code == 204
    assert devices(session) == []


def test_nobody_tries_out_or_forgets_anothers_browser(ana, ben, session):
    add(ana)
    (device,) = devices(session)
    for what in ("try", "forget"):
        answer = ben.client.post(f"/settings/push/{device.id}/{what}")
        assert answer.status_code == 404
    assert len(devices(session)) == 1


def test_the_browsers_key_is_made_when_it_is_first_asked_for(ana):
    first = ana.client.post("/settings/push/key").json["key"]
    assert ana.client.post("/settings/push/key").json["key"] == first
    assert len(first) == 87


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0",
            "Edge on Windows",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19) Safari/604.1", "Safari on iPhone"),
        ("\x00\u202e", "A browser"),
    ],
)
def test_a_browser_is_named_in_words(agent, name):
    assert name_of(agent) == name
