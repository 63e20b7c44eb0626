import io
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.factories import make_day, make_symptom

SUNDAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def month(session, ana):
    account = ana.account(session)
    account.name, account.birth_year, account.sex = "Ana", 1984, "female"
    account.own_words = "My calf wakes me."
    for n in range(28):
        day = SUNDAY - timedelta(days=n)
        make_day(session, account, day, note="a private line")
        make_symptom(session, account, day, severity_0_10=6 * (n % 2))
    session.commit()


def test_the_sheet_shows_twelve_weeks_and_the_usual_parts_at_first(
    ana, month, get_page
):
    page = get_page(ana.client, "/doctor")

    assert page.fields["span"] == ["12w"]
    assert page.fields["in"] == [
        "words",
        "symptoms",
        "food",
        "patterns",
        "medicines",
        "log",
    ]
    assert "14 of 28 nights" in page.text
    assert "“My calf wakes me.”" in page.text
    assert "0 of 28 nights without an answer" in page.text
    assert "26 October 2026 to 22 November 2026" in page.text


def test_on_the_first_day_nothing_before_it_is_called_missing(session, ana, get_page):
    make_day(session, ana.account(session), SUNDAY, food_status="partial")
    session.commit()

    page = get_page(ana.client, "/doctor")

    assert "22 November 2026 to 22 November 2026" in page.text
    assert "without an answer" not in page.text
    assert "Food: 0 of 1 day in full, 1 in part, 0 not at all." in page.text
    assert "(CSV, 1 day)" in page.text


def test_only_what_is_ticked_goes_in(ana, month, get_page):
    page = get_page(ana.client, "/doctor?span=4w&in=symptoms")

    assert "14 of 28 nights" in page.text
    assert "My calf wakes me." not in page.text
    assert "Medicines and conditions" not in page.text.split("Preview")[1]


def test_nothing_ticked_is_a_choice_too(ana, month, get_page):
    page = get_page(ana.client, "/doctor?span=4w")

    assert page.fields.get("in", []) == []
    assert "14 of 28 nights" not in page.text


def test_own_dates_are_taken_and_the_files_follow_them(ana, month, get_page):
    page = get_page(
        ana.client, "/doctor?span=own&from=2026-11-16&to=2026-11-22&in=symptoms"
    )

    assert "3 of 7 nights" in page.text
    link = next(one for one in page.links if "summary.pdf" in one)
    assert "from=2026-11-16" in link
    assert "in=symptoms" in link


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=2026-11-22&to=2026-11-16", "The last day is before the first."),
        ("from=2026-11-16&to=2026-12-01", "That day has not come yet."),
        ("from=soon&to=2026-11-16", "Type a date like 2026-11-22."),
        ("from=1900-01-01&to=2026-11-16", "Type a year from 1950 on."),
        ("from=&to=", "Type a date like 2026-11-22."),
    ],
)
def test_wrong_dates_are_said_and_kept(ana, get_page, query, words):
    page = get_page(ana.client, f"/doctor?span=own&{query}", status=422)

    assert words in page.text


def test_the_pdf_comes_as_a_file_that_no_cache_keeps(ana, month):
    answer = ana.client.get("/doctor/summary.pdf?span=4w&in=symptoms&in=log")

    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="lamplight-2026-10-26-2026-11-22.pdf"'
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_spreadsheets_come_in_one_zip(ana, month):
    answer = ana.client.get("/doctor/export.csv?span=4w")

    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert sorted(archive.namelist()) == [
            "README.txt",
            "daily_nutrients.csv",
            "days.csv",
            "meals.csv",
            "supplements.csv",
            "symptoms.csv",
        ]
        assert b"deficien" not in archive.read("README.txt")


def test_json_holds_the_chosen_days(ana, month):
    data = ana.client.get("/doctor/export.json?span=4w").get_json()

    assert (data["from"], data["to"]) == ("2026-10-26", "2026-11-22")
    assert len(data["symptoms"]) == 28


@pytest.mark.parametrize("path", ["summary.pdf", "export.csv", "export.json"])
def test_wrong_dates_give_the_page_and_not_a_file(ana, get_page, path):
    get_page(ana.client, f"/doctor/{path}?span=own&from=x&to=y", status=422)


@pytest.mark.parametrize("path", ["", "/summary.pdf", "/export.csv", "/export.json"])
def test_a_stranger_gets_none_of_it(client, path):
    assert client.get(f"/doctor{path}").status_code in {302, 303, 401}


def test_another_persons_sheet_is_their_own(ben, month, get_page):
    assert "My calf wakes me." not in get_page(ben.client, "/doctor").text


def test_all_begins_with_the_first_day_written_down(ana, month, get_page):
    page = get_page(ana.client, "/doctor?span=all&in=symptoms")

    assert "26 October 2026 to 22 November 2026" in page.text
