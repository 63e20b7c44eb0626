"""What a misspelt word of a food may have been meant to be, and how surely."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from journal.domain.mealtext_filler import FILLER

PREFIXES = 40
SHORT = 4
SLIP = 0.65  # what one slip a letter takes from a word's sureness
# So many slips at most in a word that was not found otherwise.
WIDE = 2
# A word is asked for several times in one search.
MOST_KEPT = 2_000
#: Letters that sound alike at the start of a word: "kustard", "cale", "zalami".
_SOUNDS = str.maketrans("kqz", "ccs")


@dataclass(frozen=True)
class Spelling:
    """Finds the words of the index that a word may be a slip for.

    ``curated`` are the words of the curated foods, which come first, ``every`` all in
    order, ``counts`` how often each is used.
    """

    curated: Sequence[str]
    every: Sequence[str]
    counts: Mapping[str, int]
    _found: dict[str, list[tuple[str, float]]] = field(default_factory=dict)

    def beginning_with(self, start: str) -> list[str]:
        """The words that a word may be the start of, the most used first."""
        at = bisect_left(self.every, start)
        found = []
        while at < len(self.every) and self.every[at].startswith(start):
            found.append(self.every[at])
            at += 1
        found.sort(key=lambda word: -self.counts[word])
        return found[:PREFIXES]

    def near(self, word: str) -> list[tuple[str, float]]:
        """The words it may be a slip for, each with how surely, the surest first."""
        near = self._found.get(word)
        if near is None:
            near = self._slips_of(word, self.curated, _allowed(word))
            if not near and len(self.every) > len(self.curated):
                near = self._slips_of(word, self.every, _allowed(word))
            if len(self._found) >= MOST_KEPT:
                self._found.clear()
            self._found[word] = near
        return near

    def far(self, word: str, *, unfinished: bool) -> list[tuple[str, float]]:
        """The words it may be with more slips, or the start of with one.

        For a word that nothing was found for otherwise: "psaga", "broxco".
        """
        found = self._slips_of(word, self.curated, max(WIDE, _allowed(word)), wide=True)
        return found + (self._begun(word) if unfinished else [])

    def _begun(self, start: str) -> list[tuple[str, float]]:
        """The words whose beginning is the word but for one slip."""
        if len(start) <= SHORT:
            return []
        begun = []
        for other in self.curated:
            if len(other) > len(start) and _sound(other) == _sound(start):
                lengths = (len(start) - 1, len(start), len(start) + 1)
                if any(OSA.distance(start, other[:end]) <= 1 for end in lengths):
                    begun.append((other, 1.0 - SLIP / len(start)))
        return begun

    def _slips_of(
        self, word: str, among: Sequence[str], allowed: int, *, wide: bool = False
    ) -> list[tuple[str, float]]:
        found = process.extract(
            word,
            among,
            scorer=OSA.distance,
            processor=None,
            score_cutoff=allowed,
            limit=24,
        )
        near = [
            (other, slips)
            for other, distance, _ in found
            if other != word
            and (slips := _slips(word, other, int(distance), wide=wide))
        ]
        near.sort(key=lambda one: one[1])
        least = near[0][1] if near else 0.0
        return [
            (other, 1.0 - SLIP * slips / max(4, len(word)))
            for other, slips in near
            if slips <= least + 0.5
        ]


def may_be_slip(word: str) -> bool:
    """Whether a word may be misspelt: no number, and none of the words of talk."""
    return len(word) >= 3 and not word.isdigit() and word not in FILLER


def _allowed(word: str) -> int:
    return 1 if len(word) <= SHORT else 2 if len(word) <= 8 else 3


def _sound(word: str) -> str:
    return ("f" if word.startswith("ph") else word[0]).translate(_SOUNDS)


def _slips(word: str, other: str, distance: int, *, wide: bool = False) -> float:
    """How many slips of the keyboard part two words; 0 where they are too far apart.

    Letters in another order are one slip ("stake" for "steak"). A wrong first letter
    is rarer, and one letter of a short word is often another word: "same" is no sake.
    """
    is_other_start = _sound(other) != _sound(word)
    if len(other) < 3 or (len(word) <= SHORT and is_other_start):
        return 0.0
    slips = float(distance)
    if distance == 2 and sorted(word) == sorted(other):
        slips = 1.2
    elif distance > 1 and len(word) <= 5 and (not wide or is_other_start):
        return 0.0
    return slips + 0.8 * (is_other_start or len(word) <= SHORT)
