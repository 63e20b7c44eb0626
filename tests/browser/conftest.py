"""The real server on a free port, and a real browser at phone width."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

from journal.app import create_app
from journal.db import db, upgrade
from journal.resources import reference_dir
from journal.services.foods import load_reference_foods
from tests.conftest import settings_in

PHONE = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Installation:
    """A journal that is served: its application and its address."""

    app: Flask
    address: str


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory, indexed: Path) -> Path:
    """The data folder of an empty installation: migrated tables, reference foods."""
    folder = tmp_path_factory.mktemp("migrated")
    shutil.copytree(indexed, folder, dirs_exist_ok=True)
    app = create_app(settings_in(folder))
    upgrade(app)
    with app.app_context():
        load_reference_foods(db.session(), reference_dir(), datetime.now(UTC))
        db.session.commit()
        db.session.remove()
        # The last connection that closes leaves everything in one file.
        db.engine.dispose()
    return folder


@pytest.fixture
def installation_served(tmp_path: Path, migrated: Path) -> Iterator[Installation]:
    """An empty installation of its own, served as `serve` does it."""
    shutil.copytree(migrated, tmp_path, dirs_exist_ok=True)
    app = create_app(settings_in(tmp_path))
    server = create_server(app, host="127.0.0.1", port=0, threads=4)

    def serve() -> None:
        # Its sockets are closed from outside, at times while it waits at one of them.
        with contextlib.suppress(OSError):
            server.run()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield Installation(app, f"http://127.0.0.1:{server.effective_port}")
    server.close()
    thread.join(timeout=10)
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def address(installation_served: Installation) -> str:
    """Where the empty installation is served."""
    return installation_served.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; skipped where there is none."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=chromium_here(), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


def chromium_here() -> str:
    """Where the system's Chromium is; skips where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("needs a Chromium")
    return found


@pytest.fixture
def chromium_at(browser: Browser) -> Iterator[Callable[[int], Browser]]:
    """Starts a Chromium whose owner chose a size of text, in px; 16 is usual."""
    started: list[Browser] = []

    def start(text_px: int) -> Browser:
        size = f"--blink-settings=defaultFontSize={text_px}"
        started.append(
            browser.browser_type.launch(
                executable_path=chromium_here(), args=["--no-sandbox", size]
            )
        )
        return started[-1]

    yield start
    for each in started:
        each.close()


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def phone(
    browser: Browser, address: str, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A phone's page that keeps to this journal; complaints of the browser fail."""
    context = browser.new_context(
        viewport=PHONE,
        base_url=address,
        java_script_enabled=request.param,
        accept_downloads=True,
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" else None,
    )
    page.on(
        "request",
        lambda asked: (
            complaints.append(f"asked {asked.url}")
            if not asked.url.startswith(address)
            else None
        ),
    )
    yield page
    context.close()
    assert complaints == []
