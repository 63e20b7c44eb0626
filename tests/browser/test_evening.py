"""The evening in a real browser: how many taps it takes, and that nothing is lost."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from sqlalchemy.orm import Session

from journal.db import db
from journal.domain.dates import journal_day
from journal.models import Account
from journal.services.evening import load_evening
from journal.services.meals import meals_of_day
from tests.browser.conftest import PHONE, Installation
from tests.factories import (
    PASSWORD,
    make_account,
    make_day,
    make_food,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)

pytestmark = pytest.mark.browser

MAIL = "eve@example.org"
MOST_TAPS_ORDINARY = 12
MOST_TAPS_QUIET = 4
MOST_SECONDS = 30


def today() -> date:
    return journal_day(datetime.now(UTC), time_zone="UTC", day_begins=clock(4, 0))


def a_week_of_use(session: Session) -> Account:
    """Somebody who has logged seven evenings: the same breakfast, other lunches."""
    account = make_account(
        session, mail=MAIL, time_zone="UTC", region="EU", is_region_known=True
    )
    porridge = make_food(session, name="Porridge with milk")
    soups = [make_food(session, name=f"Soup number {n}") for n in range(7)]
    bread = make_food(session, name="Rye bread")
    drops = make_supplement(session, account, name="Vitamin D3")
    for back in range(1, 8):
        day = today() - timedelta(days=back)
        make_day(
            session,
            account,
            day,
            food_status="complete",
            water_ml=1000.0,
            supplements_answered=True,
        )
        make_meal(session, account, day, (porridge, 250.0), slot="breakfast")
        make_meal(session, account, day, (soups[back - 1], 300.0), slot="lunch")
        make_meal(session, account, day, (bread, 80.0), slot="dinner")
        take_supplement(session, drops, day)
        make_symptom(session, account, day, part="day", symptom="tingling")
        night = day - timedelta(days=1)
        make_symptom(session, account, night, severity_0_10=0)
    session.commit()
    return account


@pytest.fixture
def person(installation_served: Installation) -> Iterator[int]:
    """The account's number; the test reads the tables beside the server."""
    with installation_served.app.app_context():
        number = a_week_of_use(db.session()).id
        db.session.remove()
        yield number
        db.session.remove()


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def evening(
    browser: Browser, address: str, person: int, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Tonight's page on a phone, signed in, with scripts and without."""
    with signed_in(browser, address, scripts=request.param) as context:
        yield open_tonight(context)


@pytest.fixture
def quick(browser: Browser, address: str, person: int) -> Iterator[Page]:
    """Tonight's page on a phone, signed in, with scripts."""
    with signed_in(browser, address, scripts=True) as context:
        yield open_tonight(context)


@contextlib.contextmanager
def signed_in(
    browser: Browser, address: str, *, scripts: bool
) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport=PHONE, base_url=address, java_script_enabled=scripts
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto("/login")
    page.get_by_label("Mail address").fill(MAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Last night")).to_be_visible()
    page.close()
    yield context
    context.close()


def open_tonight(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(f"/evening/{today()}")
    return page


class Thumb:
    """Taps and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.began = time.monotonic()

    def tap(self, where: Locator) -> None:
        self.taps += 1
        where.click()

    def button(self, name: str | re.Pattern[str]) -> None:
        self.tap(self.page.get_by_role("button", name=name).first)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began


def cell(page: Page, symptom: str, severity: str) -> Locator:
    group = page.get_by_role("group", name=symptom, exact=True)
    return group.get_by_role("radio", name=severity, exact=True)


def test_an_ordinary_evening_takes_few_taps_and_half_a_minute(
    evening: Page, person: int
) -> None:
    scripts = bool(evening.locator("html.saves-itself").count())
    thumb = Thumb(evening)
    thumb.tap(cell(evening, "Night cramps", "4"))
    thumb.tap(evening.locator("#q-night_cramp .leg-behind .zone-calf").first)
    thumb.button(
        "None of the others, and nothing today" if scripts else "None of these today"
    )
    if not scripts:
        no_warning_signs(evening, thumb)
        thumb.button("None of the others last night")
    thumb.tap(evening.get_by_role("radio", name="Lunch", exact=True))
    thumb.tap(evening.get_by_label("What did you eat?"))
    evening.keyboard.type("lentil soup and an apple")
    thumb.button("Add meal")
    expect(evening.locator(".meal", has_text="Lunch")).to_be_visible()
    thumb.button(re.compile("Ate and drank as usual"))
    expect(evening.locator(".meal")).to_have_count(3)
    thumb.button(re.compile("All as usual"))
    thumb.tap(evening.get_by_role("radio", name=re.compile("Yes, all I ate")))
    if scripts:
        expect(evening.locator("#bar-status")).to_contain_text("All answered.")
        thumb.tap(evening.get_by_role("link", name="A few questions", exact=True))
        no_warning_signs(evening, thumb)
    else:
        thumb.button("Save evening")
    expect(evening.locator("#bar-status")).to_contain_text("All answered.")

    assert thumb.taps <= MOST_TAPS_ORDINARY or not scripts
    assert thumb.seconds < MOST_SECONDS
    found = load_evening(db.session(), user_id=person, day=today())
    cramp = found.night["night_cramp"]
    assert (cramp.severity_0_10, cramp.sites) == (4, ("calf_left",))
    assert found.today["muscle_ache"].severity_0_10 == 0
    assert found.facts["water_ml"] == 1000
    assert found.supplements_answered
    assert found.food_status == "complete"
    written = meals_of_day(db.session(), user_id=person, day=today())
    assert [meal.said for meal in written] == [
        "as usual",
        "lentil soup and an apple",
        "as usual",
    ]


def no_warning_signs(page: Page, thumb: Thumb) -> None:
    """Say that none of the few warning signs applies."""
    while page.get_by_role("heading", name=re.compile("A few questions")).count():
        thumb.button("None of these apply")
        page.wait_for_load_state()


def test_a_quiet_evening_takes_four_taps(evening: Page, person: int) -> None:
    thumb = Thumb(evening)
    thumb.button(re.compile("No trouble last night or today"))
    expect(evening.locator("#head-night .mark-none")).to_be_visible()
    thumb.button(re.compile("as usual"))
    expect(evening.locator(".meal")).to_have_count(3)
    thumb.tap(evening.get_by_role("radio", name=re.compile("Yes, all I ate")))
    thumb.button(re.compile("All as usual"))
    expect(evening.locator("#bar-status")).to_contain_text("All answered.")
    assert thumb.taps <= MOST_TAPS_QUIET
    assert thumb.seconds < MOST_SECONDS
    found = load_evening(db.session(), user_id=person, day=today())
    assert {each.severity_0_10 for each in found.night.values()} == {0}
    assert found.food_status == "complete"


def severity(person: int, symptom: str) -> int | None:
    """Return what is stored of last night, read anew."""
    db.session.remove()
    evening = load_evening(db.session(), user_id=person, day=today())
    answer = evening.night.get(symptom)
    return None if answer is None else answer.severity_0_10


def test_an_answer_is_saved_at_once_and_taken_back_by_undo(
    quick: Page, person: int
) -> None:
    cell(quick, "Night cramps", "6").click()
    expect(quick.get_by_role("button", name="Undo")).to_be_visible()
    expect(quick.locator("#bar-status")).to_contain_text("Saved")
    assert severity(person, "night_cramp") == 6
    quick.get_by_role("button", name="Undo").click()
    expect(cell(quick, "Night cramps", "6")).not_to_be_checked()
    expect(quick.get_by_role("button", name="Undo")).to_have_count(0)
    assert severity(person, "night_cramp") is None


def test_a_sentence_half_typed_is_there_after_loading_again(quick: Page) -> None:
    quick.get_by_label("What did you eat?").fill("lentil so")
    quick.reload()
    expect(quick.get_by_label("What did you eat?")).to_have_value("lentil so")
    quick.goto("/settings")
    quick.go_back()
    expect(quick.get_by_label("What did you eat?")).to_have_value("lentil so")


def test_without_network_an_answer_waits_and_is_sent_when_it_is_back(
    quick: Page, person: int
) -> None:
    quick.context.set_offline(True)
    cell(quick, "Night cramps", "6").click()
    expect(quick.locator("#bar-status")).to_contain_text(
        "Not saved yet, will try again. One answer waits on this device."
    )
    assert severity(person, "night_cramp") is None
    quick.context.set_offline(False)
    expect(quick.locator("#bar-status")).to_contain_text("Saved")
    assert severity(person, "night_cramp") == 6


def test_what_a_dying_phone_had_not_sent_is_sent_the_next_time(
    quick: Page, person: int
) -> None:
    quick.context.set_offline(True)
    cell(quick, "Night cramps", "6").click()
    expect(quick.locator("#bar-status")).to_contain_text("Not saved yet")
    quick.close()
    quick.context.set_offline(False)
    again = open_tonight(quick.context)
    expect(again.locator("#q-night_cramp.answered")).to_be_visible()
    expect(cell(again, "Night cramps", "6")).to_be_checked()
    assert severity(person, "night_cramp") == 6


def test_an_expired_sign_in_keeps_the_answer_and_asks(quick: Page, person: int) -> None:
    quick.context.clear_cookies()
    cell(quick, "Night cramps", "6").click()
    expect(quick.locator("#bar-status")).to_contain_text("You are signed out.")
    quick.get_by_role("link", name="Sign in").click()
    quick.get_by_label("Mail address").fill(MAIL)
    quick.get_by_label("Password").fill(PASSWORD)
    quick.get_by_role("button", name="Sign in").click()
    expect(quick.locator("#q-night_cramp.answered")).to_be_visible()
    assert severity(person, "night_cramp") == 6


def test_two_tabs_with_different_answers_keep_both_and_say_so(
    quick: Page, person: int
) -> None:
    other = open_tonight(quick.context)
    cell(quick, "Night cramps", "6").click()
    expect(quick.locator("#q-night_cramp.answered")).to_be_visible()
    cell(other, "Night cramps", "3").click()
    expect(other.locator("#said")).to_contain_text(
        "Night cramps was answered on another page meanwhile. Both are kept "
        "(6 stays, 3 is in its note)."
    )
    expect(cell(other, "Night cramps", "6")).to_be_checked()
    assert severity(person, "night_cramp") == 6
    found = load_evening(db.session(), user_id=person, day=today())
    assert found.night["night_cramp"].note == ("Also written on another page: 3 of 10")


def test_signing_out_leaves_nothing_on_the_device(quick: Page) -> None:
    quick.get_by_label("What did you eat?").fill("lentil so")
    kept = "() => Object.keys(localStorage).filter((n) => n.startsWith('lamplight:'))"
    assert quick.evaluate(kept) != []
    quick.goto("/settings")
    quick.get_by_role("button", name="Sign out").click()
    expect(quick.get_by_role("heading", name="Sign in")).to_be_visible()
    assert quick.evaluate(kept) == []


def test_a_figure_that_cannot_be_read_is_said_at_its_field(
    quick: Page, person: int
) -> None:
    quick.get_by_label("Water and tea").fill("lots")
    quick.get_by_label("Water and tea").blur()
    expect(quick.locator("#e-water")).to_contain_text("Type a number")
    expect(quick.get_by_label("Water and tea")).to_have_attribute(
        "aria-describedby", "e-water"
    )
    expect(quick.get_by_label("Water and tea")).to_have_value("lots")
    cell(quick, "Night cramps", "3").check()
    expect(quick.locator("#q-night_cramp.answered")).to_be_visible()
    expect(quick.get_by_label("Water and tea")).to_have_value("lots")
    expect(quick.locator("#e-water")).to_contain_text("Type a number")
    expect(quick.locator("#bar-status")).to_contain_text("Not saved yet")
    quick.get_by_label("Water and tea").fill("5")
    quick.get_by_label("Water and tea").blur()
    expect(quick.locator("#e-water")).to_have_count(0)
    expect(quick.locator("#error-summary")).to_have_count(0)
    expect(quick.locator("#bar-status")).to_contain_text("Saved")
    db.session.remove()
    found = load_evening(db.session(), user_id=person, day=today())
    assert found.facts["water_ml"] == 1000
    assert found.severities()["night_cramp"] == 3


def test_the_keyboard_alone_answers_and_goes_on(quick: Page, person: int) -> None:
    first = cell(quick, "Night cramps", "None")
    first.focus()
    for _ in range(4):
        quick.keyboard.press("ArrowRight")
    expect(cell(quick, "Night cramps", "4")).to_be_focused()
    expect(quick.locator("#q-night_cramp.answered")).to_be_visible()
    expect(cell(quick, "Night cramps", "4")).to_be_focused()
    quick.get_by_text("Choose from a list").first.focus()
    quick.keyboard.press("Enter")
    quick.get_by_label("Right foot").first.focus()
    quick.keyboard.press("Space")
    expect(quick.locator("#bar-status")).to_contain_text("Saved")
    expect(quick.locator("#bar-status.is-sending")).to_have_count(0)
    db.session.remove()
    found = load_evening(db.session(), user_id=person, day=today())
    assert found.night["night_cramp"].sites == ("foot_right",)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(quick: Page, scheme: str) -> None:
    quick.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert violations(quick) == []
    cell(quick, "Night cramps", "6").click()
    expect(quick.locator("#q-night_cramp.answered")).to_be_visible()
    for summary in quick.locator("details > summary").all():
        if summary.is_visible():
            summary.click()
    quick.get_by_label("Water and tea").fill("lots")
    quick.get_by_label("Water and tea").blur()
    expect(quick.locator("#e-water")).to_be_visible()
    assert violations(quick) == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:150]}"
        for each in found
        for node in each["nodes"]
    ]


SMALL_TARGETS = """() => {
  const pressed = ["button:not(.sr)", "summary", "label.cell", "label.place",
    "label.chip", "label.tick", ".zone", ".strip-days a"];
  const all = document.querySelectorAll(pressed.map((each) => `main ${each}`));
  return [...all].flatMap((each) => {
    const { width, height } = each.getBoundingClientRect();
    const isSmall = width > 1 && height > 1 && (width < 43.5 || height < 43.5);
    return isSmall ? [`${each.className} ${width}x${height}`] : [];
  });
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_out_of_the_page_and_targets_are_large(
    quick: Page, width: int
) -> None:
    quick.set_viewport_size({"width": width, "height": 800})
    cell(quick, "Night cramps", "6").click()
    expect(quick.locator("#q-night_cramp.answered")).to_be_visible()
    assert quick.evaluate("() => document.documentElement.scrollWidth") == width
    small = quick.evaluate(SMALL_TARGETS)
    if width >= 390:
        assert small == [], "\n".join(small)
