"""Accounts with rows in every table that leaves with its person, made by chance."""

from __future__ import annotations

import datetime as dt
import math
import random
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, insert, select
from sqlalchemy.orm import Session

from journal.models import Account, Food
from journal.services.export_registry import (
    FOODS,
    KEPT,
    Kept,
    is_own_number,
    parent_column,
)
from journal.services.export_values import kind_of, shape_of

#: What people and hostile files write.
TEXTS = (
    "",
    "calf",
    "=HYPERLINK(1)",
    "'quoted",
    "Ziehen im Bein – „schlimm“",
    "김치 🦵🏽",
    "\u202eright to left",
    'line\nbreak\r\n\ttab "quote" \\ back',
    "<script>alert(1)</script>",
    "e\u0301 é",
)
#: What the checks of the tables allow, where chance would hardly meet it.
CHOICES: dict[str, tuple[Any, ...]] = {
    "part": ("day", "night"),
    "severity_0_10": tuple(range(11)),
    "slot": ("breakfast", "lunch", "dinner", "snacks", "drinks"),
    "amount_source": ("stated", "portion", "assumed", "unknown"),
    "food_status": ("complete", "partial", None),
    "comparator": ("", "<", ">"),
}


class Filler:
    """Fills an account with `count` rows of each table, from a seed."""

    def __init__(self, session: Session, account: Account, seed: int) -> None:
        self.session = session
        self.account = account
        self.chance = random.Random(seed)  # noqa: S311 - made-up rows
        self.made = 0
        self.foods = list(
            session.scalars(
                select(Food.id).where(Food.source == "reference").order_by(Food.id)
            )
        )[:20]

    def fill(self, count: int = 3) -> None:
        for kept in KEPT:
            if kept.name != "reminders":
                self._rows(kept, count)
        self.session.flush()
        self.session.expire_all()

    def _rows(self, kept: Kept, count: int) -> None:
        only_one = "user_id" in kept.table.primary_key.columns and (
            len(kept.table.primary_key.columns) == 1
        )
        for _ in range(1 if only_one else count):
            self._row(kept, None, None)

    def _row(self, kept: Kept, parent: Kept | None, key: Any) -> None:
        self.made += 1
        values: dict[str, Any] = {}
        if "user_id" in kept.table.columns:
            values["user_id"] = self.account.id
        inside = parent_column(kept, parent) if parent else None
        for column in kept.table.columns:
            if column is inside:
                values[column.name] = key
            elif column.name not in values and not (
                is_own_number(column) and kept is not FOODS
            ):
                values[column.name] = self._value(kept, column)
        statement = insert(kept.table).values(values)
        made = self.session.execute(statement).inserted_primary_key
        assert made is not None
        if kept is FOODS:
            self.foods.append(values["id"])
        for child in kept.inside:
            for _ in range(2):
                self._row(child, kept, made[0])

    def _value(self, kept: Kept, column: Column[Any]) -> Any:
        if kept is FOODS and column.name in {"id", "source", "user_id"}:
            return {
                "id": f"own-{self.account.id}-{self.chance.random():.9f}",
                "source": "own",
            }[column.name]
        for key in column.foreign_keys:
            return self._reference(kept, key.column, column)
        allowed = CHOICES.get(column.name) or _allowed(kept, column)
        if allowed:
            return self.chance.choice(allowed)
        if column.nullable and self.chance.random() < 0.3:
            return None
        if isinstance(column.type, JSON):
            return self._shape(*shape_of(kept.model, column.name))
        return self._plain(kind_of(column), getattr(column.type, "length", None))

    def _reference(self, kept: Kept, target: Column[Any], column: Column[Any]) -> Any:
        if target.table.name == "food":
            found: list[Any] = self.foods
            if len(kept.table.primary_key.columns) == 1 and column.primary_key:
                found = [one for one in found if one.startswith("own-")]
            unused = [one for one in found if one not in self._used(column)]
            return self.chance.choice(unused if column.primary_key else found)
        owned = target.table.columns["user_id"] == self.account.id
        found = list(self.session.scalars(select(target).where(owned)))
        return self.chance.choice(found)

    def _used(self, column: Column[Any]) -> set[Any]:
        return set(self.session.scalars(select(column)))

    def _shape(self, outer: type, inner: type | None) -> Any:
        values = [self._plain(inner or str, 30) for _ in range(2)]
        if outer is list:
            return values
        return {f"key_{self.made}_{n}": value for n, value in enumerate(values)}

    def _plain(self, kind: type, longest: int | None) -> Any:
        number = self.chance.randint(1, 400)
        plain: dict[type, Any] = {
            str: (f"{self.made} " + self.chance.choice(TEXTS))[: longest or 200],
            int: number,
            float: self.chance.choice([0.1 + 0.2, float(number), math.pi, 1e-7]),
            bool: self.chance.random() < 0.5,
            dt.date: dt.date(2020, 1, 1) + dt.timedelta(days=self.made),
            dt.time: dt.time(number % 24, number % 60),
            dt.datetime: dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
            + dt.timedelta(microseconds=self.made * 1_234_567),
            bytes: bytes(range(200, 220)),
        }
        return plain.get(kind, plain[str])


def _allowed(kept: Kept, column: Column[Any]) -> list[Any]:
    """Return the words of a check like `mark IN ('discussed', 'tested')`."""
    for rule in kept.table.constraints:
        if isinstance(rule, CheckConstraint):
            name, _, words = str(rule.sqltext).partition(" IN (")
            if name.split()[-1] == column.name and words:
                return [word.strip(" ')") for word in words.split(",")]
    return []
