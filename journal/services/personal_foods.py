"""Finding foods for one person: own foods and remembered choices before the index.

Own foods never go into the index file, which all people of an installation share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.amounts import Portion
from journal.domain.foodmatch import FoodHit, stem, words_of
from journal.domain.foodscore import Asked, QueryWord, label_of
from journal.domain.mealtext import ParsedMeal, parse_meal
from journal.domain.targets import Region
from journal.models import Food
from journal.services import food_corrections, meal_again
from journal.services.foodindex import MAXIMUM_QUERY_CHARACTERS, FoodIndex
from journal.services.foods import portions_of
from journal.services.meal_again import Habit

OWN_BOOST: Final = 0.06
#: Least likeness (of 100) of a misspelt word to one of an own food's name.
_ALIKE: Final = 84
_LEAST_SCORE: Final = 0.4


@dataclass(frozen=True, slots=True)
class PersonalFoods:
    """The foods of the index and a person's own ones, ranked for that person."""

    index: FoodIndex
    own: Sequence[Food] = ()
    own_portions: Mapping[str, Sequence[Portion]] = field(default_factory=dict)
    corrections: Mapping[str, Food] = field(default_factory=dict)
    boosts: Mapping[str, float] = field(default_factory=dict)
    habits: Sequence[Habit] = ()
    region: Region | None = None

    def search(
        self, query: str, *, limit: int = 8, complete: bool = False
    ) -> list[FoodHit]:
        """Return the foods that answer `query`, best first, each once.

        What the person chose for these very words comes first, with a score of 1.
        """
        found = self.index.search(
            query, limit=limit, boosts=self.boosts, complete=complete
        )
        found += self._own_hits(query, complete=complete)
        found.sort(key=lambda hit: -hit.score)
        meant = self.corrections.get(food_corrections.key_of(query))
        if meant is not None:
            found.insert(0, FoodHit(meant.id, meant.name, meant.source, 1.0, query))
        once = {hit.id: hit for hit in reversed(found)}
        return [hit for hit in found if once.get(hit.id) is hit][:limit]

    def portions(self, food_id: str) -> Sequence[Portion]:
        """Return the household portions of a food, the usual one first."""
        if food_id in self.own_portions:
            return self.own_portions[food_id]
        return self.index.portions(food_id)

    def parse(self, text: str) -> ParsedMeal:
        """Read a sentence as this person means it."""

        def find(words: str) -> list[FoodHit]:
            return self.search(words, limit=6, complete=True)

        return parse_meal(text, find=find, portions=self.portions, region=self.region)

    def _own_hits(self, query: str, *, complete: bool) -> list[FoodHit]:
        words = words_of(query[:MAXIMUM_QUERY_CHARACTERS])
        if not words or not self.own:
            return []
        labels = [label_of(food.name) for food in self.own]
        known = {each for label in labels for each in label.stems}
        asked = Asked.of(
            [
                _asked(word, known, is_open=not complete and number == len(words) - 1)
                for number, word in enumerate(words)
            ]
        )
        hits = []
        for food, label in zip(self.own, labels, strict=True):
            rate = asked.rate(label)
            if rate >= _LEAST_SCORE:
                rate = min(1.0, rate + OWN_BOOST + self.boosts.get(food.id, 0.0))
                hits.append(
                    FoodHit(food.id, food.name, food.source, round(rate, 4), food.name)
                )
        return hits


def personal_foods(
    session: Session,
    index: FoodIndex,
    *,
    user_id: int,
    day: date,
    slot: str,
    region: Region | None = None,
) -> PersonalFoods:
    """Return what a person searches in, for a meal of a day; four queries.

    ``region`` is where the person lives, None while that is only guessed.
    """
    own = session.scalars(
        select(Food).where(Food.user_id == user_id, Food.is_listed).order_by(Food.name)
    ).all()
    portions = portions_of(session, food_ids=[food.id for food in own])
    habits = meal_again.habits(session, user_id=user_id, day=day, slot=slot)
    return PersonalFoods(
        index=index,
        own=own,
        own_portions={
            food_id: [Portion(one.label, one.grams) for one in some]
            for food_id, some in portions.items()
        },
        corrections=food_corrections.remembered(session, user_id=user_id),
        boosts=meal_again.boosts(habits, day=day),
        habits=habits,
        region=region,
    )


def _asked(word: str, known: set[str], *, is_open: bool) -> QueryWord:
    """Return a word with the words of own foods it may stand for."""
    others: dict[str, float] = {}
    own = stem(word)
    for each in known:
        if is_open and len(word) > 1 and each.startswith((word, own)):
            others[each] = 0.95
        elif len(own) > 3 and fuzz.ratio(own, each) >= _ALIKE:
            others[each] = 0.85
    return QueryWord.of(word, others)
