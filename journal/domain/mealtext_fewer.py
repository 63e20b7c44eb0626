"""Foods found with some of the words left out: talk, a vessel, how it was made."""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import (
    MODIFIERS,
    STOPWORDS,
    SURE,
    FoodHit,
    stem,
    words_of,
)
from journal.domain.mealtext_draft import Amount, Draft
from journal.domain.mealtext_hits import EXACT, Find, Matched, chosen, lowered
from journal.domain.mealtext_state import OTHER_STATE, TOLD_CLOSER, changes
from journal.domain.mealtext_units import SIZES, UNITS
from journal.domain.mealtext_words import CLOSER, IDLE

# Before "in water": how it was made, not what.
MADE = frozenset(["cooked", "made", "prepared", "soaked", "mixed"])
# The name of a meal or a place is no food, though some food's name ends with it.
NO_FOOD = frozenset(
    """
    breakfast brunch lunch dinner supper tea-time teatime snack shop store market
    normal usual typical standard
    """.split()  # noqa: SIM905
)
#: Of what kind a food is: alone it may be of any ("white and wild rice").
_KINDS = frozenset(
    """
    white brown dark light fried spicy crispy crunchy creamy tangy zesty juicy tender
    moist chewy smooth chunky runny gooey
    """.split()  # noqa: SIM905
)
_FAT = frozenset(["fat", "free"])
_MEALS = frozenset(["breakfast", "brunch", "lunch", "dinner", "supper"])
# A leaf of these is what is eaten of them; "cassava leaves" are no cassava.
LEAFY = frozenset(
    """
    lettuce cabbage spinach kale chard basil mint parsley coriander cilantro sage bay
    thyme rocket arugula watercress endive chicory radicchio cress tea nori salad dill
    oregano tarragon curry romaine gem iceberg stevia
    """.split()  # noqa: SIM905
)
# What a thing lies in or was cooked with is almost never what was meant.
_LIES_IN = 0.6
# Left out, these are another food where a name has them: beans are no green beans.
_COLOURS = frozenset(["white", "brown", "black", "red", "green", "yellow", "purple"])


_SUGARLESS = frozenset(["zero", "zero-sugar", "diet", "sugar-free"])
# So many words may stand before a food: of talk, or of its maker and kind.
_LONGEST_TALK, _LONGEST_MAKER = 3, 6
#: What is sold under a name of its own, told after it: "Kombucha Hillcrest Cranberry".
PRODUCTS = frozenset(
    stem(word)
    for word in """
    bar bars shake popcorn chips crisps crackers mix cereal kombucha vodka gin rum
    whiskey whisky bourbon tequila gum protein puffs granola boost ensure glucerna
    powerade gatorade lucozade
    """.split()  # noqa: SIM905
)
_FLAVOURED_YOGURT = (["yogurt"], ["yoghurt"], ["yogurts"], ["yoghurts"])
_FLAVOURED = frozenset(
    stem(word)
    for word in """
    bar bars shake yogurt yoghurt yogurts cream crisps latte cereal muffin frappuccino
    milkshake smoothie gum water drink porridge
    """.split()  # noqa: SIM905
)
#: Told after a thing, of what kind it is.
TOLD_FLAVOURS = frozenset(
    stem(word)
    for word in """
    chocolate choc chip vanilla strawberry raspberry blueberry caramel lemon mocha
    cookies cookie cream dough brownie peanut butter mint cherry peach mango coconut
    salted almond hazelnut fudge crisp crunch apple pie cinnamon banana lime berry
    berries smores s'mores flavour flavor flavoured flavored tropical fruits
    """.split()  # noqa: SIM905
)


def names_no_food(words: Sequence[str]) -> bool:
    """Whether only a meal, a place or a kind is named: "a quick lunch", "white"."""
    if words and _KINDS.issuperset(words):
        return True
    if words and words[0].endswith("%") and _FAT.issuperset(words[1:]):
        # "0% fat" is of a food that nobody named.
        return len(words) > 1
    rest = {word for word in words if word not in MODIFIERS | STOPWORDS}
    return bool(rest) and rest <= NO_FOOD


def without_meal(words: Sequence[str], find: Find) -> Sequence[str]:
    """The words without a meal's name before or after: "chips lunch"."""
    rest = list(words)
    cut = next((at for at, word in enumerate(words) if at and word in _MEALS), 0)
    if cut and cut < len(words) - 1:
        # "Crumpet breakfast once the washing was on".
        before, whole = find(" ".join(words[:cut])), find(" ".join(words))
        is_named = bool(before) and before[0].score >= EXACT
        if is_named and not (whole and whole[0].score >= SURE):
            return rest[:cut]
    for at in (0, -1):
        if len(rest) > 1 and rest[at] in _MEALS:
            hits = find(" ".join(rest))
            if not hits or hits[0].score < SURE:
                del rest[at]
    return rest


def surer(one: Matched | None, other: Matched | None) -> Matched | None:
    """The surer of two ways to read the words."""
    if one is None or one.hit is None:
        return other if other is not None else one
    if other is None or other.hit is None:
        return one
    return one if one.hit.score >= other.hit.score else other


def led_by_thing(words: Sequence[str], hits: list[FoodHit]) -> list[FoodHit]:
    """The foods, those less surely that are what the thing lies in or is cooked with.

    "Blueberries in syrup" is no blueberry syrup, "corn cooked with oil" no corn oil.
    """
    cut = next((at for at, word in enumerate(words) if word in {"in", "with"}), 0)
    before, after = (
        {stem(word) for word in part} for part in (words[:cut], words[cut:])
    )

    def is_other(hit: FoodHit) -> bool:
        lead = words_of(hit.label.split(",", maxsplit=1)[0])
        return (
            bool(lead) and words[cut] not in lead and stem(lead[-1]) in after - before
        )

    if not cut or not any(is_other(hit) for hit in hits[:1]):
        return hits
    held = [lowered([hit], _LIES_IN)[0] if is_other(hit) else hit for hit in hits]
    return sorted(held, key=lambda hit: -hit.score)


def without_closer(
    words: Sequence[str], find: Find, best: FoodHit | None
) -> Matched | None:
    """Leave out what tells the food more closely than the table does."""
    if best is not None and best.score >= EXACT:
        return None
    score = best.score if best is not None else 0.0
    cut = next((at for at, w in enumerate(words) if at and w in {"with", "in", "w"}), 0)
    plain = words[:cut] if cut else [word for word in words if word not in CLOSER]
    idle = [word for word in words if word not in IDLE]
    bare = plain[:-1] if cut and plain[-1] in MADE else plain
    for fewer in (idle, bare, plain):
        hits = find(" ".join(fewer)) if len(fewer) < len(words) else []
        if hits and hits[0].score >= SURE and hits[0].score * TOLD_CLOSER > score:
            dropped = {word for word in words if word not in fewer}
            if _names_other(best, hits[0], dropped):
                continue
            is_other = changes(dropped, hits[0].name)
            factor = OTHER_STATE if is_other else TOLD_CLOSER
            return chosen(words, lowered(hits, factor))
    return None


def _names_other(best: FoodHit | None, plain: FoodHit, dropped: set[str]) -> bool:
    """Whether a word to leave out names another food: "fresh boiled green beans"."""
    if best is None or best.score < SURE or best.id == plain.id:
        return False
    told = {stem(one) for one in dropped & _COLOURS}
    return bool(told & {stem(one) for one in words_of(best.label)})


def without_flavour(words: Sequence[str], find: Find, *, best: float) -> Matched | None:
    """Leave out the flavour said after the thing: "Quest bar cookies and cream"."""
    if best >= SURE:
        return None
    for at, word in enumerate(words[:-1], start=1):
        told = {stem(one) for one in words[at:] if one not in STOPWORDS}
        if stem(word) not in _FLAVOURED or not told or not told <= TOLD_FLAVOURS:
            continue
        # "Hillcrest protein bar lemon": of whatever maker.
        for skip in range(min(at, 3)):
            hits = find(" ".join(words[skip:at]))
            if hits and hits[0].score >= EXACT and (not skip or at - skip > 1):
                factor = OTHER_STATE if skip else TOLD_CLOSER
                return chosen(words, lowered(hits, factor))
    return None


def led_by_product(words: Sequence[str], find: Find) -> Matched | None:
    """The product that leads, whatever kind of it is told: "kombucha cranberry"."""
    if stem(words[-1]) in PRODUCTS:
        # "Ensure snack bar" is the bar.
        return None
    for at in range(min(5, len(words) - 1), 0, -1):
        if stem(words[at - 1]) not in PRODUCTS or words[at].endswith("ed"):
            continue
        # After a maker's name only what is named in two words.
        for start in (0, *range(1, at - 1)):
            hits = find(" ".join(words[start:at]))
            if hits and hits[0].score >= EXACT:
                return chosen(words, lowered(hits, OTHER_STATE))
    return None


def without_vessel(draft: Draft, find: Find, *, best: float) -> Matched | None:
    """A vessel said last without a number: "yogurt cup", "trail mix handful"."""
    words = draft.words
    unit = UNITS.get(words[-1])
    if best >= SURE or len(words) < 2 or unit is None or unit.name in SIZES:
        return None
    hits = find(" ".join(words[:-1]))
    if not hits or hits[0].score < EXACT:
        return None
    draft.amount = draft.amount or Amount(unit=unit.name)
    is_other = unit.name == "leaf" and not LEAFY & set(words)
    factor = OTHER_STATE if is_other else TOLD_CLOSER
    return chosen(words[:-1], lowered(hits, factor))


def without_lead(
    words: Sequence[str], find: Find, *, is_narrative: bool, best: float
) -> Matched | None:
    """Leave out words before the food: talk in a story, an unknown brand elsewhere."""
    most = _LONGEST_TALK if is_narrative else _LONGEST_MAKER
    for skip in range(1, min(len(words), most + 1)):
        is_thing = words[skip] in {"with", "in"} and not MADE.issuperset(words[:skip])
        if is_thing or names_no_food(words[skip:]):
            # What a thing was cooked with is not the thing.
            break
        hits = led_by_thing(words[skip:], find(" ".join(words[skip:])))
        if _SUGARLESS & set(words[:skip]):
            hits = find(" ".join(["diet", *words[skip:]])) or hits
        if words[skip:] in _FLAVOURED_YOGURT and words[skip - 1] not in MODIFIERS:
            # Whatever "boston cream pie yogurt" is, it is no plain one.
            hits = find("fruit yoghurt")
        if hits and hits[0].score >= SURE and hits[0].score > best:
            is_talk = is_narrative and words[skip - 1].endswith(("ed", "ing"))
            factor = 0.95 if is_talk else 0.72
            return chosen(words, lowered(hits, factor))
    return None
