"""Blood tests: the reference file, units, figures and ranges as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import Invalid
from journal.domain.knowledge import load_knowledge
from journal.domain.labs import doubt, figure, read_figure, read_range, standing
from journal.resources import reference_dir

KNOWLEDGE = load_knowledge(reference_dir())


def lab(code):
    found = KNOWLEDGE.lab(code)
    assert found is not None
    return found


def test_every_test_of_the_issue_is_there():
    assert {test.code for test in KNOWLEDGE.labs} == {
        "vitamin_d_25oh", "vitamin_b12", "active_b12", "mma", "ferritin",
        "transferrin_saturation", "haemoglobin", "magnesium", "calcium", "albumin",
        "pth", "potassium", "folate", "vitamin_e", "ck", "tsh", "hba1c", "egfr",
    }  # fmt: skip


# Pairs as printed by others: NICE NG239; NASEM 13050; PMC3934467; PMC7276095;
# NAP 9810 p. 234; IFCC 10.93 × 6.5 − 23.5 = 47.5 (clinics print 48).
@pytest.mark.parametrize(
    ("code", "here", "there", "within"),
    [
        ("vitamin_b12", (180, "ng/L"), (133, "pmol/L"), 0.5),
        ("vitamin_b12", (350, "pg/mL"), (258, "pmol/L"), 0.5),
        ("vitamin_d_25oh", (20, "ng/mL"), (50, "nmol/L"), 0.01),
        ("vitamin_e", (5.16, "mg/L"), (12, "µmol/L"), 0.03),
        ("haemoglobin", (12, "g/dL"), (7.45, "mmol/L"), 0.01),
        ("pth", (65, "pg/mL"), (6.9, "pmol/L"), 0.02),
        ("calcium", (8.8, "mg/dL"), (2.2, "mmol/L"), 0.01),
        ("folate", (3, "µg/L"), (6.8, "nmol/L"), 0.01),
        ("hba1c", (6.5, "%"), (47.5, "mmol/mol"), 0.1),
        ("magnesium", (2, "mEq/L"), (1, "mmol/L"), 1e-9),
        ("ck", (1, "µkat/L"), (60, "U/L"), 1e-9),
    ],
)
def test_units_turn_into_each_other_as_others_print_them(code, here, there, within):
    value, unit = here
    other, wanted = there
    turned = lab(code).in_unit(value, unit, wanted=wanted)
    assert turned == pytest.approx(other, abs=within)


@given(st.sampled_from(KNOWLEDGE.labs), st.floats(0.01, 1e4), st.data())
def test_there_and_back_is_the_same_figure(test, value, data):
    one, two = (data.draw(st.sampled_from(test.units)).code for _ in range(2))
    there = test.in_unit(value, one, wanted=two)
    assert test.in_unit(there, two, wanted=one) == pytest.approx(value, abs=1e-6)


def test_a_code_stands_only_where_the_clinical_reference_verified_it():
    codes = {test.code: test.loinc for test in KNOWLEDGE.labs if test.loinc}
    assert codes == {
        "vitamin_d_25oh": ("62292-8", "1989-3"),
        "vitamin_b12": ("2132-9",),
        "folate": ("2284-8",),
        "ferritin": ("2276-4",),
        "transferrin_saturation": ("2502-3",),
        "magnesium": ("19123-9",),
        "calcium": ("17861-6",),
        "potassium": ("2823-3",),
    }


def test_thresholds_name_their_owner_and_how_they_were_checked():
    for test in KNOWLEDGE.labs:
        for one in test.thresholds:
            assert one.owner
            assert one.source
            assert one.mark
    owners = [one.owner for one in lab("ferritin").thresholds]
    assert any("restless legs only" in owner for owner in owners)
    assert all("Active" not in one.text for one in lab("vitamin_b12").thresholds)


def test_no_unit_or_caveat_is_called_a_deficiency_or_an_order():
    for test in KNOWLEDGE.labs:
        words = " ".join(one.text for one in (*test.thresholds, *test.caveats))
        assert "deficien" not in words.casefold()
        assert "you should" not in words.casefold()


@pytest.mark.parametrize(
    ("typed", "mark", "value"),
    [("38", "", 38), ("0,7", "", 0.7), ("< 5", "<", 5), (">1500", ">", 1500),
     (" 1 200 ", "", 1200), ("≥ 60", ">", 60), (".5", "", 0.5)],
)  # fmt: skip
def test_a_figure_is_read_as_the_sheet_prints_it(typed, mark, value):
    assert read_figure(typed, field="v") == (mark, value)


@pytest.mark.parametrize("typed", ["lots", "1.2.3", "-4", "5e3", "nan", "<", "1" * 12])
def test_what_is_no_figure_is_said_kindly(typed):
    with pytest.raises(Invalid):
        read_figure(typed, field="v")


def test_a_comma_that_can_be_read_in_two_ways_is_asked_back():
    with pytest.raises(Invalid, match=r"Type 1234, or 1\.234 with a point"):
        read_figure("1,234", field="v")


@given(st.floats(1e-4, 1e6))
def test_a_shown_figure_is_within_half_a_percent(value):
    assert float(figure(value)) == pytest.approx(value, rel=0.006)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("50–125", (50, 125)), ("0,7 - 1,0", (0.7, 1)), ("> 30", (30, None)),
     ("≥ 90 mL/min", (90, None)), ("up to 5", (None, 5)), ("<0.4", (None, 0.4)),
     ("12 to 150 µg/L", (12, 150)), ("see comment", (None, None)),
     ("", (None, None)), ("9-1", (None, None))],
)  # fmt: skip
def test_a_range_is_read_as_printed_or_left_alone(text, ends):
    assert read_range(text) == ends


@pytest.mark.parametrize(
    ("mark", "value", "low", "high", "where"),
    [("", 38, 50, 125, "below"), ("", 50, 50, 125, "within"),
     ("", 126, 50, 125, "above"), ("", 38, None, None, "unknown"),
     ("<", 5, 10, 50, "below"), ("<", 5, 3, 50, "unknown"),
     (">", 1500, 100, 900, "above"), (">", 60, 90, None, "unknown"),
     (">", 90, 90, None, "within"), ("", 4, None, 5, "within"),
     ("<", 5, None, 5, "within"), ("<", 9, None, 5, "unknown")],
)  # fmt: skip
def test_a_result_is_compared_with_the_laboratorys_own_range_only(
    mark, value, low, high, where
):
    assert standing(mark, value, low, high) == where


def test_a_likely_mix_up_of_units_is_asked_back_with_a_guess():
    asked = doubt(lab("haemoglobin"), 14, "g/L", low=None, high=None)
    assert asked == (
        "Haemoglobin of 14 g/L is unusual. Is the unit right? Was it 14 g/dL?"
    )
    assert doubt(lab("haemoglobin"), 140, "g/L", low=None, high=None) == ""
    assert "Was it 6.1 %" in doubt(lab("hba1c"), 6.1, "mmol/mol", low=None, high=None)


def test_a_figure_far_outside_its_own_range_is_asked_back():
    assert "far outside" in doubt(None, 900, "x", low=1, high=3)
    assert doubt(None, 4, "x", low=1, high=3) == ""
