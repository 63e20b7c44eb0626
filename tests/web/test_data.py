"""Your data: files out, a history in by plan and word, and out again; no scripts."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from journal.models import Account, DataImport, Day, Meal, SymptomEntry
from journal.services import import_stash
from journal.services.import_stash import FOLDER, Stashed
from tests.conftest import inspect_answer
from tests.factories import PASSWORD, make_account, make_day, make_meal, make_symptom

DAY = date(2026, 5, 1)
SERVINGS = (
    "Day,Time,Group,Food Name,Amount,Energy (kcal),Magnesium (mg),Iron (mg)\n"
    "2026-05-01,8:05 AM,Breakfast,Oats,40.00 g,150,55.2,1\n"
    "2026-05-01,8:05 AM,Breakfast,<b>=Cake</b>,1.00 piece,300,20,1\n"
    "yesterday,,Lunch,Soup,1 cup,1,1,1\n"
)


def send(person, content: bytes | str, name: str = "servings.csv"):
    raw = content.encode() if isinstance(content, str) else content
    answer = person.client.post(
        "/data/import",
        data={"file": (io.BytesIO(raw), name)},
        content_type="multipart/form-data",
    )
    # The test client keeps a large form in a file of its own.
    answer.request.environ["wsgi.input"].close()
    return answer


def files_waiting(app) -> list[Path]:
    folder = app.extensions["journal"].settings.data_dir / FOLDER
    return [path for path in folder.glob("*/*") if path.suffix != ".json"]


@pytest.fixture(autouse=True)
def nothing_waits(app):
    yield
    for path in files_waiting(app):
        path.unlink()


def test_the_page_says_what_is_inside_each_file(ana, get_page) -> None:
    page = get_page(ana.client, "/data")
    assert page.h1 == "Your data"
    assert "Your password" in page.text
    assert "200 MB" in page.text
    assert "Nothing yet." in page.text
    assert "/data" in get_page(ana.client, "/settings").links


@pytest.mark.parametrize("kind", ["json", "csv", "fhir"])
def test_a_file_is_handed_out_under_a_plain_name(session, ana, kind) -> None:
    make_symptom(session, ana.account(session), DAY)
    session.commit()
    answer = ana.client.get(f"/data/export.{kind}?from=&to=")
    assert answer.status_code == 200
    assert "lamplight-" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.data) > 100


def test_a_stretch_that_ends_before_it_begins_is_said(ana) -> None:
    answer = ana.client.get("/data/export.csv?from=2026-05-02&to=2026-05-01")
    page = inspect_answer("/data", answer.status_code, answer.text, 422)
    assert "The last day is before the first." in page.text


def test_the_mark_of_the_tables_can_be_left_out(ana) -> None:
    marked = ana.client.get("/data/export.csv").data
    plain = ana.client.get("/data/export.csv?plain=yes").data
    for content, begins in ((marked, b"\xef\xbb\xbfdate"), (plain, b"date")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.read("days.csv").startswith(begins)


def test_the_calendar_is_off_until_it_is_switched_on(session, ana) -> None:
    make_symptom(session, ana.account(session), DAY, severity_0_10=7)
    session.commit()
    assert ana.client.get("/data/export.ics").status_code == 422
    ana.client.post("/data/calendar", data={"calendar": "yes"})
    plain = ana.client.get("/data/export.ics").text
    assert "SUMMARY:Journal" in plain
    assert "cramp" not in plain.lower()
    ana.client.post("/data/calendar", data={"calendar": "yes", "names": "yes"})
    assert "Night cramps" in ana.client.get("/data/export.ics").text
    ana.client.post("/data/calendar", data={"names": "yes"})
    assert ana.client.get("/data/export.ics").status_code == 422


def test_a_file_is_planned_confirmed_and_taken_out_again(
    app, session, ana, get_page
) -> None:
    answer = send(ana, SERVINGS)
    assert answer.status_code == 303
    plan_at = answer.headers["Location"]
    page = get_page(ana.client, plan_at)
    assert "2 foods, on 1 May 2026." in page.text
    assert "2 come with figures of their own" in page.text
    assert "“yesterday” is not a date." in page.text
    assert "magnesium, in mg" in page.text
    assert "<b>=Cake" not in page.html
    assert session.scalar(select(func.count(Meal.id))) == 0
    session.rollback()

    done = ana.client.post(plan_at, data={"complete": "yes"})
    assert done.headers["Location"] == "/data#imports"
    day = session.scalars(select(Day)).one()
    assert (day.date, day.food_status) == (DAY, "complete")
    assert files_waiting(app) == []
    made = session.scalars(select(DataImport)).one()
    page = get_page(ana.client, "/data")
    assert "Cronometer, foods" in page.text
    assert "2 foods" in page.text
    session.rollback()

    undone = ana.client.post(f"/data/imports/{made.id}/undo")
    assert undone.status_code == 303
    session.rollback()
    assert session.scalar(select(func.count(Meal.id))) == 0
    assert session.scalar(select(func.count(Day.id))) == 0


def test_the_same_file_again_says_that_nothing_is_new(ana, get_page) -> None:
    for _ in range(2):
        plan_at = send(ana, SERVINGS).headers["Location"]
        page = get_page(ana.client, plan_at)
        ana.client.post(plan_at)
    assert "Nothing new is in this file." in page.text


def test_a_file_left_alone_is_deleted(app, ana) -> None:
    plan_at = send(ana, SERVINGS).headers["Location"]
    (path,) = files_waiting(app)
    assert path.stat().st_mode & 0o077 == 0
    assert ana.client.post(f"{plan_at}/drop").status_code == 303
    assert files_waiting(app) == []
    assert ana.client.get(plan_at).status_code == 404


def test_an_unclear_date_is_asked_before_anything_comes_in(
    session, ana, get_page
) -> None:
    text = "Day,Food Name,Amount\n3/4/2026,Rice,50 g\n"
    plan_at = send(ana, text).headers["Location"]
    page = get_page(ana.client, plan_at)
    assert "Which comes first in the dates" in page.text
    refused = ana.client.post(plan_at)
    assert refused.status_code == 422
    assert "which number of the dates is the month" in refused.text
    assert session.scalar(select(func.count(Meal.id))) == 0
    session.rollback()
    assert ana.client.post(plan_at, data={"order": "dmy"}).status_code == 303
    assert session.scalars(select(Meal.date)).one() == date(2026, 4, 3)


def test_moving_house_by_two_pages(session, ana, ben, get_page) -> None:
    who = ana.account(session)
    who.own_words = "My calf."
    make_day(session, who, DAY, note="=1+1")
    make_meal(session, who, DAY, (None, None))
    session.commit()
    text = ana.client.get("/data/export.json").text
    plan_at = send(ben, text, "lamplight.json").headers["Location"]
    page = get_page(ben.client, plan_at)
    assert "your profile and settings come from the file too" in page.text
    ben.client.post(plan_at)
    assert ben.client.get("/data/export.json").text == text
    words = session.scalars(select(Account.own_words).where(Account.id == ben.id)).one()
    assert words == "My calf."


def test_a_plan_and_an_import_of_somebody_else_are_not_there(ana, ben) -> None:
    plan_at = send(ana, SERVINGS).headers["Location"]
    for path in (plan_at, f"{plan_at}/drop"):
        assert ben.client.post(path).status_code == 404
    assert ben.client.get(plan_at).status_code == 404
    assert ben.client.get("/data/import/../../secret_key").status_code in {302, 404}
    ana.client.post(plan_at)
    assert ben.client.post("/data/imports/1/undo").status_code == 404


def zip_of(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def bent_zip() -> bytes:
    whole = zip_of(**{"export.xml": b"<HealthData>" + b"x" * 5000 + b"</HealthData>"})
    return whole[: len(whole) // 2]


BAD = {
    "empty": (b"", "This file is empty."),
    "spaces": (b" \n \n", "This file is empty."),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe" * 20, "not UTF-8"),
    "latin-1": (
        "Day,Food Name,Amount\n2026-01-01,Käse,1 g\n".encode("latin-1"),
        "not UTF-8",
    ),
    "unknown header": (b"a,b,c\n1,2,3\n", "is not known"),
    "cut json": (b'{"format": "lamplight-journal", "schema', "ends too early"),
    "newer json": (
        b'{"format": "lamplight-journal", "schema_version": 99}',
        "newer Lamplight",
    ),
    "cut quotes": (b'Day,Food Name,Amount\n2026-01-01,"Ri', "middle of a row"),
    "billion laughs": (
        b'<!DOCTYPE x [<!ENTITY a "1"><!ENTITY b "&a;">]><HealthData>&b;</HealthData>',
        "defines entities",
    ),
    "outside entity": (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><HealthData>&a;</HealthData>',
        "defines entities",
    ),
    "cut xml": (b"<HealthData><Record", "damaged or cut off"),
    "other xml": (b"<svg></svg>", "no export of Apple Health"),
    "zip slip": (zip_of(**{"..__evil.csv": b"a"}), "outside its own folder"),
    "two tables": (zip_of(**{"a.csv": b"a", "b.csv": b"b"}), "several tables"),
    "zip bomb": (zip_of(**{"a.csv": b"0" * 60_000_000}), "far more than it should"),
    "cut zip": (bent_zip(), ""),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_told_in_a_sentence_and_leaves_nothing(
    app, session, ana, what
) -> None:
    content, words = BAD[what]
    answer = send(ana, content, "file.bin")
    page = inspect_answer("/data", answer.status_code, answer.text, 422)
    assert words in page.text
    assert "Nothing was imported" in page.text
    assert files_waiting(app) == []
    assert session.scalar(select(func.count(DataImport.id))) == 0


def test_no_file_is_told(ana) -> None:
    answer = ana.client.post("/data/import", data={})
    page = inspect_answer("/data", answer.status_code, answer.text, 422)
    assert "Choose a file first." in page.text


def test_an_upload_larger_than_other_forms_may_be_is_read(session, ana) -> None:
    rows = "".join(
        f"2026-05-01,8:05 AM,Breakfast,Food {n % 7},40.00 g,150,55.2,1{' ' * 1200}\n"
        for n in range(4_500)
    )
    header = SERVINGS.splitlines()[0]
    text = f"{header}\n{rows}"
    assert len(text) > 5_000_000
    assert send(ana, text).status_code == 303


def test_too_large_an_upload_says_how_much_is_taken(ana, monkeypatch) -> None:
    monkeypatch.setattr("journal.web.data.LARGEST_UPLOAD_BYTES", 5_000_000)
    answer = send(ana, b"x" * 6_000_000)
    page = inspect_answer("/data/import", answer.status_code, answer.text, 413)
    assert "up to 5 MB" in page.text


def test_a_stranger_cannot_send_a_large_file(client) -> None:
    answer = client.post(
        "/data/import",
        data={"file": (io.BytesIO(b"x" * 6_000_000), "a.csv")},
        content_type="multipart/form-data",
    )
    answer.request.environ["wsgi.input"].close()
    assert answer.status_code in {302, 413}


def test_an_import_that_breaks_off_leaves_nothing_behind(
    app, session, ana, monkeypatch
) -> None:
    plan_at = send(ana, SERVINGS).headers["Location"]

    def power_cut(*_args, **_options) -> None:
        raise RuntimeError("power cut")

    # The last thing of an import: everything else is written by then.
    monkeypatch.setattr("journal.services.import_history_write.keep_record", power_cut)
    assert ana.client.post(plan_at).status_code == 500
    monkeypatch.undo()
    assert session.scalar(select(func.count(Meal.id))) == 0
    session.rollback()
    assert ana.client.post(plan_at).status_code == 303
    assert session.scalar(select(func.count(Meal.id))) == 1


def test_a_file_is_brought_in_by_one_press_alone(app, session, ana, get_page) -> None:
    plan_at = send(ana, SERVINGS).headers["Location"]
    (waiting,) = files_waiting(app)
    with import_stash.taken(Stashed(waiting.name, waiting, "servings.csv")):
        answer = ana.client.post(plan_at)
        page = inspect_answer(plan_at, answer.status_code, answer.text, 409)
        assert "brought in already" in page.text
        assert session.scalar(select(func.count(Meal.id))) == 0
        session.rollback()
    assert ana.client.post(plan_at).status_code == 303
    assert session.scalar(select(func.count(Meal.id))) == 1


def test_an_account_that_is_deleted_leaves_no_waiting_file(app, ana, ben) -> None:
    send(ana, SERVINGS)
    send(ben, SERVINGS)
    answer = ben.client.post("/settings/leave", data={"password": PASSWORD})
    assert answer.status_code == 303
    (left,) = files_waiting(app)
    assert left.parent.name == str(ana.id)


def test_only_the_newest_files_of_a_person_wait(app, ana, get_page) -> None:
    first = send(ana, SERVINGS).headers["Location"]
    (oldest,) = files_waiting(app)
    os.utime(oldest, (1.0, oldest.stat().st_mtime - 60))
    for _ in range(import_stash.MOST_WAITING):
        newest = send(ana, SERVINGS).headers["Location"]
    assert len(files_waiting(app)) == import_stash.MOST_WAITING
    get_page(ana.client, first, status=404)
    get_page(ana.client, newest)


def test_formulas_leave_defused_and_come_back_as_they_were(session, ana) -> None:
    from journal.render.csvfile import restored

    make_day(session, ana.account(session), DAY, note="=HYPERLINK(1)")
    session.commit()
    with zipfile.ZipFile(
        io.BytesIO(ana.client.get("/data/export.csv").data)
    ) as archive:
        text = archive.read("days.csv").decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["note"] == "'=HYPERLINK(1)"
    assert restored(row["note"]) == "=HYPERLINK(1)"


def test_ratings_of_bearable_show_their_scale_before_and_after(
    session, ana, get_page
) -> None:
    text = (
        "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
        "x,2026-05-01,Fri,,Symptom,3,Leg cramps (Severe),\n"
    )
    plan_at = send(ana, text).headers["Location"]
    page = get_page(ana.client, plan_at)
    assert "imported, 0–4 × 2.5" in page.text
    assert re.search(r"Leg cramps\s+Night cramps", page.text)
    ana.client.post(plan_at)
    row = session.scalars(select(SymptomEntry)).one()
    assert "it said 3 of 4" in row.note
    for path in ("/days/2026-05-01", "/evening/2026-05-01"):
        page = get_page(ana.client, path)
        assert "Imported from Bearable." in page.text
        assert "Night cramps: it said 3 of 4; shown 0–4 × 2.5." in page.text


def test_a_day_of_sums_alone_says_so_and_still_counts_as_not_logged(
    ana, get_page
) -> None:
    text = "Date,Energy (kcal),Magnesium (mg),Completed\n2026-05-01,2000,300,true\n"
    plan_at = send(ana, text).headers["Location"]
    assert "never added to your food" in get_page(ana.client, plan_at).text
    ana.client.post(plan_at)
    page = get_page(ana.client, "/days/2026-05-01")
    assert "It counted energy 2,000 kcal, magnesium 300 mg." in page.text
    assert "Nothing is written down for this day." in page.text


def test_the_export_of_an_empty_journal_comes_in_as_nothing_new(session, ana) -> None:
    document = json.loads(ana.client.get("/data/export.json").text)
    assert document["days"] == []
    make_account(session)
    plan_at = send(ana, json.dumps(document), "a.json").headers["Location"]
    assert "Nothing new" in ana.client.get(plan_at).text
