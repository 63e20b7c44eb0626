"""Putting other words in the place of some so that every other character stays.

Places in the text read are places in the text written: an item's text is cut from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

#: What is said in short for words that were matched.
Say = Callable[[re.Match[str]], str]


def blank(match: re.Match[str]) -> str:
    """As many spaces as the match is long."""
    return " " * len(match.group())


def spread(said: str, room: int) -> str:
    """The words over all the room, so that an item's text is all that was told."""
    first, _, last = said.rpartition(" ")
    return first + last.rjust(room - len(first))


def fitted(said: str, whole: str) -> str:
    """The words spread over the place of ``whole``, or that itself without room."""
    return spread(said, len(whole)) if len(said) <= len(whole) else whole


def saying(
    say: Say, placed: Callable[[str, str], str] = fitted
) -> Callable[[re.Match[str]], str]:
    """What puts the words said in a match's place, where there is room for them."""
    return lambda match: placed(say(match), match.group())


def in_short(
    work: str,
    sayings: Iterable[tuple[re.Pattern[str], Say]],
    placed: Callable[[str, str], str] = fitted,
) -> str:
    """The text with each saying in the place of what its pattern matches, in order."""
    for pattern, say in sayings:
        work = pattern.sub(saying(say, placed), work)
    return work
