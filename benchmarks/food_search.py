"""How often the food search puts the right food first, and how fast it answers.

    python benchmarks/food_search.py [--held-out] [--misses] [--further N]

Single-food phrases of tests/phrases with a name pattern each. ``--further`` adds that
many made-up branded foods to see what a large import costs. On a machine that others
use at the same time the processor time tells what the search itself takes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from journal.services.foodindex import FoodIndex, IndexedFood, open_index  # noqa: E402

PHRASES = ROOT / "tests" / "phrases"
KINDS = {
    "typo",
    "plural",
    "british",
    "order",
    "unfinished",
    "prep",
    "brand",
    "diary",
    "world",
    "search",
}
REPEATS = 3


def branded(count: int, index_words: list[str]) -> Iterator[IndexedFood]:
    """Made-up branded foods from the words of the table."""
    rng = random.Random(1)  # noqa: S311
    for number in range(count):
        words = rng.sample(index_words, rng.randint(2, 6))
        brand = f"BRAND{rng.randrange(20_000)}"
        yield IndexedFood(f"b{number}", f"{brand} {' '.join(words)}", "off", rank=20)


def phrases(name: str) -> list[tuple[str, str]]:
    """The single-food phrases without an amount: text and pattern of the name."""
    rows = map(json.loads, (PHRASES / name).read_text("utf-8").splitlines())
    return [
        (row["text"], row["items"][0]["name"])
        for row in rows
        if row["kind"] in KINDS
        and len(row["items"]) == 1
        and row["items"][0]["food"]
        and not row["items"][0]["stated"]
    ]


def measure(index: FoodIndex, asked: list[tuple[str, str]], *, misses: bool) -> None:
    """Print the share right at first place and in the first five, and the times."""
    first = five = 0
    times: list[float] = []
    busy: list[float] = []
    for again in range(REPEATS):
        # What an index keeps of the words it was asked for must not flatter the times.
        index = FoodIndex(index.path)
        index.vocabulary()
        for text, pattern in asked:
            start, used = time.perf_counter(), time.process_time()
            hits = index.search(text, limit=8)
            times.append(time.perf_counter() - start)
            busy.append(time.process_time() - used)
            if again:
                continue
            right = [bool(re.search(pattern, hit.name.lower())) for hit in hits]
            first += bool(right and right[0])
            five += any(right[:5])
            if misses and not (right and right[0]):
                print(f"  {text!r}: {[hit.name for hit in hits[:5]]}")
    times.sort()
    busy.sort()
    count = len(asked)
    print(
        f"{count} phrases: first {first / count:.1%}, five {five / count:.1%}, "
        f"median {times[len(times) // 2] * 1000:.1f} ms, "
        f"p95 {times[int(len(times) * 0.95)] * 1000:.1f} ms, "
        f"of processor time p95 {busy[int(len(busy) * 0.95)] * 1000:.1f} ms"
    )


def main() -> None:
    """Build an index in a temporary folder and measure it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--further", type=int, default=0)
    parser.add_argument(
        "--file",
        default="",
        help="another file of tests/phrases, such as fresh_search.jsonl",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        index = open_index(Path(folder), ROOT / "reference_data")
        if options.further:
            words = [word for word in index.vocabulary().ordered if word.isalpha()]
            index = open_index(
                Path(folder),
                ROOT / "reference_data",
                further=lambda: branded(options.further, words),
                further_stamp=str(options.further),
            )
        print(f"built in {time.perf_counter() - start:.1f} s")
        name = options.file or (
            "held_out.jsonl" if options.held_out else "phrases.jsonl"
        )
        measure(index, phrases(name), misses=options.misses)


if __name__ == "__main__":
    main()
