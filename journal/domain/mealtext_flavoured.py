"""Two flavours of one thing, which is one food: "a rum and raisin ice cream".

Only where both words are flavours that such a thing is known by, and the second stands
right before it. Most such names are in no table: the thing is found by one of them or
by none, and asked about.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.foodmatch import FoodHit, stem
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_hits import EXACT, Find, chosen, lowered
from journal.domain.mealtext_said import (
    Said,
    as_one,
    is_one_clause,
    stems_of,
    told_stems,
    words_of_all,
)
from journal.domain.mealtext_slots import AND, LINK, LIST
from journal.domain.mealtext_state import OTHER_STATE


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


# Eaten on their own, too: "apple and orange juice" is a fruit and a glass.
_ALONE = _stems(
    "apple banana orange pear peach plum mango pineapple fig cream honey chocolate"
    " choc butter nut nuts cookie pork beef steak lamb spinach kale carrot oat oats"
    " milk fruit chicken ham tuna sausage bacon mushroom mushrooms prawn prawns"
)
_FRUIT = _stems("apple banana orange pear peach plum mango fig carrot")
# Of these the flavours are told all at once: "a mango and banana smoothie".
_BLENDED = _stems("smoothie shake milkshake frappuccino cream gelato sorbet")
_BERRIES = (
    "strawberry raspberry blueberry blackberry cranberry cherry blackcurrant rhubarb"
)
_NUTS = "walnut pecan almond hazelnut pistachio peanut coconut nut nuts"
_SWEET = f"{_BERRIES} chocolate choc chip vanilla caramel toffee maple cinnamon cream"
_FRUITS = (
    "apple banana orange pear peach mango pineapple lemon lime passionfruit passion"
    " apricot date raisin sultana fig plum"
)
_BAKED = f"{_SWEET} {_NUTS} {_FRUITS} honey ginger poppyseed poppy seed carrot oat"
_SEASONED = (
    "salt sea black pepper lemon lime herb herbs garlic honey mustard soy ginger chilli"
    " chili coriander rosemary thyme basil parsley caramel paprika"
)
_KINDS = (
    (
        (
            "muffin muffins cake loaf cupcake cookie cookies biscuit biscuits"
            " scone scones"
            " crumble tart flapjack sponge bagel doughnut brownie"
        ),
        _BAKED,
    ),
    (
        "bar bars granola cereal muesli oatmeal porridge spread popcorn chocolate",
        (
            f"{_SWEET} {_NUTS} ginger date fig raisin apricot oat oats honey butter sea"
            " salt apples peaches strawberries brown sugar spice dark milk fruit"
        ),
    ),
    (
        "cream gelato sorbet milkshake smoothie shake frappuccino",
        (
            f"{_SWEET} {_FRUITS} {_NUTS} rum mint cookies cookie spinach kale butter"
            " honey ginger coffee ice"
        ),
    ),
    ("yogurt yoghurt yogurts yoghurts", f"{_BERRIES} {_FRUITS} vanilla honey coconut"),
    (
        "juice soda squash cordial kombucha lemonade water tea latte",
        (
            f"{_BERRIES} {_FRUITS} ginger mint elderflower honey vanilla caramel"
            " cinnamon hazelnut turmeric beetroot carrot guava"
        ),
    ),
    (
        "sausage sausages burger burgers meatballs stuffing",
        "pork apple leek sage onion fennel herb garlic chilli",
    ),
    (
        (
            "chicken wings salmon cod squid calamari prawns shrimp ribs tofu"
            " cashews nuts"
            " almonds peanuts pistachios crackers crisps naan cheese dressing couscous"
            " chickpeas"
        ),
        _SEASONED,
    ),
    ("stew pie casserole hotpot", "beef steak lamb ale guinness stout"),
    (
        "pasta penne spaghetti linguine risotto gnocchi",
        (
            "chicken bacon mushroom mushrooms tomato prawn prawns tuna ham pea spinach"
            " sausage chorizo chilli garlic lemon"
        ),
    ),
    ("salad", "pear walnut pecan feta beetroot fig goat goats"),
    ("sweets candy candies", "rhubarb custard cola cherry lemon lime pear"),
)
_FLAVOURS = {
    stem(thing): _stems(flavours)
    for things, flavours in _KINDS
    for thing in things.split()
}
_HEADS_OF_TWO = frozenset(["ice cream"])


def flavoured(eaten: Sequence[Said], at: int, find: Find) -> tuple[Said, int] | None:
    """The thing that two pieces are flavours of, as (food, 2); None when apart."""
    parts = eaten[at : at + 2]
    if len(parts) < 2 or not _may_be_one(parts):
        return None
    first, last = parts[0].draft.words, parts[1].draft.words
    size = 2 if " ".join(last[-2:]) in _HEADS_OF_TWO else 1
    thing, second = last[-size:], last[:-size]
    if not second or not _are_flavours(first, second, stem(last[-1])):
        return None
    hits = _whole_name([*first, *second, *thing], find)
    if not hits and not _stands_alone(parts, find):
        hits = _of_one_flavour([*first, *second], thing, find)
    if not hits:
        return None
    return as_one(parts, chosen(words_of_all(parts), hits)), 2


def _may_be_one(parts: Sequence[Said]) -> bool:
    first, last = parts[0].draft, parts[1]
    return (
        last.piece.link == AND
        and last.draft.amount is None
        and bool(first.words)
        and len(first.words) <= 2
        and 2 <= len(last.draft.words) <= 4
        and not first.is_trailing
        and is_one_clause(parts)
    )


def _are_flavours(first: Sequence[str], second: Sequence[str], head: str) -> bool:
    told, more = ({stem(word) for word in words} for words in (first, second))
    known = _FLAVOURS.get(head, frozenset())
    return told <= known and more <= known


def _stands_alone(parts: Sequence[Said], find: Find) -> bool:
    """Whether the first may be another food: "tea, cream and lemon cake"."""
    first, last = parts[0], parts[1].draft.words
    if first.piece.link == LINK:
        return True
    if not {stem(word) for word in first.draft.words} & _ALONE:
        return False
    if first.piece.link in {LIST, AND} or _is_counted(first.draft):
        return True
    hits = find(" ".join(last))
    is_named = bool(hits) and hits[0].score >= EXACT and not hits[0].is_stand_in
    is_named = is_named and told_stems(last) <= stems_of(hits[0].label)
    return is_named and stem(last[-1]) not in _BLENDED


def _is_counted(draft: Draft) -> bool:
    """Whether so many of a fruit are told; nobody counts pork."""
    is_counted = draft.amount is not None and draft.amount.unit is None
    return is_counted and bool({stem(word) for word in draft.words} & _FRUIT)


def _whole_name(words: Sequence[str], find: Find) -> list[FoodHit]:
    hits = find(" ".join(words))
    is_named = bool(hits) and hits[0].score >= EXACT
    return hits if is_named and told_stems(words) <= stems_of(hits[0].label) else []


def _of_one_flavour(
    flavours: Sequence[str], thing: Sequence[str], find: Find
) -> list[FoodHit]:
    """The thing of one of the flavours, or of none, as a guess."""
    for asked in ([flavours[-1], *thing], [flavours[0], *thing], thing):
        hits = find(" ".join(asked))
        is_thing = bool(hits) and stem(thing[-1]) in stems_of(hits[0].label)
        if is_thing and hits[0].score >= EXACT:
            return lowered(hits, min(1.0, OTHER_STATE / hits[0].score))
    return []
