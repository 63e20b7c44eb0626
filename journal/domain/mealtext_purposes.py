"""What was done with a food, and what it was good for, said after it in a story."""

from __future__ import annotations

import re

from journal.domain.mealtext_methods import METHODS
from journal.domain.mealtext_places import blank

_GOOD = (
    r"(?:richness|sweetness|crunch|flavou?r|texture|colou?r|creaminess|moisture|depth"
    r"|freshness|garnish|balance|aroma|warmth|spice|heat|taste|crispness|zest|body)"
)
_ENDS = r"(?=\s*(?:$|[,.;!?\n]|and\b|with\b))"
# "Condensed milk for extra richness".
_FOR_IT = re.compile(
    rf"(?<=[a-z]),?\ for\ (?:(?:an?|some|extra|added|more|that|a\ bit\ of|a\ touch\ of"
    rf"|a\ hint\ of|the|[a-z]+y)\ )*{_GOOD}\b{_ENDS}"
)
# "Corn flour, packed with whole grains": no food beside it.
_PACKED = re.compile(
    r",?\ (?:packed|loaded|bursting|brimming|rich)\ (?:with|in)\ "
    r"(?:(?:whole\ grains?|fib(?:re|er)|nutrients|goodness|protein|flavou?rs?|energy)"
    rf"(?:\ and\ )?)+{_ENDS}"
)
# "80 g of flour cooked into a thick porridge" is that flour, once.
_MADE_INTO = re.compile(
    r"(?<=[a-z]),?\ (?:(?:and|then|which\ (?:was|were|i))\ )?"
    r"(?:made|cooked|turned|formed|shaped|baked|rolled|prepared|stirred)"
    r"\ (?:into|as|to)\ (?:an?\ )?(?:[a-z]+\ )?"
    r"(?:porridge|gruel|dough|pancakes?|flat\ ?breads?|breads?|chapatis?|rotis?"
    r"|dumplings?|balls?|patties|puree|tortillas?|omelet(?:te)?)\b"
)
# "Veal shank that I seasoned and roasted to bring out its flavour".
_BY_ME = re.compile(
    r",?\ (?:that|which)\ (?:i|we|my\ [a-z]+)\ (?:had\ )?(?:[a-z]+ly\ )?"
    r"(?P<done>[a-z]+ed(?:(?:,|\ and|,\ and)\ [a-z]+ed)*)"
    r"(?:\ (?:to|for|until|till|at)\ [^,.;!?\n\d]*)?(?=\s*(?:$|[,.;!?\n]))"
)
_RAW = re.compile(r"\b(?:raw|uncooked|dry)\b[^,.;]*$")
# "Seasoned, boiled greens" are one food.
_MADE = (
    r"(?:seasoned|salted|sweetened|cooked|boiled|steamed|chilled|roasted|baked|grilled"
    r"|fried|drained|mashed|diced|sliced|chopped|shredded|peeled)"
)
_TWO_WAYS = re.compile(rf"(?P<one>\b{_MADE}),(?=\ {_MADE}\ [a-z])")

# "Boiled in water": water that was poured off is no drink.
_IN_WATER = re.compile(
    r"(?P<before>[a-z]+),?\ (?:and\ |then\ )?(?P<how>boiled|simmered|poached|steamed"
    r"|cooked|soaked)\ (?:in|with)\ (?:(?:plain|some|salted|lightly|hot|boiling"
    r"|clean|only|the)\ )*water\b"
)
_BOWLS = frozenset(
    """
    porridge oats oatmeal grits cereal semolina farina wheat noodles polenta soup
    """.split()  # noqa: SIM905
)
_UNCOOKED = re.compile(r"\b(?:dry|raw|uncooked|dried)\b[^,.;]*$")


def without_purposes(work: str) -> str:
    """The text (in lower case) with such clauses blanked, every place kept."""
    for idle in (_FOR_IT, _PACKED, _MADE_INTO):
        work = idle.sub(blank, work)
    work = _TWO_WAYS.sub(lambda m: m["one"] + " ", _BY_ME.sub(_how, work))
    return _IN_WATER.sub(_boiled, work)


def _how(match: re.Match[str]) -> str:
    """How it was cooked, unless it was weighed raw."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    done = [one for one in re.findall(r"[a-z]+", match["done"]) if one in METHODS]
    how = f" {done[-1]}" if done and not _RAW.search(before) else ""
    return how.ljust(len(match.group()))


def _boiled(match: re.Match[str]) -> str:
    before, text = match["before"], match.string
    is_bowl = match["how"] == "cooked" and before in _BOWLS
    if is_bowl or before in {"made", "prepared"}:
        return match.group()
    told = text[max(0, match.start() - 40) : match.end("before")]
    is_dry = match["how"] == "soaked" or _UNCOOKED.search(told)
    said = before if is_dry else f"{before} boiled"
    return said.ljust(len(match.group()))
