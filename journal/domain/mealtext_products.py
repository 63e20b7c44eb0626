"""Products under a name of their own, with the flavour or filling told beside it.

"Hot Pockets ham & cheese" is one pocket and "Clif bar chocolate chip" one bar: what is
told after (or before) such a name, out of a closed list, is which of them it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import STOPWORDS, stem, words_of
from journal.domain.mealtext_hits import EXACT, Find, Matched, chosen, lowered
from journal.domain.mealtext_nursery import BABY_FOOD, as_baby_food
from journal.domain.mealtext_said import Said, as_one, is_one_clause
from journal.domain.mealtext_slots import AND, LINK, LIST
from journal.domain.mealtext_state import OTHER_STATE

_POCKETS = "hot pocket, hot pockets, lean pocket, lean pockets"
_HELPERS = "hamburger helper, tuna helper, chicken helper, lunchable, lunchables"
_BARS = (
    "clif bar, clif bars, cliff bar, quest bar, quest bars, kind bar, kind bars"
    ", luna bar, rxbar, rx bar, larabar, lara bar, nature valley, nature valley bar"
    ", nature valley bars, pop tart, pop tarts, poptart, poptarts, toaster strudel"
    ", nakd bar, trek bar, eat natural bar, alpen bar, go ahead bar, alpen bars"
    ", toaster strudels, think bar, perfect bar, fiber one bar, special k bar"
)
_CRISPS = (
    "pringles, doritos, cheetos, fritos, takis, sunchips, sun chips, cheez it"
    ", cheez its, wheat thins, triscuit, triscuits, goldfish, kettle chips, popchips"
    ", sensations, hula hoops, discos, nik naks, wotsits, quavers, monster munch"
    ", space raiders, skips, mccoys, mccoy's"
)
_FILLINGS = frozenset(
    stem(word)
    for word in """
    ham cheese cheddar pepperoni sausage egg eggs bacon beef steak philly turkey
    chicken broccoli buffalo meatball meatballs mozzarella four five garlic pizza
    nacho nachos taco stroganoff lasagna macaroni cheeseburger pasta noodle noodles
    ravioli alfredo melt american jalapeno bbq barbecue jam jelly grape strawberry
    peanut butter hickory smoked tomato crust crispy buttery supreme deluxe stick
    """.split()  # noqa: SIM905
)
_SWEET = frozenset(
    stem(word)
    for word in """
    chocolate choc chip chunk chunks vanilla strawberry blueberry raspberry cherry
    caramel lemon cookies cookie cream dough brownie peanut butter mint white
    macadamia nut almond salted sea salt dark cinnamon brown sugar maple smores s'mores
    fudge frosted unfrosted wild berry berries hot sundae crunch crunchy chewy oats oat
    honey dates coconut cocoa orange birthday cake bar bars nuts protein sweet granola
    """.split()  # noqa: SIM905
)
_SAVOURY = frozenset(
    stem(word)
    for word in """
    sour cream onion cheese cheddar salt sea vinegar cool ranch nacho original paprika
    bbq barbecue chilli chili heatwave hot flamin flaming texas spicy sweet garden
    harvest salsa pizza pickle dill jalapeno chive chives parmesan rosemary olive
    thai balsamic beef prawn cocktail roast pickled smoky bacon flame grilled steak
    marmite cheesy ready salted worcester sauce sensations chicken thyme nice
    reduced fat baked low sodium white whole grain wheat multigrain fuego
    """.split()  # noqa: SIM905
)
# So surely a food goes by all the words said.
NAMED = 0.99
_NAMES = {
    tuple(words_of(name)): flavours
    for names, flavours in (
        (_POCKETS, _FILLINGS),
        (_HELPERS, _FILLINGS),
        (_BARS, _SWEET),
        (_CRISPS, _SAVOURY),
    )
    for name in names.split(",")
}
_DISHES = frozenset(tuple(words_of(name)) for name in _HELPERS.split(","))
# One of these after a bar may be one beside it.
_FRUIT = frozenset(stem(word) for word in ("coconut", "dates", "nuts", "orange"))
_LONGEST = max(len(name) for name in _NAMES)
# After "and" it is a flavour only beside another: "cheddar & sour cream".
_SECOND = frozenset(
    stem(word)
    for word in """
    cheese cheddar cream onion vinegar honey chive chives jelly jam salt sea sour
    macaroni noodle noodles bar bars dark chocolate almond caramel balsamic thyme
    spicy
    """.split()  # noqa: SIM905
)


def with_flavours(eaten: Sequence[Said], find: Find) -> list[Said]:
    """The foods, a product and its flavour one of them."""
    out: list[Said] = []
    at = 0
    while at < len(eaten):
        one, used = _product(eaten, at, find) or (eaten[at], 1)
        out.append(one)
        at += used
    return out


def _product(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    if BABY_FOOD in eaten[at].draft.words and eaten[at].matched is None:
        return as_one([eaten[at]], as_baby_food(eaten[at].draft.words, find)), 1
    for used in (2, 1):
        parts = eaten[at : at + used]
        if len(parts) < used or parts[0].matched or not _may_be_one(parts):
            continue
        found = _named(parts, find)
        if found is not None:
            one = as_one(parts, found)
            one.draft.every_word = list(parts[0].draft.every_word)
            one.draft.is_trailing = parts[0].draft.is_trailing
            return one, used
    return None


def _may_be_one(parts: Sequence[Said]) -> bool:
    first = parts[0].draft
    if len(parts) == 1:
        return len(first.words) > 1 and not first.aside
    second = parts[1]
    return (
        bool(first.words)
        and second.piece.link == AND
        and second.draft.amount is None
        and not first.is_trailing
        and is_one_clause(parts)
    )


def _named(parts: Sequence[Said], find: Find) -> Matched | None:
    """The product, where all words around its name are flavours of it."""
    told = _told(parts)
    if told is None or _goes_by_all(parts, find):
        return None
    words = [word for part in parts for word in part.draft.words]
    name, flavours = told
    for asked in ([*flavours, *name], [*name, *flavours], name):
        hits = find(" ".join(asked))
        is_like = bool(hits) and hits[0].is_stand_in and asked != name
        if hits and hits[0].score >= EXACT and not is_like:
            # Of these each is another dish.
            factor = OTHER_STATE if tuple(name) in _DISHES else 1.0
            return chosen(words, lowered(hits, factor))
    # Nobody knows it, and it is one thing none the less.
    return Matched(tuple(words), None, ()) if tuple(name) in _DISHES else None


def _told(parts: Sequence[Said]) -> tuple[list[str], list[str]] | None:
    """The name of the product and what is told of it; None where more is said."""
    words = [word for part in parts for word in part.draft.words]
    plain = [one for word in words for one in words_of(word)]
    place = _place_of(plain)
    if place is None or len(plain) != len(words):
        return None
    start, end = place
    name, flavours = plain[start:end], [*plain[:start], *plain[end:]]
    told = {stem(word) for word in flavours if word not in STOPWORDS}
    if not told or not told <= _NAMES[tuple(name)] or told <= _FRUIT:
        return None
    if len(parts) > 1 and not _are_flavours(parts, name, leads=not start):
        return None
    return name, flavours


def _goes_by_all(parts: Sequence[Said], find: Find) -> bool:
    """Whether one piece is a food's own name: "a hint of salt Wheat Thins"."""
    if len(parts) > 1:
        return False
    draft = parts[0].draft
    named, every = find(" ".join(draft.words)), find(" ".join(draft.every_word))
    is_own = bool(named) and named[0].score >= NAMED and not named[0].is_stand_in
    return is_own or (bool(every) and every[0].score >= NAMED)


def _are_flavours(parts: Sequence[Said], name: Sequence[str], *, leads: bool) -> bool:
    """Whether each of two pieces has a flavour: "cheese and a hot pocket" is two."""
    first, second = (part.draft.words for part in parts)
    if leads:
        return len(first) > len(name) and {stem(word) for word in second} <= _SECOND
    is_start = parts[0].piece.link not in {AND, LINK, LIST}
    is_pocket = name[-1] in {"pocket", "pockets"}
    return len(second) > len(name) and (is_start or is_pocket)


def _place_of(words: Sequence[str]) -> tuple[int, int] | None:
    """Where the longest product name begins and ends: at the start or the end."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in (0, len(words) - size):
            if tuple(words[start : start + size]) in _NAMES:
                return start, start + size
    return None
