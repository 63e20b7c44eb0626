"""Which of a food's portions a vessel or a size means: "a pouch", "fun size"."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.amounts_labels import Read
from journal.domain.mealtext_units import SIZE_FACTOR, UNITS

# How much these hold differs by half and more from one home to the next.
LOOSE = frozenset(
    """
    bowl plate handful serving pot tub packet jar carton splash drizzle dash dollop
    knob smear bit bite sip piece scoop ladle sprinkle bunch sprig head tray spoon
    """.split()  # noqa: SIM905
)
# Sold for one in one of these, and people say now one word for it, now another.
_SOLD_IN: dict[str, tuple[str, ...]] = {
    "packet": ("packet", "carton", "pot", "tray", "bar", "bottle"),
    "pot": ("pot", "tub", "tray", "packet", "carton", "bottle"),
    "tub": ("tub", "pot", "tray", "packet", "carton"),
    "carton": ("carton", "packet", "pot", "tray"),
    "tray": ("tray", "pot", "packet"),
}
_DRUNK_FROM = frozenset(["glass", "can", "mug", "cup", "bottle", "pint"])
# A carton or pouch of a drink for one, where the food has no portion of it.
_DRINK_ML = 200.0
# A packet of what is eaten by so much or more is no less than that.
_PACKET_G = 30.0
# What weighs less is one small piece: of mini pretzels no packet holds one.
_LEAST_PACKET_G = 8.0
_TINY = {"mini", "snack size"}
# Said of a pot or packet that is sold for one: an "individual" one on labels.
_FOR_ONE = frozenset(["individual", "single", "single-serve", "single-serving"])
# Where a size is missing, the ones nearest to it.
_NEAREST = {
    "mini": ("snack size", "small"),
    "snack size": ("mini", "small"),
    "extra large": ("large",),
}


_WHOLE = frozenset({"whole", "fruit"})
# What was done to food in a cup, as people and as portion labels say it.
_PREPARED = {
    word: frozenset(labels.split())
    for word, labels in {
        "mashed": "mashed pureed",
        "pureed": "pureed mashed",
        "shredded": "shredded grated",
        "grated": "grated shredded",
        "diced": "diced cubed chopped",
        "cubed": "cubed diced",
        "chopped": "chopped diced",
        "sliced": "sliced slices",
        "crushed": "crushed crumbs",
        "crumbled": "crumbled",
        "melted": "melted",
        "whipped": "whipped",
        "whole": "whole",
        "ground": "ground",
        "flaked": "flaked",
        "pieces": "pieces",
    }.items()
}


def prepared(words: frozenset[str]) -> frozenset[str]:
    """What was done to a food, in the words of portion labels."""
    return frozenset[str]().union(*(_PREPARED.get(word, ()) for word in words))


def of_unit(same: Sequence[Read], size: str | None, manner: frozenset[str]) -> Read:
    """The portion of a unit that is of the size and sort told, else its usual one."""
    wanted = (size, *_NEAREST.get(size or "", ())) if size else (None, "medium")
    is_for_one = size == "snack size" or bool(manner & _FOR_ONE)
    sort = manner | {"individual"} if is_for_one else manner

    def fit(read: Read) -> tuple[int, int, bool, bool, bool]:
        near = wanted.index(read.size) if read.size in wanted else len(wanted)
        told = len(sort & read.words)
        is_usual = read.size not in {"mini", "snack size"}
        is_meant = is_for_one or "individual" not in read.words
        return (-near, told, is_meant, read.size is None, is_usual)

    return max(same, key=fit)


def of_size(size: str, reads: Sequence[Read]) -> Read | None:
    """The portion of a size that was told without a unit: "a large bagel"."""
    for wanted in (size, *_NEAREST.get(size, ())):
        sized = [read for read in reads if read.size == wanted]
        bare = [read for read in sized if read.unit is None]
        if bare or sized:
            return (bare or sized)[0]
    plain = [read for read in reads if read.size is None and read.unit is None]
    return plain[0] if plain and size == "medium" else None


def whole_of(reads: Sequence[Read]) -> Read | None:
    """What a size told alone is more or less than: a bowl of soup, a whole lime.

    A large lime is more than a medium one, and not than a wedge of it.
    """
    if reads[0].unit in {"bowl", "plate"}:
        return reads[0]
    medium = (read for read in reads if read.size == "medium" and read.unit is None)
    whole = (read for read in reads if read.unit == "whole" or read.words & _WHOLE)
    return next(medium, None) or next(whole, None)


def factor_of(size: str | None, read: Read) -> float:
    """How much more or less than a portion of another size the size told is."""
    if not size or read.size == size or {size, read.size} == _TINY:
        return 1.0
    if size == "snack size" and read.unit in _SOLD_IN:
        # A pot or packet for one is the snack size already.
        return 1.0
    return SIZE_FACTOR[size] / SIZE_FACTOR.get(read.size or "", 1.0)


def instead(
    unit: str, reads: Sequence[Read], size: str | None, manner: frozenset[str]
) -> Read | None:
    """What a packet or pot of a food means that is sold for one in another vessel.

    A pouch of a drink is its carton, a packet of a ready meal the meal.
    """
    if unit not in _SOLD_IN or not reads:
        return None
    for name in _SOLD_IN[unit]:
        held = [read for read in reads if read.unit == name]
        if held:
            return of_unit(held, size, manner)
    usual = reads[0]
    least = _PACKET_G if unit == "packet" else UNITS[unit].usual_grams or _PACKET_G
    if any(read.unit in _DRUNK_FROM and read.millilitres_each for read in reads[:1]):
        return _drink_carton(usual)
    return usual if usual.grams_each >= least else None


def _drink_carton(usual: Read) -> Read:
    held = usual.millilitres_each or UNITS[usual.unit or "cup"].millilitres or 1.0
    grams = usual.grams_each / held * _DRINK_ML
    return Read(grams, "carton", None, frozenset(), "1 carton (200 ml)", _DRINK_ML)


def sold_in_size(unit: str, size: str | None, reads: Sequence[Read]) -> list[Read]:
    """The portions of a size that are a packet or bar of it: "a fun size pack"."""
    if unit not in {"packet", "bar"} or not size:
        return []
    sizes = (size, *_NEAREST.get(size, ())[:1])
    sized = [read for read in reads if read.unit is None and read.size in sizes]
    return [read for read in sized if read.grams_each >= _LEAST_PACKET_G]
