"""Finding foods by typing: for the pages, and as JSON for the list that opens below."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Final

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from journal.db import db
from journal.domain.errors import NotFound
from journal.domain.foodmatch import FoodHit
from journal.domain.records import Slot
from journal.models import Account, FoodPortion
from journal.services import foods, meal_again
from journal.services.personal_foods import PersonalFoods
from journal.web import context
from journal.web.dates import read_day
from journal.web.evening_meals_shown import amount_words
from journal.web.meal_sentences import foods_for

bp = Blueprint("food_search", __name__)

LONGEST_QUERY: Final = 100
MOST_HITS: Final = 12
OWN_SOURCES: Final = frozenset({"own", "recipe"})


@bp.get("/foods/search")
def search() -> ResponseReturnValue:
    """Answer the foods that fit `q` as JSON, best first; without `q` the usual ones.

    `slot` and `date` say for which meal, so that what is usual then comes first.
    """
    person = context.account()
    query = request.args.get("q", "")[:LONGEST_QUERY].strip()
    slot = request.args.get("slot", "")
    day = context.today_for(person, context.now())
    with suppress(NotFound):  # an address made by hand: today is as good
        day = min(day, read_day(request.args.get("date", "") or str(day)))
    known = foods_for(person, day, slot if slot in set(Slot) else "snacks")
    hits = known.search(query, limit=MOST_HITS) if query else _usual(known)
    ids = [hit.id for hit in hits]
    portions = foods.portions_of(db.session(), food_ids=ids)
    found = foods.foods_by_id(db.session(), user_id=person.id, food_ids=ids)
    amounts = meal_again.usual_amounts(
        db.session(), user_id=person.id, foods=list(found.values())
    )
    often = {one.food_id for one in known.habits}
    return {
        "query": query,
        "foods": [
            {
                "id": hit.id,
                "name": hit.name,
                "note": _note(hit, often),
                "amount": amount_words(amounts[hit.id]),
                "portions": [
                    {"seq": portion.seq, "label": portion.label, "grams": portion.grams}
                    for portion in portions[hit.id]
                ],
            }
            for hit in hits
            if hit.id in found
        ],
    }


def found_foods(
    person: Account, query: str, *, day: date, slot: str
) -> list[tuple[FoodHit, Sequence[FoodPortion]]]:
    """Return the foods that fit and that the tables hold, with their portions."""
    if not query:
        return []
    hits = foods_for(person, day, slot).search(query, limit=MOST_HITS)
    ids = [hit.id for hit in hits]
    portions = foods.portions_of(db.session(), food_ids=ids)
    held = foods.foods_by_id(db.session(), user_id=person.id, food_ids=ids)
    return [(hit, portions[hit.id]) for hit in hits if hit.id in held]


def _usual(known: PersonalFoods) -> list[FoodHit]:
    """Return what the person usually has at this meal, the most usual first."""
    own = {food.id: food for food in known.own}
    hits: list[FoodHit] = []
    for habit in known.habits[:MOST_HITS]:
        if habit.food_id in own:
            food = own[habit.food_id]
            hits.append(FoodHit(food.id, food.name, food.source, 1.0))
        elif (hit := known.index.food(habit.food_id)) is not None:
            hits.append(hit)
    return hits


def _note(hit: FoodHit, often: set[str]) -> str:
    if hit.source in OWN_SOURCES:
        return "yours"
    return "you had it lately" if hit.id in often else ""
