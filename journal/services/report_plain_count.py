"""One plain count of symptom nights after low and other days, in numbers and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journal.domain.knowledge import Grade
from journal.domain.weekly import Part
from journal.patterns.wording import said
from journal.services.report_food_words import amount
from journal.services.report_words import inside, times


@dataclass(frozen=True, slots=True)
class PlainCount:
    """How often symptom nights, and the others, came after days on one side.

    `amounts_with` are the amounts before each night with the symptom, and
    `amounts_without` those before the others, in `unit` a day, in order of time.
    """

    factor: str
    factor_name: str
    symptom: str
    symptom_label: str
    side: str
    threshold: float
    unit: str
    symptom_on_side: int
    symptom_total: int
    other_on_side: int
    other_total: int
    left_out: int
    part: Part
    grade_label: str
    grade: Grade
    medicine: str
    amounts_with: tuple[float, ...]
    amounts_without: tuple[float, ...]

    @property
    def slug(self) -> str:
        """How the pair is named in an address."""
        return f"{self.factor}-{self.symptom}"

    @property
    def difference(self) -> float:
        """How far apart the two shares lie, 0 to 1."""
        had = self.symptom_on_side / self.symptom_total
        return abs(had - self.other_on_side / self.other_total)

    @property
    def says(self) -> str:
        """The count as one sentence, with both denominators."""
        return said(
            f"count.{self.side}",
            a=self.symptom_on_side,
            b=self.symptom_total,
            c=self.other_on_side,
            d=self.other_total,
            symptom=self.symptom_label.lower(),
            line=_line_words(self.threshold, self.unit),
            factor=inside(self.factor_name),
        )

    @property
    def says_left_out(self) -> str:
        """How many nights or days are in neither number, and why; may be empty."""
        if not self.left_out:
            return ""
        counted = times(self.part, self.left_out)
        return said("count.left_out", n=self.left_out, times=counted)

    def as_json(self) -> dict[str, Any]:
        """Return the count as plain values."""
        return {
            "factor": self.factor,
            "symptom": self.symptom,
            "side": self.side,
            "threshold": self.threshold,
            "symptom_on_side": self.symptom_on_side,
            "symptom_total": self.symptom_total,
            "other_on_side": self.other_on_side,
            "other_total": self.other_total,
            "left_out": self.left_out,
            "grade": self.grade,
            "says": self.says,
        }


def _line_words(threshold: float, unit: str) -> str:
    return amount(round(threshold) if threshold >= 20 else threshold, unit)
