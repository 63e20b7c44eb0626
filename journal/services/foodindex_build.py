"""Writing the food index file from the reference table and any further foods."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from journal.domain.amounts import Portion
from journal.domain.amounts_usual import with_usual
from journal.domain.foodmatch import STOPWORDS, stem, words_of
from journal.domain.nutrition import NUTRIENT_KEYS

SCHEMA = 8
REAL_WORDS = "real_words.txt"
USUAL_AMOUNTS = "usual_amounts.csv"
BATCH = 5000
# Ranks below this are curated or own foods and searched in full.
FIRST_IMPORTED_RANK = 10

_TABLES = """
CREATE TABLE about (schema INTEGER, stamp TEXT);
CREATE TABLE food (
  number INTEGER PRIMARY KEY, id TEXT, name TEXT, source TEXT,
  rank INTEGER, portions TEXT, nutrients TEXT
);
CREATE TABLE label (
  number INTEGER PRIMARY KEY, food INTEGER, text TEXT, kind TEXT
);
CREATE TABLE word (
  word TEXT PRIMARY KEY, uses INTEGER, curated_uses INTEGER
) WITHOUT ROWID;
CREATE TABLE replacement (phrase TEXT, replacement TEXT);
CREATE TABLE real_word (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE curated_fts USING fts5(stems, content='', tokenize='unicode61');
CREATE VIRTUAL TABLE further_fts USING fts5(
  stems, content='', tokenize='unicode61', detail='none'
);
"""


@dataclass(frozen=True, slots=True)
class IndexedFood:
    """A food as the index wants it.

    ``rank`` orders sources: 0 curated, below 10 own, from 10 on imported. ``words``
    are further names it goes by. ``nutrients`` are figures per 100 g, absent = unknown.
    """

    id: str
    name: str
    source: str
    rank: int = 0
    words: tuple[str, ...] = ()
    portions: tuple[Portion, ...] = ()
    nutrients: Mapping[str, float] = field(default_factory=dict)


class Synonym(NamedTuple):
    """What else a food goes by.

    ``kind`` "food": phrase → food id; "usda": the same, in the words of a table;
    "like": phrase → id of a food that only stands in for it; "word": phrase →
    replacement words; "real": a word of the language that looks like a slip for a
    food and names none (no target).
    """

    phrase: str
    target: str
    kind: str


def build_file(
    path: Path, foods: Iterable[IndexedFood], synonyms: Iterable[Synonym], *, stamp: str
) -> int:
    """Write the index beside ``path`` and replace it in one step; count the foods."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    os.close(handle)
    try:
        connection = sqlite3.connect(name)
        try:
            count = _write(connection, foods, synonyms, stamp)
        finally:
            connection.close()
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return count


def _write(
    connection: sqlite3.Connection,
    foods: Iterable[IndexedFood],
    synonyms: Iterable[Synonym],
    stamp: str,
) -> int:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(_TABLES)
    listed = list(synonyms)
    names: dict[str, list[tuple[str, str]]] = {}
    for synonym in listed:
        if synonym.kind not in {"word", "real"}:
            names.setdefault(synonym.target, []).append((synonym.phrase, synonym.kind))
    count = _write_foods(connection, foods, names)
    _write_search(connection)
    connection.executemany(
        "INSERT INTO replacement VALUES (?, ?)",
        (
            (" ".join(words_of(one.phrase)), " ".join(words_of(one.target)))
            for one in listed
            if one.kind == "word"
        ),
    )
    connection.executemany(
        "INSERT INTO real_word VALUES (?)",
        ((one.phrase,) for one in listed if one.kind == "real"),
    )
    connection.execute("INSERT INTO about VALUES (?, ?)", (SCHEMA, stamp))
    connection.execute("CREATE INDEX food_id ON food (id)")
    connection.commit()
    return count


def _write_foods(
    connection: sqlite3.Connection,
    foods: Iterable[IndexedFood],
    names: Mapping[str, list[tuple[str, str]]],
) -> int:
    count = 0
    for count, food in enumerate(foods, start=1):
        connection.execute(
            "INSERT INTO food VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                count,
                food.id,
                food.name,
                food.source,
                food.rank,
                json.dumps([(one.label, one.grams) for one in food.portions]),
                json.dumps(dict(food.nutrients)),
            ),
        )
        others = dict.fromkeys(food.words, "food") | dict(names.get(food.id, ()))
        connection.executemany(
            "INSERT INTO label (food, text, kind) VALUES (?, ?, ?)",
            [
                (count, food.name, "name"),
                *((count, other, kind) for other, kind in others.items()),
            ],
        )
    connection.commit()
    return count


def _write_search(connection: sqlite3.Connection) -> None:
    uses: Counter[str] = Counter()
    curated_uses: Counter[str] = Counter()
    # FTS5 keeps rows by number: numbered shortest first, the first ones found are
    # the plainest names.
    connection.execute(
        "CREATE TABLE ordered (number INTEGER PRIMARY KEY, food, text, kind)"
    )
    connection.execute(
        "INSERT INTO ordered (food, text, kind)"
        " SELECT food, text, kind FROM label ORDER BY length(text), number"
    )
    connection.execute("DROP TABLE label")
    connection.execute("ALTER TABLE ordered RENAME TO label")
    rows = connection.execute(
        "SELECT label.number, label.text, food.rank, label.kind FROM label"
        " JOIN food ON food.number = label.food ORDER BY label.number"
    )
    while batch := rows.fetchmany(BATCH):
        curated: list[tuple[int, str]] = []
        further: list[tuple[int, str]] = []
        for number, text, rank, kind in batch:
            words = [word for word in words_of(text) if word not in STOPWORDS]
            if kind != "usda":
                # Spelling is mended towards words that people write.
                uses.update(set(words))
                if rank < FIRST_IMPORTED_RANK:
                    curated_uses.update(set(words))
            row = (number, " ".join(stem(word) for word in words))
            (curated if rank < FIRST_IMPORTED_RANK else further).append(row)
        for table, part in (("curated", curated), ("further", further)):
            connection.executemany(
                f"INSERT INTO {table}_fts (rowid, stems) VALUES (?, ?)",  # noqa: S608
                part,
            )
    connection.executemany(
        "INSERT INTO word VALUES (?, ?, ?)",
        ((word, count, curated_uses[word]) for word, count in uses.items()),
    )


def reference_stamp(folder: Path) -> str:
    """A fingerprint of the reference files that the index is made of."""
    digest = hashlib.sha256()
    for name in ("foods.csv", "portions.csv", "synonyms.csv", REAL_WORDS):
        digest.update((folder / name).read_bytes())
    if (folder / USUAL_AMOUNTS).exists():
        digest.update((folder / USUAL_AMOUNTS).read_bytes())
    return digest.hexdigest()


def reference_foods(folder: Path) -> Iterator[IndexedFood]:
    """The curated foods with their portions, figures per 100 g, empty = unknown.

    What foods of the kind usually have of a unit follows as "about 1 slice".
    """
    usual = _usual_amounts(folder / USUAL_AMOUNTS)
    portions: dict[str, list[tuple[int, Portion]]] = {}
    for row in _rows(folder / "portions.csv"):
        portion = Portion(row["label"], float(row["grams"]))
        portions.setdefault(row["food_id"], []).append((int(row["seq"]), portion))
    for row in _rows(folder / "foods.csv"):
        own = sorted(portions.get(row["id"], ()), key=lambda pair: pair[0])
        yield IndexedFood(
            row["id"],
            row["name"],
            "curated",
            portions=with_usual(
                [portion for _, portion in own], usual.get(row.get("category", ""), {})
            ),
            nutrients={key: float(row[key]) for key in NUTRIENT_KEYS if row.get(key)},
        )


def _usual_amounts(path: Path) -> dict[str, dict[str, float]]:
    """Grams by kind of food and unit; a folder without the file has none."""
    usual: dict[str, dict[str, float]] = {}
    for row in _rows(path) if path.exists() else ():
        usual.setdefault(row["category"], {})[row["unit"]] = float(row["grams"])
    return usual


def reference_synonyms(folder: Path) -> Iterator[Synonym]:
    """The curated synonyms, and the words that are no slips for a food."""
    for row in _rows(folder / "synonyms.csv"):
        yield Synonym(row["phrase"], row["food_id"], row["kind"])
    for word in (folder / REAL_WORDS).read_text(encoding="utf-8").split():
        yield Synonym(word, "", "real")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)
