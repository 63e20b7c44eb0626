"""Where talk ends and something that may be food begins, in words of no food alone."""

from __future__ import annotations

import re

from journal.domain.foodmatch import STOPWORDS
from journal.domain.mealtext_filler import ALONE, FILLER, PLACES
from journal.domain.mealtext_praise import SENSES
from journal.domain.story_words import HOW, WHAT

# Alone these may be what was eaten, nobody said which.
_UNNAMED = frozenset(
    """
    drink drinks food foods snack feast spread bar breakfast brunch lunch dinner supper
    order takeaway takeout take-away treat meal meals fuel recipe main mains starter
    cut log chinese italian indian thai mexican japanese greek baby dog protein bite
    side dish dishes course dessert
    """.split()  # noqa: SIM905
)
#: Words of talk, none of which tells of a food alone.
TALK = (FILLER | ALONE | PLACES | STOPWORDS | SENSES | HOW | WHAT) - _UNNAMED
_WORD = re.compile(r"\s*([a-z][a-z'’-]*)\s*")


def talk_end(text: str, start: int, end: int) -> int:
    """Where in ``text`` the run of words that name no food ends, from ``start`` on."""
    at = start
    while (word := _WORD.match(text, at, end)) and word[1] in TALK:
        at = word.end()
    return at


def is_talk(text: str) -> bool:
    """Whether only words that name no food stand in ``text``."""
    return talk_end(text, 0, len(text)) == len(text)
