"""From nothing to a doctor's page: what a person does in the first days."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journal.domain.dates import IsoWeek, journal_day
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser


def sign_up(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_label("Mail address").fill("eve@example.org")
    phone.get_by_label("Password").fill(PASSWORD)
    phone.get_by_role("button", name="Make the account").click()
    phone.get_by_role("button", name="Skip the questions").click()
    phone.get_by_role("link", name="Begin with tonight").click()
    expect(phone.get_by_role("heading", name="Last night")).to_be_visible()


def cramp(phone: Page, severity: int, place: str) -> None:
    group = phone.get_by_role("group", name="Night cramps", exact=True)
    group.get_by_role("radio", name=str(severity), exact=True).check()
    places = phone.locator("#f-s-night_cramp-sites")
    places.get_by_text("Choose from a list").click()
    places.get_by_label(place).check()


def write_meal(phone: Page, slot: str, said: str) -> None:
    phone.get_by_role("radio", name=slot, exact=True).check()
    phone.get_by_label("What did you eat?").fill(said)
    phone.get_by_role("button", name="Add meal").click()


def no_warning_signs(phone: Page) -> None:
    """A strong cramp calls for seven questions: six, and one more."""
    for heading in ("A few questions", "A few questions more"):
        expect(phone.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        phone.get_by_role("button", name="None of these apply").click()


def that_was_everything(phone: Page) -> None:
    phone.get_by_role("radio", name="Yes, all I ate").check()
    save(phone)
    expect(phone.get_by_role("button", name="Clear this answer")).to_be_visible()


def save(phone: Page) -> None:
    """Press the button; with scripts each answer is saved as it is given."""
    if phone.locator("html.saves-itself").count() == 0:
        phone.get_by_role("button", name="Save evening").click()
        return
    expect(phone.locator("#bar-status")).to_contain_text("Saved")
    questions = phone.get_by_role("link", name="A few questions", exact=True)
    expect(phone.locator("#bar-status.is-sending")).to_have_count(0)
    if questions.count():
        questions.click()


def first_evening(phone: Page, day: date) -> None:
    """A bad night, written piece by piece."""
    phone.goto(f"/evening/{day}")
    cramp(phone, 6, "Left calf")
    save(phone)
    no_warning_signs(phone)
    phone.get_by_role("button", name="None of these that day").click()
    write_meal(phone, "Breakfast", "porridge with milk and a banana")
    expect(phone.locator(".meal")).to_have_count(1)
    write_meal(phone, "Dinner", "two slices of rye bread with butter, oma's zorblax")
    expect(phone.get_by_text("Kept as you wrote it")).to_be_visible()
    phone.get_by_role("button", name="One glass more").click()
    that_was_everything(phone)
    expect(phone.get_by_label("Water and tea")).to_have_value("1")


def second_evening(phone: Page, day: date) -> None:
    """Nothing at all, and breakfast as the day before."""
    phone.goto(f"/evening/{day}")
    phone.get_by_role("button", name="None of these that night").click()
    phone.get_by_role("button", name="None of these that day").click()
    phone.get_by_role("radio", name="Breakfast", exact=True).check()
    phone.get_by_role("button", name="As yesterday").click()
    expect(phone.get_by_text("as yesterday", exact=True)).to_be_visible()
    that_was_everything(phone)


def third_evening(phone: Page, day: date) -> None:
    """A food removed and brought back, and another one found by typing."""
    phone.goto(f"/evening/{day}")
    phone.get_by_role("button", name="None of these that night").click()
    write_meal(phone, "Lunch", "lentil soup and an apple")
    phone.get_by_role("button", name="Remove apple").click()
    expect(phone.get_by_text("Apple removed.")).to_be_visible()
    phone.get_by_role("button", name="Undo").click()
    expect(phone.locator(".item", has_text="Apple")).to_be_visible()
    phone.get_by_role("link", name="Find a food").click()
    phone.get_by_label("Food", exact=True).fill("whole milk")
    phone.get_by_label("Food", exact=True).press("Enter")
    phone.get_by_role("button", name="Add Whole milk", exact=True).click()
    expect(phone.get_by_text("Whole milk is written down.")).to_be_visible()
    phone.get_by_role("link", name="Done").press("Enter")
    that_was_everything(phone)


def test_three_evenings_then_the_week_and_the_doctors_page(
    phone: Page, tmp_path: Path
) -> None:
    sign_up(phone)
    today = journal_day(datetime.now(UTC), time_zone="UTC", day_begins=time(4, 0))
    days = [today - timedelta(days=back) for back in (3, 2, 1)]
    first_evening(phone, days[0])
    second_evening(phone, days[1])
    third_evening(phone, days[2])

    phone.goto(f"/reports/{IsoWeek.of(days[0])}")
    expect(phone.locator("h1")).to_be_visible()
    expect(phone.get_by_role("main")).to_contain_text("ramp")

    phone.goto("/doctor")
    with phone.expect_download() as download:
        phone.get_by_role("link", name="PDF").first.click()
    pdf = tmp_path / "doctor.pdf"
    download.value.save_as(pdf)
    assert pdf.read_bytes().startswith(b"%PDF-")
    with phone.expect_download() as download:
        phone.get_by_role("link", name="CSV").first.click()
    archive = tmp_path / "days.zip"
    download.value.save_as(archive)
    assert severities(archive) == {"6"}


def severities(archive: Path) -> set[str]:
    """Return the severities above none of the night cramps in the CSV files."""
    found = set()
    with zipfile.ZipFile(archive) as files:
        for name in files.namelist():
            if not name.endswith(".csv"):
                continue
            for row in csv.DictReader(
                io.StringIO(files.read(name).decode("utf-8-sig"))
            ):
                if "night_cramp" in row.values() and "severity_0_10" in row:
                    found.add(row["severity_0_10"])
    return found - {"0"}
