"""A second simulator, written apart from `diaries.py` so that neither can be tuned to.

It differs on purpose: food is eaten meal by meal and partial days lose whole meals;
nutrients follow the correlations of 37 people's recalls; a symptom is a latent
proportional-odds severity with one of three kinds of bad spells and one of three
shapes of the grades; every figure is drawn anew for each person. `LIVES` are worlds
without a link, several of them made to break the method.
"""

from dataclasses import dataclass, replace

import numpy as np
from diaries import Person, month_rhythm

from journal.patterns import Diary

Rng = np.random.Generator
Array = np.ndarray

# Within-person coefficients of variation (37 people, 17 days each; sodium assumed).
CV_WITHIN = {
    "magnesium": 0.29, "potassium": 0.29, "calcium": 0.45, "folate": 0.44,
    "vitamin_b6": 0.40, "water": 0.29, "sodium": 0.40,
}  # fmt: skip
# Correlation of log intake with energy, and between nutrients where it was published;
# the rest follows from energy and one common "plain food" part.
WITH_ENERGY = {
    "magnesium": 0.63, "potassium": 0.65, "calcium": 0.58, "folate": 0.45,
    "vitamin_b6": 0.5, "water": 0.25, "sodium": 0.6,
}  # fmt: skip
PUBLISHED = {
    ("magnesium", "potassium"): 0.78,
    ("magnesium", "calcium"): 0.48,
}
NUTRIENTS = tuple(CV_WITHIN)
HABITS = ("alcohol", "caffeine", "exercise", "sun", "sleep_hours")
FACTORS = (*NUTRIENTS, *HABITS)
SYMPTOMS = ("cramps", "restless", "aching", "tingling", "swelling")
SIGN = dict.fromkeys(NUTRIENTS, -1) | {
    "sodium": 0, "alcohol": 1, "caffeine": 1, "exercise": 0, "sun": 0,
    "sleep_hours": -1,
}  # fmt: skip
SHAPES = (
    "1 graded",
    "1 threshold",
    "3 graded",
    "3 threshold",
    "7 threshold",
    "14 graded",
)
LINKED_FACTORS = ("magnesium", "potassium", "calcium", "water", "alcohol", "caffeine")


@dataclass(frozen=True)
class Life:
    """What goes on in a person's life besides chance; sizes are typical ones."""

    odds_ratio: float = 1.0
    shape: str | None = None
    spells: float = 1.1  # SD of the spells on the logit scale
    spell_kind: str | None = None  # "damped", "two_state", "flares"; None: any
    weekday: float = 0.25
    drift: float = 0.0
    travel: float = 0.0
    reverse: float = 0.0  # logit of a partial day for ten more points of severity
    shift: float = 0.0  # a new job: food and legs change on one day and stay so
    half_year: float = 0.0  # seasons of food, sun and legs
    month: float = 0.0  # a rhythm of 25 to 33 days in food, habits and legs
    partial: float = 0.12
    answered: tuple[float, float] = (0.7, 0.95)
    away: float = 0.0  # share of the half-year in long stretches without entries
    weekends_only: bool = False
    weekly_eater: bool = False  # the same menu every week
    heavy_tail: bool = False  # grades 1-2 mostly, 10 now and then
    share_ill: tuple[float, float] = (0.15, 0.55)
    rare: bool = False  # six to ten symptom nights in all
    bare: bool = False  # neither ticks nor meals nor energy


NULL_BAR = {  # the five kinds of pattern-free worlds that the bar speaks of, plus one
    "plain": Life(spells=0.0, weekday=0.0, partial=0.05),
    "daily": Life(),
    "drift": Life(drift=0.8, half_year=0.4),
    "weekday": Life(weekday=0.9),
    "travel": Life(travel=1.0),
    "reverse": Life(reverse=4.0),
}
TRAPS = {
    "two_state": Life(spells=1.6, spell_kind="two_state"),
    "flares": Life(spells=1.6, spell_kind="flares"),
    "half_year": Life(half_year=1.2),
    "shift": Life(shift=1.0),
    "heavy_tail": Life(heavy_tail=True),
    "away": Life(away=0.45),
    "weekends": Life(weekends_only=True),
    "weekly_menu": Life(weekly_eater=True, weekday=0.6),
    "rare": Life(rare=True),
    "bare": Life(bare=True, reverse=2.0),
    "month": Life(month=1.0),
}
LIVES = NULL_BAR | TRAPS


def make_person(
    rng: Rng,
    life: Life,
    *,
    n_days: int = 182,
    asked: bool = True,
    with_questions: bool = True,
) -> Person:
    """Return one person; the true pair, if any, is among three questions if asked."""
    weekday = (np.arange(n_days) + rng.integers(7)) % 7
    course = _course(rng, life, n_days, weekday)
    eaten = _intake(rng, life, n_days, weekday, course)
    habits = _habits(rng, life, n_days, course)
    truth = None
    if life.odds_ratio > 1:
        truth = (str(rng.choice(SYMPTOMS)), str(rng.choice(LINKED_FACTORS)))
    severity = {}
    for name in SYMPTOMS:
        push = np.zeros(n_days)
        if truth and truth[0] == name:
            amount = {**eaten, **habits}[truth[1]]
            push = np.log(life.odds_ratio) * _exposure(
                rng, amount, SIGN[truth[1]], life.shape or str(rng.choice(SHAPES))
            )
        severity[name] = _severity(rng, life, course, push)
    diary = _written_down(rng, life, eaten, habits, severity, weekday)
    questions = _questions(rng, truth, asked=asked) if with_questions else ()
    return Person(replace(diary, questions=questions), truth)


def _questions(
    rng: Rng, truth: tuple[str, str] | None, *, asked: bool
) -> tuple[tuple[str, str], ...]:
    pairs = [(s, f) for s in SYMPTOMS for f in FACTORS if SIGN[f]]
    others = [pairs[i] for i in rng.choice(len(pairs), 4, replace=False)]
    others = [pair for pair in others if pair != truth]
    return tuple([truth, *others[:2]] if truth and asked else others[:3])


def _course(rng: Rng, life: Life, n: int, weekday: Array) -> dict[str, Array]:
    """Return what food and legs have in common, each of unit size."""
    t = np.arange(n)
    week = rng.normal(size=7)
    away = np.zeros(n)
    for start in rng.integers(0, n, rng.poisson(n / 50)):
        away[start : start + rng.integers(4, 12)] = 1
    bend = np.interp(t, np.linspace(0, n - 1, 4), rng.normal(size=4).cumsum())
    course = {
        "weekday": life.weekday * (week - week.mean())[weekday],
        "travel": life.travel * away,
        "drift": life.drift * (bend - bend.mean()) / max(float(bend.std()), 0.3),
        "season": life.half_year * np.sin(2 * np.pi * (t / 182 + rng.random())),
        "shift": life.shift * (t >= n * rng.uniform(0.2, 0.8)),
    }
    if life.month:
        course["month"] = life.month * month_rhythm(rng, n)
    return course


def _leaning(rng: Rng, course: dict[str, Array], typical: float) -> Array:
    """Return how one food or symptom leans on the course: own signs and sizes."""
    total = np.zeros(course["weekday"].size)
    for name, part in course.items():
        size = typical * rng.normal(0.7, 0.4)
        total += (-1 if name == "travel" else rng.choice([-1, 1])) * size * part
    return total


def _intake(
    rng: Rng, life: Life, n: int, weekday: Array, course: dict[str, Array]
) -> dict[str, Array]:
    """Return what was really eaten each day, correlated as in real recalls."""
    names = ("energy", *NUTRIENTS)
    target = np.eye(len(names))
    for i, a in enumerate(NUTRIENTS, 1):
        target[0, i] = WITH_ENERGY[a]
        for j, b in enumerate(NUTRIENTS[: i - 1], 1):
            pair = PUBLISHED.get((a, b)) or PUBLISHED.get((b, a))
            target[j, i] = pair or WITH_ENERGY[a] * WITH_ENERGY[b] + 0.1
    target = np.triu(target, 1)
    target = np.clip(target * rng.normal(1, 0.1, target.shape), 0, 0.9)
    value, vector = np.linalg.eigh(target + target.T + np.eye(len(names)))
    root = vector * np.sqrt(np.maximum(value, 0.02))
    z = rng.normal(size=(n, len(names))) @ root.T
    if life.weekly_eater:
        menu = rng.normal(size=(7, len(names))) @ root.T
        z = 0.8 * menu[weekday] + 0.6 * z
    eaten = {}
    for i, name in enumerate(names):
        cv = CV_WITHIN.get(name, 0.27) * rng.uniform(0.75, 1.3)
        sd = np.sqrt(np.log1p(cv**2))
        log = sd * (z[:, i] + _leaning(rng, course, 1.0))
        eaten[name] = np.exp(log) * rng.lognormal(5, 0.3)
    return eaten


def _habits(rng: Rng, life: Life, n: int, course: dict[str, Array]) -> dict[str, Array]:
    """Return habits; alcohol and exercise are nothing on most days."""

    def sometimes(rate: float) -> Array:
        chance = 1 / (1 + np.exp(-(np.log(rate / (1 - rate)) + lean())))
        return (rng.random(n) < chance) * rng.gamma(2.0, 0.5, n)

    def lean() -> Array:
        return _leaning(rng, course, 1.0)

    return {
        "alcohol": np.round(2 * sometimes(rng.uniform(0.2, 0.6))),
        "caffeine": np.round(rng.uniform(1, 4) * np.exp(0.35 * rng.normal(size=n)
                             + 0.3 * lean())),
        "exercise": np.round(40 * sometimes(rng.uniform(0.2, 0.7)), -1),
        "sun": np.round(30 * np.exp(0.8 * rng.normal(size=n) + 0.5 * lean()), -1),
        "sleep_hours": np.round(2 * (7 + 0.9 * rng.normal(size=n) + 0.4 * lean())) / 2,
    }  # fmt: skip


def _exposure(rng: Rng, amount: Array, sign: int, shape: str) -> Array:
    """Return the true exposure: one SD a unit, or 1 on the worst days and 0 else."""
    length, kind = shape.split()
    z = np.log1p(amount / max(float(np.median(amount)), 1e-9))
    z = sign * (z - z.mean())
    days = int(length)
    kernel = 0.5 ** (np.arange(14) / 5) if days == 14 else np.ones(days)
    before = rng.choice(z, 13)
    mean = np.convolve(np.r_[before, z], kernel)[13 : 13 + z.size]
    mean = (mean - mean.mean()) / max(float(mean.std()), 1e-9)
    if kind == "graded":
        return mean
    return (mean > np.quantile(mean, 1 - rng.uniform(0.25, 0.4))).astype(float)


def _spells(rng: Rng, life: Life, n: int) -> Array:
    kind = life.spell_kind or rng.choice(["damped", "two_state", "flares"])
    size = life.spells * rng.uniform(0.4, 1.6)
    course = np.zeros(n)
    if kind == "damped":
        keep = rng.uniform(0.5, 0.93)
        noise = rng.normal(size=n + 30) * np.sqrt(1 - keep**2)
        value = 0.0
        for t in range(n + 30):
            value = keep * value + noise[t]
            course[max(t - 30, 0)] = value
    elif kind == "two_state":
        turns = np.cumsum(rng.geometric(1 / rng.uniform(4, 18), n))
        course = 2.0 * (np.searchsorted(turns, np.arange(n), "right") % 2) - 1
    else:
        for start in np.flatnonzero(rng.random(n + 20) < 1 / rng.uniform(12, 30)):
            days = np.arange(n) - (start - 20)
            course += np.where(days >= 0, 2.5 * np.exp(-days / rng.uniform(2, 7)), 0)
        course -= course.mean()
    return size * course


def _severity(rng: Rng, life: Life, course: dict[str, Array], push: Array) -> Array:
    """Return grades 0-10 from a latent logistic severity (proportional odds)."""
    n = push.size
    latent = push + _spells(rng, life, n) + rng.logistic(size=n)
    latent += _leaning(rng, course, 1.0)
    share = rng.uniform(6, 10) / n if life.rare else rng.uniform(*life.share_ill)
    over = latent - np.quantile(latent, 1 - share)
    if life.heavy_tail:
        grade = np.where(rng.random(n) < 0.05, 10, 1 + rng.geometric(0.6, n) // 2)
    else:
        # Some people use the scale finely, others write 3, 5 or 8.
        grade = 1 + rng.uniform(0.8, 2.5) * np.maximum(over, 0) ** rng.uniform(0.6, 1.2)
        grade = grade + rng.normal(0, 0.7, n)
        if rng.random() < 0.3:
            grade = np.array([3, 5, 8])[np.clip(grade // 3, 0, 2).astype(int)]
    return np.where(over > 0, np.clip(np.round(grade), 1, 10), 0.0)


def _written_down(  # noqa: PLR0917
    rng: Rng,
    life: Life,
    eaten: dict[str, Array],
    habits: dict[str, Array],
    severity: dict[str, Array],
    weekday: Array,
) -> Diary:
    """Turn what happened into what was logged, meal by meal."""
    n = weekday.size
    bad = np.mean(list(severity.values()), axis=0)
    rate = rng.uniform(*life.answered)
    lean = np.log(rate / (1 - rate)) + 0.15 * (bad - bad.mean())
    answered = rng.random(n) < 1 / (1 + np.exp(-lean))
    logged = rng.random(n) < rng.uniform(0.85, 0.98)
    answered &= _present(rng, life, weekday)
    logged &= _food_present(life, weekday, answered)
    usual = int(rng.integers(3, 6))
    # The worst of last night and tonight makes the day's log short.
    worst = np.max(list(severity.values()), axis=0)
    worst = np.maximum(worst, np.r_[0, worst[:-1]])
    chance = life.partial * rng.uniform(0.5, 1.6)
    odds = np.log(chance / (1 - chance)) + life.reverse * (worst - worst.mean()) / 10
    partial = rng.random(n) < 1 / (1 + np.exp(-odds))
    part_of_day = rng.dirichlet(np.full(usual, 4.0), n)
    kept = np.ones((n, usual), bool)
    kept[partial] = rng.random((int(partial.sum()), usual)) < 0.5
    kept &= logged[:, None]
    eaten_share = (part_of_day * kept).sum(axis=1)
    meals = kept.sum(axis=1).astype(float)
    nothing = meals == 0
    slip = rng.uniform(0.08, 0.2)  # portions are guessed
    factors, shares = {}, {}
    for name in NUTRIENTS:
        without_value = rng.random((n, usual)) < rng.uniform(0.0, 0.12)
        known = (part_of_day * kept * ~without_value).sum(axis=1)
        amount = eaten[name] * known * rng.lognormal(0, slip, n)
        factors[name] = np.where(nothing, np.nan, amount)
        share = known / np.where(nothing, 1, eaten_share)
        shares[name] = np.where(nothing, np.nan, np.clip(share, 0, 1))
    for name in HABITS:
        factors[name] = np.where(answered, np.maximum(habits[name], 0), np.nan)
    energy = eaten["energy"] * eaten_share * 14 * rng.lognormal(0, slip, n)
    tick_rate = rng.choice([0.0, 0.3, 0.8])
    ticked = (rng.random(n) < tick_rate) & ~nothing
    full = kept.all(axis=1) & (rng.random(n) < 0.95)
    plain = {} if life.bare else {
        "meals_logged": np.where(nothing, np.nan, meals),
        "energy_kcal": np.where(nothing, np.nan, energy),
        "day_complete": np.where(ticked, full.astype(float), np.nan),
    }  # fmt: skip
    return Diary(
        days=np.datetime64("2025-01-06") + np.arange(n),
        symptoms={s: np.where(answered, v, np.nan) for s, v in severity.items()},
        factors=factors,
        known_share=shares,
        meal_factors=NUTRIENTS,
        expected_sign=SIGN,
        **plain,
    )


def _present(rng: Rng, life: Life, weekday: Array) -> Array:
    """Return the days on which the person opens the diary at all."""
    n = weekday.size
    here = np.ones(n, bool)
    while life.away and here.mean() > 1 - life.away:
        start = rng.integers(0, n)
        here[start : start + rng.integers(15, 50)] = False
    if life.weekends_only:
        here &= np.isin(weekday, (4, 5, 6)) | (rng.random(n) < 0.15)
    return here


def _food_present(life: Life, weekday: Array, answered: Array) -> Array:
    if life.weekends_only:
        return np.isin(weekday, (4, 5, 6))
    return answered if life.away else np.ones(answered.size, bool)
