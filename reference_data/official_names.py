# ruff: noqa: INP001
"""What USDA calls the foods of our table, as further names to find them by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from usda_release import UsdaFood, read_csv

# Parts of a USDA description that say how it was sampled, not what it is.
NOISE = re.compile(
    r"^(NFS|NS as to .*|from (?!.*(?:soup|school)).*|as ingredient.*|100%"
    r"|ready[- ]to[- ]\w+|made from (?!dry mix).*|dry heat|moist heat"
    r"|all (types|flavors|varieties|grades).*"
    r"|commercially prepared|separable .*|trimmed .*|without salt|drained solids"
    r"|year round average|with added vitamin.*|includes .*|broilers or fryers"
    r"|enriched|unenriched|fortified|with salt added|raw|fresh|regular"
    r"|no added fat|fat added|made with (?:oil|margarine|no fat)|NS .*)$",
    re.IGNORECASE,
)
# The shelf a USDA description begins with, which nobody says.
SHELF = re.compile(
    r"^(Fish|Crustaceans|Mollusks|Nuts|Seeds|Spices|Beverages|Snacks|Candies"
    r"|Cereals ready-to-eat|Alcoholic beverages?|Cereal|Restaurant"
    r"|Fast foods?|Game meat|Leavening"
    r"), (?!with |in |and |or |NS |NFS)",
)
SMALL = frozenset("and or with the of in no as to from made type".split())  # noqa: SIM905
MOST_WORDS = 8
NEAR_ENERGY = 0.12
NEAR_KCAL = 8.0


def read_official(folder: Path) -> dict[str, str]:
    """Read what every USDA food is called, keyed by source code."""
    return {
        row["food_id"]: row["description"]
        for row in read_csv(folder / "foods.csv")
        if row["source"] != "sr28_only"
    }


def everyday(description: str) -> str:
    """Return a description without what nobody says; empty when too long."""
    text = SHELF.sub("", re.sub(r"\s*\([^)]*\)", "", description))
    parts = [part for part in text.split(", ") if not NOISE.match(part.strip())]
    words = " ".join(parts).split()
    if not 2 <= len(words) <= MOST_WORDS:
        return ""
    told = ", ".join(part.strip() for part in parts).lower()
    # "Egg sandwich on bagel, with ham" is said in one breath.
    return re.sub(r", (?=(?:with|without|on|no) )", " ", told)


def key(description: str) -> frozenset[str]:
    """Return the words that tell a food from its near-twins."""
    words = re.findall(r"[a-z0-9%]+", everyday(description))
    return frozenset(word.rstrip("s") for word in words if word not in SMALL)


def near_twins(
    codes: Mapping[str, str],
    official: Mapping[str, str],
    usda: Mapping[str, UsdaFood],
) -> Iterator[tuple[str, str]]:
    """Yield (description, id) of FNDDS foods told by the same words and energy.

    ``codes`` has the source code of each food of ours with its id.
    """
    ours: dict[frozenset[str], list[tuple[float, str]]] = {}
    for code, identity in codes.items():
        if code in official and (energy := energy_kcal(usda.get(code))) is not None:
            words = key(official[code])
            ours.setdefault(words, []).append((energy, identity))
    for code, description in official.items():
        energy = energy_kcal(usda.get(code))
        if code in codes or not code.startswith("fndds") or energy is None:
            continue
        near = [
            (abs(energy - other), identity)
            for other, identity in ours.get(key(description), ())
            if abs(energy - other) <= max(NEAR_KCAL, NEAR_ENERGY * other)
        ]
        if near:
            yield everyday(description), min(near)[1]


def tells_its_fat(name: str, identity: str) -> bool:
    """Whether a name of a food cooked with fat says so: "corn, cooked" is without."""
    return "fat" in name or not identity.endswith(("with-fat", "and-fat"))


def energy_kcal(food: UsdaFood | None) -> float | None:
    """Return the energy per 100 g; None when it is not known."""
    value = food.figures["energy_kcal"] if food else None
    return None if value is None else float(value)


def official_names(
    codes: Mapping[str, str],
    official: Mapping[str, str],
    usda: Mapping[str, UsdaFood],
    taken: Iterable[str],
) -> dict[str, str]:
    """Return USDA's names for the foods of ours, none that is ``taken``."""
    used = {phrase.casefold() for phrase in taken}
    found: dict[str, str] = {}
    for code, identity in codes.items():
        name = everyday(official.get(code, ""))
        if name and name not in used and tells_its_fat(name, identity):
            found.setdefault(name, identity)
    for name, identity in near_twins(codes, official, usda):
        if name and name not in used and tells_its_fat(name, identity):
            found.setdefault(name, identity)
    return found
