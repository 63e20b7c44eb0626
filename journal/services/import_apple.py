"""Apple Health's export.xml, read as a stream; documents with entities are refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Any, Final

from defusedxml import DefusedXmlException, ElementTree

from journal.domain.errors import Invalid
from journal.domain.history import (
    History,
    PastFact,
    PastFood,
    PastRow,
    Unreadable,
    slot_at,
)
from journal.domain.history_nutrients import factor_of, plain_unit
from journal.domain.history_values import Unclear, number

DIETARY: Final = "HKQuantityTypeIdentifierDietary"
FOOD: Final = "HKCorrelationTypeIdentifierFood"
EXERCISE: Final = "HKQuantityTypeIdentifierAppleExerciseTime"
FOOD_NAME: Final = "HKFoodType"
WATER: Final = "water_g"
#: Apple's name of a nutrient to (our key, our unit).
NUTRIENTS: Final = {
    "EnergyConsumed": ("energy_kcal", "kcal"),
    "Protein": ("protein_g", "g"),
    "FatTotal": ("fat_g", "g"),
    "Carbohydrates": ("carbohydrate_g", "g"),
    "Fiber": ("fibre_g", "g"),
    "Water": (WATER, "g"),
    "Caffeine": ("caffeine_mg", "mg"),
    "Calcium": ("calcium_mg", "mg"),
    "Iron": ("iron_mg", "mg"),
    "Magnesium": ("magnesium_mg", "mg"),
    "Potassium": ("potassium_mg", "mg"),
    "Sodium": ("sodium_mg", "mg"),
    "VitaminB6": ("vitamin_b6_mg", "mg"),
    "VitaminB12": ("vitamin_b12_ug", "ug"),
    "VitaminD": ("vitamin_d_ug", "ug"),
    "VitaminE": ("vitamin_e_mg", "mg"),
}
COLUMNS: Final = (
    ("Dietary records with a food’s name", "foods with their figures"),
    ("Dietary records without one", "“Food logged in …”, one for each moment"),
    ("Water on its own", "the water of the day"),
    ("Exercise minutes", "the exercise of the day"),
    ("Everything else", "left out"),
)
#: Kept while reading: more are no person's diary.
MOST_MOMENTS: Final = 400_000
TOO_MANY: Final = "This file holds more meals than this page can take in."
#: Elements of one record held at a time, with all that lies inside it.
MOST_HELD: Final = 20_000


@dataclass(slots=True)
class _Found:
    """What was read so far; a moment is (program, its start as written)."""

    moments: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)
    foods: list[PastFood] = field(default_factory=list)
    exercise_min: defaultdict[date, float] = field(
        default_factory=lambda: defaultdict(float)
    )
    unreadable: list[Unreadable] = field(default_factory=list)
    count: int = 0


def read_apple(stream: IO[bytes]) -> History:
    """Read food, water and exercise; the file is never held as a whole.

    Records inside a food stand a second time at the top of the file; they are
    counted once. Raises Invalid for XML that is not sound, cut off, or has entities.
    """
    found = _Found()
    try:
        _read(stream, found)
    except DefusedXmlException:
        raise Invalid(
            "file", "This XML file defines entities, which no Health export does."
        ) from None
    except ElementTree.ParseError:
        raise Invalid("file", "This XML file is damaged or cut off.") from None
    rows: list[PastRow] = [*found.foods, *_unnamed(found)]
    rows += [
        PastFact(0, day, "exercise_min", min(minutes, 1440.0))
        for day, minutes in sorted(found.exercise_min.items())
    ]
    return History("apple_health", rows, found.unreadable, COLUMNS)


def _read(stream: IO[bytes], found: _Found) -> None:
    # Apple writes a DTD that only declares elements; entities in it are refused.
    events = ElementTree.iterparse(
        stream, events=("start", "end"), forbid_dtd=False, forbid_entities=True
    )
    root = None
    depth = depth_of_food = held = 0
    for event, element in events:
        if root is None:
            root = element
            if element.tag != "HealthData":
                raise Invalid("file", "This XML file is no export of Apple Health.")
        step = 1 if event == "start" else -1
        depth += step
        if element.tag == "Correlation":
            depth_of_food += step
        if event == "start":
            held = _held(held)
            continue
        _element(element, found, is_inside=depth_of_food > 0)
        if depth == 1:  # a record with all that lies in it is read
            root.clear()
            held = 1


def _held(before: int) -> int:
    """Count one more element that is in memory; raise Invalid when it is too much."""
    if before >= MOST_HELD:
        raise Invalid("file", "A record of this file holds more than Health writes.")
    return before + 1


def _element(element: Any, found: _Found, *, is_inside: bool) -> None:
    found.count += 1
    kind = element.get("type", "")
    try:
        if element.tag == "Correlation" and kind == FOOD:
            _food(element, found)
        elif element.tag == "Record" and not is_inside:
            _record(element, kind, found)
    except Unclear as problem:
        found.unreadable.append(Unreadable(found.count, f"{problem}."))
    if len(found.foods) + len(found.unreadable) > MOST_MOMENTS:
        raise Invalid("file", TOO_MANY)


def _record(element: Any, kind: str, found: _Found) -> None:
    if kind == EXERCISE:
        start = _moment(element)
        found.exercise_min[start.date()] += number(element.get("value", "")) or 0.0
    elif kind.startswith(DIETARY):
        _add(element, kind, found, 1.0)


def _add(element: Any, kind: str, found: _Found, sign: float) -> tuple[str, float]:
    """Add a record to its moment, or with sign -1 take it out; return what it says."""
    known = NUTRIENTS.get(kind.removeprefix(DIETARY))
    if known is None:
        return "", 0.0
    key, ours = known
    factor = factor_of(key, plain_unit(element.get("unit", "")), ours)
    value = number(element.get("value", ""))
    if factor is None or value is None:
        raise Unclear(f"{kind.removeprefix(DIETARY)} has no known amount or unit")
    _moment(element)
    moment = element.get("sourceName", "")[:80], element.get("startDate", "")
    if moment not in found.moments and len(found.moments) >= MOST_MOMENTS:
        raise Invalid("file", TOO_MANY)
    amounts = found.moments.setdefault(moment, {})
    amounts[key] = amounts.get(key, 0.0) + sign * value * factor
    return key, value * factor


def _food(element: Any, found: _Found) -> None:
    totals: dict[str, float] = {}
    name = ""
    for child in element:
        if child.tag == "Record" and child.get("type", "").startswith(DIETARY):
            key, value = _add(child, child.get("type"), found, -1.0)
            if key:
                totals[key] = totals.get(key, 0.0) + value
        elif child.tag == "MetadataEntry" and child.get("key") == FOOD_NAME:
            name = " ".join(child.get("value", "").split())
    start = _moment(element)
    name = name or f"Food logged in {element.get('sourceName', '')[:80]}"
    found.foods.append(
        PastFood(
            found.count,
            start.date(),
            slot_at(start.time()),
            name[:200],
            totals=totals,
        )
    )


def _unnamed(found: _Found) -> Iterator[PastRow]:
    """Yield what no named food holds: water alone as a fact, the rest as food."""
    for (program, start), amounts in found.moments.items():
        left = {key: value for key, value in amounts.items() if value > 1e-6}
        at = _parsed(start)
        if set(left) == {WATER}:
            yield PastFact(0, at.date(), "water_ml", left[WATER])
        elif left:
            name = f"Food logged in {program}"
            yield PastFood(0, at.date(), slot_at(at.time()), name, totals=left)


def _moment(element: Any) -> datetime:
    return _parsed(element.get("startDate", ""))


def _parsed(text: str) -> datetime:
    """Return the moment on the person's own clock, "2026-08-11 08:05:00 -0700"."""
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z")
    except ValueError:
        raise Unclear(f"“{text[:25]}” is no moment") from None
