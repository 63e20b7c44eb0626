from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.models import Meal
from journal.services.meals import NewItem, add_meal, meals_of_day
from tests.conftest import GetPage, Person, inspect_answer

NOW = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)
MILK = NewItem("Whole milk", "whole-milk", 257.8, "1 glass (250 ml)", "portion")
JAM = NewItem("oma's plum jam")


@pytest.fixture
def today() -> date:
    return journal_day(
        datetime.now(UTC), time_zone="Europe/Berlin", day_begins=time(4, 0)
    )


def written(session: Session, person: Person, day: date) -> list[Meal]:
    session.rollback()
    return meals_of_day(session, user_id=person.id, day=day)


def put(session: Session, person: Person, day: date, *items: NewItem) -> Meal:
    meal = add_meal(
        session, user_id=person.id, day=day, slot="lunch", items=items, now=NOW
    )
    session.commit()
    return meal


def say(person: Person, day: date, **fields: str) -> int:
    return person.client.post(f"/evening/{day}", data=fields).status_code


def test_a_sentence_becomes_foods_with_amounts(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    said = "a glass of whole milk and 30 g of zorblax"
    assert say(ana, today, meal=said, slot="breakfast") == 303
    (meal,) = written(session, ana, today)
    assert (meal.slot, meal.said) == ("breakfast", said)
    milk, unknown = meal.items
    assert milk.food_id == "whole-milk"
    assert milk.amount_g is not None
    assert unknown.food_id is None
    page = get_page(ana.client, f"/evening/{today}")
    assert "Not in the food list. Kept as you wrote it, counted as unknown." in (
        page.text
    )


def test_none_of_a_food_is_not_written_down_and_said_so(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    assert say(ana, today, meal="0 eggs", slot="lunch") == 303
    assert written(session, ana, today) == []
    page = get_page(ana.client, f"/evening/{today}")
    assert "there was none of it: “0 eggs”" in page.text
    assert say(ana, today, meal="0 eggs and a banana", slot="lunch") == 303
    (meal,) = written(session, ana, today)
    assert [item.name for item in meal.items] == ["Banana"]
    page = get_page(ana.client, f"/evening/{today}")
    assert "there was none of it: “0 eggs”" in page.text


def test_less_than_nothing_of_a_food_is_kept_as_it_was_written(
    ana: Person, session: Session, today: date
) -> None:
    assert say(ana, today, meal="-3 eggs", slot="lunch") == 303
    (meal,) = written(session, ana, today)
    (item,) = meal.items
    assert (item.name, item.food_id, item.amount_g) == ("-3 eggs", None, None)


def test_as_yesterday_repeats_one_meal(
    ana: Person, session: Session, today: date
) -> None:
    put(session, ana, today - timedelta(days=1), MILK, JAM)
    assert say(ana, today, do="again", slot="lunch") == 303
    (meal,) = written(session, ana, today)
    assert [item.name for item in meal.items] == ["Whole milk", "oma's plum jam"]
    answer = ana.client.post(
        f"/evening/{today}", data={"do": "again", "slot": "dinner"}
    )
    page = inspect_answer("evening", answer.status_code, answer.text, 422)
    assert "No dinner was written down for the day before." in page.text


def test_a_food_that_was_removed_comes_back_by_undo(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    meal = put(session, ana, today, MILK, JAM)
    say(ana, today, do=f"remove-item:{meal.items[0].id}")
    (left,) = written(session, ana, today)
    assert [item.name for item in left.items] == ["oma's plum jam"]
    assert "Whole milk removed." in get_page(ana.client, f"/evening/{today}").text
    say(ana, today, do="undo")
    (whole,) = written(session, ana, today)
    names = [(item.name, item.amount_g) for item in whole.items]
    assert set(names) == {("Whole milk", 257.8), ("oma's plum jam", None)}
    assert "removed." not in get_page(ana.client, f"/evening/{today}").text


def test_a_whole_meal_that_was_removed_comes_back_by_undo(
    ana: Person, session: Session, today: date
) -> None:
    meal = put(session, ana, today, MILK, JAM)
    say(ana, today, do=f"remove-meal:{meal.id}")
    assert written(session, ana, today) == []
    say(ana, today, do="undo")
    (back,) = written(session, ana, today)
    assert back.slot == "lunch"
    assert len(back.items) == 2


def test_a_meal_too_large_for_the_cookie_goes_without_undo(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    meal = put(session, ana, today, *[NewItem(f"{n} {'ö' * 150}") for n in range(20)])
    say(ana, today, do=f"remove-meal:{meal.id}")
    assert written(session, ana, today) == []
    assert "Undo" not in get_page(ana.client, f"/evening/{today}").text


def test_foods_are_found_and_added_without_scripts(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    page = get_page(ana.client, f"/meals/add?date={today}&slot=dinner&q=whole+milk")
    assert "whole-milk" in page.fields["food"]
    sent = {"date": str(today), "slot": "dinner", "food": "whole-milk"}
    answer = ana.client.post("/meals/add", data={**sent, "portion": "1"})
    assert answer.status_code == 303
    get_page(ana.client, answer.location)
    meal_id = str(written(session, ana, today)[0].id)
    answer = ana.client.post(
        "/meals/add", data={**sent, "meal": meal_id, "portion": "1", "quantity": "2"}
    )
    answer = ana.client.post(
        "/meals/add", data={**sent, "meal": meal_id, "grams": "90,5"}
    )
    (meal,) = written(session, ana, today)
    amounts = [(item.amount_g, item.amount_label) for item in meal.items]
    assert amounts == [
        (257.8, "1 glass (250 ml)"),
        (515.6, "2 × glass (250 ml)"),
        (90.5, ""),
    ]


@pytest.mark.parametrize(
    "query",
    ["date=2090-01-01", "date=2090-01-01&slot=lunch", "slot=elevenses", "date=soon"],
)
def test_a_day_to_come_or_an_unknown_meal_is_not_found(
    ana: Person, get_page: GetPage, query: str
) -> None:
    get_page(ana.client, f"/meals/add?{query}", status=404)
    get_page(ana.client, "/meals/add")


@pytest.mark.parametrize("grams", ["0", "-1", "5001", "lots", "nan", ""])
def test_amounts_that_cannot_be_are_refused_with_what_was_typed(
    ana: Person, session: Session, today: date, grams: str
) -> None:
    answer = ana.client.post(
        "/meals/add",
        data={
            "date": str(today),
            "slot": "dinner",
            "food": "whole-milk",
            "grams": grams,
            "q": "whole milk",
        },
    )
    page = inspect_answer("/meals/add", answer.status_code, answer.text, 422)
    assert grams in page.fields["grams"]
    assert "#f-grams" in page.links
    assert written(session, ana, today) == []


def test_an_amount_is_changed_to_a_portion_or_to_grams(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    meal = put(session, ana, today, MILK)
    path = f"/meals/items/{meal.items[0].id}"
    get_page(ana.client, path)
    answer = ana.client.post(path, data={"grams": "120"})
    assert answer.location == f"/evening/{today}#meals"
    (found,) = written(session, ana, today)
    assert (found.items[0].amount_g, found.items[0].amount_source) == (120, "stated")
    ana.client.post(path, data={"portion": "2"})
    (found,) = written(session, ana, today)
    assert (found.items[0].amount_g, found.items[0].amount_label) == (244, "1 cup")
    refused = ana.client.post(path, data={"grams": "0"})
    inspect_answer(path, refused.status_code, refused.text, 422)


def test_words_that_were_kept_become_a_food_by_one_tap(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    meal = put(session, ana, today, NewItem("milk from the farm"))
    item_id = meal.items[0].id
    assert f"swap:{item_id}:" in get_page(ana.client, f"/evening/{today}").html
    get_page(ana.client, f"/meals/items/{item_id}?q=milk")
    say(ana, today, do=f"swap:{item_id}:whole-milk")
    (found,) = written(session, ana, today)
    assert found.items[0].name == "Whole milk"
    assert found.items[0].amount_source == "assumed"


def test_the_search_answers_as_json_with_portions(ana: Person) -> None:
    foods = ana.client.get("/foods/search?q=whole+milk").get_json()["foods"]
    assert foods[0]["id"] == "whole-milk"
    assert foods[0]["portions"][0] == {
        "seq": 1,
        "label": "1 glass (250 ml)",
        "grams": 257.8,
    }
    assert ana.client.get("/foods/search?q=").get_json()["foods"] == []


def test_the_meals_of_another_person_do_not_exist(
    ana: Person, ben: Person, session: Session, today: date
) -> None:
    meal = put(session, ana, today, MILK)
    item_id = meal.items[0].id
    refused = [
        ben.client.get(f"/meals/items/{item_id}"),
        ben.client.post(f"/meals/items/{item_id}", data={"grams": "5"}),
        ben.client.get(f"/meals/add?meal={meal.id}"),
        ben.client.post(
            "/meals/add",
            data={"meal": str(meal.id), "food": "whole-milk", "grams": "5"},
        ),
        ben.client.post(f"/evening/{today}", data={"do": f"remove-item:{item_id}"}),
        ben.client.post(f"/evening/{today}", data={"do": f"remove-meal:{meal.id}"}),
        ben.client.post(
            f"/evening/{today}", data={"do": f"swap:{item_id}:semi-skimmed-milk"}
        ),
    ]
    assert [answer.status_code for answer in refused] == [404] * 7
    (left,) = written(session, ana, today)
    assert left.items[0].amount_g == pytest.approx(257.8)
