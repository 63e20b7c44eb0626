"""Whether what an upper level (UL) counts lies over it, near it or below."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from journal.patterns.adequacy import (
    CONFIDENT,
    DAYS_TO_SPEAK_CAUTIOUSLY,
    Requirement,
    Shortfall,
    UlVerdict,
)
from journal.patterns.iom import normal_cdf, z_against_level


def judge_upper_level(
    seen: Shortfall,
    requirement: Requirement,
    daily_counted: npt.NDArray[np.float64],
    spread: float | None,
) -> Shortfall:
    """Fill in how the mean of what the UL counts lies to the UL (NAP 9956 p.64).

    What is known is a lowest amount, so "above" needs no full knowledge; "below" is
    only said where nearly all the food has a value.
    """
    counted = daily_counted[~np.isnan(daily_counted)]
    if requirement.ul is None:
        return seen
    if counted.size < DAYS_TO_SPEAK_CAUTIOUSLY:
        return replace(seen, ul_verdict="too_few_days")
    mean = float(counted.mean())
    z = (
        None
        if spread is None
        else z_against_level(mean, requirement.ul, spread, counted.size)
    )
    verdict = _ul_verdict(mean, requirement.ul, z)
    unknown_food = requirement.ul_scope == "all" and seen.mean_high is None
    if verdict == "below" and unknown_food:
        verdict = "cannot_say"
    return replace(seen, ul_verdict=verdict, ul_mean=mean, ul_z=z)


def _ul_verdict(mean: float, upper_level: float, z: float | None) -> UlVerdict:
    if mean > upper_level:
        sure = z is not None and normal_cdf(z) >= CONFIDENT
        return "above" if sure else "may_be_above"
    if z is None:
        return "near" if mean > 0.8 * upper_level else "below"
    return "below" if normal_cdf(z) <= 1 - CONFIDENT else "near"
