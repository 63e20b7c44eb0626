"""How often a change of a nutrient is told where none is, and how late a true one."""

import math
from collections.abc import Callable, Iterator

import numpy as np

from journal.domain.dates import IsoWeek
from journal.patterns.history import Standing, next_standing
from journal.patterns.nutrient_course import NOT_KNOWN, next_nutrient_standing
from journal.patterns.shortfall import Requirement, Shortfall, assess_shortfall

BEGIN = IsoWeek(2026, 1)
WEEKS, WINDOW = 26, 28
#: Of all days, logged in full.
COMPLETE = 0.75
NUTRIENTS = (
    ("magnesium_mg", 265.0, 0.29),
    ("folate_dfe_ug", 320.0, 0.44),
    ("calcium_mg", 800.0, 0.45),
)
Step = Callable[[Standing | None, str, str, Shortfall], Standing]


def as_it_comes(
    before: Standing | None, tier: str, week: str, _: Shortfall
) -> Standing:
    """Tell every step, and too few days as faded: how it was."""
    tier = "none" if tier == NOT_KNOWN else tier
    return next_standing(before, tier=tier, direction=0, week=week)


def held(before: Standing | None, tier: str, week: str, seen: Shortfall) -> Standing:
    """Tell what lasts or is clear."""
    return next_nutrient_standing(
        before,
        tier=tier,
        week=week,
        probability_adequate=seen.probability_adequate_high,
    )


def looks(
    rng: np.random.Generator,
    nutrient: tuple[str, float, float],
    usual: np.ndarray,
    every: int,
) -> Iterator[tuple[int, str, str, Shortfall]]:
    """Yield day, week, tier and assessment of each look at one person's diary.

    `usual` is the usual intake of each day as a share of the EAR; days are log-normal.
    A week of which some days are still to come is looked at as the journal does.
    """
    key, ear, cv = nutrient
    sigma = math.sqrt(math.log1p(cv**2))
    eaten = usual * ear * rng.lognormal(-(sigma**2) / 2, sigma, usual.size)
    complete = rng.random(usual.size) < COMPLETE
    need = Requirement(ear=ear, rda=1.2 * ear, ai=None, ul=None)
    for day in range(every - 1, usual.size, every):
        first = max(0, 7 * (day // 7 + 1) - WINDOW)
        days = eaten[first : day + 1][complete[first : day + 1]]
        seen = assess_shortfall(
            nutrient_key=key,
            daily_known=days,
            daily_known_share=np.ones(days.size),
            requirement=need,
            life_stage="f_31_50",
        )
        tier = "none" if seen.verdict in ("unclear", "probably_enough") else ""
        tier = tier or str(seen.verdict)
        tier = NOT_KNOWN if days.size < 7 else tier
        yield day, str(BEGIN.shifted(day // 7)), tier, seen


def unchanged(
    nutrient: tuple[str, float, float],
    people: int,
    *,
    every: int = 1,
    seed: int = 30,
    ears: tuple[float, float] = (0.35, 1.8),
) -> dict[str, np.ndarray]:
    """Return how many changes after the first sight each unchanged person is told."""
    told: dict[str, list[int]] = {"as it comes": [], "held": []}
    for i in range(people):
        rng = np.random.default_rng([seed, i])
        usual = np.full(7 * WEEKS, rng.uniform(*ears))
        stand: dict[str, Standing | None] = dict.fromkeys(told)
        for _, week, tier, seen in looks(rng, nutrient, usual, every):
            for name, step in (("as it comes", as_it_comes), ("held", held)):
                stand[name] = step(stand[name], tier, week, seen)
        for name, one in stand.items():
            told[name].append(max(0, len(one.events) - 1) if one else 0)
    return {name: np.array(counts) for name, counts in told.items()}


def changed(
    nutrient: tuple[str, float, float],
    people: int,
    ears: tuple[float, float],
    *,
    every: int = 1,
    seed: int = 31,
) -> dict[str, np.ndarray]:
    """Return weeks from a true change in week 14 until it is told; inf is never.

    From `ears[0]` to `ears[1]`: told is "probably short" or more, or "faded".
    """
    step_day = 7 * (WEEKS // 2)
    wanted = "none" if ears[1] > ears[0] else "probably_short"
    weeks: dict[str, list[float]] = {"as it comes": [], "held": []}
    for i in range(people):
        rng = np.random.default_rng([seed, i])
        usual = np.full(7 * WEEKS, ears[0])
        usual[step_day:] = ears[1]
        stand: dict[str, Standing | None] = dict.fromkeys(weeks)
        first = dict.fromkeys(weeks, math.inf)
        for day, week, tier, seen in looks(rng, nutrient, usual, every):
            for name, step in (("as it comes", as_it_comes), ("held", held)):
                now = stand[name] = step(stand[name], tier, week, seen)
                if day >= step_day and now.tier == wanted:
                    first[name] = min(first[name], (day + 1 - step_day) / 7)
        for name, value in first.items():
            weeks[name].append(value)
    return {name: np.array(values) for name, values in weeks.items()}


def report(people: int = 1_000) -> None:
    """Print changes told to the unchanged, and how late true changes are told."""
    for nutrient in NUTRIENTS:
        for words, ears in (("0.35-1.8", (0.35, 1.8)), ("0.75-1.05", (0.75, 1.05))):
            for every in (1, 7):
                counts = unchanged(nutrient, people, ears=ears, every=every)
                for name, told in counts.items():
                    print(
                        f"{nutrient[0]} usual {words} EAR, a look every {every} days, "
                        f"{name}: {told.mean():.2f} changes in {WEEKS} weeks, any "
                        f"{(told > 0).mean():.0%}, three or more "
                        f"{(told > 2).mean():.0%}",
                        flush=True,
                    )
        for ears in ((0.7, 1.2), (1.15, 0.65), (0.85, 1.15)):
            for name, weeks in changed(nutrient, people, ears).items():
                print(
                    f"{nutrient[0]} from {ears[0]} to {ears[1]} EAR, {name}: told "
                    f"after {np.median(weeks):.1f} weeks, 90 % by "
                    f"{np.quantile(weeks, 0.9, method='higher'):.1f}, in time "
                    f"{np.isfinite(weeks).mean():.0%}",
                    flush=True,
                )
