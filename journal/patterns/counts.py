"""Plain counts of symptom nights after low days and after other days; no claim.

"5 of 6 cramp nights came after days under 250 mg, 4 of 15 other nights" is what was
written down, not a finding: the page shows it with its denominators and no more.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Under this many usable nights a third is one or two nights and says nothing.
SMALLEST_USABLE_NIGHTS = 6


@dataclass(frozen=True, slots=True)
class SplitCounts:
    """Symptom nights after days on the low (or high) side, and after the others.

    `threshold` is in the factor's unit; None when the nights are too few or the days
    too alike to split, and then the four counts are 0.
    """

    threshold: float | None
    side: str  # "low": days under the threshold; "high": days over it
    symptom_nights_on_side: int
    nights_on_side: int
    symptom_nights_other: int
    nights_other: int
    excluded_unanswered: int
    excluded_partial: int
    excluded_unknown_amount: int

    @property
    def symptom_nights(self) -> int:
        return self.symptom_nights_on_side + self.symptom_nights_other

    @property
    def usable_nights(self) -> int:
        return self.nights_on_side + self.nights_other


def split_counts(
    *,
    severity_0_10: Floats,
    daily_amount: Floats,
    day_complete: npt.NDArray[np.bool_],
    threshold: float | None = None,
    side: str = "low",
) -> SplitCounts:
    """Count symptom nights after low (or high) days against the other nights.

    Parameters
    ----------
    severity_0_10 : ndarray of shape (n,)
        Of the night after each day; 0 answered none, NaN not answered.
    daily_amount : ndarray of shape (n,)
        Of the day, any unit; NaN not known.
    day_complete : ndarray of bool, shape (n,)
        False for a partly logged day: never a low day, so left out.
    threshold : float, optional
        Such as the EAR. Without one, the person's own lowest (highest) third of
        usable days.
    side : {"low", "high"}
        "low" puts days strictly under the threshold on the side, "high" those over.

    Returns
    -------
    SplitCounts
        A night is excluded once, for the first reason of: unanswered, partial,
        amount not known.

    Raises
    ------
    ValueError
        Shapes differ, or `side` is neither word.

    Examples
    --------
    >>> import numpy as np
    >>> seen = split_counts(
    ...     severity_0_10=np.array([5.0, 4, 0, 0, 0, 3, np.nan]),
    ...     daily_amount=np.array([100.0, 120, 300, 310, 320, 330, 90]),
    ...     day_complete=np.ones(7, dtype=bool), threshold=250)
    >>> seen.symptom_nights_on_side, seen.nights_on_side, seen.nights_other
    (2, 2, 4)
    """
    severity = np.asarray(severity_0_10, dtype=float)
    amount = np.asarray(daily_amount, dtype=float)
    complete = np.asarray(day_complete, dtype=bool)
    if severity.ndim != 1 or not severity.shape == amount.shape == complete.shape:
        raise ValueError("severity, amount and completeness need one value per day")
    if side not in ("low", "high"):
        raise ValueError("side must be low or high")
    answered = ~np.isnan(severity)
    known = np.isfinite(amount)
    usable = answered & complete & known
    line = _line(amount[usable], threshold, side)
    if line is None:
        on_side = other = np.zeros(severity.size, dtype=bool)
    else:
        # `amount` may be NaN here; the comparison is then False and unused.
        is_on_side = amount < line if side == "low" else amount > line
        on_side, other = usable & is_on_side, usable & ~is_on_side
    symptom = severity > 0
    return SplitCounts(
        threshold=line,
        side=side,
        symptom_nights_on_side=int((symptom & on_side).sum()),
        nights_on_side=int(on_side.sum()),
        symptom_nights_other=int((symptom & other).sum()),
        nights_other=int(other.sum()),
        excluded_unanswered=int((~answered).sum()),
        excluded_partial=int((answered & ~complete).sum()),
        excluded_unknown_amount=int((answered & complete & ~known).sum()),
    )


def _line(amounts: Floats, threshold: float | None, side: str) -> float | None:
    if amounts.size < SMALLEST_USABLE_NIGHTS or np.ptp(amounts) == 0:
        return None
    if threshold is not None:
        return float(threshold)
    ordered = np.sort(amounts)
    third = amounts.size // 3
    # Halfway between the third and the next, so that the third falls under it.
    if side == "low":
        return float((ordered[third - 1] + ordered[third]) / 2)
    return float((ordered[-third] + ordered[-third - 1]) / 2)
