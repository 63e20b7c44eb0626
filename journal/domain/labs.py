"""Blood tests: units and their factors, what a typed figure says, a printed range."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from journal.domain.errors import Invalid

if TYPE_CHECKING:
    from journal.domain.knowledge import Statement

Comparator = Literal["", "<", ">"]
Group = Literal["vitamins", "iron", "minerals", "other"]
Standing = Literal["below", "within", "above", "unknown"]

#: The code of a test that the person names themselves.
OWN: Final = "own"
GROUPS: Final[Mapping[Group, str]] = {
    "vitamins": "Vitamins",
    "iron": "Iron and blood",
    "minerals": "Minerals",
    "other": "Muscle, thyroid, sugar, kidney",
}
#: A figure this many times outside the printed range is asked back.
FAR_OUTSIDE: Final = 20
LARGEST: Final = 1e9

_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_BETWEEN: Final = re.compile(rf"{_NUMBER}\s*(?:-|–|—|−|to|bis|…|\.\.\.?)\s*{_NUMBER}")
_AT_LEAST: Final = re.compile(rf"(?:>=?|≥|from|over|above)\s*{_NUMBER}")
_AT_MOST: Final = re.compile(rf"(?:<=?|≤|up to|under|below)\s*{_NUMBER}")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class LabUnit:
    """A unit of one test: value × factor + offset is the value in its first unit."""

    code: str
    factor: float
    offset: float
    is_us: bool
    source: str
    mark: str

    def to_first(self, value: float) -> float:
        return value * self.factor + self.offset

    def from_first(self, value: float) -> float:
        return (value - self.offset) / self.factor


@dataclass(frozen=True, slots=True)
class SameDay:
    """Below this (first unit) a body says it is seen to the same day."""

    below: float
    says: Statement


@dataclass(frozen=True, slots=True)
class LabTest:
    """One test. `nutrient` is the slug of the one it is compared with, or "".

    A LOINC code goes with figures in `loinc_unit`. Outside `ask_below` to `ask_above`
    (first unit) a figure is asked back; these are no medical limits.
    """

    code: str
    name: str
    group: Group
    nutrient: str
    units: tuple[LabUnit, ...]
    loinc: tuple[str, ...]
    loinc_unit: str
    ask_below: float
    ask_above: float
    thresholds: tuple[Statement, ...]
    caveats: tuple[Statement, ...]
    same_day: SameDay | None = None

    def unit(self, code: str) -> LabUnit | None:
        return next((unit for unit in self.units if unit.code == code), None)

    def usual_unit(self, region: str) -> LabUnit:
        """Return the unit that laboratories of a region mostly print."""
        us = next((unit for unit in self.units if unit.is_us), self.units[0])
        return us if region == "US" else self.units[0]

    def in_first(self, value: float, unit: str) -> float | None:
        """Return the value in the first unit; None for a unit that is not known."""
        known = self.unit(unit)
        return None if known is None else known.to_first(value)

    def in_unit(self, value: float, unit: str, *, wanted: str) -> float | None:
        """Return the value in another unit; None when one of them is not known."""
        first, target = self.in_first(value, unit), self.unit(wanted)
        if first is None or target is None:
            return None
        return target.from_first(first)

    def in_other_units(self, value: float, unit: str) -> tuple[tuple[float, str], ...]:
        """Return the same result in the other system: figures that differ only."""
        first = self.in_first(value, unit)
        if first is None:
            return ()
        found: dict[str, tuple[float, str]] = {}
        for other in self.units:
            there = other.from_first(first)
            shown = figure(there)
            if other.code != unit and shown != figure(value):
                found.setdefault(shown, (there, other.code))
        return tuple(found.values())

    def is_usual(self, value: float, unit: str) -> bool:
        """Whether a figure needs no asking back; unknown units are never asked."""
        first = self.in_first(value, unit)
        return first is None or self.ask_below <= first <= self.ask_above


def figure(value: float) -> str:
    """Return a figure with three digits that count and no zeros behind."""
    if value == 0 or not math.isfinite(value):
        return "0"
    places = max(0, 2 - math.floor(math.log10(abs(value))))
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_figure(text: str, *, field: str) -> tuple[Comparator, float]:
    """Return what stands before the figure ("<", ">" or nothing) and the figure.

    Raises Invalid, under `field`, for text that is no figure, and for a comma that can
    be read in two ways.
    """
    typed = text.strip()
    mark: Comparator = ""
    if typed[:1] in {"<", "≤"}:
        mark = "<"
    elif typed[:1] in {">", "≥"}:
        mark = ">"
    number = typed.lstrip("<>≤≥= ").replace(" ", "").replace("\u00a0", "")
    if _THOUSANDS.fullmatch(number):
        whole, point = number.replace(",", ""), number.replace(",", ".", 1)
        raise Invalid(
            field,
            f"“{typed[:20]}” can be read in two ways. Type {whole}, or {point[:20]} "
            "with a point.",
        )
    if not re.fullmatch(r"\d*[.,]?\d*", number) or not re.search(r"\d", number):
        raise Invalid(field, f"Type a figure like 38 or <5. You typed “{typed[:20]}”.")
    value = float(number.replace(",", "."))
    if value > LARGEST:
        raise Invalid(field, "That figure is longer than any laboratory prints.")
    return mark, value


def read_range(text: str) -> tuple[float | None, float | None]:
    """Return the two ends of a range as printed; None where an end was not read.

    Reads "50–125", "0,7 - 1,0", "> 30", "up to 5". Anything else is kept by the caller
    as text and compared with nothing.
    """
    words = text.casefold()
    if between := _BETWEEN.search(words):
        low, high = (float(one.replace(",", ".")) for one in between.groups())
        return (low, high) if low <= high else (None, None)
    if least := _AT_LEAST.search(words):
        return float(least[1].replace(",", ".")), None
    if most := _AT_MOST.search(words):
        return None, float(most[1].replace(",", "."))
    return None, None


def standing(
    comparator: str, value: float, low: float | None, high: float | None
) -> Standing:
    """Compare a result with the laboratory's own range, both in the same unit.

    "<5" lies below a range that begins at 5 or more, and within one that only ends at
    5 or more; ">90" likewise. Otherwise, and without a range, it is unknown.
    """
    if low is None and high is None:
        return "unknown"
    if comparator == "<":
        return _under(value, low, high)
    if comparator == ">":
        return _over(value, low, high)
    if low is not None and value < low:
        return "below"
    if high is not None and value > high:
        return "above"
    return "within"


def _under(value: float, low: float | None, high: float | None) -> Standing:
    if low is not None:
        return "below" if value <= low else "unknown"
    return "within" if high is not None and value <= high else "unknown"


def _over(value: float, low: float | None, high: float | None) -> Standing:
    if high is not None:
        return "above" if value >= high else "unknown"
    return "within" if low is not None and value >= low else "unknown"


def doubt(
    test: LabTest | None,
    value: float,
    unit: str,
    *,
    low: float | None,
    high: float | None,
) -> str:
    """Return a kind question about a figure that is more often a slip, or nothing."""
    if test is not None and not test.is_usual(value, unit):
        likely = [
            other.code
            for other in test.units
            if other.code != unit and test.is_usual(value, other.code)
        ]
        guess = f" Was it {figure(value)} {likely[0]}?" if likely else ""
        return (
            f"{test.name} of {figure(value)} {unit} is unusual. Is the unit right?"
            f"{guess}"
        )
    if value and (
        (high is not None and value > high * FAR_OUTSIDE)
        or (low is not None and value * FAR_OUTSIDE < low)
    ):
        return f"{figure(value)} lies far outside the range beside it. Are both right?"
    return ""
