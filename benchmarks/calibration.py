"""Whether what is stated is true: one look of the timing test, and shortfall odds."""

import math
from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
from scipy import stats

from journal.patterns import find_timing
from journal.patterns.multiplicity import p_over_looks
from journal.patterns.shortfall import Requirement, assess_shortfall

EDGES = (0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 1.01)
#: What differs from the formula's own world, one thing at a time and together.
PARTS: dict[str, dict[str, object]] = {
    "normal days, one SD for all": {},
    "log-normal days": {"skewed": True},
    "SD grows with usual intake": {"grows": True},
    "both": {"skewed": True, "grows": True},
    "both, usual even on a log scale": {"skewed": True, "grows": True, "log": True},
    "requirement log-normal": {"requirement": "log-normal"},
    "requirement's CV 15 % where 10 is taken": {"requirement": "wide"},
}
WEEKS = (12, 26)
LEVELS = (0.05, 0.01, 0.001)


def one_look(
    simulators: Mapping[str, tuple[Callable, Mapping, str]], people: int, seed: int
) -> None:
    """Print how often one pair at one look is rejected where there is no link."""
    levels = ", ".join(map(str, LEVELS))
    print(f"\nOne pair, one look, no link: share with p under {levels}")
    for sim, (make, worlds, _) in simulators.items():
        for name, world in worlds.items():
            p: dict[int, list[float]] = {week: [] for week in WEEKS}
            for i in range(people):
                rng = np.random.default_rng([seed, 5, i])
                person = make(rng, world, with_questions=False)
                for week in WEEKS:
                    found = find_timing(person.until(7 * week))
                    p[week] += [f.p for f in found if f.p is not None]
            cells = []
            for week in WEEKS:
                at = np.array(p[week])
                line = [p_over_looks(level, 7 * week) for level in LEVELS]
                cells.append(
                    f"week {week}: "
                    + " ".join(f"{(at <= one).mean():.4f}" for one in line)
                    + f" of {at.size}"
                )
            print(f"{sim:8} {name:12}" + "   ".join(cells), flush=True)


def shortfall(people: int = 4_000) -> None:
    """Print stated probability against the share of people who really have enough.

    Usual intakes lie evenly about the EAR, which is the prior under which the IOM's
    confidence is also a share of people. Days are log-normal with each nutrient's
    pooled spread; a part of the food has no value.
    """
    for name, ear, cv, life_stage in (
        ("magnesium_mg", 265.0, 0.29, "f_31_50"),
        ("magnesium_mg", 350.0, 0.29, "m_31_70"),
        ("folate_dfe_ug", 320.0, 0.44, "f_31_50"),
        ("calcium_mg", 800.0, 0.45, "f_31_50"),
    ):
        for n_days, unknown in ((7, 0.0), (21, 0.0), (7, 0.15)):
            low, high, enough, verdicts = told(
                name, ear, cv, life_stage, n_days, unknown, people
            )
            print(f"\nShortfall {name} {life_stage}, {n_days} days, "
                  f"{100 * unknown:.0f} % of food without a value")  # fmt: skip
            print("  stated (low-high)   really enough   people")
            middle = (low + high) / 2
            for start in (0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95):
                end = {0: 0.05, 0.05: 0.15, 0.15: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 0.85,
                       0.85: 0.95, 0.95: 1.01}[start]  # fmt: skip
                here = (middle >= start) & (middle < end)
                if here.sum() >= 30:
                    print(f"  {low[here].mean():.2f} - {high[here].mean():.2f}"
                          f"{enough[here].mean():16.2f}{here.sum():12}")  # fmt: skip
            for verdict in ("probably_short", "may_be_short", "probably_enough"):
                here = verdicts == verdict
                if here.any():
                    print(f"  {verdict:16} {here.mean():5.0%} of people, of whom "
                          f"{enough[here].mean():4.0%} have enough")  # fmt: skip


def parts(people: int = 400_000) -> None:
    """Print how far stated odds lie from the truth, by what makes the difference."""
    for cv in (0.29, 0.36, 0.44):
        for n_days in (7, 14, 21):
            for words, world in PARTS.items():
                stated, enough = stated_and_true(cv, n_days, people, **world)
                off = gaps(stated, enough)
                short = stated <= 0.15
                print(f"CV {cv}, {n_days:2} days, {words:40}"
                      f"{min(off):+.3f} to {max(off):+.3f}; short wrong "
                      f"{enough[short].mean():.3f}", flush=True)  # fmt: skip


def gaps(stated: np.ndarray, enough: np.ndarray) -> list[float]:
    """Return by class of what was stated: who has enough less what was stated."""
    classes = [(stated >= low) & (stated < high) for low, high in pairwise(EDGES)]
    return [float(enough[one].mean() - stated[one].mean()) for one in classes]


def stated_and_true(
    cv: float,
    n_days: int,
    people: int,
    *,
    skewed: bool = False,
    grows: bool = False,
    log: bool = False,
    requirement: str = "normal",
    seed: int = 9957,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the IOM's probability and who has enough, for an EAR of 1.

    `cv` is of the days of a person at the EAR; `grows` makes it everybody's.
    """
    rng = np.random.default_rng([seed, n_days, people])
    usual = rng.uniform(0.35, 1.8, people)
    if log:
        usual = np.exp(rng.uniform(math.log(0.35), math.log(1.8), people))
    needs = rng.standard_normal(people)
    need = 1 + needs * (0.15 if requirement == "wide" else 0.10)
    if requirement == "log-normal":
        need = np.exp(0.0998 * needs)  # its median is the EAR
    sd = cv * usual if grows else np.full(people, cv)
    mean = usual + sd * rng.standard_normal(people) / math.sqrt(n_days)
    if skewed:
        sigma = np.sqrt(np.log1p((sd / usual) ** 2))
        mean = np.zeros(people)
        for _ in range(n_days):
            mean += np.exp(sigma * rng.standard_normal(people) - sigma**2 / 2)
        mean *= usual / n_days
    stated = stats.norm.cdf((mean - 1) / math.sqrt(0.1**2 + cv**2 / n_days))
    return stated, usual >= need


def told(  # noqa: PLR0917
    nutrient_key: str,
    ear: float,
    cv: float,
    life_stage: str,
    n_days: int,
    unknown: float,
    people: int,
    seed: int = 9956,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return stated low and high probability, who has enough, and the verdicts."""
    rng = np.random.default_rng([seed, n_days, people])
    requirement = Requirement(ear=ear, rda=1.2 * ear, ai=None, ul=None)
    sigma = math.sqrt(math.log1p(cv**2))
    usual = rng.uniform(0.35, 1.8, people) * ear
    enough = usual >= rng.normal(ear, 0.1 * ear, people)
    low, high, verdicts = np.empty(people), np.empty(people), []
    for i in range(people):
        days = usual[i] * rng.lognormal(-(sigma**2) / 2, sigma, n_days)
        share = np.ones(n_days)
        if unknown:
            share = 1 - rng.beta(2, 2 / unknown - 2, n_days)
        # Food with a value is as rich as the rest, give or take a third.
        richer = rng.lognormal(0, 0.3, n_days)
        seen = assess_shortfall(
            nutrient_key=nutrient_key,
            daily_known=days * share * richer / (share * richer + 1 - share),
            daily_known_share=share,
            requirement=requirement,
            life_stage=life_stage,
        )
        low[i] = seen.probability_adequate_low
        high[i] = (
            1.0
            if seen.probability_adequate_high is None
            else seen.probability_adequate_high
        )
        verdicts.append(seen.verdict)
    return low, high, enough, np.array(verdicts)
