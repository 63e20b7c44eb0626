import html
import io
import re
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from pypdf import PdfReader

from journal.models import RedFlagShown
from tests.factories import make_day, make_lab, make_symptom
from tests.queries import queries_counted

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

    ticked = ["name", "words", "symptoms", "medicines", "labs", "food", "patterns"]
    assert page.fields["span"][0] == "12w"
    assert page.fields["in"][:8] == [*ticked, "log_food"]
    assert "notes" not in page.fields["in"]
    assert page.fields["log"][0] == "newest"
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
    page = get_page(ana.client, "/doctor?span=4w&in=symptoms&symptom=night_cramp")

    assert "14 of 28 nights" in page.text
    assert "Name not given, born 1984" in page.text
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
    answer = ana.client.get("/doctor/summary.pdf?span=4w&in=symptoms")

    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="lamplight-2026-10-26-2026-11-22.pdf"'
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_spreadsheets_come_in_one_zip(ana, month):
    answer = ana.client.get("/doctor/export.csv?span=4w")

    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert set(archive.namelist()) >= {
            "README.txt",
            "daily_nutrients.csv",
            "days.csv",
            "meals.csv",
            "supplements.csv",
            "symptoms.csv",
        }
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


CHOSEN = {
    "span": "4w", "in": ["symptoms", "notes"], "listed": ["night_cramp"],
    "symptom": ["night_cramp"], "log": "newest", "paper": "a4",
}  # fmt: skip


def test_what_was_chosen_is_kept_for_the_next_time(ana, month, get_page):
    answer = ana.client.post("/doctor", data=CHOSEN)

    assert answer.headers["Location"] == "/doctor#d-prev"
    page = get_page(ana.client, "/doctor")
    assert page.fields["span"][0] == "4w"
    assert page.fields["in"][:2] == ["symptoms", "notes"]
    assert "a private line" in page.text
    assert "My calf wakes me." not in page.text


def test_looking_with_other_choices_does_not_change_what_is_kept(ana, month, get_page):
    get_page(ana.client, "/doctor?span=own&from=2026-11-16&to=2026-11-22")

    assert get_page(ana.client, "/doctor").fields["span"][0] == "12w"


def test_a_symptom_can_stay_off_the_page_and_a_new_one_is_on_it(
    session, ana, month, get_page
):
    make_symptom(session, ana.account(session), SUNDAY, symptom="restless_legs")
    session.commit()
    listed = {"listed": ["night_cramp", "restless_legs"], "symptom": ["restless_legs"]}
    ana.client.post("/doctor", data=CHOSEN | listed)

    preview = get_page(ana.client, "/doctor").text.split("Preview")[1]
    assert "Restless legs" in preview
    assert "Night cramps" not in preview
    make_symptom(session, ana.account(session), SUNDAY, part="day", symptom="tingling")
    session.commit()
    assert "Tingling" in get_page(ana.client, "/doctor").text.split("Preview")[1]


def test_a_choice_that_cannot_be_read_is_not_kept(ana, get_page):
    answer = ana.client.post("/doctor", data=CHOSEN | {"span": "own", "from": "soon"})

    assert answer.status_code == 422
    assert "Type a date like 2026-11-22." in answer.text
    assert get_page(ana.client, "/doctor").fields["span"][0] == "12w"


def words_of(pdf):
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_page_handed_over_stays_as_it_was(session, ana, month, get_page):
    handed = ana.client.post("/doctor/kept", data=CHOSEN, follow_redirects=True)
    assert handed.data.startswith(b"%PDF")
    assert handed.headers["Cache-Control"] == "no-store"
    make_symptom(session, ana.account(session), SUNDAY, part="day", symptom="tingling")
    session.commit()

    page = get_page(ana.client, "/doctor")
    link = next(one for one in page.links if one.startswith("/doctor/kept/"))
    assert ana.client.get(link).data == handed.data
    assert "Sunday 22 November 2026, 21:00" in page.text
    assert "26 October 2026 to 22 November 2026; " in page.text
    assert "with notes, without name" in page.text
    assert "Tingling" not in words_of(handed.data)
    assert page.fields["span"][0] == "12w"


def test_a_kept_page_can_be_taken_out_and_is_no_ones_but_its_own(
    session, ana, ben, month, get_page
):
    answer = ana.client.post("/doctor/kept", data=CHOSEN)
    link = answer.headers["Location"]
    out = link.replace(".pdf", "/remove")

    assert ben.client.get(link).status_code == 404
    assert ben.client.post(out).status_code == 404
    assert ana.client.get(link).status_code == 200
    assert ana.client.post(out).status_code == 303
    assert ana.client.get(link).status_code == 404
    assert "Nothing yet." in get_page(ana.client, "/doctor").text


def test_the_preview_says_what_the_pdf_says(session, ana, month, get_page):
    account = ana.account(session)
    make_lab(session, account, SUNDAY, comment="only on the page of results")
    session.commit()

    page = get_page(ana.client, "/doctor?span=4w&in=symptoms&in=labs&in=words")
    paper = words_of(ana.client.get("/doctor/summary.pdf?" + page_query(page)).data)

    preview = page.html.split('<article class="a4"')[1].split("</article>")[0]
    said = [
        html.unescape(one).strip()
        for one in re.findall(r"<(?:td|li|th)[^>]*>([^<]+)<", preview)
    ]
    assert len(said) > 10
    for words in said:
        assert "".join(words.split()) in "".join(paper.split()), words


def page_query(page):
    return next(one for one in page.links if "summary.pdf" in one).split("?")[1]


def test_without_anything_the_page_says_what_it_will_hold(ana, get_page):
    page = get_page(ana.client, "/doctor")

    assert "Nothing to hand over yet." in page.text
    assert "Save the PDF" not in page.text
    assert ana.client.get("/doctor/summary.pdf").data.startswith(b"%PDF")


def test_a_warning_sign_alone_makes_a_page_and_stands_first(session, ana, get_page):
    session.add(
        RedFlagShown(
            user_id=ana.id, date=SUNDAY, rule="dvt", level="today", shown_at=NOW
        )
    )
    session.commit()

    page = get_page(ana.client, "/doctor?span=4w&in=symptoms")

    preview = page.text.split("Preview")[1]
    assert "22 November" in preview
    assert preview.index("Warning signs shown") < preview.index("How often and how bad")


def test_more_days_cost_no_more_queries(session, engine, ana, month, get_page):
    def queries(path):
        with queries_counted(engine) as sent:
            assert ana.client.get(path).status_code == 200
        return len(sent)

    paths = ("/doctor?span=all", "/doctor/summary.pdf?span=all&in=patterns&in=labs")
    few = [queries(path) for path in paths]
    account = ana.account(session)
    for n in range(28, 90):
        day = SUNDAY - timedelta(days=n)
        make_day(session, account, day)
        make_symptom(session, account, day)
        make_lab(session, account, day)
    session.commit()
    assert [queries(path) for path in paths] == few
