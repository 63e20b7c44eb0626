"""The zip of tables: what is in it, how to read it, and a schema for programs."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from journal.domain.knowledge import Knowledge
from journal.models import Account
from journal.render.csvfile import Cell, csv_lines, write_zip
from journal.services.export_foods import leaving_foods
from journal.services.export_further_tables import (
    CsvTable,
    food_table,
    further_tables,
    id_in_tables,
)
from journal.services.export_stretch import SCHEMA_VERSION, Whose
from journal.services.export_tables import main_tables

PIECE_BYTES: Final = 64 * 1024
README: Final = """Lamplight journal, {first} to {last}
Written on {made_at}. Schema version {version}.

days.csv             one row a day, also for days without anything
symptoms.csv         one row an answer; part "night" is the night after the date
meals.csv            one row a food, with what its amount held
supplements.csv      one row a supplement taken
daily_nutrients.csv  sums of each day with the share of its food that has a figure
imported_days.csv    days that came from another program, with what that said
foods.csv            the foods that are named, per 100 g
The other tables hold one kind each: products, blood tests, questions, settings.
schema.json          every table and column for programs (Frictionless Table Schema)

How to read it
- Units are in the column names. Decimals have a point. Dates are year-month-day.
- "date" is the journal day, which ends when you set it to end, not at midnight.
- Moments are local times with their offset from UTC, as in 2026-11-22T21:42:00+01:00.
- An empty cell is not known or not answered. 0 is zero. State "none" is an answer: the
  person was asked and had no such symptom. A symptom without a row was not answered.
- meals_skipped names the meals that were answered "none"; a meal that is neither there
  nor in meals.csv was not answered.
- day_status is complete, partial or not_logged. A partial day is no day of little food.
- Sums are "at least": food without a figure adds nothing and lowers the known share.
- nutrients_known says how many of nutrients_kept have a figure for that food and its
  amount; nutrients_of_another_food names those that were taken from a like food.
- Sums in imported_days.csv are the other program's. They are in no other table.
- An id stays the same from one export to the next; a number under another table's name
  holds inside this zip only. Rows stand in the order in which they were written.
- A cell that a spreadsheet would run as a formula, or that begins with ', has one '
  before it. Take that one sign away to get what was written.
- The tables are UTF-8{mark}.
"""
INTEGERS: Final = frozenset(
    {"position", "position_in_row", "nutrients_known", "nutrients_kept"}
    | {"severity_0_10", "times_count", "birth_year", "seq"}
)
BOOLEANS: Final = ("is_", "woke_me", "supplements_answered", "called_complete")
UNITS: Final = ("_kcal", "_mg", "_ug", "_g", "_ml", "_min", "_0_1", "doses", "grams")


def csv_zip_pieces(
    session: Session,
    *,
    account: Account,
    first: date,
    last: date,
    knowledge: Knowledge,
    now: datetime,
    with_mark: bool,
) -> Iterator[bytes]:
    """Yield the zip; some days are in memory at a time, the rest is on disk."""
    foods = leaving_foods(session, user_id=account.id)
    named = {
        food_id: id_in_tables(number, content.get("slug", ""))
        for number, (food_id, content) in enumerate(foods, start=1)
    }
    whose = Whose(account, first, last, named)
    local = now.astimezone(ZoneInfo(account.time_zone))
    with tempfile.TemporaryFile() as spool:
        columns: dict[str, tuple[str, ...]] = {}

        def files() -> Iterator[tuple[str, Iterable[str]]]:
            yield "README.txt", [_readme(whose, local, with_mark=with_mark)]
            for name, names, rows in _tables(session, whose, knowledge, foods):
                columns[name] = names
                yield f"{name}.csv", csv_lines(names, _with_version(rows))
            yield "schema.json", [json.dumps(table_schema(columns), indent=1)]

        write_zip(spool, files(), made_at=local, with_mark=with_mark)
        spool.seek(0)
        while piece := spool.read(PIECE_BYTES):
            yield piece


def _tables(
    session: Session,
    whose: Whose,
    knowledge: Knowledge,
    foods: Sequence[tuple[str, Mapping[str, Any]]],
) -> Iterator[CsvTable]:
    yield from main_tables(session, whose, knowledge)
    yield food_table(foods)
    numbers = {food_id: n for n, (food_id, _) in enumerate(foods, start=1)}
    yield from further_tables(session, whose, numbers)


def _with_version(rows: Iterable[Mapping[str, Cell]]) -> Iterator[Mapping[str, Cell]]:
    for row in rows:
        yield {**row, "schema_version": SCHEMA_VERSION}


def _readme(whose: Whose, local: datetime, *, with_mark: bool) -> str:
    return README.format(
        first=whose.first,
        last=whose.last,
        made_at=local.isoformat(timespec="seconds"),
        version=SCHEMA_VERSION,
        mark=" with a byte order mark" if with_mark else "",
    )


def table_schema(columns: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return the tables and their columns as a Frictionless data package."""
    return {
        "profile": "tabular-data-package",
        "name": "lamplight-journal",
        "version": SCHEMA_VERSION,
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [_field(column) for column in names],
                    "missingValues": [""],
                },
            }
            for name, names in columns.items()
        ],
    }


def _field(name: str) -> dict[str, Any]:
    bare = name
    for ending in ("_per_100_g", "_by_program", "_food", "_supplements"):
        bare = bare.removesuffix(ending)
    field: dict[str, Any] = {"name": name, "type": "string"}
    if name in INTEGERS or name.endswith("_number"):
        field["type"] = "integer"
    elif name.startswith(BOOLEANS):
        field |= {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]}
    elif name in {"date", "asked_on", "local_date", "first", "last"}:
        field["type"] = "date"
    elif name.endswith("_at"):
        field["type"] = "datetime"
    elif bare.endswith(UNITS):
        field["type"] = "number"
    return field
