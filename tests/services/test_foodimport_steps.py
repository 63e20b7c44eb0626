"""A newer release comes in by steps: others write meanwhile, a kill halves nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from journal.db import writing
from journal.models import (
    Account,
    Food,
    FoodImport,
    FoodOfImport,
    FoodPortion,
    StagedFood,
)
from journal.services.foodimport import drop_in_steps, list_imports
from journal.services.foodimport_index import imported_foods
from journal.services.foodimport_spool import Spool, spooled
from journal.services.foodimport_steps import (
    Step,
    finish_in_steps,
    save_in_steps,
    unfinished_imports,
)
from tests.factories import make_account, make_day

OLD, NEW = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 20, tzinfo=UTC)
# Two steps to put the foods ready, two to bring them in.
COUNT = 1_100
STEPS = 7
Seen = dict[str, tuple[object, ...]]


@contextmanager
def release(folder: Path, magnesium_mg: float, first: int = 0) -> Iterator[Spool]:
    """Foods 0 to 1,099 of a release; a newer one begins and ends later."""
    foods = [
        {
            "fdcId": 9_000_000 + number,
            "description": f"Quince cake {number}, {magnesium_mg} mg",
            "foodNutrients": [
                {"nutrient": {"id": 1090, "unitName": "mg"}, "amount": magnesium_mg}
            ],
            "foodPortions": [
                {
                    "amount": 1,
                    "measureUnit": {"name": "slice"},
                    "gramWeight": magnesium_mg,
                }
            ],
        }
        for number in range(first, first + COUNT)
    ]
    path = folder / f"release {magnesium_mg}.json"
    path.write_text(json.dumps({"FoundationFoods": foods}))
    with spooled([path], scratch=folder, progress=lambda _: None) as spool:
        yield spool


def take(session: Session, steps: Iterator[Step]) -> list[Step]:
    taken = []
    for step in steps:
        session.commit()
        taken.append(step)
    return taken


def start_again(session: Session) -> None:
    """Do what the next start does."""
    for left in unfinished_imports(session):
        if left.is_decided:
            take(session, finish_in_steps(session, import_id=left.id))
        else:
            for _ in drop_in_steps(session, import_id=left.id):
                session.commit()


def everything(session: Session) -> Seen:
    """Every imported food with its figure, its portions and its release's date."""
    grams = func.sum(FoodPortion.grams)
    per_food = select(FoodPortion.food_id, grams).group_by(FoodPortion.food_id)
    portions = {row[0]: row[1] for row in session.execute(per_food)}
    query = (
        select(Food, FoodImport.imported_at)
        .join(FoodOfImport, FoodOfImport.food_id == Food.id)
        .join(FoodImport, FoodImport.id == FoodOfImport.import_id)
        .where(Food.is_listed)
    )
    return {
        food.id: (food.name, food.per_100_g["magnesium_mg"], portions[food.id], at)
        for food, at in session.execute(query)
    }


def all_of(magnesium_mg: float, at: datetime, numbers: range) -> Seen:
    return {
        f"fdc-{9_000_000 + number}": (
            f"Quince cake {number}, {magnesium_mg} mg",
            magnesium_mg,
            magnesium_mg,
            at,
        )
        for number in numbers
    }


@pytest.mark.parametrize("steps_before_the_kill", range(STEPS))
def test_an_import_killed_after_any_step_leaves_one_release_whole(
    session: Session,
    session_factory: sessionmaker[Session],
    tmp_path: Path,
    steps_before_the_kill: int,
) -> None:
    with release(tmp_path, 40.0) as spool:
        take(session, save_in_steps(session, spool=spool, now=OLD))
    old = all_of(40.0, OLD, range(COUNT))
    assert everything(session) == old
    session.commit()
    with release(tmp_path, 50.0, first=10) as spool, session_factory() as killed:
        steps = save_in_steps(killed, spool=spool, now=NEW)
        taken = take(killed, islice(steps, steps_before_the_kill))
        next(steps)  # one step more was begun and not committed
        killed.rollback()
    is_decided = any(step.is_decided for step in taken)
    if not is_decided:
        assert everything(session) == old
        assert [made.imported_at for made in list_imports(session)] == [OLD]
    session.commit()
    start_again(session)
    found = everything(session)
    if is_decided:
        untouched = all_of(40.0, OLD, range(10))
        assert found == untouched | all_of(50.0, NEW, range(10, COUNT + 10))
    else:
        assert found == old
    assert session.scalar(select(func.count()).select_from(StagedFood)) == 0
    assert unfinished_imports(session) == []


def test_each_food_is_wholly_old_or_wholly_new_at_every_moment(
    session: Session, session_factory: sessionmaker[Session], tmp_path: Path
) -> None:
    with release(tmp_path, 40.0) as spool:
        take(session, save_in_steps(session, spool=spool, now=OLD))
    old, new = (
        all_of(40.0, OLD, range(COUNT)),
        all_of(50.0, NEW, range(COUNT)),
    )
    changed = set()
    with release(tmp_path, 50.0) as spool, session_factory() as other:
        for _ in save_in_steps(session, spool=spool, now=NEW):
            session.commit()
            seen = everything(other)
            other.rollback()
            assert all(seen[key] in (old[key], new[key]) for key in old)
            changed.add(sum(seen[key] == new[key] for key in old))
    assert changed == {0, 1_000, COUNT}


def test_somebody_saves_between_any_two_steps(
    session: Session, session_factory: sessionmaker[Session], tmp_path: Path
) -> None:
    number = make_account(session).id
    session.commit()
    with release(tmp_path, 40.0) as spool:
        take(session, save_in_steps(session, spool=spool, now=OLD))
    saved = 0
    with release(tmp_path, 50.0) as spool, session_factory() as other, writing():
        for _ in save_in_steps(session, spool=spool, now=NEW):
            session.commit()
            # SQLite would refuse this while the import still held its one lock.
            account = other.get_one(Account, number)
            make_day(other, account, date(2026, 3, 1 + saved))
            other.commit()
            saved += 1
    assert saved == STEPS


def test_a_partly_replaced_release_that_comes_again_and_is_killed_stays_as_it_was(
    session: Session, tmp_path: Path
) -> None:
    with release(tmp_path, 40.0) as spool:
        take(session, save_in_steps(session, spool=spool, now=OLD))
    with release(tmp_path, 50.0, first=100) as spool:
        take(session, save_in_steps(session, spool=spool, now=NEW))
    before = everything(session)
    again = datetime(2026, 11, 21, tzinfo=UTC)
    with release(tmp_path, 40.0) as spool:
        take(session, islice(save_in_steps(session, spool=spool, now=again), 3))
        start_again(session)
        assert everything(session) == before
        take(session, save_in_steps(session, spool=spool, now=again))
        take(session, save_in_steps(session, spool=spool, now=NEW))
    ends = all_of(50.0, NEW, range(COUNT, COUNT + 100))
    assert everything(session) == all_of(40.0, again, range(COUNT)) | ends
    assert [made.food_count for made in list_imports(session)] == [COUNT, COUNT]


def test_foods_on_their_way_out_are_not_given_to_the_index(
    session: Session, tmp_path: Path
) -> None:
    with release(tmp_path, 40.0) as spool:
        take(session, save_in_steps(session, spool=spool, now=OLD))
    (made,) = list_imports(session)
    number = made.id
    assert len(list(imported_foods(session))) == COUNT
    for _ in islice(drop_in_steps(session, import_id=number), 2):
        session.commit()
    assert len(everything(session)) == 100
    assert list(imported_foods(session)) == []
    start_again(session)
    assert everything(session) == {}
    assert list_imports(session) == []
