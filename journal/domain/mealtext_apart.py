"""Foods said in one breath without a comma: "eggs toast", "jacket potato tuna mayo".

Only words that together are no food are taken apart, and every part must be a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.domain.amounts import singular
from journal.domain.foodmatch import STOPWORDS, SURE, stem, words_of
from journal.domain.mealtext_dishes import BAKED, FILLED
from journal.domain.mealtext_hits import Find, Matched, chosen, lowered
from journal.domain.mealtext_units import SIZES

NAMED = 0.97
TOLD_CLASS = 0.9
_LONGEST = 4
# These end the name of a dish: what follows is another food.
_ENDS = frozenset(
    stem(word)
    for word in """
    potato salad porridge oatmeal omelette omelet sandwich toastie wrap burger burrito
    latte cappuccino americano yogurt yoghurt cereal granola muesli curry steak lasagne
    lasagna pizza weetabix smoothie soup butter
    """.split()  # noqa: SIM905
)
# "Rye" and "sourdough" tell of which kind what follows is.
_LOAVES = frozenset(
    "bread toast roll bagel croissant crumpet baguette naan scone".split()  # noqa: SIM905
)
# "Banana nut muffin", "lemon herb chicken soup" are one thing, however unknown.
_COMPOUND = (
    BAKED
    | FILLED
    | frozenset(
        stem(word)
        for word in """
        bread pie soup broth salad smoothie pancakes pancake waffle waffles bar bars
        oatmeal yogurt yoghurt shake juice tea coffee latte sauce dip jam butter crumble
        tart cheesecake bake bowl cereal granola
        """.split()  # noqa: SIM905
    )
)
_DRINKS = frozenset(stem(word) for word in ("juice", "tea", "coffee", "latte"))
# How a thing was made is no thing: "breaded" is no bread.
_MADE = frozenset(["breaded", "buttered", "salted", "sugared", "creamed", "peppered"])
_GROUND = frozenset(["flour", "starch"])
_TOASTED = frozenset(["toast", "bagel", "crumpet", "crumpets", "bagels"])
# Said after a product these only tell what it is: "Lucky Charms cereal".
_CLASSES = frozenset(["cereal", "soda", "drink", "beverage", "candy"])
_COMMON = _CLASSES | {"chips", "crisps", "crackers", "bar", "cookies", "biscuits"}
# On bread; "cinnamon toast" and "cheese bagel" are names of their own.
_SPREADS = frozenset(
    stem(word)
    for word in """
    butter jam honey marmite avocado avo pb nutella peanut almond marmalade hummus
    vegemite salmon egg eggs beans banana margarine marg tuna mayo
    """.split()  # noqa: SIM905
)

# Two of these in one breath are two foods, for none of them is a kind of the other.
_PLATED = frozenset(
    """
    egg eggs bacon ham sausage sausages avocado avo cheese gammon tomato tomatoes
    mushroom mushrooms salmon spinach feta halloumi
    """.split()  # noqa: SIM905
)


def apart(
    words: Sequence[str], find: Find, *, is_counted: bool, is_trailing: bool
) -> list[Matched]:
    """The foods that ``words`` name one after the other; none where it is one food.

    Two words are most often one name: two foods need a plural, a bread, a dish or a
    spread where the one ends. With an amount only the first two of these count, and
    with one after them it is of toast, which comes first then.
    """
    while len(words) > 2 and words[-1] in SIZES:
        words = words[:-1]
    # "Buttered toast" is toast, "kidney bean flour" no flour beside beans.
    is_one = "buttered" in words or words[-1] in _GROUND
    parts = [] if is_one else _parts(words, find)
    if len(parts) == 2 and _is_spread(parts[0], parts[1]):
        return parts[::-1]
    is_product = len(parts) == 2 and len(parts[0].words) > 1 and words[-1] in _CLASSES
    if is_product or (len(parts) == 2 and _are_one_thing(parts[0], parts[1])):
        return [_of_its_class(parts[0], words)]
    if len(parts) < 2 or (is_trailing and len(parts) == 2):
        return []
    ids = {part.hit.id for part in parts if part.hit}
    if len(parts) == 2 and len(ids) == 1 and len(set(words)) > 1:
        # "Tostitos tortilla chips" are told twice.
        return parts[-1:]
    if is_counted:
        return _counted(parts, words)
    return parts if _are_clear(parts, words) else _ended(parts, words)


def _counted(parts: list[Matched], words: Sequence[str]) -> list[Matched]:
    """The foods after an amount, which is of the first: "2 eggs toast"."""
    is_told_how = bool({"made", "with", "from", "in"} & set(words))
    if is_told_how:
        return parts if len(parts) == 2 and _are_two(parts[0]) else []
    if len(parts) > 2 and stem(words[-1]) not in _COMPOUND - _DRINKS:
        # "Bacon hash browns orange juice" is no one thing, whatever was counted.
        return [_guess(part) for part in parts]
    return parts if _are_two(parts[0]) else []


def _are_clear(parts: Sequence[Matched], words: Sequence[str]) -> bool:
    """Whether parts are foods of their own and no kinds of the last one."""
    if len(parts) == 2:
        return _are_two(parts[0]) or len(set(words)) < len(words)
    is_ended = any(_are_two(part) for part in parts[:-1])
    return is_ended or len(parts) > 3 or stem(words[-1]) not in _COMPOUND


def _ended(parts: Sequence[Matched], words: Sequence[str]) -> list[Matched]:
    """Two foods, as a guess, where the first names a dish or both are long."""
    if len(parts) != 2:
        return []
    first, second = parts
    is_ended = stem(first.words[-1]) in _ENDS and len(second.words) < 4
    # "Egg avocado", "ham egg": both lie on one plate.
    is_ended |= _PLATED.issuperset(words)
    # "Sweet and sour pork egg fried rice": too long for one name.
    is_ended |= min(len(first.words), len(second.words)) > 1
    return [_guess(one) for one in parts] if is_ended else []


def _parts(words: Sequence[str], find: Find) -> list[Matched]:
    """The fewest names that the words are made of; none where a word is left."""
    best: list[list[Matched] | None] = [[], *[None] * len(words)]
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            now = best[end]
            if before is None or (now is not None and len(now) <= len(before) + 1):
                continue
            part = words[start:end]
            if part[0] in STOPWORDS or part[-1] in STOPWORDS | _MADE:
                continue
            hits = find(" ".join(part))
            if hits and hits[0].score >= NAMED and _is_whole(hits[0].label, part):
                best[end] = [*before, chosen(part, hits)]
    return best[-1] or []


def _is_whole(label: str, words: Sequence[str]) -> bool:
    """Whether a name is not only begun: "brown" is no brown bread here."""
    lead = label.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0]
    return len([one for one in words_of(lead) if one not in STOPWORDS]) <= len(words)


def _are_two(first: Matched) -> bool:
    """Whether a food ends before the next in one breath: "eggs toast", "bagel jam"."""
    last = first.words[-1]
    # "Oreo's mint bark" are no Oreos.
    is_owner = last.endswith("'s")
    return (singular(last) != last and not is_owner) or last in _LOAVES


def _is_spread(first: Matched, second: Matched) -> bool:
    last = first.words[-1]
    is_named = stem(last) in _SPREADS and singular(last) == last
    return is_named and second.words[-1] in _TOASTED


def _are_one_thing(first: Matched, second: Matched) -> bool:
    """Whether the second only says what the first is: "Doritos tortilla chips"."""
    if first.hit is None or second.hit is None or second.words[-1] not in _COMMON:
        return False
    if first.hit.id == second.hit.id:
        return False
    leads = [words_of(one.hit.name.split(",")[0]) for one in (first, second) if one.hit]
    return stem(leads[0][-1]) == stem(leads[1][-1])


def _of_its_class(named: Matched, words: Sequence[str]) -> Matched:
    """The product alone, told with the kind of thing that it is."""
    if named.hit is None:
        return named
    return chosen(words, lowered([named.hit, *named.alternatives], TOLD_CLASS))


def _guess(matched: Matched) -> Matched:
    if matched.hit is None:
        return matched
    factor = min(1.0, (SURE - 0.01) / matched.hit.score)
    hits = lowered([matched.hit, *matched.alternatives], factor)
    return chosen(matched.words, hits)
