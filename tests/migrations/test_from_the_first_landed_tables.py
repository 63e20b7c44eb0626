"""An installation of the first tables keeps every row on the way to the newest."""

from __future__ import annotations

from typing import Any

from flask_migrate import downgrade
from flask_migrate import upgrade as up_to
from sqlalchemy import MetaData, func, select, text

from journal.db import db, upgrade
from journal.resources import migrations_dir
from tests.migrations.test_migrations import empty_app  # noqa: F401 - a fixture

NOW = "2026-03-01 20:00:00+00:00"
FOOD = {"id": "oats", "name": "Oats", "source": "reference", "per_100_g": "{}"}
ROWS: dict[str, dict[str, Any]] = {
    "account": {"mail": "ana@example.org", "region": "EU", "eating_style": "none"},
    "food": FOOD,
    "food_portion": {"food_id": "oats", "seq": 1, "label": "1 cup", "grams": 80.0},
    "day": {"food_status": "complete", "note": "kept"},
    "symptom_entry": {"part": "night", "severity_0_10": 4},
    "meal": {"slot": "dinner", "said": "oats"},
    "meal_item": {
        "meal_id": 1,
        "position": 1,
        "food_id": "oats",
        "amount_g": 80.0,
        "amount_source": "stated",
    },
    "supplement": {"name": "Magnesium", "is_active": True},
    "supplement_intake": {"supplement_id": 1, "doses": 1.0},
    "reminder": {"kind": "evening", "is_on": True},
    "reminder_sent": {"reminder_id": 1},
    "invitation": {"created_by": 1},
    "red_flag_shown": {},
    "submission": {},
}


def value_for(column: Any, given: dict[str, Any]) -> Any:
    """A plausible value of a column that has to have one."""
    if column.name in given:
        return given[column.name]
    kind = str(column.type).split("(")[0]
    if column.name in {"id", "user_id"} and kind == "INTEGER":
        return 1
    values = {
        "JSON": "[]",
        "BOOLEAN": False,
        "DATE": "2026-03-01",
        "TIME": "04:00:00",
        "INTEGER": 1,
        "FLOAT": 1.0,
        "DOUBLE": 1.0,
        "DOUBLE PRECISION": 1.0,
    }
    moments = {"DATETIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE"}
    return values.get(kind, NOW if kind in moments else "x")


def write_a_row_everywhere() -> None:
    """One row in each table; plain SQL, because the models are those of today."""
    tables = MetaData()
    tables.reflect(db.engine)
    for table in tables.sorted_tables:
        given = ROWS.get(table.name)
        if given is None:
            continue
        values = {
            column.name: value_for(column, given)
            for column in table.columns
            if not column.nullable or column.name in given
        }
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        sql = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608
        db.session.execute(text(sql), values)
    db.session.commit()


def counted() -> dict[str, int]:
    tables = MetaData()
    tables.reflect(db.engine, only=list(ROWS))
    found = {
        table.name: db.session.scalar(select(func.count()).select_from(table))
        for table in tables.sorted_tables
    }
    db.session.remove()
    return found


def test_each_row_stays_on_the_way_up_and_on_the_way_back(empty_app):  # noqa: F811
    folder = str(migrations_dir())
    up_to(directory=folder, revision="0002")
    write_a_row_everywhere()
    one_each = dict.fromkeys(ROWS, 1)
    assert counted() == one_each

    upgrade(empty_app)
    assert counted() == one_each
    kept = "SELECT note FROM day JOIN meal USING (user_id) WHERE said = 'oats'"
    assert db.session.scalar(text(kept)) == "kept"
    db.session.remove()

    downgrade(directory=folder, revision="0002")
    assert counted() == one_each
