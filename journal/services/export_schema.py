"""The JSON Schema of the file that holds everything of one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import JSON, Column, String

from journal.domain.journal_file import FORMAT, VERSION
from journal.services.export_json import NUMBER
from journal.services.export_registry import (
    FOOD,
    KEPT,
    PROFILE,
    Kept,
    columns_of,
    numbered_tables,
    referred,
)
from journal.services.export_rows import name_in_file
from journal.services.export_values import kind_of, shape_of

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
SIMPLE: Final[dict[type, Schema]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    dt.date: {"type": "string", "format": "date"},
    dt.time: {"type": "string", "format": "time"},
    dt.datetime: {"type": "string", "format": "date-time"},
    bytes: {"type": "string", "contentEncoding": "base64"},
}


def json_schema() -> Schema:
    """Return the schema of the version that is written now."""
    tables = {kept.name: {"type": "array", "items": _row(kept)} for kept in KEPT}
    return {
        "$schema": DIALECT,
        "title": f"Lamplight journal of one person, version {VERSION}",
        "description": "A key that is missing is not known or was not answered. "
        "A symptom of severity 0 is the answer none. A number under another table's "
        f"name is the `{NUMBER}` of a row there and holds inside this file only.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "schema_version": {"const": VERSION},
            "from": SIMPLE[dt.date],
            "to": SIMPLE[dt.date],
            PROFILE.name: _row(PROFILE),
            **tables,
        },
        "required": ["format", "schema_version", PROFILE.name, *tables],
        "additionalProperties": False,
    }


def _row(kept: Kept, parent: Kept | None = None) -> Schema:
    properties = dict(_numbers(kept))
    required = list(properties) if NUMBER in properties else []
    required = [name for name in required if name == NUMBER]
    for column in columns_of(kept, parent):
        name = name_in_file(column)
        properties[name] = _column(kept, column)
        # Of a food of a table some columns stay behind; see export_foods.
        if not column.nullable and kept.table.name != FOOD:
            required.append(name)
    for child in kept.inside:
        properties[child.name] = {"type": "array", "items": _row(child, kept)}
        required.append(child.name)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _numbers(kept: Kept) -> Iterator[tuple[str, Schema]]:
    if kept.table.name in numbered_tables():
        yield NUMBER, {"type": "integer", "minimum": 1}
    if kept.table.name == FOOD:
        words = "Of a food of the shared tables, the same in every installation."
        yield "slug", {"type": "string", "description": words}


def _column(kept: Kept, column: Column[Any]) -> Schema:
    table = referred(column)
    if table:
        words = f"The `{NUMBER}` of a row of the table {table} in this file."
        return {"type": "integer", "minimum": 1, "description": words}
    if isinstance(column.type, JSON):
        return _shape(*shape_of(kept.model, column.name))
    schema = dict(SIMPLE[kind_of(column)])
    if isinstance(column.type, String) and column.type.length:
        schema["maxLength"] = column.type.length
    return schema


def _shape(outer: type, inner: type | None) -> Schema:
    inside: Schema = SIMPLE.get(inner, {}) if inner else {}
    if outer is list:
        return {"type": "array", "items": inside}
    return {"type": "object", "additionalProperties": inside}
