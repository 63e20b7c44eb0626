"""The foods of a journal file: those of the tables here, or the person's own."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.models import Food
from journal.services.export_foods import COPY, food_content, slug_of
from journal.services.export_registry import FOODS
from journal.services.export_rows import BATCH, OwnRow, own_rows
from journal.services.foodimport_record import RANKS
from journal.services.foods import REFERENCE
from journal.services.import_rows import NUMBER, Refused, RowReader

#: What is said to come from a table of the installation, and is not in it.
OF_TABLES: Final = frozenset({REFERENCE, *RANKS})
COPIED: Final = "copy"
LONGEST_SLUG: Final = 90


class FoodTaker:
    """Decides for each food of a file what it is here; makes no statement but reads."""

    def __init__(self, session: Session, *, user_id: int, raw: list[Any]) -> None:
        self._own: defaultdict[str, list[str]] = defaultdict(list)
        for row in own_rows(session, FOODS, user_id=user_id):
            slug = slug_of(row.key[0], is_own=True)
            self._own[_mark(food_content(row, slug))].append(row.key[0])
        self._shared = _shared_slugs(session, raw)
        self._reader = RowReader(FOODS, {})
        self._token = secrets.token_hex(5)
        self._made = 0

    def take(self, raw: Any) -> tuple[str, OwnRow | None]:
        """Return its id here and the row to write, None when it is there."""
        slug = raw.get("slug", "") if isinstance(raw, dict) else ""
        if not isinstance(slug, str) or len(slug) > LONGEST_SLUG or COPY in slug:
            raise Refused("“slug” is no name of a food.")
        if slug in self._shared:
            return slug, None
        row = self._row(raw, slug)
        mark = _mark(food_content(row, slug))
        if self._own[mark]:
            return self._own[mark].pop(0), None
        self._made += 1
        # In the order of the file, so that equal foods stay in their order.
        number = f"{self._token}-{self._made:06d}"
        food_id = f"{slug}{COPY}{number}" if slug else f"own-{number}"
        row.key = (food_id,)
        return food_id, row

    def is_shared(self, food_id: str) -> bool:
        """Whether a food is one of the tables, which everybody here shares."""
        return food_id in self._shared

    def _row(self, raw: Any, slug: str) -> OwnRow:
        if not isinstance(raw, dict):
            raise Refused("It is no object.")
        fields = {k: v for k, v in raw.items() if k not in {"slug", NUMBER}}
        if slug:
            # A copy of a food of a table is for the days that hold it, not to be found.
            fields |= {"is_listed": False, "created_at": "1970-01-01T00:00:00+00:00"}
        row = self._reader.read(fields)
        if any(value < 0 for value in row.values["per_100_g"].values()):
            raise Refused("“per_100_g” holds a figure below zero.")
        is_table = row.values["source"] in OF_TABLES
        if row.values["source"] == REFERENCE or (is_table and not slug):
            row.values["source"] = COPIED
        return row


def _mark(content: dict[str, Any]) -> str:
    return json.dumps(content, sort_keys=True)


def _shared_slugs(session: Session, raw: list[Any]) -> set[str]:
    """Return those slugs of the file that are foods of the tables here."""
    slugs = sorted(set(_slugs(raw)))
    found: set[str] = set()
    for at in range(0, len(slugs), BATCH):
        query = select(Food.id).where(
            Food.id.in_(slugs[at : at + BATCH]), Food.user_id.is_(None)
        )
        found.update(session.scalars(query))
    return found


def _slugs(raw: list[Any]) -> Iterator[str]:
    for food in raw:
        slug = food.get("slug") if isinstance(food, dict) else None
        if isinstance(slug, str) and len(slug) <= LONGEST_SLUG and "\x00" not in slug:
            yield slug
