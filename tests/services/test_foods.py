from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from journal.domain.nutrition import NUTRIENT_KEYS
from journal.models import Base, Food, FoodPortion
from journal.resources import reference_dir
from journal.services.foods import (
    foods_by_id,
    is_loaded,
    load_reference_foods,
    portions_of,
)
from tests.factories import THEN, make_account, make_food, make_meal

COLUMNS = ["id", "name", "category", "source_code", "filled_from", *NUTRIENT_KEYS]


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def empty(request: pytest.FixtureRequest) -> Iterator[Session]:
    """A session on a database without any food."""
    is_postgres = request.param == "postgresql"
    url = request.getfixturevalue("postgres")() if is_postgres else "sqlite://"
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def write_table(folder: Path, *foods: dict[str, str], portions: str = "") -> Path:
    with (folder / "foods.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(foods)
    header = "food_id,seq,label,grams,source\n"
    (folder / "portions.csv").write_text(header + portions, encoding="utf-8")
    return folder


OATS = {"id": "oats", "name": "Oats", "category": "Cereal", "magnesium_mg": "138"}
MILK = {"id": "milk", "name": "Milk", "category": "Milk", "magnesium_mg": "0"}


def test_a_missing_figure_is_unknown_and_a_zero_is_zero(
    empty: Session, tmp_path: Path
) -> None:
    assert load_reference_foods(empty, write_table(tmp_path, OATS, MILK), THEN) == 2
    found = foods_by_id(empty, user_id=1, food_ids=["oats", "milk", "nothing"])
    assert found["oats"].per_100_g == {"magnesium_mg": 138.0}
    assert found["milk"].per_100_g == {"magnesium_mg": 0.0}
    assert "nothing" not in found


def test_loading_twice_does_nothing_the_second_time(
    empty: Session, tmp_path: Path
) -> None:
    table = write_table(tmp_path, OATS, portions="oats,1,1 bowl,40,own\n")
    assert not is_loaded(empty, table)
    assert load_reference_foods(empty, table, THEN) == 1
    assert is_loaded(empty, table)
    assert load_reference_foods(empty, table, THEN) == 0


def test_a_changed_table_replaces_figures_and_portions(
    empty: Session, tmp_path: Path
) -> None:
    portions = "oats,1,1 bowl,40,own\noats,2,1 cup,90,own\n"
    load_reference_foods(empty, write_table(tmp_path, OATS, portions=portions), THEN)
    changed = {**OATS, "name": "Rolled oats", "iron_mg": "4"}
    table = write_table(tmp_path, changed, portions="oats,1,1 bowl,45,own\n")
    load_reference_foods(empty, table, THEN)
    empty.expire_all()
    food = foods_by_id(empty, user_id=1, food_ids=["oats"])["oats"]
    assert (food.name, food.per_100_g["iron_mg"]) == ("Rolled oats", 4.0)
    assert [row.grams for row in portions_of(empty, food_ids=["oats"])["oats"]] == [45]


def test_a_food_that_left_the_table_stays_for_old_meals_unlisted(
    empty: Session, tmp_path: Path
) -> None:
    load_reference_foods(empty, write_table(tmp_path, OATS, MILK), THEN)
    account = make_account(empty)
    make_meal(empty, account, THEN.date(), (empty.get_one(Food, "oats"), 40.0))
    load_reference_foods(empty, write_table(tmp_path, MILK), THEN)
    empty.expire_all()
    assert not empty.get_one(Food, "oats").is_listed
    assert empty.get_one(Food, "milk").is_listed
    load_reference_foods(empty, write_table(tmp_path, OATS, MILK), THEN)
    empty.expire_all()
    assert empty.get_one(Food, "oats").is_listed


def test_own_foods_are_left_alone(empty: Session, tmp_path: Path) -> None:
    account = make_account(empty)
    own = make_food(empty, user_id=account.id, source="own", name="My soup")
    load_reference_foods(empty, write_table(tmp_path, OATS), THEN)
    empty.expire_all()
    assert (own.name, own.is_listed) == ("My soup", True)
    assert len(portions_of(empty, food_ids=[own.id])[own.id]) == 1


@pytest.mark.parametrize("figure", ["much", "-1", "nan", "inf"])
def test_a_figure_that_is_none_names_its_line(
    empty: Session, tmp_path: Path, figure: str
) -> None:
    table = write_table(tmp_path, MILK, {**OATS, "iron_mg": figure})
    with pytest.raises(ValueError, match=r"foods\.csv:3"):
        load_reference_foods(empty, table, THEN)


def test_a_portion_of_a_food_that_is_not_there_names_its_line(
    empty: Session, tmp_path: Path
) -> None:
    table = write_table(tmp_path, OATS, portions="oat,1,1 bowl,40,own\n")
    with pytest.raises(ValueError, match=r"portions\.csv:2"):
        load_reference_foods(empty, table, THEN)


def test_the_shipped_table_is_loaded_whole(session: Session) -> None:
    with (reference_dir() / "foods.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    stored = session.scalars(select(Food).where(Food.source == "reference")).all()
    assert {food.id for food in stored} == set(rows)
    for food in stored:
        known = {
            key: float(rows[food.id][key])
            for key in NUTRIENT_KEYS
            if rows[food.id][key]
        }
        assert food.per_100_g == known
    without = select(func.count()).where(
        Food.source == "reference",
        ~select(FoodPortion.id).where(FoodPortion.food_id == Food.id).exists(),
    )
    assert session.scalar(without) == 0


def test_nobody_gets_another_persons_food(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    own = make_food(session, user_id=ana.id)
    assert own.id in foods_by_id(session, user_id=ana.id, food_ids=[own.id])
    assert foods_by_id(session, user_id=ben.id, food_ids=[own.id]) == {}
