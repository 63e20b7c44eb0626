from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from journal.domain.dates import journal_day
from journal.models import FoodPortion, Meal
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
    assert (unknown.amount_g, unknown.amount_source) == (30, "stated")
    page = get_page(ana.client, f"/evening/{today}")
    assert "Not in the food list. Kept as you wrote it, counted as unknown." in (
        page.text
    )


def test_the_weight_of_unknown_words_stays_when_a_food_is_chosen_for_them(
    ana: Person, session: Session, today: date
) -> None:
    say(ana, today, meal="30 g of zorblax", slot="breakfast")
    (meal,) = written(session, ana, today)
    say(ana, today, do=f"swap:{meal.items[0].id}:whole-milk")
    (meal,) = written(session, ana, today)
    (item,) = meal.items
    assert (item.food_id, item.amount_g) == ("whole-milk", 30)
    assert item.amount_source == "stated"


def test_a_part_that_was_eaten_is_counted_and_said(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    said = "200 g lasagne shared with my sister"
    assert say(ana, today, meal=said, slot="dinner") == 303
    (meal,) = written(session, ana, today)
    (item,) = meal.items
    assert (item.amount_g, item.amount_source) == (100, "assumed")
    page = get_page(ana.client, f"/evening/{today}")
    assert "Your part of “200 g lasagne” was taken as half of it." in page.text


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
    assert say(ana, today, meal="zero bananas", slot="dinner") == 303
    page = get_page(ana.client, f"/evening/{today}")
    assert "there was none of it: “bananas”" in page.text


def test_nothing_typed_as_a_meal_is_the_answer_none_and_no_unknown_food(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    assert say(ana, today, meal="nothing", slot="lunch") == 303
    assert say(ana, today, meal="I ate nothing", slot="snacks") == 303
    assert written(session, ana, today) == []
    page = get_page(ana.client, f"/evening/{today}")
    assert "No snacks." in page.text
    assert "clear-none:lunch" in page.html
    assert "clear-none:snacks" in page.html
    say(ana, today, meal="an apple", slot="dinner")
    assert say(ana, today, meal="nothing", slot="dinner") == 422


def test_less_than_nothing_of_a_food_is_kept_as_it_was_written(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    assert say(ana, today, meal="-3 eggs", slot="lunch") == 303
    (meal,) = written(session, ana, today)
    (item,) = meal.items
    assert (item.name, item.food_id, item.amount_g) == ("-3 eggs", None, None)
    page = get_page(ana.client, f"/evening/{today}")
    assert "The amount cannot be told from this and is left open" in page.text


@pytest.mark.parametrize("said", ["1e9 slices of white bread", "20 kg boiled rice"])
def test_an_amount_beyond_reason_is_left_open_and_said_so(
    ana: Person, session: Session, get_page: GetPage, today: date, said: str
) -> None:
    assert say(ana, today, meal=said, slot="lunch") == 303
    (meal,) = written(session, ana, today)
    (item,) = meal.items
    assert item.food_id is not None
    assert (item.amount_g, item.amount_source) == (None, "unknown")
    page = get_page(ana.client, f"/evening/{today}")
    assert f"is left open: “{said}”." in page.text


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


def test_a_large_meal_comes_back_whole_and_in_its_order(
    ana: Person, session: Session, today: date
) -> None:
    names = [f"{n} {'ö' * 150}" for n in range(20)]
    meal = put(session, ana, today, *[NewItem(name) for name in names])
    say(ana, today, do=f"remove-item:{meal.items[3].id}")
    say(ana, today, do="undo")
    (back,) = written(session, ana, today)
    assert [item.name for item in back.items] == names
    say(ana, today, do=f"remove-meal:{back.id}")
    say(ana, today, do="undo")
    (back,) = written(session, ana, today)
    assert [item.name for item in back.items] == names


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


def test_a_portion_that_tells_its_weight_is_not_told_it_twice(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    for seq, label in ((91, "1 small pot (125 g)"), (92, "1 jug")):
        session.add(FoodPortion(food_id="whole-milk", seq=seq, label=label, grams=125))
    meal = put(session, ana, today, MILK)
    for path in (f"/meals/items/{meal.items[0].id}", f"/evening/{today}"):
        text = get_page(ana.client, path).text
        assert "1 small pot (125 g)" in text
        assert "1 small pot (125 g), 125 g" not in text
        assert "1 jug, 125 g" in text


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


def test_a_doubtful_match_looks_doubtful_and_its_alternatives_are_one_tap_away(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    doubtful = NewItem(
        "Whole milk",
        "whole-milk",
        250,
        "",
        "stated",
        said="farm milk",
        match_0_1=0.6,
        alternatives=("semi-skimmed-milk",),
    )
    meal = put(session, ana, today, doubtful, MILK)
    item_id = meal.items[0].id
    page = get_page(ana.client, f"/evening/{today}")
    assert page.html.count("item-doubtful") == 1
    assert "Not sure this is your “farm milk”." in page.text
    assert f"swap:{item_id}:semi-skimmed-milk" in page.html
    say(ana, today, do=f"sure:{item_id}")
    assert "item-doubtful" not in get_page(ana.client, f"/evening/{today}").html


def test_the_nearest_food_of_the_list_is_said_to_be_no_more_than_that(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    say(ana, today, meal="an acai bowl", slot="breakfast")
    page = get_page(ana.client, f"/evening/{today}")
    assert "“an acai bowl” is not in the food list; this is the nearest to it." in (
        page.text
    )
    (meal,) = written(session, ana, today)
    say(ana, today, do=f"sure:{meal.items[0].id}")
    assert "the nearest to it" not in get_page(ana.client, f"/evening/{today}").text


def test_another_food_chosen_for_words_is_remembered_for_this_person(
    ana: Person, ben: Person, session: Session, today: date
) -> None:
    say(ana, today, meal="a glass of zorblax", slot="lunch")
    (meal,) = written(session, ana, today)
    assert meal.items[0].food_id is None
    say(ana, today, do=f"swap:{meal.items[0].id}:whole-milk")
    for person in (ana, ben):
        say(person, today, meal="two glasses of Zorblax and a banana", slot="dinner")
    (_, again) = written(session, ana, today)
    assert again.items[0].food_id == "whole-milk"
    assert again.items[0].amount_g == pytest.approx(2 * 257.8)
    (other,) = written(session, ben, today)
    assert other.items[0].food_id is None


def test_an_amount_is_changed_in_its_row_by_portion_grams_or_step(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    meal = put(session, ana, today, MILK)
    n = meal.items[0].id
    page = get_page(ana.client, f"/evening/{today}")
    assert page.fields[f"q-{n}"] == ["1"]
    assert page.fields[f"p-{n}"] == ["1"]
    was = {f"a-{n}-was": "1|1|257.8", f"p-{n}": "1", f"g-{n}": "257.8"}

    def amount() -> tuple[float | None, str, str]:
        (found,) = written(session, ana, today)
        item = found.items[0]
        return item.amount_g, item.amount_label, item.amount_source

    say(ana, today, **was, **{f"q-{n}": "2"}, do="save")
    assert amount() == (pytest.approx(515.6), "2 × glass (250 ml)", "portion")
    say(ana, today, do=f"more:{n}")
    assert amount()[1] == "2.5 × glass (250 ml)"
    # With scripts the grams follow the portion and come along.
    followed = {f"q-{n}": "3", f"p-{n}": "1", f"g-{n}": "773.4"}
    say(ana, today, **{f"a-{n}-was": "2.5|1|644.5"}, **followed)
    assert amount()[1:] == ("3 × glass (250 ml)", "portion")
    say(ana, today, **{f"a-{n}-was": "1|1|1", f"p-{n}": "1", f"g-{n}": "80,5"})
    assert amount() == (80.5, "", "stated")
    say(ana, today, do=f"less:{n}")
    assert amount()[0] == 70.5
    say(ana, today, do="undo")
    assert amount()[0] == 80.5


@pytest.mark.parametrize(
    "count", [("1/2", 0.5), ("1 1/2", 1.5), ("½", 0.5), ("1½", 1.5)]
)
@pytest.mark.parametrize("grams", ["", "257.8", "515.6"])
def test_a_count_is_read_as_written_whatever_grams_came_along(
    ana: Person,
    session: Session,
    today: date,
    count: tuple[str, float],
    grams: str,
) -> None:
    typed, quantity = count
    meal = put(session, ana, today, MILK)
    n = meal.items[0].id
    was = {f"a-{n}-was": "2|1|515.6", f"p-{n}": "1"}
    say(ana, today, **was, **{f"q-{n}": typed, f"g-{n}": grams}, do="save")
    (found,) = written(session, ana, today)
    assert found.items[0].amount_g == pytest.approx(257.8 * quantity)
    assert found.items[0].amount_label == f"{quantity:g} × glass (250 ml)"


def test_grams_that_came_along_with_a_count_that_cannot_be_are_not_stored(
    ana: Person, session: Session, today: date
) -> None:
    meal = put(session, ana, today, MILK)
    n = meal.items[0].id
    sent = {f"a-{n}-was": "1|1|257.8", f"p-{n}": "1", f"q-{n}": "20e", f"g-{n}": "999"}
    answer = ana.client.post(f"/evening/{today}", data=sent)
    page = inspect_answer("evening", answer.status_code, answer.text, 422)
    assert f"#f-q-{n}" in page.links
    (found,) = written(session, ana, today)
    assert found.items[0].amount_g == 257.8


@pytest.mark.parametrize("typed", ["0", "-3", "1e9", "lots", "nan", "inf", "1/0"])
def test_an_amount_that_cannot_be_is_refused_in_its_row(
    ana: Person, session: Session, today: date, typed: str
) -> None:
    meal = put(session, ana, today, MILK)
    n = meal.items[0].id
    sent = {f"a-{n}-was": "1|1|257.8", f"p-{n}": "1", f"g-{n}": "257.8"}
    for field in (f"q-{n}", f"g-{n}"):
        data = {**sent, f"q-{n}": "1", field: typed, "note": "kept", "note-was": ""}
        answer = ana.client.post(f"/evening/{today}", data=data)
        page = inspect_answer("evening", answer.status_code, answer.text, 422)
        assert page.fields[field] == [typed]
        assert f"#f-{field}" in page.links
        assert "kept" in page.text
    (found,) = written(session, ana, today)
    assert found.items[0].amount_g == 257.8


def test_a_meal_that_was_skipped_is_an_answer_and_can_be_taken_back(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    assert say(ana, today, do="none:lunch") == 303
    page = get_page(ana.client, f"/evening/{today}")
    assert "Lunch none" in page.text
    assert "none:lunch" not in page.html.replace("clear-none:lunch", "")
    say(ana, today, meal="No breakfast. Lunch: a banana")
    assert "Breakfast none" in get_page(ana.client, f"/evening/{today}").text
    assert "Lunch none" not in get_page(ana.client, f"/evening/{today}").text
    assert [meal.slot for meal in written(session, ana, today)] == ["lunch"]
    assert say(ana, today, do="none:lunch") == 422
    say(ana, today, do="clear-none:breakfast")
    assert "Breakfast none" not in get_page(ana.client, f"/evening/{today}").text
    say(ana, today, do="undo")
    assert "Breakfast none" in get_page(ana.client, f"/evening/{today}").text


def test_a_saved_meal_is_eaten_by_a_tap_and_by_its_name(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    meal = put(session, ana, today, MILK, JAM)
    field = f"save-name-{meal.id}"
    assert say(ana, today, do=f"save-meal:{meal.id}") == 422
    assert say(ana, today, **{field: "Std breakfast"}, do=f"save-meal:{meal.id}") == 303
    page = get_page(ana.client, f"/evening/{today}")
    button = page.html.split('value="saved:')[1].split('"')[0]
    say(ana, today, do=f"saved:{button}", slot="dinner")
    say(ana, today, meal="std breakfast and a banana", slot="breakfast")
    morning, _, evening = written(session, ana, today)
    assert [item.food_id for item in evening.items] == ["whole-milk", None]
    assert {item.name for item in morning.items} == {
        "Banana",
        "Whole milk",
        "oma's plum jam",
    }


def test_half_a_saved_meal_is_half_of_each_of_its_foods(
    ana: Person, session: Session, today: date
) -> None:
    meal = put(session, ana, today - timedelta(days=1), MILK, JAM)
    day = today - timedelta(days=1)
    say(ana, day, **{f"save-name-{meal.id}": "Std tea"}, do=f"save-meal:{meal.id}")
    assert say(ana, today, meal="half a std tea", slot="snacks") == 303
    (half,) = written(session, ana, today)
    assert [(item.name, item.amount_g, item.amount_label) for item in half.items] == [
        ("Whole milk", pytest.approx(128.9), "0.5 × glass (250 ml)"),
        ("oma's plum jam", None, ""),
    ]


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("half an avocado", (75, "1 half")),
        ("a quarter of a bagel", (24, "0.5 × half")),
        ("half a pint of beer", (288.1, "1 half pint (284 ml)")),
        ("two slices of white toast", (50, "2 × slice")),
    ],
)
def test_an_amount_reads_as_the_grams_are(
    ana: Person, session: Session, today: date, said: str, amount: tuple[float, str]
) -> None:
    say(ana, today, meal=said, slot="lunch")
    (meal,) = written(session, ana, today)
    (item,) = meal.items
    assert item.amount_g == pytest.approx(amount[0])
    assert item.amount_label == amount[1]
    count = amount[1].partition(" ")[0]
    field = f'name="a-{item.id}-was" value="{count}|'
    assert field in ana.client.get(f"/evening/{today}").text


def test_leftovers_are_copied_and_moved_to_another_day_and_slot_and_come_back(
    ana: Person, session: Session, today: date
) -> None:
    yesterday = today - timedelta(days=1)
    meal = put(session, ana, today, MILK)
    where = {f"to-day-{meal.id}": str(yesterday), f"to-slot-{meal.id}": "snacks"}
    say(ana, today, **where, do=f"copy-meal:{meal.id}")
    assert [one.slot for one in written(session, ana, yesterday)] == ["snacks"]
    say(ana, today, do="undo")
    assert written(session, ana, yesterday) == []
    say(ana, today, **where, do=f"move-meal:{meal.id}")
    assert written(session, ana, today) == []
    say(ana, today, do="undo")
    (back,) = written(session, ana, today)
    assert (back.slot, back.items[0].amount_g) == ("lunch", 257.8)
    where[f"to-day-{meal.id}"] = str(today + timedelta(days=1))
    assert say(ana, today, **where, do=f"copy-meal:{meal.id}") == 422
    where[f"to-day-{meal.id}"] = "soon"
    assert say(ana, today, **where, do=f"copy-meal:{meal.id}") == 422


def test_a_favourite_and_a_usual_food_are_one_tap_with_the_amount_of_last_time(
    ana: Person, session: Session, get_page: GetPage, today: date
) -> None:
    put(
        session,
        ana,
        today - timedelta(days=2),
        NewItem("x", "banana", 90, "", "stated"),
    )
    say(ana, today, do="star:whole-milk")
    page = get_page(ana.client, f"/evening/{today}?")
    assert 'value="eat:whole-milk"' in page.html
    say(ana, today, do="eat:banana", slot="lunch")
    say(ana, today, do="eat:whole-milk", slot="lunch")
    (meal,) = written(session, ana, today)
    assert [(item.food_id, item.amount_g) for item in meal.items] == [
        ("banana", 90),
        ("whole-milk", 257.8),
    ]
    say(ana, today, do="unstar:whole-milk")
    say(ana, today, do="undo")
    (meal,) = written(session, ana, today)
    assert len(meal.items) == 1


def test_the_usual_foods_of_this_meal_come_first_before_anything_is_typed(
    ana: Person, ben: Person, session: Session, today: date
) -> None:
    put(session, ana, today, NewItem("x", "banana", 90, "", "stated"))
    address = f"/foods/search?q=&slot=lunch&date={today}"
    (food,) = ana.client.get(address).get_json()["foods"]
    assert (food["id"], food["amount"]) == ("banana", "90 g")
    assert ben.client.get(address).get_json()["foods"] == []


@pytest.mark.parametrize(
    "said",
    [
        "a" * 10_000,
        "🍎🍌🥛" * 50,
        "яблоко и молоко",
        "牛乳とパン",
        "'; DROP TABLE meal; --",
        "1000000000 slices of bread",
        "\x00\u202e half",
        "<script>alert(1)</script>",
    ],
)
def test_ugly_sentences_are_kept_or_refused_but_never_break_the_page(
    ana: Person, session: Session, get_page: GetPage, today: date, said: str
) -> None:
    status = say(ana, today, meal=said, slot="lunch")
    assert status in {303, 422}
    page = get_page(ana.client, f"/evening/{today}")
    assert "<script>alert" not in page.html
    for meal in written(session, ana, today):
        for item in meal.items:
            assert item.amount_g is None or 0 < item.amount_g <= 5000


def test_strangers_cannot_reach_a_saved_meal_or_an_amount(
    ana: Person, ben: Person, session: Session, today: date
) -> None:
    meal = put(session, ana, today, MILK)
    say(ana, today, **{f"save-name-{meal.id}": "Mine"}, do=f"save-meal:{meal.id}")
    n = meal.items[0].id
    tries: list[dict[str, str]] = [
        {"do": "saved:1"},
        {"do": f"save-meal:{meal.id}", f"save-name-{meal.id}": "Theft"},
        {"do": f"copy-meal:{meal.id}", f"to-slot-{meal.id}": "lunch"},
        {"do": f"move-meal:{meal.id}", f"to-slot-{meal.id}": "lunch"},
        {"do": f"sure:{n}"},
    ]
    assert [say(ben, today, **sent) for sent in tries] == [404] * len(tries)
    # A row that is not on the page is not looked at.
    say(ben, today, **{f"a-{n}-was": "1", f"q-{n}": "9", f"g-{n}": "9"}, do=f"more:{n}")
    (left,) = written(session, ana, today)
    assert left.items[0].amount_g == 257.8


def test_the_meals_take_as_many_queries_however_many_there_are(
    ana: Person, session: Session, today: date
) -> None:
    engine = session.get_bind()
    statements: list[str] = []

    def note(*arguments: object) -> None:
        statements.append(str(arguments[2]))

    counts = []
    for _ in range(2):
        for _ in range(6):
            put(session, ana, today, MILK, NewItem("x", "banana", 9, "", "stated"))
        session.rollback()
        statements.clear()
        event.listen(engine, "before_cursor_execute", note)
        try:
            assert ana.client.get(f"/evening/{today}").status_code == 200
        finally:
            event.remove(engine, "before_cursor_execute", note)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 40
