"""A button of the evening's meals that was pressed, and the row it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from journal.domain.errors import NotFound
from journal.models import Account
from journal.services.meal_undo import Step
from journal.web.forms import Form


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of the meals, whose page it is on, and the step that can be undone."""

    form: Form
    value: str
    person: Account
    day: date
    now: datetime
    step: Step

    @property
    def slot(self) -> str:
        """Return the meal that is chosen on the page."""
        return self.form.typed("slot") or "snacks"


def number_of(text: str) -> int:
    """Return the number of a row, or raise NotFound for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise NotFound("There is no such thing.")
    return int(text)
