"""How well a food's name answers what someone typed, between 0 and 1.

What a query's words weigh is worked out once for all the labels it is held against:
a search rates several hundred.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from journal.domain.foodmatch import MODIFIERS, STOPWORDS, SURE, stem, words_of

OTHER_THING = 0.8
# One word alone, read less surely than this, may be another; its foods lie from here.
SLIP_OF_ONE, DOUBTED = 0.88, SURE - 0.03
_LIGHT = frozenset(stem(word) for word in MODIFIERS)
# "Toasted" tells more closely, "toast" is a thing.
_THINGS = frozenset(["toast", "stew", "stews", "dressing", "dressings", "bake"])
# Typed after its food a colour still tells only of what kind: "asparagus white".
_COLOURS = frozenset(["white", "red", "green", "black", "brown", "yellow"])
ONLY_CLOSER = 0.5
# Most things that are cooked in water are just called cooked.
_SAME = {"cook": {"boil": 0.98, "steam": 0.96}}


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One word asked for: each stem it may stand for, with how surely (0 to 1)."""

    stems: Mapping[str, float]
    is_light: bool = False
    is_share: bool = False  # "0%", "70%"; "100%" says nothing
    is_word: bool = False  # of the language: no sure slip for a food's
    is_colour: bool = False

    @classmethod
    def of(cls, word: str, others: Mapping[str, float] | None = None) -> QueryWord:
        """The word itself plus ``others`` (stems by spelling fix or prefix)."""
        own = stem(word)
        others = _SAME.get(own, {}) | dict(others or {})
        is_light = word not in _THINGS and (own in _LIGHT or own.endswith("%"))
        is_share = own.endswith("%") and own != "100%"
        return cls({**others, own: 1.0}, is_light, is_share, is_colour=word in _COLOURS)


# "Meat, bean and rice burrito" is a burrito: the comma parts a list.
_LISTED = re.compile(r"[^,(]+, (?!with)[^,(]+ and [^,(]+")


@dataclass(frozen=True, slots=True)
class Label:
    """A name or synonym of a food, as stems: the part before the comma leads."""

    stems: tuple[str, ...]
    lead: int
    weights: tuple[float, ...]
    total: float

    @classmethod
    def of(cls, text: str) -> Label:
        """Take a name apart; bracketed words count as after the comma."""
        listed = _LISTED.match(text)
        head = listed.group() if listed else re.split(r"[,(]", text, maxsplit=1)[0]
        if listed and stem(words_of(text.split(",")[1])[0]) in _LIGHT:
            head = text.split(",", maxsplit=1)[0]
        leading = [word for word in words_of(head) if word not in STOPWORDS]
        every = [word for word in words_of(text) if word not in STOPWORDS]
        stems, lead = tuple(stem(word) for word in every), len(leading) or len(every)
        weights = tuple(
            _weight(word, number, lead) for number, word in enumerate(stems)
        )
        return cls(stems, lead, weights, sum(weights))


# The labels of a table are rated again in every search.
label_of = lru_cache(maxsize=60_000)(Label.of)


def _weight(word: str, number: int, lead: int) -> float:
    if number == lead - 1:
        return 1.0
    light, heavy = (0.4, 0.7) if number < lead else (0.12, 0.2)
    return light if word in _LIGHT else heavy


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a query with what each weighs; the last full word weighs most."""

    words: tuple[QueryWord, ...]
    weights: tuple[float, ...]
    total: float
    is_only_light: bool
    # Places of the words that must be met as they are: shares, words of the language.
    exact: tuple[int, ...]
    # Places of the full words that are all in the label of a sure answer.
    needed: tuple[int, ...] = ()

    @classmethod
    def of(cls, query: Sequence[QueryWord], *, is_longer: bool = False) -> Asked:
        """Weigh the words: "soup" of "chicken soup" 1, "chicken" 0.7, "hot" 0.15.

        ``is_longer`` where a word was replaced by several ("marmite" by "yeast extract
        spread"): the words beside it weigh less then, but none may be left over.
        """
        full = [number for number, word in enumerate(query) if not word.is_light]
        things = [number for number in full if not query[number].is_colour]
        last = (things or full or [len(query) - 1])[-1]
        weights = tuple(
            1.0 if number == last else 0.15 if word.is_light else 0.7
            for number, word in enumerate(query)
        )
        exact = tuple(
            number for number, word in enumerate(query) if word.is_share or word.is_word
        )
        needed = tuple(full) if is_longer else ()
        return cls(tuple(query), weights, sum(weights), not full, exact, needed)

    def rate(self, label: Label, penalty: float = 0.0) -> float:
        """Rate a label, 0 to 1; 1 is the same words in the same order.

        Words asked for and not in the label cost most, above all the last full word,
        which in English names the thing; then words of the label nobody asked for,
        those before the comma more than those after. ``penalty`` is taken from the
        rate before it is held under `SURE`, so that foods held there keep their order.
        """
        if not self.words or not label.stems:
            return 0.0
        places, quality = self._align(label)
        got = 0.0
        for weight, sureness in zip(self.weights, quality, strict=True):
            got += weight * sureness
        fit = sum(label.weights[place] for place in sorted(places)) / label.total
        whole = 0.74 + 0.2 * fit + 0.06 * _order(places)
        if label.lead - 1 not in places:
            # "Breakfast" is not a breakfast biscuit.
            whole *= OTHER_THING
        # "Cooked" names nothing, whatever is called "rolled oats, cooked".
        if self.is_only_light and len(places) < len(label.stems):
            whole = min(whole, ONLY_CLOSER)
        rate = max(0.0, min(1.0, got / self.total * whole) - penalty)
        if rate > DOUBTED and self._is_other_word(quality):
            # Held under what looks sure, each still before what answers less well.
            rate = DOUBTED + (rate - DOUBTED) * (SURE - 0.001 - DOUBTED) / (1 - DOUBTED)
        if rate >= SURE and (
            _leaves_unsaid(label, places) or not all(quality[at] for at in self.needed)
        ):
            # "Powder" may be baking powder: found, but nobody has said so.
            rate = SURE - 0.01 - (1 - rate) / 10
        return rate

    def _align(self, label: Label) -> tuple[list[int], list[float]]:
        """Where in the label each word was found, and how surely (0: not at all)."""
        places: list[int] = []
        quality: list[float] = []
        for word in self.words:
            best, place = 0.0, -1
            sureness_of = word.stems.get
            for number, label_stem in enumerate(label.stems):
                sureness = sureness_of(label_stem, 0.0)
                if sureness > best and number not in places:
                    best, place = sureness, number
            quality.append(best)
            if place >= 0:
                places.append(place)
        return places, quality

    def _is_other_word(self, quality: Sequence[float]) -> bool:
        """Whether it may be another: "greasy" is no gravy, "0%" not any yoghurt."""
        if len(quality) == 1 and quality[0] < SLIP_OF_ONE:
            return True
        return any(quality[number] < 1.0 for number in self.exact)


def _leaves_unsaid(label: Label, places: Sequence[int]) -> bool:
    """Whether a full word of the name itself was not asked for."""
    said = {label.stems[place] for place in places}
    return any(
        word not in said and word not in _LIGHT for word in label.stems[: label.lead]
    )


def _order(places: Sequence[int]) -> float:
    if len(places) < 2:
        return 1.0 if places and places[0] == 0 else 0.5
    steps = itertools.pairwise(places)
    return sum(1.0 if b == a + 1 else 0.5 if b > a else 0.0 for a, b in steps) / (
        len(places) - 1
    )
