"""The foods that leave with a person: their own, and every one that a row names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from journal.models import Food
from journal.services.export_registry import (
    FOOD,
    FOODS,
    Kept,
    all_kept,
    columns_of,
    parent_column,
    referred,
)
from journal.services.export_rows import (
    BATCH,
    OwnRow,
    have_keys,
    owner_column,
    rows_where,
)
from journal.services.export_values import as_json

#: Between the name of a food of a table and what makes a person's copy of it unique.
COPY: Final = "~"
#: Of a food of a table these say something about the installation, not the food.
OF_THE_INSTALLATION: Final = frozenset({"is_listed", "created_at"})


def leaving_foods(
    session: Session, *, user_id: int
) -> list[tuple[str, dict[str, Any]]]:
    """Return (id here, content) of each food that leaves, in the order of the file.

    Foods of the tables carry their `slug`, which is the same everywhere. A person's
    own foods carry none; neither shows its id here.
    """
    ids = set(session.scalars(select(Food.id).where(Food.user_id == user_id)))
    for kept, parent in all_kept():
        for query in _references(kept, parent, user_id):
            ids.update(session.scalars(query))
    own = set(session.scalars(select(Food.id).where(Food.user_id == user_id)))
    found = []
    ordered = sorted(ids)
    for at in range(0, len(ordered), BATCH):
        some = [(one,) for one in ordered[at : at + BATCH]]
        for row in rows_where(session, FOODS, have_keys(FOODS, some)):
            food_id = row.key[0]
            slug = slug_of(food_id, is_own=food_id in own)
            found.append((food_id, food_content(row, slug)))
    return sorted(found, key=_place)


def _place(food: tuple[str, dict[str, Any]]) -> tuple[str, str, str]:
    food_id, content = food
    return content.get("slug", ""), json.dumps(content, sort_keys=True), food_id


def slug_of(food_id: str, *, is_own: bool) -> str:
    """Return the name that a food has in every installation, "" for an own one."""
    if not is_own:
        return food_id
    return food_id.partition(COPY)[0] if COPY in food_id else ""


def food_content(row: OwnRow, slug: str) -> dict[str, Any]:
    """Return a food as the file has it."""
    left_out = OF_THE_INSTALLATION if slug else frozenset()
    content: dict[str, Any] = {"slug": slug} if slug else {}
    content |= {
        name: as_json(value)
        for name, value in row.values.items()
        if name not in left_out and value is not None
    }
    content["portions"] = [dict(child.values) for child in row.inside["portions"]]
    return content


def _references(kept: Kept, parent: Kept | None, user_id: int) -> Iterator[Select[Any]]:
    """Yield queries for the foods that rows of a table name."""
    if kept is FOODS:
        return
    for column in columns_of(kept, parent):
        if referred(column) != FOOD:
            continue
        query = select(column).where(column.is_not(None)).distinct()
        if parent is None:
            yield query.where(owner_column(kept) == user_id)
        else:
            inside = parent_column(kept, parent)
            (up,) = parent.table.primary_key.columns
            joined = query.join(parent.table, inside == up)
            yield joined.where(owner_column(parent) == user_id)
