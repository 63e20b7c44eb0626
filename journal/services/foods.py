"""The foods in the database: the reference table and its portions."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from journal.domain.nutrition import NUTRIENT_KEYS
from journal.models import Food, FoodPortion, ReferenceLoad

REFERENCE: Final = "reference"
FILES: Final = ("foods.csv", "portions.csv")
_BATCH: Final = 1000
# SQLite takes at most 32,766 values in one statement.
_IDS_AT_ONCE: Final = 5000


def load_reference_foods(session: Session, directory: Path, now: datetime) -> int:
    """Bring the reference foods of `directory` into the database.

    Does nothing when the files are the ones loaded last. A food that the table no
    longer holds stays, unlisted, for the meals that have it. Own foods are untouched.

    :return: how many foods were written; 0 when nothing had changed
    :raises ValueError: when a file is not as it must be; names file and line
    """
    checksum = reference_checksum(directory)
    if is_loaded(session, directory):
        return 0
    known = set(session.scalars(select(Food.id).where(Food.source == REFERENCE)))
    listed: set[str] = set()
    for batch in _batches(_foods(directory / "foods.csv")):
        listed.update(row["id"] for row in batch)
        new = [{**row, "created_at": now} for row in batch if row["id"] not in known]
        if new:
            session.execute(insert(Food), new)
        changed = [row for row in batch if row["id"] in known]
        if changed:
            session.execute(update(Food), changed)
    gone = [{"id": food_id, "is_listed": False} for food_id in known - listed]
    if gone:
        session.execute(update(Food), gone)
    _load_portions(session, directory / "portions.csv", listed)
    session.merge(ReferenceLoad(name=REFERENCE, checksum=checksum, loaded_at=now))
    session.flush()
    return len(listed)


def is_loaded(session: Session, directory: Path) -> bool:
    """Whether the database holds the foods of these very files."""
    load = session.get(ReferenceLoad, REFERENCE)
    return load is not None and load.checksum == reference_checksum(directory)


def reference_checksum(directory: Path) -> str:
    """Return the SHA-256 of the files that are loaded."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((directory / name).read_bytes())
    return digest.hexdigest()


def foods_by_id(
    session: Session, *, user_id: int, food_ids: Iterable[str]
) -> dict[str, Food]:
    """Return those foods that are reference foods or this person's own."""
    wanted = iter(dict.fromkeys(food_ids))
    found: dict[str, Food] = {}
    while some := list(islice(wanted, _IDS_AT_ONCE)):
        query = select(Food).where(
            Food.id.in_(some), or_(Food.user_id.is_(None), Food.user_id == user_id)
        )
        found.update((food.id, food) for food in session.scalars(query))
    return found


def portions_of(
    session: Session, *, food_ids: Sequence[str]
) -> dict[str, list[FoodPortion]]:
    """Return each food's portions, the one assumed first; a food may have none."""
    query = (
        select(FoodPortion)
        .where(FoodPortion.food_id.in_(food_ids))
        .order_by(FoodPortion.food_id, FoodPortion.seq)
    )
    found: dict[str, list[FoodPortion]] = {food_id: [] for food_id in food_ids}
    for portion in session.scalars(query):
        found[portion.food_id].append(portion)
    return found


def _load_portions(session: Session, file: Path, listed: set[str]) -> None:
    reference = select(Food.id).where(Food.source == REFERENCE)
    session.execute(
        delete(FoodPortion)
        .where(FoodPortion.food_id.in_(reference))
        .execution_options(synchronize_session=False)
    )
    for batch in _batches(_portions(file, listed)):
        session.execute(insert(FoodPortion), batch)


def _foods(file: Path) -> Iterator[dict[str, Any]]:
    for line, row in _rows(file, {"id", "name", "category", *NUTRIENT_KEYS}):
        figures = {}
        for key in NUTRIENT_KEYS:
            if row[key]:  # empty is unknown, which is not zero
                figures[key] = _figure(file, line, row[key])
        pairs = (part.split("=", 1) for part in row["filled_from"].split(";") if part)
        yield {
            "id": row["id"],
            "user_id": None,
            "source": REFERENCE,
            "source_code": row["source_code"],
            "filled_from": dict(pairs),
            "name": row["name"],
            "category": row["category"],
            "per_100_g": figures,
            "is_listed": True,
        }


def _portions(file: Path, listed: set[str]) -> Iterator[dict[str, Any]]:
    for line, row in _rows(file, {"food_id", "seq", "label", "grams"}):
        if row["food_id"] not in listed:
            raise ValueError(f"{file.name}:{line}: no food {row['food_id']}")
        yield {
            "food_id": row["food_id"],
            "seq": int(row["seq"]),
            "label": row["label"],
            "grams": _figure(file, line, row["grams"]),
        }


def _rows(file: Path, columns: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with file.open(encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened)
        missing = columns - set(reader.fieldnames or ())
        if missing:
            raise ValueError(f"{file.name}: no column {', '.join(sorted(missing))}")
        for row in reader:
            yield reader.line_num, row


def _figure(file: Path, line: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise ValueError(f"{file.name}:{line}: not a figure: {text}")
    return value


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
