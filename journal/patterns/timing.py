"""How strongly a symptom follows each factor, with spells, weekdays and trend removed.

One generalised-least-squares score test per (symptom, factor, window). Bad spells are
modelled as a damped correlation between neighbouring nights plus independent noise;
both sides are freed of weekday, slow trend and a clear monthly rhythm; a night whose
food is not known keeps its symptom (it tells of the spell) and carries no exposure.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from journal.patterns.month import month_wave, shared_period_days
from journal.patterns.spells import fit_spells, whiten

Floats = npt.NDArray[np.float64]

SMALLEST_NIGHTS, SMALLEST_SYMPTOM, SMALLEST_FREE, SMALLEST_DF = 24, 6, 6, 10
_SMALLEST_INFLATION = 0.8


@dataclass(frozen=True, slots=True)
class Scores:
    """Test results of one symptom: arrays of shape (columns,), columns = exposures."""

    z: Floats  # NaN where the data do not allow a test
    df: Floats
    inflation: Floats
    whitened_y: Floats
    whitened_x: Floats


def baseline(weekday: npt.NDArray[np.int64], n: int) -> Floats:
    """Return intercept, weekday and slow-trend columns for n days, shape (n, c)."""
    columns = [np.ones(n)]
    columns += [(weekday == d) - 1.0 / 7 for d in range(6)]
    middle = (np.arange(n) + 0.5) / n
    columns += [np.cos(np.pi * j * middle) for j in range(1, 2 + n // 120)]
    return np.stack(columns, axis=1)


def free_of_baseline(x: Floats, base: Floats) -> Floats:
    """Return x less its weekday and trend, 0 where not known; x has shape (c, n)."""
    n, size = base.shape
    known = ~np.isnan(x)
    filled = np.where(known, x, 0.0)
    products = (base[:, :, None] * base[:, None, :]).reshape(n, size * size)
    # einsum, not @: a product this size wakes BLAS threads, which wait on a busy core.
    gram = np.einsum("cn,nk->ck", known.astype(float), products)
    gram = gram.reshape(-1, size, size)
    gram += 1e-6 * n * np.eye(size)  # a weekday never seen gets no effect
    weights = np.linalg.solve(gram, (filled @ base)[..., None])[..., 0]
    return np.asarray(np.where(known, filled - weights @ base.T, 0.0))


def score_symptoms(y: Floats, exposures: Floats, base: Floats) -> list[Scores]:
    """Test every symptom against every exposure column.

    Parameters
    ----------
    y : ndarray of shape (symptoms, n)
        Normal scores of severity; NaN not answered.
    exposures : ndarray of shape (columns, n)
        Normal scores of windowed exposure; NaN not known.
    base : ndarray of shape (n, c)
        Intercept, weekday and trend.

    Returns
    -------
    list of Scores, one per symptom
    """
    answered = ~np.isnan(y)
    known = ~np.isnan(exposures)
    x = free_of_baseline(exposures, base)
    residual = free_of_baseline(y, base)
    fits = [
        fit_spells(one, there, base.shape[1])
        for one, there in zip(residual, answered, strict=True)
    ]
    strength, persistence = (np.array(column) for column in zip(*fits, strict=True))
    shared = np.concatenate([base, x.T], axis=1)
    stacked = np.concatenate(
        [
            np.where(answered, y, 0.0).T[:, :, None],
            np.where(answered.T[:, :, None], shared[:, None, :], 0.0),
        ],
        axis=2,
    )
    white = whiten(stacked, answered.T, strength, persistence)
    freed = [_freed(white[:, s, :], base.shape[1]) for s in range(y.shape[0])]
    period = shared_period_days(np.array([rest[:, 0] for rest, _ in freed]), answered)
    return [
        _score_one(rest, q, known & there, there, period)
        for (rest, q), there in zip(freed, answered, strict=True)
    ]


def _freed(white: Floats, size: int) -> tuple[Floats, Floats]:
    """Return severity and exposures less the whitened baseline, and its basis."""
    q, _ = np.linalg.qr(white[:, 1 : 1 + size])
    rest = np.concatenate([white[:, :1], white[:, 1 + size :]], axis=1)
    return rest - q @ (q.T @ rest), np.asarray(q)


def _score_one(
    rest: Floats,
    q: Floats,
    both: npt.NDArray[np.bool_],
    answered: npt.NDArray[np.bool_],
    shared_days: float | None,
) -> Scores:
    """Correlate whitened severity with whitened exposures, baseline held fixed."""
    size = q.shape[1]
    wave = month_wave(rest[:, 0], answered, shared_days)
    if wave is not None:
        # Whitening turns a wave into a wave of the same period: no second pass is due.
        held, _ = np.linalg.qr(wave - q @ (q.T @ wave))
        rest = rest - held @ (held.T @ rest)
        size += wave.shape[1]
    e, v = rest[:, 0], np.ascontiguousarray(rest[:, 1:].T)
    length_e, length_v = math.sqrt(float(e @ e)), np.sqrt((v * v).sum(axis=1))
    usable = (length_v > 1e-6 * math.sqrt(e.size)) & (length_e > 1e-6)
    e = e / max(length_e, 1e-300)
    v = v / np.where(usable, length_v, 1.0)[:, None]
    m, nights = int(answered.sum()), both.sum(axis=1)
    # Severity may scatter more on nights whose food is known than on the others.
    scatter = (both @ (e * e)) * m / np.maximum(nights, 1)
    r = (v @ e) / np.sqrt(np.where(usable, np.maximum(scatter, 1e-9), 1.0))
    r = np.clip(r, -0.999999, 0.999999)
    inflation = _leftover_inflation(e, v)
    df = (nights - 2 - size) / np.maximum(inflation, 1.0)
    usable &= (nights >= SMALLEST_NIGHTS) & (df >= SMALLEST_DF)
    t = r * np.sqrt(max(m - 2 - size, 1) / inflation / (1 - r * r))
    z = np.where(usable, _z_of_t(t, np.where(usable, df, 1.0)), np.nan)
    return Scores(z, df, inflation, e, v)


def _leftover_inflation(e: Floats, v: Floats) -> Floats:
    """Return the variance ratio from lag correlation that whitening left.

    Under 1 where the spell model took out too much: then the score varies
    less than independent nights would. Damped, and never under 0.8.
    """
    damp = 0.85 ** np.arange(1, 8)
    rho_e = np.array([e[k:] @ e[:-k] for k in range(1, 8)])
    rho_v = np.array([(v[:, k:] * v[:, :-k]).sum(axis=1) for k in range(1, 8)])
    left = float((rho_e * damp).sum() / (damp**2).sum())
    tail = (np.maximum(rho_v, 0) * damp[:, None]).sum(axis=0)
    return np.asarray(np.maximum(1 + 2 * left * tail, _SMALLEST_INFLATION))


def _z_of_t(t: Floats, df: Floats) -> Floats:
    """Turn Student's t into a normal deviate (Wallace 1959; to 0.02 from df 10)."""
    size = np.sqrt(df * np.log1p(t * t / df)) * (8 * df + 1) / (8 * df + 3)
    return np.asarray(np.copysign(size, t))


def conditional_z(scores: Scores, column: int, lead: int) -> float:
    """Return z of one column with the lead column held fixed."""
    e, v = scores.whitened_y, scores.whitened_x
    r_xy, r_ly = float(v[column] @ e), float(v[lead] @ e)
    r_xl = float(v[column] @ v[lead])
    left = (1 - r_xl**2) * (1 - r_ly**2)
    if left <= 1e-6:
        return 0.0
    r = max(-0.999999, min(0.999999, (r_xy - r_xl * r_ly) / math.sqrt(left)))
    df = max(float(scores.df[column]) - 1, 1.0)
    return float(_z_of_t(np.array(r * math.sqrt(df / (1 - r * r))), np.array(df)))
