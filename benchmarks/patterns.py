"""False alarms, power, calibration, time and memory of the patterns package.

    PYTHONPATH=. python benchmarks/patterns.py --people 40

People are simulated by `diaries.py`; each is looked at every four weeks, or every week
with --weekly, up to week 26. Figures are shares of people with a 95 % interval.
"""

import argparse
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace

import diaries
import numpy as np
from scipy import stats

from journal.patterns import Diary, find_timing
from journal.patterns.exposure import daily_amounts, windowed
from journal.patterns.iom import probability_adequate

SHOWN = ("possible", "recurring")
COMPARED = 20  # people in whom the other methods are tried


def tables(diary: Diary) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield severity and exposure on usable nights for each pair and window."""
    amounts = daily_amounts(diary)
    for amount in amounts.values():
        for exposure in windowed(amount):
            for severity in diary.symptoms.values():
                both = ~np.isnan(severity) & ~np.isnan(exposure)
                if both.sum() >= 14 and np.ptp(exposure[both]) > 0:
                    yield severity[both], exposure[both]


def app_like(diary: Diary) -> bool:
    """Spearman |r| >= 0.3 with p < .05, as apps do."""
    for severity, exposure in tables(diary):
        x, y = stats.rankdata(exposure), stats.rankdata(severity)
        if np.ptp(y) == 0:
            continue
        r = np.corrcoef(x, y)[0, 1]
        t = r * np.sqrt((x.size - 2) / max(1 - r * r, 1e-12))
        if abs(r) >= 0.3 and 2 * stats.t.sf(abs(t), x.size - 2) < 0.05:
            return True
    return False


def fisher_bh(diary: Diary) -> bool:
    """Fisher's test of the lowest third, Benjamini-Hochberg at 5 %."""
    p = []
    for severity, exposure in tables(diary):
        low = exposure <= np.quantile(exposure, 1 / 3)
        ill = severity > 0
        law = stats.hypergeom(ill.size, int(ill.sum()), int(low.sum()))
        both = int((low & ill).sum())
        p.append(min(1.0, 2 * min(law.cdf(both), law.sf(both - 1))))
    return bool(p and (stats.false_discovery_control(p) <= 0.05).any())


def interval(hits: int, n: int) -> str:
    low, high = stats.binomtest(hits, n).proportion_ci(0.95, "wilson")
    return f"{100 * hits / n:5.1f} % ({100 * low:.0f}-{100 * high:.0f})"


def false_alarms(people: int, days: int, looks: list[int]) -> None:
    print(f"\nPeople shown a false finding by week {looks[-1] // 7}, {people} a world")
    head = ("possible+", "recurring", "app-like", "Fisher + BH")
    print(f"{'world':10}" + "".join(f"{name:>20}" for name in head))
    for number, (name, world) in enumerate(diaries.WORLDS.items()):
        hits = dict.fromkeys(head, 0)
        for i in range(people):
            rng = np.random.default_rng([number, i, 11])
            person = diaries.make_person(rng, world, n_days=days)
            tiers = {f.tier for n in looks for f in find_timing(person.until(n))}
            hits["possible+"] += bool(tiers & set(SHOWN))
            hits["recurring"] += "recurring" in tiers
            if i < COMPARED:  # they are slow, and wrong in nearly everybody
                few = [person.until(n) for n in looks[1::2]]
                hits["app-like"] += any(app_like(d) for d in few)
                hits["Fisher + BH"] += any(fisher_bh(d) for d in few)
        sizes = (people, people, *2 * [min(people, COMPARED)])
        cells = (interval(hits[h], n) for h, n in zip(head, sizes, strict=True))
        print(f"{name:10}" + "".join(f"{cell:>20}" for cell in cells), flush=True)


def power(people: int, looks: list[int]) -> None:
    print(f"\nPeople with one real link in whom it is shown, {people} a line")
    heads = "".join(f"{h:>20}" for h in ("possible+", "recurring", "false possible+"))
    print(f"{'odds ratio':22}{'week':>5}{heads}")
    for odds_ratio, asked in [(3.0, True), (5.0, True), (5.0, False)]:
        world = replace(diaries.WORLDS["daily"], odds_ratio=odds_ratio)
        seen = []
        for i in range(people):
            rng = np.random.default_rng([int(odds_ratio), asked, i])
            seen.append(history(diaries.make_person(rng, world, asked=asked), looks))
        label = f"{odds_ratio:g}, {'asked' if asked else 'not asked'}"
        for n in (84, 126, 182):
            k = looks.index(n) + 1
            possible = sum(bool(set().union(*t[:k]) & set(SHOWN)) for t, _ in seen)
            recurring = sum("recurring" in set().union(*t[:k]) for t, _ in seen)
            false = sum(any(w[:k]) for _, w in seen)
            cells = (interval(x, people) for x in (possible, recurring, false))
            print(f"{label:22}{n // 7:5}" + "".join(f"{c:>20}" for c in cells))


def history(
    person: diaries.Person, looks: list[int]
) -> tuple[list[set[str]], list[bool]]:
    """Return, look by look, the tier of the true pair and whether a false one shows."""
    true, wrong = [], []
    for n in looks:
        found = find_timing(person.until(n))
        true.append({f.tier for f in found if (f.symptom, f.factor) == person.truth})
        wrong.append(
            any(
                f.tier in SHOWN
                and (f.symptom, f.factor) != person.truth
                and not stands_in(f.symptom, f.factor, person)
                for f in found
            )
        )
    return true, wrong


def stands_in(symptom: str, factor: str, person: diaries.Person) -> bool:
    if person.truth is None or symptom != person.truth[0]:
        return False
    return frozenset((factor, person.truth[1])) in diaries.STAND_INS


def mixed(people: int, looks: list[int]) -> None:
    """Half the people have a link of odds ratio 2 to 6, asked about in two thirds."""
    true = dict.fromkeys(SHOWN, 0)
    false = dict.fromkeys(SHOWN, 0)
    worlds = [w for name, w in diaries.WORLDS.items() if name != "reverse"]
    for i in range(people):
        rng = np.random.default_rng([77, i])
        ratio = float(rng.uniform(2, 6)) if i % 2 else 1.0
        world = replace(worlds[i // 2 % len(worlds)], odds_ratio=ratio)
        person = diaries.make_person(rng, world, asked=i % 3 != 0)
        found: dict[tuple[str, str], set[str]] = {}
        for n in looks:
            for f in find_timing(person.until(n)):
                found.setdefault((f.symptom, f.factor), set()).add(f.tier)
        for pair, tiers in found.items():
            tier = next((t for t in reversed(SHOWN) if t in tiers), None)
            if tier and pair == person.truth:
                true[tier] += 1
            elif tier and not stands_in(*pair, person):
                false[tier] += 1
    for label, tiers in (("possible+", SHOWN), ("recurring", SHOWN[1:])):
        wrong = sum(false[t] for t in tiers)
        total = wrong + sum(true[t] for t in tiers)
        share = interval(wrong, total) if total else "none"
        print(f"mixed world, {people} people: of {total} {label}, false {share}")


def shortfall_calibration() -> None:
    """Stated probability against share with enough, intakes spread round the EAR."""
    rng = np.random.default_rng(5)
    n_people, n_days = 20_000, 7
    usual = rng.uniform(100, 480, n_people)
    sigma = np.sqrt(np.log1p((86 / 265) ** 2))
    days = rng.lognormal(-(sigma**2) / 2, sigma, (n_people, n_days)) * usual[:, None]
    stated = np.array(
        [
            probability_adequate(m, 265, sd_requirement=26.5, sd_within=86, n_days=7)
            for m in days.mean(axis=1)
        ]
    )
    enough = usual >= rng.normal(265, 26.5, n_people)
    print("\nShortfall (magnesium, 7 days): stated probability, share with enough")
    for low in np.arange(0, 1, 0.1):
        told = (stated >= low) & (stated < low + 0.1)
        print(f"  {stated[told].mean():.2f}  {enough[told].mean():.2f}")


def speed() -> None:
    rng = np.random.default_rng(3)
    n = 365
    diary = Diary(
        days=np.datetime64("2025-01-01") + np.arange(n),
        symptoms={f"s{i}": rng.integers(0, 5, n).astype(float) for i in range(12)},
        factors={f"f{i}": rng.lognormal(5, 0.4, n) for i in range(10)},
    )
    find_timing(diary)
    took = []
    for _ in range(7):
        began = time.perf_counter()
        find_timing(diary)
        took.append(1000 * (time.perf_counter() - began))
    tracemalloc.start()
    find_timing(diary)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(
        f"\n12 symptoms x 10 factors x 4 windows x 365 days: median "
        f"{np.median(took):.0f} ms, worst {max(took):.0f} ms, peak {peak:.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--years", type=int, default=0, help="longer horizon, in years")
    parser.add_argument("--weekly", action="store_true", help="look every week")
    parser.add_argument("--only", choices=["null", "power", "mixed", "short", "speed"])
    chosen = parser.parse_args()
    step = 7 if chosen.weekly else 28
    looks = list(range(182, 27, -step))[::-1]
    days = 182
    parts: dict[str, Callable[[], None]] = {
        "speed": speed,
        "short": shortfall_calibration,
        "null": lambda: false_alarms(chosen.people, days, looks),
        "power": lambda: power(chosen.people, sorted({*looks, 84, 126, 182})),
        "mixed": lambda: mixed(chosen.people, looks),
    }
    if chosen.years:
        days = 364 * chosen.years
        looks += list(range(182 + 28, days + 1, 28))
    for name, run in parts.items():
        if chosen.only in (None, name):
            run()


if __name__ == "__main__":
    main()
