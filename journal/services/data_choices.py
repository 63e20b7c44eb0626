"""What a person switched on about files that leave: the calendar and its titles."""

from __future__ import annotations

from sqlalchemy.orm import Session

from journal.models import DataChoice


def data_choice(session: Session, *, user_id: int) -> DataChoice:
    """Return the choice; an unsaved one with everything off when there is none."""
    found = session.get(DataChoice, user_id)
    return found or DataChoice(
        user_id=user_id, is_calendar_on=False, calendar_names_symptoms=False
    )


def save_data_choice(
    session: Session, *, user_id: int, is_calendar_on: bool, names_symptoms: bool
) -> None:
    """Switch the calendar on or off; titles name nothing unless that is on as well."""
    row = data_choice(session, user_id=user_id)
    row.is_calendar_on = is_calendar_on
    row.calendar_names_symptoms = is_calendar_on and names_symptoms
    session.add(row)
    session.flush()
