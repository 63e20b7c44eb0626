"""How much of a mineral a compound holds, worked out from its formula.

Labels often give the weight of the whole compound ("magnesium citrate 500 mg"). The
share of the element is its weight over that of the formula, by the abridged standard
atomic weights of IUPAC. The iron shares agree with NCBI NBK548214 (sulfate with water
20 %, dried sulfate 37 %, fumarate 33 %, gluconate 12 %).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

SOURCE: Final = "worked out from the formula, IUPAC abridged standard atomic weights"

_WEIGHTS: Final = {
    "H": 1.008,
    "C": 12.011,
    "N": 14.007,
    "O": 15.999,
    "Mg": 24.305,
    "S": 32.06,
    "Cl": 35.45,
    "K": 39.098,
    "Ca": 40.078,
    "Fe": 55.845,
    "Zn": 65.38,
}
_PART: Final = re.compile(r"([A-Z][a-z]?)(\d*)")


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound on labels; `formula` as "MgO", water of crystals counted in."""

    key: str
    code: str
    words: str
    element: str
    formula: str

    @property
    def share_0_1(self) -> float:
        """The share of the compound's weight that is the element."""
        counts = [(name, int(many or 1)) for name, many in _PART.findall(self.formula)]
        whole = sum(_WEIGHTS[name] * many for name, many in counts)
        own = sum(many for name, many in counts if name == self.element)
        return own * _WEIGHTS[self.element] / whole


def _mineral(
    key: str, element: str, rows: tuple[tuple[str, str, str], ...]
) -> tuple[Compound, ...]:
    return tuple(
        Compound(key, code, words, element, formula) for code, words, formula in rows
    )


COMPOUNDS: Final = (
    *_mineral(
        "magnesium_mg",
        "Mg",
        (
            ("mg_citrate", "magnesium citrate", "Mg3C12H10O14"),
            ("mg_oxide", "magnesium oxide", "MgO"),
            ("mg_bisglycinate", "magnesium (bis)glycinate", "MgC4H8N2O4"),
            ("mg_carbonate", "magnesium carbonate", "MgCO3"),
            ("mg_chloride", "magnesium chloride, with water", "MgCl2H12O6"),
            ("mg_hydroxide", "magnesium hydroxide", "MgO2H2"),
            ("mg_malate", "magnesium malate", "MgC4H4O5"),
            ("mg_lactate", "magnesium lactate, without water", "MgC6H10O6"),
            ("mg_sulfate", "magnesium sulfate, with water (Epsom)", "MgSO11H14"),
            ("mg_taurate", "magnesium taurate", "MgC4H12N2O6S2"),
            ("mg_threonate", "magnesium threonate", "MgC8H14O10"),
            ("mg_aspartate", "magnesium aspartate", "MgC8H12N2O8"),
            ("mg_gluconate", "magnesium gluconate", "MgC12H22O14"),
        ),
    ),
    *_mineral(
        "iron_mg",
        "Fe",
        (
            ("fe_sulfate", "ferrous sulfate, with water", "FeSO11H14"),
            ("fe_sulfate_dried", "ferrous sulfate, dried", "FeSO4"),
            ("fe_fumarate", "ferrous fumarate", "FeC4H2O4"),
            ("fe_gluconate", "ferrous gluconate, with water", "FeC12H26O16"),
            ("fe_bisglycinate", "ferrous bisglycinate", "FeC4H8N2O4"),
        ),
    ),
    *_mineral(
        "calcium_mg",
        "Ca",
        (
            ("ca_carbonate", "calcium carbonate", "CaCO3"),
            ("ca_citrate", "calcium citrate, with water", "Ca3C12H18O18"),
        ),
    ),
    *_mineral(
        "potassium_mg",
        "K",
        (
            ("k_chloride", "potassium chloride", "KCl"),
            ("k_citrate", "potassium citrate, with water", "K3C6H7O8"),
        ),
    ),
    *_mineral(
        "zinc_mg",
        "Zn",
        (
            ("zn_gluconate", "zinc gluconate", "ZnC12H22O14"),
            ("zn_citrate", "zinc citrate", "Zn3C12H10O14"),
            ("zn_sulfate", "zinc sulfate, with water", "ZnSO11H14"),
            ("zn_oxide", "zinc oxide", "ZnO"),
        ),
    ),
)
