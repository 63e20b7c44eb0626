"""The daily values that percentages on labels are of: United States, European Union."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DailyValues:
    """One set of daily values: nutrient key to the amount that is 100 %.

    :param code: ending of the unit's code, "us" or "eu"
    :param words: what the percentage is called on a label
    """

    code: str
    words: str
    amounts: Mapping[str, float]
    source: str


#: For adults and children from four years, on labels since the rule of 2016 (compliance
#: from 2020 and 2021). Older labels had other values and cannot be told apart by us.
US: Final = DailyValues(
    "us",
    "% DV",
    {
        "vitamin_a_rae_ug": 900,
        "vitamin_c_mg": 90,
        "calcium_mg": 1300,
        "iron_mg": 18,
        "vitamin_d_ug": 20,
        "vitamin_e_mg": 15,
        "vitamin_k_ug": 120,
        "thiamin_mg": 1.2,
        "vitamin_b6_mg": 1.7,
        "folate_dfe_ug": 400,
        "vitamin_b12_ug": 2.4,
        "phosphorus_mg": 1250,
        "magnesium_mg": 420,
        "zinc_mg": 11,
        "copper_mg": 0.9,
        "potassium_mg": 4700,
    },
    "FDA, Daily Values for adults and children from 4 years, 21 CFR 101.9(c)(8)(iv), "
    "rule of 27 May 2016; FDA's answers for industry seen on a copy (✓P(m)); copper "
    "and potassium seen on a secondary page (✓S)",
)

#: Folate is left out: that value is of folic acid and food folate together, in µg.
EU: Final = DailyValues(
    "eu",
    "% NRV or RI",
    {
        "vitamin_a_rae_ug": 800,
        "vitamin_d_ug": 5,
        "vitamin_e_mg": 12,
        "vitamin_k_ug": 75,
        "vitamin_c_mg": 80,
        "thiamin_mg": 1.1,
        "vitamin_b6_mg": 1.4,
        "vitamin_b12_ug": 2.5,
        "potassium_mg": 2000,
        "calcium_mg": 800,
        "phosphorus_mg": 700,
        "magnesium_mg": 375,
        "iron_mg": 14,
        "zinc_mg": 10,
        "copper_mg": 1,
    },
    "Directive 2008/100/EC, the same values as Regulation (EU) 1169/2011 annex XIII, "
    "seen in German law (NKV, Anlage 1) (✓P(m))",
)

ALL: Final = (US, EU)
