"""Whether one person's usual intake of a nutrient is likely to meet the requirement.

Method: Institute of Medicine 2000 where it holds (`method="probability"`), and the
honest substitute where the report forbids it: words without a probability for uneven
intakes, the hedged risk table for iron in menstruating women, and for nutrients with
only an adequate intake (AI) nothing but "at or above".
"""

import numpy as np
import numpy.typing as npt

from journal.patterns.adequacy import (
    DAYS_FOR_VERDICT,
    DAYS_FOR_WORDS,
    DAYS_TO_SPEAK_CAUTIOUSLY,
    Method,
    Requirement,
    Shortfall,
    UlVerdict,
    Verdict,
    judge_intake,
)
from journal.patterns.iom import (
    POOLED_CV_WITHIN,
    UNEVEN_INTAKE,
    published_sd_within,
)
from journal.patterns.upper_level import judge_upper_level

__all__ = [
    "DAYS_FOR_VERDICT",
    "DAYS_FOR_WORDS",
    "DAYS_TO_SPEAK_CAUTIOUSLY",
    "Method",
    "Requirement",
    "Shortfall",
    "UlVerdict",
    "Verdict",
    "assess_shortfall",
]

Floats = npt.NDArray[np.float64]

# Scaling up from less than this much of the food would be guessing.
SMALLEST_KNOWN_SHARE = 0.70


def assess_shortfall(
    *,
    nutrient_key: str,
    daily_known: Floats,
    daily_known_share: Floats,
    requirement: Requirement,
    daily_supplement: Floats | None = None,
    daily_ul_counted: Floats | None = None,
    sd_within: float | None = None,
    life_stage: str = "",
) -> Shortfall:
    """Judge the usual intake of one nutrient from complete days only.

    Parameters
    ----------
    nutrient_key : str
        With its unit, e.g. ``"magnesium_mg"``; all amounts are in that unit.
    daily_known : ndarray of shape (n,)
        Total of the known part, food and supplements, on days logged completely.
        NaN: nothing known that day; the day is left out and counted.
    daily_known_share : ndarray of shape (n,)
        Share 0-1 of the day's food with a value for this nutrient; NaN reads as 0.
    requirement : Requirement
        EAR, RDA, AI and UL, and which method holds.
    daily_supplement : ndarray of shape (n,), optional
        The part of `daily_known` from supplements: known exactly, never scaled up.
    daily_ul_counted : ndarray of shape (n,), optional
        What the UL's definition counts; None leaves the UL unchecked.
    sd_within : float, optional
        Day-to-day SD of a population. Otherwise the report's own figure, or the
        pooled coefficient of variation times the line compared with. The person's
        own few days are never used (NAP 9956 p.54: "severely biased").
    life_stage : str
        Label such as ``"f_31_50"``; decides whether the report's SD applies.

    Returns
    -------
    Shortfall

    Raises
    ------
    ValueError
        Shapes differ, an amount is negative or infinite, a share is outside 0-1, or
        the reference value that the method needs is missing.

    References
    ----------
    Institute of Medicine 2000, doi:10.17226/9956, p.46-64, 186-199.

    Examples
    --------
    >>> import numpy as np
    >>> woman = Requirement(ear=265, rda=320, ai=None, ul=None, cv_requirement=0.1)
    >>> seen = assess_shortfall(
    ...     nutrient_key="magnesium_mg", daily_known=np.full(7, 349.0),
    ...     daily_known_share=np.ones(7), requirement=woman, life_stage="f_31_50")
    >>> seen.verdict, round(seen.probability_adequate_low, 3)
    ('probably_enough', 0.977)
    """
    known = _amounts("daily_known", daily_known)
    share = _shares(daily_known_share, known.size)
    supplement = (
        np.zeros(known.size)
        if daily_supplement is None
        else np.nan_to_num(_amounts("daily_supplement", daily_supplement, known.size))
    )
    method = _method_that_holds(nutrient_key, requirement)
    has_value = ~np.isnan(known)
    n_days = int(has_value.sum())
    low, high, mean_share = _range_of_means(
        known[has_value], share[has_value], supplement[has_value]
    )
    spread, source = _spread(nutrient_key, life_stage, requirement, sd_within)
    seen = Shortfall(
        nutrient_key=nutrient_key,
        method=method,
        n_days=n_days,
        n_days_without_value=int(known.size - n_days),
        known_share=mean_share,
        mean_known=low,
        mean_low=low,
        mean_high=high,
        verdict="unclear",
        sd_within=spread,
        sd_within_source=source,
    )
    if daily_ul_counted is not None and requirement.ul is not None:
        counted = _amounts("daily_ul_counted", daily_ul_counted)
        spread_ul = _spread_at_level(nutrient_key, requirement.ul, spread)
        seen = judge_upper_level(seen, requirement, counted, spread_ul)
    return judge_intake(seen, requirement)


def _amounts(name: str, values: Floats, size: int | None = None) -> Floats:
    amounts = np.asarray(values, dtype=float)
    if amounts.ndim != 1 or (size is not None and amounts.size != size):
        raise ValueError(f"{name} must have one value per day")
    if np.isinf(amounts).any() or (amounts < 0).any():
        raise ValueError(f"{name} must be finite and not negative")
    return amounts


def _shares(values: Floats, size: int) -> Floats:
    share: Floats = np.nan_to_num(np.asarray(values, dtype=float))
    if share.shape != (size,) or (share < 0).any() or (share > 1).any():
        raise ValueError("daily_known_share must be one share of 0-1 per day")
    return share


def _method_that_holds(nutrient_key: str, requirement: Requirement) -> Method:
    """Refuse a probability where the report forbids it, whatever the table says."""
    method = requirement.method
    if method == "probability" and nutrient_key in UNEVEN_INTAKE:
        method = "words"
    needed = requirement.ai if method == "ai" else requirement.ear
    if method != "iron_menstruating" and needed is None:
        raise ValueError(f"{nutrient_key}: the method needs a reference value")
    return method


def _range_of_means(
    known: Floats, share: Floats, supplement: Floats
) -> tuple[float | None, float | None, float | None]:
    """Return lowest mean, highest mean and mean share (ratio of means, not of days)."""
    if known.size == 0:
        return None, None, None
    low, mean_share = float(known.mean()), float(share.mean())
    if mean_share < SMALLEST_KNOWN_SHARE - 1e-9:
        return low, None, mean_share
    pills = float(np.minimum(supplement, known).mean())
    return low, (low - pills) / mean_share + pills, mean_share


def _spread(
    nutrient_key: str,
    life_stage: str,
    requirement: Requirement,
    sd_within: float | None,
) -> tuple[float | None, str]:
    """Return the day-to-day SD and where it comes from.

    A pooled coefficient of variation is taken of the *line* (EAR or AI), not of the
    person's mean: it is the spread of somebody who eats exactly at the line, and a
    few chance days cannot shrink it.
    """
    if sd_within is not None:
        if not 0 < sd_within < np.inf:
            raise ValueError("sd_within must be positive and finite")
        return float(sd_within), "given"
    printed = published_sd_within(nutrient_key, life_stage)
    if printed is not None:
        return printed, "IOM 2000, women 19-50"
    line = requirement.ear if requirement.ear is not None else requirement.ai
    cv = POOLED_CV_WITHIN.get(nutrient_key)
    if cv is None or line is None:
        return None, "none"
    return cv * line, "pooled variation of 37 people x the line"


def _spread_at_level(
    nutrient_key: str, level: float, spread: float | None
) -> float | None:
    """Return the spread near a level that may lie far above the EAR: the larger one."""
    cv = POOLED_CV_WITHIN.get(nutrient_key)
    if cv is None:
        return spread
    return max(cv * level, spread or 0.0)
