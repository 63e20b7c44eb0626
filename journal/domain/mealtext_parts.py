"""Which of the table's dishes has the parts that were told of one.

The parts name the dish. What is usual in it, like the lettuce of a sandwich, makes no
other dish of it. Sure is a dish that has all else that was told and nothing untold of
that kind; one that has only some of it stands as a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from journal.domain.foodmatch import (
    ACCEPT,
    MODIFIERS,
    STOPWORDS,
    SURE,
    FoodHit,
    stem,
    words_of,
)
from journal.domain.mealtext_called import (
    all_called,
    as_plain,
    called,
    is_bread,
    is_kind,
    wanted_of,
)
from journal.domain.mealtext_contents import (
    AMONG_FILLINGS,
    BARE,
    SANDWICHES,
    UNSPECIFIED,
    USUAL,
    is_vegetables,
    kind_of_pizza,
    kind_of_smoothie,
    named_for,
)
from journal.domain.mealtext_dishes import BESIDE, BREADED
from journal.domain.mealtext_draft import Draft
from journal.domain.mealtext_filled import NOT_NAMED, TOLD_CLOSER
from journal.domain.mealtext_hits import Find, Matched, chosen, lowered
from journal.domain.mealtext_links import INSIDE
from journal.domain.mealtext_said import Said, words_of_all

# All that is told is in a dish under a name that tells less.
COVERED = 0.85
_MOST_MAINS = 4
_WHOLE = frozenset(
    stem(word)
    for word in "wheat wholemeal wholewheat brown granary multigrain ww".split()  # noqa: SIM905
)
_LIGHT = frozenset(stem(word) for word in MODIFIERS)
_PIZZA, _SMOOTHIE, _SALAD = stem("pizza"), stem("smoothie"), stem("salad")
# Under one name or the other.
_KIN = (SANDWICHES, frozenset(["burger", "hamburger", "cheeseburger"]))
_CRUSTS = frozenset(["thin", "thick", "deep", "stuffed"])
# These name no part of their own where the parts are told.
_ANY = frozenset(
    stem(word)
    for word in "vegetable meat green mixed side garden crust tortilla flour".split()  # noqa: SIM905
)
# In a food's name these tell of its bread.
_ON = frozenset(stem(word) for word in "bread white tortilla corn flour cafe".split())  # noqa: SIM905


class Told:
    """What was told of one dish: its name, its main parts and its bread."""

    def __init__(self, parts: Sequence[Said]) -> None:
        dish = parts[0].draft
        self.parts = parts
        self.words = words_of_all(parts)
        # A breakfast burrito goes by what is in it.
        left_out = STOPWORDS | {"breakfast"}
        self.name = [word for word in dish.words[:-1] if word not in left_out]
        self.head = dish.words[-1]
        self.dish = stem(self.head)
        self.is_bare = self.dish in BARE and not set(self.name) - MODIFIERS
        self.is_wheat = False
        self.every = {called(word) for word in dish.words}
        self.every_of_name = frozenset(self.every)
        self.mains: list[list[str]] = []
        usual = USUAL.get(self.dish, frozenset()) | named_for(dish.words) | self.every
        for part in parts[1:]:
            self._take(part.draft, usual)

    def _take(self, part: Draft, usual: frozenset[str]) -> None:
        words = [one for word in part.words for one in words_of(word)]
        if is_bread(part.words) and self.dish in BREADED:
            self.is_wheat |= bool({stem(word) for word in words} & _WHOLE)
            return
        # A burger's patty is the burger.
        words = [word for word in words if word not in {"patty", "patties"}]
        told = {called(word) for word in words if not is_kind(word)} - _LIGHT
        told = told or {called(word) for word in words}
        self.every |= told
        if words and not told <= usual:
            self.mains.append(words)

    def whole(self, find: Find) -> Matched | None:
        """The dish that has all main parts and none untold."""
        if self.dish == _SMOOTHIE:
            kind = kind_of_smoothie(self.every - {self.dish})
            hits = find(kind) if kind else []
            return self._covered(hits[:1])
        if self.is_bare and not self.mains:
            return None
        if not self.mains:
            return self._covered(self._plain(find))
        if not self._are_sure():
            return None
        hits = self._named(self.mains, find) or self._of_kind(find)
        if not hits:
            return None
        # Every main part is in its name, however they were said.
        score = COVERED if self._has_crust(hits[0]) else NOT_NAMED
        return chosen(self.words, [replace(hit, score=score) for hit in hits])

    def guess(self, find: Find) -> Matched | None:
        """The dish that has most of the main parts, as a guess.

        What is on a salad is no salad: it stays apart.
        """
        if self.dish in {_SALAD, _SMOOTHIE}:
            return None
        hits: list[FoodHit] = []
        for some in self._subsets():
            hits = self._named(some, find)
            if hits:
                break
        if not hits:
            hits = [hit for hit in self._plain(find) if hit.score >= ACCEPT]
        if not hits:
            return None
        return chosen(self.words, [replace(hit, score=NOT_NAMED) for hit in hits])

    def names_all(self, one: Said) -> bool:
        """Whether a food has every main part in its name, and is sure."""
        hit = one.matched.hit if one.matched else None
        if hit is None or hit.score < SURE:
            return False
        if self.is_wheat and "wholemeal" not in hit.name.lower():
            return False
        named = all_called(hit.label) | all_called(hit.name) | self.every_of_name
        return all(wanted_of([main]) <= named for main in self.mains)

    def is_other(self, one: Said) -> bool:
        """Whether a salad topped with tuna was taken for tuna with mayonnaise."""
        hit = one.matched.hit if one.matched else None
        return hit is not None and self._has_other_mayonnaise(hit)

    def _has_other_mayonnaise(self, hit: FoodHit) -> bool:
        if self.dish != _SALAD or not self.is_bare:
            return False
        return "mayonnaise" in hit.name.lower() and stem("mayo") not in self.every

    def _are_sure(self) -> bool:
        """Whether the parts are surely in it: beans "with" it may be beside it."""
        if self.parts[1].piece.way == INSIDE:
            return len(self.mains) <= _MOST_MAINS
        stems = {stem(word) for main in self.mains for word in main}
        # Rice told among the fillings of a burrito is in it.
        is_listed = self.dish in AMONG_FILLINGS and len(self.mains) > 1
        is_inside = is_listed or not stems & BESIDE
        return len(self.mains) <= _MOST_MAINS and is_inside

    def _covered(self, hits: Sequence[FoodHit]) -> Matched | None:
        if not hits or hits[0].score < ACCEPT:
            return None
        factor = min(TOLD_CLOSER, COVERED / hits[0].score)
        return chosen(self.words, lowered(hits, factor))

    def _plain(self, find: Find) -> list[FoodHit]:
        words = " ".join([*self.name, self.head])
        return self._on_bread(find(UNSPECIFIED.get(words, words)), find)

    def _on_bread(self, hits: list[FoodHit], find: Find) -> list[FoodHit]:
        """The foods, the first on wholemeal bread where that was told and is known."""
        if not hits or not self.is_wheat:
            return hits
        bare = hits[0].name.removesuffix(", white bread")
        wanted = f"{bare}, wholemeal bread"
        on_it = [hit for hit in find(wanted) if hit.name == wanted]
        return [*(replace(hit, score=hits[0].score) for hit in on_it[:1]), *hits]

    def _has_crust(self, hit: FoodHit) -> bool:
        """Whether a pizza has the crust that was told, or none was."""
        crusts = {"thin", "thick", "deep", "stuffed"} & set(self.name)
        return not crusts or bool(_CRUSTS & set(words_of(hit.name)))

    def _subsets(self) -> Iterator[list[list[str]]]:
        mains = self.mains[:_MOST_MAINS]
        for many in range(len(mains), 0, -1):
            yield from (list(some) for some in combinations(mains, many))

    def _named(self, mains: Sequence[list[str]], find: Find) -> list[FoodHit]:
        """The foods that have these parts and the dish in their name, best first."""
        wanted = wanted_of([*mains, self.name]) - _ANY
        plain = [
            [as_plain(word) for word in main if not is_kind(word)] for main in mains
        ]
        for said in (mains, plain):
            names = [" ".join(main) for main in said if main]
            for query in self._queries(names):
                hits = [
                    hit
                    for hit in self._fitting(find(query))
                    if wanted <= all_called(hit.label) and self._is_such(hit)
                ]
                if hits:
                    return self._on_bread(hits, find)
        return []

    def _is_such(self, hit: FoodHit) -> bool:
        # "Apple salad" is a salad of apples.
        return self.dish != _SALAD or bool({"mixed", "bowl"} & set(words_of(hit.label)))

    def _queries(self, names: Sequence[str]) -> list[str]:
        listed = " and ".join([*([" ".join(self.name)] if self.name else []), *names])
        if self.dish == _SALAD:
            if set(self.name) - {"green", "mixed", "side", "garden"} - MODIFIERS:
                return []
            # "Tuna salad" is the kind with mayonnaise.
            some = " and ".join(names)
            return [f"mixed salad with {some}", f"{some} salad bowl"]
        return [f"{listed} {self.head}"]

    def _of_kind(self, find: Find) -> list[FoodHit]:
        told = wanted_of(self.mains)
        is_named = bool(wanted_of([self.name]) - _ANY)
        if self.dish == stem("omelette") and is_vegetables(told) and not is_named:
            return find("vegetable omelette")[:1]
        kind = kind_of_pizza(told) if self.dish == _PIZZA else None
        if kind is None or is_named:
            return []
        # A thick crust is the table's "deep pan".
        is_deep = bool({"thick", "deep"} & set(self.name))
        crust = ["deep", "pan"] if is_deep else self.name
        hits = find(" ".join([kind, "pizza", *crust]))
        return [hit for hit in hits[:1] if "pizza" in hit.name.lower()]

    def _fitting(self, hits: Sequence[FoodHit]) -> list[FoodHit]:
        """The foods that are such a dish and have nothing untold in them."""
        return [hit for hit in hits if self._fits(hit)]

    def _fits(self, hit: FoodHit) -> bool:
        label = all_called(hit.label)
        same = {self.dish, called(self.head)}
        same |= next((kin for kin in _KIN if self.dish in kin), frozenset())
        # "Chicken slices for sandwiches" are no sandwich.
        is_other = hit.is_stand_in or "for" in words_of(hit.label)
        is_other |= self._has_other_mayonnaise(hit)
        if is_other or not same & label:
            return False
        unsaid = label - self.every - same - _LIGHT - _ON - USUAL.get(self.dish, set())
        return not unsaid - _WHOLE
