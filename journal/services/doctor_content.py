"""What stands on the doctor's page, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.domain.weekly_food import FoodCoverage
from journal.services.doctor_log import LogRow, MonthRow
from journal.services.doctor_patterns import PaperFinding
from journal.services.doctor_rows import SymptomRow
from journal.services.lab_words import LabLine
from journal.services.report_food import NutrientLine
from journal.services.report_questions import ToAsk


@dataclass(frozen=True, slots=True)
class DoctorSheet:
    """All that stands on the doctor's page and its appendix.

    Parts that were not chosen are empty. Every count carries its denominator.
    """

    name: str
    born: int | None
    region: str
    first: date
    last: date
    made_on: date
    own_words: str
    troubled_for: str
    symptoms: tuple[SymptomRow, ...]
    nights_answered: int
    nights: int
    sleep: str
    woken_words: str
    burden: str
    flags: tuple[str, ...]
    medicines: str
    conditions: str
    eating: str
    supplements: tuple[str, ...]
    labs: tuple[LabLine, ...]
    nutrients: tuple[NutrientLine, ...]
    findings: tuple[PaperFinding, ...]
    #: The first day that patterns in time look at; None without a pattern.
    patterns_since: date | None
    to_ask: tuple[ToAsk, ...]
    visit: str
    food: FoodCoverage
    #: Full days behind the usual intakes, and whether they are only the newest year's.
    intake_days: int
    is_intake_newest: bool
    month_heads: tuple[str, ...]
    months: tuple[MonthRow, ...]
    log: tuple[LogRow, ...]
    log_title: str
    parts: frozenset[str]
    #: (code, label) of every symptom answered in this time, the chief ones first.
    answered: tuple[tuple[str, str], ...]
    paper: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that a doctor could read."""
        return not (
            self.answered
            or self.flags
            or self.labs
            or self.own_words
            or self.food.complete
            or self.food.partial
        )
