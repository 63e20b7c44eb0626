from datetime import date

import pytest

from tests.factories import make_day, make_food, make_meal, make_symptom

DAY = date(2026, 2, 20)


@pytest.fixture(autouse=True)
def _frozen(time_machine):
    time_machine.move_to("2026-03-01 20:00:00+00:00", tick=False)


def fill(session, ana):
    account = ana.account(session)
    make_symptom(session, account, DAY, severity_0_10=7, note="left one, hard")
    make_day(session, account, DAY, food_status="complete", note="walked <b>far</b>")
    food = make_food(session, name="Rye bread")
    make_meal(session, account, DAY, (food, 80.0), (None, None), slot="lunch")
    session.commit()


def test_the_month_says_each_day_in_words(ana, session, get_page):
    fill(session, ana)
    page = get_page(ana.client, "/days/2026-02")
    assert page.h1 == "February 2026"
    assert "night cramps 7 of 10; all food written down; a note" in page.text
    assert "legs not answered; no food written down" in page.text
    assert "/days/2026-02-20" in page.links


def test_a_month_of_one_symptom_counts_only_days_that_were_answered(
    ana, session, get_page
):
    fill(session, ana)
    page = get_page(ana.client, "/days/2026-02?symptom=night_cramp")
    assert "Night cramps on 1 of 1 day with an answer." in page.text
    page = get_page(ana.client, "/days/2026-02?symptom=tingling")
    assert "not answered this month" in page.text


def test_a_day_shows_the_legs_the_night_after_and_the_food(ana, session, get_page):
    fill(session, ana)
    page = get_page(ana.client, "/days/2026-02-20")
    assert page.h1 == "Friday, 20 February"
    assert "Night cramps: 7 of 10" in page.text
    assert "Rye bread (80 g)" in page.text.replace("\xa0", " ")
    assert "something (not in the food list)" in page.text
    assert "walked <b>far</b>" in page.text
    assert {"/evening/2026-02-20", "/evening/2026-02-21#last-night"} <= set(page.links)


def test_a_day_tells_drinks_as_the_evening_asks_for_them(ana, session, get_page):
    account = ana.account(session)
    account.region = "US"
    make_day(session, account, DAY, alcohol_g=21.0, water_ml=1200.0, sun_min=0.0)
    session.commit()

    text = get_page(ana.client, "/days/2026-02-20").text.replace("\xa0", " ")

    assert "Alcoholic drinks beyond meals: 1.5 (21 g of alcohol)" in text
    assert "Water and tea: 1200 ml" in text
    assert "Sun: 0 min" in text


def test_an_empty_day_says_that_it_is_not_known(ana, get_page):
    page = get_page(ana.client, "/days/2026-02-19")
    assert "counts as not known, never as none" in page.text


def test_searching_leads_to_the_day_and_marks_the_word(ana, session, get_page):
    fill(session, ana)
    page = get_page(ana.client, "/days/search?q=RYE")
    assert "1 day" in page.text
    assert "<mark>Rye</mark> bread" in page.html
    assert "/days/2026-02-20" in page.links


def test_nothing_found_and_nothing_asked_are_said(ana, get_page):
    assert "No day found" in get_page(ana.client, "/days/search?q=<script>").text
    assert "What are you looking for?" in get_page(ana.client, "/days/search").text


def test_the_calendar_leads_to_a_chosen_date(ana):
    answer = ana.client.get("/days/?day=2026-02-20")
    assert answer.location == "/days/2026-02-20"
    assert ana.client.get("/days/").location == "/days/2026-03"


@pytest.mark.parametrize(
    "path",
    [
        "2026-13",
        "2026-04",
        "1949-12",
        "2026-03-02",
        "2026-02-30",
        "nonsense",
        "2026-02?symptom=nonsense",
        "search?symptom=nonsense",
        "?day=nonsense",
    ],
)
def test_a_day_or_month_that_cannot_be_is_a_page_that_is_not_there(ana, path):
    assert ana.client.get(f"/days/{path}").status_code == 404


def test_another_persons_day_looks_empty(ana, ben, session, get_page):
    fill(session, ana)
    page = get_page(ben.client, "/days/2026-02-20")
    assert "Nothing is written down for this day." in page.text
    assert "No day found" in get_page(ben.client, "/days/search?q=rye").text
