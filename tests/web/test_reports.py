import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from journal.models import SymptomEntry
from journal.web.report_charts import CHART_POLICY
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


def test_on_monday_morning_they_lead_to_the_week_that_has_ended(ana, month, session):
    assert ana.client.get("/reports/").location == "/reports/2026-W47"

    make_symptom(session, ana.account(session), SUNDAY + timedelta(days=1))
    session.commit()
    assert ana.client.get("/reports/").location == "/reports/2026-W48"


def test_after_a_silent_week_they_lead_to_the_running_one(ana, session):
    make_symptom(session, ana.account(session), SUNDAY - timedelta(days=7))
    session.commit()

    assert ana.client.get("/reports/").location == "/reports/2026-W48"


def test_the_week_says_the_count_first_and_shows_both_voices(ana, month, get_page):
    page = get_page(ana.client, "/reports/2026-W47")

    assert page.h1 == "Your week"
    assert "Night cramps on 3 of 7 nights" in page.text
    assert "Your journal" in page.text
    assert "Medicine" in page.text
    assert "/reports/2026-W46" in page.links
    assert "/reports/2026-W48" in page.links


def test_a_count_says_how_many_nights_are_in_neither_number(
    session, ana, month, get_page
):
    before = SUNDAY - timedelta(days=7)
    answered = select(SymptomEntry).where(SymptomEntry.date == before)
    session.delete(session.scalars(answered).one())
    session.commit()

    assert (
        "1 night left out: logged in part, no answer, or not known."
        in get_page(ana.client, "/reports/2026-W46").text
    )


def test_what_was_tested_does_not_stand_out_again_as_a_count(ana, month, get_page):
    three_weeks = get_page(ana.client, "/reports/2026-W46").text
    four_weeks = get_page(ana.client, "/reports/2026-W47").text

    assert "Counted, not tested" in three_weeks
    assert "Counted, not tested" not in four_weeks


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
    "name",
    [
        "calendar",
        "grid-night_cramp",
        "severity-night_cramp",
        "intake-magnesium",
        "split-magnesium_mg-night_cramp",
    ],
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


def test_a_name_with_markup_is_shown_as_text(session, ana, get_page):
    account = ana.account(session)
    account.own_symptoms = {"own_1": "<script>alert(1)</script>"}
    make_symptom(session, account, SUNDAY, symptom="own_1", part="day")
    session.commit()

    page = get_page(ana.client, "/reports/2026-W47")

    assert "<script>alert" not in page.html
    assert "<script>alert(1)</script> on 1 of 1 day" in page.text


def test_a_chart_that_has_not_changed_is_not_sent_again(session, ana, month):
    path = "/reports/2026-W47/chart/calendar.svg"
    first = ana.client.get(path)
    again = ana.client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    other = ana.client.get(f"{path}?theme=dark")

    assert first.headers["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.data) == (304, b"")
    assert other.headers["ETag"] != first.headers["ETag"]

    answered = select(SymptomEntry).where(SymptomEntry.date == SUNDAY)
    session.scalars(answered).one().severity_0_10 = 9
    session.commit()
    changed = ana.client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


PERIODS = ["2026-11", "2026-Q4", "2026-10-20/2026-11-20", "2016-01-01/2026-11-20"]


@pytest.mark.parametrize("name", PERIODS)
def test_months_quarters_and_ranges_count_with_denominators(ana, month, get_page, name):
    page = get_page(ana.client, f"/reports/{name}")

    assert "Night cramps on " in page.text
    assert " nights." in page.text
    assert {"/reports/2026-W47", "/reports/2026-11", "/reports/2026-Q4"} & set(
        page.links
    )


@pytest.mark.parametrize("name", PERIODS)
def test_every_chart_of_a_page_is_there(ana, month, get_page, name):
    html = get_page(ana.client, f"/reports/{name}").html
    sources = set(re.findall(r'src="(/reports/[^"]+[.]svg)', html))

    assert sources
    for source in sources:
        assert ana.client.get(source).status_code == 200, source


def test_ten_years_show_months_and_offer_a_year_for_the_food(ana, month, get_page):
    page = get_page(ana.client, "/reports/2017-01-01/2026-11-22")

    assert "Food is worked out for up to a year at a time." in page.text
    assert "November 2026" in page.text
    assert "/reports/2026-11" in page.links


def test_a_month_leads_to_each_evening_and_to_the_month_before(ana, month, get_page):
    page = get_page(ana.client, "/reports/2026-11")

    assert page.h1 == "November 2026"
    assert {"/evening/2026-11-01", "/reports/2026-10"} <= set(page.links)
    assert "/reports/2026-12" not in page.links, "it has not begun"


@pytest.mark.parametrize(
    "name",
    [
        "2026-12",
        "2027-Q1",
        "2026-11-24/2026-11-30",
        "2026-11-02/2026-11-01",
        "1950-01-01/9998-12-31",
        "a/b",
        "2026-Q5",
        "1949-12",
        "2026-02-30/2026-03-01",
    ],
)
def test_a_time_that_has_not_begun_or_is_none_is_404(ana, get_page, name):
    get_page(ana.client, f"/reports/{name}", status=404)


def test_a_month_without_a_word_says_not_known(ana, get_page):
    page = get_page(ana.client, "/reports/2026-05")

    assert "An empty day counts as not known, never as none." in page.text


def test_any_range_leads_to_its_report_or_says_what_is_wrong(ana, get_page):
    found = ana.client.get("/reports/any?from=2026-11-01&to=2026-11-09&go=yes")
    assert found.location == "/reports/2026-11-01/2026-11-09"

    assert get_page(ana.client, "/reports/any").h1 == "Any range"
    page = get_page(
        ana.client, "/reports/any?from=2026-11-09&to=2026-11-01&go=yes", status=422
    )
    assert "The last day comes before the first." in page.text
    assert page.fields["from"] == ["2026-11-09"]
    get_page(
        ana.client, "/reports/any?from=2026-12-09&to=2026-12-11&go=yes", status=422
    )


def test_what_was_none_all_week_is_one_line(session, ana, month, get_page):
    account = ana.account(session)
    for n in range(7):
        for symptom in ("muscle_ache", "tingling"):
            make_symptom(
                session,
                account,
                SUNDAY - timedelta(days=n),
                symptom=symptom,
                part="day",
                severity_0_10=0,
            )
    session.commit()

    words = get_page(ana.client, "/reports/2026-W47").text

    assert "None all week: muscle ache and tingling." in words
    assert words.count("Muscle ache") == 0


def test_one_thing_stands_out_and_leads_to_its_part(ana, month, get_page):
    page = get_page(ana.client, "/reports/2026-W47")

    assert "Most worth knowing" in page.text
    assert "#w-ask" in page.links or "#w-find" in page.links


def test_food_without_a_word_about_legs_is_a_week_too(session, ana, get_page):
    account = ana.account(session)
    account.birth_year, account.sex = 1984, "female"
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    for n in range(7):
        day = SUNDAY - timedelta(days=n)
        make_day(session, account, day, food_status="complete")
        make_meal(session, account, day, (food, 150.0))
    session.commit()

    words = get_page(ana.client, "/reports/2026-W47").text

    assert "without an answer about the legs" in words
    assert "short in 9 of 10" in words
    get_page(ana.client, "/reports/2026-11")


def test_legs_without_food_are_a_week_too(session, ana, get_page):
    make_symptom(session, ana.account(session), SUNDAY, severity_0_10=4)
    session.commit()

    assert "No full day of food yet." in get_page(ana.client, "/reports/2026-W47").text
    assert "No full day of food." in get_page(ana.client, "/reports/2026-11").text
