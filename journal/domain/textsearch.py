"""Finding words in what a person wrote, whatever the case and the accents."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

AROUND = 60  # characters kept on either side of what was found


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of the text around the first word found, in three parts."""

    before: str
    found: str
    after: str


def search_words(query: str, *, most: int = 8) -> tuple[str, ...]:
    """Return the words to look for, folded; empty when nothing can be looked for."""
    return tuple(_fold(word)[0] for word in query.split()[:most] if _fold(word)[0])


def find_words(text: str, words: tuple[str, ...]) -> Snippet | None:
    """Return where the first word stands, if the text holds every one of them.

    Words match anywhere inside others ("cramp" in "Cramps"). None when a word is
    missing or none was given.
    """
    if not words:
        return None
    folded, origin = _fold(text)
    places = [folded.find(word) for word in words]
    if min(places) < 0:
        return None
    first = min(range(len(words)), key=lambda n: places[n])
    start = origin[places[first]]
    end = origin[places[first] + len(words[first]) - 1] + 1
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    return Snippet(
        before=("…" if left else "") + text[left:start],
        found=text[start:end],
        after=text[end:right] + ("…" if right < len(text) else ""),
    )


def _fold(text: str) -> tuple[str, list[int]]:
    """Return the text without case and accents, and where each sign came from."""
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(text):
        for part in unicodedata.normalize("NFKD", sign).casefold():
            if not unicodedata.combining(part):
                signs.append(part)
                origin.append(place)
    return "".join(signs), origin
