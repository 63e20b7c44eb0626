"""The food index: one SQLite file that finds foods despite typos and unfinished words.

The file is built from the reference table and any further foods, replaced as a whole,
and rebuilt when what it was built from has changed. It is the same on every database.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from journal.domain.amounts import Portion
from journal.domain.foodmatch import FoodHit, words_of
from journal.services.foodindex_build import (
    SCHEMA,
    IndexedFood,
    Synonym,
    build_file,
    reference_foods,
    reference_stamp,
    reference_synonyms,
)
from journal.services.foodindex_json import hit_as_json, item_as_json, meal_as_json
from journal.services.foodindex_parse import parse_with_index
from journal.services.foodindex_search import Found, Search
from journal.services.foodindex_words import Vocabulary

__all__ = [
    "FoodIndex",
    "IndexedFood",
    "Synonym",
    "hit_as_json",
    "item_as_json",
    "meal_as_json",
    "open_index",
    "parse_with_index",
]

MAXIMUM_QUERY_CHARACTERS = 200
MAXIMUM_QUERY_WORDS = 12


class FoodIndex:
    """Finds foods in the index file at ``path``; one connection per thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._vocabulary: tuple[object, Vocabulary] | None = None
        self._lock = threading.Lock()

    def build(
        self,
        foods: Iterable[IndexedFood],
        synonyms: Iterable[Synonym] = (),
        *,
        stamp: str = "",
    ) -> int:
        """Write the index anew, streaming, and put it in place in one step.

        Returns the number of foods. A reader sees the old file or the new one.
        """
        return build_file(self.path, foods, synonyms, stamp=stamp)

    def is_current(self, stamp: str, *, further: bool = True) -> bool:
        """Whether the file is whole, of this schema and built from this ``stamp``.

        Without ``further`` only the stamp's first word, the reference, must agree.
        """
        if not self.path.exists():
            return False
        try:
            row = self._connection().execute("SELECT schema, stamp FROM about")
            schema, found = row.fetchone() or (0, "")
        except sqlite3.DatabaseError:
            return False
        if not further:
            stamp, found = stamp.partition(" ")[0], found.partition(" ")[0]
        return bool((schema, found) == (SCHEMA, stamp))

    def search(
        self,
        query: str,
        *,
        limit: int = 8,
        boosts: Mapping[str, float] | None = None,
        complete: bool = False,
    ) -> list[FoodHit]:
        """The foods that answer ``query``, best first, at most ``limit``.

        ``boosts`` adds to the score of foods (own, recent or frequent ones: 0.05 to
        0.2 is plenty). ``complete`` says that the last word is finished, as in a
        sentence; otherwise it also stands for every word it begins.
        """
        words = words_of(query[:MAXIMUM_QUERY_CHARACTERS])[:MAXIMUM_QUERY_WORDS]
        if not words or limit < 1:
            return []
        vocabulary = self.vocabulary()
        search = Search(self._connection(), vocabulary, complete=complete)
        best = search.of(words)
        words = vocabulary.corrected(words)
        return self._hits(words, best, limit, boosts or {})

    def food(self, food_id: str) -> FoodHit | None:
        """The food with this id (score 1), or None."""
        row = self._connection().execute(
            "SELECT id, name, source FROM food WHERE id = ?", (food_id,)
        )
        found = row.fetchone()
        return FoodHit(found[0], found[1], found[2], 1.0, found[1]) if found else None

    def portions(self, food_id: str) -> list[Portion]:
        """The household portions of a food, the usual one first."""
        return [Portion(label, grams) for label, grams in self._extra(food_id)[0]]

    def nutrients(self, food_id: str) -> dict[str, float]:
        """Figures per 100 g; a nutrient without a figure has no key."""
        return self._extra(food_id)[1]

    def _extra(self, food_id: str) -> tuple[list[tuple[str, float]], dict[str, float]]:
        row = self._connection().execute(
            "SELECT portions, nutrients FROM food WHERE id = ?", (food_id,)
        )
        found = row.fetchone()
        if found is None:
            return [], {}
        return json.loads(found[0]), json.loads(found[1])

    def _connection(self) -> sqlite3.Connection:
        status = self.path.stat()
        mark = (status.st_ino, status.st_mtime_ns)
        held = getattr(self._local, "held", None)
        if held is not None and held[0] == mark:
            connection: sqlite3.Connection = held[1]
            return connection
        if held is not None:
            held[1].close()
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        self._local.held = (mark, connection)
        return connection

    def vocabulary(self) -> Vocabulary:
        """Every word of the index, read once per file."""
        connection = self._connection()
        mark = self._local.held[0]
        with self._lock:
            if self._vocabulary is None or self._vocabulary[0] != mark:
                self._vocabulary = (mark, Vocabulary.load(connection))
            return self._vocabulary[1]

    def _hits(
        self,
        words: Sequence[str],
        best: Mapping[int, Found],
        limit: int,
        boosts: Mapping[str, float],
    ) -> list[FoodHit]:
        spare = limit if not boosts else len(best)

        def place(food: int) -> tuple[float, bool, int, int]:
            rate, label, _ = best[food]
            return -rate, words_of(label) != words, len(label), food

        near = sorted(best, key=lambda food: (-best[food][0], len(best[food][1])))
        order = sorted(near[: max(spare, 3 * limit)], key=place)
        connection = self._connection()
        hits = []
        for food in order[:spare]:
            row = connection.execute(
                "SELECT id, name, source FROM food WHERE number = ?", (food,)
            ).fetchone()
            rate = max(0.0, min(1.0, best[food][0] + boosts.get(row[0], 0.0)))
            _, label, kind = best[food]
            rate, is_like = round(rate, 4), kind == "like"
            hits.append(FoodHit(row[0], row[1], row[2], rate, label, is_like))
        return sorted(hits, key=lambda hit: -hit.score)[:limit]


def open_index(
    data_dir: Path,
    reference_dir: Path,
    *,
    further: Callable[[], Iterable[IndexedFood]] | None = None,
    further_stamp: str = "",
) -> FoodIndex:
    """The food index of an installation, built when missing or out of date.

    ``further`` yields imported and own foods when a build is needed; their state is
    told by ``further_stamp`` (a count and a last change, for instance). Without it
    an index that holds further foods is left as it is.
    """
    index = FoodIndex(data_dir / "food_index.sqlite3")
    stamp = f"{reference_stamp(reference_dir)} {further_stamp}"
    if not index.is_current(stamp, further=further is not None):
        data_dir.mkdir(parents=True, exist_ok=True)

        def every() -> Iterable[IndexedFood]:
            yield from reference_foods(reference_dir)
            yield from further() if further else ()

        index.build(every(), reference_synonyms(reference_dir), stamp=stamp)
    return index
