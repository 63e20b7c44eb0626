"""The doctor's sheet as the plain data that the PDF template reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.services.doctor_content import DoctorSheet
from journal.services.doctor_log import LogRow
from journal.services.doctor_nutrients import (
    nutrient_row,
    said_shortly,
    sorted_nutrients,
)
from journal.services.doctor_rows import SymptomRow
from journal.services.lab_words import LabLine
from journal.services.report_words import inside, joined, times

#: About five lines; the whole text is in the settings and in the JSON copy.
LONGEST_OWN_WORDS = 450
#: A word that is cut is left out whole, unless that would leave out more than this.
LONGEST_LAST_WORD = 40
#: What one page holds in a size that can be read. How many more there are is said.
MOST_FLAGS = 3
MOST_SUPPLEMENTS = 4
MOST_LABS = 5
#: Rows of nutrients; the appendix has them all.
MOST_NUTRIENTS = 6

PATTERNS_NOTE = "Patterns in time show what goes together, not what brings it about."
#: Said when they look further back than the rest of the page.
PATTERNS_SINCE = "Patterns in time count every answer since {}. They show what goes "
PATTERNS_SINCE += "together, not what brings it about."

METHOD = (
    """Every evening the person answers for the night before and the day. “None” is an
    answer; an unanswered night or day is in no denominator.""",
    """“More” or “less often” is said when the two halves differ by 15 in 100 or more
    and the 95 % interval of the difference (Agresti and Caffo 2000) is off zero.""",
    "A night belongs to the day before it. Severity is 0 to 10.",
    """Food is written down meal by meal and matched with figures of USDA FoodData
    Central. Only days marked “that was everything” are averaged. Food without a figure
    widens the range and never counts as zero. Supplements count.""",
    """“Short in 9 of 10” is 1 − Φ((mean − EAR)/SD), with SD² = SD of the need² +
    day-to-day SD²/n (Institute of Medicine 2000, doi:10.17226/9956), for nutrients
    where that report allows it. For vitamin D, B12 and E, and for iron in people who
    have periods, it does not; there the words rest on the means and on the printed iron
    table.""",
    """A pattern in time comes from a regression over pairs fixed beforehand
    (generalised least squares). Weekdays, slow change and bad spells are taken out of
    both sides; what was not answered is left out; looking every week is allowed for.
    Of 30 people without any link, about one is shown “keeps coming back” in half a
    year; “worth watching” is a hint, often chance. It says what goes together in this
    diary, not why.""",
    """Blood tests were copied by the person from the laboratory’s sheet.""",
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
    cut = text[:LONGEST_OWN_WORDS]
    # Chinese and Japanese have no spaces: the last one may stand far in front.
    space = cut.rfind(" ", -LONGEST_LAST_WORD)
    return (cut[:space] if space > 0 else cut) + " …"


def period(sheet: DoctorSheet) -> str:
    """Return the time the sheet covers, in words."""
    return f"{long_day(sheet.first)} to {long_day(sheet.last)}"


def who(sheet: DoctorSheet) -> str:
    """Return the name and year of birth, as far as they are known and wanted."""
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
    """Return strings and lists only; an empty one is left out by the templates.

    The page's preview and the PDF show this and nothing else.
    """
    labs, labs_else = _labs(sheet.labs)
    worth_seeing, others = sorted_nutrients(sheet.nutrients)
    return {
        "title": f"Symptom and food journal, {period(sheet)}",
        "paper": _paper(sheet),
        "who": who(sheet),
        "period": period(sheet),
        "made_on": long_day(sheet.made_on),
        "own_words": shortened(sheet.own_words),
        "troubled_for": sheet.troubled_for,
        "in_short": _in_short(sheet),
        "flags": _capped(sheet.flags[::-1], MOST_FLAGS),
        "shows_symptoms": "symptoms" in sheet.parts,
        "symptoms": [_symptom(row) for row in sheet.symptoms],
        "burden": " ".join(one for one in (sheet.sleep, sheet.burden) if one),
        "shows_medicines": "medicines" in sheet.parts,
        "medicines": sheet.medicines,
        "conditions": sheet.conditions,
        "eating": sheet.eating,
        "supplements": _capped(sheet.supplements, MOST_SUPPLEMENTS),
        "shows_labs": "labs" in sheet.parts,
        "labs": labs,
        "labs_else": labs_else,
        "shows_food": "food" in sheet.parts,
        "food_days": _food_days(sheet),
        "nutrients": [nutrient_row(line) for line in worth_seeing[:MOST_NUTRIENTS]],
        "nutrients_else": [
            *(said_shortly(line) for line in worth_seeing[MOST_NUTRIENTS:]),
            *others,
        ],
        "all_nutrients": [nutrient_row(line) for line in sheet.nutrients]
        if sheet.intake_days
        else [],
        "findings": [
            {"tier": one.tier, "text": one.text, "evidence": one.evidence}
            for one in sheet.findings
        ],
        "patterns_note": _patterns_note(sheet),
        "visit": sheet.visit,
        "questions": [one.text for one in sheet.to_ask],
        "not_logged": not_logged(sheet),
        "month_heads": list(sheet.month_heads),
        "months": [
            [f"{row.first:%B %Y}", *row.cells] for row in reversed(sheet.months)
        ],
        "log_title": sheet.log_title,
        "log": [_log(row) for row in sheet.log],
        "method": [" ".join(words.split()) for words in METHOD],
    }


def _food_days(sheet: DoctorSheet) -> str:
    count = sheet.intake_days
    words = f"from {count} full {times('day', count)}"
    return f"{words} of the newest year" if sheet.is_intake_newest else words


def _patterns_note(sheet: DoctorSheet) -> str:
    """Return what the counts of a pattern are counts of: often more than the page."""
    if not any(one.is_timing for one in sheet.findings):
        return ""
    since = sheet.patterns_since
    if since is None or since >= sheet.first:
        return PATTERNS_NOTE
    return PATTERNS_SINCE.format(long_day(since))


def _paper(sheet: DoctorSheet) -> str:
    if sheet.paper != "auto":
        return sheet.paper
    return "us-letter" if sheet.region == "US" else "a4"


def _labs(lines: Sequence[LabLine]) -> tuple[list[list[str]], str]:
    """Return rows, what lies outside the laboratory's range first, and the rest."""
    order = sorted(lines, key=lambda line: line.standing not in {"below", "above"})
    more = ", ".join(
        f"{line.name} {line.here} ({line.standing} its range)"
        if line.standing in {"below", "above"}
        else f"{line.name} {line.here}"
        for line in order[MOST_LABS:]
    )
    return [_lab(line) for line in order[:MOST_LABS]], f"Also: {more}." if more else ""


def _lab(line: LabLine) -> list[str]:
    there = f" = {line.there.split(',')[0]}" if line.there else ""
    outside = f", {line.standing}" if line.standing in {"below", "above"} else ""
    return [
        line.name,
        line.here + there,
        f"{line.range_words}{outside}" if line.range_words else "not written down",
        f"{line.day.day} {line.day:%b %Y}",
    ]


def _in_short(sheet: DoctorSheet) -> str:
    """Return the whole page in a sentence: chief symptom, nights, what is short."""
    words = []
    if sheet.symptoms and sheet.symptoms[0].present:
        chief = sheet.symptoms[0]
        words.append(f"{chief.label} on {there(chief)}")
    if sheet.woken_words:
        words.append(sheet.woken_words)
    short = [line.name for line in sheet.nutrients if line.is_short]
    if short:
        words.append(
            f"food may be short of {joined([inside(name) for name in short[:4]])}"
        )
    return f"In short: {'; '.join(words)}." if words else ""


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


def _log(row: LogRow) -> list[str]:
    words = [row.meals and f"Food ({row.food}): {row.meals}", row.other, row.note]
    said = "; ".join(part for part in words if part)
    if not row.meals and row.food != "not logged":
        said = "; ".join(part for part in (f"Food {row.food}", said) if part)
    day = f"{row.day:%a} {row.day.day} {row.day:%b %Y}"
    return [day, row.legs, said or "not logged"]
