"""One query against the food index: each way it may be meant, and what it finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from journal.domain.foodmatch import ACCEPT, SURE
from journal.domain.foodscore import Asked, label_of
from journal.services import foodindex_words as words_known
from journal.services.foodindex_words import Vocabulary

CANDIDATES = {"curated": 120, "further": 60}
# With fewer answers than this, foods that share only some of the words follow.
FEW = 5
LINKS = (" AND ", " OR ")
#: How well a food was found, by which of its names, and of what kind that name is.
Found = tuple[float, str, str]


class Search:
    """Rates the foods of the index at ``connection`` for one query.

    ``complete`` says that the last word is finished.
    """

    def __init__(
        self, connection: sqlite3.Connection, vocabulary: Vocabulary, *, complete: bool
    ) -> None:
        self.connection = connection
        self.vocabulary = vocabulary
        self.complete = complete
        self.best: dict[int, Found] = {}

    def of(self, words: Sequence[str]) -> dict[int, Found]:
        """The number of each food found for ``words``, with how well."""
        is_linked = bool(words_known.LINKS & set(words))
        variants = list(self.vocabulary.variants(words))
        for variant, penalty in variants:
            is_longer = len(variant) > len(variants[0][0])
            understood = self.vocabulary.understand(variant, complete=self.complete)
            asked = Asked.of(understood, is_longer=is_longer)
            self._collect("curated", asked, penalty, is_linked=is_linked)
            if not penalty:
                self._collect("further", asked, penalty)
        if self._top() < SURE:
            self._doubt(words, words_known.doubt(words))
        if not self.complete:
            # While one types; in a sentence such words are no food for sure.
            self._guess(words)
        return self.best

    def _guess(self, words: Sequence[str]) -> None:
        """Add the foods of words torn, run together or misspelt badly."""
        if self._top() < SURE:
            for guess in self.vocabulary.guesses(words):
                self._doubt(guess, words_known.GUESS_PENALTY)
        if self._top() < ACCEPT:
            self._doubt(words, words_known.GUESS_PENALTY, far=True)

    def _doubt(
        self, words: Sequence[str], penalty: float, *, far: bool = False
    ) -> None:
        """Add the foods of words that were misspelt though they are in the index."""
        understood = self.vocabulary.understand(
            words, complete=self.complete, doubt=True, far=far
        )
        asked = Asked.of(understood)
        if not asked.is_only_light:
            self._collect("curated", asked, penalty)

    def _top(self) -> float:
        return max((rate for rate, _, _ in self.best.values()), default=0.0)

    def _collect(
        self, table: str, asked: Asked, penalty: float, *, is_linked: bool = False
    ) -> None:
        groups = [f"({words_known.any_of(word.stems)})" for word in asked.words]
        cost = words_known.KIND_PENALTY
        own = cost["imported"] if table == "further" else 0.0
        links = (" AND ",) if table == "further" or len(groups) == 1 else LINKS
        top, best = 0.0, self.best
        for joined in links:
            if top > 0.9 and len(best) >= FEW:
                break
            for food, text, kind in self._candidates(table, joined.join(groups)):
                rate = asked.rate(label_of(text), penalty + own + cost[kind])
                if is_linked and not words_known.LINKS & set(text.lower().split()):
                    # "Coffee with cream" is not coffee cream.
                    rate -= 0.005
                top = max(top, 0.0 if kind == "like" else rate)
                if rate > best.get(food, (0.0, "", ""))[0]:
                    best[food] = (rate, text, kind)

    def _candidates(self, table: str, match: str) -> list[tuple[int, str, str]]:
        # Imported foods are stored shortest name first: the first rows are the best
        # ones without rating a hundred thousand.
        order = "ORDER BY rank" if table == "curated" else ""
        found = self.connection.execute(
            f"SELECT label.food, label.text, label.kind FROM {table}_fts"  # noqa: S608
            f" JOIN label ON label.number = {table}_fts.rowid"
            f" WHERE {table}_fts MATCH ? {order} LIMIT ?",
            (match, CANDIDATES[table]),
        )
        return found.fetchall()
