import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.domain.knowledge import STATUS_KEYS, Knowledge, load_knowledge
from journal.domain.nutrition import NUTRIENT_KEYS
from journal.domain.reference_entries import KnowledgeError
from journal.domain.targets import MARKS
from journal.resources import reference_dir

FILES = ("nutrients.toml", "symptoms.toml", "links.toml", "red_flags.toml")

FORBIDDEN = re.compile(
    r"\bcauses?\b|deficien|you should|diagnos|\bdos(e|es|age)\b|\bcures?\b|guarantee"
    r"|great job|\bpromise",
    re.IGNORECASE,
)

# What is never read by the person: origins of figures, codes.
NOT_SHOWN = {"source", "citations", "sources", "method_source"}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(reference_dir())


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(reference_dir() / name, tmp_path / name)
    return tmp_path


def user_texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_SHOWN:
                yield from user_texts(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from user_texts(inner, where)
    elif isinstance(value, str):
        yield where, value


@pytest.mark.parametrize("name", FILES)
def test_what_people_read_uses_none_of_the_forbidden_words(name: str) -> None:
    table = tomllib.loads((reference_dir() / name).read_text(encoding="utf-8"))
    texts = list(user_texts(table, name))
    assert texts
    assert [(w, t) for w, t in texts if FORBIDDEN.search(t)] == []


def test_every_row_of_the_article_is_there(knowledge: Knowledge) -> None:
    rows = {
        "vitamin-d": {"muscle_ache", "weakness", "night_cramp", "bone_pain"},
        "vitamin-b12": {
            "tingling",
            "numbness",
            "nerve_pain",
            "weakness",
            "unsteadiness",
        },
        "magnesium": {"night_cramp", "daytime_spasm"},
        "calcium": {"night_cramp", "daytime_spasm", "twitching", "tingling"},
        "iron": {"restless_legs", "leg_tiredness", "weakness"},
        "vitamin-e": {"weakness", "unsteadiness"},
    }
    for slug, symptoms in rows.items():
        nutrient = knowledge.nutrient(slug)
        assert nutrient is not None
        assert nutrient.what_it_does
        assert nutrient.leg_symptoms_when_short
        linked = {
            link.symptom
            for link in knowledge.links_of(factor=nutrient.key)
            if link.in_article and link.direction == "low"
        }
        assert symptoms <= linked, slug
    assert knowledge.links_of(factor="water_g", symptom="night_cramp")


def test_the_twelve_symptoms_ask_of_the_night_or_of_the_day(
    knowledge: Knowledge,
) -> None:
    assert len(knowledge.symptoms) == 12
    night = {each.code for each in knowledge.symptoms if each.asked_of == "night"}
    assert night == {"night_cramp", "restless_legs"}
    assert sum(each.asked_of == "day" for each in knowledge.symptoms) == 10


def test_cramps_and_restless_legs_are_told_apart(knowledge: Knowledge) -> None:
    cramp, restless = (
        knowledge.symptom("night_cramp"),
        knowledge.symptom("restless_legs"),
    )
    assert cramp is not None
    assert restless is not None
    assert (cramp.neighbour, restless.neighbour) == ("restless_legs", "night_cramp")
    assert any("stretching" in text for text in cramp.telling_apart)
    assert any("moved" in text for text in restless.telling_apart)


def test_every_neighbour_is_a_symptom(knowledge: Knowledge) -> None:
    for symptom in knowledge.symptoms:
        assert knowledge.symptom(symptom.neighbour) is not None
        assert symptom.neighbour != symptom.code


def test_only_checked_codes_are_given(knowledge: Knowledge) -> None:
    codes = {symptom.snomed for symptom in knowledge.symptoms} - {None}
    assert codes == {"32914008"}
    loinc = {code for n in knowledge.nutrients for t in n.tests for code in t.loinc}
    assert loinc == {
        "1989-3",
        "62292-8",
        "2132-9",
        "2284-8",
        "2276-4",
        "2502-3",
        "2500-7",
        "2498-4",
        "19123-9",
        "17861-6",
        "2823-3",
    }


def test_every_nutrient_has_a_page_a_test_and_a_known_column(
    knowledge: Knowledge,
) -> None:
    assert {nutrient.slug for nutrient in knowledge.nutrients} == {
        "vitamin-d",
        "vitamin-b12",
        "magnesium",
        "calcium",
        "iron",
        "vitamin-e",
        "potassium",
        "folate",
        "vitamin-b6",
    }
    for nutrient in knowledge.nutrients:
        assert nutrient.key in NUTRIENT_KEYS
        assert nutrient.tests
        assert nutrient.cautions
        assert knowledge.nutrient(nutrient.key) is nutrient


def test_every_clinical_sentence_has_a_source_and_a_mark(knowledge: Knowledge) -> None:
    for nutrient in knowledge.nutrients:
        statements = list(nutrient.cautions)
        for test in nutrient.tests:
            assert test.thresholds
            assert all(statement.owner for statement in test.thresholds)
            statements += [*test.thresholds, *test.caveats]
        for statement in statements:
            assert statement.source
            assert statement.mark in MARKS
    for link in knowledge.links:
        assert link.citations
        assert link.mark in MARKS


def test_status_nutrients_are_never_judged_by_timing(knowledge: Knowledge) -> None:
    for nutrient in knowledge.nutrients:
        if nutrient.key in STATUS_KEYS:
            assert not nutrient.timing_allowed
    assert STATUS_KEYS.isdisjoint(link.factor for link in knowledge.timing_pairs())


def test_a_pair_is_tested_by_timing_only_where_its_nutrient_allows_it(
    knowledge: Knowledge,
) -> None:
    for link in knowledge.timing_pairs():
        nutrient = knowledge.nutrient(link.factor)
        assert nutrient is None or nutrient.timing_allowed


def test_iron_is_judged_in_words_unless_periods_are_ruled_out(
    knowledge: Knowledge,
) -> None:
    iron = knowledge.nutrient("iron")
    assert iron is not None
    assert iron.judged_for(menstruating=False) == "shortfall"
    assert iron.judged_for(menstruating=True) == "words_only"
    assert iron.judged_for(menstruating=None) == "words_only"


def test_the_method_follows_what_its_report_allows(knowledge: Knowledge) -> None:
    judged = {nutrient.slug: nutrient.judged_by for nutrient in knowledge.nutrients}
    assert {slug for slug, how in judged.items() if how == "words_only"} == {
        "vitamin-d",
        "vitamin-b12",
        "vitamin-e",
    }
    assert judged["potassium"] == "ai_only"


def test_grades_are_those_of_the_literature(knowledge: Knowledge) -> None:
    grades = {(link.factor, link.symptom): link.grade for link in knowledge.links}
    assert grades["magnesium_mg", "night_cramp"] == "unlikely"
    assert grades["iron_mg", "restless_legs"] == "supported"
    assert grades["vitamin_b12_ug", "tingling"] == "established"
    assert grades["vitamin_b6_mg", "tingling"] == "harm"
    assert grades["vitamin_e_mg", "unsteadiness"] == "unlikely"
    assert grades["vitamin_d_ug", "night_cramp"] == "unknown"


def test_harm_is_always_of_too_much(knowledge: Knowledge) -> None:
    harm = [link for link in knowledge.links if link.grade == "harm"]
    assert harm
    assert all(link.direction == "high" for link in harm)


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        (
            "links.toml",
            'symptom = "bone_pain"',
            'symptom = "toothache"',
            r"links\.toml, vitamin_d_ug / toothache: symptom is 'toothache'",
        ),
        (
            "links.toml",
            'factor = "iron_mg"',
            'factor = "gold_mg"',
            r"links\.toml, gold_mg .*factor is 'gold_mg'",
        ),
        (
            "links.toml",
            'citations = ["NAP 9810 p. 202"]',
            "citations = []",
            r"links\.toml, vitamin_e_mg / .*: citations is missing",
        ),
        (
            "links.toml",
            'checked = "✓P"',
            'checked = "surely"',
            r"links\.toml, .*: checked is 'surely'",
        ),
        (
            "nutrients.toml",
            'source = "NAP 9810 p. 202"',
            'source = ""',
            r"nutrients\.toml, vitamin-e, test 1, caveats 1: source is missing",
        ),
        (
            "nutrients.toml",
            "timing_allowed = false",
            "timing_allowed = true",
            r"nutrients\.toml, vitamin-d: its stores change",
        ),
        (
            "symptoms.toml",
            '"cold_leg"',
            '"cold_arm"',
            r"symptoms\.toml: no such red-flag question: cold_arm",
        ),
        (
            "symptoms.toml",
            'code = "restless_legs"',
            'code = "night_cramp"',
            r"symptoms\.toml, night_cramp: stands there twice",
        ),
        (
            "red_flags.toml",
            'any = ["stroke_signs"]',
            'any = ["cold_leg"]',
            r"red_flags\.toml: no rule uses the question stroke_signs",
        ),
        (
            "red_flags.toml",
            'UK = "Call 999 now."',
            "",
            r"red_flags\.toml, calls\.now: a region is missing",
        ),
        ("links.toml", "[[link]]", "[[link]", r"links\.toml: "),
    ],
)
def test_a_broken_entry_is_refused_by_file_and_name(
    copied: Path, name: str, old: str, new: str, complaint: str
) -> None:
    path = copied / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        load_knowledge(copied)


def test_two_points_are_the_change_people_notice(knowledge: Knowledge) -> None:
    assert knowledge.severity_scale.noticeable_change_0_10 == 2
    assert knowledge.severity_scale.pain_loinc == "72514-3"
    assert "11690728" in knowledge.severity_scale.source
