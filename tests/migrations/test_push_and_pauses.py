"""Going back before push leaves everything that was there before it."""

from __future__ import annotations

import datetime as dt

from flask_migrate import downgrade
from sqlalchemy import select, text

from journal.db import db, upgrade
from journal.models import PushDevice, Reminder, ReminderSent
from journal.resources import migrations_dir
from tests.factories import THEN, make_account, make_day
from tests.migrations.test_migrations import empty_app  # noqa: F401 - a fixture


def test_going_back_and_on_again_keeps_what_was_sent(empty_app):  # noqa: F811
    upgrade(empty_app)
    sql = db.session()
    account = make_account(sql, reminders_paused_until=THEN.date())
    make_day(sql, account, THEN.date(), note="kept")
    first = sql.scalars(select(Reminder)).first()
    for again in (0, 1):
        sql.add(
            ReminderSent(
                reminder_id=first.id,
                local_date=dt.date(2026, 3, 1),
                again=again,
                claimed_at=THEN,
            )
        )
    sql.add(
        PushDevice(
            user_id=account.id,
            endpoint="https://web.push.apple.com/x",
            p256dh="p",
            auth="a",
            name="Safari",
            added_at=THEN,
        )
    )
    sql.commit()
    db.session.remove()

    downgrade(directory=str(migrations_dir()), revision="0008")
    upgrade(empty_app)

    counted = {
        table: db.session.scalar(text(f"SELECT count(*) FROM {table}"))  # noqa: S608
        for table in ("account", "day", "reminder", "reminder_sent", "push_device")
    }
    assert counted == {
        "account": 1,
        "day": 1,
        "reminder": 2,
        "reminder_sent": 1,
        "push_device": 0,
    }
