"""Reads what is known about symptoms, nutrients and links, and checks that it fits."""

from pathlib import Path
from typing import cast, get_args

from journal.domain.knowledge import (
    HABITS,
    STATUS_KEYS,
    AskedOf,
    BloodTest,
    Direction,
    Grade,
    JudgedBy,
    Knowledge,
    Link,
    Nutrient,
    RiskFactor,
    SeverityScale,
    Symptom,
)
from journal.domain.lab_files import read_labs
from journal.domain.records import PLACES
from journal.domain.redflag_files import read_red_flags
from journal.domain.reference_entries import Entry, entries, table_of


def read_knowledge(directory: Path) -> Knowledge:
    """All five files, checked against each other."""
    symptoms = tuple(_symptom(e) for e in entries(directory, "symptoms", "code"))
    nutrients = tuple(_nutrient(e) for e in entries(directory, "nutrients", "slug"))
    codes = frozenset(symptom.code for symptom in symptoms)
    factors = frozenset(nutrient.key for nutrient in nutrients) | frozenset(HABITS)
    links = tuple(
        _link(entry, codes, factors)
        for entry in entries(directory, "links", "factor", "symptom")
    )
    flags = read_red_flags(directory, symptoms)
    scale = Entry("symptoms.toml", table_of(directory, "symptoms"))
    return Knowledge(
        nutrients=nutrients,
        symptoms=symptoms,
        links=links,
        red_flags=flags,
        labs=read_labs(directory, nutrients),
        severity_scale=SeverityScale(
            pain_loinc=scale.text("severity_loinc"),
            noticeable_change_0_10=scale.number("severity_change_that_matters", 0),
            source=scale.text("severity_change_source"),
        ),
    )


def _symptom(entry: Entry) -> Symptom:
    return Symptom(
        code=entry.text("code"),
        label=entry.text("label"),
        asked_of=cast("AskedOf", entry.one_of("asked_of", get_args(AskedOf))),
        question=entry.text("question"),
        pain=entry.flag("pain"),
        places=entry.known("places", frozenset(PLACES)),
        follow_ups=entry.known(
            "follow_ups",
            frozenset({"count", "duration", "part_of_day", "relieved_by", "woke_me"}),
        ),
        hint=entry.text("hint"),
        neighbour=entry.text("neighbour"),
        telling_apart=entry.texts("telling_apart", needed=True),
        source=entry.text("source"),
        red_flag_questions=entry.texts("red_flag_questions"),
        loinc=entry.text("loinc", "") or None,
        snomed=entry.text("snomed", "") or None,
    )


def _blood_test(entry: Entry) -> BloodTest:
    return BloodTest(
        name=entry.text("name"),
        loinc=entry.texts("loinc"),
        thresholds=tuple(part.statement() for part in entry.parts("thresholds")),
        caveats=tuple(part.statement() for part in entry.parts("caveats")),
    )


def _nutrient(entry: Entry) -> Nutrient:
    key = entry.text("key")
    timing_allowed = entry.flag("timing_allowed")
    if timing_allowed and key in STATUS_KEYS:
        raise entry.fail("its stores change over months: timing_allowed must be false")
    return Nutrient(
        slug=entry.text("slug"),
        key=key,
        name=entry.text("name"),
        unit=entry.text("unit"),
        what_it_does=entry.text("what_it_does"),
        leg_symptoms_when_short=entry.text("leg_symptoms_when_short"),
        how_common=entry.text("how_common", ""),
        food_sources=entry.texts("food_sources", needed=True),
        sun_or_fluids=entry.text("sun_or_fluids", ""),
        judged_by=cast("JudgedBy", entry.one_of("judged_by", get_args(JudgedBy))),
        words_only_when_menstruating=entry.flag(
            "words_only_when_menstruating", default=False
        ),
        timing_allowed=timing_allowed,
        method_note=entry.text("method_note", ""),
        method_source=entry.text("method_source"),
        tests=tuple(_blood_test(part) for part in entry.parts("test")),
        cautions=tuple(part.statement() for part in entry.parts("cautions")),
        risk_factors=tuple(
            RiskFactor(part.text("code"), part.text("text"))
            for part in entry.parts("risk_factors")
        ),
    )


def _link(entry: Entry, symptoms: frozenset[str], factors: frozenset[str]) -> Link:
    link = Link(
        factor=entry.one_of("factor", tuple(sorted(factors))),
        symptom=entry.one_of("symptom", tuple(sorted(symptoms))),
        direction=cast("Direction", entry.one_of("direction", get_args(Direction))),
        grade=cast("Grade", entry.one_of("grade", get_args(Grade))),
        what_medicine_says=entry.text("what_medicine_says"),
        citations=entry.texts("citations", needed=True),
        mark=entry.mark(),
        timing=entry.flag("timing"),
        in_article=entry.flag("article"),
    )
    if link.timing and link.factor in STATUS_KEYS:
        raise entry.fail("its stores change over months: timing must be false")
    return link
