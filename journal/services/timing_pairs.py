"""Which symptoms are compared with which factors for one person, and which never."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.knowledge import HABITS, STATUS_KEYS, Knowledge, Link
from journal.domain.weekly import Part
from journal.models import Account

Pair = tuple[str, str]

#: Compared with every symptom that is tracked, whether or not anybody studied it: what
#: people do themselves, and suspect. Sun only where the literature names it.
LIFESTYLE: Final = ("water_g", "alcohol_g", "caffeine_mg", "exercise_min")

#: Both more and less may be what matters: no direction is expected.
EITHER_WAY: Final = frozenset({"exercise_min", "sun_min"})
_USUAL_SIGN: Final = {"water_g": -1, "alcohol_g": 1, "caffeine_mg": 1}


def factors_to_ask_about(knowledge: Knowledge) -> dict[str, str]:
    """Return the factors that may be compared with single days, key to name."""
    nutrients = {
        each.key: each.name
        for each in knowledge.nutrients
        if each.timing_allowed and each.key not in STATUS_KEYS
    }
    return nutrients | dict(HABITS)


def symptoms_watched(account: Account, noted: Iterable[str]) -> tuple[str, ...]:
    """Return the symptoms a person tracks; before any choice, those they noted."""
    return tuple(dict.fromkeys(account.tracked_symptoms or noted))


def part_of(symptom: str, knowledge: Knowledge) -> Part:
    """Return whether a symptom is asked of the night or of the day."""
    known = knowledge.symptom(symptom)
    return known.asked_of if known else "day"


def unit_of(factor: str) -> str:
    """Return the unit at the end of a factor's name; water weighs what it measures."""
    if factor == "water_g":
        return "ml"
    return factor.rpartition("_")[2].replace("ug", "µg")


def pairs_tested(
    symptoms: Iterable[str], *, questions: Iterable[Pair], knowledge: Knowledge
) -> tuple[Pair, ...]:
    """Return the pairs declared beforehand: links, lifestyle, and the questions.

    They depend on what is tracked and asked, never on what the days hold. A link
    that says "not by single days" keeps its pair out.
    """
    watched = set(symptoms)
    refused = {
        (link.symptom, link.factor) for link in knowledge.links if not link.timing
    }
    pairs = {
        (link.symptom, link.factor)
        for link in knowledge.timing_pairs()
        if link.symptom in watched
    }
    pairs |= {(symptom, factor) for symptom in watched for factor in LIFESTYLE}
    return tuple(sorted((pairs - refused) | set(questions)))


def expected_sign(factor: str, knowledge: Knowledge) -> int:
    """Return -1 when little of a factor is suspected, +1 when much, 0 for either."""
    if factor in EITHER_WAY:
        return 0
    sides = {
        link.direction for link in knowledge.timing_pairs() if link.factor == factor
    }
    if len(sides) == 1:
        return -1 if sides == {"low"} else 1
    return _USUAL_SIGN.get(factor, 0)


def link_of(symptom: str, factor: str, knowledge: Knowledge) -> Link | None:
    """Return what medicine says about a pair, None when nobody studied it."""
    found = knowledge.links_of(factor=factor, symptom=symptom)
    return found[0] if found else None
