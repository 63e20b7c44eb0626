from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.compounds import COMPOUNDS
from journal.domain.daily_values import ALL
from journal.domain.errors import Invalid
from journal.domain.food_labels import FOOD_UNITS, per_100_g
from journal.domain.mealtext_skipped import skipped_meals
from journal.domain.nutrient_names import NUTRIENT_NAMES
from journal.domain.nutrition import NUTRIENT_KEYS
from journal.domain.records import Slot


@pytest.mark.parametrize(
    ("code", "percent"),
    # NCBI NBK548214, table of iron tablets.
    [
        ("fe_sulfate", 20),
        ("fe_sulfate_dried", 37),
        ("fe_fumarate", 33),
        ("fe_gluconate", 12),
    ],
)
def test_the_iron_in_a_salt_is_that_of_the_published_table(
    code: str, percent: int
) -> None:
    (found,) = [one for one in COMPOUNDS if one.code == code]
    assert round(found.share_0_1 * 100) == percent


def test_every_unit_and_name_is_of_a_nutrient_that_is_kept() -> None:
    assert set(FOOD_UNITS) <= set(NUTRIENT_KEYS) == set(NUTRIENT_NAMES)
    assert all(set(values.amounts) <= set(NUTRIENT_KEYS) for values in ALL)
    for units in FOOD_UNITS.values():
        assert units[0].factor == 1.0
        assert len({unit.code for unit in units}) == len(units)


@given(st.floats(0.01, 30), st.floats(1, 500))
def test_a_serving_and_100_g_say_the_same(amount: float, serving_g: float) -> None:
    per_serving = amount * serving_g / 100
    found = per_100_g({"protein_g": (per_serving, "g")}, basis_g=serving_g)
    assert found == {"protein_g": pytest.approx(amount, abs=1e-4)}


@pytest.mark.parametrize(
    "amounts",
    [
        {"energy_kcal": (951.0, "kcal")},
        {"protein_g": (101.0, "g")},
        {"protein_g": (60.0, "g"), "fat_g": (60.0, "g")},
    ],
)
def test_more_than_a_food_can_hold_is_refused(
    amounts: dict[str, tuple[float, str]],
) -> None:
    with pytest.raises(Invalid):
        per_100_g(amounts, basis_g=100)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("no breakfast", (Slot.BREAKFAST,)),
        ("Skipped lunch, an apple", (Slot.LUNCH,)),
        ("I didn't have any dinner", (Slot.DINNER,)),
        ("no breakfast and no lunch today", (Slot.BREAKFAST, Slot.LUNCH)),
        ("no breakfast bar", ()),
        ("breakfast: eggs, no toast", ()),
        ("", ()),
    ],
)
def test_a_sentence_says_which_meals_were_skipped(
    said: str, slots: tuple[Slot, ...]
) -> None:
    rest, found = skipped_meals(said)
    assert found == slots
    assert len(rest) == len(said)
    assert "apple" not in said or "apple" in rest
