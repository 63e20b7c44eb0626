"""Every page of a full journal, found by its links: axe, both themes, a small phone."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import update
from werkzeug.exceptions import HTTPException

from journal.db import db
from journal.models import Account
from journal.services.demo import MAIL, PASSWORD, make_demo
from tests.browser.conftest import Installation

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})
  .then(found => found.violations.map(one => one.id + ': '
    + one.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')))"""
#: Files, redirects and answers to programs: nothing to look at.
NOT_PAGES = re.compile(r"\.(?:pdf|zip|csv|json|ics|svg|js|webmanifest|png)$|/static/")
#: Redirects, answers to programs, files without an ending, and the pages of a stranger.
NO_PAGES = {
    "account.login",
    "account.signup",
    "data.export",
    "days.index",
    "doctor.data",
    "doctor.kept",
    "doctor.pdf",
    "evening.tonight",
    "food_search.search",
    "home.healthz",
    "home.home",
    "installed.blank",
    "installed.manifest",
    "installed.offline",
    "installed.service_worker",
    "lab_tests.chart",
    "redflags.check",
    "redflags.show",
    "report_charts.of_period",
    "report_charts.of_range",
    "report_nights.chart",
    "reports.this_week",
    "static",
    "unsubscribe.ask",
}
#: Pages about a row that the demonstration does not hold; their own tests look at them.
NEED_A_ROW = {"data.plan", "food_labels.edit", "recipes.edit", "report_kept.show"}
#: Beside tonight: where no link of an ordinary evening leads.
MORE_STARTS = (
    "/welcome?step=troubles",
    "/welcome/ready",
    "/days/search?q=wine",
    "/design",
    "/foods/imports",
    "/reports/2026-01-05/2026-01-18",
)


@dataclass
class Visit:
    """One page of the walk and what was wrong with it."""

    path: str
    faults: list[str]


@pytest.fixture
def full_journal(installation_served: Installation) -> Installation:
    """The demonstration account: twelve weeks with something of everything."""
    app = installation_served.app
    with app.app_context():
        make_demo(db.session(), now=datetime.now(UTC), time_zone="UTC")
        # Who owns the installation has pages of their own.
        db.session.execute(update(Account).values(is_owner=True))
        db.session.commit()
        db.session.remove()
    return installation_served


@pytest.fixture
def reader(browser: Browser, full_journal: Installation) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        base_url=full_journal.address,
        reduced_motion="reduce",
        service_workers="block",
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def sign_in(page: Page) -> None:
    page.goto("/login")
    page.get_by_label("Mail address").fill(MAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/evening/**")


def faults_of(page: Page) -> list[str]:
    """Return what axe finds in both themes, and whether 320 px scroll sideways."""
    faults = []
    page.evaluate(AXE)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        faults += [f"{theme} {fault}" for fault in page.evaluate(RUN, RULES)]
    page.set_viewport_size({"width": 320, "height": 640})
    beyond = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    page.set_viewport_size({"width": 390, "height": 844})
    if beyond > 0:
        faults.append(f"scrolls {beyond} px sideways at 320 px")
    return faults


def kind_of(app: Flask, path: str) -> str:
    """Return which page an address is: its endpoint and the shape of its values."""
    adapter = app.url_map.bind("localhost")
    try:
        endpoint, values = adapter.match(urlsplit(path).path, method="GET")
    except HTTPException:
        return ""
    shape = [re.sub(r"[0-9]+", "0", str(values[name])) for name in sorted(values)]
    # Each nutrient, week or food looks like the next one.
    return " ".join([endpoint, *(s for s in shape if s.startswith("0"))])


def walk(page: Page, app: Flask, starts: list[str]) -> Iterator[Visit]:
    """Follow the links from `starts`, to one page of each kind."""
    waiting, known = deque(starts), {kind_of(app, start) for start in starts}
    while waiting:
        path = waiting.popleft()
        answer = page.goto(path)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield Visit(urlsplit(page.url).path, faults_of(page))
        for link in page.eval_on_selector_all(
            "a[href^='/']", "links => links.map(one => one.getAttribute('href'))"
        ):
            kind = kind_of(app, link)
            if kind and kind not in known and not NOT_PAGES.search(urlsplit(link).path):
                known.add(kind)
                waiting.append(link)


def test_every_page_that_can_be_reached_is_open_to_everybody(
    reader: Page, full_journal: Installation
) -> None:
    sign_in(reader)
    app = full_journal.app
    written = datetime.now(UTC).date() - timedelta(days=3)
    starts = [f"/evening/{written}", *MORE_STARTS]
    visits = list(walk(reader, app, starts))
    assert [v for v in visits if v.faults] == []
    reached = {kind_of(app, visit.path).partition(" ")[0] for visit in visits}
    rules = app.url_map.iter_rules()
    pages = {rule.endpoint for rule in rules if "GET" in (rule.methods or set())}
    assert sorted(pages - reached - NO_PAGES - NEED_A_ROW) == []


def test_the_pages_before_signing_in_are_open_to_everybody(
    reader: Page, full_journal: Installation
) -> None:
    for path in ("/login", "/nothing-here"):
        reader.goto(path)
        assert faults_of(reader) == [], path
    reader.get_by_role("link", name="Skip to the page").focus()


def test_warning_signs_and_the_warning_are_open_to_everybody(
    reader: Page, full_journal: Installation
) -> None:
    sign_in(reader)
    cramp = reader.get_by_role("group", name="Night cramps", exact=True)
    cramp.get_by_role("radio", name="9", exact=True).check()
    reader.get_by_role("link", name="A few questions", exact=True).click()
    reader.wait_for_url("**/check*")
    assert faults_of(reader) == []
    reader.locator("main input[name=yes]").first.check()
    reader.get_by_role("button", name="Save what I ticked").last.click()
    reader.wait_for_url("**/redflags*")
    assert faults_of(reader) == []


def test_an_own_food_and_a_recipe_are_open_to_everybody(
    reader: Page, full_journal: Installation
) -> None:
    sign_in(reader)
    reader.goto("/foods/new")
    reader.get_by_label("Name").fill("Oma's plum jam")
    reader.get_by_label("Energy", exact=True).fill("250")
    reader.get_by_role("button", name="Add it").click()
    reader.get_by_role("link", name="Change Oma's plum jam").click()
    reader.wait_for_url("**/foods/own/**")
    assert faults_of(reader) == []
    reader.goto("/foods/recipes/new")
    reader.get_by_label("Name").fill("Lentil stew")
    reader.get_by_label("What goes in").fill("200 g lentils, 1 onion, zorblax")
    reader.get_by_label("Cooked weight, in grams").fill("600")
    reader.get_by_role("button", name="Read it").click()
    expect(reader.get_by_text("Look at its rows.")).to_be_visible(timeout=20_000)
    assert faults_of(reader) == []


#: A page, the fields filled in wrongly, and the button pressed. The evening, which
#: saves each answer by itself, is looked at in test_evening.py.
REFUSED = [
    ("/settings", {"birth_year": "1066"}, "Save settings"),
    ("/welcome?step=food", {"birth_year": "1066"}, "Done"),
    (
        "/settings/password",
        {"present": "wrong", "wanted": "three other words"},
        "Set the new password",
    ),
    ("/labs/new", {"v-haemoglobin": "900"}, "Save the results"),
    ("/foods/new", {"name": "Plum jam", "amount-energy_kcal": "-5"}, "Add it"),
    ("/foods/recipes/new", {"name": "Stew", "ingredients": "?!"}, "Read it"),
]


def test_a_refused_form_says_so_to_everybody(
    reader: Page, full_journal: Installation
) -> None:
    sign_in(reader)
    for path, fields, button in REFUSED:
        reader.goto(path)
        for name, typed in fields.items():
            reader.locator(f"[name='{name}']").first.fill(typed)
        reader.get_by_role("button", name=button).first.click()
        reader.locator("#error-summary").wait_for()
        assert reader.evaluate("document.activeElement.id") == "error-summary", path
        assert faults_of(reader) == [], path


PLACES = (
    "/evening/{day}",
    "/days/",
    "/days/{day}",
    "/reports/",
    "/patterns",
    "/doctor",
    "/labs",
    "/foods",
    "/foods/new",
    "/supplements",
    "/settings",
    "/settings/reminders",
)
#: Words that lie on others, or end beyond the screen; what scrolls by itself may.
HIDDEN = """() => {
  const wide = innerWidth + 1;
  const scrolls = (e) => e && (getComputedStyle(e).overflowX === 'auto'
    || scrolls(e.parentElement));
  const beyond = [...document.querySelectorAll('h1, a, button, label, input, select')]
    .filter((e) => e.checkVisibility() && !e.closest('.sr')
      && e.getBoundingClientRect().right > wide && !scrolls(e));
  const covered = [...document.querySelectorAll('.question .clear')].filter((clear) => {
    const legend = clear.closest('.question').querySelector('legend');
    const words = document.createRange();
    words.selectNodeContents(legend);
    const link = clear.getBoundingClientRect();
    return link.width && [...words.getClientRects()].some((line) =>
      line.right > link.left && line.bottom > link.top && line.top < link.bottom);
  });
  return [...beyond, ...covered].map((e) => e.outerHTML.slice(0, 80));
}"""


@pytest.mark.parametrize(("width", "text_px"), [(320, 16), (390, 32)])
def test_on_a_small_phone_or_with_text_twice_as_large_nothing_is_out_of_reach(
    chromium_at: Callable[[int], Browser],
    full_journal: Installation,
    width: int,
    text_px: int,
) -> None:
    context = chromium_at(text_px).new_context(
        viewport={"width": width, "height": 844},
        base_url=full_journal.address,
        service_workers="block",
    )
    page = context.new_page()
    sign_in(page)
    day = datetime.now(UTC).date() - timedelta(days=3)
    faults = {}
    for place in PLACES:
        page.goto(place.format(day=day))
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        faults[place] = [*page.evaluate(HIDDEN), *([beyond] if beyond > 0 else [])]
    assert {place: found for place, found in faults.items() if found} == {}
    context.close()


def test_a_wide_screen_leads_everywhere_beside_the_page(
    reader: Page, full_journal: Installation
) -> None:
    sign_in(reader)
    beside = reader.get_by_role("navigation", name="Main")
    expect(beside.get_by_role("link", name="Settings")).to_be_hidden()
    reader.set_viewport_size({"width": 1280, "height": 900})
    for name in ("My foods", "Supplements", "Blood tests", "Settings"):
        beside.get_by_role("link", name=name).click()
        expect(beside.locator("[aria-current=page]")).to_have_text(name)
    assert faults_of(reader) == []
