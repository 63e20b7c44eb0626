"""What goes into or on another food is assumed smaller than it is alone.

"Tea with milk" has a splash of it, "cereal with milk" half a cup; beside bread
"jelly" is what Americans call jam, and "on rye" is on such bread.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journal.domain.foodmatch import MODIFIERS, stem
from journal.domain.mealtext_by_glass import by_the_glass
from journal.domain.mealtext_draft import Amount
from journal.domain.mealtext_hits import EXACT, Find
from journal.domain.mealtext_links import BESIDE, ON
from journal.domain.mealtext_said import Said, stems_of
from journal.domain.mealtext_slots import AND, LINK, LIST

_BREWED = frozenset(stem(word) for word in ("tea", "coffee", "espresso", "decaf"))
_BOWLED = frozenset(
    stem(word)
    for word in """
    porridge oatmeal
    cereal flakes cornflakes granola muesli cheerios krispies weetabix bran hoops chex
    allbran weetaminis wheat
    """.split()  # noqa: SIM905
)
_THICK = frozenset(stem(word) for word in ("ice", "sour", "soured", "clotted"))
_BARS = frozenset(stem(word) for word in ("bar", "bars", "muffin", "square", "biscuit"))
_BREAD = frozenset(
    stem(word) for word in ("toast", "bread", "muffin", "bagel", "croissant", "biscuit")
)
_LOAVES = frozenset(
    """
    wheat white rye brown wholemeal whole grain granary multigrain wholewheat wholegrain
    sourdough seeded ww pumpernickel malted wheaten
    """.split()  # noqa: SIM905
)
_LESS_SUGAR = frozenset(["reduced", "low", "less", "sugar", "regular", "grape"])
_SWEETENED = frozenset(
    stem(word) for word in ("sugar", "sweetener", "splenda", "stevia")
)
# "Red and green peppers": the first stands without its name.
_SHARED = frozenset(
    stem(word)
    for word in "seeds peppers beans olives potatoes onions oil wine lentils".split()  # noqa: SIM905
)
# "Black and white pudding", but no "rice and white pudding".
_SHARED_OF = {"pudding": frozenset(["black", "white"])}
_WAYS = frozenset(["pan", "deep", "stir", "shallow"])
# On these chilli is a dish of mince and beans.
_UNDER_CHILLI = frozenset(
    stem(word)
    for word in """
    rice potato spud jacket nachos chips fries dog hotdog cornbread tortilla taco wrap
    pasta spaghetti quinoa couscous baked
    """.split()  # noqa: SIM905
)
_MILK_KINDS = frozenset(["semi", "semi-skimmed", "skimmed", "skim"])
_POURED = frozenset(
    stem(word)
    for word in """
    milk cream creamer oatmilk almondmilk soymilk soyamilk coconutmilk
    """.split()  # noqa: SIM905
)


def with_bread(eaten: Sequence[Said]) -> None:
    """Read the jelly on bread as jam, and "turkey on rye" as on rye bread."""
    host: frozenset[str] = frozenset()
    for one in eaten:
        words = one.draft.words
        amount = one.draft.amount
        is_sliced = amount is not None and amount.unit == "slice"
        if is_sliced and (_names_loaf(words) or words == ["soda"]):
            # "Two slices of malted brown"; "and soda" is what is poured.
            one.draft.words = [*words, "bread"]
            one.draft.every_word = [*one.draft.every_word, "bread"]
            host = frozenset(["bread"])
        elif words[-1:] == ["jelly"] and _is_jam(one, eaten):
            one.draft.words = [*words[:-1], "jam"]
        elif one.piece.link not in {LINK, AND}:
            host = frozenset(stem(word) for word in words)
        elif words == ["jelly"] and host & _BREAD:
            one.draft.words = ["jam"]
        elif _names_loaf(words) and not host & _BREWED:
            one.draft.words = [*words, "bread"]
            one.draft.every_word = list(one.draft.words)


def _is_jam(one: Said, eaten: Sequence[Said]) -> bool:
    """Whether it is jelly of less sugar, or in a packet, and bread beside it."""
    words, amount = one.draft.words, one.draft.amount
    beside = {stem(word) for one in eaten for word in one.draft.words}
    is_packed = amount is not None and amount.unit == "packet"
    is_jam = is_packed or len(words) > 1
    return is_jam and set(words[:-1]) <= _LESS_SUGAR and bool(beside & _BREAD)


def _names_loaf(words: Sequence[str]) -> bool:
    """Whether only a kind of loaf is named: "crusty white"."""
    kinds = set(words) & _LOAVES
    return bool(kinds) and set(words) - kinds <= MODIFIERS


def with_short_names(eaten: Sequence[Said]) -> None:
    """Read "2 pumps vanilla" as syrup, and "pots" among vegetables as potatoes.

    A pizza's crust is told before it, so that its name ends in what it is.
    """
    told: set[str] = set()
    for one in eaten:
        draft = one.draft
        # "Milk, semi-skimmed, 200 ml" is told once.
        is_milk = "milk" in told
        _name_as_told(one, told)
        if draft.amount and draft.amount.unit == "pump" and "syrup" not in draft.words:
            draft.words = [*draft.words, "syrup"]
        elif draft.words[-1:] == ["crust"] and "pizza" in draft.words:
            at = draft.words.index("pizza")
            draft.words = [*draft.words[at + 1 :], *draft.words[:at], "pizza"]
        elif drunk := by_the_glass(draft.words, draft.amount):
            draft.words, draft.every_word = drunk, list(drunk)
        elif draft.words == ["pots"] and draft.amount is None:
            draft.words, draft.every_word = ["potatoes"], ["potatoes"]
        elif draft.words and _MILK_KINDS.issuperset(draft.words) and not is_milk:
            is_semi = draft.words[0].startswith("semi")
            draft.words = ["semi-skimmed" if is_semi else "skimmed", "milk"]
        elif draft.words == ["chicken", "salad"] and _is_spooned(draft.amount):
            # Half a cup of it is the American kind with mayonnaise.
            draft.words = [*draft.words, "spread"]


def _name_as_told(one: Said, told: set[str]) -> None:
    """Read "carp pan fried" as fried carp, and chilli in or on most foods as pepper.

    ``told`` are the last words of what was told before, to which its own is added.
    """
    draft = one.draft
    if draft.words[-1:] == ["fried"] and len(draft.words) > 1:
        # Else it would be fries.
        cut = -2 if draft.words[-2] in _WAYS else -1
        draft.words = [*draft.words[cut:], *draft.words[:cut]]
    # American chili is the dish, and so is what is told with an amount.
    is_spice = draft.amount is None or draft.amount.unit in {"tsp", "pinch", "sprinkle"}
    is_in = one.piece.link == LINK and one.piece.way != BESIDE and is_spice
    if is_in and draft.words == ["chilli"] and told and not told & _UNDER_CHILLI:
        draft.words = [*draft.words, "pepper"]
    told |= {stem(word) for word in draft.words[-1:]}


def _is_spooned(amount: Amount | None) -> bool:
    if amount is None or amount.unit not in {"cup", "tbsp", "scoop"}:
        return False
    return amount.unit != "cup" or amount.quantity <= 1


def with_shared_heads(eaten: Sequence[Said], find: Find) -> None:
    """Read "pumpkin and sunflower seeds" as two kinds of seeds."""
    for one, after in pairwise(eaten):
        words, then = one.draft.words, after.draft.words
        is_free = after.draft.amount is None or one.draft.is_each
        is_pair = after.piece.link == AND and is_free
        if not is_pair or len(words) != 1 or len(then) != 2:
            continue
        head = then[-1]
        is_own = stem(words[0]) in {stem(head), stem("chips")}
        is_shared = stem(head) in _SHARED or words[0] in _SHARED_OF.get(head, ())
        if not is_shared or is_own:
            continue
        hits = find(f"{words[0]} {head}")
        if hits and hits[0].score >= EXACT and stem(head) in stems_of(hits[0].label):
            one.draft.words = [*words, head]
            one.draft.every_word = [*one.draft.every_word, head]


# Fish of which one with chips is the battered one.
_FROM_CHIPPY = frozenset(["cod", "haddock"])


def beside_chips(eaten: Sequence[Said], at: int) -> None:
    """Read "fish and chips" as fried fish where the table has no such food."""
    if at + 1 >= len(eaten) or eaten[at + 1].piece.link not in {LINK, AND}:
        return
    draft, after = eaten[at].draft, eaten[at + 1].draft
    if after.words not in (["chips"], ["fries"]):
        return
    if draft.words == ["fish"]:
        draft.words = ["fried", "fish"]
    elif len(draft.words) == 1 and draft.words[0] in _FROM_CHIPPY:
        draft.words = ["battered", draft.words[0]]
    else:
        return
    draft.every_word = list(draft.words)


def with_poured(items: Sequence[Said]) -> None:
    """Give milk and cream said with a drink or a cereal what is poured there."""
    _pour_first(items)
    host: frozenset[str] = frozenset()
    piece = None
    for one in items:
        words = [stem(word) for word in one.draft.words]
        # "Coffee oatmilk sugar", all in one breath.
        link = LIST if one.piece is piece else one.piece.link
        piece = one.piece
        is_in_drink = _takes_milk(host) and link in {LINK, AND, LIST}
        if words and set(words) <= _SWEETENED and (link == LINK or is_in_drink):
            continue
        is_poured = bool(words) and words[-1] in _POURED and not _THICK & set(words)
        if is_poured and (link == LINK or is_in_drink):
            if one.draft.amount is None:
                one.draft.amount = _poured(host)
        else:
            host = frozenset(words) if link != LINK or not words else host


def _takes_milk(host: frozenset[str]) -> bool:
    """Whether milk told after it is what was poured into it, not drunk beside it."""
    return bool(host & _BREWED) or bool(host & _BOWLED and not host & _BARS)


def _pour_first(items: Sequence[Said]) -> None:
    """Give milk told before the tea it went into a splash: "milk in my tea"."""
    for at, one in enumerate(items):
        if one.piece.link != LIST or one.piece.way != ON:
            continue
        # "Milk and sugar in my tea".
        for before in reversed(items[max(0, at - 2) : at]):
            words = [stem(word) for word in before.draft.words]
            if words and words[-1] in _POURED and before.draft.amount is None:
                before.draft.amount = _poured(_BREWED)
            if before.piece.link != AND:
                break


def _poured(host: frozenset[str]) -> Amount | None:
    if host & _BREWED:
        return Amount(number=1.0, unit="splash", is_assumed=True)
    if host & _BOWLED:
        return Amount(number=0.5, unit="cup", is_assumed=True)
    return None
