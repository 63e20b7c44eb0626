# ruff: noqa: INP001
"""Household portions of a food: USDA's in plain words, and our own vessels."""

from __future__ import annotations

import re
from collections.abc import Iterable

from usda_release import UsdaFood

Portion = tuple[str, float, str]  # label, grams, source
MAXIMUM_USDA_PORTIONS = 12
OWN = "own-estimate"
ML_PER_FLUID_OUNCE = 29.5735
ML_PER_CUP = 236.588
GRAMS_LARGEST_PORTION = 3000.0

# Whose pouch, bottle or meal it is does not change what it holds.
BRAND = re.compile(
    r"(?<=^1 )(?:[A-Z][\w']*[ -])+(?=(?:pouch|bottle|meal|[a-z ]*microwavable tray)\b)"
)
# "1 package (2 Pop Tarts)": how many it holds.
COUNTED = re.compile(r" \((\d+) [A-Z][^)]*\)$")
KEPT = re.compile(r"1 (packet, dry, yields|.*microwavable)")
USELESS = re.compile(
    r"^(Guideline|Quantity|1 (surface|cubic) inch|1 100 calorie|1 oz\b|1 fl oz"
    r"|1/4 cup, raw|1 child/senior"
    r"|1 package, prepared"  # a box that feeds a family
    r"|1 chip$|1 kernel|1 drop\b|.*(yield|diet|frozen |linear inch|filled with)"
    r"|.*[A-Z]|.{45})",  # an upper case letter: a brand
)
RENAMED: tuple[tuple[str, str], ...] = (
    (r"\((\d+(?:\.\d)?) fl oz or (\d+) ml\)", r"(\2 ml)"),
    (r"packet, dry, yields", "packet"),
    (r"individual school (?:container|carton)", "school carton"),
    (r"dipping-size container", "dip pot"),
    (r"fun size box \(4\.23 fl oz\)", "snack size carton (125 ml)"),
    (r"juice box/pouch \(6\.75 fl oz\)", "carton or pouch (200 ml)"),
    (r"espresso cup \(2 fl oz\)", "espresso cup (60 ml)"),
    (r"small or medium single serving bag", "small bag"),
    (r"snack/mini microwave bag", "small microwave bag"),
    (r"(?:microwavable|microwave) (?:cup|tub)", "microwave pot"),
    (r"large microwavable package, prepared", "large packet"),
    (r"microwavable package, regular size, prepared", "packet"),
    (r"(small|medium|large) ice cream cup", r"\1 pot"),
    (r"cocktail or miniature link", "mini link"),
    (r"breakfast size link", "small link"),
    (r"bun-size or griller link", "large link"),
    (r"piece, (small|medium|large|extra-large) pizza", r"slice, \1 pizza"),
    (r"(small|medium|large) fast food order", r"\1 order"),
    (r"kids meal order", "small kids order"),
    (r"snack size/pouch/regular size", "packet"),
    (r"fun/snack size|miniature/bite size/fun size", "snack size"),
    (r"(frozen )?personal size pizza", "personal pizza"),
    (r"large/king size", "king size"),
    (r"sharing/movie theater size", "sharing size"),
    (r"pouch/regular size", "packet"),
    (r"tablespoon", "tbsp"),
    (r"teaspoon", "tsp"),
    (r"single serving bag", "bag"),
    (r"individual container|single serving container", "individual pot"),
    (r"tub$", "pot"),
    (r"(\d+(?:\.\d)?) oz container", r"pot (\1 oz)"),
    (
        r"(prepackaged single serving|individual packet|single serving package)",
        "packet",
    ),
    (r"individual package", "packet"),
    (r"miniature/slider", "mini"),
    (r"miniature/bite size|bite size/nugget|miniature$", "mini"),
    (r"small or thin/very thin slice", "thin slice"),
    (r"medium or regular slice|regular slice|medium slice", "slice"),
    (r"large or thick slice", "thick slice"),
    (r"small or thin slice", "thin slice"),
    (r"^1 cocktail/miniature$", "1 mini"),
    (r"^1 bun length/jumbo$", "1 large"),
    (r' \([^)]*" diameter\)', ""),
    (r'"', " in"),
    (r"floweret", "floret"),
    (r",? (NFS|NS as to size|any size|NFS\))$", ""),
    (r" \(NFS\)", ""),
    (r"piece/slice", "slice"),
    (r"slice/chunk", "chunk"),
    (r"small/regular", "small"),
    (r"medium/regular", "medium"),
    (r"regular/large", "large"),
    (r"\bdoughnut\b", "doughnut"),
    (r"\bcookie\b", "biscuit"),
)  # fmt: skip


def listed(text: str) -> list[str]:
    """Split "coke; pepsi" into its phrases."""
    return [part.strip() for part in text.split(";") if part.strip()]


def everyday_label(description: str) -> str:
    """Return a USDA portion description in household words; empty when useless."""
    label = COUNTED.sub(r" (\1)", BRAND.sub("", description))
    if USELESS.match(label) and not KEPT.match(label):
        return ""
    for pattern, words in RENAMED:
        label = re.sub(pattern, words, label)
    return " ".join(label.split())


def own_portions(text: str, usual_g: float | None) -> list[Portion]:
    """Parse "1 portion=usual; 1 slice=30; +1 cup=85" ("+": never the assumed one)."""
    parts = [part.split("=") for part in listed(text)]
    return [
        (label.strip(), float(usual_g or 0), "usda")
        if grams == "usual"
        else (label.strip(), float(grams), OWN)
        for label, grams in parts
    ]


def grams_per_ml(food: UsdaFood) -> float | None:
    """Return the density USDA's own fluid ounce, cup or spoon of the food implies."""
    grams = dict(reversed(food.portions))
    for label, millilitres in (
        ("1 fl oz", ML_PER_FLUID_OUNCE),
        ("1 fl oz (no ice)", ML_PER_FLUID_OUNCE),
        ("1 cup", ML_PER_CUP),
        ("1 cup (8 fl oz)", ML_PER_CUP),
        ("1 tablespoon", ML_PER_CUP / 16),
        ("1 tbsp", ML_PER_CUP / 16),
    ):
        if label in grams:
            return grams[label] / millilitres
    return None


def vessel_grams(vessel: dict[str, str], food: UsdaFood) -> float | None:
    """Return what a vessel of the category holds; None when USDA gives no density."""
    amount = float(vessel["amount"])
    factor = {"g": 1.0, "ml": grams_per_ml(food), "usual": food.usual_g}[vessel["unit"]]
    return None if factor is None else amount * factor


def usual_portion(food: UsdaFood, usda: list[Portion]) -> list[Portion]:
    """Return the amount USDA assumes when none was said, under its household name."""
    if food.usual_g is None:
        return []
    same = [portion for portion in usda if abs(portion[1] - food.usual_g) < 0.51]
    return same[:1] or [("1 portion", food.usual_g, "usda")]


def usda_portions(food: UsdaFood) -> list[Portion]:
    """Return USDA's own portions under household names, a cookie under its own too."""
    found: list[Portion] = []
    for description, grams in food.portions:
        label = everyday_label(description)
        if not label or grams > GRAMS_LARGEST_PORTION:
            continue
        if description.startswith("1 medium cookie"):
            # A biscuit is a small thing, an American cookie is not.
            found.append(("1 cookie", grams, "usda"))
        found.append((label, grams, "usda"))
    return found


def weighed_by_usda(
    label: str, grams: float, origin: str, usda: Iterable[Portion]
) -> Portion:
    """Return an own portion, weighed by USDA where it has one of the same label.

    "!1 stick" keeps our own weight: USDA's is of another thing by that name.
    """
    if label.startswith("!") or origin != OWN:
        return label.lstrip("!"), grams, origin
    same = next((one for one in usda if one[0] == label), None)
    return same or (label, grams, origin)


def household_portions(
    row: dict[str, str], food: UsdaFood, vessels: Iterable[dict[str, str]]
) -> list[Portion]:
    """Return (label, grams, source) with the usual portion first, no label twice."""
    first: list[Portion] = []
    last: list[Portion] = []
    usda = usda_portions(food)
    for label, grams, origin in own_portions(row["portions"], food.usual_g):
        place = last if label.startswith("+") else first
        place.append(weighed_by_usda(label.lstrip("+"), grams, origin, usda))
    for vessel in vessels:
        held = vessel_grams(vessel, food)
        if vessel["category"] == row["category"] and held is not None:
            place = first if vessel["place"] == "first" else last
            place.append((vessel["label"], held, OWN))
    unique: dict[str, Portion] = {}
    kept = usda[:MAXIMUM_USDA_PORTIONS]
    # USDA has bottles of many sizes, the smallest first: the usual one goes before.
    usual = [one for one in last if one[0].startswith("1 bottle")]
    for portion in [*first, *usual_portion(food, usda), *usual, *kept, *last]:
        unique.setdefault(portion[0], portion)
    return list(unique.values())
