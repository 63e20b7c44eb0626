"""The week's mail stays without a word about health for those who have it already."""

from __future__ import annotations

import re

from flask_migrate import downgrade
from flask_migrate import upgrade as up_to
from sqlalchemy import text

from journal.db import db, upgrade
from journal.resources import migrations_dir
from tests.factories import make_account
from tests.migrations.test_migrations import empty_app  # noqa: F401 - a fixture


def test_reminders_keep_their_rows_and_tell_nothing(empty_app):  # noqa: F811
    folder = str(migrations_dir())
    upgrade(empty_app)
    make_account(db.session())
    db.session.commit()
    (file,) = (migrations_dir() / "versions").glob("*_kept_reports.py")
    number, before = re.findall(r'revision = "(\d+)"', file.read_text())
    downgrade(directory=folder, revision=before)
    up_to(directory=folder, revision=number)

    told = db.session.scalars(text("SELECT tells_health FROM reminder")).all()
    assert [bool(one) for one in told] == [False, False]
