from collections import Counter
from pathlib import Path

import pytest

from journal.domain.nutrition import NUTRIENT_KEYS
from journal.domain.targets import (
    MARKS,
    NoTarget,
    Person,
    Target,
    TargetTable,
    load_targets,
)
from journal.resources import reference_dir


@pytest.fixture(scope="module")
def table() -> TargetTable:
    return load_targets(reference_dir() / "targets.csv")


def figure(table: TargetTable, person: Person, key: str) -> Target:
    found = table.for_person(person, key)
    assert isinstance(found, Target), found
    return found


WOMAN_35 = Person("US", "female", 35)
MAN_35 = Person("US", "male", 35)


# Person, nutrient, then EAR, RDA, AI, UL: typed from the printed tables.
Amount = float | None
Printed = tuple[Person, str, Amount, Amount, Amount, Amount]

US_VALUES: list[Printed] = [
    (WOMAN_35, "vitamin_d_ug", 10, 15, None, 100),
    (Person("US", "male", 71), "vitamin_d_ug", 10, 20, None, 100),
    (WOMAN_35, "vitamin_b12_ug", 2.0, 2.4, None, None),
    (
        Person("US", "female", 30, lactating=True),
        "vitamin_b12_ug",
        2.4,
        2.8,
        None,
        None,
    ),
    (Person("US", "male", 30), "magnesium_mg", 330, 400, None, 350),
    (Person("US", "male", 31), "magnesium_mg", 350, 420, None, 350),
    (Person("US", "female", 30), "magnesium_mg", 255, 310, None, 350),
    (WOMAN_35, "magnesium_mg", 265, 320, None, 350),
    (Person("US", "female", 16, pregnant=True), "magnesium_mg", 335, 400, None, 350),
    (WOMAN_35, "calcium_mg", 800, 1000, None, 2500),
    (Person("US", "female", 51), "calcium_mg", 1000, 1200, None, 2000),
    (Person("US", "male", 70), "calcium_mg", 800, 1000, None, 2000),
    (Person("US", "male", 14), "calcium_mg", 1100, 1300, None, 3000),
    (WOMAN_35, "iron_mg", 8.1, 18, None, 45),
    (Person("US", "female", 51), "iron_mg", 5, 8, None, 45),
    (Person("US", "female", 25, pregnant=True), "iron_mg", 22, 27, None, 45),
    (MAN_35, "iron_mg", 6, 8, None, 45),
    (WOMAN_35, "vitamin_e_mg", 12, 15, None, 1000),
    (Person("US", "female", 17), "vitamin_e_mg", 12, 15, None, 800),
    (WOMAN_35, "folate_dfe_ug", 320, 400, None, 1000),
    (Person("US", "female", 35, pregnant=True), "folate_dfe_ug", 520, 600, None, 1000),
    (Person("US", "male", 60), "vitamin_b6_mg", 1.4, 1.7, None, 100),
    (MAN_35, "potassium_mg", None, None, 3400, None),
    (
        Person("US", "female", 40, lactating=True),
        "potassium_mg",
        None,
        None,
        2800,
        None,
    ),
    (Person("US", "female", 80), "water_g", None, None, 2700, None),
    (Person("US", "female", 16, lactating=True), "zinc_mg", 10.9, 13, None, 34),
    (Person("US", "female", 72), "phosphorus_mg", 580, 700, None, 3000),
    (Person("US", "female", 40, lactating=True), "vitamin_c_mg", 100, 120, None, 2000),
    (WOMAN_35, "thiamin_mg", 0.9, 1.1, None, None),
    (MAN_35, "vitamin_k_ug", None, None, 120, None),
    (Person("US", "male", 75), "sodium_mg", None, None, 1500, None),
]


@pytest.mark.parametrize("printed", US_VALUES)
def test_us_figures_are_those_of_the_printed_tables(
    table: TargetTable, printed: Printed
) -> None:
    person, key, *amounts = printed
    target = figure(table, person, key)
    assert [target.ear, target.rda, target.ai, target.ul] == amounts
    assert target.checked


@pytest.mark.parametrize(
    "printed",
    [
        (Person("EU", "male", 40), "magnesium_mg", None, None, 350, 250),
        (Person("EU", "female", 40), "iron_mg", 7, 16, None, 40),
        (Person("EU", "female", 60), "iron_mg", 6, 11, None, 40),
        (Person("EU", "male", 20), "calcium_mg", 860, 1000, None, 2500),
        (Person("EU", "male", 25), "calcium_mg", 750, 950, None, 2500),
        (
            Person("EU", "female", 30, lactating=True),
            "vitamin_b12_ug",
            None,
            None,
            5,
            None,
        ),
        (Person("EU", "male", 40), "vitamin_b6_mg", 1.5, 1.7, None, 12),
        (Person("EU", "female", 40), "folate_dfe_ug", 250, 330, None, 1000),
        (Person("UK", "female", 40), "iron_mg", None, 14.8, None, None),
        (Person("UK", "male", 40), "vitamin_d_ug", None, 10, None, None),
        (Person("UK", "female", 40), "magnesium_mg", None, 270, None, None),
        (
            Person("UK", "female", 30, lactating=True),
            "calcium_mg",
            None,
            1250,
            None,
            None,
        ),
    ],
)
def test_european_and_british_figures_are_those_of_the_references(
    table: TargetTable, printed: Printed
) -> None:
    person, key, *amounts = printed
    target = figure(table, person, key)
    assert [target.ear, target.rda, target.ai, target.ul] == amounts


def test_every_figure_has_a_source_a_mark_and_a_known_nutrient(
    table: TargetTable,
) -> None:
    for row in table.rows:
        assert row.target.source
        assert row.target.mark in MARKS
        assert row.target.nutrient in NUTRIENT_KEYS
        assert (row.target.cv_requirement is None) == (not row.target.cv_source)


def test_the_figures_of_one_row_stand_in_order(table: TargetTable) -> None:
    for row in table.rows:
        target = row.target
        if target.ear is not None and target.rda is not None:
            assert target.ear < target.rda
        if (
            target.ul is not None
            and target.goal is not None
            and target.ul_scope == "all"
        ):
            assert target.goal < target.ul


def test_the_us_tables_leave_no_gap_from_14_years_on(table: TargetTable) -> None:
    keys = {row.target.nutrient for row in table.rows if row.target.region == "US"}
    assert len(keys) == 16
    for key in keys:
        for age in range(14, 100):
            for sex in ("female", "male"):
                figure(table, Person("US", sex, age), key)
        for age in range(14, 51):
            figure(table, Person("US", "female", age, pregnant=True), key)
            figure(table, Person("US", "female", age, lactating=True), key)


def test_no_two_rows_hold_for_the_same_person(table: TargetTable) -> None:
    holds: Counter[tuple[str, str, str, str, int]] = Counter()
    for row in table.rows:
        for age in range(row.age_min_years, (row.age_max_years or 100) + 1):
            target = row.target
            holds[target.region, target.nutrient, row.sex, row.condition, age] += 1
    assert set(holds.values()) == {1}


def test_iron_of_a_vegetarian_is_1_8_times_and_says_so(table: TargetTable) -> None:
    for style in ("vegetarian", "vegan"):
        target = figure(table, Person("US", "male", 35, eating_style=style), "iron_mg")
        assert target.rda == pytest.approx(14.4)
        assert target.ear == pytest.approx(10.8)
        assert target.ul == 45
        assert "1.8" in target.adjustment
    assert figure(table, MAN_35, "iron_mg").adjustment == ""


@pytest.mark.parametrize(
    "person",
    [
        Person("US", None, 35),
        Person("US", "female", None),
        Person("US", "female", 13),
        Person("US", "female", 55, pregnant=True),
        Person("EU", "male", 16),
        Person("UK", "female", 55, pregnant=True),
    ],
)
def test_nobody_gets_a_guessed_figure(table: TargetTable, person: Person) -> None:
    missing = table.for_person(person, "iron_mg")
    assert isinstance(missing, NoTarget)
    assert missing.reason.endswith(".")


def test_no_figure_is_carried_over_to_pregnancy_without_a_source(
    table: TargetTable,
) -> None:
    pregnant = Person("UK", "female", 30, pregnant=True)
    assert figure(table, pregnant, "iron_mg").rda == 14.8
    assert isinstance(table.for_person(pregnant, "folate_dfe_ug"), NoTarget)


def test_energy_has_no_reference_figure(table: TargetTable) -> None:
    assert isinstance(table.for_person(WOMAN_35, "energy_kcal"), NoTarget)


def test_a_figure_from_memory_says_that_it_was_not_checked(table: TargetTable) -> None:
    assert not figure(table, Person("UK", "male", 40), "potassium_mg").checked
    assert figure(table, Person("UK", "male", 40), "calcium_mg").checked


@pytest.mark.parametrize(
    ("person", "menstruating"),
    [
        (Person("US", "female", 14), True),
        (Person("US", "female", 50), True),
        (Person("US", "female", 51), False),
        (Person("US", "female", 30, pregnant=True), False),
        (Person("US", "male", 30), False),
        (Person("US", None, 30), None),
        (Person("US", "female", None), None),
    ],
)
def test_menstruation_is_worked_out_only_from_what_was_said(
    person: Person, menstruating: bool | None
) -> None:
    assert person.menstruating is menstruating


def test_a_menstruating_woman_has_no_spread_of_iron_needs(table: TargetTable) -> None:
    assert figure(table, WOMAN_35, "iron_mg").cv_requirement is None
    assert figure(table, MAN_35, "iron_mg").cv_requirement == pytest.approx(0.21)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("US,", "XX,"), "region"),
        ((",✓P", ",sure"), "checked"),
        ((",10,15,", ",ten,15,"), "ten"),
        ((",10,15,", ",-1,15,"), "above zero"),
    ],
)
def test_a_bad_row_is_refused_with_file_and_line(
    tmp_path: Path, change: tuple[str, str], complaint: str
) -> None:
    good = (reference_dir() / "targets.csv").read_text(encoding="utf-8").splitlines()
    bad = tmp_path / "targets.csv"
    bad.write_text("\n".join([good[0], good[1].replace(*change)]), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"targets\.csv line 2: .*{complaint}"):
        load_targets(bad)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    good = (reference_dir() / "targets.csv").read_text(encoding="utf-8")
    bad = tmp_path / "targets.csv"
    bad.write_text(good.replace("ul_scope", "scope", 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"targets\.csv: no column 'ul_scope'"):
        load_targets(bad)
