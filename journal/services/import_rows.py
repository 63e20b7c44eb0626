"""From a row of the journal's JSON file to values for the database, or why not."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import CheckConstraint, Column

from journal.services.export_registry import (
    Kept,
    columns_of,
    numbered_tables,
    parent_column,
    referred,
)
from journal.services.export_rows import OwnRow, name_in_file
from journal.services.export_values import read_value

NUMBER: Final = "id"

#: Table name to (number in the file to key in the database, or a stand-in for one).
Keys = dict[str, dict[int, Any]]


class Refused(ValueError):
    """Why a row cannot be taken in, in words for a person."""


@dataclass(slots=True)
class RowReader:
    """Reads rows of one table; `keys` tells what the file's numbers stand for."""

    kept: Kept
    keys: Keys
    parent: Kept | None = None
    _columns: tuple[Column[Any], ...] = field(init=False)
    _known: set[str] = field(init=False)
    _rules: list[tuple[str, str]] = field(init=False)
    _inside: dict[str, RowReader] = field(init=False)

    def __post_init__(self) -> None:
        """Look up the columns and the rules of the table once."""
        self._columns = columns_of(self.kept, self.parent)
        self._known = {name_in_file(column) for column in self._columns}
        self._known |= {child.name for child in self.kept.inside}
        if self.kept.table.name in numbered_tables():
            self._known.add(NUMBER)
        self._rules = _rules_of(self.kept, self.parent)
        self._inside = {
            child.name: RowReader(child, self.keys, self.kept)
            for child in self.kept.inside
        }

    def read(self, raw: Any) -> OwnRow:
        """Return the row with its key still empty; raise Refused."""
        if not isinstance(raw, dict):
            raise Refused("It is no object.")
        unknown = sorted(set(raw) - self._known)
        if unknown:
            raise Refused(f"“{unknown[0][:40]}” is not known here.")
        row = OwnRow((), {c.name: self._value(c, raw) for c in self._columns})
        self._check_rules(row)
        for name, reader in self._inside.items():
            inner = raw.get(name, [])
            if not isinstance(inner, list):
                raise Refused(f"“{name}” is no list.")
            row.inside[name] = [reader.read(one) for one in inner]
        return row

    def _value(self, column: Column[Any], raw: Mapping[str, Any]) -> Any:
        name = name_in_file(column)
        if raw.get(name) is None and column.default is not None:
            return _default(column)
        table = referred(column)
        if table and raw.get(name) is not None:
            return self._key(table, name, raw[name])
        try:
            return read_value(self.kept.model, column, raw.get(name))
        except (ValueError, OverflowError) as problem:
            raise Refused(f"“{name}” {_as_words(problem)}.") from None

    def _key(self, table: str, name: str, number: Any) -> Any:
        known = self.keys.get(table, {})
        if isinstance(number, bool) or not isinstance(number, int):
            raise Refused(f"“{name}” is not a number of this file.")
        if number not in known:
            raise Refused(f"“{name}” names a row that is not in the file.")
        return known[number]

    def _check_rules(self, row: OwnRow) -> None:
        for sql, name in self._rules:
            if not _holds(sql, row.values):
                raise Refused(f"“{name}” is outside what it can be.")


def _as_words(problem: Exception) -> str:
    words = str(problem)
    own = ("is ", "must ", "has ", "holds ")
    return words if words.startswith(own) else "cannot be read"


def _default(column: Column[Any]) -> Any:
    default: Any = column.default
    return default.arg if default.is_scalar else default.arg(None)


def _rules_of(kept: Kept, parent: Kept | None) -> list[tuple[str, str]]:
    """Return the table's own checks as (SQL, name), those on columns that are read."""
    inside = {parent_column(kept, parent).name} if parent else set()
    return [
        (str(rule.sqltext), str(rule.name).removeprefix(f"ck_{kept.table.name}_"))
        for rule in kept.table.constraints
        if isinstance(rule, CheckConstraint)
        and not inside & {column.name for column in rule.columns}
    ]


_rule_book = sqlite3.connect(":memory:", check_same_thread=False)


def _holds(sql: str, values: Mapping[str, Any]) -> bool:
    """Whether a check of the tables holds, by the same SQL; null counts as true."""
    plain = {
        name: value
        for name, value in values.items()
        if value is None or isinstance(value, (int, float, str))
    }
    columns = ", ".join(f':{name} AS "{name}"' for name in plain)
    query = f"SELECT ({sql}) FROM (SELECT {columns})"  # noqa: S608 - our own tables
    try:
        (found,) = _rule_book.execute(query, plain).fetchone()
    except (sqlite3.Error, OverflowError):
        return False
    return found is None or bool(found)
