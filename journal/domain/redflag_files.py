"""Reads the signs that must not wait, and refuses one that nothing leads to."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol, cast, get_args

from journal.domain.redflags import LEVELS, Level, Question, RedFlags, Rule
from journal.domain.reference_entries import Entry, KnowledgeError, entries, table_of
from journal.domain.targets import Region

FILE = "red_flags"


class OpensQuestions(Protocol):
    """The part of a symptom that matters here."""

    @property
    def code(self) -> str: ...
    @property
    def red_flag_questions(self) -> tuple[str, ...]: ...


def read_red_flags(directory: Path, symptoms: Iterable[OpensQuestions]) -> RedFlags:
    """Questions and rules, checked against the symptoms that open them.

    :raises KnowledgeError: naming file and entry, when something does not fit
    """
    opens_for: dict[str, set[str]] = {}
    codes = set()
    for symptom in symptoms:
        codes.add(symptom.code)
        for question_id in symptom.red_flag_questions:
            opens_for.setdefault(question_id, set()).add(symptom.code)
    asked = list(entries(directory, FILE, "id", table="question"))
    ids = frozenset(entry.text("id") for entry in asked)
    if strangers := opens_for.keys() - ids:
        raise KnowledgeError(
            f"symptoms.toml: no such red-flag question: {', '.join(sorted(strangers))}"
        )
    questions = tuple(_question(entry, opens_for, ids) for entry in asked)
    rules = tuple(
        _rule(entry, ids, frozenset(codes))
        for entry in entries(directory, FILE, "id", table="rule")
    )
    named: set[str] = set().union(*(rule.any_of | rule.all_of for rule in rules))
    if idle := ids - named:
        raise KnowledgeError(
            f"{FILE}.toml: no rule uses the question {', '.join(sorted(idle))}"
        )
    table = table_of(directory, FILE)
    calls = _by_level(table, "calls")
    for level in LEVELS:
        if calls.get(level, {}).keys() != set(get_args(Region)):
            raise KnowledgeError(f"{FILE}.toml, calls.{level}: a region is missing")
    return RedFlags(questions, rules, calls, _by_level(table, "phones"))


def _question(
    entry: Entry, opens_for: Mapping[str, set[str]], ids: frozenset[str]
) -> Question:
    question_id = entry.text("id")
    after = entry.text("after", "") or None
    if after is not None and after not in ids:
        raise entry.fail(f"after names {after!r}, which does not exist")
    if after is None and question_id not in opens_for:
        raise entry.fail("no symptom opens it")
    return Question(
        id=question_id,
        text=entry.text("text"),
        signs=entry.texts("signs"),
        opens_for=frozenset(opens_for.get(question_id, ())),
        min_severity_0_10=entry.number("min_severity", 1),
        medicines=frozenset(entry.texts("medicines")),
        medicines_lift_min_severity=entry.flag(
            "medicines_lift_min_severity", default=False
        ),
        after=after,
    )


def _rule(entry: Entry, ids: frozenset[str], codes: frozenset[str]) -> Rule:
    any_of, all_of = entry.known("any", ids), entry.known("all", ids)
    if not any_of and not all_of:
        raise entry.fail("it needs at least one question in any or all")
    return Rule(
        id=entry.text("id"),
        level=cast("Level", entry.one_of("level", LEVELS)),
        title=entry.text("title"),
        what_to_do=entry.text("what_to_do"),
        source=entry.text("source"),
        mark=entry.mark(),
        any_of=frozenset(any_of),
        all_of=frozenset(all_of),
        symptoms=frozenset(entry.known("symptoms", codes)),
        medicines=frozenset(entry.texts("medicines")),
    )


def _by_level(table: Mapping[str, Any], name: str) -> dict[Level, dict[Region, str]]:
    return {
        cast("Level", level): {
            cast("Region", region): text for region, text in by.items()
        }
        for level, by in table.get(name, {}).items()
    }
