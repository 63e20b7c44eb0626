"""Your data in a real browser, with and without scripts: save, bring in, take out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journal.db import db
from journal.services.demo import make_demo
from tests.browser.conftest import Installation
from tests.browser.test_accessibility import faults_of, sign_in

pytestmark = pytest.mark.browser

SERVINGS = (
    "Day,Food Name,Amount,Energy (kcal),Magnesium (mg),Iron (mg)\n"
    "3/4/2020,Oats,40 g,150,55,\n3/5/2020,Zorblax crunch,1 piece,,,\nnone,x,y,,,\n"
)


def test_a_history_comes_in_and_goes_out_again(
    phone: Page, installation_served: Installation, tmp_path: Path
) -> None:
    with installation_served.app.app_context():
        make_demo(db.session(), now=datetime.now(UTC), time_zone="UTC")
        db.session.commit()
        db.session.remove()
    file = tmp_path / "servings.csv"
    file.write_text(SERVINGS)
    sign_in(phone)
    phone.goto("/data")
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="Everything, to move house").click()
    assert saved.value.suggested_filename.endswith(".json")
    phone.get_by_label("The file").set_input_files(file)
    phone.get_by_role("button", name="Look at it").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What would come in")
    if phone.locator("html.has-scripts").count():
        assert faults_of(phone) == []
    phone.get_by_role("radio", name="the month (12/31/2026)").check()
    phone.get_by_role("button", name="Bring it in").click()
    expect(
        phone.get_by_text("Imported. You can take it out again below.")
    ).to_be_visible()
    phone.goto("/days/2020-03-04")
    expect(phone.get_by_text("Imported from Cronometer, foods.")).to_be_visible()
    phone.goto("/data")
    phone.get_by_role("button", name="Take it out again").click()
    expect(phone.get_by_text("Taken out again:")).to_be_visible()
    expect(phone.get_by_text("Nothing yet.")).to_be_visible()
