"""Remarks beside food that are words of no food: "watching telly", "knackered".

At the beginning or the end of a clause, a run of words of no food is left out where
one of them is a word of remarks; a clause that is such a run wholly, is left out. What
holds any other word stays: it may be a food that nobody here knows.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_talk_run import TALK
from journal.domain.remark_words import ALSO_IN_NAMES, DESCRIBING, REMARKS

_CLAUSE = re.compile(r"(?:[^,.;:!?\n()\x00-\x08\x0e\x0f]|\.(?=\d)|,(?=\d))+")
_JOINED = re.compile(r"\b(?:and|with|then|but|plus|or|while|after|before)\b")
_WORD = re.compile(r"[a-z][a-z'’-]*|\S+")
_HOW = frozenset(["bit", "rather", "proper", "feel", "feels", "early", "late"])
_IDLE = TALK | REMARKS | ALSO_IN_NAMES | _HOW


def without_run_remarks(work: str) -> str:
    """The text (in lower case, every place kept) without such remarks."""
    out = list(work)
    for clause in _CLAUSE.finditer(work):
        for start, end in _parts(work, *clause.span()):
            for first, last in _idle(work, start, end):
                out[first:last] = " " * (last - first)
    return "".join(out)


def _parts(work: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a clause between words that join foods."""
    cuts = [match.span() for match in _JOINED.finditer(work, start, end)]
    edges = [start, *(at for cut in cuts for at in cut), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _idle(work: str, start: int, end: int) -> list[tuple[int, int]]:
    """The remarks at the beginning and the end of a stretch."""
    words = list(_WORD.finditer(work, start, end))
    is_idle = [word.group() in _IDLE for word in words]
    told = [word.group() in REMARKS for word in words]
    found = []
    head = next((at for at, idle in enumerate(is_idle) if not idle), len(words))
    # "A large soggy sandwich" is told of the food: its amount stays.
    ahead = words if head == len(words) else words[:head]
    is_of_food = head < len(words) and any(w.group() in DESCRIBING for w in ahead)
    if any(told[:head]) and not is_of_food:
        found.append((words[0].start(), words[head - 1].end()))
    if head == len(words):
        return found
    tail = len(words) - next(at for at, idle in enumerate(is_idle[::-1]) if not idle)
    if any(told[tail:]):
        found.append((words[tail].start(), words[-1].end()))
    return found
