"""Taking in the journal's own JSON file: what is here stays, what is new is added."""

from __future__ import annotations

from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid
from journal.services.export_registry import (
    FOOD,
    FOODS,
    KEPT,
    PROFILE,
    Kept,
    numbered_tables,
    referred,
)
from journal.services.export_rows import OwnRow, mark_of, own_rows, owner_column
from journal.services.export_values import as_json
from journal.services.import_foods import FoodTaker
from journal.services.import_outcome import Outcome
from journal.services.import_profile import check_profile
from journal.services.import_rows import NUMBER, Keys, Refused, RowReader
from journal.services.import_tables import Held, write_inside, write_rows

HEAD = frozenset({"format", "schema_version", "from", "to", PROFILE.name})


def take_journal(
    session: Session, document: dict[str, Any], *, user_id: int, write: bool
) -> Outcome:
    """Add the rows of a document in the present version, or only say what would be.

    Rows that are here already are left alone, so that the same file twice changes
    nothing. A row of which there can be only one gives way to the one that is here;
    the profile and other settings do so too, unless the journal is empty. Nothing is
    sent, shown or scheduled. Raises Invalid for a document of another shape.
    """
    _check_shape(document)
    return _Taker(session, user_id=user_id, write=write).take(document)


def _check_shape(document: dict[str, Any]) -> None:
    names = {kept.name for kept in KEPT}
    unknown = sorted(set(document) - HEAD - names)
    if unknown:
        raise Invalid(
            "file",
            f"This file cannot be read. It holds “{unknown[0][:40]}”, which this "
            "version does not know.",
        )
    for name in names:
        if not isinstance(document.get(name, []), list):
            raise Invalid("file", f"This file cannot be read. “{name}” is no list.")


def is_empty_journal(session: Session, *, user_id: int) -> bool:
    """Whether nothing but settings was written down yet."""
    return not any(
        session.scalar(select(exists().where(owner_column(kept) == user_id)))
        for kept in KEPT
        if not kept.is_setting
    )


class _Taker:
    """One pass over a document."""

    def __init__(self, session: Session, *, user_id: int, write: bool) -> None:
        self._session = session
        self._user_id = user_id
        self._write = write
        self._keys: Keys = {name: {} for name in numbered_tables()}
        self._takes_settings = is_empty_journal(session, user_id=user_id)
        self._outcome = Outcome()
        self._stand_ins = 0
        self._shared_foods: set[str] = set()

    def take(self, document: dict[str, Any]) -> Outcome:
        self._foods(document.get(FOODS.name, []))
        for kept in KEPT[1:]:
            self._table(kept, document.get(kept.name, []))
        if PROFILE.name in document:
            self._profile(document[PROFILE.name])
        self._session.expire_all()
        return self._outcome

    def _foods(self, raw: list[Any]) -> None:
        taker = FoodTaker(self._session, user_id=self._user_id, raw=raw)
        counts, new = self._outcome.of(FOODS.name), []
        for place, one in enumerate(raw, start=1):
            try:
                food_id, row = taker.take(one)
            except Refused as problem:
                self._outcome.refuse(f"{FOODS.name}, {place}", str(problem))
                continue
            if row is None:
                counts.same += 1
            else:
                counts.new += 1
                new.append(row)
            self._remember(FOOD, one, food_id)
            if row is None and taker.is_shared(food_id):
                self._shared_foods.add(food_id)
        self._store(FOODS, new)

    def _table(self, kept: Kept, raw: list[Any]) -> None:
        held = Held.load(self._session, kept, user_id=self._user_id)
        reader = RowReader(kept, self._keys)
        new: list[tuple[Any, OwnRow]] = []
        for place, one in enumerate(raw, start=1):
            try:
                row = reader.read(one)
                self._check_own(kept, row)
            except Refused as problem:
                self._outcome.refuse(f"{kept.name}, {place}", str(problem))
                continue
            if kept.day:
                self._outcome.saw(row.values[kept.day])
            self._decide(kept, held, one, row, new)
        self._store(kept, [row for _, row in new])
        for one, row in new:
            self._remember(kept.table.name, one, row.key[0])

    def _check_own(self, kept: Kept, row: OwnRow) -> None:
        """Refuse a row that would take hold of a food which everybody shares."""
        columns = list(kept.table.primary_key.columns)
        is_of_food = [referred(column) for column in columns] == [FOOD]
        if is_of_food and row.values[columns[0].name] in self._shared_foods:
            raise Refused("“food” is not a food of your own.")

    def _decide(
        self,
        kept: Kept,
        held: Held,
        raw: Any,
        row: OwnRow,
        new: list[tuple[Any, OwnRow]],
    ) -> None:
        counts = self._outcome.of(kept.name)
        key = held.same(row)
        if key is not None:
            counts.same += 1
            self._remember(kept.table.name, raw, key[0] if key else None)
            return
        there = held.of_its_kind(row)
        if there is None:
            counts.new += 1
            new.append((raw, row))
            held.add_kind(row)
            return
        if kept.is_setting and self._takes_settings and there.key:
            counts.changed += 1
            self._change(kept, there, row)
        else:
            counts.kept_here += 1
        self._remember(kept.table.name, raw, there.key[0] if there.key else None)

    def _profile(self, raw: Any) -> None:
        counts = self._outcome.of(PROFILE.name)
        (here,) = own_rows(self._session, PROFILE, user_id=self._user_id)
        try:
            row = RowReader(PROFILE, self._keys).read(raw)
            check_profile(row.values)
        except Refused as problem:
            self._outcome.refuse(PROFILE.name, str(problem))
            return
        if mark_of(row) == mark_of(here):
            counts.same += 1
        elif self._takes_settings:
            counts.changed += 1
            self._change(PROFILE, here, row)
        else:
            counts.kept_here += 1

    def _change(self, kept: Kept, here: OwnRow, row: OwnRow) -> None:
        """Give a setting the values of the file, and keep what it was."""
        if not self._write:
            return
        keys = zip(kept.table.primary_key.columns, here.key, strict=True)
        self._session.execute(
            update(kept.table)
            .where(*(column == value for column, value in keys))
            .values(**row.values)
        )
        was = {name: as_json(value) for name, value in here.values.items()}
        self._outcome.before.append((kept.table.name, here.key, was))
        for child in kept.inside:
            there = {mark_of(one) for one in here.inside[child.name]}
            new = [o for o in row.inside[child.name] if mark_of(o) not in there]
            write_inside(self._session, kept, child, here.key[0], new)
            self._outcome.written += [(child.table.name, one.key) for one in new]

    def _store(self, kept: Kept, rows: list[OwnRow]) -> None:
        if self._write:
            write_rows(self._session, kept, rows, user_id=self._user_id)
            self._outcome.written += [(kept.table.name, row.key) for row in rows]
            return
        for row in rows:
            if not row.key:
                self._stand_ins += 1
                row.key = (f"new {self._stand_ins}",)

    def _remember(self, table: str, raw: Any, key: Any) -> None:
        """Note what a number of the file stands for."""
        number = raw.get(NUMBER) if isinstance(raw, dict) else None
        if table in self._keys and isinstance(number, int) and key is not None:
            self._keys[table][number] = key
