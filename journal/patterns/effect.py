"""Natural frequencies behind a finding: so many of so many nights, with an interval."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_Z90 = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class Effect:
    """Symptom nights after the third with most expected trouble, and after the rest.

    `gap` is the difference of the two shares; `gap_low`, `gap_high` its 90 % Newcombe
    interval with nights discounted for their likeness; `gap_shrunk` what it probably
    is, since the patterns that stand out are the lucky ones.
    """

    symptom_nights_on_side: int
    nights_on_side: int
    symptom_nights_other: int
    nights_other: int
    gap: float
    gap_low: float
    gap_high: float
    gap_shrunk: float


def count_effect(
    ill: npt.NDArray[np.bool_],
    exposure: Floats,
    *,
    direction: int,
    inflation: float,
    df: float,
) -> Effect | None:
    """Count ill nights on the lowest (direction -1) or highest third and elsewhere.

    `exposure` has no NaN. None where ties leave one side empty.
    """
    toward = exposure * direction
    line = np.sort(toward)[(2 * toward.size - 1) // 3]
    on_side = toward > line
    if not on_side.any():
        on_side = toward >= line
    a, b = int((ill & on_side).sum()), int(on_side.sum())
    c, d = int((ill & ~on_side).sum()), int((~on_side).sum())
    if b == 0 or d == 0:
        return None
    p1, p2 = a / b, c / d
    low1, high1 = wilson(p1, b / inflation)
    low2, high2 = wilson(p2, d / inflation)
    gap = p1 - p2
    return Effect(
        symptom_nights_on_side=a,
        nights_on_side=b,
        symptom_nights_other=c,
        nights_other=d,
        gap=gap,
        gap_low=gap - math.hypot(p1 - low1, high2 - p2),
        gap_high=gap + math.hypot(high1 - p1, p2 - low2),
        gap_shrunk=gap * df / (df + 16),
    )


def wilson(share: float, nights: float) -> tuple[float, float]:
    """Return the 90 % Wilson limits of a share.

    Examples
    --------
    >>> [round(x, 4) for x in wilson(0.3, 10)]
    [0.1269, 0.5583]
    """
    z2 = _Z90**2
    middle = (share + z2 / (2 * nights)) / (1 + z2 / nights)
    half = (
        _Z90
        / (1 + z2 / nights)
        * math.sqrt(share * (1 - share) / nights + z2 / (4 * nights**2))
    )
    return middle - half, middle + half
