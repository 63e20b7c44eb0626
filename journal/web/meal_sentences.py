"""A sentence of the evening becomes rows: foods, saved meals, skipped meals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, cast

from flask import flash

from journal.db import db
from journal.domain.amounts import Portion
from journal.domain.mealtext import ParsedItem, ParsedMeal
from journal.domain.mealtext_skipped import skipped_meals
from journal.domain.nothing_eaten import nothing_eaten
from journal.domain.records import Slot
from journal.domain.targets import Region
from journal.models import Account
from journal.services import meal_none, meals, saved_meals, submissions
from journal.services.meals import NewItem
from journal.services.personal_foods import PersonalFoods, personal_foods
from journal.web import context
from journal.web.forms import Form

LONGEST_NOTICE: Final = 200
MOST_SHARES: Final = 3
#: The kind of message that is shown beside the meals.
SAID_OF_MEALS: Final = "meals"
WRITTEN: Final = "Meal written down."


def foods_for(person: Account, day: date, slot: str) -> PersonalFoods:
    """Return what this person searches in for a meal of a day."""
    return personal_foods(
        db.session(),
        context.current().food_index,
        user_id=person.id,
        day=day,
        slot=slot,
        region=cast("Region", person.region) if person.is_region_known else None,
    )


def write_sentence(
    form: Form, said: str, *, person: Account, day: date, now: datetime
) -> str:
    """Read a sentence and write its foods down, each in the meal it names.

    Returns what an undo calls it.
    Who goes back in the browser to change another answer sends the sentence along
    once more: from one page it is written down once.
    """
    slot = form.choice("slot", set(Slot)) or "snacks"
    if not submissions.take(
        db.session(),
        user_id=person.id,
        key=form.typed("key"),
        now=now,
        body=f"meal {slot} {said}",
    ):
        return WRITTEN
    none = nothing_eaten(said, slot=slot)
    if none:
        form.attempt(lambda: _write(person, day, {}, [none], said=said, now=now))
        return f"No {none}."
    rest, skipped = skipped_meals(said)
    known = saved_meals.saved_meals(db.session(), user_id=person.id)
    rest, whole = saved_meals.taken_out(rest, known)
    known_foods = foods_for(person, day, slot)
    parsed = known_foods.parse(rest)
    by_slot: dict[str, list[NewItem]] = {}
    for item in parsed.items:
        new = as_new(item, known_foods)
        if new is not None:
            named = item.slot if item.slot in set(Slot) else slot
            by_slot.setdefault(str(named), []).append(new)
    for saved, share in whole:
        items = saved_meals.as_items(saved, share=share)
        by_slot.setdefault(slot, []).extend(items)
    is_told = _tell(parsed)
    if not by_slot and not skipped and not is_told:
        form.fail("meal", "No food was found in that. Write what you ate.")
    form.attempt(lambda: _write(person, day, by_slot, skipped, said=said, now=now))
    return WRITTEN


def _tell(parsed: ParsedMeal) -> bool:
    """Say what was not written down as it was said, and whether any was not eaten.

    Of a food that was shared or left, it is said how much was counted.
    """
    nothing = [item.text for item in parsed.items if item.quantity == 0]
    if not parsed.items:
        nothing += parsed.not_eaten
    left_open = [item.text for item in parsed.items if _is_left_open(item)]
    for words, texts in (
        ("Not written down, as there was none of it", nothing),
        ("The amount cannot be told from this and is left open", left_open),
    ):
        if texts:
            said_so = ", ".join(f"“{text}”" for text in texts)[:LONGEST_NOTICE]
            flash(f"{words}: {said_so}.", SAID_OF_MEALS)
    for share in parsed.shares[:MOST_SHARES]:
        flash(share, SAID_OF_MEALS)
    return bool(nothing)


def _is_left_open(item: ParsedItem) -> bool:
    """Whether an amount was said that cannot be weighed: below nothing, too large."""
    if item.quantity < 0:
        return True
    grams = item.grams
    is_weighed = grams is not None and grams <= meals.LARGEST_AMOUNT_G
    return item.food_id is not None and item.quantity != 1 and not is_weighed


def _write(
    person: Account,
    day: date,
    by_slot: dict[str, list[NewItem]],
    skipped: Sequence[Slot],
    *,
    said: str,
    now: datetime,
) -> None:
    for named, items in by_slot.items():
        meals.add_meal(
            db.session(),
            user_id=person.id,
            day=day,
            slot=named,
            items=items,
            now=now,
            said=said,
        )
    for slot in skipped:
        meal_none.answer_none(db.session(), user_id=person.id, day=day, slot=slot)


def as_new(item: ParsedItem, known: PersonalFoods) -> NewItem | None:
    """Return a food of a parsed sentence as one to be written down.

    None when it was said that there was none of it ("0 eggs"). With an amount below
    nothing it is not clear what is meant: the words are kept as they were written.
    """
    if item.quantity == 0:
        return None
    if item.quantity < 0:
        # The minus sign stands before what the food's own words are.
        return NewItem(name=f"-{item.text.removeprefix('-')}")
    grams = item.grams
    if grams is not None and not 0 < grams <= meals.LARGEST_AMOUNT_G:
        grams = None
    label = ""
    if item.food_id is not None and grams is not None:
        label = _portion_words(item, grams, known.portions(item.food_id))
    return NewItem(
        name=item.food_name or item.text,
        food_id=item.food_id,
        amount_g=grams,
        amount_label=label,
        amount_source=item.grams_source if grams is not None else "unknown",
        said=item.words,
        match_0_1=item.confidence if item.food_id is not None else None,
        alternatives=tuple(hit.id for hit in item.alternatives),
    )


def _portion_words(item: ParsedItem, grams: float, portions: Sequence[Portion]) -> str:
    """Return how many of its portion the grams are: "1 half" for half an avocado.

    The number that was said may count something else than the portion that was
    weighed: half a pint is one "half pint", a quarter of a bagel half of a "half".
    """
    if item.portion is None:
        return ""
    weighed = next((one for one in portions if one.label == item.portion), None)
    if weighed is None:
        return ""
    count = float(f"{grams / weighed.grams:.3g}")
    return item.portion if count == 1 else times(count, item.portion)


def times(quantity: float, portion: str) -> str:
    """Return "2 × slice" for two of the portion "1 slice"."""
    return f"{quantity:g} × {portion.removeprefix('1 ')}"
