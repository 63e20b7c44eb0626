"""Blood tests and the doctor's page on a phone, with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.factories import PASSWORD

pytestmark = pytest.mark.browser


def sign_up(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_label("Mail address").fill("eve@example.org")
    phone.get_by_label("Password").fill(PASSWORD)
    phone.get_by_role("button", name="Make the account").click()
    phone.get_by_role("button", name="Skip the questions").click()


def test_results_are_written_down_and_go_on_the_page_that_is_kept(
    phone: Page, tmp_path: Path
) -> None:
    sign_up(phone)
    phone.goto("/doctor")
    expect(phone.get_by_text("Nothing to hand over yet.")).to_be_visible()

    phone.goto("/labs")
    phone.get_by_role("link", name="Write down results").click()
    phone.get_by_label("Ferritin", exact=True).fill("140")
    phone.get_by_label("Range printed for Ferritin").fill("15-150")
    phone.get_by_label("Haemoglobin", exact=True).fill("131")
    phone.get_by_label("Unit of Haemoglobin").select_option("g/L")
    phone.get_by_role("button", name="Save the results").click()
    expect(phone.get_by_text("2 results written down.")).to_be_visible()

    phone.get_by_role("link", name="Change Ferritin").click()
    phone.get_by_role("button", name="Take this result out").click()
    expect(phone.get_by_text("Ferritin taken out.")).to_be_visible()
    phone.get_by_role("button", name="Undo").click()
    phone.get_by_role("link", name="Ferritin").first.click()
    expect(phone.locator("figure.chart img")).to_be_visible()
    expect(phone.get_by_text("WHO 2020")).to_be_visible()

    phone.goto("/doctor")
    phone.get_by_role("radio", name="Leave it out").check()
    phone.get_by_role("button", name="Show it like this").click()
    preview = phone.get_by_role("article", name="Preview of the page")
    expect(preview).to_contain_text("140 ng/mL")
    hidden = preview.locator(".table-wrap").evaluate_all(
        "all => all.filter((each) => each.scrollWidth > each.clientWidth).length"
    )
    assert hidden == 0
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Save the PDF and keep a copy here").click()
    download.value.save_as(tmp_path / "handed.pdf")
    phone.goto("/doctor")
    assert phone.locator("input[name=log][value=none]").first.is_checked()
    with phone.expect_download() as again:
        phone.locator("#d-kept ~ ul a").first.click()
    again.value.save_as(tmp_path / "again.pdf")
    handed = (tmp_path / "handed.pdf").read_bytes()
    assert handed.startswith(b"%PDF-")
    assert (tmp_path / "again.pdf").read_bytes() == handed

    phone.locator("summary", has_text="Take out").click()
    phone.get_by_role("button", name="Yes, for good").click()
    expect(phone.get_by_text("The kept page is taken out.")).to_be_visible()


def test_every_result_can_be_changed_on_the_smallest_phone(phone: Page) -> None:
    sign_up(phone)
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto("/labs/new")
    phone.get_by_label("Laboratory", exact=True).fill("Laborgemeinschaft" * 4)
    phone.get_by_label("25-OH vitamin D", exact=True).fill("58")
    phone.get_by_label("Range printed for 25-OH vitamin D").fill("50-125")
    own = phone.locator(".lab-row", has=phone.get_by_label("Name of the test")).first
    own.get_by_label("Name of the test").fill("Kreatinphosphokinase" * 3)
    own.get_by_placeholder("Result").fill("12")
    own.get_by_placeholder("Unit").fill("U/L")
    phone.get_by_role("button", name="Save the results").click()
    expect(phone.get_by_text("2 results written down.")).to_be_visible()
    for change in phone.locator(".lab-change").all():
        box = change.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 320
    wide = phone.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
