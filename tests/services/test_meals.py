from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from journal.domain.errors import Invalid, NotFound
from journal.models import Food
from journal.services import meal_again, meals
from journal.services.meals import NewItem
from tests.factories import make_account

DAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)
MILK = NewItem("Whole milk", "whole-milk", 257.8, "1 glass (250 ml)", "portion")
JAM = NewItem("oma's plum jam")


def _add(session: Session, user_id: int, *items: NewItem, slot: str = "lunch") -> int:
    meal = meals.add_meal(
        session, user_id=user_id, day=DAY, slot=slot, items=items, now=NOW, said="said"
    )
    return meal.id


def test_food_that_is_not_known_is_kept_as_the_words_that_were_typed(
    session: Session,
) -> None:
    ana = make_account(session)
    _add(session, ana.id, MILK, JAM)
    (meal,) = meals.meals_of_day(session, user_id=ana.id, day=DAY)
    milk, jam = meal.items
    assert (milk.food_id, milk.amount_g) == ("whole-milk", 257.8)
    assert (jam.food_id, jam.name, jam.amount_g) == (None, "oma's plum jam", None)
    assert jam.amount_source == "unknown"


def test_yesterdays_meal_is_written_down_again_as_it_was(session: Session) -> None:
    ana = make_account(session)
    _add(session, ana.id, MILK, JAM, slot="breakfast")
    _add(session, ana.id, JAM, slot="dinner")
    after = DAY + timedelta(days=1)
    meal_again.as_yesterday(
        session, user_id=ana.id, day=after, slot="breakfast", now=NOW
    )
    (again,) = meals.meals_of_day(session, user_id=ana.id, day=after)
    assert [item.name for item in again.items] == ["Whole milk", "oma's plum jam"]
    assert again.items[0].amount_label == "1 glass (250 ml)"
    assert len(meals.meals_of_day(session, user_id=ana.id, day=DAY)) == 2


def test_without_a_meal_yesterday_there_is_nothing_to_repeat(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    _add(session, ben.id, MILK)
    with pytest.raises(Invalid, match="No lunch"):
        meal_again.as_yesterday(
            session, user_id=ana.id, day=DAY + timedelta(days=1), slot="lunch", now=NOW
        )


@pytest.mark.parametrize("grams", [0.0, -5.0, 5000.1, float("nan"), float("inf")])
def test_an_amount_beyond_reason_is_refused(session: Session, grams: float) -> None:
    ana = make_account(session)
    with pytest.raises(Invalid) as refused:
        _add(session, ana.id, NewItem("Whole milk", "whole-milk", grams))
    assert refused.value.field == "grams"


def test_a_meal_left_empty_goes_with_its_last_food(session: Session) -> None:
    ana = make_account(session)
    _add(session, ana.id, MILK, JAM)
    (meal,) = meals.meals_of_day(session, user_id=ana.id, day=DAY)
    first, second = [item.id for item in meal.items]
    meals.remove_item(session, user_id=ana.id, item_id=first)
    (meal,) = meals.meals_of_day(session, user_id=ana.id, day=DAY)
    assert [item.id for item in meal.items] == [second]
    meals.remove_item(session, user_id=ana.id, item_id=second)
    assert meals.meals_of_day(session, user_id=ana.id, day=DAY) == []


def test_another_food_takes_its_own_usual_portion(session: Session) -> None:
    ana = make_account(session)
    _add(session, ana.id, JAM)
    (meal,) = meals.meals_of_day(session, user_id=ana.id, day=DAY)
    item = meals.swap_food(
        session, user_id=ana.id, item_id=meal.items[0].id, food_id="whole-milk"
    )
    assert (item.food_id, item.amount_source) == ("whole-milk", "assumed")
    assert item.amount_g == pytest.approx(257.8)


def test_grams_that_were_typed_stay_when_the_food_is_another_one(
    session: Session,
) -> None:
    ana = make_account(session)
    _add(session, ana.id, NewItem("Whole milk", "whole-milk", 90, "", "stated"))
    (meal,) = meals.meals_of_day(session, user_id=ana.id, day=DAY)
    item = meals.swap_food(
        session, user_id=ana.id, item_id=meal.items[0].id, food_id="semi-skimmed-milk"
    )
    assert (item.amount_g, item.amount_source) == (90, "stated")


def test_a_strangers_meal_and_a_strangers_food_do_not_exist(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    own = Food(
        id="own-ana", user_id=ana.id, source="own", name="Ana's soup", created_at=NOW
    )
    session.add(own)
    session.flush()
    meal_id = _add(session, ana.id, NewItem("Ana's soup", "own-ana", 200, "", "stated"))
    (meal,) = meals.meals_of_day(session, user_id=ana.id, day=DAY)
    item_id = meal.items[0].id
    for refused in (
        lambda: meals.get_meal(session, user_id=ben.id, meal_id=meal_id),
        lambda: meals.remove_meal(session, user_id=ben.id, meal_id=meal_id),
        lambda: meals.set_amount(session, user_id=ben.id, item_id=item_id, amount_g=5),
        lambda: meals.remove_item(session, user_id=ben.id, item_id=item_id),
        lambda: _add(session, ben.id, NewItem("x", "own-ana", 10, "", "stated")),
    ):
        with pytest.raises(NotFound):
            refused()


def test_foods_eaten_often_are_counted_for_this_person_only(session: Session) -> None:
    ana, ben = make_account(session), make_account(session)
    _add(session, ana.id, MILK, JAM)
    _add(session, ana.id, MILK)
    _add(session, ben.id, MILK)
    often = meal_again.habits(session, user_id=ana.id, day=DAY, slot="breakfast")
    assert [(one.food_id, one.times) for one in often] == [("whole-milk", 2)]
