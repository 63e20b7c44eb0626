"""What the meals of an evening show: rows with doubts, and what can be eaten again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from journal.db import db
from journal.domain.foodmatch import SURE
from journal.domain.records import Slot
from journal.models import (
    Account,
    Food,
    FoodPortion,
    Meal,
    MealItem,
    MealUndo,
    SavedMeal,
)
from journal.services import (
    favourites,
    foods,
    meal_again,
    meal_none,
    meal_undo,
    meals,
    saved_meals,
)
from journal.services.meals import NewItem
from journal.web import context
from journal.web.meal_amounts import AmountShown, amount_shown

MOST_USUAL: Final = 8
MOST_LIKELY: Final = 4
#: Items of a day that are searched for once more; what a day holds is rarely as much.
MOST_SEARCHED: Final = 12
#: Meals that can be answered "none"; snacks and drinks are simply not written.
SKIPPABLE: Final = (Slot.BREAKFAST, Slot.LUNCH, Slot.DINNER)


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One food of a meal as its row shows it."""

    item: MealItem
    amount: AmountShown
    portions: Sequence[FoodPortion]
    #: Foods that the words may mean instead, the likeliest first: id and name.
    others: Sequence[tuple[str, str]]
    is_doubtful: bool
    #: Whether a near relative answers for a food that the list lacks.
    is_stand_in: bool
    is_favourite: bool


@dataclass(frozen=True, slots=True)
class Again:
    """Something that can be eaten again with one tap: the button and its words."""

    do: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class MealsShown:
    """Everything the meals of one evening show."""

    rows: Sequence[tuple[Meal, Sequence[ItemShown]]]
    none: Sequence[str]
    can_skip: Sequence[str]
    yesterday: Sequence[Again]
    saved: Sequence[Again]
    usual: Sequence[Again]
    favourites: Sequence[Again]
    undo: MealUndo | None

    @property
    def unsure(self) -> list[ItemShown]:
        """The foods that are doubtful or not known, in the order they are shown."""
        shown = [row for _, rows in self.rows for row in rows]
        return [row for row in shown if row.is_doubtful or row.item.food_id is None]

    @property
    def has_again(self) -> bool:
        """Whether there is anything to eat again."""
        return bool(self.yesterday or self.saved or self.usual or self.favourites)


def meals_shown(
    person: Account, day: date, written: Sequence[Meal], *, slot: str, now: datetime
) -> MealsShown:
    """Return what the page shows, in a fixed number of queries and few searches."""
    sql = db.session()
    starred = favourites.favourites(sql, user_id=person.id)
    none = meal_none.none_on(sql, user_id=person.id, day=day)
    used = {meal.slot for meal in written}
    can_skip = [one for one in SKIPPABLE if one not in used and one not in none]
    return MealsShown(
        rows=_rows(person, written, {food.id for food in starred}),
        none=none,
        can_skip=can_skip,
        yesterday=_yesterday(person, day, used),
        saved=_saved(saved_meals.saved_meals(sql, user_id=person.id)),
        usual=_usual(person, day, slot),
        favourites=_foods_again(person, starred),
        undo=meal_undo.offered(sql, user_id=person.id, day=day, now=now),
    )


def _rows(
    person: Account, written: Sequence[Meal], starred: set[str]
) -> list[tuple[Meal, list[ItemShown]]]:
    items = [item for meal in written for item in meal.items]
    ids = [item.food_id for item in items if item.food_id is not None]
    portions = foods.portions_of(db.session(), food_ids=ids)
    likely = _likenesses(items)
    stand_ins = _stand_ins(items)
    wanted = [food_id for item in items for food_id in item.alternatives]
    names = {
        food.id: food.name
        for food in foods.foods_by_id(
            db.session(), user_id=person.id, food_ids=wanted
        ).values()
        if food.is_listed
    }
    shown = {}
    for item in items:
        some = portions.get(item.food_id or "", [])
        others = [(one, names[one]) for one in item.alternatives if one in names]
        shown[item.id] = ItemShown(
            item=item,
            amount=amount_shown(item.amount_g, item.amount_label, some),
            portions=some,
            others=(others or likely.get(item.id, []))[:MOST_LIKELY],
            is_doubtful=is_doubtful(item),
            is_stand_in=item.id in stand_ins,
            is_favourite=item.food_id in starred,
        )
    return [(meal, [shown[item.id] for item in meal.items]) for meal in written]


def is_doubtful(item: MealItem) -> bool:
    """Whether the words may well mean another food than the one taken."""
    is_matched = item.food_id is not None and item.match_0_1 is not None
    return is_matched and (item.match_0_1 or 0.0) < SURE


def _likenesses(items: Sequence[MealItem]) -> dict[int, list[tuple[str, str]]]:
    """Return foods like the words that were kept as text, by item."""
    index = context.current().food_index
    unknown = [item for item in items if item.food_id is None and not item.alternatives]
    return {
        item.id: [
            (hit.id, hit.name) for hit in index.search(item.name, limit=MOST_LIKELY)
        ]
        for item in unknown[:MOST_SEARCHED]
    }


def _stand_ins(items: Sequence[MealItem]) -> set[int]:
    """Return the doubtful items whose food is only the nearest one of the list."""
    index = context.current().food_index
    doubtful = [item for item in items if is_doubtful(item) and item.said]
    return {
        item.id
        for item in doubtful[:MOST_SEARCHED]
        for hit in index.search(item.said, limit=MOST_LIKELY, complete=True)
        if hit.id == item.food_id and hit.is_stand_in
    }


def _yesterday(person: Account, day: date, used: set[str]) -> list[Again]:
    before = meals.meals_of_day(
        db.session(), user_id=person.id, day=day - timedelta(days=1)
    )
    names: dict[str, list[str]] = {}
    for meal in before:
        names.setdefault(meal.slot, []).extend(item.name for item in meal.items)
    return [
        Again(f"again:{slot}", f"{slot.capitalize()} as the day before", _listed(some))
        for slot, some in names.items()
        if slot not in used and some
    ]


def _saved(saved: Sequence[SavedMeal]) -> list[Again]:
    return [
        Again(f"saved:{one.id}", one.name, _listed([item.name for item in one.items]))
        for one in saved
    ]


def _usual(person: Account, day: date, slot: str) -> list[Again]:
    habits = meal_again.habits(db.session(), user_id=person.id, day=day, slot=slot)
    ids = [one.food_id for one in habits if one.times_at_slot or one.times > 1]
    known = foods.foods_by_id(
        db.session(), user_id=person.id, food_ids=ids[:MOST_USUAL]
    )
    return _foods_again(
        person, [known[one] for one in ids[:MOST_USUAL] if one in known]
    )


def _foods_again(person: Account, some: Sequence[Food]) -> list[Again]:
    if not some:
        return []
    amounts = meal_again.usual_amounts(db.session(), user_id=person.id, foods=some)
    return [
        Again(f"eat:{food.id}", food.name, amount_words(amounts[food.id]))
        for food in some
    ]


def amount_words(item: NewItem) -> str:
    """Return an amount in words: "2 × slice", "80 g", or nothing."""
    if item.amount_label:
        return item.amount_label
    return "" if item.amount_g is None else f"{item.amount_g:.0f} g"


def _listed(names: Sequence[str]) -> str:
    few = ", ".join(names[:3])
    return few if len(names) <= 3 else f"{few} and {len(names) - 3} more"
