"""The words of the food index: spelling, unfinished words, other words for the same."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from journal.domain.brands import without_brands
from journal.domain.foodmatch import STOPWORDS, stem
from journal.domain.foodscore import QueryWord
from journal.services.foodindex_spelling import Spelling, may_be_slip

REPLACED_PENALTY = 0.01
BRAND_PENALTY = 0.02
# A word that is in the index was taken for a slip all the same.
DOUBT_PENALTY = 0.16
# Alone it is far from sure: "shake" is no sake.
DOUBT_OF_ONE = 0.2
# Words put right where next to nothing was found for them as they stand.
GUESS_PENALTY = 0.1
# By what a food was found: its own name, another name, a near relative, or USDA's
# words, which nobody writes by chance. An imported food comes after a curated one.
KIND_PENALTY = {
    "name": 0.0,
    "food": 0.004,
    "like": 0.004,
    "usda": 0.04,
    "imported": 0.05,
}
CLIPPED = 3  # letters at least, and of how many words it may be the start
CLIPPED_FROM = 6
CLIPPED_SURE = 0.9
CLIPPED_GUESS = 0.7
_PARTS = re.compile(r"[^\W_]+")
LINKS = frozenset({"with", "in", "and"})


def _key(words: Sequence[str]) -> tuple[str, ...]:
    """What a replacement is kept under; "fried" is no form of "fries"."""
    return tuple(word if word == "fried" else stem(word) for word in words)


@dataclass(frozen=True)
class Vocabulary:
    """Every word of the labels with how often it occurs, and the replacements."""

    counts: dict[str, int]
    curated: tuple[str, ...]
    replacements: dict[tuple[str, ...], tuple[str, ...]]
    real_words: frozenset[str] = frozenset()

    @classmethod
    def load(cls, connection: sqlite3.Connection) -> Vocabulary:
        """Read the words from an index file."""
        counts = dict(connection.execute("SELECT word, uses FROM word"))
        rows = connection.execute("SELECT phrase, replacement FROM replacement")
        replaced = {
            _key(phrase.split()): tuple(words.split()) for phrase, words in rows
        }
        curated = tuple(
            word
            for (word,) in connection.execute(
                "SELECT word FROM word WHERE curated_uses > 0 ORDER BY word"
            )
        )
        real = connection.execute("SELECT word FROM real_word")
        return cls(counts, curated, replaced, frozenset(word for (word,) in real))

    @cached_property
    def ordered(self) -> list[str]:
        """The words in alphabetical order."""
        return sorted(self.counts)

    @cached_property
    def spelling(self) -> Spelling:
        """What a misspelt word may have been meant to be."""
        return Spelling(self.curated, self.ordered, self.counts)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(stem(word) for word in self.counts)

    def knows(self, word: str) -> bool:
        """Whether the word or a form of it is in a label."""
        return word in self.counts or stem(word) in self.stems

    def variants(self, words: Sequence[str]) -> Iterator[tuple[list[str], float]]:
        """The query as typed, with words replaced, and without a maker's name."""
        asked = [word for word in words if word not in STOPWORDS] or list(words)
        asked = list(self._compounds(asked))
        yield asked, 0.0
        replaced = self._replace(words)
        if replaced != list(words):
            rest = [word for word in replaced if word not in STOPWORDS] or replaced
            yield rest, REPLACED_PENALTY
        compound = list(self._compounds(asked, even_known=True))
        if compound != asked:
            yield compound, REPLACED_PENALTY
        unbranded = without_brands(words)
        if unbranded != list(words):
            rest = [word for word in unbranded if word not in STOPWORDS] or unbranded
            yield list(self._compounds(rest)), BRAND_PENALTY
            replaced = self._replace(unbranded)
            if replaced != unbranded:
                yield replaced, BRAND_PENALTY + REPLACED_PENALTY

    def understand(
        self,
        words: Sequence[str],
        *,
        complete: bool,
        doubt: bool = False,
        far: bool = False,
    ) -> list[QueryWord]:
        """Each word with what it may stand for.

        With ``doubt`` a word that is in the index may be misspelt too: "late" for
        "latte". With ``far`` a word that is not may be misspelt badly.
        """
        last = len(words) - 1
        least = 1 if last else 2
        return [
            self._word(
                word,
                unfinished=not complete and number == last and len(word) >= least,
                doubt=doubt,
                far=far,
                alone=not last or len(word) <= CLIPPED,
            )
            for number, word in enumerate(words)
        ]

    def corrected(self, words: Sequence[str]) -> list[str]:
        """The words, each unknown one as what it is most likely a slip for."""

        def likely(word: str) -> str:
            near = [] if self.knows(word) else self.spelling.near(word)
            return near[0][0] if near and may_be_slip(word) else word

        return [likely(word) for word in words]

    def guesses(self, words: Sequence[str]) -> Iterator[list[str]]:
        """The query with words run together or torn apart put right: "gno chi"."""
        for at, (word, after) in enumerate(pairwise(words)):
            joined = word + after
            is_torn = not (self.knows(word) and self.knows(after))
            if is_torn and (self.knows(joined) or self.spelling.near(joined)):
                yield [*words[:at], joined, *words[at + 2 :]]
        for at, word in enumerate(words):
            if not self.knows(word):
                for parts in self._parted(word):
                    yield [*words[:at], *parts, *words[at + 1 :]]

    def _parted(self, word: str) -> Iterator[list[str]]:
        """A word as two, one of them right: "soyauce", "digestivebiscit"."""
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            is_left, is_right = (self.counts.get(w, 0) > 1 for w in (left, right))
            is_right_only = is_right and bool(self.spelling.near(left))
            if (is_left and (is_right or self._is_almost(right))) or is_right_only:
                yield [left, right]

    def _is_almost(self, word: str) -> bool:
        """Whether a word is a slip of one that is known, or its beginning."""
        return bool(self.spelling.beginning_with(word) or self.spelling.near(word))

    def _replace(self, words: Sequence[str]) -> list[str]:
        stems = _key(words)
        out: list[str] = []
        at = 0
        while at < len(words):
            for length in (4, 3, 2, 1):
                found = self.replacements.get(stems[at : at + length])
                if found is not None and at + length <= len(words):
                    out.extend(found)
                    at += length
                    break
            else:
                out.append(words[at])
                at += 1
        return out

    def _compounds(
        self, words: Sequence[str], *, even_known: bool = False
    ) -> Iterator[str]:
        """Join "corn flakes" and part "wholewheat" the way the labels write them."""
        at = 0
        while at < len(words):
            word = words[at]
            joined = word + words[at + 1] if at + 1 < len(words) else ""
            if joined in self.counts and (
                even_known or not (self.knows(word) and self.knows(words[at + 1]))
            ):
                yield joined
                at += 2
                continue
            yield from [word] if self.knows(word) else self._parts(word)
            at += 1

    def _parts(self, word: str) -> list[str]:
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            if self.counts.get(left, 0) > 1 and self.counts.get(right, 0) > 1:
                return [left, right]
        return [word]

    def _word(
        self, word: str, *, unfinished: bool, doubt: bool, far: bool, alone: bool
    ) -> QueryWord:
        others: dict[str, float] = {}
        if unfinished:
            for full in self.spelling.beginning_with(word):
                sure = 0.93 - 0.02 * min(5, len(full) - len(word))
                others[stem(full)] = max(sure, others.get(stem(full), 0.0))
        known = self.knows(word)
        if not unfinished and not known and len(word) >= CLIPPED:
            # In a diary's row "broc" and "strawb" are whole words cut short.
            others.update(self._unclipped(word))
        near = []
        if (doubt or not known) and may_be_slip(word):
            near = self.spelling.near(word)
            if far and not known:
                near += self.spelling.far(word, unfinished=unfinished)
        for other, sure in near:
            others[stem(other)] = max(sure, others.get(stem(other), 0.0))
        is_open = word in self.real_words or (alone and _is_tie(near))
        return replace(QueryWord.of(word, others), is_word=is_open)

    def _unclipped(self, word: str) -> dict[str, float]:
        """The words that a clipped one may stand for; sure where it can be one only."""
        stems = {
            stem(full) for full in self.spelling.beginning_with(word)[:CLIPPED_FROM]
        }
        is_sure = len(word) > CLIPPED and len(stems) == 1
        is_sure = is_sure and word not in self.real_words
        return dict.fromkeys(stems, CLIPPED_SURE if is_sure else CLIPPED_GUESS)


def any_of(stems: Iterable[str]) -> str:
    """What the index is asked for a word; there "3.25%" stands as two words."""
    found = (" AND ".join(map('"{}"'.format, _PARTS.findall(each))) for each in stems)
    return " OR ".join(f"({each})" if " " in each else each or '""' for each in found)


def _is_tie(near: Sequence[tuple[str, float]]) -> bool:
    """Whether it may be a slip for two words alike: "pok" for pork or pot."""
    (first, sure), (second, other) = (*near, ("", 0.0), ("", 0.0))[:2]
    return bool(second) and sure == other and stem(first) != stem(second)


def doubt(words: Sequence[str]) -> float:
    """What a food loses that was found by taking a known word for a slip."""
    return DOUBT_OF_ONE if len(words) == 1 else DOUBT_PENALTY
