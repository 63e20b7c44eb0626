"""Recipes: ingredients become a food of the person's own, with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.amounts import Portion
from journal.domain.errors import Invalid
from journal.domain.nutrition import NUTRIENT_KEYS, day_intake
from journal.domain.records import DayRecord, EatenItem, Slot
from journal.models import OwnFood, RecipeItem
from journal.services.foods import foods_by_id
from journal.services.meals import LARGEST_AMOUNT_G, NewItem
from journal.services.own_foods import save_own

MOST_INGREDIENTS: Final = 60
MOST_SERVINGS: Final = 200.0
LARGEST_YIELD_G: Final = 50_000.0


@dataclass(frozen=True, slots=True)
class RecipeFigures:
    """What a recipe holds.

    :param per_100_g: of the cooked food; a nutrient nothing is known of has no key
    :param known_shares: share (0 to 1, by energy) of the ingredients with a figure
    :param weight_g: cooked weight, or that of the ingredients
    """

    per_100_g: Mapping[str, float]
    known_shares: Mapping[str, float]
    weight_g: float


def save_recipe(
    session: Session,
    *,
    user_id: int,
    name: str,
    items: Sequence[NewItem],
    servings: float,
    yield_g: float | None,
    now: datetime,
    food_id: str = "",
) -> OwnFood:
    """Write a recipe, or with `food_id` change one; past days keep the old one.

    :raises Invalid: without ingredients, or when its weight cannot be told
    """
    if not items:
        raise Invalid("ingredients", "Write what goes in: 500 g flour, 2 eggs.")
    if len(items) > MOST_INGREDIENTS:
        raise Invalid("ingredients", f"At most {MOST_INGREDIENTS} ingredients.")
    if not 0 < servings <= MOST_SERVINGS:
        raise Invalid("servings", "How many servings it makes: more than 0.")
    if yield_g is not None and not 0 < yield_g <= LARGEST_YIELD_G:
        raise Invalid("yield_g", "The cooked weight: more than 0 grams.")
    if food_id and any(item.food_id == food_id for item in items):
        raise Invalid("ingredients", "A recipe cannot be an ingredient of itself.")
    figures = recipe_figures(session, user_id=user_id, items=items, yield_g=yield_g)
    serving_g = figures.weight_g / servings
    if serving_g > LARGEST_AMOUNT_G:
        raise Invalid("servings", "One serving is too heavy. Check the servings.")
    portions = [Portion("1 serving", round(serving_g, 1))]
    if servings != 1 and figures.weight_g <= LARGEST_AMOUNT_G:
        portions.append(Portion("1 whole recipe", round(figures.weight_g, 1)))
    own = save_own(
        session,
        user_id=user_id,
        kind="recipe",
        name=name,
        figures=figures.per_100_g,
        portions=portions,
        typed={},
        now=now,
        food_id=food_id,
        servings=servings,
        yield_g=yield_g,
        known_shares=dict(figures.known_shares),
    )
    own.ingredients = [
        RecipeItem(
            position=position,
            food_id=item.food_id,
            name=item.name[:200],
            amount_g=item.amount_g,
            amount_label=item.amount_label[:80],
            amount_source=item.amount_source,
        )
        for position, item in enumerate(items, start=1)
    ]
    session.flush()
    return own


def recipe_figures(
    session: Session, *, user_id: int, items: Sequence[NewItem], yield_g: float | None
) -> RecipeFigures:
    """Return what ingredients hold together, per 100 g of what comes out.

    A change of weight in cooking is taken for water, lost or taken up. An ingredient
    without a figure or an amount adds nothing and lowers the known share.

    :raises Invalid: when no cooked weight is given and an amount is not known
    """
    ids = [one.food_id for one in items if one.food_id]
    foods = foods_by_id(session, user_id=user_id, food_ids=ids)
    shares_of = session.execute(
        select(OwnFood.food_id, OwnFood.known_shares).where(
            OwnFood.user_id == user_id, OwnFood.food_id.in_(ids)
        )
    )
    within = {row[0]: row[1] for row in shares_of}
    raw_g = sum(item.amount_g or 0.0 for item in items)
    unweighed = next((item.name for item in items if item.amount_g is None), None)
    if yield_g is None and unweighed is not None:
        raise Invalid(
            "yield_g",
            f"The weight of “{unweighed[:40]}” is not known, so the whole is not. "
            "Type the cooked weight, or how much of it there is.",
        )
    eaten = tuple(
        EatenItem(
            slot=Slot.DINNER,
            name=item.name,
            amount_g=item.amount_g,
            food_id=item.food_id,
            per_100_g=foods[item.food_id].per_100_g if item.food_id in foods else {},
            known_shares=within.get(item.food_id or "", {}),
        )
        for item in items
    )
    weight_g = yield_g if yield_g is not None else raw_g
    record = DayRecord(day=date.min, items=eaten)
    figures, shares = {}, {}
    for key in NUTRIENT_KEYS:
        intake = day_intake(record, key)
        if intake.known_share_0_1 <= 0:
            continue
        total = intake.food
        if key == "water_g":
            total = max(0.0, total + weight_g - raw_g)
        figures[key] = round(total * 100 / weight_g, 5)
        shares[key] = round(intake.known_share_0_1, 4)
    return RecipeFigures(figures, shares, weight_g)


def as_items(own: OwnFood) -> list[NewItem]:
    """Return the ingredients of a recipe as they are stored."""
    return [
        NewItem(
            one.name, one.food_id, one.amount_g, one.amount_label, one.amount_source
        )
        for one in own.ingredients
    ]
