"""The database: the only module that knows Flask-SQLAlchemy and Flask-Migrate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import sleep
from typing import Any

from flask import Flask, request
from flask_migrate import Migrate
from flask_migrate import upgrade as run_migrations
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

from journal.config import Settings
from journal.models import Base
from journal.resources import migrations_dir

db = SQLAlchemy(model_class=Base, disable_autonaming=True)
migrate = Migrate(render_as_batch=True, compare_type=True)

BUSY_TIMEOUT_MS = 10_000
_WAITING_LOOKS_EVERY_S = 0.11
READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# A SQLite transaction that reads first and writes later fails at once when another
# one wrote in between. Whoever is going to write takes the lock at BEGIN instead.
_writes: ContextVar[bool] = ContextVar("journal_writes", default=False)


def mark_writing(*, writes: bool) -> None:
    """Say whether the transactions that this thread begins are going to write."""
    _writes.set(writes)


@contextmanager
def writing() -> Iterator[None]:
    """Begin transactions inside the block with the write lock (SQLite)."""
    token = _writes.set(True)
    try:
        yield
    finally:
        _writes.reset(token)


@contextmanager
def reading() -> Iterator[None]:
    """Begin transactions inside the block without the write lock, also in `writing`.

    For a long look at the tables, while which everybody else goes on writing.
    """
    token = _writes.set(False)
    try:
        yield
    finally:
        _writes.reset(token)


def give_way() -> None:
    """Leave the write lock free for whoever waits for it, between two transactions.

    Whoever waits for SQLite looks again every 100 ms at the most; a lock that is taken
    again at once is never found free.
    """
    if db.engine.dialect.name == "sqlite":
        sleep(_WAITING_LOOKS_EVERY_S)


def init_database(app: Flask, settings: Settings) -> None:
    """Connect the application with its database."""
    _choose_transactions(app)
    app.config["SQLALCHEMY_DATABASE_URI"] = settings.database_url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
        "pool_pre_ping": True,
        # An error in the log shows its statement, never what a person wrote.
        "hide_parameters": True,
    }
    db.init_app(app)
    migrate.init_app(app, db, directory=str(migrations_dir()))
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            prepare_sqlite(db.engine)


def _choose_transactions(app: Flask) -> None:
    """Let each request begin its transactions as its method asks.

    This comes before anything else that a request does: already the look for who is
    signed in begins a transaction.
    """

    @app.before_request
    def _choose() -> None:
        mark_writing(writes=request.method not in READING_METHODS)

    @app.teardown_request
    def _forget(_error: BaseException | None) -> None:
        mark_writing(writes=False)


def prepare_sqlite(engine: Engine) -> None:
    """Give each SQLite connection its pragmas, and transactions that really begin."""

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes.get() else "BEGIN")


def upgrade(app: Flask) -> None:
    """Bring the tables to the newest migration."""
    with app.app_context():
        run_migrations(directory=str(migrations_dir()))
        db.session.remove()
