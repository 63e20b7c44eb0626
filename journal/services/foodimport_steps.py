"""Brings a release in by many short steps, so that nobody's evening waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from journal.domain.errors import NotFound
from journal.models import FoodImport, FoodOfImport, StagedFood
from journal.services.foodimport import (
    DECIDED,
    PASSING,
    count_foods,
    find_whole_import,
    write_batch,
)
from journal.services.foodimport_spool import Spool, food_of_line

_BATCH: Final = 1000


class Step(NamedTuple):
    """How far an import is after one of its steps.

    :param done: foods that wait in the database, or that were brought in
    :param is_decided: whether all of them wait; from here on it is only finished
    """

    done: int
    whole: int
    is_decided: bool = False


class Unfinished(NamedTuple):
    """An import that was broken off."""

    id: int
    file_name: str
    is_decided: bool


def save_in_steps(session: Session, *, spool: Spool, now: datetime) -> Iterator[Step]:
    """Bring the foods of a release in. The caller commits after each step.

    First all foods are put beside the others, where nobody finds them: broken off
    there, everything is as it was, and `foodimport.drop_in_steps` takes the rest out.
    Once they all wait, each step gives some foods their new figures; broken off there,
    `finish_in_steps` carries on. Whoever waits to write gets in between two steps.
    Afterwards the caller makes the index anew. A release that is there whole is left.
    """
    whole = spool.food_count
    if find_whole_import(session, checksum=spool.checksum) is not None:
        yield Step(whole, whole, is_decided=True)
        return
    made = FoodImport(
        file_name=spool.file_name,
        # Turned round until the end: a part of this very file may be there already.
        checksum=spool.checksum[::-1],
        food_count=PASSING,
        imported_at=now,
    )
    session.add(made)
    session.flush()
    import_id = made.id
    yield Step(0, whole)
    lines = spool.lines()
    done = 0
    while batch := list(islice(lines, _BATCH)):
        session.execute(
            insert(StagedFood),
            [{"import_id": import_id, "line": line} for line in batch],
        )
        done += len(batch)
        yield Step(done, whole)
    _import(session, import_id).food_count = DECIDED
    session.flush()
    yield Step(0, whole, is_decided=True)
    yield from finish_in_steps(session, import_id=import_id)


def finish_in_steps(session: Session, *, import_id: int) -> Iterator[Step]:
    """Bring in the foods that wait; the caller commits after each step.

    :raises NotFound: when there is no such import
    """
    now = _import(session, import_id).imported_at
    own = StagedFood.import_id == import_id
    whole = session.scalar(select(func.count()).where(own)) or 0
    done = last = 0
    waiting = select(StagedFood.id, StagedFood.line).where(own).order_by(StagedFood.id)
    while rows := session.execute(
        waiting.where(StagedFood.id > last).limit(_BATCH)
    ).all():
        foods = {food.id: food for food in (food_of_line(line) for _, line in rows)}
        write_batch(session, foods, import_id, now)
        last = rows[-1].id
        session.execute(
            delete(StagedFood)
            .where(own, StagedFood.id <= last)
            .execution_options(synchronize_session=False)
        )
        done += len(rows)
        yield Step(done, whole, is_decided=True)
    _finish(session, import_id)
    yield Step(done, whole, is_decided=True)


def unfinished_imports(session: Session) -> list[Unfinished]:
    """Return the imports that were broken off, on their way in or out."""
    query = select(FoodImport).where(FoodImport.food_count < 0)
    return [
        Unfinished(made.id, made.file_name, made.food_count == DECIDED)
        for made in session.scalars(query.order_by(FoodImport.id))
    ]


def _import(session: Session, import_id: int) -> FoodImport:
    made = session.get(FoodImport, import_id)
    if made is None:
        raise NotFound(f"There is no import {import_id}.")
    return made


def _finish(session: Session, import_id: int) -> None:
    made = _import(session, import_id)
    checksum = made.checksum[::-1]
    if before := session.scalar(
        select(FoodImport).where(FoodImport.checksum == checksum)
    ):
        session.execute(
            update(FoodOfImport)
            .where(FoodOfImport.import_id == before.id)
            .values(import_id=import_id)
            .execution_options(synchronize_session=False)
        )
        session.delete(before)
        session.flush()
    made.checksum = checksum
    made.food_count = count_foods(session, import_id=import_id)
    # Whatever this one took over wholly has nothing left to be found or taken out.
    session.execute(
        delete(FoodImport)
        .where(
            FoodImport.id != import_id,
            FoodImport.food_count >= 0,
            ~select(FoodOfImport.food_id)
            .where(FoodOfImport.import_id == FoodImport.id)
            .exists(),
        )
        .execution_options(synchronize_session=False)
    )
    session.flush()
