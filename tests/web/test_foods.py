from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.domain.nutrition import day_intake
from journal.domain.records import DayRecord
from journal.models import Food, FoodCorrection, FoodPortion, OwnFood
from journal.services.diary import load_days
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import make_food, make_meal, make_supplement, take_supplement

JAM = {
    "name": "Oma’s plum jam",
    "basis": "serving",
    "serving_g": "20",
    "serving_label": "1 spoon",
    "amount-energy_kcal": "50",
    "amount-carbohydrate_g": "12",
    "amount-sodium_mg": "0",
    "amount-iron_mg": "10",
    "unit-iron_mg": "dv_us",
    "amount-vitamin_d_ug": "40",
    "unit-vitamin_d_ug": "iu",
}


@pytest.fixture
def today() -> date:
    return journal_day(
        datetime.now(UTC), time_zone="Europe/Berlin", day_begins=time(4, 0)
    )


def newest(session: Session, person: Person) -> list[Food]:
    session.rollback()
    return list(
        session.scalars(
            select(Food)
            .join(OwnFood, OwnFood.food_id == Food.id)
            .where(OwnFood.user_id == person.id, OwnFood.is_newest)
        )
    )


def day_of(session: Session, person: Person, day: date) -> DayRecord:
    session.rollback()
    (record,) = load_days(session, user_id=person.id, first=day, last=day)
    return record


def add_jam(person: Person, session: Session, **changed: str) -> Food:
    answer = person.client.post("/foods/new", data={**JAM, **changed})
    assert answer.status_code == 303
    (food,) = newest(session, person)
    return food


def test_a_label_becomes_figures_per_100_g_and_what_it_leaves_out_stays_unknown(
    ana: Person, session: Session, get_page: GetPage
) -> None:
    get_page(ana.client, "/foods")
    get_page(ana.client, "/foods/new")
    jam = add_jam(ana, session)
    assert jam.per_100_g == {
        "energy_kcal": 250,
        "carbohydrate_g": 60,
        "sodium_mg": 0,
        "iron_mg": 9,
        "vitamin_d_ug": 5,
    }
    portions = session.scalars(select(FoodPortion).where(FoodPortion.food_id == jam.id))
    assert [(one.label, one.grams) for one in portions] == [("1 spoon", 20)]
    page = get_page(ana.client, f"/foods/own/{jam.id}")
    assert page.fields["amount-iron_mg"] == ["10"]
    assert "dv_us" in page.fields["unit-iron_mg"]
    assert "Oma’s plum jam" in get_page(ana.client, "/foods").text


def test_one_known_figure_is_told_as_one(
    ana: Person, session: Session, get_page: GetPage
) -> None:
    energy = {"name": "Plain jam", "basis": "100g", "amount-energy_kcal": "240"}
    assert ana.client.post("/foods/new", data=energy).status_code == 303
    assert "1 figure known" in get_page(ana.client, "/foods").text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("serving_g", ""),
        ("serving_g", "0"),
        ("serving_g", "-5"),
        ("amount-carbohydrate_g", "25"),
        ("amount-energy_kcal", "lots"),
        ("amount-iron_mg", "-1"),
        ("amount-iron_mg", "1e9"),
    ],
)
def test_a_label_that_cannot_be_is_refused_with_everything_typed(
    ana: Person, session: Session, field: str, value: str
) -> None:
    sent = {**JAM, field: value}
    answer = ana.client.post("/foods/new", data=sent)
    page = inspect_answer("/foods/new", answer.status_code, answer.text, 422)
    assert page.fields[field] == [value]
    assert page.fields["serving_label"] == ["1 spoon"]
    assert f"#f-{field}" in page.links
    assert newest(session, ana) == []


def test_an_own_food_is_found_first_by_its_owner_alone(
    ana: Person, ben: Person, session: Session, today: date
) -> None:
    jam = add_jam(ana, session)
    for person, expected in ((ana, True), (ben, False)):
        for typed in ("oma's plum jam", "plum ja", "omas plun jam"):
            foods = person.client.get(f"/foods/search?q={typed}").get_json()["foods"]
            assert (foods[0]["id"] == jam.id) is expected
            assert expected or jam.id not in {food["id"] for food in foods}
    ana.client.post(f"/evening/{today}", data={"meal": "2 spoons of omas plum jam"})
    record = day_of(session, ana, today)
    assert [(item.food_id, item.amount_g) for item in record.items] == [(jam.id, 40)]


def test_a_change_leaves_the_days_on_which_it_was_eaten_as_they_were(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    jam = add_jam(ana, session)
    ana.client.post(f"/evening/{today}", data={"do": f"eat:{jam.id}", "slot": "lunch"})
    ana.client.post(f"/evening/{today}", data={"do": f"star:{jam.id}"})
    old_id = jam.id
    assert "keep the old figures" in get_page(ana.client, f"/foods/own/{old_id}").text
    changed = {**JAM, "amount-iron_mg": "20"}
    ana.client.post(f"/foods/own/{old_id}", data=changed)
    (new,) = newest(session, ana)
    assert new.id != old_id
    assert new.per_100_g["iron_mg"] == 18
    record = day_of(session, ana, today)
    assert record.items[0].per_100_g["iron_mg"] == 9
    page = get_page(ana.client, "/foods")
    assert page.html.count("/foods/favourites/") == 1
    assert f"/foods/favourites/{new.id}" in page.html
    assert ana.client.get(f"/foods/own/{old_id}").status_code == 404


def test_an_own_food_is_put_away_and_deleted_only_when_nothing_holds_it(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    jam = add_jam(ana, session)
    path = f"/foods/own/{jam.id}"
    ana.client.post(f"/evening/{today}", data={"do": f"eat:{jam.id}", "slot": "lunch"})
    assert ana.client.post(path, data={"do": "delete"}).status_code == 409
    assert ana.client.post(path, data={"do": "put-away"}).status_code == 303
    found = ana.client.get("/foods/search?q=omas+plum+jam").get_json()["foods"]
    assert jam.id not in {food["id"] for food in found}
    assert "(put away)" in get_page(ana.client, "/foods").text
    assert ana.client.post(path, data={"do": "take-up"}).status_code == 303
    ana.client.post(f"/evening/{today}", data={"do": "undo"})
    assert ana.client.post(path, data={"do": "delete"}).status_code == 303
    assert newest(session, ana) == []


def test_a_recipe_is_made_of_a_sentence_and_eaten_like_a_food(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    get_page(ana.client, "/foods/recipes/new")
    answer = ana.client.post(
        "/foods/recipes/new",
        data={
            "name": "Milk soup",
            "ingredients": "1 litre whole milk\n100 g oats\n30 g of zorblax",
            "servings": "4",
            "yield_g": "1000",
        },
    )
    assert answer.status_code == 303
    page = get_page(ana.client, answer.location)
    assert "at least" in page.text
    (soup,) = newest(session, ana)
    milk = session.get(Food, "whole-milk")
    own = session.get(OwnFood, soup.id)
    assert milk is not None
    assert own is not None
    assert 0 < own.known_shares["calcium_mg"] < 1
    assert soup.per_100_g["calcium_mg"] > milk.per_100_g["calcium_mg"]
    ana.client.post(f"/evening/{today}", data={"meal": "a serving of milk soup"})
    record = day_of(session, ana, today)
    assert [(item.food_id, item.amount_g) for item in record.items] == [(soup.id, 250)]
    intake = day_intake(record, "calcium_mg")
    assert intake.known_share_0_1 == pytest.approx(own.known_shares["calcium_mg"])


def test_a_recipe_names_the_ingredient_whose_weight_is_not_known(ana: Person) -> None:
    sent = {"name": "Dal", "ingredients": "200 g lentils, zorblax", "servings": "2"}
    answer = ana.client.post("/foods/recipes/new", data=sent)
    page = inspect_answer("recipe", answer.status_code, answer.text, 422)
    assert "The weight of “zorblax” is not known" in page.text
    assert "200 g lentils, zorblax" in page.html


@pytest.mark.parametrize(
    ("said", "foods"),
    [
        ("200 g lentils", ("lentils-dry", "lentils-boiled")),
        ("200 g red lentils", ("lentils-dry", "lentils-boiled")),
        ("200 g cooked lentils", ("lentils-boiled", "lentils-dry")),
        ("500 g minced beef", ("minced-beef-20-fat-raw", "minced-beef-cooked")),
        ("300 g salmon", ("salmon-raw", "salmon-baked-or-grilled")),
        ("500 g potatoes", ("potato-raw", "potatoes-boiled-peeled")),
        ("a bowl of rice", ("white-rice-boiled", "white-rice-dry")),
    ],
)
def test_what_is_cooked_in_the_pot_is_weighed_uncooked_unless_said_otherwise(
    ana: Person, session: Session, get_page: GetPage, said: str, foods: tuple[str, str]
) -> None:
    sent = {"name": "Dal", "ingredients": said, "servings": "2", "do": "read"}
    ana.client.post("/foods/recipes/new", data=sent)
    made = next(food for food in newest(session, ana) if food.source == "recipe")
    page = get_page(ana.client, f"/foods/recipes/{made.id}")
    taken, offered = foods
    assert f'value="{taken}">this one' in page.html
    assert f'value="{offered}"' in page.html


def test_a_recipe_is_changed_row_by_row_and_past_days_keep_the_old_one(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    sent = {"name": "Porridge", "ingredients": "500 g whole milk, 50 g oats"}
    ana.client.post("/foods/recipes/new", data={**sent, "servings": "2"})
    (old,) = newest(session, ana)
    old_id, old_figures = old.id, dict(old.per_100_g)
    ana.client.post(f"/evening/{today}", data={"do": f"eat:{old_id}", "slot": "lunch"})
    path = f"/foods/recipes/{old_id}"
    page = get_page(ana.client, path)
    assert page.fields["grams-0"] == ["500"]
    for wrong in ({"servings": "0"}, {"yield_g": "-1"}, {"grams-0": "lots"}):
        answer = ana.client.post(path, data={"name": "Porridge", **wrong})
        inspect_answer(path, answer.status_code, answer.text, 422)
    answer = ana.client.post(
        path,
        data={
            "name": "Porridge",
            "servings": "2",
            "drop-0": "yes",
            "grams-1": "80",
            "ingredients": "a banana",
        },
    )
    assert answer.status_code == 303
    page = get_page(ana.client, answer.location)
    assert "Banana" in page.text
    (new,) = newest(session, ana)
    assert new.id != old_id
    record = day_of(session, ana, today)
    assert record.items[0].per_100_g == old_figures


def test_what_words_mean_is_shown_and_can_be_forgotten(
    ana: Person, ben: Person, session: Session, today: date, get_page: GetPage
) -> None:
    ana.client.post(f"/evening/{today}", data={"meal": "a glass of zorblax"})
    record = day_of(session, ana, today)
    assert record.items[0].food_id is None
    page = ana.client.get(f"/evening/{today}").text
    item = page.split('id="item-')[1].split('"')[0]
    ana.client.post(f"/evening/{today}", data={"do": f"swap:{item}:whole-milk"})
    session.rollback()
    row = session.scalars(select(FoodCorrection)).one()
    assert "means Whole milk" in get_page(ana.client, "/foods").text
    path = f"/foods/corrections/{row.id}/forget"
    assert ben.client.post(path).status_code == 404
    assert ana.client.post(path).status_code == 303
    assert "means Whole milk" not in get_page(ana.client, "/foods").text


def test_a_saved_meal_is_renamed_and_deleted_on_the_page_of_foods(
    ana: Person, ben: Person, session: Session, today: date, get_page: GetPage
) -> None:
    ana.client.post(f"/evening/{today}", data={"do": "eat:banana", "slot": "lunch"})
    html = ana.client.get(f"/evening/{today}").text
    meal = html.split('id="meal-')[1].split('"')[0]
    for name in ("Std lunch", "Other"):
        sent = {"do": f"save-meal:{meal}", f"save-name-{meal}": name}
        ana.client.post(f"/evening/{today}", data=sent)
    page = get_page(ana.client, "/foods")
    numbers = [field for field in page.fields if field.startswith("saved-")]
    first, second = (field.removeprefix("saved-") for field in numbers)
    taken = {numbers[1]: "std lunch"}
    answer = ana.client.post(f"/foods/saved/{second}", data=taken)
    wrong = page.fields[numbers[1]] == ["Std lunch"]
    assert answer.status_code == (303 if wrong else 422)
    assert ben.client.post(f"/foods/saved/{first}", data={}).status_code == 404
    ana.client.post(f"/foods/saved/{first}", data={"do": "delete"})
    assert len(get_page(ana.client, "/foods").html.split("/foods/saved/")) == 2


def test_strangers_find_no_own_food_and_no_recipe(
    ana: Person, ben: Person, session: Session, today: date
) -> None:
    jam = add_jam(ana, session)
    sent = {"name": "Soup", "ingredients": "500 g whole milk", "servings": "2"}
    ana.client.post("/foods/recipes/new", data=sent)
    soup = next(food for food in newest(session, ana) if food.source == "recipe")
    tries = [
        ben.client.get(f"/foods/own/{jam.id}"),
        ben.client.post(f"/foods/own/{jam.id}", data=JAM),
        ben.client.post(f"/foods/own/{jam.id}", data={"do": "delete"}),
        ben.client.get(f"/foods/recipes/{soup.id}"),
        ben.client.post(f"/foods/recipes/{soup.id}", data={"do": "put-away"}),
        ben.client.post(f"/foods/favourites/{jam.id}", data={"star": "yes"}),
        ben.client.post(f"/evening/{today}", data={"do": f"eat:{jam.id}"}),
        ben.client.post(f"/evening/{today}", data={"do": f"star:{soup.id}"}),
    ]
    assert [answer.status_code for answer in tries] == [404] * len(tries)


def test_what_a_day_held_says_at_least_and_keeps_tablets_apart(
    ana: Person, session: Session, today: date, get_page: GetPage
) -> None:
    path = f"/foods/day/{today}"
    assert "not the same as nothing eaten" in get_page(ana.client, path).text
    account = ana.account(session)
    known = make_food(session, name="Known", per_100_g={"magnesium_mg": 105.0})
    other = make_food(session, name="Silent", per_100_g={})
    make_meal(session, account, today, (known, 200.0), (other, 100.0), (None, None))
    take_supplement(session, make_supplement(session, account), today)
    session.commit()
    page = get_page(ana.client, path).text.replace("\xa0", " ")
    assert "Magnesium at least 210 mg + 200 mg from tablets" in page
    assert "Not known for: Silent, something." in page
    assert "Iron not known" in page
    assert "may be only part of the day" in page
    for wrong in ("2090-01-01", "soon"):
        assert ana.client.get(f"/foods/day/{wrong}").status_code in {404, 422}
