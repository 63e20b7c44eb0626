"""The methods that ours is measured against, each as its authors use it.

`app_like` and `fisher_bh` are what apps and students do. `starting_method` is the
sequential partial correlation with an e-value from which ours was developed: weekday
and trend removed by ridge, variance inflated for autocorrelation, a mixture over effect
size, direction and window, and an exponent fitted to 26 weekly looks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from journal.patterns import Diary
from journal.patterns.exposure import complete_days
from journal.patterns.ranks import normal_scores

Array = np.ndarray
Pair = tuple[str, str]

LAGS = 14
_TWO_WEEKS = 0.5 ** (np.arange(14) / 5)
KERNELS = (
    (np.ones(1), 1.0),
    (np.ones(3), 2 / 3),
    (np.ones(7), 4 / 7),
    (_TWO_WEEKS, 0.5),
)


def known_amounts(diary: Diary) -> dict[str, Array]:
    """Return logs of daily amounts; NaN on partial and mostly unknown days."""
    complete = complete_days(diary)
    amounts = {}
    for name, values in diary.factors.items():
        amount = values
        if name in diary.meal_factors:
            amount = np.where(complete, amount, np.nan)
        if name in diary.known_share:
            share = diary.known_share[name]
            enough = share >= 0.7
            amount = np.where(enough, amount / np.where(enough, share, 1), np.nan)
        positive = amount[amount > 0]
        usual = np.median(positive) if positive.size else 1.0
        amounts[name] = np.log1p(amount / usual)
    return amounts


def windows(amount: Array) -> Array:
    """Return means of the known days of each window, shape (4, n)."""
    known, n = ~np.isnan(amount), amount.size
    rows = []
    for kernel, smallest in KERNELS:
        total = np.convolve(np.where(known, amount, 0), kernel)[:n]
        weight = np.convolve(known * 1.0, kernel)[:n]
        enough = weight >= smallest * kernel.sum() - 1e-9
        rows.append(np.where(enough, total / np.where(enough, weight, 1), np.nan))
    return np.round(rows, 9)


def tables(diary: Diary) -> Iterator[tuple[Array, Array]]:
    """Yield severity and exposure on usable nights for each pair and window."""
    for amount in known_amounts(diary).values():
        for exposure in windows(amount):
            for severity in diary.symptoms.values():
                both = ~np.isnan(severity) & ~np.isnan(exposure)
                if both.sum() >= 14 and np.ptp(exposure[both]) > 0:
                    yield severity[both], exposure[both]


def app_like(diary: Diary) -> bool:
    """Spearman |r| >= 0.3 with p < .05, as apps do: whether anything is shown."""
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
    """Fisher's test of the lowest third, Benjamini-Hochberg at 5 %: anything shown."""
    p = []
    for severity, exposure in tables(diary):
        low = exposure <= np.quantile(exposure, 1 / 3)
        ill = severity > 0
        law = stats.hypergeom(ill.size, int(ill.sum()), int(low.sum()))
        both = int((low & ill).sum())
        p.append(min(1.0, 2 * min(law.cdf(both), law.sf(both - 1))))
    return bool(p and (stats.false_discovery_control(p) <= 0.05).any())


@dataclass
class _Tested:
    log_e: float
    z: float
    x: Array
    y: Array
    usable: Array
    vif: float
    df: float


def starting_method(diary: Diary) -> dict[Pair, str]:
    """Return the tier of each pair by the starting method."""
    pairs = [(s, f) for s in diary.symptoms for f in diary.factors]
    share = _shares(pairs, set(diary.questions))
    exposures = {k: windows(v) for k, v in known_amounts(diary).items()}
    x = [normal_scores(row) for f in diary.factors for row in exposures[f]]
    tiers: dict[Pair, str] = {}
    for symptom, severity in diary.symptoms.items():
        tested = _test_symptom(diary, severity, np.array(x))
        for factor, one in zip(diary.factors, tested, strict=True):
            p = 1.0 if one is None else np.exp(-0.4 - 1.5 * max(one.log_e, 0))
            part = share[symptom, factor]
            tier = "possible" if p <= 0.20 * part else "none"
            tiers[symptom, factor] = "recurring" if p <= 0.045 * part else tier
        _link(symptom, dict(zip(diary.factors, tested, strict=True)), share, tiers)
    return tiers


def _shares(pairs: list[Pair], asked: set[Pair]) -> dict[Pair, float]:
    others = len(pairs) - len(asked)
    if not asked or not others:
        return dict.fromkeys(pairs, 1 / len(pairs))
    return {p: 0.5 / (len(asked) if p in asked else others) for p in pairs}


def _test_symptom(diary: Diary, severity: Array, x: Array) -> list[_Tested | None]:
    n = severity.size
    t = np.arange(n)
    weekday = (diary.days.astype(np.int64) + 3) % 7
    slow = 1 + n // 120
    base = np.stack(
        [np.ones(n), *[(weekday == d) * 1.0 for d in range(7)],
         *[np.cos(np.pi * j * (t + 0.5) / n) for j in range(1, slow + 1)]], axis=1
    )  # fmt: skip
    ridge = np.diag([1e-9, *[1.0] * 7, *[0.5] * slow])
    y = normal_scores(severity)
    usable = ~np.isnan(x) & ~np.isnan(y)
    m = usable.sum(axis=1)
    size = base.shape[1]
    products = (base[:, :, None] * base[:, None, :]).reshape(n, -1)
    gram = (usable * 1.0 @ products).reshape(-1, size, size)
    inverse = np.linalg.inv(gram + ridge)
    edf = np.einsum("cij,cji->c", inverse, gram)

    def freed(z: Array) -> Array:
        weights = np.einsum("cij,cj->ci", inverse, z @ base)
        return np.where(usable, z - weights @ base.T, 0.0)

    rx = freed(np.where(usable, x, 0.0))
    ry = freed(np.where(usable, np.nan_to_num(y), 0.0))
    xx, yy = (rx**2).sum(axis=1), (ry**2).sum(axis=1)
    good = (xx > 1e-9) & (yy > 1e-9)
    r = (rx * ry).sum(axis=1) / np.sqrt(np.where(good, xx * yy, 1.0))
    vif = _inflation(rx, ry, usable, slow)
    df = (m - 2 - edf) / vif
    ill = (usable & (severity > 0)).sum(axis=1)
    good &= (m >= 24) & (ill >= 6) & (m - ill >= 6) & (df >= 10)
    z = _z(np.clip(r, -0.999999, 0.999999), np.where(good, df, 10))
    tested: list[_Tested | None] = []
    for number, factor in enumerate(diary.factors):
        here = slice(4 * number, 4 * number + 4)
        tested.append(None)
        if good[here].any():
            sign = diary.expected_sign.get(factor, 0)
            log_e = np.where(good[here], _log_e(z[here], df[here], sign), 0.0)
            best = int(np.argmax(np.where(good[here], log_e, -np.inf))) + 4 * number
            tested[-1] = _Tested(
                float(special.logsumexp(log_e) - np.log(4)), float(z[best]), rx[best],
                ry[best], usable[best], float(vif[best]), float(df[best])
            )  # fmt: skip
    return tested


def _inflation(rx: Array, ry: Array, usable: Array, slow: int) -> Array:
    m = np.maximum(usable.sum(axis=1), 1)
    lags = np.arange(1, LAGS + 1)
    pairs = np.stack([(usable[:, k:] & usable[:, :-k]).sum(axis=1) for k in lags])
    enough = pairs > 5

    def correlation(z: Array) -> Array:
        power = np.maximum((z**2).sum(axis=1) / m, 1e-12)
        total = np.stack([(z[:, k:] * z[:, :-k]).sum(axis=1) for k in lags])
        rho = total / np.maximum(pairs, 1) / power + (slow + 1) / m
        return np.where(enough, rho, 0.0)

    rho_x, rho_y = correlation(rx), correlation(ry)
    decay = (0.85**lags)[:, None]
    weight = np.where(enough, pairs, 0)[:5]
    norm = np.maximum((weight * decay[:5] ** 2).sum(axis=0), 1e-12)
    a = np.clip((weight * decay[:5] * rho_y[:5]).sum(axis=0) / norm, 0, None)
    a = np.minimum(1.2 * a, 0.95)
    tail = (2 * pairs / m * np.maximum(rho_x, 0) * decay).sum(axis=0)
    return np.maximum(1.0, 1 + a * tail)


def _z(r: Array, df: Array) -> Array:
    t = r * np.sqrt(df / (1 - r**2))
    return np.sign(t) * -special.ndtri(np.maximum(stats.t.sf(np.abs(t), df), 1e-300))


def _log_e(z: Array, df: Array, sign: int) -> Array:
    """Return the log of the mixture over effect size (rho = 16) and direction."""

    def one(z: Array) -> Array:
        keep = np.maximum(df, 0) / (np.maximum(df, 0) + 16)
        root = special.log_ndtr(z * np.sqrt(keep))
        return np.log(2) + 0.5 * np.log(1 - keep) + z**2 * keep / 2 + root

    up = {1: 0.9, -1: 0.1, 0: 0.5}[sign]
    return np.logaddexp(np.log(up) + one(z), np.log(1 - up) + one(-z))


def _link(
    symptom: str,
    tested: dict[str, _Tested | None],
    share: dict[Pair, float],
    tiers: dict[Pair, str],
) -> None:
    """Turn what vanishes with a clearer factor held fixed into "linked"."""
    shown = [
        (one.log_e + np.log(share[symptom, f]), f, one)
        for f, one in tested.items()
        if one is not None and tiers[symptom, f] in ("possible", "recurring")
    ]
    shown.sort(key=lambda item: (-item[0], item[1]))
    for rank, (_, factor, one) in enumerate(shown[1:], 1):
        lead = shown[0][2] if rank else one
        both = one.usable & lead.usable
        held = lead.x[both]
        x, y = (v - held * (v @ held) / max(held @ held, 1e-12)
                for v in (one.x[both], one.y[both]))  # fmt: skip
        r = np.array(x @ y / max(np.sqrt(x @ x * (y @ y)), 1e-12))
        left = _z(np.clip(r, -0.999999, 0.999999), np.array(max(one.df - 1, 1)))
        if left * np.sign(one.z) < 1.64:
            tiers[symptom, factor] = "linked"
