"""A filling told with the bread that holds it: "prawn baguette", "falafel wrap"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from journal.domain.foodmatch import MODIFIERS, STOPWORDS, SURE, stem
from journal.domain.mealtext_hits import Find, Matched, chosen, lowered

#: As sure as a sandwich can be that was told with another bread.
OTHER_BREAD: Final = 0.72
_BREADS: Final = frozenset(
    """
    baguette roll rolls bap baps bagel ciabatta panini cob barm butty butties sarnie
    toastie bun pitta pita croissant focaccia sub hoagie
    """.split()  # noqa: SIM905
)
_WRAPS: Final = frozenset(["wrap", "wraps"])
# What bread itself is called by: a seeded roll has no filling.
_OF_BREAD: Final = frozenset(
    stem(word)
    for word in """
    white brown wholemeal wholewheat wholegrain wheat granary seeded sesame poppy rye
    sourdough crusty soft plain part-baked gluten-free garlic brioche burger hamburger
    hot dog cinnamon spring egg swiss sausage sweet dinner bread onion raisin chocolate
    almond submarine toasted floury morning french potato milk pretzel cocktail sushi
    cabbage california tuna-roll steamed bao hoisin iced chelsea finger hot-dog kaiser
    butter buttered mini small large half
    """.split()  # noqa: SIM905
)


def as_filled(words: Sequence[str], find: Find, best: float) -> Matched | None:
    """A sandwich, as a guess, where a filling was told with a bread.

    Only where no name of the table has both and what stands before the bread is a
    food of its own.
    """
    fill = [word for word in words[:-1] if word not in STOPWORDS]
    is_wrap = words[-1] in _WRAPS
    if best >= SURE or not fill or not (is_wrap or words[-1] in _BREADS):
        return None
    telling = [w for w in fill if w not in MODIFIERS and stem(w) not in _OF_BREAD]
    filling = find(" ".join(fill)) if telling else []
    is_food = bool(filling) and filling[0].score >= SURE
    # A wrap of whatever is no bare tortilla.
    if not telling or not (is_food or is_wrap):
        return None
    kinds = ["wrap"] if is_wrap else []
    for kind in (*kinds, "sandwich"):
        for part in (fill, telling, telling[:1]):
            hits = find(" ".join([*part, kind]))
            if hits and hits[0].score >= SURE:
                return _guess(words, find, " ".join([*part, kind]))
    return _guess(words, find, "wrap filled" if is_wrap else "sandwich")


def _guess(words: Sequence[str], find: Find, name: str) -> Matched | None:
    """The sandwich, with what else the words themselves may mean beside it."""
    hits = find(name)
    if not hits:
        return None
    first = lowered(hits[:1], min(1.0, OTHER_BREAD / hits[0].score))
    others = [one for one in find(" ".join(words)) if one.id != first[0].id]
    return chosen(words, [*first, *others])
