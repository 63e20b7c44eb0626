from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from journal.models import Account
from journal.services.meal_none import answer_none
from journal.services.meals import meals_of_day
from journal.services.usual import Usual, eat_as_usual, usual_for
from tests.factories import (
    THEN,
    make_account,
    make_day,
    make_food,
    make_meal,
    make_supplement,
    take_supplement,
)

DAY = date(2026, 3, 20)


def back(days: int) -> date:
    return DAY - timedelta(days=days)


@pytest.fixture
def ana(session: Session) -> Account:
    return make_account(session)


def offered(session: Session, account: Account, *written: str) -> Usual:
    return usual_for(session, user_id=account.id, day=DAY, written=set(written))


def slots(usual: Usual) -> dict[str, tuple[list[str], bool]]:
    return {each.slot: (each.food_names, each.is_habit) for each in usual.meals}


def test_an_empty_journal_offers_nothing(session: Session, ana: Account) -> None:
    assert offered(session, ana) == Usual()


def test_what_was_eaten_three_times_is_a_habit_whatever_the_amount(
    session: Session, ana: Account
) -> None:
    porridge = make_food(session, name="Porridge")
    toast = make_food(session, name="Toast")
    for days, grams in ((5, 200.0), (4, 250.0), (3, 300.0)):
        make_meal(session, ana, back(days), (porridge, grams), slot="breakfast")
    make_meal(session, ana, back(1), (toast, 60.0), slot="breakfast")
    usual = offered(session, ana)
    assert slots(usual) == {"breakfast": (["Porridge"], True)}
    assert usual.meals[0].meals[0].items[0].amount_g == 300.0


def test_without_a_habit_the_meal_of_the_day_before_is_offered(
    session: Session, ana: Account
) -> None:
    soups = [make_food(session, name=f"Soup {n}") for n in range(3)]
    for days, soup in zip((3, 2, 1), soups, strict=True):
        make_meal(session, ana, back(days), (soup, 300.0), slot="lunch")
    assert slots(offered(session, ana)) == {"lunch": (["Soup 2"], False)}


def test_friday_pizza_is_not_the_usual_dinner(session: Session, ana: Account) -> None:
    pizza = make_food(session, name="Pizza")
    for days in range(2, 12):
        food = pizza if days in (2, 6, 10) else make_food(session, name=f"Dish {days}")
        make_meal(session, ana, back(days), (food, 300.0), slot="dinner")
    assert offered(session, ana).meals == ()


def test_a_slot_that_is_written_already_is_not_offered(
    session: Session, ana: Account
) -> None:
    make_meal(session, ana, back(1), (make_food(session), 300.0), slot="lunch")
    assert offered(session, ana, "lunch").meals == ()


def test_a_meal_that_was_skipped_is_not_offered(session: Session, ana: Account) -> None:
    make_meal(session, ana, back(1), (make_food(session), 300.0), slot="lunch")
    answer_none(session, user_id=ana.id, day=DAY, slot="lunch")
    assert offered(session, ana).meals == ()


def test_what_is_older_than_two_weeks_or_of_somebody_else_does_not_count(
    session: Session, ana: Account
) -> None:
    porridge = make_food(session, name="Porridge")
    ben = make_account(session)
    for days in (15, 16, 17):
        make_meal(session, ana, back(days), (porridge, 200.0), slot="breakfast")
        make_day(session, ana, back(days), water_ml=1000.0)
    make_meal(session, ben, back(1), (porridge, 200.0), slot="breakfast")
    assert offered(session, ana) == Usual()


def test_water_is_the_median_of_three_answers_or_more_and_zero_is_one(
    session: Session, ana: Account
) -> None:
    make_day(session, ana, back(1), water_ml=1200.0)
    make_day(session, ana, back(2), water_ml=None)
    make_day(session, ana, back(3), water_ml=0.0)
    assert offered(session, ana).water_ml is None
    make_day(session, ana, back(4), water_ml=600.0)
    assert offered(session, ana).water_ml == 600.0


def test_doses_are_those_of_the_last_day_without_what_was_put_away(
    session: Session, ana: Account
) -> None:
    drops = make_supplement(session, ana, name="D3")
    old = make_supplement(session, ana, name="Old", is_active=False)
    take_supplement(session, drops, back(5), doses=1.0)
    take_supplement(session, drops, back(2), doses=2.0)
    take_supplement(session, old, back(1))
    assert offered(session, ana).doses == {drops.id: 2.0}


def test_eaten_as_usual_is_marked_as_copied(session: Session, ana: Account) -> None:
    porridge, soup = make_food(session, name="Porridge"), make_food(session)
    for days in (3, 2, 1):
        make_meal(session, ana, back(days), (porridge, 200.0), slot="breakfast")
    make_meal(session, ana, back(1), (soup, 300.0), slot="lunch")
    usual = offered(session, ana)
    ids = eat_as_usual(session, user_id=ana.id, day=DAY, usual=usual, now=THEN)
    written = meals_of_day(session, user_id=ana.id, day=DAY)
    assert [(meal.slot, meal.said) for meal in written] == [
        ("breakfast", "as usual"),
        ("lunch", "as yesterday"),
    ]
    assert [meal.id for meal in written] == ids
