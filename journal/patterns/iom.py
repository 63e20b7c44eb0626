"""The formulas and printed tables of the IOM 2000 method for one person's intake.

Sources: Institute of Medicine 2000, *Dietary Reference Intakes: Applications in
Dietary Assessment* (NAP 9956), chapter 3 and appendix B; Institute of Medicine
2001 (NAP 10026), table 14-1, for iron. Day-to-day variation that the report's text
does not give comes from 37 people's 24-hour recalls over 17 days, and is named so.
"""

import math
import re

import numpy as np

# NAP 9956 p.54 (back-calculated 85.9), p.61, p.64: women 19-50 only. The full table
# B-2 was not found, so nobody else is given these figures.
PUBLISHED_SD_WOMEN_19_50 = {
    "magnesium_mg": 86.0,
    "calcium_mg": 325.0,
    "phosphorus_mg": 410.0,
}

# Pooled within-person coefficients of variation, 37 people, 17 days each.
POOLED_CV_WITHIN = {
    "energy_kcal": 0.27,
    "magnesium_mg": 0.29,
    "potassium_mg": 0.29,
    "water_g": 0.29,
    "iron_mg": 0.36,
    "vitamin_b6_mg": 0.40,
    "folate_dfe_ug": 0.44,
    "calcium_mg": 0.45,
    "vitamin_e_mg": 0.48,
    "vitamin_b12_ug": 0.84,
    "vitamin_d_ug": 1.27,
}

# NAP 9956 p.46, p.51, p.190: daily intake too uneven for a probability.
UNEVEN_INTAKE = frozenset(
    {
        "vitamin_a_rae_ug",
        "vitamin_b12_ug",
        "vitamin_c_mg",
        "vitamin_d_ug",
        "vitamin_e_mg",
    }
)

# NAP 10026 p.571: upper edge of usual iron intake (mg/day) and risk of inadequacy,
# menstruating women, mixed diet, no oral contraceptive.
_IRON_EDGE_MG = np.array(
    [
        4.42, 4.89, 5.46, 6.23, 6.88, 7.47, 8.08, 8.77, 9.64, 10.83, 13.06, 15.50,
    ]
)  # fmt: skip
_IRON_TOP_MG = 18.23
_IRON_RISK = (
    1.0, 0.96, 0.93, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.25, 0.15, 0.08, 0.04,
)  # fmt: skip

_WOMAN_19_50 = re.compile(r"^(f|female|woman|women)\D*(\d+)\D+(\d+)\b")


def normal_cdf(z: float) -> float:
    """Return the standard normal distribution function at `z`."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def sd_of_difference(sd_requirement: float, sd_within: float, n_days: int) -> float:
    """Return SD_D = √(SD_requirement² + SD_within²/n), in the nutrient's unit.

    Examples
    --------
    >>> round(sd_of_difference(26.5, 85.9, 7), 1)  # NAP 9956 p.56
    41.9
    """
    return math.sqrt(sd_requirement**2 + sd_within**2 / n_days)


def probability_adequate(
    mean: float,
    ear: float,
    *,
    sd_requirement: float,
    sd_within: float,
    n_days: int,
) -> float:
    """Return Φ((mean − EAR)/SD_D): how sure one can be that usual intake is enough.

    All amounts in one unit; the answer is between 0 and 1.
    """
    difference = mean - ear
    return normal_cdf(difference / sd_of_difference(sd_requirement, sd_within, n_days))


def z_against_level(mean: float, level: float, sd_within: float, n_days: int) -> float:
    """Return z = (mean − level)/(SD_within/√n), for AI or UL (NAP 9956 p.60-64)."""
    return (mean - level) / (sd_within / math.sqrt(n_days))


def iron_risk_menstruating(usual_intake_mg: float) -> float:
    """Return the printed risk of inadequacy for a *usual* iron intake, by steps.

    The report adds that the table "cannot be used to screen individuals".
    """
    if usual_intake_mg > _IRON_TOP_MG:
        return 0.0
    step = int(np.searchsorted(_IRON_EDGE_MG, usual_intake_mg, side="right"))
    return _IRON_RISK[step]


def published_sd_within(nutrient_key: str, life_stage: str) -> float | None:
    """Return the report's own day-to-day SD where its text gives one, else None.

    Known only for women of 19 to 50; `life_stage` is read as "F 19-30", "f_31_50"
    and the like.
    """
    match = _WOMAN_19_50.match(life_stage.strip().lower())
    if not match or int(match[2]) < 19 or int(match[3]) > 50:
        return None
    return PUBLISHED_SD_WOMEN_19_50.get(nutrient_key)
