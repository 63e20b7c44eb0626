import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from journal.models import Day, Question
from journal.web.report_charts import CHART_POLICY
from tests.diary_rows import write_days
from tests.factories import make_day, make_food, make_meal, make_symptom

SUNDAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PATH = "/reports/2026-W47/nights/magnesium_mg/night_cramp"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def nights(session, ana):
    """Ten nights, 100 to 190 mg before them; cramps after the five lowest."""
    account = ana.account(session)
    food = make_food(session, per_100_g={"magnesium_mg": 100.0, "energy_kcal": 500.0})
    for n in range(10):
        day = SUNDAY - timedelta(days=n)
        make_day(session, account, day, food_status="complete")
        make_meal(session, account, day, (food, 190.0 - 10 * n))
        make_symptom(session, account, day, severity_0_10=4 if n > 4 else 0)
    session.commit()


def rows(html):
    found = re.findall(r"<tr><th scope=\"row\".*?</tr>", html)
    return [re.sub(r"<[^>]+>", " ", row).replace("\xa0", " ").split() for row in found]


def test_each_night_stands_beside_what_was_eaten_before_it(ana, nights, get_page):
    page = get_page(ana.client, PATH)

    assert page.h1 == "Night cramps, night by night"
    assert rows(page.html)[0] == ["Sun", "22", "Nov", "2026", "190", "mg", "none"]
    assert rows(page.html)[-1] == ["Fri", "13", "Nov", "2026", "100", "mg", "4"]
    assert "/evening/2026-11-13" in page.links


def test_a_longer_window_takes_the_mean_of_the_days_that_are_known(
    ana, nights, get_page
):
    page = get_page(ana.client, f"{PATH}?days=3")

    assert rows(page.html)[0][4] == "180"
    assert rows(page.html)[-1][4] == "100"  # one day of three is known


def test_nights_before_the_question_was_asked_are_not_among_them(
    session, ana, nights, get_page
):
    asked = SUNDAY - timedelta(days=3)
    session.add(
        Question(
            user_id=ana.id,
            symptom="night_cramp",
            factor="magnesium_mg",
            asked_on=asked,
            asked_at=NOW - timedelta(days=4),
            dropped_at=None,
        )
    )
    session.commit()

    page = get_page(ana.client, PATH)

    assert len(rows(page.html)) == 4
    assert "left out" not in page.text


def test_the_list_holds_exactly_the_nights_that_the_finding_counts(
    session, ana, get_page
):
    account = ana.account(session)
    account.tracked_symptoms = ["night_cramp"]
    write_days(session, account, last=SUNDAY)
    days = session.scalars(select(Day).order_by(Day.date)).all()
    for n, day in enumerate(days):
        day.food_status = (None, "complete", "partial")[n % 3]
    session.commit()

    card = get_page(ana.client, "/patterns")
    (found,) = re.findall(r"It rests on (\d+) nights", card.text)
    page = get_page(ana.client, PATH)

    assert len(rows(page.html)) == int(found)
    assert 80 < int(found) < 182


def test_a_day_logged_in_part_is_left_out_and_never_low(session, ana, nights, get_page):
    account = ana.account(session)
    day = SUNDAY - timedelta(days=20)
    make_day(session, account, day, food_status="partial")
    make_meal(session, account, day, (make_food(session), 1.0))
    make_symptom(session, account, day)
    session.commit()

    page = get_page(ana.client, PATH)

    assert len(rows(page.html)) == 10
    assert "1 night left out" in page.text


def test_the_picture_draws_every_night_once(ana, nights, get_page):
    answer = ana.client.get(f"{PATH}.svg?days=1&theme=light&shape=phone")

    assert answer.text.count("<circle") == 10
    assert answer.headers["Content-Security-Policy"] == CHART_POLICY
    again = ana.client.get(
        f"{PATH}.svg", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        f"{PATH}?days=2",
        "/reports/2026-W47/nights/gold_mg/night_cramp",
        "/reports/2026-W47/nights/vitamin_d_ug/night_cramp",
        "/reports/2026-W47/nights/magnesium_mg/nothing",
        "/reports/2026-W47/nights/magnesium_mg/restless_legs",
    ],
)
def test_a_pair_that_is_not_there_is_404(ana, nights, get_page, path):
    get_page(ana.client, path, status=404)


def test_a_stranger_sees_none_of_the_nights(ben, nights, get_page):
    get_page(ben.client, PATH, status=404)
