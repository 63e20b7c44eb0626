"""One file brought in: what it is, what it would do, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.errors import Invalid
from journal.domain.history import SOURCES
from journal.domain.history_values import DateOrder
from journal.domain.knowledge import Knowledge
from journal.models import Account, Base, DataImport, Day, Meal, SymptomEntry
from journal.services.foodindex import FoodIndex
from journal.services.import_csv_zip import without_days_here
from journal.services.import_files import Opened, open_file
from journal.services.import_history import Prepared, prepare
from journal.services.import_history_write import write_history
from journal.services.import_journal import is_empty_journal, take_journal
from journal.services.import_outcome import Outcome
from journal.services.import_record import keep_record

OWN: Final = "lamplight"
OWN_LABEL: Final = "Lamplight"


@dataclass(frozen=True, slots=True)
class Choices:
    """What only the person can say about a file.

    :param date_order: which number of 3/4/2026 is the month
    :param days_complete: whether the days with foods were logged in full
    """

    date_order: DateOrder | None = None
    days_complete: bool = False


class _Here(NamedTuple):
    """What shows that a person's journal is still as it was when a plan was made."""

    imports: tuple[Any, ...]
    days: tuple[Any, ...]
    meals: tuple[Any, ...]
    symptoms: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file is and what it would do; `history` for another program's.

    :param here: how the journal was; a plan holds only for that
    :param again: makes the plan anew
    """

    source: str
    outcome: Outcome
    document: dict[str, Any] | None = None
    history: Prepared | None = None
    takes_settings: bool = False
    here: _Here | None = None
    again: Callable[[], Plan] | None = None

    @property
    def label(self) -> str:
        """What the program is called that wrote the file."""
        return source_label(self.source)

    @property
    def asks_date_order(self) -> bool:
        """Whether the file cannot be taken in before that is said."""
        return self.history is not None and self.history.history.asks_date_order


def source_label(source: str) -> str:
    """Return the words for a source."""
    return OWN_LABEL if source == OWN else SOURCES.get(source, source)


def plan_file(
    session: Session,
    path: Path,
    *,
    account: Account,
    index: FoodIndex,
    knowledge: Knowledge,
    now: datetime,
    choices: Choices | None = None,
) -> Plan:
    """Read a file to its end and work out what it would do; nothing is changed.

    :raises Invalid: in one sentence, for a file that cannot be taken in
    """
    chosen = choices or Choices()
    opened = open_file(path, date_order=chosen.date_order)

    def plan() -> Plan:
        here = _here(session, account.id)
        if opened.history is None:
            made = _plan_own(session, opened, account)
            return replace(made, here=here, again=plan)
        prepared = prepare(
            session,
            opened.history,
            account=account,
            index=index,
            knowledge=knowledge,
            today=journal_day(
                now, time_zone=account.time_zone, day_begins=account.day_begins
            ),
            now=now,
            days_complete=chosen.days_complete,
        )
        made = Plan(opened.history.source, prepared.outcome, history=prepared)
        return replace(made, here=here, again=plan)

    return plan()


def _plan_own(session: Session, opened: Opened, account: Account) -> Plan:
    document, left_out = opened.journal or {}, 0
    empty = is_empty_journal(session, user_id=account.id)
    if opened.is_tables:
        document, left_out = without_days_here(session, document, user_id=account.id)
    outcome = take_journal(session, document, user_id=account.id, write=False)
    if left_out:
        outcome.of("meals").kept_here += left_out
    takes_settings = empty and not opened.is_tables
    return Plan(OWN, outcome, document, takes_settings=takes_settings)


def renewed(session: Session, plan: Plan, *, account: Account) -> Plan:
    """Return the plan for the journal as it is now; until the commit it stays so.

    Another import of this person waits from here on. When one came in since the plan
    was made, or something was written, the plan is made anew.
    """
    session.execute(
        select(Account.id).where(Account.id == account.id).with_for_update()
    )
    if _here(session, account.id) == plan.here:
        return plan
    session.expire_all()
    return plan.again() if plan.again else plan


def _here(session: Session, user_id: int) -> _Here:
    def of(table: type[Base], owner: Any, *newest: Any) -> tuple[Any, ...]:
        wanted = [func.count(), *(func.max(column) for column in newest)]
        query = select(*wanted).select_from(table).where(owner == user_id)
        return tuple(session.execute(query).one())

    return _Here(
        imports=of(DataImport, DataImport.user_id, DataImport.id),
        days=of(Day, Day.user_id, Day.updated_at),
        meals=of(Meal, Meal.user_id, Meal.id),
        symptoms=of(SymptomEntry, SymptomEntry.user_id, SymptomEntry.updated_at),
    )


def carry_out(
    session: Session, plan: Plan, *, account: Account, file_name: str, now: datetime
) -> DataImport | None:
    """Write what a plan says, all of it or, on an error, nothing; the caller commits.

    What was written since the plan was made is seen: nothing comes in twice.

    Returns None when everything in the file is here already. Raises Invalid when the
    order of day and month was not said, or when the database refuses a row.
    """
    if plan.asks_date_order:
        raise Invalid("order", "Choose which number of the dates is the month.")
    plan = renewed(session, plan, account=account)
    if not plan.outcome.new_count:
        return None
    try:
        with session.begin_nested():
            return _write(session, plan, account, file_name, now)
    except IntegrityError:
        raise Invalid(
            "file", "Rows of this file contradict each other. Nothing was imported."
        ) from None


def _write(
    session: Session, plan: Plan, account: Account, file_name: str, now: datetime
) -> DataImport:
    if plan.history is not None:
        return write_history(
            session, plan.history, account=account, file_name=file_name, now=now
        )
    outcome = take_journal(session, plan.document or {}, user_id=account.id, write=True)
    return keep_record(
        session,
        outcome,
        user_id=account.id,
        source=OWN,
        file_name=file_name,
        now=now,
    )
