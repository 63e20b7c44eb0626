"""Foods that say the opposite of what was told: a thin crust, a thick one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from journal.domain.foodmatch import SURE, FoodHit, stem, words_of
from journal.domain.mealtext_hits import Matched, chosen

#: As sure as a food can be that says otherwise in one word.
OPPOSED: Final = 0.72
#: How much less well a food may answer that says the same in that word.
NEARLY: Final = 0.3


def _kinds(text: str) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(stem(word) for word in kind.split()) for kind in text.split("|")
    )


(_NO_MEAT,) = _kinds("meatless vegetarian vegan veggie meat-free quorn tofu plant")
# What says in a name that there is no meat in it, and what has meat otherwise.
_SAYS_NO_MEAT: Final = (
    _NO_MEAT
    | _kinds(
        "soya soy falafel vegetable bean lentil chickpea tempeh seitan mushroom cheese"
        " egg"
    )[0]
)
(_MEATY,) = _kinds(
    "chorizo pepperoni salami sausage mince minced nugget nuggets burger hamburger"
    " meatball meatballs frankfurter hot steak kebab wing wings jerky bratwurst gyros"
    " bologna mortadella schnitzel goujon strips gravy haggis pudding scotch"
)
# Bread is not breaded.
_NO_WAY: Final = frozenset(["bread", "breads"])
#: Ways that a food is only one of; words of one way stand for each other.
_WAYS: Final = (
    _kinds("thin | thick deep | stuffed | medium regular"),
    _kinds(
        "white | wholemeal wholewheat brown wholegrain multigrain granary wheat | rye"
    ),
    _kinds(
        "fried battered breaded | roasted baked grilled broiled boiled poached steamed"
        " | raw"
    ),
    _kinds("dark | milk | white"),
    _kinds("sweetened | unsweetened"),
    (
        _NO_MEAT,
        *_kinds("beef | pork ham bacon | chicken | turkey | lamb | veal | duck"),
        *_kinds("tuna | salmon | prawn | fish"),
    ),
    _kinds("skimmed skim nonfat | semi-skimmed reduced-fat | whole"),
    _kinds("red | white | rose"),
)


def told_otherwise(matched: Matched) -> Matched:
    """Another food first, or less surely this one, where its name says otherwise.

    Only words said of the food count, and only where neither its name nor the other
    name by which it was found has them: a name of our own was meant so.
    """
    hit = matched.hit
    if hit is None or hit.is_stand_in or hit.score < SURE:
        return matched
    if not _opposes(matched.words, hit):
        return matched
    hits = [hit, *(one for one in matched.alternatives if one.id != hit.id)]
    fits = [one for one in hits[1:] if _agrees(matched.words, one, hit)]
    missing = _stems(matched.words) - _named(hit)
    if "without skin" in hit.name:
        missing.add("skin")
    fits.sort(key=lambda one: not missing & _named(one))
    if fits and fits[0].score >= hit.score - NEARLY:
        first = replace(fits[0], score=min(fits[0].score, OPPOSED))
        return chosen(matched.words, [first, *(one for one in hits if one != fits[0])])
    return replace(matched, hit=replace(hit, score=OPPOSED))


def _stems(words: tuple[str, ...]) -> set[str]:
    parts = {part for word in words for part in (word, *word.split("-"))}
    return {stem(part) for part in parts - _NO_WAY}


def _named(hit: FoodHit) -> set[str]:
    words = {word for text in (hit.name, hit.label) for word in words_of(text)}
    return {stem(word) for word in words - _NO_WAY}


def _opposes(words: tuple[str, ...], hit: FoodHit) -> bool:
    told, named = _stems(words), _named(hit)
    if "skin" in told and "without" not in told and "without skin" in hit.name:
        return True
    if hit.name.endswith(" with fat") and "fat" not in told:
        return True
    is_juice = bool(words) and words[-1] == "juice" and "in" not in words
    if is_juice and "in juice" in hit.name:
        # A peach juice is no tin of peaches.
        return True
    return any(_differ(told, named, way) for way in _WAYS)


def _differ(told: set[str], named: set[str], way: tuple[frozenset[str], ...]) -> bool:
    asked = [kind for kind in way if kind & told]
    has = [kind for kind in way if kind & named]
    if asked and asked[0] is _NO_MEAT:
        # Of what is called chicken and vegan only the vegan one is meant.
        return bool(has or named & _MEATY) and not named & _SAYS_NO_MEAT
    return bool(asked and has) and not any(kind in has for kind in asked)


def _agrees(words: tuple[str, ...], other: FoodHit, hit: FoodHit) -> bool:
    """Whether the other says nothing against it and says the word that was missing."""
    if _opposes(words, other):
        return False
    told = _stems(words)
    missing = told - _named(hit)
    same_thing = words_of(other.name)[0] == words_of(hit.name)[0]
    return same_thing or bool(missing & _named(other))
