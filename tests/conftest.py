"""Fixtures: the journal on a real database, two people, pages that are inspected."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_login import FlaskLoginClient
from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session, sessionmaker

from journal.app import create_app
from journal.config import Settings
from journal.db import db
from journal.models import Account, Base, Food
from journal.resources import reference_dir
from journal.security import Visitor, limiter
from journal.services.foodindex import open_index
from journal.services.foods import load_reference_foods
from tests.factories import make_account
from tests.pages import Page, read_page

# A busy machine is not a fault of the code: no test is judged by how long it takes.
hypothesis.settings.register_profile("journal", deadline=None)
hypothesis.settings.load_profile("journal")

KEPT = {"food", "food_portion", "reference_load"}
GetPage = Callable[..., Page]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Return a maker of empty PostgreSQL databases; skip where there is no server."""
    from tests.postgres import postgres_server

    with contextlib.ExitStack() as stack:
        server = stack.enter_context(postgres_server())
        yield server.new_database


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the index of the curated foods and nothing else.

    Copied into the folder of an application, it is found to be current: the index is
    built once for all tests.
    """
    folder = tmp_path_factory.mktemp("indexed")
    open_index(folder, reference_dir())
    return folder


@pytest.fixture(
    scope="session",
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)],
)
def installation(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    indexed: Path,
) -> Iterator[Flask]:
    """An installation with tables and reference foods, made once for each database."""
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(indexed, folder, dirs_exist_ok=True)
    url = f"sqlite:///{folder / 'journal.sqlite3'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres")()
    app = create_app(settings_in(folder, url))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = FlaskLoginClient
    with app.app_context():
        db.create_all()
        load_reference_foods(db.session(), reference_dir(), datetime.now(UTC))
        db.session.commit()
        db.session.remove()
    yield app
    with app.app_context():
        db.engine.dispose()


def settings_in(folder: Path, database_url: str = "") -> Settings:
    """Settings of a small installation that sends no mail and schedules nothing."""
    return Settings(
        data_dir=folder,
        database_url=database_url or f"sqlite:///{folder / 'journal.sqlite3'}",
        secret_key="only for tests, never elsewhere",
        scheduler=False,
    )


@pytest.fixture
def app(installation: Flask) -> Iterator[Flask]:
    """The installation, empty but for the reference foods; emptied again after."""
    limiter.reset()
    yield installation
    with installation.app_context():
        db.session.remove()
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in KEPT:
                db.session.execute(delete(table))
        db.session.execute(delete(Food).where(Food.source != "reference"))
        db.session.commit()
        db.session.remove()


@pytest.fixture
def engine(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


@pytest.fixture
def session_factory(engine: Engine) -> sessionmaker[Session]:
    return sessionmaker(engine)


@pytest.fixture
def session(session_factory: sessionmaker[Session]) -> Iterator[Session]:
    """A session of the test's own. Commit before a client reads or writes: what was
    read before stays as it was in the transaction that read it."""
    with session_factory() as opened:
        yield opened


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A stranger."""
    return app.test_client()


@dataclass(frozen=True)
class Person:
    """Somebody signed in: their row's id, and their own browser."""

    id: int
    mail: str
    client: FlaskClient

    def account(self, session: Session) -> Account:
        found = session.get(Account, self.id)
        assert found is not None
        return found


@pytest.fixture
def ana(app: Flask, session: Session) -> Person:
    """The owner, in Berlin."""
    return _signed_in(app, session, "ana@example.org", is_owner=True)


@pytest.fixture
def ben(app: Flask, session: Session) -> Person:
    """Somebody else."""
    return _signed_in(app, session, "ben@example.org", is_owner=False)


def _signed_in(app: Flask, session: Session, mail: str, *, is_owner: bool) -> Person:
    account = make_account(
        session, mail=mail, is_owner=is_owner, time_zone="Europe/Berlin"
    )
    session.commit()
    person = Person(account.id, mail, app.test_client(user=Visitor(account)))
    session.commit()
    return person


@pytest.fixture
def get_page() -> GetPage:
    """Fetch a page and inspect it: `get_page(ana.client, "/settings")`."""

    def get(client: FlaskClient, path: str, *, status: int = 200) -> Page:
        answer = client.get(path)
        return inspect_answer(path, answer.status_code, answer.text, status)

    return get


def inspect_answer(path: str, found: int, html: str, status: int = 200) -> Page:
    """Return the answer as a page; fail for another status or a faulty page."""
    page = read_page(path, found, html)
    assert found == status, f"{path} answered {found}: {page.text[:300]}"
    assert not page.faults, f"{path}: {page.faults}"
    return page
