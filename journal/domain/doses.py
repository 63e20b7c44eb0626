"""Units on labels of tablets and foods, turned into those that intakes are kept in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from journal.domain import compounds, daily_values
from journal.domain.nutrient_names import unit_words


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
#: of the synthetic one; folic acid with food counts 1.7 times as folate. Vitamin A: 1
#: IU is 0.3 µg retinol, or 0.6 µg beta-carotene, of which 2 µg in tablets and 12 µg
#: in food count as 1 µg. An IU of which the form is not told cannot be turned into µg.
USDA_DSID: Final = "USDA Dietary Supplement Ingredient Database, unit conversions (✓P)"
IOM_E: Final = "IOM 2000, DRI for vitamins C and E, nap.edu 9810 p. 244 (✓P)"
IOM_A: Final = f"{USDA_DSID}; RAE: IOM 2001, DRI for vitamin A, nap.edu 10026 (✓S)"
DFE: Final = "Suitor & Bailey 2000, J Am Diet Assoc 100:88, PMID 10646010 (✓P)"

_PLAIN: Final[Mapping[str, tuple[LabelUnit, ...]]] = {
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
    "thiamin_mg": _MG,
    "copper_mg": _MG,
    "phosphorus_mg": _MG,
    "vitamin_a_rae_ug": (
        LabelUnit("ug", "µg RAE", 1.0),
        LabelUnit("iu_retinol", "IU, as retinol", 0.3, IOM_A),
        LabelUnit("iu_carotene", "IU, beta-carotene in a tablet", 0.3, IOM_A),
    ),
    "caffeine_mg": _MG,
}


def _percentages(key: str) -> tuple[LabelUnit, ...]:
    return tuple(
        LabelUnit(
            f"dv_{values.code}",
            f"{values.words} (100 % is {values.amounts[key]:g} {unit_words(key)})",
            values.amounts[key] / 100,
            values.source,
        )
        for values in daily_values.ALL
        if key in values.amounts
    )


def _compounds(key: str) -> tuple[LabelUnit, ...]:
    return tuple(
        LabelUnit(
            each.code,
            f"mg {each.words} ({each.share_0_1 * 100:.1f} %)",
            each.share_0_1,
            compounds.SOURCE,
        )
        for each in compounds.COMPOUNDS
        if each.key == key
    )


#: Units on labels of supplements by nutrient key, the one intakes are kept in first.
LABEL_UNITS: Final[Mapping[str, tuple[LabelUnit, ...]]] = {
    key: (*units, *_compounds(key), *_percentages(key)) for key, units in _PLAIN.items()
}


def unit_of(key: str, code: str) -> LabelUnit:
    """Return a unit by its code, the first one for ""; KeyError for another."""
    for each in LABEL_UNITS[key]:
        if code in {each.code, ""}:
            return each
    raise KeyError(code)


def in_key_unit(key: str, amount: float, unit: str) -> float:
    """Return an amount on a label in the unit of `key`; KeyError for another unit."""
    return amount * unit_of(key, unit).factor
