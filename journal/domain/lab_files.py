"""Reads the blood tests of reference_data/labs.toml, and checks that they fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from journal.domain.knowledge import Nutrient, Statement
from journal.domain.labs import OWN, Group, LabTest, LabUnit, SameDay
from journal.domain.reference_entries import Entry, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_labs(directory: Path, nutrients: Iterable[Nutrient]) -> tuple[LabTest, ...]:
    """Return every test, with the thresholds and caveats of its nutrient.

    :raises KnowledgeError: naming the entry, when something does not fit
    """
    by_slug = {nutrient.slug: nutrient for nutrient in nutrients}
    return tuple(_test(entry, by_slug) for entry in entries(directory, "labs", "code"))


def _test(entry: Entry, by_slug: Mapping[str, Nutrient]) -> LabTest:
    if entry.text("code") == OWN:
        raise entry.fail(f"{OWN} is kept for the person's own tests")
    slug = entry.text("nutrient", "")
    if slug and slug not in by_slug:
        raise entry.fail(f"nutrient names {slug!r}, which does not exist")
    units = tuple(_unit(part) for part in entry.parts("unit"))
    if not units or units[0].factor != 1 or units[0].offset:
        raise entry.fail("the first unit must be there, with the factor 1")
    loinc, loinc_unit = entry.texts("loinc"), entry.text("loinc_unit", "")
    if loinc and loinc_unit not in {unit.code for unit in units}:
        raise entry.fail("loinc_unit must be one of the units")
    thresholds, caveats = _statements(entry, by_slug)
    test = LabTest(
        code=entry.text("code"),
        name=entry.text("name"),
        group=cast("Group", entry.one_of("group", get_args(Group))),
        nutrient=slug,
        units=units,
        loinc=loinc,
        loinc_unit=loinc_unit,
        ask_below=entry.amount("ask_below"),
        ask_above=entry.amount("ask_above"),
        thresholds=thresholds,
        caveats=caveats,
        same_day=_same_day(entry),
    )
    if not 0 < test.ask_below < test.ask_above:
        raise entry.fail("ask_below must lie between 0 and ask_above")
    return test


def _unit(part: Entry) -> LabUnit:
    unit = LabUnit(
        code=part.text("code"),
        factor=part.amount("factor"),
        offset=part.amount("offset", 0.0),
        is_us=part.flag("us", default=False),
        source=part.text("source"),
        mark=part.mark(),
    )
    if unit.factor <= 0:
        raise part.fail("factor must be more than 0")
    return unit


def _same_day(entry: Entry) -> SameDay | None:
    part = entry.part("same_day")
    if part is None:
        return None
    return SameDay(below=part.amount("below"), says=part.statement())


def _statements(
    entry: Entry, by_slug: Mapping[str, Nutrient]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Return the thresholds that name the test, and all caveats."""
    own = tuple(part.statement() for part in entry.parts("caveats"))
    slug = entry.text("statements_of", "")
    if not slug:
        return (), own
    if slug not in by_slug:
        raise entry.fail(f"statements_of names {slug!r}, which does not exist")
    names = [name.casefold() for name in entry.texts("naming", needed=True)]
    tests = by_slug[slug].tests
    thresholds = _naming([one for test in tests for one in test.thresholds], names)
    if not thresholds:
        raise entry.fail("no threshold names it")
    return thresholds, (*(one for test in tests for one in test.caveats), *own)


def _naming(
    statements: Sequence[Statement], names: Sequence[str]
) -> tuple[Statement, ...]:
    return tuple(
        one for one in statements if any(name in one.text.casefold() for name in names)
    )
