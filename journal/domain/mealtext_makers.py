"""Who made a food, where it was eaten, or what sort of thing it is: before a dash."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.brands import without_brands
from journal.domain.foodmatch import STOPWORDS

#: Before a dash these are no food, whatever they are alone.
NO_MAKER = frozenset(
    """
    generic homemade home made bulk store brand own usda nccdb recipe my drink drinks
    alcohol dessert desserts snack snacks food foods meal main mains side sides starter
    starters fruit fruits veg vegetables protein carbs extra extras treat treats
    """.split()  # noqa: SIM905
)
_PLACES = frozenset(
    """
    campus restaurant cafe kitchen dining catering bakery deli foods co company inc ltd
    canteen cafeteria farm farms market brand hall university hospital grill bistro
    diner
    """.split()  # noqa: SIM905
)
# What they make in the likeness of meat and milk goes by the same words.
_LIKENESS = frozenset(
    """
    quorn beyond impossible linda vivera gardein morningstar boca tofurky alpro oatly
    violife daiya cauldron richmond squeaky silk lightlife field yves frys
    """.split()  # noqa: SIM905
)
_PLANTS = frozenset(
    """
    vegan vegetarian veggie plant plants soya soy oat almond coconut tofu bean beans
    lentil vegetable meatless mycoprotein pea rice
    """.split()  # noqa: SIM905
)
_ANY = "anything"


def names_maker(words: Sequence[str]) -> bool:
    """Whether nothing but a maker, a shop or a place is named."""
    if words[-1] in _PLACES or set(words) <= NO_MAKER | STOPWORDS:
        return True
    return without_brands([*words, _ANY]) == [_ANY]


def makes_likeness(maker: Sequence[str], food: Sequence[str]) -> bool:
    """Whether a maker makes foods in the likeness of others, and the name is silent."""
    return bool(set(maker) & _LIKENESS) and not set(food) & _PLANTS
