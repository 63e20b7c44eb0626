"""Daily reference values: which figure holds for which person, and its source."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, cast

Region = Literal["US", "EU", "UK"]
Sex = Literal["female", "male"]
EatingStyle = Literal["none", "vegetarian", "vegan"]
Condition = Literal["none", "pregnant", "lactating"]
UlScope = Literal["all", "supplements", "synthetic"]

YOUNGEST_AGE_YEARS: Final = 14
# The bleeding years as the reports draw them: tables change at 51.
LAST_MENSTRUATING_AGE_YEARS: Final = 50

# How well a figure was checked, best first. Only "M" is still from memory.
MARKS: Final = ("✓P", "✓P(m)", "✓2", "✓S", "M")
UNCHECKED_MARK: Final = "M"

# Iron from plants is taken up at about 10 % against 18 %; NASEM multiplies by 1.8.
VEGETARIAN_IRON_FACTOR: Final = 1.8
VEGETARIAN_IRON_SOURCE: Final = "NASEM 2001 iron chapter, two transcriptions (✓2)"

RDA_NAMES: Final[Mapping[str, str]] = {"US": "RDA", "EU": "PRI", "UK": "RNI"}

ALLOWED: Final[Mapping[str, tuple[str, ...]]] = {
    "region": tuple(RDA_NAMES),
    "sex": ("female", "male"),
    "condition": ("none", "pregnant", "lactating"),
    "ul_scope": ("all", "supplements", "synthetic", ""),
    "checked": MARKS,
}


@dataclass(frozen=True, slots=True)
class Person:
    """What decides a reference value. ``None`` is "not said", never a guess."""

    region: Region
    sex: Sex | None = None
    age_years: int | None = None
    pregnant: bool = False
    lactating: bool = False
    eating_style: EatingStyle = "none"

    @property
    def condition(self) -> Condition:
        if self.pregnant:
            return "pregnant"
        return "lactating" if self.lactating else "none"

    @property
    def menstruating(self) -> bool | None:
        """Whether iron needs are the skewed ones; ``None`` when it cannot be known."""
        if self.condition != "none" or self.sex == "male":
            return False
        if self.sex is None or self.age_years is None:
            return None
        return YOUNGEST_AGE_YEARS <= self.age_years <= LAST_MENSTRUATING_AGE_YEARS


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the table: amounts a day, in the unit the nutrient key ends with.

    :ivar ear: average need (EAR, or AR of EFSA); ``None`` where none is set or known
    :ivar rda: RDA of the US, PRI of EFSA or RNI of the UK; see :attr:`rda_name`
    :ivar ai: adequate intake; from an intake below it nothing follows
    :ivar ul: upper level; ``ul_scope`` says what counts towards it
    :ivar cv_requirement: spread of the need between people, as a share of ``ear``
    :ivar mark: how well the row was checked, one of :data:`MARKS`
    :ivar adjustment: what was changed for this person, in words, or empty
    """

    region: Region
    nutrient: str
    life_stage: str
    ear: float | None
    rda: float | None
    ai: float | None
    ul: float | None
    ul_scope: UlScope | None
    cv_requirement: float | None
    cv_source: str
    source: str
    mark: str
    adjustment: str = ""

    @property
    def checked(self) -> bool:
        """False where the figures are still from memory: say "not yet checked"."""
        return self.mark != UNCHECKED_MARK

    @property
    def rda_name(self) -> str:
        return RDA_NAMES[self.region]

    @property
    def goal(self) -> float | None:
        """The amount to draw on a chart: RDA where there is one, else the AI."""
        return self.rda if self.rda is not None else self.ai


@dataclass(frozen=True, slots=True)
class NoTarget:
    """There is no figure for this person; ``reason`` says why, in plain words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A target with the people it is for; ``age_max_years`` ``None`` is no end."""

    sex: Sex
    age_min_years: int
    age_max_years: int | None
    condition: Condition
    target: Target

    def holds_for(self, person: Person) -> bool:
        if person.age_years is None or self.condition != person.condition:
            return False
        # A pregnancy row holds for whoever is pregnant.
        if self.condition == "none" and self.sex != person.sex:
            return False
        oldest = self.age_max_years
        return self.age_min_years <= person.age_years and (
            oldest is None or person.age_years <= oldest
        )


class TargetTable:
    """All reference values, found by region and nutrient key."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows: tuple[Row, ...] = tuple(rows)
        self._by_key: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            key = (row.target.region, row.target.nutrient)
            self._by_key.setdefault(key, []).append(row)

    def for_person(self, person: Person, nutrient: str) -> Target | NoTarget:
        """The figures for this person, or the reason why there are none."""
        rows = self._by_key.get((person.region, nutrient))
        if not rows:
            return NoTarget("We hold no reference figure for this in your region.")
        missing = _what_is_not_said(person)
        if missing:
            return NoTarget(missing)
        for row in rows:
            if row.holds_for(person):
                return _adjusted(row.target, person)
        return NoTarget(_why_no_row(person))


def _what_is_not_said(person: Person) -> str:
    if person.age_years is None:
        return "Add your birth year in settings to see the figure for your age."
    if person.age_years < YOUNGEST_AGE_YEARS:
        return "We hold figures from 14 years on."
    if person.sex is None and person.condition == "none":
        return "Say in settings which reference values to use: female or male."
    return ""


def _why_no_row(person: Person) -> str:
    if person.condition == "pregnant":
        return "We hold no figure for your age in pregnancy in your region."
    if person.condition == "lactating":
        return "We hold no figure for your age while breastfeeding in your region."
    return "We hold no figure for your age in your region."


def _adjusted(target: Target, person: Person) -> Target:
    plant_eater = person.eating_style in ("vegetarian", "vegan")
    if not (plant_eater and target.region == "US" and target.nutrient == "iron_mg"):
        return target
    return replace(
        target,
        ear=_times(target.ear, VEGETARIAN_IRON_FACTOR),
        rda=_times(target.rda, VEGETARIAN_IRON_FACTOR),
        adjustment="× 1.8, because the body takes up less iron from plants. "
        f"Source: {VEGETARIAN_IRON_SOURCE}.",
    )


def _times(amount: float | None, factor: float) -> float | None:
    return None if amount is None else round(amount * factor, 2)


def load_targets(path: Path) -> TargetTable:
    """Read ``targets.csv``.

    :raises ValueError: naming file and line, when a row is not as it must be
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = []
        for line, fields in enumerate(csv.DictReader(file), start=2):
            try:
                rows.append(_row(fields))
            except KeyError as error:
                raise ValueError(f"{path.name}: no column {error}") from None
            except ValueError as error:
                raise ValueError(f"{path.name} line {line}: {error}") from None
    return TargetTable(rows)


def _row(fields: Mapping[str, str]) -> Row:
    for column, values in ALLOWED.items():
        if fields[column] not in values:
            raise ValueError(f"{column} is {fields[column]!r}, not one of {values}")
    target = Target(
        region=cast("Region", fields["region"]),
        nutrient=fields["nutrient"],
        life_stage=fields["life_stage"],
        ear=_amount(fields["ear"]),
        rda=_amount(fields["rda_or_pri"]),
        ai=_amount(fields["ai"]),
        ul=_amount(fields["ul"]),
        ul_scope=cast("UlScope", fields["ul_scope"]) if fields["ul_scope"] else None,
        cv_requirement=_amount(fields["cv_requirement"]),
        cv_source=fields["cv_source"],
        source=fields["source"],
        mark=fields["checked"],
    )
    _refuse_gaps(target)
    return Row(
        sex=cast("Sex", fields["sex"]),
        age_min_years=int(fields["age_min_years"]),
        age_max_years=int(fields["age_max_years"]) if fields["age_max_years"] else None,
        condition=cast("Condition", fields["condition"]),
        target=target,
    )


def _refuse_gaps(target: Target) -> None:
    amounts = (target.ear, target.rda, target.ai, target.ul)
    if not target.source:
        raise ValueError("a figure without a source")
    if all(amount is None for amount in amounts):
        raise ValueError("a row without any figure")
    if (target.ul is None) != (target.ul_scope is None):
        raise ValueError("ul and ul_scope go together")
    if target.cv_requirement is not None and not target.cv_source:
        raise ValueError("a spread of needs without a source")


def _amount(text: str) -> float | None:
    if not text:
        return None
    amount = float(text)
    if amount <= 0:
        raise ValueError(f"{text} is not an amount above zero")
    return amount
