"""The words of foods' names, and what a score between 0 and 1 says of a match.

The score (``foodscore`` works it out) becomes the ``confidence`` of an item that was
read from a sentence:

- from `SURE` (0.75) on, the words said are the words of the food, or of a name that
  it goes by; pages and the command line show such an item as sure;
- from `ACCEPT` (0.58) to `SURE`, a guess: the food is filled in, marked as doubtful,
  with the other candidates beside it, and the page asks;
- below `ACCEPT` no food is filled in: the text stays text, candidates are offered.

A stand-in (the table has no lamb curry and answers with beef curry) finds its food
like any name, but the item's confidence is held at `STAND_IN`, so it never looks sure.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# From here on the words said are, as good as certainly, the words of the food.
SURE = 0.75
# Below this the text stays text.
ACCEPT = 0.58
# A near relative answers for a food that the table lacks.
STAND_IN = 0.65


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
_KEPT = frozenset(
    """
    breaded salted unsalted sugared spring string whiting trimming
    """.split()  # noqa: SIM905
)


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
