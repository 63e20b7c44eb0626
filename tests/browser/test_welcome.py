"""The first evening: three questions in a real browser, with and without scripts."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect

from tests.factories import PASSWORD

pytestmark = pytest.mark.browser

MOST_SECONDS = 120
MOST_TAPS = 10


def sign_up(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_label("Mail address").fill("new@example.org")
    phone.get_by_label("Password").fill(PASSWORD)
    phone.get_by_role("button", name="Make the account").click()
    expect(phone.get_by_role("heading", name="Good evening.")).to_be_visible()


def test_three_questions_take_few_taps_and_can_be_left_and_taken_up(
    phone: Page,
) -> None:
    sign_up(phone)
    began = time.monotonic()
    taps = 0

    def tap(role: str, name: str) -> None:
        nonlocal taps
        phone.get_by_role(role, name=name, exact=True).first.press("Space")  # type: ignore[arg-type]
        taps += 1

    def go_on(name: str) -> None:
        nonlocal taps
        phone.get_by_role("button", name=name, exact=True).last.click()
        taps += 1

    tap("checkbox", "Restless legs")
    tap("checkbox", "Weak legs")
    go_on("Go on")
    expect(phone.get_by_role("heading", name="Since when?")).to_be_visible()

    # The phone is put away; the front door leads back to the question left open.
    phone.goto("/")
    expect(phone.get_by_role("heading", name="Since when?")).to_be_visible()
    tap("radio", "Months")
    go_on("Go on")
    tap("radio", "Vegetarian")
    tap("radio", "Europe")
    go_on("Done")
    expect(phone.get_by_text("After 12 weeks")).to_be_visible()
    phone.get_by_role("link", name="Begin with tonight").click()
    taps += 1

    expect(phone.get_by_role("group", name="Restless legs", exact=True)).to_be_visible()
    expect(phone.get_by_role("group", name="Weak legs", exact=True)).to_be_visible()
    expect(phone.get_by_text("Enough for a first look at your food")).to_be_visible()
    assert taps <= MOST_TAPS
    assert time.monotonic() - began < MOST_SECONDS


def test_a_password_can_be_read_while_it_is_typed(phone: Page) -> None:
    phone.goto("/")
    password = phone.get_by_label("Password")
    show = phone.get_by_role("button", name="Show the letters")
    if phone.locator("html.has-scripts").count() == 0:
        expect(show).to_be_hidden()
        return
    password.fill(PASSWORD)
    show.click()
    expect(password).to_have_attribute("type", "text")
    expect(password).to_have_value(PASSWORD)
    show.click()
    expect(password).to_have_attribute("type", "password")


def test_an_invitation_link_is_copied_or_marked_by_one_tap(phone: Page) -> None:
    sign_up(phone)
    phone.goto("/settings")
    phone.get_by_role("button", name="Make an invitation link").click()
    copy = phone.get_by_role("button", name="Copy the link")
    if phone.locator("html.has-scripts").count() == 0:
        expect(copy).to_be_hidden()
        return
    copy.click()
    said = phone.get_by_text("Copied.").or_(phone.get_by_text("Marked. Copy it"))
    expect(said).to_be_visible()
