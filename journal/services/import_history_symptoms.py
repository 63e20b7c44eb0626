"""Symptoms of another program's export: which of ours, which night, how bad."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Final

from journal.domain.history import PastSymptom
from journal.domain.knowledge import Knowledge
from journal.services.profiles import MOST_OWN_SYMPTOMS, own_code

#: Words, without order and endings, to the code of a symptom of the catalogue. Only
#: names that say the leg or can mean nothing else here.
ALSO_CALLED: Final[Mapping[str, str]] = {
    "leg cramp": "night_cramp",
    "calf cramp": "night_cramp",
    "night leg cramp": "night_cramp",
    "nocturnal leg cramp": "night_cramp",
    "restless leg": "restless_legs",
    "restless legs syndrome": "restless_legs",
    "rls": "restless_legs",
    "muscle ache": "muscle_ache",
    "muscle pain": "muscle_ache",
    "leg weakness": "weakness",
    "leg tingling": "tingling",
}
#: Before this hour a symptom of the night belongs to the night that is just over.
NIGHT_IS_OVER: Final = time(14, 0)


@dataclass(slots=True)
class Answer:
    """One answer to write: the worst of what the file says for that part."""

    date: date
    part: str
    symptom: str
    severity_0_10: int
    note: str
    original: str
    times: int = 1
    duration_min: int | None = None


@dataclass(slots=True)
class SymptomBook:
    """Finds the code for each name; new names wait in `own`, code to label."""

    knowledge: Knowledge
    known: dict[str, str]
    own: dict[str, str] = field(default_factory=dict)
    #: Each name in the file with its code here; "" where there was no room.
    named: dict[str, str] = field(default_factory=dict)

    def code(self, name: str) -> str | None:
        """Return the code; None when there is no room for one more own symptom."""
        key = _key(name)
        for words, code in ALSO_CALLED.items():
            if key == _key(words):
                return code
        for symptom in self.knowledge.symptoms:
            if key in {_key(symptom.label), _key(symptom.code)}:
                return symptom.code
        for code, label in (self.known | self.own).items():
            if _key(label) == key:
                return code
        if len(self.known) + len(self.own) >= MOST_OWN_SYMPTOMS:
            return None
        code = own_code(name, self.known | self.own)
        self.own[code] = name
        return code

    def label(self, code: str) -> str:
        """Return what a symptom is called here; "" for no code."""
        symptom = self.knowledge.symptom(code)
        return symptom.label if symptom else (self.known | self.own).get(code, "")

    def answers(
        self, rows: Iterable[PastSymptom], *, scale: str
    ) -> tuple[list[Answer], list[PastSymptom]]:
        """Return the answers to write and the rows that have no place.

        Several rows of one part become one answer, the worst; how often it was there
        is counted. `scale` is the words for a severity that was put on our scale.
        """
        found: dict[tuple[date, str, str], Answer] = {}
        homeless = []
        for row in rows:
            code = self.code(row.name)
            self.named[row.name] = code or ""
            if code is None:
                homeless.append(row)
                continue
            answer = self._answer(row, code, scale)
            key = (answer.date, answer.part, answer.symptom)
            found[key] = _worse(found[key], answer) if key in found else answer
        return list(found.values()), homeless

    def _answer(self, row: PastSymptom, code: str, scale: str) -> Answer:
        symptom = self.knowledge.symptom(code)
        is_night = row.is_night
        if is_night is None:
            is_night = symptom is not None and symptom.asked_of == "night"
        day = row.day
        if is_night and row.at is not None and row.at < NIGHT_IS_OVER:
            day -= timedelta(days=1)
        said = f"Imported, {scale}: it said {row.original}." if scale else ""
        note = " ".join(part for part in (said, row.note) if part)
        return Answer(
            day,
            "night" if is_night else "day",
            code,
            row.severity_0_10,
            note[:1000],
            row.original,
            duration_min=row.duration_min if row.severity_0_10 else None,
        )


def _worse(one: Answer, other: Answer) -> Answer:
    worst = max(one, other, key=lambda answer: answer.severity_0_10)
    there = [each for each in (one, other) if each.severity_0_10]
    worst.times = sum(each.times for each in there) or 1
    return worst


def _key(name: str) -> str:
    words = re.findall(r"[^\W_]+", name.casefold().replace("’", "'"))
    return " ".join(word.removesuffix("s") for word in words)
