"""Cronometer's files: foods (`servings.csv`) and days (`dailysummary.csv`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from journal.domain.history import History, PastFood, PastRow, PastTotals, slot_at
from journal.domain.history_nutrients import column_of
from journal.domain.history_table import DayTable, Table
from journal.domain.history_values import DateOrder, Unclear, clock, number

SERVINGS: Final = frozenset({"Day", "Food Name", "Amount"})
WEIGHTS_G: Final = {
    "g": 1.0,
    "kg": 1000.0,
    "mg": 0.001,
    "oz": 28.349523,
    "lb": 453.59237,
}
_WEIGHT = re.compile(r"(\d+(?:\.\d+)?)\s*(g|kg|mg|oz|lb)")
#: What becomes of the columns that are no nutrients.
ABOUT: Final[Mapping[str, str]] = {
    "Day": "the day",
    "Date": "the day",
    "Time": "which meal, where the group does not say it",
    "Group": "which meal",
    "Food Name": "the food",
    "Amount": "the amount, and its grams where it is a weight",
    "Completed": "whether the day’s food log was complete",
}


def is_servings(table: Table) -> bool:
    """Whether the table is one of foods."""
    return set(table.header) >= SERVINGS


def is_daily(table: Table) -> bool:
    """Whether the table is one of sums of days."""
    header = set(table.header)
    return {"Date", "Energy (kcal)"} <= header and "Food Name" not in header


def read_servings(table: Table, order: DateOrder | None) -> History:
    """Read the foods. A blank nutrient is not known; figures are for the amount."""
    reader = _Reader(table, "Day", order)
    foods = reader.rows.read(lambda line, cells: _food(reader, line, cells))
    kept = list(_without_sums(foods))
    if len(kept) < len(foods):
        what = f"{len(foods) - len(kept)} rows with the sum of a day"
        reader.columns.append((what, "left out: they are not foods"))
    return reader.history("cronometer_servings", kept)


def read_daily(table: Table, order: DateOrder | None) -> History:
    """Read the sums of days. They are kept beside the foods and never added to them."""
    reader = _Reader(table, "Date", order)
    read = reader.rows.read(lambda line, cells: _totals(reader, line, cells))
    by_day: defaultdict[date, list[PastTotals]] = defaultdict(list)
    for totals in read:
        by_day[totals.day].append(totals)
    return reader.history("cronometer_daily", [_whole(one) for one in by_day.values()])


def _whole(rows: Sequence[PastTotals]) -> PastTotals:
    """Return the row of the whole day among those of its meals, or their sum.

    Its label is in the language of the person: it is known by being the sum.
    """
    energies = [row.totals.get("energy_kcal", 0.0) for row in rows]
    for row, energy in zip(rows, energies, strict=True):
        if len(rows) == 1 or (energy > 0 and _is_sum(energy, sum(energies) - energy)):
            return row
    added: dict[str, float] = {}
    for row in rows:
        for key, value in row.totals.items():
            added[key] = added.get(key, 0.0) + value
    said = [row.is_completed for row in rows if row.is_completed is not None]
    return PastTotals(rows[0].line, rows[0].day, added, all(said) if said else None)


def _is_sum(energy: float, rest: float) -> bool:
    return abs(rest - energy) <= max(0.5, 0.001 * energy)


class _Reader:
    """What both files have in common: days, and nutrients in known units."""

    def __init__(self, table: Table, day_column: str, order: DateOrder | None) -> None:
        self.rows = DayTable(table, day_column, order)
        self.columns: list[tuple[str, str]] = []
        self._nutrients: dict[str, tuple[str, float]] = {}
        for name in table.header:
            self._look_at(name)

    def _look_at(self, name: str) -> None:
        found = column_of(name)
        if isinstance(found, tuple):
            self._nutrients[name] = found
            self.columns.append((name, found[0]))
        elif isinstance(found, str):
            self.columns.append((name, f"left out: {found}"))
        else:
            self.columns.append((name, ABOUT.get(name, "left out")))

    def totals(self, cells: Mapping[str, str]) -> dict[str, float]:
        """Return what is known of the nutrients of a row."""
        comma = self.rows.table.decimal_comma
        found = {}
        for name, (key, factor) in self._nutrients.items():
            value = number(cells.get(name, ""), decimal_comma=comma)
            if value is not None:
                found[key] = value * factor
        return found

    def history(self, source: str, rows: Sequence[PastRow]) -> History:
        """Return everything that was read."""
        unreadable = self.rows.unreadable
        return History(source, rows, unreadable, self.columns, self.rows.asks)


def _food(reader: _Reader, line: int, cells: Mapping[str, str]) -> PastFood:
    name = " ".join(cells["Food Name"].split())
    if not name:
        raise Unclear("There is no name of a food")
    amount = " ".join(cells["Amount"].split())
    return PastFood(
        line,
        reader.rows.day(cells),
        slot_at(clock(cells.get("Time", "")), cells.get("Group", "")),
        name[:200],
        amount[:80],
        weight_g(amount),
        reader.totals(cells),
    )


def weight_g(amount: str) -> float | None:
    """Return the grams of "100.00 g"; None when the amount is no weight."""
    found = _WEIGHT.fullmatch(amount.strip())
    grams = float(found[1]) * WEIGHTS_G[found[2]] if found else 0.0
    return grams if 0 < grams <= 5000 else None


def _totals(reader: _Reader, line: int, cells: Mapping[str, str]) -> PastTotals:
    said = cells.get("Completed", "").strip().casefold()
    completed = {"true": True, "false": False}.get(said)
    return PastTotals(line, reader.rows.day(cells), reader.totals(cells), completed)


def _without_sums(foods: Sequence[PastFood]) -> Iterator[PastFood]:
    """Leave out rows that are the sum of all others of their day, in any language."""
    energy_of_day: defaultdict[date, float] = defaultdict(float)
    rows_of_day: defaultdict[date, int] = defaultdict(int)
    for food in foods:
        energy_of_day[food.day] += food.totals.get("energy_kcal", 0.0)
        rows_of_day[food.day] += 1
    for food in foods:
        energy = food.totals.get("energy_kcal", 0.0)
        is_sum = energy > 0 and _is_sum(energy, energy_of_day[food.day] - energy)
        if not (is_sum and rows_of_day[food.day] > 2 and not food.amount_label):
            yield food
