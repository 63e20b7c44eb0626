"""An evening without a network: written on the device, sent once, gone at sign-out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from journal.db import db
from journal.domain.dates import journal_day
from journal.models import Meal, SymptomEntry
from tests.browser.conftest import PHONE, Installation
from tests.factories import PASSWORD, make_account

pytestmark = pytest.mark.browser

MAIL = "eve@example.org"
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  for (let tries = 0; tries < 100; tries += 1) {
    const pages = await caches.open("lamplight-pages-1");
    const shell = await caches.open("lamplight-shell-1");
    const files = (await shell.keys()).length;
    if ((await pages.match("/evening/blank")) && files > 4) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""
UPDATED = """async () => {
  const shell = await caches.open("lamplight-shell-1");
  for (const one of await shell.keys()) {
    const path = new URL(one.url).pathname;
    if (!path.startsWith("/static/")) continue;
    const newer = path.replace(/^\\/static\\/[0-9a-f]{10}\\//, "/static/0123456789/");
    await shell.put(newer, await shell.match(one));
    await shell.delete(one);
  }
}"""
STORED = """async () => [
  Object.keys(localStorage).filter((name) => name.startsWith("lamplight:")).length,
  (await (await caches.open("lamplight-pages-1")).keys()).length,
]"""


def today() -> date:
    return journal_day(datetime.now(UTC), time_zone="UTC", day_begins=time(4, 0))


@pytest.fixture
def device(browser: Browser, installation_served: Installation) -> Iterator[Page]:
    """A phone that is signed in and has seen the evening once, with a network."""
    with installation_served.app.app_context():
        make_account(
            db.session(),
            mail=MAIL,
            time_zone="UTC",
            tracked_symptoms=["night_cramp", "muscle_ache"],
        )
        db.session.commit()
        db.session.remove()
    context = browser.new_context(viewport=PHONE, base_url=installation_served.address)
    context.set_default_timeout(10_000)
    page = context.new_page()
    sign_in(page)
    assert page.evaluate(KEPT)
    yield page
    context.close()


def sign_in(page: Page) -> None:
    if "/login" not in page.url:
        page.goto("/login")
    page.get_by_label("Mail address").fill(MAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Last night")).to_be_visible()


def answer_none(page: Page, symptom: str) -> None:
    group = page.get_by_role("group", name=symptom, exact=True)
    group.get_by_role("radio", name="None").check()


def stored(installation: Installation) -> list[tuple[str, int]]:
    with installation.app.app_context():
        rows = db.session.execute(
            select(SymptomEntry.symptom, SymptomEntry.severity_0_10)
        ).all()
        db.session.remove()
    return sorted((symptom, severity) for symptom, severity in rows)


def meals_said(installation: Installation) -> list[str]:
    with installation.app.app_context():
        said = list(db.session.scalars(select(Meal.said)))
        db.session.remove()
    return said


def go_offline(context: BrowserContext) -> None:
    context.set_offline(True)


def test_an_evening_written_without_a_network_is_sent_once(
    device: Page, installation_served: Installation
) -> None:
    go_offline(device.context)
    device.goto("/evening")
    expect(device.get_by_text("No network.")).to_be_visible()
    expect(device).to_have_url(f"{installation_served.address}/evening/{today()}")
    answer_none(device, "Night cramps")
    status = device.locator("#bar-status")
    expect(status).to_contain_text("One answer waits on this device")
    device.get_by_label("What did you eat?").fill("two eggs and rye bread")
    device.get_by_role("button", name="Add meal").click()
    expect(device.locator(".waiting-meals")).to_contain_text("two eggs and rye bread")
    assert stored(installation_served) == []

    # The phone dies and starts again, still without a network.
    device.reload()
    group = device.get_by_role("group", name="Night cramps", exact=True)
    expect(group.get_by_role("radio", name="None")).to_be_checked()
    expect(status).to_contain_text("wait on this device")

    device.context.set_offline(False)
    device.evaluate("window.dispatchEvent(new Event('online'))")
    expect(status).to_contain_text("Saved")
    device.reload()
    assert stored(installation_served) == [("night_cramp", 0)]
    assert meals_said(installation_served) == ["two eggs and rye bread"]
    assert device.evaluate(STORED)[0] == 0


def test_what_waited_is_sent_from_any_page(
    device: Page, installation_served: Installation
) -> None:
    go_offline(device.context)
    device.goto(f"/evening/{today()}")
    answer_none(device, "Muscle ache")
    expect(device.locator("#bar-status")).to_contain_text("waits on this device")
    device.goto("/days/")
    expect(device.get_by_role("heading", name="No network")).to_be_visible()
    device.context.set_offline(False)
    device.goto("/settings")
    expect(device.get_by_text("What waited on this device is saved.")).to_be_visible()
    assert stored(installation_served) == [("muscle_ache", 0)]


def test_an_ended_sign_in_keeps_what_waits_and_asks(
    device: Page, installation_served: Installation
) -> None:
    go_offline(device.context)
    device.goto(f"/evening/{today()}")
    answer_none(device, "Night cramps")
    expect(device.locator("#bar-status")).to_contain_text("waits on this device")
    device.context.clear_cookies()
    device.context.set_offline(False)
    device.goto("/settings")
    expect(device.get_by_text("One answer waits on this device.")).to_be_visible()
    device.get_by_label("Mail address").fill(MAIL)
    device.get_by_label("Password").fill(PASSWORD)
    device.get_by_role("button", name="Sign in").click()
    expect(device.get_by_text("What waited on this device is saved.")).to_be_visible()
    assert stored(installation_served) == [("night_cramp", 0)]


def test_two_devices_that_disagree_keep_both_answers_and_say_so(
    device: Page, installation_served: Installation, browser: Browser
) -> None:
    go_offline(device.context)
    device.goto(f"/evening/{today()}")
    answer_none(device, "Night cramps")
    expect(device.locator("#bar-status")).to_contain_text("waits on this device")

    other = browser.new_context(base_url=installation_served.address).new_page()
    sign_in(other)
    cramps = other.get_by_role("group", name="Night cramps", exact=True)
    cramps.get_by_role("radio", name="7", exact=True).check()
    expect(other.locator("#bar-status")).to_contain_text("Saved")
    other.context.close()

    device.context.set_offline(False)
    device.evaluate("window.dispatchEvent(new Event('online'))")
    expect(device.locator("#bar-status")).to_contain_text("Saved")
    assert stored(installation_served) == [("night_cramp", 7)]
    expect(device.get_by_role("main")).to_contain_text("7")


def test_a_page_kept_before_an_update_opens_with_the_files_of_after_it(
    device: Page,
) -> None:
    device.evaluate(UPDATED)
    device.context.new_cdp_session(device).send("Network.clearBrowserCache")
    go_offline(device.context)
    device.goto(f"/evening/{today()}")
    expect(device.locator(".nav")).to_have_css("position", "fixed")
    answer_none(device, "Night cramps")
    expect(device.locator("#bar-status")).to_contain_text("waits on this device")


def test_a_deleted_account_leaves_nothing_on_the_device(device: Page) -> None:
    go_offline(device.context)
    device.goto(f"/evening/{today()}")
    answer_none(device, "Night cramps")
    expect(device.locator("#bar-status")).to_contain_text("waits on this device")
    device.route("**/evening/**", lambda route: route.abort())
    device.context.set_offline(False)
    device.goto("/settings/leave")
    assert device.evaluate(STORED)[0] > 0
    device.get_by_label("Your password, to be sure").fill(PASSWORD)
    device.get_by_role("button", name="Delete everything").click()
    expect(device.get_by_text("everything in it is deleted")).to_be_visible()
    device.wait_for_function(f"({STORED})().then(([a, b]) => a + b === 0)")


def test_signing_out_leaves_nothing_on_the_device(device: Page) -> None:
    device.goto(f"/evening/{today()}")
    assert device.evaluate(STORED)[1] > 0
    device.goto("/settings")
    device.get_by_role("button", name="Sign out").click()
    expect(device.get_by_role("heading", name="Sign in")).to_be_visible()
    assert device.evaluate(STORED) == [0, 0]
    go_offline(device.context)
    device.goto("/evening")
    expect(device.get_by_role("heading", name="No network")).to_be_visible()


def test_signing_out_asks_before_it_drops_what_waits(device: Page) -> None:
    go_offline(device.context)
    device.goto(f"/evening/{today()}")
    answer_none(device, "Night cramps")
    expect(device.locator("#bar-status")).to_contain_text("waits on this device")
    asked: list[str] = []

    def refuse(dialog: object) -> None:
        asked.append(dialog.message)  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    device.on("dialog", refuse)
    # The settings page as it stands when the network comes back for a moment only.
    device.route("**/evening/**", lambda route: route.abort())
    device.context.set_offline(False)
    device.goto("/settings")
    device.get_by_role("button", name="Sign out").click()
    expect(device.get_by_role("heading", name="Settings")).to_be_visible()
    assert len(asked) == 1
    assert "would be lost" in asked[0]
    assert device.evaluate(STORED)[0] > 0


def test_the_journal_can_be_installed(device: Page) -> None:
    found = device.evaluate("fetch('/app.webmanifest').then((one) => one.json())")
    assert (found["start_url"], found["display"]) == ("/evening", "standalone")
    for picture in [*found["icons"], *found["screenshots"]]:
        answer = device.request.get(picture["src"])
        assert answer.ok, picture
        assert answer.headers["content-type"].startswith(picture["type"]), picture
