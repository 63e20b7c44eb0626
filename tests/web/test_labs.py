"""Blood tests: written down, shown beside the laboratory's range, changed, undone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from journal.models import LabResult
from tests.conftest import inspect_answer
from tests.factories import make_day, make_lab, make_symptom
from tests.queries import queries_counted

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def stored(session, person):
    session.expire_all()
    session.rollback()
    wanted = select(LabResult).where(LabResult.user_id == person.id)
    return list(session.scalars(wanted.order_by(LabResult.id)))


def visit(**fields):
    return {"date": "2026-11-03", "laboratory": "Labor Nord", **fields}


def test_the_first_look_says_what_the_page_is_for(ana, get_page):
    page = get_page(ana.client, "/labs")

    assert "No result here yet." in page.text
    assert "Most leg cramps need no blood test." in page.text
    assert "/labs/new" in page.links


def test_several_results_of_one_visit_are_written_down_at_once(session, ana, get_page):
    form = get_page(ana.client, "/labs/new")
    assert form.fields["date"] == ["2026-11-22"]

    answer = ana.client.post(
        "/labs/new",
        data=visit(
            **{
                "v-vitamin_d_25oh": "38", "u-vitamin_d_25oh": "nmol/L",
                "r-vitamin_d_25oh": "50–125", "v-ferritin": "< 5",
                "u-ferritin": "ng/mL", "r-ferritin": "15-150", "n-own1": "Zinc",
                "v-own1": "0,7", "u-own1": "mg/L", "comment": "Please repeat.",
            }
        ),
    )  # fmt: skip

    assert (answer.status_code, answer.headers["Location"]) == (303, "/labs")
    rows = stored(session, ana)
    assert [(row.test, row.comparator, row.value, row.unit) for row in rows] == [
        ("vitamin_d_25oh", "", 38, "nmol/L"),
        ("ferritin", "<", 5, "ng/mL"),
        ("own", "", 0.7, "mg/L"),
    ]
    assert (rows[0].range_low, rows[0].range_high) == (50, 125)
    page = get_page(ana.client, "/labs")
    assert "3 results written down." in page.text
    assert "38 nmol/L" in page.text
    assert "15.2 ng/mL" in page.text
    assert "Below the range that the laboratory printed: 50–125 nmol/L." in page.text
    assert "The laboratory wrote: Please repeat." in page.text


def test_the_form_begins_with_the_units_of_the_region(session, ana, get_page):
    ana.account(session).region = "UK"
    session.commit()
    assert get_page(ana.client, "/labs/new").fields["u-haemoglobin"] == ["g/L"]
    ana.account(session).region = "US"
    session.commit()
    assert get_page(ana.client, "/labs/new").fields["u-haemoglobin"] == ["g/dL"]


def test_a_likely_mix_up_is_asked_back_and_taken_when_it_is_right(session, ana):
    data = visit(**{"v-haemoglobin": "14", "u-haemoglobin": "g/L"})

    answer = ana.client.post("/labs/new", data=data)
    page = inspect_answer("/labs/new", answer.status_code, answer.text, 422)
    assert "Was it 14 g/dL?" in page.text
    assert page.fields["v-haemoglobin"] == ["14"]
    assert 'name="ok-haemoglobin"' in page.html
    assert stored(session, ana) == []

    answer = ana.client.post("/labs/new", data=data | {"ok-haemoglobin": "yes"})
    assert answer.status_code == 303
    assert stored(session, ana)[0].value == 14


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"v-ferritin": "lots"}, "Ferritin: Type a figure like 38 or <5."),
        ({"r-ferritin": "15-150"}, "Ferritin: the figure is missing."),
        ({"v-own1": "3"}, "Give the test a name."),
        ({}, "Type at least one figure."),
        ({"v-ferritin": "3", "date": "2026-12-01"}, "That day has not come yet."),
        ({"v-ferritin": "3", "date": ""}, "Choose the day"),
        ({"v-ferritin": "3", "date": "0026-01-01"}, "Type a year from 1950 on."),
        ({"v-ferritin": "3", "u-ferritin": "stone"}, "Choose one of the answers."),
        ({"v-ferritin": "9", "comment": "x" * 1001}, "Use at most 1000 characters."),
    ],
)
def test_what_cannot_be_read_is_said_and_everything_typed_is_kept(
    session, ana, fields, words
):
    answer = ana.client.post("/labs/new", data=visit(**fields))
    page = inspect_answer("/labs/new", answer.status_code, answer.text, 422)

    assert words in page.text
    assert page.fields["laboratory"] == ["Labor Nord"]
    assert stored(session, ana) == []


def test_a_result_is_changed_in_its_place(session, ana, get_page):
    row = make_lab(session, ana.account(session), TODAY, comment="as it was")
    session.commit()
    page = get_page(ana.client, f"/labs/{row.id}")
    assert page.fields["v-vitamin_d_25oh"] == ["38"]

    answer = ana.client.post(
        f"/labs/{row.id}",
        data=visit(**{"v-vitamin_d_25oh": "16.25", "u-vitamin_d_25oh": "ng/mL"}),
    )

    assert answer.headers["Location"] == "/labs/test/vitamin_d_25oh"
    changed = stored(session, ana)[0]
    assert (changed.value, changed.unit, changed.comment) == (16.25, "ng/mL", "")
    assert get_page(ana.client, f"/labs/{row.id}").fields["v-vitamin_d_25oh"] == [
        "16.25"
    ]


def test_a_result_taken_out_can_be_put_back_as_it_was(session, ana, get_page):
    row = make_lab(
        session, ana.account(session), TODAY, comparator=">", comment="骨" * 1000
    )
    session.commit()

    ana.client.post(f"/labs/{row.id}/remove")
    page = get_page(ana.client, "/labs")
    assert "25-OH vitamin D taken out." in page.text
    assert stored(session, ana) == []

    ana.client.post("/labs/undo")
    back = stored(session, ana)[0]
    assert (back.comparator, back.value, back.range_low) == (">", 38, 50)
    assert back.comment == "骨" * 1000
    ana.client.post("/labs/undo")
    assert len(stored(session, ana)) == 1


def test_one_test_is_shown_over_time_beside_food_and_legs(session, ana, get_page):
    account = ana.account(session)
    make_lab(session, account, date(2026, 6, 2), value=12.0, unit="ng/mL",
             range_text="20-50", range_low=20.0, range_high=50.0)  # fmt: skip
    make_lab(session, account, date(2026, 11, 3), value=48.0)
    for n in range(20):
        day = TODAY - timedelta(days=n)
        make_day(session, account, day)
        make_symptom(session, account, day, severity_0_10=5 * (n % 2))
    session.commit()

    page = get_page(ana.client, "/labs/test/vitamin_d_25oh")

    assert page.text.index("48 nmol/L") < page.text.index("12 ng/mL")
    assert "10 of 20 nights" in page.text
    assert "not answered" in page.text
    assert "no full day" in page.text
    assert "SACN (UK)." in page.text
    assert "checked on a copy of it" in page.text
    assert "A figure alone is no diagnosis." in page.text
    assert "2 results, from 30 nmol/L on 2 June 2026 to 48 nmol/L" in page.html
    svg = ana.client.get("/labs/test/vitamin_d_25oh/chart.svg?theme=dark&shape=phone")
    assert svg.data.startswith(b"<svg")
    assert "style-src" in svg.headers["Content-Security-Policy"]


def test_a_test_of_ones_own_has_its_page_too(session, ana, get_page):
    row = make_lab(
        session, ana.account(session), TODAY, test="own", own_name="Zinc", unit=""
    )
    session.commit()

    page = get_page(ana.client, f"/labs/test/own-{row.id}")

    assert page.h1 == "Zinc"
    assert "Who sets which threshold" not in page.text


def test_a_potassium_that_is_seen_to_the_same_day_is_not_passed_over(
    session, ana, get_page
):
    account = ana.account(session)
    make_lab(session, account, TODAY, test="potassium", value=2.3, unit="mmol/L",
             range_text="3.5-5.3", range_low=3.5, range_high=5.3)  # fmt: skip
    session.commit()

    for path in ("/labs", "/labs/test/potassium"):
        assert "is seen to the same day" in get_page(ana.client, path).text
    make_lab(session, account, TODAY, test="potassium", value=4.1, unit="mmol/L")
    session.commit()
    assert "is seen to the same day" not in get_page(ana.client, "/labs").text


def test_an_old_result_is_no_longer_a_matter_of_today(session, ana, get_page):
    make_lab(session, ana.account(session), TODAY - timedelta(days=31),
             test="potassium", value=2.3, unit="mmol/L")  # fmt: skip
    session.commit()

    for path in ("/labs", "/labs/test/potassium"):
        page = get_page(ana.client, path)
        assert "2.3 mmol/L" in page.text
        assert "If nobody has spoken with you" not in page.text
    svg = ana.client.get("/labs/test/potassium/chart.svg")
    assert svg.data.startswith(b"<svg")


@pytest.mark.parametrize(
    "path", ["/labs/test/zinc", "/labs/test/own-x", "/labs/test/ferritin/chart.svg"]
)
def test_what_is_not_there_is_not_found(ana, path):
    assert ana.client.get(path).status_code == 404


def test_another_persons_results_are_not_found(session, ana, ben, get_page):
    row = make_lab(session, ana.account(session), TODAY, test="own", own_name="Zinc")
    session.commit()

    for path in (f"/labs/{row.id}", f"/labs/test/own-{row.id}"):
        assert ben.client.get(path).status_code == 404
    for path in (f"/labs/{row.id}", f"/labs/{row.id}/remove"):
        assert ben.client.post(path, data=visit()).status_code == 404
    assert "Zinc" not in get_page(ben.client, "/labs").text
    assert len(stored(session, ana)) == 1


def test_more_results_cost_no_more_queries(session, engine, ana, get_page):
    def queries(path):
        with queries_counted(engine) as sent:
            get_page(ana.client, path)
        return len(sent)

    account = ana.account(session)
    make_lab(session, account, TODAY)
    session.commit()
    paths = ("/labs", "/labs/test/vitamin_d_25oh")
    few = [queries(path) for path in paths]
    for n in range(40):
        make_lab(session, account, TODAY - timedelta(days=20 * n))
        make_symptom(session, account, TODAY - timedelta(days=n))
    session.commit()
    assert [queries(path) for path in paths] == few
