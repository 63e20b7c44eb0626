"""How well a food's name answers what someone typed, between 0 and 1.

The score becomes the ``confidence`` of an item that was read from a sentence:

- from `SURE` (0.75) on, the words said are the words of the food, or of a name that
  it goes by; pages and the command line show such an item as sure;
- from `ACCEPT` (0.58) to `SURE`, a guess: the food is filled in, marked as doubtful,
  with the other candidates beside it, and the page asks;
- below `ACCEPT` no food is filled in: the text stays text, candidates are offered.

A stand-in (the table has no lamb curry and answers with beef curry) finds its food
like any name, but the item's confidence is held at `STAND_IN`, so it never looks sure.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# From here on the words said are, as good as certainly, the words of the food.
SURE = 0.75
# Below this the text stays text.
ACCEPT = 0.58
# A near relative answers for a food that the table lacks.
STAND_IN = 0.65
OTHER_THING = 0.8
# One word alone, read less surely than this, may be another; its foods lie from here.
SLIP_OF_ONE, DOUBTED = 0.88, SURE - 0.03


@dataclass(frozen=True, slots=True)
class FoodHit:
    """A food found for a query: ``score`` from 0 to 1, by which of its names.

    ``is_stand_in`` where that name is of a near relative, not of the food itself.
    """

    id: str
    name: str
    source: str
    score: float
    label: str = ""
    is_stand_in: bool = False


# Words that tell a food more closely and rarely change which food it is.
MODIFIERS = frozenset(
    """
    a added all and baked bbq best boiled bought braised brand broiled cheap
    chilled chopped classic cold cooked crispy crunchy crust crusty cubed cut deep
    deli delicious diced drained dressed extra family fashioned favourite fine
    fresh freshly frozen grated grilled hard heated homemade home hot iced in
    large lean leftover lightly little local low made medium mini mixed natural
    new no old organic original oven over pan peeled piece plain poached popped
    pure quick raw ready real regular ripe roast roasted rotisserie salted sauteed
    seared seasoned shelled shredded simple skinless sliced small soft spiced
    squeezed steamed stewed style sweetened tasty the thick thin thinly tin tinned
    toasted topped traditional type unsalted unsweetened vegan vegetarian warm
    washed whole with without yummy of on fillet boneless skin bone free store
    style side large-size from for chunk chunks cube cubes wedge wedges segment segments
    dry uncooked brewed farmed smooth footlong takeaway takeout thawed defrosted
    rectangular
    """.split()  # noqa: SIM905
)
STOPWORDS = frozenset("a an and of the with in on or some my to n".split())  # noqa: SIM905
_WORD = re.compile(r"\d+(?:\.\d+)?%|[^\W_]+(?:'[^\W_]+)?")


def plain(text: str) -> str:
    """Lower case without accents: "Crème fraîche" → "creme fraiche"."""
    spread = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(char for char in spread if not unicodedata.combining(char))


def words_of(text: str) -> list[str]:
    """The words of a text in order, plain, possessives and hyphens taken apart."""
    return [
        word.removesuffix("'s").replace("'", "") for word in _WORD.findall(plain(text))
    ]


# "Salted" is not salt, whiting is not white, and "spring" is no form of anything.
_KEPT = frozenset({"salted", "unsalted", "sugared", "spring", "string", "whiting"})


def stem(word: str) -> str:
    """A light stem: plural, -ed, -ing and a last e go ("baked" and "baking": bak)."""
    word = _singular(word)
    endings = () if word in _KEPT else ("ed", "ing")
    for ending in endings:
        if len(word) >= len(ending) + 3 and word.endswith(ending):
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            if word[-1] == "i":
                # "Dried" and "dryed" are dry.
                word = word[:-1] + "y"
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _singular(word: str) -> str:
    if word == "fries":
        # A thing; a fried steak is none of them.
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("ie"):
        return word[:-2] + "y"
    if len(word) > 4 and word.endswith(("oes", "shes", "ches", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


_LIGHT = frozenset(stem(word) for word in MODIFIERS)
# "Toasted" tells more closely, "toast" is a thing.
_THINGS = frozenset(["toast", "stew", "stews", "dressing", "dressings", "bake"])
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

    @classmethod
    def of(cls, word: str, others: Mapping[str, float] | None = None) -> QueryWord:
        """The word itself plus ``others`` (stems by spelling fix or prefix)."""
        own = stem(word)
        others = _SAME.get(own, {}) | dict(others or {})
        is_light = word not in _THINGS and (own in _LIGHT or own.endswith("%"))
        is_share = own.endswith("%") and own != "100%"
        return cls({**others, own: 1.0}, is_light, is_share)


# "Meat, bean and rice burrito" is a burrito: the comma parts a list.
_LISTED = re.compile(r"[^,(]+, (?!with)[^,(]+ and [^,(]+")


@dataclass(frozen=True, slots=True)
class Label:
    """A name or synonym of a food, as stems: the part before the comma leads."""

    stems: tuple[str, ...]
    lead: int

    @classmethod
    def of(cls, text: str) -> Label:
        """Take a name apart; bracketed words count as after the comma."""
        listed = _LISTED.match(text)
        head = listed.group() if listed else re.split(r"[,(]", text, maxsplit=1)[0]
        if listed and stem(words_of(text.split(",")[1])[0]) in _LIGHT:
            head = text.split(",", maxsplit=1)[0]
        leading = [word for word in words_of(head) if word not in STOPWORDS]
        every = [word for word in words_of(text) if word not in STOPWORDS]
        return cls(tuple(stem(word) for word in every), len(leading) or len(every))


def score(query: Sequence[QueryWord], label: Label, penalty: float = 0.0) -> float:
    """Rate a label for a query, 0 to 1; 1 is the same words in the same order.

    Words asked for and not in the label cost most, above all the last full word,
    which in English names the thing; then words of the label nobody asked for, those
    before the comma more than those after. ``penalty`` is taken from the rate before it
    is held under `SURE`, so that foods held there keep their order.
    """
    if not query or not label.stems:
        return 0.0
    matched, places, quality = _align(query, label)
    covered = _covered(query, quality)
    fit = _fit(label, matched)
    in_order = _order(places)
    whole = 0.74 + 0.2 * fit + 0.06 * in_order
    if label.lead - 1 not in matched:
        # "Breakfast" is not a breakfast biscuit.
        whole *= OTHER_THING
    # "Cooked" names nothing, whatever is called "rolled oats, cooked".
    if len(matched) < len(label.stems) and all(word.is_light for word in query):
        whole = min(whole, ONLY_CLOSER)
    rate = max(0.0, min(1.0, covered * whole) - penalty)
    if rate > DOUBTED and _is_other_word(query, quality):
        # Held under what looks sure, each still before what answers less well.
        rate = DOUBTED + (rate - DOUBTED) * (SURE - 0.001 - DOUBTED) / (1 - DOUBTED)
    unsaid = set(label.stems[: label.lead]) - {label.stems[at] for at in matched}
    if rate >= SURE and unsaid - _LIGHT:
        # "Powder" may be baking powder: found, but nobody has said so.
        rate = SURE - 0.01 - (1 - rate) / 10
    return rate


def _is_other_word(query: Sequence[QueryWord], quality: Sequence[float]) -> bool:
    """Whether it may be another: "greasy" is no gravy, "0%" not any yoghurt."""
    if len(query) == 1 and quality[0] < SLIP_OF_ONE:
        return True
    asked = zip(query, quality, strict=True)
    return any((word.is_share or word.is_word) and q < 1.0 for word, q in asked)


def _align(
    query: Sequence[QueryWord], label: Label
) -> tuple[dict[int, float], list[int], list[float]]:
    matched: dict[int, float] = {}
    places: list[int] = []
    quality: list[float] = []
    for word in query:
        best, place = 0.0, -1
        for number, label_stem in enumerate(label.stems):
            sureness = word.stems.get(label_stem, 0.0)
            if sureness > best and number not in matched:
                best, place = sureness, number
        quality.append(best)
        if place >= 0:
            matched[place] = best
            places.append(place)
    return matched, places, quality


def _covered(query: Sequence[QueryWord], quality: Sequence[float]) -> float:
    full = [number for number, word in enumerate(query) if not word.is_light]
    last = full[-1] if full else len(query) - 1
    weights = [
        1.0 if number == last else 0.15 if word.is_light else 0.7
        for number, word in enumerate(query)
    ]
    got = sum(weight * q for weight, q in zip(weights, quality, strict=True))
    return got / sum(weights)


def _fit(label: Label, matched: Mapping[int, float]) -> float:
    head = label.lead - 1
    weights = []
    for number, word in enumerate(label.stems):
        if number == head:
            weights.append(1.0)
        elif number < label.lead:
            weights.append(0.4 if word in _LIGHT else 0.7)
        else:
            weights.append(0.12 if word in _LIGHT else 0.2)
    got = sum(weight for number, weight in enumerate(weights) if number in matched)
    return got / sum(weights)


def _order(places: Sequence[int]) -> float:
    if len(places) < 2:
        return 1.0 if places and places[0] == 0 else 0.5
    steps = itertools.pairwise(places)
    return sum(1.0 if b == a + 1 else 0.5 if b > a else 0.0 for a, b in steps) / (
        len(places) - 1
    )
