"""The migrations: up and down with rows in them, and the same tables as the models."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade
from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from journal.app import create_app
from journal.db import db, upgrade
from journal.models import (
    Account,
    Base,
    FavouriteFood,
    FoodCorrection,
    MealItem,
    MealNone,
    MealUndo,
    OwnFood,
    PageUndo,
    RecipeItem,
    SavedMeal,
    SavedMealItem,
)
from journal.resources import migrations_dir
from tests.conftest import settings_in
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_lab,
    make_meal,
    make_said,
    make_supplement,
    make_symptom,
    take_supplement,
)

VERSIONS = sorted((migrations_dir() / "versions").glob("*.py"))


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def empty_app(
    request: pytest.FixtureRequest, tmp_path: Path, indexed: Path
) -> Iterator[Flask]:
    """An application whose database has no tables."""
    is_postgres = request.param == "postgresql"
    url = request.getfixturevalue("postgres")() if is_postgres else ""
    shutil.copytree(indexed, tmp_path, dirs_exist_ok=True)
    app = create_app(settings_in(tmp_path, url))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def fill(session: Session) -> None:
    account = make_account(session, medicines=["statin"], own_symptoms={"own_x": "x"})
    day = account.created_at.date()
    make_day(session, account, day, water_ml=0.0)
    make_symptom(session, account, day)
    make_lab(session, account, day, comparator="<", range_low=None)
    make_said(session, account)
    food = make_food(session)
    make_meal(session, account, day, (food, 80.0), (None, None))
    supplement = make_supplement(session, account, typed={"magnesium_mg": "50 dv_us"})
    take_supplement(session, supplement, day)
    whose = {"user_id": account.id, "food_id": food.id}
    item = {"name": "x", "amount_source": "unknown", "position": 1}
    now = account.created_at
    session.add_all(
        [
            MealNone(user_id=account.id, date=day, slot="lunch"),
            FavouriteFood(**whose, created_at=now),
            FoodCorrection(**whose, words="x", said="x", created_at=now),
            SavedMeal(
                user_id=account.id,
                name="Std",
                name_key="std",
                created_at=now,
                items=[SavedMealItem(**item)],
            ),
            OwnFood(
                **whose,
                kind="recipe",
                updated_at=now,
                ingredients=[RecipeItem(**item)],
            ),
            MealUndo(user_id=account.id, date=day, words="x", before={}, at=now),
            PageUndo(user_id=account.id, browser="x", page="labs", content={}, at=now),
        ]
    )
    session.commit()


def test_the_migrations_make_the_tables_of_the_models(empty_app: Flask) -> None:
    upgrade(empty_app)
    with db.engine.connect() as connection:
        options = {"compare_type": True}
        migrations = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(migrations, Base.metadata) == []


def test_the_migrations_go_up_and_down_with_rows(empty_app: Flask) -> None:
    upgrade(empty_app)
    fill(db.session())
    downgrade(directory=str(migrations_dir()), revision="base")
    assert inspect(db.engine).get_table_names() == ["alembic_version"]
    upgrade(empty_app)
    fill(db.session())
    assert db.session.scalar(select(func.count()).select_from(MealItem)) == 2


def test_an_upgrade_of_what_is_newest_keeps_every_row(empty_app: Flask) -> None:
    upgrade(empty_app)
    fill(db.session())
    upgrade(empty_app)
    account = db.session.scalars(select(Account)).one()
    assert account.medicines == ["statin"]


def test_each_constraint_has_the_same_name_in_models_and_migrations(
    empty_app: Flask,
) -> None:
    upgrade(empty_app)
    found = inspect(db.engine)
    for table in Base.metadata.sorted_tables:
        made = {one["name"] for one in found.get_check_constraints(table.name)}
        made |= {one["name"] for one in found.get_foreign_keys(table.name)}
        made |= {one["name"] for one in found.get_unique_constraints(table.name)}
        made.add(found.get_pk_constraint(table.name)["name"])
        assert made == {constraint.name for constraint in table.constraints}


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: file.stem)
def test_a_migration_imports_nothing_of_the_journal(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] != "journal"
        if isinstance(node, ast.Import):
            assert all(name.name.split(".")[0] != "journal" for name in node.names)
