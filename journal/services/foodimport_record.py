"""One food as a release tells of it, and the nutrient codes the releases use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from journal.domain.amounts import Portion
from journal.domain.errors import Invalid

FOUNDATION: Final = "foundation"
SURVEY: Final = "survey"
SR_LEGACY: Final = "sr_legacy"
BRANDED: Final = "branded"
OPEN_FOOD_FACTS: Final = "open_food_facts"

#: Sources of imported foods and their place in the index, after all curated foods.
RANKS: Final = {
    FOUNDATION: 10,
    SURVEY: 11,
    SR_LEGACY: 12,
    BRANDED: 20,
    OPEN_FOOD_FACTS: 21,
}

NAME_CHARACTERS: Final = 200
LABEL_CHARACTERS: Final = 80
PORTIONS_OF_A_FOOD: Final = 40
# Pure fat has about 902 kcal per 100 g; more is a typing error.
MAXIMUM_KCAL: Final = 950.0
_PER_100_G: Final = {"g": 100.0, "mg": 100_000.0, "ug": 100_000_000.0}

#: Told how many bytes of the file were read since the last call.
Progress = Callable[[int], None]


class Code(NamedTuple):
    """A nutrient of FoodData Central: our key, its unit there, factor to ours.

    Of several codes for one key the one of the lowest ``place`` counts.
    """

    key: str
    unit: str
    factor: float = 1.0
    place: int = 0


# FoodData Central's nutrient id and, in the survey's files, the older number. Energy by
# Atwater factors (2048 specific, 2047 general) stands in where 1008 is missing.
# Vitamin D in IU: 40 IU are 1 µg by definition. Vitamin A and E in IU, total folate and
# carotenes cannot be turned into RAE, alpha-tocopherol and DFE: they stay unknown.
_CODES: Final[tuple[tuple[int, int, Code], ...]] = (
    (1008, 208, Code("energy_kcal", "KCAL")),
    (2048, 958, Code("energy_kcal", "KCAL", place=1)),
    (2047, 957, Code("energy_kcal", "KCAL", place=2)),
    (1003, 203, Code("protein_g", "G")),
    (1004, 204, Code("fat_g", "G")),
    (1085, 298, Code("fat_g", "G", place=1)),
    (1005, 205, Code("carbohydrate_g", "G")),
    (1079, 291, Code("fibre_g", "G")),
    (2033, 293, Code("fibre_g", "G", place=1)),
    (1051, 255, Code("water_g", "G")),
    (1018, 221, Code("alcohol_g", "G")),
    (1057, 262, Code("caffeine_mg", "MG")),
    (1087, 301, Code("calcium_mg", "MG")),
    (1089, 303, Code("iron_mg", "MG")),
    (1090, 304, Code("magnesium_mg", "MG")),
    (1091, 305, Code("phosphorus_mg", "MG")),
    (1092, 306, Code("potassium_mg", "MG")),
    (1093, 307, Code("sodium_mg", "MG")),
    (1095, 309, Code("zinc_mg", "MG")),
    (1098, 312, Code("copper_mg", "MG")),
    (1106, 320, Code("vitamin_a_rae_ug", "UG")),
    (1165, 404, Code("thiamin_mg", "MG")),
    (1175, 415, Code("vitamin_b6_mg", "MG")),
    (1190, 435, Code("folate_dfe_ug", "UG")),
    (1178, 418, Code("vitamin_b12_ug", "UG")),
    (1162, 401, Code("vitamin_c_mg", "MG")),
    (1114, 328, Code("vitamin_d_ug", "UG")),
    (1110, 324, Code("vitamin_d_ug", "IU", 0.025, 1)),
    (1109, 323, Code("vitamin_e_mg", "MG")),
    (1185, 430, Code("vitamin_k_ug", "UG")),
)
#: By id and by number: ids begin at 1000, numbers end below it.
CODES: Final[Mapping[str, Code]] = {
    str(name): code for *names, code in _CODES for name in names
}


@dataclass(frozen=True, slots=True)
class ImportedFood:
    """A food of a release. A nutrient it has no figure for has no key: unknown.

    :param per_100_g: figures per 100 g (per 100 ml for drinks labelled so)
    :param portions: grams each, the usual one first; may be empty
    """

    id: str
    source: str
    source_code: str
    name: str
    category: str = ""
    per_100_g: Mapping[str, float] = field(default_factory=dict)
    portions: tuple[Portion, ...] = ()


def food_of(
    *,
    id: str,  # noqa: A002 - the column's name
    source: str,
    source_code: str,
    name: str,
    category: str = "",
    figures: Mapping[str, float | None],
    portions: list[tuple[str, float | None]],
) -> ImportedFood | None:
    """Return the food with what is plausible of it; None without name or figures."""
    name = _plain(name)[:NAME_CHARACTERS].strip()
    known = {
        key: value
        for key, value in figures.items()
        if value is not None and 0 <= value <= _most(key)
    }
    if not name or not known:
        return None
    kept: dict[str, float] = {}
    for words, grams in portions:
        label = _plain(words)[:LABEL_CHARACTERS].strip()
        if label and grams is not None and 0 < grams <= 10_000:
            kept.setdefault(label, round(grams, 2))
    return ImportedFood(
        id=id,
        source=source,
        source_code=source_code[:40],
        name=name,
        category=_plain(category)[:80].strip(),
        per_100_g=known,
        portions=tuple(
            Portion(label, grams)
            for label, grams in list(kept.items())[:PORTIONS_OF_A_FOOD]
        ),
    )


def figure(text: object) -> float | None:
    """Return a figure as a number; None for an empty or unreadable one."""
    try:
        value = float(str(text))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


def unusable(why: str) -> Invalid:
    """Return the one line that refuses a file."""
    return Invalid("file", f"{why} Nothing was imported.")


def tidy_name(name: str) -> str:
    """Return a name that is not shouted: labels are often in capitals."""
    return name.capitalize() if name.isupper() else name


def _plain(text: str) -> str:
    # PostgreSQL takes no NUL; the rest of the invisible ones only disturb.
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _most(key: str) -> float:
    if key == "energy_kcal":
        return MAXIMUM_KCAL
    return _PER_100_G[key.rsplit("_", 1)[1]]
