"""Run the migrations on the application's own connection."""

import logging

from alembic import context
from flask import current_app

logging.getLogger("alembic").setLevel(logging.WARNING)


def _switch_foreign_keys(connection, state: str) -> None:
    # On the driver's own connection: ours would begin a transaction first, and inside
    # one SQLite passes this over without a word.
    driver = connection.connection.dbapi_connection
    driver.execute(f"PRAGMA foreign_keys={state}")
    (found,) = driver.execute("PRAGMA foreign_keys").fetchone()
    if bool(found) != (state == "ON"):
        raise RuntimeError("SQLite did not switch its foreign keys")


def run() -> None:
    extension = current_app.extensions["migrate"]
    engine = extension.db.engine
    with engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            # Tables are rebuilt by copying; foreign keys would delete their rows.
            _switch_foreign_keys(connection, "OFF")
        context.configure(
            connection=connection,
            target_metadata=extension.db.metadatas[None],
            transaction_per_migration=True,
            **extension.configure_args,
        )
        try:
            with context.begin_transaction():
                context.run_migrations()
        finally:
            if is_sqlite:
                connection.rollback()
                _switch_foreign_keys(connection, "ON")


run()
