"""Asking, dropping by a slip and taking it back, with a thumb and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_first_three_evenings import sign_up

pytestmark = pytest.mark.browser

QUESTION = "Do night cramps follow days with little magnesium?"


def test_a_question_is_asked_dropped_and_taken_up_again(phone: Page) -> None:
    sign_up(phone)
    phone.goto("/patterns")
    phone.get_by_role("button", name=QUESTION).focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status")).to_contain_text("It counts from tonight on.")
    expect(
        phone.get_by_text("Do night cramps go with magnesium?").first
    ).to_be_visible()

    phone.get_by_text("Change or drop").click()
    phone.get_by_role("button", name="Drop it").click()
    expect(phone.get_by_role("button", name=QUESTION)).to_be_visible()
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_role("button", name=QUESTION)).to_have_count(0)
