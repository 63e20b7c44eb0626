"""By which names the food of an app's row may go: its maker's, its own, or both.

Before the dash stands a maker, a shop, a place to eat, or the food itself that is told
more closely behind it: "Carrots - Boiled". A maker is no food of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from journal.domain.amounts import singular
from journal.domain.brands import BRAND_FLAVOURS, without_brands
from journal.domain.foodmatch import (
    ACCEPT,
    MODIFIERS,
    STOPWORDS,
    SURE,
    FoodHit,
    stem,
    words_of,
)
from journal.domain.mealtext_classes import CLASSES
from journal.domain.mealtext_commas import only_closer
from journal.domain.mealtext_dishes import BAKED, BREADED, FILLED, TURNED
from journal.domain.mealtext_foods import Sources
from journal.domain.mealtext_hits import EXACT
from journal.domain.mealtext_logged import Row
from journal.domain.mealtext_makers import NO_MAKER, makes_likeness, names_maker
from journal.domain.mealtext_said import stems_of, told_stems
from journal.domain.mealtext_units import SIZES, UNITS

# What is done to nearly all of a food tells nothing of it.
_IDLE = frozenset(
    "brewed from grounds prepared plain regular original generic standard ready".split()  # noqa: SIM905
)
_POURED = frozenset(["fl oz", "ml", "cl", "l"])
_VESSELS = frozenset(["cup", "bowl", "can", "glass", "mug", "ladle"])
# Their kinds are named after them: "Oil - Olive".
_LEADING = frozenset(
    stem(word)
    for word in """
    oil cheese vinegar flour bread wine beer rice coffee chips cereal nuts
    """.split()  # noqa: SIM905
)


@dataclass
class Naming:
    """A row with what its parts name, looked up where ``sources`` tell."""

    row: Row
    sources: Sources

    @cached_property
    def maker(self) -> list[str]:
        """The words before the dash."""
        return words_of(self.row.maker)

    @cached_property
    def food(self) -> list[str]:
        """The words of the food."""
        return words_of(self.row.food)

    def is_logged(self) -> bool:
        """Whether a maker is told before the food, and no food beside it."""
        row = self.row
        if not self.maker or not self.food or self.lead() is None:
            return False
        if self._is_maker or told_stems(self.maker) <= told_stems(self.food):
            return True
        if not row.is_titled:
            return False
        is_two = self._is_exact(self.maker) and self._is_exact(self.food)
        is_two = is_two and not (self.is_alike or self._is_one())
        return not is_two or (row.is_sure and " - " not in row.food)

    def _is_one(self) -> bool:
        """Whether two foods' names around the dash are of one: "Cheese - Brie"."""
        made, own = self.first(self.row.maker), self.first(self.row.food)
        if self._is_counted_as_made:
            return True
        is_flavour = set(self.food) <= BRAND_FLAVOURS | STOPWORDS
        if is_flavour and made and not stems_of(made.name) & told_stems(self.maker):
            return True
        is_same = made is not None and own is not None and made.id == own.id
        is_kind = own is not None and told_stems(self.maker) <= stems_of(own.name)
        is_same |= made is not None and self._is_what_it_makes(made)
        return is_same or is_kind or (bool(self._turned()) and not self._may_be_in())

    def names(self) -> list[tuple[str, bool]]:
        """Names of the food from the likeliest on, and whether each is a guess."""
        maker, food = self.row.maker, self.row.food
        both = f"{maker} {food}"
        before, after = told_stems(self.maker), told_stems(self.food)
        if before <= after or set(self.maker) <= NO_MAKER | STOPWORDS:
            return [(food, False)]
        if set(self.maker) <= CLASSES:
            # "Bar - Granola, 1 bar".
            return [(f"{food} {maker}", False)]
        if after <= before or set(self.food) <= CLASSES | _IDLE:
            return [(maker, False), (both, True)]
        if self._only_closer:
            is_guess = self.is_alike and self.first(maker) is None
            return [(both, is_guess), (maker, True)]
        turned = [(name, self._may_be_in()) for name in self._turned()]
        if self._is_maker and not self.is_alike:
            # "Pizza House - American, 1 pizza" is no cheese.
            is_half = singular(self.row.unit) in {singular(one) for one in self.maker}
            return [*turned, (food, is_half)]
        return [*turned, *self._of_food(both)]

    def _of_food(self, both: str) -> list[tuple[str, bool]]:
        """Names where what stands before the dash may be a food itself."""
        maker, food = self.row.maker, self.row.food
        made, own = self.first(maker), self.first(food)
        if self._is_counted_as_made:
            return [(both, True), (maker, True)]
        if made and self._is_what_it_makes(made):
            return [(maker, False)]
        headed = self.first(f"{food} {maker}")
        is_headed = headed and told_stems(self.maker[-1:]) <= stems_of(headed.name)
        if headed and is_headed and (own is None or own.is_stand_in):
            # "Salad Dressing - Caesar" is no salad.
            return [(f"{food} {maker}", True)]
        if made is None or (own and own.score >= EXACT):
            is_other = bool(made and own and made.id != own.id)
            return [(food, is_other or self.is_alike)]
        whole = self.first(both)
        if whole and whole.id == made.id:
            return [(both, True), (maker, True)]
        is_kind = singular(self.maker[-1]) == singular(self.food[-1])
        is_kind |= bool(stems_of(made.name) & told_stems(self.food))
        hits = self.hits(food)
        is_kind |= not hits or hits[0].score < ACCEPT
        # "Oatbar bar - Cherry Bar", "Zest - +Boost Lime, 8 fl oz": of that name.
        return [(maker, True)] if is_kind or self._is_poured() else []

    def _is_what_it_makes(self, made: FoodHit) -> bool:
        """Whether a trade name's food is told after it: "Oatly - Milk"."""
        named = stems_of(made.name)
        is_trade_name = not named & told_stems(self.maker)
        return is_trade_name and told_stems(self.food) <= named

    def lead(self) -> str | None:
        """The amount to be said before a name; None where another food is counted."""
        number, unit = self.row.number, self.row.unit
        if not unit or unit in UNITS:
            return f"{number} {unit}".strip()
        words = unit.split()
        if words[0] in SIZES and (len(words) == 1 or set(words[1:]) <= set(UNITS)):
            return f"{number} {unit}"
        if singular(unit) in "".join([*self.maker, " ", *self.food]):
            # "Pop Tart" in "2 poptarts".
            return number
        known = {singular(word) for word in [*self.maker, *self.food]}
        told = [word for word in words if singular(word) not in known]
        if not told or self._is_counted(" ".join(told)):
            sizes = [word for word in told if word in SIZES]
            return " ".join([number, *sizes])
        return None

    def first(self, name: str) -> FoodHit | None:
        """The food that goes by a name, if one does."""
        hits = self.hits(name)
        return hits[0] if hits and hits[0].score >= SURE else None

    def hits(self, name: str) -> list[FoodHit]:
        """The foods found for a name."""
        return self.sources.find(name)

    @cached_property
    def is_alike(self) -> bool:
        """Whether the maker makes foods in the likeness of others, unsaid here."""
        return makes_likeness(self.maker, self.food)

    @cached_property
    def _is_maker(self) -> bool:
        return names_maker(self.maker)

    @cached_property
    def _only_closer(self) -> bool:
        told = [word for word in self.food if word not in STOPWORDS]
        return only_closer([word for word in told if not word.endswith("%")])

    @cached_property
    def _is_counted_as_made(self) -> bool:
        """Whether the count is in a word of what is made: "Doritos - X, 9 chips"."""
        made, own = self.first(self.row.maker), self.first(self.row.food)
        counted = told_stems(self.row.unit.split()) - told_stems(list(UNITS))
        is_of_own = own is not None and bool(
            counted & (stems_of(own.name) | _stems(own))
        )
        return bool(made and counted & stems_of(made.name) and not is_of_own)

    def _is_poured(self) -> bool:
        unit = UNITS.get(self.row.unit)
        return unit is not None and unit.name in _POURED

    def _turned(self) -> list[str]:
        """Names of both parts together, where a food goes by one of them."""
        head = " ".join(without_brands(self.maker))
        names = (f"{self.row.maker} {self.row.food}", f"{self.row.food} {head}")
        told = told_stems([*words_of(head), *self.food])
        return [name for name in names if self._goes_by(name, told)]

    def _goes_by(self, name: str, told: set[str]) -> bool:
        hits = self.hits(name)
        if not hits or hits[0].score < EXACT or hits[0].is_stand_in:
            return False
        named, said = words_of(hits[0].label), words_of(name.replace("&", "and"))
        if any(one in named and one not in said for one in ("and", "with")):
            # "Chicken - Rice" is no chicken and rice.
            return False
        return told <= _stems(hits[0]) | told_stems([*MODIFIERS])

    def _may_be_in(self) -> bool:
        """Whether the food after the dash may be in what stands before it."""
        made, own = self.first(self.row.maker), self.first(self.row.food)
        is_other = bool(made and own and made.id != own.id)
        head = told_stems(self.maker[-1:])
        is_told_after = bool(head & (TURNED | _LEADING) and not head & FILLED)
        is_kind = own is not None and head <= stems_of(own.name)
        is_trade_name = bool(made and not stems_of(made.name) & told_stems(self.maker))
        is_one = is_told_after or is_kind or is_trade_name
        return is_other and not is_one

    def _is_exact(self, words: Sequence[str]) -> bool:
        hits = self.hits(" ".join(words))
        return bool(hits) and hits[0].score >= EXACT

    def _is_counted(self, unit: str) -> bool:
        """Whether a word is what the food is counted in, and no food beside it."""
        hits, own = self.hits(unit), self.hits(" ".join(self.food))
        if not hits or hits[0].score < SURE or not own or self._is_counted_as_made:
            return True
        if self.maker == self.food or self._has_portion(own[0], singular(unit)):
            return True
        if stems_of(own[0].name) & stems_of(hits[0].name):
            return True
        told = told_stems([unit])
        if told & BREADED:
            # "1 burger" of a restaurant's own name for it, beside no soup.
            return self._is_maker and not self._is_in_vessels(own[0])
        return bool(told & BAKED and told_stems(self.food[-1:]) & BAKED)

    def _is_in_vessels(self, hit: FoodHit) -> bool:
        return any(self._has_portion(hit, vessel) for vessel in _VESSELS)

    def _has_portion(self, hit: FoodHit, unit: str) -> bool:
        labels = (portion.label for portion in self.sources.portions(hit.id))
        return any(unit in words_of(label) for label in labels)


def _stems(hit: FoodHit) -> set[str]:
    return stems_of(hit.label)
