"""False alarms, power, calibration, time and memory of the patterns package.

    python benchmarks/patterns.py [--quick] [--people N] [--only PART] [--looks weekly]

People come from two simulators written apart (`diaries.py`, `lives.py`) and are looked
at every two weeks, or weekly, from week 4 to 26. Beside our method run the one it was
developed from, Spearman as in apps, and Fisher with Benjamini-Hochberg. Figures are
shares of people with a 95 % interval (Wilson); look at the intervals.
"""

from __future__ import annotations

import argparse
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import calibration  # noqa: E402
import diaries  # noqa: E402
import lives  # noqa: E402
import numpy as np  # noqa: E402
import nutrient_course  # noqa: E402
from other_methods import app_like, fisher_bh, starting_method  # noqa: E402
from scipy import stats  # noqa: E402

from journal.patterns import Diary, find_timing  # noqa: E402

Pair = tuple[str, str]
Tiers = dict[Pair, str]
POSSIBLE = ("possible", "recurring")
RECURRING = ("recurring",)
SIMULATORS = {
    "diaries": (diaries.make_person, diaries.WORLDS, "daily"),
    "lives": (lives.make_person, lives.LIVES, "daily"),
}
# The pattern-free worlds of the bar, by the names both simulators use.
BAR_WORLDS = ("plain", "daily", "drift", "weekday", "travel")
SLOW_PEOPLE = 20  # people for the methods that alarm nearly everybody


@dataclass
class Options:
    people: int = 60
    start_people: int = 60
    looks: list[int] = field(default_factory=lambda: list(range(28, 183, 14)))
    seed: int = 2026
    worlds: list[str] = field(default_factory=list)  # all, if none is named


def ours(diary: Diary) -> Tiers:
    return {(f.symptom, f.factor): f.tier for f in find_timing(diary)}


METHODS: dict[str, Callable[[Diary], Tiers]] = {
    "ours": ours,
    "starting": starting_method,
}


def interval(hits: int, n: int) -> str:
    low, high = stats.binomtest(hits, n).proportion_ci(0.95, "wilson")
    return f"{100 * hits / n:3.0f} % ({100 * low:.0f}-{100 * high:.0f})"


def generator(options: Options, *numbers: int) -> np.random.Generator:
    return np.random.default_rng([options.seed, *numbers])


def false_alarms(options: Options) -> None:
    """Print how many people without a link are shown anything false by week 26."""
    for sim, (make, worlds, _) in SIMULATORS.items():
        print(f"\nPattern-free people shown a false finding by week 26 ({sim})")
        heads = ("ours poss.+", "ours rec.", "start poss.+", "start rec.", "app-like",
                 "Fisher+BH")  # fmt: skip
        print(f"{'world':12}" + "".join(f"{h:>15}" for h in heads))
        means: dict[str, list[float]] = {h: [] for h in heads}
        for number, (name, world) in enumerate(worlds.items()):
            if options.worlds and name not in options.worlds:
                continue
            seen: dict[str, list[bool]] = {h: [] for h in heads}
            for i in range(options.people):
                person = make(generator(options, number, i, len(sim)), world)
                alarms = _alarms(person, options, i)
                for head, alarm in alarms.items():
                    seen[head].append(alarm)
            cells = []
            for head, alarms in seen.items():
                cells.append(interval(sum(alarms), len(alarms)) if alarms else "-")
                if name in BAR_WORLDS and alarms:
                    means[head].append(sum(alarms) / len(alarms))
            print(f"{name:12}" + "".join(f"{c:>15}" for c in cells), flush=True)
        mean = [f"{100 * np.mean(m):.1f} %" if m else "-" for m in means.values()]
        print(f"{'mean of 5':12}" + "".join(f"{m:>15}" for m in mean), flush=True)


def _alarms(person: diaries.Person, options: Options, i: int) -> dict[str, bool]:
    parts = [person.until(n) for n in options.looks]
    alarms = {}
    for method, short in (("ours", "ours"), ("starting", "start")):
        if method == "starting" and i >= options.start_people:
            continue
        shown = {tier for part in parts for tier in METHODS[method](part).values()}
        alarms[f"{short} poss.+"] = bool(shown & set(POSSIBLE))
        alarms[f"{short} rec."] = "recurring" in shown
    if i < min(SLOW_PEOPLE, options.start_people):
        few = parts[3::4]
        alarms["app-like"] = any(app_like(part) for part in few)
        alarms["Fisher+BH"] = any(fisher_bh(part) for part in few)
    return alarms


def power(options: Options) -> None:
    """Print in how many people one real link is shown, by week."""
    weeks = (8, 12, 18, 26)
    for sim, (make, worlds, usual) in SIMULATORS.items():
        print(f"\nPeople with one real link in whom it is shown ({sim}, {usual})")
        heads = [f"p+ w{w}" for w in weeks] + [f"rec. w{w}" for w in weeks[1:]]
        print(f"{'':26}" + "".join(f"{h:>15}" for h in heads))
        for ratio, asked in ((3.0, True), (5.0, True), (5.0, False)):
            world = replace(worlds[usual], odds_ratio=ratio)
            for method in METHODS:
                n = options.people if method == "ours" else options.start_people
                if not n:
                    continue
                first = _first_seen(make, world, method, options, n, asked=asked)
                cells = [
                    interval(sum(f[k] <= 7 * w for f in first), n)
                    for k, at in ((0, weeks), (1, weeks[1:]))
                    for w in at
                ]
                label = f"OR {ratio:g} {'asked' if asked else 'not asked'} {method}"
                print(f"{label:26}" + "".join(f"{c:>15}" for c in cells), flush=True)


def _first_seen(
    make: Callable[..., diaries.Person],
    world: diaries.World | lives.Life,
    method: str,
    options: Options,
    n: int,
    *,
    asked: bool,
) -> list[tuple[float, float]]:
    """Return for each person the day on which the true pair is possible, recurring."""
    first = []
    for i in range(n):
        rng = generator(options, int(world.odds_ratio), asked, i)
        person = make(rng, world, asked=asked)
        days = [np.inf, np.inf]
        for look in options.looks:
            tier = METHODS[method](person.until(look)).get(person.truth or ("", ""))
            for k, shown in enumerate((POSSIBLE, RECURRING)):
                if tier in shown:
                    days[k] = min(days[k], look)
        first.append((days[0], days[1]))
    return first


def mixed(options: Options) -> None:
    """Half the people have a link of OR 2-6; two thirds of these asked about it."""
    print("\nMixed people: share of false among pairs ever shown (stand-ins excused)")
    for sim, (make, worlds, _) in SIMULATORS.items():
        kinds = [worlds[name] for name in BAR_WORLDS]
        for method in METHODS:
            n = 2 * (options.people if method == "ours" else options.start_people)
            if not n:
                continue
            counts: dict[str, list[int]] = {t: [0, 0] for t in POSSIBLE}
            for i in range(n):
                rng = generator(options, 77, i)
                ratio = float(rng.uniform(2, 6)) if i % 2 else 1.0
                world = replace(kinds[i // 2 % 5], odds_ratio=ratio)
                person = make(rng, world, asked=i % 3 != 0)
                _count(person, method, options.looks, counts)
            only, sure = counts["possible"], counts["recurring"]
            both = [a + b for a, b in zip(only, sure, strict=True)]
            print(f"{sim} {method}, {n} people: " + "; ".join(
                f"{label} {wrong} of {right + wrong}"
                + (f" = {interval(wrong, right + wrong)}" if right + wrong else "")
                for label, (right, wrong) in (
                    ("possible+", both), ("recurring", sure), ("possible only", only))
            ), flush=True)  # fmt: skip


def _count(
    person: diaries.Person,
    method: str,
    looks: Sequence[int],
    counts: dict[str, list[int]],
) -> None:
    best: Tiers = {}
    for n in looks:
        for pair, tier in METHODS[method](person.until(n)).items():
            if tier in POSSIBLE and best.get(pair) != "recurring":
                best[pair] = tier
    for pair, tier in best.items():
        if pair == person.truth:
            counts[tier][0] += 1
        elif not _stands_in(pair, person.truth):
            counts[tier][1] += 1


def _stands_in(pair: Pair, truth: Pair | None) -> bool:
    """Whether two nutrients that travel together share the symptom."""
    if truth is None or pair[0] != truth[0]:
        return False
    return frozenset((pair[1], truth[1])) in diaries.STAND_INS


def speed(_options: Options) -> None:
    rng = np.random.default_rng(3)
    n = 365
    diary = Diary(
        days=np.datetime64("2025-01-01") + np.arange(n),
        symptoms={f"s{i}": rng.integers(0, 5, n).astype(float) for i in range(12)},
        factors={f"f{i}": rng.lognormal(5, 0.4, n) for i in range(10)},
    )
    find_timing(diary)
    wall, core = [], []
    for _ in range(9):
        began = time.perf_counter(), time.process_time()
        find_timing(diary)
        wall.append(1000 * (time.perf_counter() - began[0]))
        core.append(1000 * (time.process_time() - began[1]))
    tracemalloc.start()
    find_timing(diary)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(
        f"\n12 symptoms x 10 factors x 4 windows x 365 days: median "
        f"{np.median(wall):.0f} ms, worst {max(wall):.0f} ms, of a core "
        f"{np.median(core):.0f} ms, peak {peak:.0f} MB"
    )


def main() -> None:
    parts: dict[str, Callable[[Options], None]] = {
        "speed": speed,
        "shortfall": lambda _: calibration.shortfall(),
        "shortfall_parts": lambda _: calibration.parts(),
        "nutrient_course": lambda _: nutrient_course.report(),
        "one_look": lambda o: calibration.one_look(SIMULATORS, o.people, o.seed),
        "null": false_alarms,
        "power": power,
        "mixed": mixed,
    }
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few people, minutes")
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--start-people", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--sim", choices=list(SIMULATORS))
    parser.add_argument("--worlds", nargs="*", default=[], help="false alarms in these")
    parser.add_argument("--looks", choices=["weekly", "two-weekly"], default="weekly")
    parser.add_argument("--only", choices=list(parts))
    chosen = parser.parse_args()
    step = 7 if chosen.looks == "weekly" else 14
    options = Options(
        chosen.people,
        chosen.start_people,
        list(range(28, 183, step)),
        chosen.seed,
        chosen.worlds,
    )
    if chosen.quick:
        options = Options(10, 5, list(range(56, 183, 42)), chosen.seed)
    if chosen.sim:
        for name in set(SIMULATORS) - {chosen.sim}:
            del SIMULATORS[name]
    for name, run in parts.items():
        if chosen.only in (None, name):
            run(options)


if __name__ == "__main__":
    main()
