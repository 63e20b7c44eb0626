"""The doctor's sheet as the plain data that the PDF template reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.domain.targets import VEGETARIAN_IRON_FACTOR
from journal.services.doctor import DoctorSheet
from journal.services.doctor_rows import LogRow, SymptomRow
from journal.services.report_findings import Finding
from journal.services.report_food import NutrientLine
from journal.services.report_food_words import amount, is_one_figure
from journal.services.report_words import joined, times

#: About six lines; the whole text is in the settings and in the JSON copy.
LONGEST_OWN_WORDS = 600

METHOD = (
    """Every evening the person answers for the night before and the day. “None” is an
    answer; an unanswered night or day is in no denominator.""",
    "A night belongs to the day before it. Severity is 0 to 10.",
    """Food is written down meal by meal and matched with figures of USDA FoodData
    Central. Only days marked “that was everything” are averaged. Food without a figure
    widens the range and never counts as zero. Supplements count.""",
    """“Short in 9 of 10” is 1 − Φ((mean − EAR)/SD), with SD² = SD of the need² +
    day-to-day SD²/n (Institute of Medicine 2000, doi:10.17226/9956), for nutrients
    where that report allows it. For vitamin D, B12 and E, and for iron in people who
    have periods, it does not; there the words rest on the means and on the printed iron
    table.""",
    """Grades say how good the evidence for a link is in general: established,
    supported, mixed, unknown, unlikely.""",
)


def long_day(day: date) -> str:
    """Return "22 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def shortened(text: str) -> str:
    """Return text that fits the summary; what was cut is marked."""
    if len(text) <= LONGEST_OWN_WORDS:
        return text
    return text[:LONGEST_OWN_WORDS].rsplit(" ", 1)[0] + " …"


def period(sheet: DoctorSheet) -> str:
    """Return the time the sheet covers, in words."""
    return f"{long_day(sheet.first)} to {long_day(sheet.last)}"


def who(sheet: DoctorSheet) -> str:
    """Return the name and year of birth, as far as they are known."""
    name = sheet.name or "Name not given"
    return f"{name}, born {sheet.born}" if sheet.born else name


def not_logged(sheet: DoctorSheet) -> str:
    """Return what is missing, in counts."""
    nights = sheet.nights - sheet.nights_answered
    food = sheet.food
    of_nights = f"{sheet.nights} {times('night', sheet.nights)}"
    days = f"{food.days} {times('day', food.days)}"
    unanswered = f"{nights} of {of_nights} without an answer. " if sheet.nights else ""
    return (
        f"{unanswered}Food: {food.complete} of {days} in full, {food.partial} in part, "
        f"{food.not_logged} not at all."
    )


def as_data(sheet: DoctorSheet) -> dict[str, Any]:
    """Return strings and lists only; an empty one is left out by the template."""
    return {
        "title": f"Symptom and food journal, {period(sheet)}",
        "paper": "us-letter" if sheet.region == "US" else "a4",
        "who": who(sheet),
        "period": period(sheet),
        "made_on": long_day(sheet.made_on),
        "own_words": shortened(sheet.own_words),
        "troubled_for": sheet.troubled_for,
        "symptoms": [_symptom(row) for row in sheet.symptoms],
        "sleep": sheet.sleep,
        "flags": _capped(sheet.flags[::-1], 5),
        "shows_medicines": "medicines" in sheet.parts,
        "medicines": sheet.medicines,
        "conditions": sheet.conditions,
        "eating": sheet.eating,
        "supplements": _capped(sheet.supplements, 6),
        "food_days": sheet.food.complete,
        "nutrients": [_nutrient(line) for line in sheet.nutrients],
        "findings": [
            {
                "tier": one.tier,
                "title": finding_words(one),
                "medicine": "; ".join(
                    f"{said.symptom.lower()}: {said.grade_label.lower()}"
                    for said in one.medicine
                ),
            }
            for one in sheet.findings[:4]
        ],
        "visit": sheet.visit,
        "questions": [one.text for one in sheet.to_ask],
        "not_logged": not_logged(sheet),
        "log": [_log(row) for row in sheet.log],
        "method": [" ".join(words.split()) for words in METHOD],
    }


def _capped(lines: Sequence[str], most: int) -> list[str]:
    """Return at most that many lines; how many were left out is said."""
    more = len(lines) - most
    return [*lines[:most], *([f"and {more} more"] if more > 0 else [])]


def there(row: SymptomRow) -> str:
    """Return "18 of 28 nights"."""
    return f"{row.present} of {row.answered} {times(row.part, row.answered)}"


def _symptom(row: SymptomRow) -> list[str]:
    typical = f"{row.typical:g}" if row.typical is not None else "none"
    worst = str(row.worst) if row.worst is not None else "none"
    return [row.label, there(row), typical, worst, row.sites or "not said", row.trend]


def finding_words(found: Finding) -> str:
    """Return what recurs without "you": the person hands this page over."""
    been = "has probably been" if found.tier == "Probably short" else "may have been"
    noted = joined([said.symptom.lower() for said in found.medicine[:3]])
    return f"{found.name[:1].upper()}{found.name[1:]} {been} short; noted: {noted}."


def nutrient_range(line: NutrientLine) -> str:
    """Return the mean a day as a range, or "at least"; for sheets with full days."""
    if line.low is None:
        return "food has no figure"
    low = amount(line.low, line.unit)
    if line.high is None:
        return f"at least {low}"
    if is_one_figure(line.low, line.high):
        return low
    return f"{low} to {amount(line.high, line.unit)}"


def nutrient_reference(line: NutrientLine) -> str:
    """Return the line of reference with its name."""
    target = line.target
    if target is None:
        return "no figure"
    if target.ear is not None and target.adjustment:
        # Only iron is adjusted; the paper shows the figure a doctor can look up.
        printed = amount(target.ear / VEGETARIAN_IRON_FACTOR, line.unit)
        return f"EAR {printed} × {VEGETARIAN_IRON_FACTOR:g} (no meat)"
    if target.ear is not None:
        return f"EAR {amount(target.ear, line.unit)}"
    return f"AI {amount(target.ai, line.unit)}" if target.ai else "no figure"


def _nutrient(line: NutrientLine) -> list[str]:
    return [
        line.name,
        nutrient_range(line),
        amount(line.supplement, line.unit) if line.supplement else "none",
        nutrient_reference(line),
        line.odds,
    ]


def _log(row: LogRow) -> list[str]:
    words = [row.meals and f"Food ({row.food}): {row.meals}", row.other, row.note]
    said = "; ".join(part for part in words if part)
    if not row.meals and row.food != "not logged":
        said = "; ".join(part for part in (f"Food {row.food}", said) if part)
    return [f"{row.day:%a} {row.day.day} {row.day:%b}", row.legs, said or "not logged"]
