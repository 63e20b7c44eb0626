"""Every sentence about patterns: plain, short, and free of what must not be said."""

import ast
import re
import string
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from journal.patterns import Finding, find_timing
from journal.patterns import multiplicity as budget
from journal.patterns.counts import split_counts
from journal.patterns.wording import (
    NUTRIENT_TIERS,
    SENTENCES,
    TIERS,
    describe_counts,
    timing_words,
)
from journal.patterns.wording.timing import AFTER
from journal.services.doctor_data import METHOD

FORBIDDEN = re.compile(
    r"caus|deficien|you should|you must|diagnos|dose|cure|treat|guarantee|promise|"
    r"significan|p-value|correlat|great job|danger|warning|!",
    re.IGNORECASE,
)
FILLED = {
    "symptom": "cramps", "factor": "magnesium", "lead": "potassium",
    "nutrient": "magnesium", "unit": "mg", "week": "2 March", "times": "nights",
    "after": "after three days with little magnesium", "day": "2 March",
    "foods": "nuts, seeds, whole grains and beans", "test": "a blood test",
}  # fmt: skip


def filled(sentence: str) -> str:
    names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name]
    return sentence.format(**{n: FILLED.get(n, "7") for n in names})


def syllables(word: str) -> int:
    groups = re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))
    return max(1, len(groups))


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade; reading age 12 is about grade 7."""
    sentences = [s for s in re.split(r"[.:;]\s*", text) if s.strip()]
    words = re.findall(r"[A-Za-z]+|\d+", text)
    spoken = sum(syllables(w) for w in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


@pytest.mark.parametrize("key", SENTENCES)
def test_no_sentence_says_what_must_not_be_said(key):
    assert not FORBIDDEN.search(SENTENCES[key])


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_is_short(key):
    for part in re.split(r"(?<=[.])\s+", filled(SENTENCES[key])):
        assert len(part.split()) <= 22, part


def test_all_sentences_together_read_at_age_twelve():
    names = r"magnesium|potassium|cramps"  # given by the person, not by us
    text = re.sub(names, "it", " ".join(filled(s) for s in SENTENCES.values()))
    assert reading_grade(text) <= 6


@pytest.mark.parametrize("key", SENTENCES)
def test_no_single_sentence_is_hard(key):
    text = re.sub(r"magnesium|potassium|cramps", "it", filled(SENTENCES[key]))
    assert reading_grade(text) <= 10, text


NAMES = {"symptom": "cramps", "factor": "water", "part": "night", "pairs": 9}


def test_a_finding_is_told_in_natural_frequencies(make_diary):
    link = next(
        f for f in find_timing(make_diary(linked=True)) if f.tier == "recurring"
    )
    said = timing_words(link, tier="recurring", **NAMES)
    assert said.title == "Cramps came more often after days with little water."
    assert re.search(
        r"Cramps on \d+ of \d+ nights after the least water, and on \d+ of \d+ others",
        said.journal[0],
    )
    assert "not the reason" in said.journal[-1]


def test_every_tier_can_be_told(make_diary):
    for diary in (make_diary(10), make_diary(60), make_diary(linked=True)):
        for finding in find_timing(diary):
            for tier in (finding.tier, "faded", "put_aside", "unasked"):
                said = timing_words(finding, tier=tier, lead="x", **NAMES)
                words = [said.title, *said.journal, *said.why, said.next_step]
                assert all("{" not in each for each in words)


@pytest.mark.parametrize(
    "reason",
    [
        "few_nights",
        "few_symptom_nights",
        "few_free_nights",
        "few_complete_nights",
        "factor_hardly_varies",
    ],
)
def test_each_reason_for_not_yet_has_its_words(reason):
    finding = Finding("cramps", "water", "not_enough_data", nights=12, reason=reason)
    said = timing_words(finding, tier="not_enough_data", **NAMES)
    assert said.title == "Cramps and water: too early to say."
    assert said.journal[0]


@pytest.mark.parametrize("is_asked", [True, False])
def test_how_many_people_see_chance_is_what_the_budgets_allow(is_asked):
    if is_asked:
        recurring = budget.QUESTIONS_SHARE * budget.RECURRING_ASKED
        recurring += (1 - budget.QUESTIONS_SHARE) * budget.RECURRING_OTHERS
        possible = budget.QUESTIONS_SHARE * budget.POSSIBLE_ASKED
        possible += (1 - budget.QUESTIONS_SHARE) * budget.POSSIBLE_OTHERS
    else:
        recurring, possible = budget.RECURRING, budget.POSSIBLE
    said = re.search(r"Of (\d+) people .* about one", SENTENCES["why.recurring"])
    people = int(said[1])
    assert 1 / (1.35 * people) < recurring <= 1 / people
    assert "Of 20 people" in SENTENCES["why.possible"]
    assert "one or two" in SENTENCES["why.possible"]
    assert 1 / 20 <= possible <= 2 / 20
    told = " ".join((Path(__file__).parents[2] / "docs/method.md").read_text().split())
    assert f"Of {people} people with no link at all, about one would be shown" in told
    on_paper = " ".join(" ".join(METHOD).split())
    assert f"Of {people} people without any link, about one is shown" in on_paper


def test_a_tier_that_is_kept_says_that_it_has_grown_weaker(make_diary):
    link = next(
        f for f in find_timing(make_diary(linked=True)) if f.tier == "recurring"
    )
    weaker = replace(link, tier="possible")
    assert SENTENCES["why.held"] in timing_words(weaker, tier="recurring", **NAMES).why


def test_counts_are_told_as_counts():
    counts = split_counts(
        severity_0_10=np.array([5.0] * 5 + [0] + [3] * 4 + [0] * 11),
        daily_amount=np.array([200.0] * 6 + [300] * 15),
        day_complete=np.ones(21, bool),
        threshold=250,
    )
    assert describe_counts(counts, symptom="cramps", unit="mg")[0] == (
        "So far: cramps on 5 of 6 nights after days under 250 mg, and on 4 of 15 "
        "others."
    )


SPEAKING = (
    "timing", "timing_cards", "timing_counts", "report_findings", "report_excess",
    "report_plain_count", "report_course", "pattern_page", "report_first_thing",
    "report_letter", "report_questions", "doctor_patterns",
)  # fmt: skip

#: Headings, links, and sentences about something else than a finding.
OTHER = {
    "Information, not medical advice.", "To bring up with your doctor",
    "What is not known", "Logged in full on ", "Why we say this",
    "What to bring up", "It can still be added.",
}  # fmt: skip


@pytest.mark.parametrize("name", SPEAKING)
def test_no_service_has_a_sentence_of_its_own_about_findings(name):
    path = Path(__file__).parents[2] / "journal" / "services" / f"{name}.py"
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, documented)
    }
    sentences = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value not in docstrings
        and len(node.value.split()) >= 4
        and node.value not in OTHER
    ]
    assert sentences == []


ABOUT_FINDINGS = re.compile(
    r"been short|worth a visit|Medicine on|what could be behind|it stays quiet until|"
    r"true by chance|Chance alone|from books and studies|upper level\b.*noted",
)


@pytest.mark.parametrize("folder", ["journal/services", "journal/web", "templates"])
def test_what_is_said_of_findings_stands_nowhere_but_in_the_wording(folder):
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted((Path(__file__).parents[2] / folder).rglob("*"))
        if path.suffix in {".py", ".html", ".txt", ".typ"}
        and path.parent.name != "design"  # samples of the parts of a page
        for line in path.read_text("utf-8").splitlines()
        if ABOUT_FINDINGS.search(line)
    ]
    assert found == []


def test_the_names_of_tiers_say_nothing_forbidden_either():
    names = [*TIERS.values(), *NUTRIENT_TIERS.values(), *AFTER.values()]
    assert not [name for name in names if FORBIDDEN.search(name)]
