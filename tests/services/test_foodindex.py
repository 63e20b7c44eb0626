"""The food index file: what it finds, how it is built and replaced."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from journal.domain.amounts import Portion
from journal.domain.foodmatch import SURE
from journal.resources import reference_dir
from journal.services.foodindex import (
    FoodIndex,
    IndexedFood,
    Synonym,
    hit_as_json,
    meal_as_json,
    open_index,
    parse_with_index,
)

FOODS = [
    IndexedFood(
        "almonds",
        "Almonds, roasted, salted",
        "curated",
        portions=(Portion("1 handful", 30.0),),
        nutrients={"energy_kcal": 600.0},
    ),
    IndexedFood("milk", "Whole milk", "curated"),
    IndexedFood("zucchini", "Zucchini, cooked", "curated"),
    IndexedFood("flakes", "Cornflakes", "curated"),
    IndexedFood("bought", "Almonds", "off", rank=20),
]
SYNONYMS = [
    Synonym("full fat milk", "milk", "food"),
    Synonym("courgette", "zucchini", "word"),
]


@pytest.fixture
def index(tmp_path: Path) -> FoodIndex:
    made = FoodIndex(tmp_path / "food_index.sqlite3")
    made.build(FOODS, SYNONYMS, stamp="one")
    return made


@pytest.mark.parametrize(
    ("query", "food_id"),
    [
        ("almnds", "almonds"),
        ("almonds roasted", "almonds"),
        ("alm", "almonds"),
        ("salted almond", "almonds"),
        ("full fat milk", "milk"),
        ("milk whole", "milk"),
        ("courgettes", "zucchini"),
        ("corn flakes", "flakes"),
        ("cornflaks", "flakes"),
    ],
)
def test_the_right_food_comes_first(index: FoodIndex, query: str, food_id: str):
    assert index.search(query)[0].id == food_id


def test_a_curated_food_comes_before_an_imported_one(index: FoodIndex):
    assert [hit.source for hit in index.search("almonds")] == [
        "curated",
        "off",
    ]


def test_a_food_eaten_often_moves_up(index: FoodIndex):
    assert index.search("almonds", boosts={"bought": 0.3})[0].id == "bought"


def test_a_finished_word_is_continued_as_a_guess_only(index: FoodIndex):
    hits = index.search("alm", complete=True)
    assert all(hit.score < SURE for hit in hits)


@pytest.mark.parametrize(
    "query", ["", "  ", "🍕", '"', "milk OR", "milk*", "'; DROP TABLE food", "a" * 9999]
)
def test_any_query_has_an_answer(index: FoodIndex, query: str):
    assert isinstance(index.search(query), list)


def test_a_stamp_tells_whether_the_file_is_current(index: FoodIndex):
    assert index.is_current("one")
    assert not index.is_current("two")
    assert not FoodIndex(index.path.with_name("none")).is_current("one")


def test_a_broken_file_is_not_current(tmp_path: Path):
    path = tmp_path / "food_index.sqlite3"
    path.write_bytes(b"not a database" * 100)
    assert not FoodIndex(path).is_current("one")


def test_a_rebuilt_file_is_read_without_reopening(index: FoodIndex):
    assert index.search("tofu") == []
    index.build([IndexedFood("tofu", "Tofu", "curated")], stamp="two")
    assert index.search("tofu")[0].id == "tofu"
    assert index.search("almonds") == []


def test_a_build_that_stops_halfway_leaves_the_old_file(index: FoodIndex):
    def broken():
        yield FOODS[0]
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        index.build(broken())
    assert index.search("milk")[0].id == "milk"
    assert [path.name for path in index.path.parent.iterdir()] == [index.path.name]


def test_threads_search_at_once(index: FoodIndex):
    found: list[str] = []

    def look() -> None:
        found.extend(index.search("almnds")[0].id for _ in range(20))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["almonds"] * 80


def test_a_nutrient_without_a_figure_is_null_and_not_nought(index: FoodIndex):
    text = "50 g almonds and 1 glorbnak"
    shown = meal_as_json(index, text, parse_with_index(index, text))
    almonds, unknown = shown["items"]  # type: ignore[misc]
    assert almonds["nutrients"]["energy_kcal"] == 300.0
    assert almonds["nutrients"]["magnesium_mg"] is None
    assert unknown["food"] is None
    assert unknown["nutrients"] is None


def test_a_hit_is_shown_with_name_id_source_and_score(index: FoodIndex):
    shown = hit_as_json(index.search("milk")[0])
    assert set(shown) == {"name", "id", "source", "score", "stand_in"}


def test_the_index_of_an_installation_is_built_once(tmp_path: Path):
    first = open_index(tmp_path, reference_dir())
    built = first.path.stat().st_mtime_ns
    again = open_index(tmp_path, reference_dir())
    assert again.path.stat().st_mtime_ns == built
    assert again.search("banana")[0].name == "Banana"


def test_further_foods_are_indexed_when_their_stamp_changes(tmp_path: Path):
    open_index(tmp_path, reference_dir())
    own = IndexedFood("own-1", "Granny's borscht", "own", rank=1)
    index = open_index(
        tmp_path, reference_dir(), further=lambda: [own], further_stamp="1"
    )
    assert index.search("grannys borscht")[0].id == "own-1"
