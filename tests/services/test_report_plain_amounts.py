from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.records import DayRecord, EatenItem, FoodStatus, Slot
from journal.domain.targets import Person, load_targets
from journal.resources import reference_dir
from journal.services.report_plain_amounts import plain_amounts

SUNDAY = date(2026, 11, 22)
WOMAN = Person(region="US", sex="female", age_years=42)
STEW = {"energy_kcal": 185.0, "water_g": 60.0}


@pytest.fixture(scope="module")
def targets():
    return load_targets(reference_dir() / "targets.csv")


def day(n, *foods, water_ml=None, status=FoodStatus.COMPLETE):
    items = tuple(
        EatenItem(Slot.DINNER, "stew", 1000.0, "stew", figures) for figures in foods
    )
    return DayRecord(
        day=SUNDAY - timedelta(days=n),
        items=items,
        food_status=status,
        water_ml=water_ml,
    )


def test_energy_is_a_plain_mean_without_a_word_on_enough(targets):
    energy, _ = plain_amounts(
        [day(0, STEW), day(1, STEW), day(2, STEW, status=FoodStatus.PARTIAL)],
        person=WOMAN,
        targets=targets,
    )

    assert energy.says == "About 1,850\u00a0kcal a day. Over 2 full days."
    assert (energy.low, energy.high) == (1850.0, 1850.0)


def test_water_takes_food_and_drink_and_only_days_that_answered(targets):
    _, water = plain_amounts(
        [day(0, STEW, water_ml=1400.0), day(1, STEW)], person=WOMAN, targets=targets
    )

    assert water.n_days == 1
    assert water.says == (
        "About 2,000\u00a0ml a day. Over 1 full day with an answer about drinking; "
        "food and drink together. About 2,700\u00a0ml is held to be enough; below "
        "that nothing can be said."
    )


def test_food_without_an_energy_figure_makes_a_range(targets):
    energy, _ = plain_amounts(
        [day(0, STEW, STEW, STEW, {})], person=WOMAN, targets=targets
    )

    assert energy.low == pytest.approx(5550)
    assert energy.high == pytest.approx(5550 + 1500, rel=0.001)


def test_drinking_that_was_never_answered_is_not_zero(targets):
    _, water = plain_amounts([day(0, STEW)], person=WOMAN, targets=targets)

    assert water.low is None
    assert water.says == "Drinking was not answered on any full day yet."


@given(amounts=st.lists(st.none() | st.floats(0, 5000), max_size=10))
def test_water_lies_between_the_least_and_the_most_of_its_days(targets, amounts):
    _, water = plain_amounts(
        [day(n, STEW, water_ml=ml) for n, ml in enumerate(amounts)],
        person=WOMAN,
        targets=targets,
    )

    known = [ml + 600 for ml in amounts if ml is not None]
    assert water.n_days == len(known)
    if known:
        assert min(known) - 0.01 <= water.low <= max(known) + 0.01
