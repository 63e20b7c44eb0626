"""The reports on a phone: from week to week, to the month, and kept as they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from journal.domain.dates import IsoWeek
from tests.browser.test_first_three_evenings import sign_up

pytestmark = pytest.mark.browser


def test_from_week_to_week_by_arrow_or_by_link_and_to_the_month(phone: Page) -> None:
    sign_up(phone)
    today = datetime.now(UTC).date()
    phone.goto("/reports/")
    before = str(IsoWeek.of(today).shifted(-1))
    if phone.locator("html.has-scripts").count():
        phone.keyboard.press("ArrowLeft")
    else:
        phone.get_by_role("link", name="Week before").click()
    phone.wait_for_url(f"**/reports/{before}")

    phone.get_by_role("link", name="Month", exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_two_days_lead_to_the_report_of_the_days_between(phone: Page) -> None:
    sign_up(phone)
    phone.goto("/reports/any")
    phone.get_by_label("First day").fill("2026-03-01")
    phone.get_by_label("Last day").fill("2026-03-09")
    phone.get_by_role("button", name="Show these days").click()

    phone.wait_for_url("**/reports/2026-03-01/2026-03-09")
    expect(phone.get_by_role("heading", level=1, name="Your days")).to_be_visible()
