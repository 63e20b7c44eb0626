"""How strongly a symptom follows each factor, with spells, weekdays and trend removed.

One generalised-least-squares score test per (symptom, factor, window). Bad spells are
modelled as a damped correlation between neighbouring nights plus independent noise;
both sides are freed of weekday and slow trend; a night whose food is not known keeps
its symptom (it tells of the spell) and carries no exposure.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

SMALLEST_NIGHTS, SMALLEST_SYMPTOM, SMALLEST_FREE, SMALLEST_DF = 24, 6, 6, 10
_LAGS = 14
_PERSISTENCE = np.array([0.4, 0.6, 0.75, 0.85, 0.92, 0.96])
# Lag correlations are estimated low in short series; err on the side of spells.
_SPELL_CAUTION = 1.2
_MOST_SPELL = 0.9


@dataclass(frozen=True, slots=True)
class Scores:
    """Test results of one symptom: arrays of shape (columns,), columns = exposures."""

    z: Floats  # NaN where the data do not allow a test
    df: Floats
    inflation: Floats
    nights: npt.NDArray[np.int64]
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
    known = ~np.isnan(x)
    filled = np.where(known, x, 0.0)
    gram = np.einsum("cn,ni,nj->cij", known.astype(float), base, base, optimize=True)
    gram += 1e-6 * max(base.shape[0], 1) * np.eye(base.shape[1])
    weights = np.linalg.solve(gram, (filled @ base)[..., None])[..., 0]
    return np.asarray(np.where(known, filled - weights @ base.T, 0.0))


def score_columns(
    y: Floats, rows: npt.NDArray[np.int64], x: Floats, known: Floats, base: Floats
) -> Scores:
    """Test one symptom against all exposure columns.

    Parameters
    ----------
    y : ndarray of shape (m,)
        Scores of the answered nights.
    rows : ndarray of int, shape (m,)
        Their day numbers.
    x, known : ndarray of shape (columns, m)
        Exposure free of baseline (0 where not known), and 1 where known.
    base : ndarray of shape (m, c)
        Baseline columns of those nights.
    """
    nights = known.sum(axis=1).astype(np.int64)
    lag = np.abs(rows[:, None] - rows[None, :])
    fit, *_ = np.linalg.lstsq(base, y, rcond=None)
    strength, persistence = _spells(y - base @ fit, lag, base.shape[1])
    covariance = strength * persistence**lag
    covariance[np.diag_indices(y.size)] = 1.0
    root = np.linalg.cholesky(covariance)
    whitened = np.linalg.solve(root, np.column_stack([y, base, x.T]))
    q, _ = np.linalg.qr(whitened[:, 1 : 1 + base.shape[1]])
    rest = np.delete(whitened, np.s_[1 : 1 + base.shape[1]], axis=1)
    rest -= q @ (q.T @ rest)
    e, v = rest[:, 0], rest[:, 1:].T
    length_e, length_v = np.sqrt(e @ e), np.sqrt((v * v).sum(axis=1))
    usable = (length_v > 1e-6 * math.sqrt(y.size)) & (length_e > 1e-9)
    e = e / max(length_e, 1e-300)
    v = v / np.where(usable, length_v, 1.0)[:, None]
    r = np.clip(v @ e, -0.999999, 0.999999)
    inflation = _leftover_inflation(e, v, rows)
    df = (nights - 2 - base.shape[1]) / inflation
    usable &= (nights >= SMALLEST_NIGHTS) & (df >= SMALLEST_DF)
    safe_df = np.where(usable, df, 1.0)
    t = r * np.sqrt(safe_df / (1 - r * r))
    z = np.where(usable, _z_of_t(t, safe_df), np.nan)
    return Scores(z, df, inflation, nights, e, v)


def _spells(
    residual: Floats, lag: npt.NDArray[np.int64], columns: int
) -> tuple[float, float]:
    """Fit strength·persistence^k to the lag correlations of the residual."""
    power = residual @ residual
    if power <= 1e-12:
        return 0.0, 0.5
    product = np.outer(residual, residual)
    upto = min(_LAGS, int(lag.max()))
    total = np.bincount(lag.ravel(), product.ravel(), upto + 1)[1 : upto + 1]
    pairs = np.bincount(lag.ravel(), minlength=upto + 1)[1 : upto + 1]
    m = residual.size
    enough = pairs > 10  # each pair is counted twice
    rho = total / np.maximum(pairs, 1) / (power / m) + columns / m
    k = np.arange(1, upto + 1)
    shape = _PERSISTENCE[:, None] ** k
    weight = np.where(enough, pairs, 0.0)
    norm = (weight * shape**2).sum(axis=1)
    if not (norm > 0).all():
        return 0.0, 0.5
    strength = np.clip((weight * rho * shape).sum(axis=1) / norm, 0.0, None)
    misfit = (weight * (rho - strength[:, None] * shape) ** 2).sum(axis=1)
    best = int(np.argmin(misfit))
    return float(min(_SPELL_CAUTION * strength[best], _MOST_SPELL)), float(
        _PERSISTENCE[best]
    )


def _leftover_inflation(e: Floats, v: Floats, rows: npt.NDArray[np.int64]) -> Floats:
    """Return the variance inflation from correlation that whitening left, >= 1."""
    n = int(rows[-1]) + 1
    grid_e, grid_v = np.zeros(n), np.zeros((v.shape[0], n))
    grid_e[rows], grid_v[:, rows] = e, v
    damp = 0.85 ** np.arange(1, 8)
    rho_e = np.array([grid_e[k:] @ grid_e[:-k] for k in range(1, 8)])
    rho_v = np.array(
        [np.einsum("cn,cn->c", grid_v[:, k:], grid_v[:, :-k]) for k in range(1, 8)]
    )
    left = max(0.0, float((rho_e * damp).sum() / (damp**2).sum()))
    tail = (np.maximum(rho_v, 0) * damp[:, None]).sum(axis=0)
    return np.asarray(1 + 2 * left * tail)


def _z_of_t(t: Floats, df: Floats) -> Floats:
    """Turn Student's t into a normal deviate (Wallace 1959, good to 0.02 from df 10)."""
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
