"""Every sentence about findings in short: first lines, mail, doctor's page, asking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    # The first lines of a week, a month or a quarter.
    "first.short.month": "{nutrients} {have} probably been short for a month.",
    "first.short.days": ("{nutrients} {have} probably been short over {n} full days."),
    "first.more_days": (
        "About {more} more full {days} of food before we can say what is short."
    ),
    # What stands behind a finding in the mail and on top of the page.
    "in_short.medicine": "Medicine on this: {grade}.",
    "in_short.medicine_on": "Medicine on {nutrient} and {symptom}: {grade}.",
    "in_short.one_more": "1 more stands on the page.",
    "in_short.more": "{n} more stand on the page.",
    # What is worth bringing up.
    "ask.symptom": ("{symptom} on {a} of {b} {times} {over}: what could be behind it?"),
    "ask.symptom.changed": (
        "{symptom} on {a} of {b} {times} {over}, {c} of {d} this week, {than} than "
        "the week before: what could be behind it?"
    ),
    "ask.test": "If you and your doctor decide to test",
    "ask.known": "worth asking what that says.",
    "ask.above_upper": "Worth asking whether that is right for you.",
    # On paper, handed to a doctor by the person.
    "paper.probably_short": "{nutrient} has probably been short; noted: {symptoms}.",
    "paper.may_be_short": "{nutrient} may have been short; noted: {symptoms}.",
    "paper.above": (
        "{nutrient} has been over the European upper level; noted: {symptoms}."
    ),
    "paper.may_be_above": (
        "{nutrient} may have been over the European upper level; noted: {symptoms}."
    ),
    "paper.timing": "{symptom} after the {side} {factor}.",
    "paper.counts": (
        "{symptom} on {a} of {b} {times} after the {side} {factor}, on {c} of {d} "
        "others."
    ),
    "paper.ask.stayed": "{symptom} on {a} of {b} {times}: what could be behind it?",
    "paper.ask.more": (
        "{symptom} on {a} of {b} {times}, more often in the later half: what could "
        "be behind it?"
    ),
    "paper.stayed": "There at least half the time throughout: {symptoms}.",
    "paper.more": "More often in the later half: {symptoms}.",
    "paper.discussed": "Talked about before.",
    "paper.tested": "Tested before.",
    "paper.test": "If we decide to test",
    "paper.known": "what does that say here?",
    "paper.above_upper": "Is that right for me?",
    # Beside what was asked, marked and counted.
    "mark.until": "Marked, it stays quiet until it changes.",
    "questions.books": (
        "What people often ask comes from books and studies alone. Nothing you wrote "
        "has a say in it."
    ),
    "counts.chance": (
        "Plain counts. Chance alone often makes such a difference; nothing follows "
        "from it yet."
    ),
}
