"""Symptom days as a calendar: whole days, no alarm, and no health word unless asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

#: Calendars are shared and shown on locked screens: this says nothing.
PLAIN_TITLE: Final = "Journal"


@dataclass(frozen=True, slots=True)
class SymptomDay:
    """A day on which, or in the night after which, symptoms were there."""

    day: date
    #: Words for each symptom, "Night cramps, 7 of 10".
    symptoms: tuple[str, ...]


def calendar_file(days: Iterable[SymptomDay], *, names_symptoms: bool) -> bytes:
    """Return an iCalendar file; the same days give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Lamplight//Journal//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in days:
        event = Event()
        event.add("uid", f"{uuid5(NAMESPACE_URL, f'lamplight:day:{one.day}')}")
        # The day itself: a clock here would make each export another file.
        event.add("dtstamp", datetime.combine(one.day, datetime.min.time(), tzinfo=UTC))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        title = "; ".join(one.symptoms) if names_symptoms else PLAIN_TITLE
        event.add("summary", title)
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
