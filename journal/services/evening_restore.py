"""One step back: the changes that bring an evening to what it was before a save."""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import Any, Literal

from journal.domain.records import FoodStatus
from journal.services.evening_values import Changes, Evening, Part, SymptomInput


def changes_back(before: Evening, after: Evening) -> Changes:
    """Return what leads from `after` back to `before`; empty when they are the same."""
    facts = {
        name: value
        for name, value in before.facts.items()
        if value != after.facts[name] and name != "night_sleep_min"
    }
    if before.sleep_min != after.sleep_min:
        facts["night_sleep_min"] = before.sleep_min
    return Changes(
        night=_answers_back(before, after, "night"),
        day=_answers_back(before, after, "day"),
        facts=facts,
        food_status=_status_back(before, after),
        note=None if before.note == after.note else before.note,
    )


def names_in(changes: Changes) -> list[str]:
    """Return the names of what is changed: symptom codes, facts, status and note."""
    names = [*changes.night, *changes.day, *changes.facts]
    if changes.food_status is not None:
        names.append("food_status")
    if changes.note is not None:
        names.append("note")
    return names


def only(changes: Changes, names: set[str]) -> Changes:
    """Return the changes of these names alone."""
    return replace(
        changes,
        night={code: each for code, each in changes.night.items() if code in names},
        day={code: each for code, each in changes.day.items() if code in names},
        facts={name: each for name, each in changes.facts.items() if name in names},
        food_status=changes.food_status if "food_status" in names else None,
        note=changes.note if "note" in names else None,
    )


def as_plain(changes: Changes) -> dict[str, Any]:
    """Return the changes as plain values, to be kept as JSON."""
    return {
        "night": {code: _plain(each) for code, each in changes.night.items()},
        "day": {code: _plain(each) for code, each in changes.day.items()},
        "facts": dict(changes.facts),
        "food_status": changes.food_status,
        "note": changes.note,
    }


def from_plain(kept: dict[str, Any]) -> Changes:
    """Read what `as_plain` wrote."""
    return Changes(
        night={code: _answer(each) for code, each in kept["night"].items()},
        day={code: _answer(each) for code, each in kept["day"].items()},
        facts=kept["facts"],
        food_status=kept["food_status"],
        note=kept["note"],
    )


def _status_back(
    before: Evening, after: Evening
) -> Literal["complete", "partial", ""] | None:
    if before.food_status == after.food_status:
        return None
    if before.food_status is None:
        return ""
    return "complete" if before.food_status == FoodStatus.COMPLETE else "partial"


def _answers_back(
    before: Evening, after: Evening, part: Part
) -> dict[str, SymptomInput | None]:
    was = before.night if part == "night" else before.today
    now = after.night if part == "night" else after.today
    codes = dict.fromkeys((*was, *now))
    return {code: was.get(code) for code in codes if was.get(code) != now.get(code)}


def _plain(answer: SymptomInput | None) -> list[Any] | None:
    return None if answer is None else list(astuple(answer))


def _answer(kept: list[Any] | None) -> SymptomInput | None:
    if kept is None:
        return None
    severity, sites, *others = kept
    return SymptomInput(severity, tuple(sites), *others)
