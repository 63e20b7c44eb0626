"""What a pint, a can or a shot holds differs by country: the person's own counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from journal.domain.amounts import Portion
from journal.domain.mealtext_units import UNITS
from journal.domain.targets import Region

#: Millilitres by region; where a region is left out, it has no one size.
#: Imperial and US liquid pints: NIST Handbook 44, appendix C, and the UK's Weights and
#: Measures Act 1985, schedule 1; cans as sold; a UK single is 25 or 35 ml by law.
_MILLILITRES: Final[dict[str, dict[Region, float]]] = {
    "pint": {"US": 473.2, "UK": 568.3},
    "can": {"US": 355.0, "UK": 330.0, "EU": 330.0},
    "shot": {"US": 44.0},
}
# Of other sizes, or another thing, from one country to the next.
_THINGS: Final = {
    "biscuit": frozenset({"UK", "EU"}),
    "biscuits": frozenset({"UK", "EU"}),
    "cake": frozenset[str](),
}
_LABEL: Final = re.compile(r"1 (?P<unit>[a-z]+) \((?P<ml>\d+) ml\)")
_ALIKE: Final = 0.03


def regional(portions: Sequence[Portion], region: Region | None) -> Sequence[Portion]:
    """The portions, of each vessel that differs by country the region's own first."""
    if region is None:
        return portions
    out = list(portions)
    for name, sizes in _MILLILITRES.items():
        wanted = sizes.get(region)
        held = [(at, ml) for at, one in enumerate(out) if (ml := _held(one, name))]
        near = [at for at, ml in held if wanted and abs(ml / wanted - 1) < _ALIKE]
        if near and near[0] != held[0][0]:
            out.insert(held[0][0], out.pop(near[0]))
    return out


def _held(portion: Portion, unit: str) -> float | None:
    label = _LABEL.match(portion.label)
    if label is None or label["unit"] not in UNITS or UNITS[label["unit"]].name != unit:
        return None
    return float(label["ml"])


def millilitres(unit: str | None, region: Region | None) -> float | None:
    """What the unit holds where the person lives; None where it does not differ."""
    sizes = _MILLILITRES.get(unit or "", {})
    return sizes.get(region) if region else None


def is_uncertain(unit: str | None, words: Sequence[str], region: Region | None) -> bool:
    """Whether the size said is another one elsewhere, and which is not known."""
    if unit in {"pint", "shot"}:
        return region is None or region not in _MILLILITRES[unit]
    thing = _THINGS.get(words[-1]) if words else None
    return thing is not None and unit in {None, "slice"} and region not in thing
