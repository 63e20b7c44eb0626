"""From journal days to columns: what comes first, and what is not known."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from journal.domain.knowledge import load_knowledge
from journal.domain.records import (
    DayRecord,
    EatenItem,
    FoodStatus,
    Slot,
    SupplementTaken,
    SymptomAnswer,
)
from journal.patterns.exposure import complete_days
from journal.resources import reference_dir
from journal.services.timing_diary import diary_of
from journal.services.timing_pairs import expected_sign, pairs_tested

MONDAY = date(2026, 11, 2)
KNOWLEDGE = load_knowledge(reference_dir())
FOOD = {"magnesium_mg": 100.0, "energy_kcal": 400.0, "water_g": 50.0}


def food(grams=100.0, per_100_g=FOOD):
    return EatenItem(Slot.DINNER, "stew", grams, "stew", per_100_g)


def a_day(n, **fields):
    return DayRecord(day=MONDAY + timedelta(days=n), **fields)


def answer(symptom, severity):
    return {symptom: SymptomAnswer(symptom, severity)}


def diary(records, *pairs, questions=None):
    return diary_of(
        records, pairs=pairs, questions=questions or {}, knowledge=KNOWLEDGE
    )


CRAMPS = ("night_cramp", "magnesium_mg")
ACHE = ("muscle_ache", "exercise_min")


def test_a_night_follows_the_meals_of_its_own_day():
    made = diary([a_day(0, night_answers=answer("night_cramp", 4)), a_day(1)], CRAMPS)
    assert made.symptoms["night_cramp"].tolist() == [
        4.0,
        pytest.approx(np.nan, nan_ok=True),
    ]


def test_a_symptom_of_the_day_follows_the_meals_of_the_day_before():
    records = [
        a_day(0, exercise_min=30.0),
        a_day(1, day_answers=answer("muscle_ache", 3)),
    ]
    made = diary(records, ACHE)
    assert made.symptoms["muscle_ache"][0] == 3
    assert np.isnan(made.symptoms["muscle_ache"][1])


def test_none_is_zero_and_no_answer_is_not_known():
    records = [a_day(0, night_answers=answer("night_cramp", 0)), a_day(1, note="x")]
    assert diary(records, CRAMPS).symptoms["night_cramp"][0] == 0
    assert np.isnan(diary(records, CRAMPS).symptoms["night_cramp"][1])


def test_days_before_the_first_word_are_left_out():
    made = diary([a_day(0), a_day(1), a_day(2, note="begun")], CRAMPS)
    assert made.days.tolist() == [MONDAY + timedelta(days=2)]


def test_no_days_make_an_empty_diary():
    assert diary([], CRAMPS).days.size == 0
    assert diary([a_day(0)], CRAMPS).days.size == 0


def test_a_tablet_known_exactly_does_not_grow_with_unknown_food():
    unknown = EatenItem(Slot.DINNER, "soup", 25.0, "soup", {"energy_kcal": 400.0})
    taken = (SupplementTaken("pill", 1.0, {"magnesium_mg": 200.0}),)
    record = a_day(
        0, items=(food(), unknown), supplements=taken, supplements_answered=True
    )
    made = diary([record], CRAMPS)
    share = made.known_share["magnesium_mg"][0]
    assert share == pytest.approx(0.8)
    assert made.factors["magnesium_mg"][0] / share == pytest.approx(100 / 0.8 + 200)


def test_whether_a_tablet_was_taken_is_not_known_without_an_answer():
    pill = (SupplementTaken("pill", 1.0, {"magnesium_mg": 200.0}),)
    records = [
        a_day(0, items=(food(),), supplements=pill, supplements_answered=True),
        a_day(1, items=(food(),)),
    ]
    amounts = diary(records, CRAMPS).factors["magnesium_mg"]
    assert amounts[0] == 300
    assert np.isnan(amounts[1])


def test_a_food_without_a_figure_lowers_the_known_share_and_is_never_zero():
    record = a_day(0, items=(food(per_100_g={"energy_kcal": 400.0}),))
    made = diary([record], CRAMPS)
    assert made.known_share["magnesium_mg"][0] == 0


def test_a_day_in_part_is_not_complete_and_a_tick_decides():
    records = [
        a_day(0, items=(food(),), food_status=FoodStatus.PARTIAL),
        a_day(1, items=(food(),), food_status=FoodStatus.COMPLETE),
        a_day(2, items=(food(),)),
    ]
    made = diary(records, CRAMPS)
    assert complete_days(made).tolist() == [False, True, True]
    assert made.meal_factors == ("magnesium_mg",)


def test_drinking_not_answered_is_not_known():
    water = ("night_cramp", "water_g")
    records = [
        a_day(0, items=(food(),), water_ml=1000.0),
        a_day(1, items=(food(),)),
    ]
    amounts = diary(records, water).factors["water_g"]
    assert amounts[0] == pytest.approx(1050)
    assert np.isnan(amounts[1])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"alcohol_g": 0.0}, 0.0),
        ({"alcohol_g": 10.0}, 10.0),
        ({"items": (food(),), "food_status": FoodStatus.COMPLETE}, None),
        (
            {
                "items": (food(150.0, {"alcohol_g": 10.0, "energy_kcal": 80.0}),),
                "food_status": FoodStatus.COMPLETE,
            },
            15.0,
        ),
        ({"items": (food(150.0, {"alcohol_g": 10.0}),)}, None),
    ],
)
def test_alcohol_is_known_when_answered_or_logged_on_a_full_day(fields, expected):
    made = diary([a_day(0, **fields)], ("night_cramp", "alcohol_g"))
    found = made.factors["alcohol_g"][0]
    assert np.isnan(found) if expected is None else found == expected


def test_a_later_question_carries_its_day_and_a_first_one_none():
    records = [a_day(n, note="x") for n in range(5)]
    asked = {CRAMPS: MONDAY, ("night_cramp", "water_g"): MONDAY + timedelta(days=3)}
    made = diary(records, *asked, questions=asked)
    assert set(made.questions) == set(asked)
    assert set(made.asked_on) == {("night_cramp", "water_g")}


def test_pairs_come_from_links_and_lifestyle_for_what_is_tracked():
    pairs = pairs_tested(["night_cramp"], questions=(), knowledge=KNOWLEDGE)
    assert {symptom for symptom, _ in pairs} == {"night_cramp"}
    assert {factor for _, factor in pairs} == {
        "magnesium_mg", "calcium_mg", "potassium_mg",
        "water_g", "alcohol_g", "caffeine_mg", "exercise_min",
    }  # fmt: skip


def test_status_nutrients_and_long_term_links_are_never_compared_by_days():
    everything = [symptom.code for symptom in KNOWLEDGE.symptoms]
    pairs = pairs_tested(everything, questions=(), knowledge=KNOWLEDGE)
    factors = {factor for _, factor in pairs}
    assert not factors & {"vitamin_d_ug", "vitamin_b12_ug", "vitamin_e_mg", "iron_mg"}
    assert ("tingling", "alcohol_g") not in pairs
    assert ("bone_pain", "sun_min") not in pairs


@pytest.mark.parametrize(
    ("factor", "sign"),
    [
        ("magnesium_mg", -1),
        ("water_g", -1),
        ("alcohol_g", 1),
        ("caffeine_mg", 1),
        ("exercise_min", 0),
        ("sun_min", 0),
    ],
)
def test_each_factor_has_the_side_that_is_suspected(factor, sign):
    assert expected_sign(factor, KNOWLEDGE) == sign
