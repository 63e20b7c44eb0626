"""Run the migrations on the application's own connection."""

import logging

from alembic import context
from flask import current_app

logging.getLogger("alembic").setLevel(logging.WARNING)


def run() -> None:
    extension = current_app.extensions["migrate"]
    engine = extension.db.engine
    with engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            # Tables are rebuilt by copying; foreign keys would delete their rows.
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.rollback()
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
                connection.exec_driver_sql("PRAGMA foreign_keys=ON")


run()
