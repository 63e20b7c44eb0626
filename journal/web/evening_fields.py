"""Stored answers as the evening's fields show them, and marks of what was shown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import astuple
from typing import Final, Literal

from journal.services.evening_values import Evening, SymptomInput
from journal.web.forms import Form

GLASS_ML: Final = 200.0

#: Grams of pure alcohol in what a drink is counted as. UK: one unit is 8 g (UK Chief
#: Medical Officers' guidelines 2016); US: one standard drink is 14 g (NIAAA, "What is
#: a standard drink?"); EU, where countries differ: 10 g, as in the questionnaire of
#: the World Health Organization (AUDIT), the definition most countries took up.
ALCOHOL_G_PER_DRINK: Final[Mapping[str, float]] = {"UK": 8.0, "EU": 10.0, "US": 14.0}

_TIME = re.compile(
    r"""^\s*(?:
        (?P<clock_h>\d{1,2}):(?P<clock_m>[0-5]\d)(?:\s*h)?
      | (?P<hours>\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hour|hours)\.?
        (?:\s*(?P<rest>\d{1,2})\s*(?:m|min|mins|minute|minutes)?\.?)?
      | (?P<minutes>\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minute|minutes)\.?
      | (?P<plain>\d+(?:[.,]\d+)?)
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)


def read_minutes(text: str, *, plain_unit: Literal["min", "h"]) -> float | None:
    """Read a length of time in minutes: "90", "90 min", "1:30", "1 h 30", "1,5 h".

    A number without a unit is in `plain_unit`. None when it cannot be read.
    """
    found = _TIME.match(text)
    if found is None or not text.isascii():
        return None
    part = {key: value.replace(",", ".") for key, value in found.groupdict("").items()}
    if part["clock_h"]:
        return int(part["clock_h"]) * 60.0 + int(part["clock_m"])
    if part["hours"]:
        return float(part["hours"]) * 60 + float(part["rest"] or 0)
    if part["minutes"]:
        return float(part["minutes"])
    return float(part["plain"]) * (60 if plain_unit == "h" else 1)


def mark_of(*values: object) -> str:
    """Return a short mark of stored values, to see whether a form changed them."""
    return hashlib.sha256(repr(values).encode()).hexdigest()[:12]


def answer_mark(answer: SymptomInput | None) -> str:
    """Return the mark of a stored answer, or of none."""
    return mark_of(*astuple(answer)) if answer else "open"


def figure(value: float | None, per: float = 1.0) -> str:
    """Return a stored figure as the field shows it; empty when not answered."""
    return "" if value is None else f"{round(value / per, 2):g}"


def hours(minutes: float | None) -> str:
    """Return minutes as hours, "7:30"; empty when not answered."""
    return "" if minutes is None else f"{int(minutes) // 60}:{int(minutes) % 60:02d}"


def facts_shown(evening: Evening, *, region: str) -> dict[str, str]:
    """Return each fact as its field shows it."""
    facts = evening.facts
    return {
        "water": figure(facts["water_ml"], GLASS_ML),
        "sun": figure(facts["sun_min"]),
        "exercise": figure(facts["exercise_min"]),
        "drinks": figure(facts["alcohol_g"], ALCOHOL_G_PER_DRINK[region]),
        "caffeine": figure(facts["caffeine_mg"]),
        "sleep": hours(evening.sleep_min),
        "note": evening.note,
        "food_status": evening.food_status or "",
    }


def filled(
    evening: Evening, *, region: str, doses: Mapping[int, float], key: str
) -> Form:
    """Return the form that shows what is stored."""
    values: dict[str, object] = {"key": key, "page": key}
    for name, shown in facts_shown(evening, region=region).items():
        values[name] = shown
        values[f"{name}-was"] = shown
    for code, answer in [*evening.night.items(), *evening.today.items()]:
        values |= _answer_fields(code, answer)
    values["supplement"] = sorted(doses)
    for number, amount in doses.items():
        values[f"doses-{number}"] = figure(amount)
    none_taken = evening.supplements_answered and not doses
    values["supplements_none"] = none_taken
    values["supplements-was"] = doses_mark(doses, is_answered=none_taken)
    return Form.filled(**values)


def doses_mark(doses: Mapping[int, float], *, is_answered: bool) -> str:
    """Return the mark of what was taken; without doses, answered means "none"."""
    return mark_of(sorted(doses.items()), is_answered and not doses)


def marks(
    evening: Evening, *, region: str, doses: Mapping[int, float]
) -> dict[str, str]:
    """Return the mark of each piece that is stored, by the name of its field."""
    found = facts_shown(evening, region=region)
    answers = [*evening.night.items(), *evening.today.items()]
    found |= {f"s-{code}": answer_mark(answer) for code, answer in answers}
    found["supplements"] = doses_mark(doses, is_answered=evening.supplements_answered)
    return found


def _answer_fields(code: str, answer: SymptomInput) -> dict[str, object]:
    name = f"s-{code}"
    woke = {True: "yes", False: "no", None: None}[answer.woke_me]
    return {
        name: answer.severity_0_10,
        f"{name}-was": answer_mark(answer),
        f"{name}-sites": list(answer.sites),
        f"{name}-part": answer.part_of_day,
        f"{name}-long": answer.duration_min,
        f"{name}-count": answer.times_count,
        f"{name}-woke": woke,
        f"{name}-eased": answer.eased_by,
        f"{name}-note": answer.note,
    }
