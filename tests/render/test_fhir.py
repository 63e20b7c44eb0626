"""The bundle holds to FHIR R4 and carries only codes that were verified."""

from __future__ import annotations

import json
from datetime import date

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.records import SITES
from journal.render.fhir import (
    LabRecord,
    NutrientRecord,
    SymptomRecord,
    bundle_pieces,
    lab,
    nutrient,
    patient,
    symptom,
)

DAY = date(2026, 11, 22)
#: Every code that may leave, with where it was verified.
VERIFIED = {
    "75325-1",  # Symptom: the HL7 Symptoms guide
    "111551-8",  # Symptom absent: the same guide
    "72514-3",  # pain, 0 to 10: reference_data/symptoms.toml
    "104156-5",  # frequency: the guide
    "100753-3",  # alleviating factor: the guide
    "32914008",  # restless legs: HL7 examples
    "1989-3",  # 25-OH vitamin D in ng/mL: reference_data/labs.toml
}


def record(**fields) -> SymptomRecord:
    values = {
        "day": DAY,
        "is_night": True,
        "code": "night_cramp",
        "label": "Night cramps",
        "severity_0_10": 7,
        "pain_loinc": "72514-3",
        **fields,
    }
    return SymptomRecord(**values)


def resources() -> list[dict]:
    return [
        patient(name="Ana 🦵", sex="female", birth_year=1984),
        symptom(
            record(
                sites=("calf_left", "whole_leg_right"),
                duration_min=5,
                times_count=2,
                woke_me=True,
                eased_by="stretching",
                note="a\nb",
            )
        ),
        symptom(record(severity_0_10=0, code="restless_legs", snomed="32914008")),
        symptom(record(is_night=False, code="own_x", label="Ziehen", pain_loinc=None)),
        lab(
            LabRecord(
                1,
                DAY,
                "25-OH vitamin D",
                18.0,
                "ng/mL",
                loinc="1989-3",
                comparator="<",
                range_text="30–100",
                comment="fasting",
            )
        ),
        lab(LabRecord(2, DAY, "Own test", 1.5, "U")),
        nutrient(
            NutrientRecord(DAY, "magnesium_mg", "Magnesium", 250.5, "mg", 0.8, True)
        ),
        nutrient(
            NutrientRecord(DAY, "energy_kcal", "Energy", 1800, "kcal", 1.0, False)
        ),
    ]


def bundle(entries) -> dict:
    return json.loads("".join(bundle_pieces(entries)))


def test_the_bundle_holds_to_the_standard() -> None:
    made = Bundle.model_validate(bundle(resources()))
    assert made.type == "collection"
    assert len(made.entry) == 8


def test_a_bundle_of_nothing_but_the_person_is_sound() -> None:
    Bundle.model_validate(bundle([patient(name="", sex=None, birth_year=None)]))


def codes_in(value) -> set[str]:
    if isinstance(value, dict):
        own = {one["code"] for one in value.get("coding", [])}
        return own.union(*(codes_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(codes_in(each) for each in value))
    return set()


@pytest.mark.parametrize("count", [49, 50, 51, 100, 130])
def test_entries_in_several_pieces_make_one_bundle(count) -> None:
    person = patient(name="", sex=None, birth_year=None)
    many = [person | {"id": f"person-{n}"} for n in range(count)]

    bundle = json.loads("".join(bundle_pieces(many)))

    assert [one["resource"]["id"] for one in bundle["entry"]] == [
        one["id"] for one in many
    ]


def test_only_verified_codes_leave_and_each_with_its_text() -> None:
    made = bundle(resources())
    assert codes_in(made) <= VERIFIED

    def concepts(value):
        if isinstance(value, dict):
            if "coding" in value:
                yield value
            for each in value.values():
                yield from concepts(each)
        elif isinstance(value, list):
            for each in value:
                yield from concepts(each)

    assert all(concept["text"] for concept in concepts(made))


def test_the_answer_none_is_symptom_absent() -> None:
    none = symptom(record(severity_0_10=0))
    assert none["code"]["coding"][0]["code"] == "111551-8"
    assert none["valueCodeableConcept"]["text"] == "Night cramps"
    assert "component" not in none


def test_a_night_ends_on_the_next_morning() -> None:
    assert symptom(record())["effectivePeriod"] == {
        "start": "2026-11-22",
        "end": "2026-11-23",
    }
    assert symptom(record(is_night=False))["effectiveDateTime"] == "2026-11-22"


def test_severity_has_the_pain_code_for_pain_only() -> None:
    (pain, *_), (other, *_) = (
        symptom(record())["component"],
        symptom(record(pain_loinc=None))["component"],
    )
    assert pain["code"]["coding"][0]["code"] == "72514-3"
    assert "coding" not in other["code"]
    assert other["valueInteger"] == 7


def test_places_are_words() -> None:
    made = symptom(record(sites=("calf_left", "whole_leg_right")))
    assert made["bodySite"]["text"] == "left calf, right whole leg"


def test_each_entry_has_an_address_of_its_own() -> None:
    addresses = [entry["fullUrl"] for entry in bundle(resources())["entry"]]
    assert len(set(addresses)) == len(addresses)


@given(
    code=st.from_regex(r"own_[a-z0-9_]{1,56}", fullmatch=True),
    note=st.text(st.characters(exclude_categories=["Cs"]), max_size=50),
    severity=st.integers(0, 10),
    sites=st.lists(st.sampled_from(SITES), max_size=3),
)
def test_any_answer_makes_a_sound_observation(code, note, severity, sites) -> None:
    made = symptom(
        record(
            code=code,
            label=note.strip() or "x",
            severity_0_10=severity,
            note=note.strip(),
            sites=tuple(sites),
        )
    )
    Bundle.model_validate(bundle([made]))


@pytest.mark.parametrize("year", [1900, 2020])
def test_a_year_of_birth_is_a_date_of_fhir(year) -> None:
    Bundle.model_validate(bundle([patient(name="A", sex="male", birth_year=year)]))
