"""Simulated diaries: people with no link, with one link, and with common traps.

Daily intakes are log-normal with person means, weekday, drift, seasons, travel weeks
and correlated nutrients; days are partly logged, foods lack values; symptoms come in
bad spells with weekday and trend and are more often logged on bad days. Every
parameter is drawn anew for each person, so no constant can be tuned to.
"""

from dataclasses import dataclass, replace

import numpy as np

from journal.patterns import Diary

NUTRIENTS = {  # within-person SD of the log, loading on energy, loading on "greens"
    "magnesium": (0.28, 0.63, 0.6),
    "potassium": (0.28, 0.65, 0.6),
    "calcium": (0.42, 0.58, 0.1),
    "folate": (0.42, 0.4, 0.5),
    "water": (0.28, 0.2, 0.0),
    "vitamin_b6": (0.38, 0.5, 0.3),
    "sodium": (0.4, 0.6, 0.0),
}
LIFESTYLE = ("alcohol", "caffeine", "exercise", "sun", "sleep_short")
SYMPTOMS = ("cramps", "restless", "aching", "tingling", "weakness")
FACTORS = (*NUTRIENTS, *LIFESTYLE)
SIGN = dict.fromkeys(NUTRIENTS, -1) | {
    "sodium": 0, "alcohol": 1, "caffeine": 1, "exercise": 0, "sun": 0, "sleep_short": 1
}  # fmt: skip
SHAPES = (
    "day_graded",
    "day_low_third",
    "three_days_graded",
    "three_days_threshold",
    "week_threshold",
    "two_weeks_graded",
)
STAND_INS = {
    frozenset(pair)
    for pair in [("magnesium", "potassium"), ("magnesium", "folate"),
                 ("potassium", "folate"), ("magnesium", "vitamin_b6"),
                 ("potassium", "vitamin_b6"), ("magnesium", "calcium"),
                 ("potassium", "calcium"), ("potassium", "sodium"),
                 ("magnesium", "sodium"), ("calcium", "sodium")]
}  # fmt: skip


@dataclass(frozen=True)
class World:
    """What is going on in a person's life besides chance."""

    spells: float = 0.6  # typical SD of the spell process on the logit scale
    drift: float = 0.0  # typical slow drift of intakes and of symptoms
    weekday: float = 0.3
    travel: float = 0.0  # weeks away change food and legs together
    reverse: float = 0.0  # bad nights: the next day, or that day, is logged partly
    seasons: float = 0.0
    month: float = 0.0  # a rhythm of 25 to 33 days in food and legs
    partial: float = 0.12
    odds_ratio: float = 1.0
    markov_spells: bool = False
    shape: str | None = None


WORLDS = {
    "plain": World(spells=0.0, weekday=0.0, partial=0.05),
    "daily": World(),
    "drift": World(drift=0.8, seasons=0.3),
    "weekday": World(weekday=0.9),
    "travel": World(travel=1.0),
    "reverse": World(reverse=1.0),
    "regimes": World(spells=1.0, markov_spells=True, drift=0.3),
    "month": World(month=1.0),
}


@dataclass(frozen=True)
class Person:
    """A diary of some days and, if there is one, the true (symptom, factor)."""

    diary: Diary
    truth: tuple[str, str] | None

    def until(self, n_days: int) -> Diary:
        """Return the diary as it stood after `n_days`."""
        d = self.diary

        def upto(column):
            return None if column is None else column[:n_days]

        return replace(
            d,
            days=d.days[:n_days],
            symptoms={k: v[:n_days] for k, v in d.symptoms.items()},
            factors={k: v[:n_days] for k, v in d.factors.items()},
            meals_logged=upto(d.meals_logged),
            energy_kcal=upto(d.energy_kcal),
            day_complete=upto(d.day_complete),
            known_share={k: v[:n_days] for k, v in d.known_share.items()},
        )


def make_person(
    rng: np.random.Generator,
    world: World,
    *,
    n_days: int = 182,
    asked: bool = True,
    with_questions: bool = True,
) -> Person:
    """Return one simulated person; the true pair is among three questions if asked."""
    weekday = (np.arange(n_days) + rng.integers(7)) % 7
    week_effect = rng.normal(0, 1, 7)
    travel = _travel(rng, n_days, world.travel)
    slow = _slow(rng, n_days)
    month = world.month * month_rhythm(rng, n_days) if world.month else None
    shared = {
        "weekday": weekday,
        "week_effect": week_effect,
        "travel": travel,
        "slow": slow,
        "month": month,
    }
    logs = _intakes(rng, world, n_days, **shared)
    truth = None
    if world.odds_ratio > 1:
        truth = (rng.choice(SYMPTOMS), rng.choice(["magnesium", "potassium", "calcium",
                 "water", "alcohol", "caffeine"]))  # fmt: skip
        truth = (str(truth[0]), str(truth[1]))
    severity = {}
    for name in SYMPTOMS:
        logit = _symptom_logit(rng, world, n_days, **shared)
        if truth and truth[0] == name:
            shape = world.shape or str(rng.choice(SHAPES))
            logit = logit + _link(logs[truth[1]], SIGN[truth[1]], shape) * np.log(
                world.odds_ratio
            )
        severity[name] = _severity(rng, logit)
    diary = _log(rng, world, n_days, logs, severity)
    questions: list[tuple[str, str]] = []
    if with_questions:
        pairs = [(s, f) for s in SYMPTOMS for f in FACTORS if SIGN[f]]
        picks = rng.choice(len(pairs), 3, replace=False)
        questions = [pairs[i] for i in picks]
        if truth and asked:
            questions = [truth, *[q for q in questions if q != truth][:2]]
        elif truth:
            questions = [q for q in questions if q != truth]
    return Person(replace(diary, questions=tuple(questions)), truth)


def _slow(rng, n):
    t = np.linspace(-1, 1, n)
    return rng.choice([-1, 1]) * t + 0.5 * np.sin(np.pi * t + rng.uniform(0, 6.28))


def month_rhythm(rng, n):
    """Return a wave of unit size; each turn lasts as long as the person's, ± 2 days."""
    turns = rng.uniform(25, 33) + rng.normal(0, 2, n // 20 + 3)
    edges = np.cumsum(np.r_[-rng.uniform(0, turns[0]), turns])
    phase = np.interp(np.arange(n), edges, np.arange(edges.size))
    return np.sqrt(2) * np.cos(2 * np.pi * phase)


def _travel(rng, n, size):
    away = np.zeros(n)
    if size:
        for start in rng.integers(0, n, max(1, n // 60)):
            away[start : start + rng.integers(5, 11)] = size
    return away


def _intakes(rng, world, n, *, weekday, week_effect, travel, slow, month):
    energy = 0.22 * rng.normal(size=n)
    greens = rng.normal(size=n)
    wk = world.weekday
    logs = {"energy": energy + 0.1 * wk * week_effect[weekday] * 0.7}
    for name, (sd, on_energy, on_greens) in NUTRIENTS.items():
        own = np.sqrt(max(0.05, 1 - on_energy**2 - 0.6 * on_greens**2))
        z = on_energy * energy / 0.22 + 0.77 * on_greens * greens
        z = z + own * rng.normal(size=n)
        z = z + wk * rng.normal(0.8, 0.3) * week_effect[weekday]
        z = z + world.drift * rng.normal(0.8, 0.4) * slow
        z = z - 0.8 * rng.uniform(0.3, 1.5) * travel
        z = z + world.seasons * np.sin(2 * np.pi * np.arange(n) / 365 + 1)
        if month is not None:
            z = z + rng.choice([-1, 1]) * rng.uniform(0.2, 0.8) * month
        logs[name] = np.log(rng.lognormal(5, 0.3)) + sd * z
    for name in LIFESTYLE:
        z = rng.normal(size=n) + wk * rng.normal(0.8, 0.4) * week_effect[weekday]
        z = z + world.drift * rng.normal(0, 0.7) * slow + rng.uniform(0, 1) * travel
        logs[name] = z
    return logs


def _symptom_logit(rng, world, n, *, weekday, week_effect, travel, slow, month):
    logit = rng.normal(-0.9, 0.5) + np.zeros(n)
    size = world.spells * rng.uniform(0.5, 2.0)
    if world.markov_spells:
        state, stay = rng.integers(2), rng.uniform(0.85, 0.96)
        for t in range(n):
            state = state if rng.random() < stay else 1 - state
            logit[t] += 2 * size * (state - 0.5)
    else:
        rho, value = rng.uniform(0.6, 0.95), rng.normal()
        for t in range(n):
            value = rho * value + np.sqrt(1 - rho**2) * rng.normal()
            logit[t] += size * value
    logit += world.weekday * rng.normal(0.8, 0.4) * week_effect[weekday]
    logit += world.drift * rng.normal(0.8, 0.5) * slow
    if month is not None:
        logit += rng.choice([-1, 1]) * rng.uniform(0.2, 1.2) * month
    return logit + rng.uniform(0.3, 1.2) * travel


def _link(log_amount, sign, shape):
    """Return the effect on the logit in units of log odds ratio."""
    z = sign * (log_amount - log_amount.mean()) / log_amount.std()
    length = {"day": 1, "three": 3, "week": 7, "two": 14}[shape.split("_")[0]]
    kernel = 0.5 ** (np.arange(14) / 5) if length == 14 else np.ones(length)
    mean = np.convolve(np.r_[np.full(13, z[:7].mean()), z], kernel)[13 : 13 + z.size]
    mean = (mean - mean.mean()) / mean.std()
    if shape.endswith("graded"):
        return mean
    # A threshold: on for the worst third, and the odds ratio is on against off.
    return (mean > np.quantile(mean, 2 / 3)).astype(float) - 1 / 3


def _severity(rng, logit):
    ill = rng.random(logit.size) < 1 / (1 + np.exp(-logit))
    size = 4.5 + 0.9 * logit + 1.8 * rng.normal(size=logit.size)
    size = np.clip(np.round(size), 1, 10)
    return np.where(ill, size, 0.0)


def _log(rng, world, n, logs, severity):
    """Turn what happened into what was written down."""
    worst = np.max([severity[s] for s in SYMPTOMS], axis=0)
    rate = rng.uniform(0.70, 0.95)
    bad = (severity["cramps"] + severity["restless"]) / 2
    answered = rng.random(n) < np.clip(rate + 0.03 * (bad - 2), 0.3, 1)
    chance = world.partial * rng.uniform(0.5, 1.7) + world.reverse * 0.035 * worst
    is_partial = rng.random(n) < np.clip(chance, 0, 0.8)
    eaten_logged = np.where(is_partial, rng.uniform(0.25, 0.75, n), 1.0)
    no_meals = rng.random(n) < rng.uniform(0.03, 0.15)
    factors, shares = {}, {}
    for name in NUTRIENTS:
        share = np.clip(1 - rng.exponential(0.06, n), 0.3, 1)
        noise = rng.normal(0, 0.08, n)
        factors[name] = np.exp(logs[name] + noise) * eaten_logged * share
        factors[name][no_meals] = np.nan
        shares[name] = np.where(no_meals, np.nan, share)
    for name in LIFESTYLE:
        amount = np.maximum(logs[name] + 0.3, 0) if name != "caffeine" else np.exp(
            0.5 * logs[name]
        )  # fmt: skip
        factors[name] = np.where(answered, np.round(100 * amount), np.nan)
    energy = 2000 * np.exp(logs["energy"]) * eaten_logged
    meals = np.maximum(1, np.round(4 * eaten_logged + rng.normal(0, 0.6, n)))
    ticked = np.where(rng.random(n) < 0.3, 1.0 - is_partial, np.nan)
    start = np.datetime64("2025-01-06") + np.arange(n)
    return Diary(
        days=start,
        symptoms={s: np.where(answered, severity[s], np.nan) for s in SYMPTOMS},
        factors=factors,
        meals_logged=np.where(no_meals, np.nan, meals),
        energy_kcal=np.where(no_meals, np.nan, energy),
        day_complete=np.where(no_meals, np.nan, ticked),
        known_share=shares,
        meal_factors=tuple(NUTRIENTS),
        expected_sign=SIGN,
    )
