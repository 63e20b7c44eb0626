"""What the words for a dish's parts come to: cheddar is cheese, shrimp are prawns."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import MODIFIERS, STOPWORDS, stem, words_of
from journal.domain.mealtext_dishes import BREADS, KINDS

_LIGHT = frozenset(stem(word) for word in MODIFIERS)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


#: Cheese of any kind.
CHEESES = _stems(
    """
    cheddar swiss provolone mozzarella american gouda parmesan feta brie monterey
    monterrey jack colby pepperjack emmental havarti muenster gruyere manchego
    """
)
_CALLED = {
    **dict.fromkeys(CHEESES, stem("cheese")),
    stem("shrimp"): stem("prawn"),
    stem("mince"): stem("beef"),
    stem("veggies"): stem("vegetable"),
    stem("veg"): stem("vegetable"),
    stem("jelly"): stem("jam"),
    stem("steak"): stem("beef"),
    stem("omelet"): stem("omelette"),
    stem("cod"): stem("fish"),
    stem("haddock"): stem("fish"),
    stem("tilapia"): stem("fish"),
    stem("carnitas"): stem("pork"),
}
_LIGHTER = (KINDS - _stems("sour cream")) | _stems(
    "scrambled raspberry minced lean thinly turkey-style and of"
)


def called(word: str) -> str:
    """The stem of a word, of a kind the stem of what it is: cheddar is cheese."""
    return _CALLED.get(stem(word), stem(word))


def is_kind(word: str) -> bool:
    """Whether a word only tells of which kind a filling is: "ground", "black"."""
    return stem(word) in _LIGHTER and stem(word) not in CHEESES


def is_bread(words: Sequence[str]) -> bool:
    """Whether only a bread is named, of whatever kind."""
    told = {stem(one) for one in words if one not in MODIFIERS}
    return bool(told) and told <= BREADS


def wanted_of(mains: Sequence[list[str]]) -> set[str]:
    """The stems of main parts by what they are, kinds and manner left out."""
    words = {called(word) for main in mains for word in main if not is_kind(word)}
    return words - _LIGHT


def all_called(label: str) -> set[str]:
    """The stems of a name by what they are: cheese of cheddar."""
    return {called(word) for word in words_of(label) if word not in STOPWORDS}


def as_plain(word: str) -> str:
    """The word, of a kind of cheese cheese."""
    return "cheese" if called(word) == stem("cheese") else word
