"""Which tables leave with a person, as what, and which stay behind for what reason.

Every table of the database has its line here, in KEPT or in STAYS; a test names the
one that is missing. References between tables, and what makes a row one of a kind,
are read from the tables themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from sqlalchemy import Column, Table, UniqueConstraint

from journal.models import (
    Account,
    Base,
    DataChoice,
    Day,
    DayOrigin,
    DoctorChoice,
    DoctorHandout,
    FavouriteFood,
    FindingMark,
    Food,
    FoodCorrection,
    FoodPortion,
    KeptReport,
    LabResult,
    Meal,
    MealItem,
    MealNone,
    OwnFood,
    Question,
    RecipeItem,
    RedFlagShown,
    Reminder,
    ReminderSent,
    SaidWeek,
    SavedMeal,
    SavedMealItem,
    Supplement,
    SupplementIntake,
    SymptomEntry,
)

ACCOUNT: Final = "account"
FOOD: Final = "food"


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """One table that leaves with the person whose rows it holds.

    :param name: its key in the file
    :param day: the column with the journal day, for a stretch of days; "" for none
    :param order: columns that put the rows in order: dates and numbers only, because
        databases sort text differently; then the order in which they were written
    :param left_out: column to the reason why it does not leave; a column without a
        default must not be left out
    :param inside: tables whose rows lie inside a row of this one
    :param unique_while_null: columns no two rows may share while the last one is null
    :param is_setting: whether a file may change the row that is there already
    """

    name: str
    model: type[Base]
    day: str = ""
    order: tuple[str, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    inside: tuple[Kept, ...] = ()
    unique_while_null: tuple[tuple[str, ...], str] | None = None
    is_setting: bool = False

    @property
    def table(self) -> Table:
        """The table itself."""
        table = self.model.__table__
        assert isinstance(table, Table)  # noqa: S101 - a mapped class has one
        return table


PROFILE: Final = Kept(
    "profile",
    Account,
    left_out={
        "mail": "how you sign in belongs to the installation",
        "password_hash": "passwords never leave the journal",
        "session_token": "being signed in belongs to one browser",
        "is_owner": "who owns an installation is not a person's own data",
        "is_demo": "says how the account was made",
        "created_at": "says when this account was made, not what is in it",
    },
    is_setting=True,
)

FOODS: Final = Kept(
    "foods", Food, inside=(Kept("portions", FoodPortion, order=("seq",)),)
)

#: In the order of the file. A table may refer only to those before it.
KEPT: Final[tuple[Kept, ...]] = (
    FOODS,
    Kept(
        "own_foods",
        OwnFood,
        inside=(Kept("ingredients", RecipeItem, order=("position",)),),
    ),
    Kept(
        "saved_meals",
        SavedMeal,
        inside=(Kept("items", SavedMealItem, order=("position",)),),
    ),
    Kept("favourite_foods", FavouriteFood),
    Kept("food_corrections", FoodCorrection),
    Kept("supplements", Supplement),
    Kept("days", Day, day="date"),
    Kept("day_origins", DayOrigin, day="date"),
    Kept("symptoms", SymptomEntry, day="date"),
    Kept(
        "meals",
        Meal,
        day="date",
        inside=(
            Kept(
                "items",
                MealItem,
                order=("position",),
                left_out={"alternatives": "other readings of the words, by ids here"},
            ),
        ),
    ),
    Kept("skipped_meals", MealNone, day="date"),
    Kept("supplement_intakes", SupplementIntake, day="date"),
    Kept("red_flags_shown", RedFlagShown, day="date"),
    Kept(
        "reminders",
        Reminder,
        left_out={
            "next_due_at": "worked out anew, so that an import sends nothing",
            "snoozed_for": "goes with when it is due",
        },
        inside=(Kept("sent", ReminderSent, order=("local_date", "again")),),
        is_setting=True,
    ),
    Kept("lab_results", LabResult, day="date"),
    Kept(
        "questions", Question, unique_while_null=(("symptom", "factor"), "dropped_at")
    ),
    Kept("finding_marks", FindingMark),
    Kept("said_weeks", SaidWeek),
    Kept("kept_reports", KeptReport),
    Kept("doctor_choices", DoctorChoice, is_setting=True),
    Kept("data_choices", DataChoice, is_setting=True),
    Kept("doctor_handouts", DoctorHandout),
)

#: Table to the reason why none of its rows leave.
STAYS: Final[Mapping[str, str]] = {
    "account": "its profile leaves; see PROFILE",
    "invitation": "links into this installation",
    "sign_in_attempt": "guards this installation against guessing",
    "submission": "keys of forms taken in by this installation",
    "reference_load": "which food table this installation holds",
    "data_import": "for the undo of an import, which is possible only here",
    "imported_row": "for the undo of an import, which is possible only here",
    "push_device": "a browser's address, sealed to this installation's key",
    "page_undo": "steps back on a page, possible only here",
    "meal_undo": "one step back in the meals, possible only here",
    "food_import": "which food releases this installation holds",
    "food_of_import": "which food releases this installation holds",
    "staged_food": "foods of a release on their way in",
}


def all_kept() -> Iterator[tuple[Kept, Kept | None]]:
    """Yield every table that leaves with the one it lies inside of, if any."""
    waiting: list[tuple[Kept, Kept | None]] = [
        (kept, None) for kept in (PROFILE, *KEPT)
    ]
    while waiting:
        kept, parent = waiting.pop(0)
        yield kept, parent
        waiting = [(child, kept) for child in kept.inside] + waiting


def parent_column(child: Kept, parent: Kept) -> Column[object]:
    """Return the column of `child` that names the row it lies in."""
    for column in child.table.columns:
        for key in column.foreign_keys:
            if key.column.table is parent.table and key.parent.name != "user_id":
                return column
    raise LookupError(f"{child.table.name} does not lie inside {parent.table.name}")


@cache
def columns_of(kept: Kept, parent: Kept | None = None) -> tuple[Column[object], ...]:
    """Return the columns that are written, in the order of the table.

    Not among them: the owner, the number of the row, the row it lies in, and what is
    left out.
    """
    inside = parent_column(kept, parent) if parent else None
    return tuple(
        column
        for column in kept.table.columns
        if column is not inside
        and column.name not in kept.left_out
        and not is_own_number(column)
        and referred(column) != ACCOUNT
    )


def is_own_number(column: Column[object]) -> bool:
    """Whether the column is the row's own number, which no file ever shows."""
    return bool(column.primary_key) and not column.foreign_keys


@cache
def referred(column: Column[object]) -> str:
    """Return the name of the table that the column refers to, "" for none.

    A reference to a row that is known by its food is a reference to the food.
    """
    for key in column.foreign_keys:
        further = referred(key.column)
        return further or key.column.table.name
    return ""


@cache
def one_of_a_kind(kept: Kept) -> tuple[tuple[str, ...], ...]:
    """Return the sets of columns that no two rows of one person may share.

    An empty set says that there is one row for each person.
    """
    table = kept.table
    sets = [
        [column.name for column in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    sets.append([column.name for column in table.primary_key.columns])
    written = {column.name for column in columns_of(kept)}
    found = [
        tuple(name for name in names if name in written)
        for names in sets
        if all(name in written or name == "user_id" for name in names)
    ]
    return tuple(sorted(found))


def numbered_tables() -> frozenset[str]:
    """Return the names of the tables that rows of other tables refer to."""
    found = {FOOD}
    for kept, parent in all_kept():
        found |= {referred(column) for column in columns_of(kept, parent)}
    return frozenset(found - {"", ACCOUNT})
