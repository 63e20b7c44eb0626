from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from journal.models import KeptReport
from tests.factories import make_symptom

SUNDAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PERIODS = ["2026-W47", "2026-11", "2026-Q4", "2026-11-02/2026-11-22"]


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def fortnight(session, ana):
    account = ana.account(session)
    for n in range(2, 14):
        make_symptom(
            session, account, SUNDAY - timedelta(days=n), severity_0_10=3 * (n % 2)
        )
    session.commit()


def add_a_night(session, ana):
    make_symptom(session, ana.account(session), SUNDAY, severity_0_10=9)
    session.commit()


@pytest.mark.parametrize("period", PERIODS)
def test_a_kept_report_keeps_its_words_whatever_is_added(
    session, ana, fortnight, get_page, period
):
    answer = ana.client.post(f"/reports/{period}/keep")
    assert answer.status_code == 303
    before = get_page(ana.client, answer.location).text
    path = f"/reports/{period}"
    assert "It still reads the same." in get_page(ana.client, path).text

    add_a_night(session, ana)

    kept = get_page(ana.client, path)
    now = get_page(ana.client, f"{path}?as=now")
    assert "Kept by you on Monday, 23 November 2026" in kept.text
    assert f"{path}?as=now" in kept.links
    words = before.split("As it would read now")[1]
    assert words == kept.text.split("As it would read now")[1]
    assert "It reads otherwise now." in now.text
    assert answer.location in now.links


def test_a_week_that_was_only_mailed_shows_what_was_added(
    session, ana, fortnight, get_page
):
    ana.client.post("/reports/2026-W47/keep")
    session.scalars(select(KeptReport)).one().way = "mail"
    session.commit()

    add_a_night(session, ana)

    page = get_page(ana.client, "/reports/2026-W47")
    assert "Sent to you by mail on Monday, 23 November 2026." in page.text
    assert page.h1 == "Your week"


def test_keeping_and_printing_leads_to_the_whole_page(ana, fortnight, get_page):
    answer = ana.client.post("/reports/2026-W47/keep", data={"then": "print"})

    assert answer.location == "/reports/2026-W47?as=now&print=yes"
    assert "data-print-now" in get_page(ana.client, answer.location).html


def test_a_kept_report_can_be_removed(session, ana, fortnight, get_page):
    kept = ana.client.post("/reports/2026-W47/keep").location

    answer = ana.client.post(f"{kept}/remove")

    assert answer.location == "/reports/2026-W47"
    get_page(ana.client, kept, status=404)
    assert session.scalars(select(KeptReport)).all() == []


def test_a_stranger_finds_no_kept_report(ana, ben, fortnight, get_page):
    kept = ana.client.post("/reports/2026-W47/keep").location

    get_page(ben.client, kept, status=404)
    assert ben.client.post(f"{kept}/remove").status_code == 404
    get_page(ana.client, kept)


def test_looking_at_a_report_keeps_nothing(session, ana, fortnight, get_page):
    for period in PERIODS:
        get_page(ana.client, f"/reports/{period}")

    assert session.scalars(select(KeptReport)).all() == []
