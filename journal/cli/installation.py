"""Opening this machine's installation for a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from journal.config import Settings, SettingsError, load_settings, prepared

if TYPE_CHECKING:
    from flask import Flask
    from sqlalchemy.orm import Session

    from journal.web.context import Journal


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation with its newest tables and reference foods."""

    app: Flask
    settings: Settings
    journal: Journal
    session: Session


def read_settings() -> Settings:
    """Return the settings of the environment, with the data folder made."""
    return prepared(load_settings(os.environ))


def make_app(settings: Settings) -> Flask:
    """Return the application; one clear line when a driver is missing."""
    from journal.app import create_app

    try:
        return create_app(settings)
    except ModuleNotFoundError as missing:
        if missing.name != "psycopg":
            raise
        raise SettingsError(
            "PostgreSQL needs one more package: pip install 'psycopg[binary]'."
        ) from missing


def bring_up_to_date(app: Flask) -> None:
    """Run the migrations and load the reference foods when they have changed."""
    from journal.db import db, upgrade, writing
    from journal.resources import reference_dir
    from journal.services.foods import is_loaded, load_reference_foods

    upgrade(app)
    with app.app_context(), writing():
        if not is_loaded(db.session(), reference_dir()):
            print("Loading the food table …", file=sys.stderr, flush=True)
            load_reference_foods(db.session(), reference_dir(), datetime.now(UTC))
            db.session.commit()
        db.session.remove()
    refresh_food_index(app)


def refresh_food_index(app: Flask) -> None:
    """Build the food index anew when other foods were imported than it holds."""
    from journal.db import db
    from journal.resources import reference_dir
    from journal.services.foodimport_index import index_with_imports

    with app.app_context():
        folder = app.extensions["journal"].settings.data_dir
        index_with_imports(db.session(), folder, reference_dir())
        db.session.remove()


@contextmanager
def opened() -> Iterator[Installation]:
    """Open the installation; commit at the end unless the command failed."""
    from journal.db import db, writing

    settings = read_settings()
    app = make_app(settings)
    bring_up_to_date(app)
    with app.app_context(), writing():
        session = db.session()
        yield Installation(app, settings, app.extensions["journal"], session)
        session.commit()
