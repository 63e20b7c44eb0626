"""Bad spells: how alike neighbouring nights are, and freeing a series of it.

The model is a damped spell plus independent noise; cov(k) = strength·persistence^k at
k days apart, 1 at k = 0. Whitening runs the Kalman filter of that model, which steps
over unanswered nights exactly and costs n steps instead of n³.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_LAGS = 14
_PERSISTENCE = np.array([0.4, 0.6, 0.75, 0.85, 0.92, 0.96])
_LARGEST_STRENGTH = 0.9


def fit_spells(
    residual: Floats, answered: npt.NDArray[np.bool_], columns: int
) -> tuple[float, float]:
    """Return strength and persistence of the spells in one series.

    Parameters
    ----------
    residual : ndarray of shape (n,)
        Freed of the baseline; 0 on unanswered nights.
    answered : ndarray of bool, shape (n,)
        Nights with a value.
    columns : int
        Baseline columns fitted, for the bias that fitting brings.
    """
    m = int(answered.sum())
    power = float(residual @ residual)
    upto = min(_LAGS, residual.size - 1)
    if power <= 1e-12 or upto < 1:
        return 0.0, 0.5
    there = answered.astype(float)
    lags = range(1, upto + 1)
    pairs = np.array([there[k:] @ there[:-k] for k in lags])
    total = np.array([residual[k:] @ residual[:-k] for k in lags])
    rho = total / np.maximum(pairs, 1) / (power / m) + columns / m
    weight = np.where(pairs > 5, pairs, 0.0)
    shape = _PERSISTENCE[:, None] ** np.arange(1, upto + 1)
    norm = (weight * shape**2).sum(axis=1)
    if norm.min() <= 0:
        return 0.0, 0.5
    strength = np.clip((weight * rho * shape).sum(axis=1) / norm, 0.0, None)
    misfit = (weight * (rho - strength[:, None] * shape) ** 2).sum(axis=1)
    best = int(np.argmin(misfit))
    return float(min(strength[best], _LARGEST_STRENGTH)), float(_PERSISTENCE[best])


def whiten(
    series: Floats,
    answered: npt.NDArray[np.bool_],
    strength: Floats,
    persistence: Floats,
) -> Floats:
    """Return innovations of unit variance, 0 on unanswered nights.

    Parameters
    ----------
    series : ndarray of shape (n, symptoms, columns)
        All columns of a symptom go through the filter of that symptom.
    answered : ndarray of bool, shape (n, symptoms)
        Nights with a value.
    strength, persistence : ndarray of shape (symptoms,)
        As `fit_spells` gives them.
    """
    n, symptoms, columns = series.shape
    noise = 1.0 - strength
    variance = strength.copy()
    gain_and_scale = np.zeros((n, 2, symptoms))
    for t in range(n):
        here = answered[t]
        total = variance + noise
        gain = np.where(here, variance / total, 0.0)
        gain_and_scale[t, 0] = gain
        gain_and_scale[t, 1] = np.where(here, 1.0 / np.sqrt(total), 0.0)
        # The next night's spell: shrunk toward none, with fresh variance.
        variance = persistence**2 * variance * (1 - gain) + strength * (
            1 - persistence**2
        )
    state = np.zeros((symptoms, columns))
    surprise = np.empty_like(series)
    keep = persistence[:, None]
    gains = gain_and_scale[:, 0, :, None]
    for t in range(n):
        np.subtract(series[t], state, out=surprise[t])
        state += gains[t] * surprise[t]
        state *= keep
    surprise *= gain_and_scale[:, 1, :, None]
    return surprise
