from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from journal.models import SymptomEntry
from journal.web.reports import CHART_POLICY
from tests.factories import (
    make_day,
    make_food,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)

SUNDAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def month(session, ana):
    """Four weeks with cramps on every second night and food on every day."""
    account = ana.account(session)
    account.birth_year, account.sex = 1984, "female"
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    for n in range(28):
        day = SUNDAY - timedelta(days=n)
        make_day(session, account, day, food_status="complete")
        make_meal(session, account, day, (food, 120.0 + 2 * n))
        make_symptom(session, account, day, severity_0_10=6 * (n % 2))
    session.commit()


def test_reports_lead_to_the_running_week(ana):
    answer = ana.client.get("/reports/")

    assert answer.status_code == 302
    assert answer.location == "/reports/2026-W48"


def test_the_week_says_the_count_first_and_shows_both_voices(ana, month, get_page):
    page = get_page(ana.client, "/reports/2026-W47")

    assert page.h1 == "Your week"
    assert "Night cramps on 3 of 7 nights" in page.text
    assert "Your journal" in page.text
    assert "Medicine" in page.text
    assert "Counted, not tested" in page.text
    assert "/reports/2026-W46" in page.links
    assert "/reports/2026-W48" in page.links


def test_a_count_says_how_many_nights_are_in_neither_number(
    session, ana, month, get_page
):
    answered = select(SymptomEntry).where(SymptomEntry.date == SUNDAY)
    session.delete(session.scalars(answered).one())
    session.commit()

    for path in ("/reports/2026-W47", "/patterns"):
        assert (
            "1 night left out: logged in part, no answer, or not known."
            in get_page(ana.client, path).text
        )


def test_one_night_and_one_full_day_are_not_called_nights_and_days(
    session, ana, get_page
):
    account = ana.account(session)
    make_symptom(session, account, SUNDAY, severity_0_10=4, woke_me=True)
    make_day(session, account, SUNDAY, food_status="complete")
    make_meal(session, account, SUNDAY, (make_food(session), 150.0))
    session.commit()

    words = get_page(ana.client, "/reports/2026-W47").text

    assert "1 of 1 night, worst 4 of 10, woken on 1 of 1" in words
    assert "1 nights" not in words
    assert "1 full days" not in words


def test_each_day_sets_food_and_tablets_apart_and_leads_to_its_evening(
    session, ana, get_page
):
    account = ana.account(session)
    known = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 200.0})
    unknown = make_food(session, per_100_g={"energy_kcal": 200.0})
    saturday = SUNDAY - timedelta(days=1)
    for day in (saturday, SUNDAY):
        make_day(session, account, day, food_status="complete")
    make_meal(session, account, saturday, (known, 280.0))
    make_meal(session, account, SUNDAY, (known, 280.0), (unknown, 70.0))
    tablet = make_supplement(session, account, amounts={"magnesium_mg": 25.0})
    take_supplement(session, tablet, saturday)
    take_supplement(session, tablet, SUNDAY)
    session.commit()

    page = get_page(ana.client, "/reports/2026-W47")

    words = " ".join(page.text.split())
    assert "280 + 25 mg" in words
    assert words.count("at least 280 + 25 mg") == 1
    assert "80% known" in words
    assert {"/evening/2026-11-21", "/evening/2026-11-22"} <= set(page.links)
    assert "About 630 kcal a day." in words


def test_no_page_of_mine_says_what_must_not_be_said(ana, month, get_page):
    for path in (
        "/reports/2026-W47",
        "/patterns",
        "/doctor",
        "/learn/",
        "/learn/magnesium",
        "/learn/vitamin-b12",
    ):
        words = get_page(ana.client, path).text.lower()
        assert not [w for w in ("deficien", "you should", "great job") if w in words]


def test_an_empty_first_week_is_designed_and_offers_tonight(ana, get_page):
    page = get_page(ana.client, "/reports/2026-W48")

    assert "An empty day counts as not known, never as none." in page.text
    assert "/evening/2026-11-23" in page.links


@pytest.mark.parametrize(
    "week",
    [
        "2026-W49",
        "2026-W54",
        "2026-47",
        "2026-W7",
        "9999-W52",
        "0001-W01",
        "x",
        "²026-W01",
    ],
)
def test_a_week_that_is_not_there_is_404(ana, get_page, week):
    get_page(ana.client, f"/reports/{week}", status=404)


def test_the_week_after_is_not_offered_before_it_begins(ana, get_page):
    assert "/reports/2026-W49" not in get_page(ana.client, "/reports/2026-W48").links


@pytest.mark.parametrize(
    "name", ["calendar", "severity-night_cramp", "intake-magnesium"]
)
def test_a_chart_is_a_picture_with_its_own_narrow_policy(ana, month, name):
    answer = ana.client.get(f"/reports/2026-W47/chart/{name}.svg?theme=dark&shape=wide")

    assert answer.status_code == 200
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Content-Security-Policy"] == CHART_POLICY
    assert answer.text.startswith("<svg")


@pytest.mark.parametrize(
    "path",
    ["nothing.svg", "severity-.svg", "intake-gold.svg", "calendar.svg?theme=red"],
)
def test_a_chart_that_is_not_there_is_404(ana, month, get_page, path):
    get_page(ana.client, f"/reports/2026-W47/chart/{path}", status=404)


def test_each_chart_has_words_for_those_who_do_not_see_it(ana, month, get_page):
    html = get_page(ana.client, "/reports/2026-W47").html

    assert "Night cramps over four weeks: on 14 of 28 nights." in html
    assert "Magnesium a day over 28 full days: from 120 to 174 mg." in html


def test_a_strangers_week_shows_nothing_of_another_person(ben, month, get_page):
    assert "cramps on" not in get_page(ben.client, "/reports/2026-W47").text


@pytest.mark.parametrize(
    "path",
    [
        "/reports/",
        "/reports/2026-W47",
        "/reports/2026-W47/chart/calendar.svg",
        "/patterns",
    ],
)
def test_without_signing_in_there_is_no_report(client, path):
    assert client.get(path).status_code in {302, 303, 401}


def test_patterns_show_counts_and_the_questions_fixed_beforehand(ana, month, get_page):
    page = get_page(ana.client, "/patterns")

    assert "came after days under" in page.text
    assert "Night cramps after little magnesium" in page.text


def test_patterns_without_data_say_how_much_is_missing(ana, get_page):
    assert "Too early to count." in get_page(ana.client, "/patterns").text


def test_a_name_with_markup_is_shown_as_text(session, ana, get_page):
    account = ana.account(session)
    account.own_symptoms = {"own_1": "<script>alert(1)</script>"}
    make_symptom(session, account, SUNDAY, symptom="own_1", part="day")
    session.commit()

    page = get_page(ana.client, "/reports/2026-W47")

    assert "<script>alert" not in page.html
    assert "<script>alert(1)</script> on 1 of 1 day" in page.text
