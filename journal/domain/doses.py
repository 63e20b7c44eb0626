"""Units on supplement labels, turned into the units that intakes are kept in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class LabelUnit:
    """A unit as printed on a label; `factor` turns it into the unit of the key."""

    code: str
    words: str
    factor: float
    source: str = ""


_MG = (LabelUnit("mg", "mg", 1.0), LabelUnit("ug", "µg", 0.001))
_UG = (LabelUnit("ug", "µg", 1.0), LabelUnit("mg", "mg", 1000.0))

#: Vitamin D: 1 IU is 0.025 µg; vitamin E: 1 IU is 0.67 mg of the natural form, 0.45 mg
#: of the synthetic one; folic acid with food counts 1.7 times as folate.
USDA_DSID: Final = "USDA Dietary Supplement Ingredient Database, unit conversions (✓P)"
IOM_E: Final = "IOM 2000, DRI for vitamins C and E, nap.edu 9810 p. 244 (✓P)"
DFE: Final = "Suitor & Bailey 2000, J Am Diet Assoc 100:88, PMID 10646010 (✓P)"

#: Units by nutrient key, the one intakes are kept in first.
LABEL_UNITS: Final[Mapping[str, tuple[LabelUnit, ...]]] = {
    "magnesium_mg": _MG,
    "calcium_mg": _MG,
    "iron_mg": _MG,
    "potassium_mg": _MG,
    "vitamin_b6_mg": _MG,
    "vitamin_b12_ug": _UG,
    "vitamin_d_ug": (
        LabelUnit("ug", "µg", 1.0),
        LabelUnit("iu", "IU", 0.025, USDA_DSID),
    ),
    "vitamin_e_mg": (
        LabelUnit("mg", "mg", 1.0),
        LabelUnit("iu_natural", "IU, natural (d-)", 0.67, IOM_E),
        LabelUnit("iu_synthetic", "IU, synthetic (dl-)", 0.45, IOM_E),
    ),
    "folate_dfe_ug": (
        LabelUnit("ug_dfe", "µg DFE", 1.0),
        LabelUnit("ug_folic_acid", "µg folic acid", 1.7, DFE),
    ),
    "vitamin_c_mg": _MG,
    "zinc_mg": _MG,
    "vitamin_k_ug": _UG,
}


def in_key_unit(key: str, amount: float, unit: str) -> float:
    """Return an amount on a label in the unit of `key`; KeyError for another unit."""
    for each in LABEL_UNITS[key]:
        if each.code == unit:
            return amount * each.factor
    raise KeyError(unit)
