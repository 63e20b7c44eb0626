from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from journal.leadership import FOOD_IMPORT, alone
from journal.models import Food, FoodImport, FoodOfImport
from journal.services.foodimport import PASSING, drop_in_steps
from journal.services.foodimport_inbox import FOLDER
from journal.services.foodimport_spool import spooled
from journal.services.foodimport_steps import save_in_steps
from journal.web.foodimport_runner import ImportRunner
from tests.conftest import GetPage, Person, inspect_answer
from tests.factories import make_food, make_meal
from tests.pages import Page

DAY = date(2026, 3, 1)
PAGE = "/foods/imports"
MAGNESIUM = {
    "nutrient": {"id": 1090, "number": "304", "unitName": "mg"},
    "amount": 40,
}


def release(count: int = 3, *, name: str = "Quince cake") -> bytes:
    """A JSON list as FoodData Central has it."""
    foods = [
        {
            "fdcId": 9_000_000 + number,
            "dataType": "Foundation",
            "description": f"{name} number {number}",
            "foodNutrients": [MAGNESIUM],
        }
        for number in range(count)
    ]
    return json.dumps({"FoundationFoods": foods}).encode()


@dataclass(frozen=True)
class Owner:
    """The owner at the page of releases."""

    client: FlaskClient
    runner: ImportRunner
    data_dir: Path
    get_page: GetPage

    def send(self, content: bytes, name: str = "release.json") -> int:
        data = {"file": (io.BytesIO(content), name)}
        return self.client.post(f"{PAGE}/upload", data=data).status_code

    def start(self, name: str = "release.json") -> int:
        data = {"name": name, "do": "import"}
        return self.client.post(f"{PAGE}/files", data=data).status_code

    def page(self) -> Page:
        return self.get_page(self.client, PAGE)


@pytest.fixture
def owner(ana: Person, app: Flask, get_page: GetPage) -> Iterator[Owner]:
    data_dir: Path = app.extensions["journal"].settings.data_dir
    found = Owner(ana.client, app.extensions["food_imports"], data_dir, get_page)
    yield found
    found.runner.cancel()
    found.runner.wait()
    for path in (data_dir / "food_imports").rglob("*"):
        if path.is_file():
            path.unlink()


def names(session: Session) -> list[str]:
    session.rollback()
    query = select(Food.name).where(Food.source == "foundation", Food.is_listed)
    return sorted(session.scalars(query))


def test_a_release_is_sent_seen_imported_found_and_taken_out_again(
    owner: Owner, session: Session
) -> None:
    assert "No release yet." in owner.page().text
    assert owner.send(release()) == 303
    page = owner.page()
    assert "The file is here." in page.text
    assert "FoodData Central, JSON: Foundation" in page.text
    assert owner.start() == 303
    owner.runner.wait()
    assert "Foods in it: 3." in owner.page().text
    assert len(names(session)) == 3
    answer = owner.client.get("/foods/search?q=quince+cake+number")
    assert answer.get_json()["foods"][0]["name"].startswith("Quince cake")
    owner.start()
    owner.runner.wait()
    (made,) = session.scalars(select(FoodImport))
    assert made.food_count == 3
    number = made.id
    session.rollback()
    assert owner.client.post(f"{PAGE}/{number}/undo").status_code == 303
    owner.runner.wait()
    assert "Foods taken out: 3." in owner.page().text
    assert names(session) == []
    assert owner.client.post(f"{PAGE}/{number}/undo").status_code == 404


def bomb() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("food.csv", b"0" * 30_000_000)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bomb(), "unpacks to far more than it should"),
        (release()[:-40], "is cut off"),
        ("code\tname\nx\tÄpfel\n".encode("latin-1"), "no column"),
        (b"\xff\xfe\x00\x01" * 50, "is not UTF-8"),
        (b"just words", "no column"),
        (b"PK\x03\x04 not a zip at all", "damaged or cut off"),
    ],
)
def test_a_file_that_is_not_sound_is_told_and_leaves_nothing(
    owner: Owner, session: Session, content: bytes, said: str
) -> None:
    owner.send(content, "broken")
    assert owner.start("broken") == 303
    owner.runner.wait()
    text = owner.page().text
    assert said in text
    assert "Nothing was imported." in text
    assert names(session) == []
    assert session.scalar(select(func.count()).select_from(FoodImport)) == 0


def test_one_at_a_time_shown_with_a_bar_and_cancelled_without_a_trace(
    owner: Owner, session: Session
) -> None:
    put_in_the_inbox(owner, release(60_000))
    owner.start()
    page = owner.page()
    assert "<progress" in page.html
    assert 'http-equiv="refresh"' in page.html
    assert owner.start() == 409
    assert owner.client.post(f"{PAGE}/cancel").status_code == 303
    owner.runner.wait()
    assert "Cancelled. Nothing was imported." in owner.page().text
    assert names(session) == []
    assert session.scalar(select(func.count()).select_from(FoodOfImport)) == 0
    owner.client.post(f"{PAGE}/seen")
    assert "Cancelled" not in owner.page().text


def test_an_import_whose_server_stopped_has_failed_and_is_cleared_by_the_next(
    owner: Owner, session: Session
) -> None:
    folder = owner.data_dir / "food_imports"
    folder.mkdir(exist_ok=True)
    job = {"name": "x", "phase": "writing", "started_at": "2026-11-23T12:00:00+00:00"}
    (folder / "job.json").write_text(json.dumps(job))
    food = make_food(session, id="fdc-1", source="foundation", is_listed=False)
    half = FoodImport(
        file_name="x", checksum="c", food_count=PASSING, imported_at=food.created_at
    )
    session.add(half)
    session.flush()
    session.add(FoodOfImport(food_id="fdc-1", import_id=half.id))
    session.commit()
    page = owner.page()
    assert "The server stopped in the middle. Nothing was imported." in page.text
    assert "<progress" not in page.html
    owner.send(release(1))
    owner.start()
    owner.runner.wait()
    assert names(session) == ["Quince cake number 0"]
    assert session.get(Food, "fdc-1") is None


def test_people_go_on_writing_while_an_import_makes_the_index(
    owner: Owner, session: Session
) -> None:
    engine = session.get_bind()
    if engine.dialect.name != "sqlite":
        pytest.skip("only SQLite has one lock for all who write")
    said: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if threading.current_thread() is not threading.main_thread():
            said.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        owner.send(release(2_500))
        owner.start()
        owner.runner.wait()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    begun = [statement for statement in said if statement.startswith("BEGIN")]
    assert begun[-1] == "BEGIN"
    assert begun.count("BEGIN IMMEDIATE") > 6
    assert len(names(session)) == 2_500


def test_a_food_of_a_recipe_or_a_meal_outlives_its_release(
    owner: Owner, ana: Person, session: Session
) -> None:
    owner.send(release(2))
    owner.start()
    owner.runner.wait()
    (made,) = session.scalars(select(FoodImport))
    kept, gone = session.scalars(select(Food).where(Food.source == "foundation"))
    make_meal(session, ana.account(session), DAY, (kept, 50.0))
    number, kept_id, gone_id = made.id, kept.id, gone.id
    session.commit()
    owner.client.post(f"{PAGE}/{number}/undo")
    owner.runner.wait()
    text = owner.page().text
    assert (
        "Foods taken out: 1. Kept for meals that hold them, and not found any more: 1."
        in text
    )
    session.rollback()
    assert session.get(Food, gone_id) is None
    left = session.get(Food, kept_id)
    assert left is not None
    assert not left.is_listed


def test_only_plain_files_of_the_inbox_can_be_chosen(owner: Owner) -> None:
    assert owner.send(release(), "../../up.json") == 303
    inbox = owner.data_dir / FOLDER
    assert (inbox / "up.json").is_file()
    (inbox / "link.json").symlink_to(owner.data_dir / "journal.sqlite3")
    for name in ("../../journal.sqlite3", "/etc/passwd", "link.json", "no.json"):
        for action in ("import", "delete"):
            data = {"name": name, "do": action}
            assert owner.client.post(f"{PAGE}/files", data=data).status_code == 404
    (inbox / "link.json").unlink()
    assert owner.client.post(f"{PAGE}/files", data={"do": "import"}).status_code == 422
    assert owner.send(b"") == 422
    data = {"name": "up.json", "do": "delete"}
    assert owner.client.post(f"{PAGE}/files", data=data).status_code == 303
    assert not (inbox / "up.json").exists()


def test_an_upload_over_the_limit_is_refused_and_not_kept(
    owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.web.foodimports.LARGEST_UPLOAD_BYTES", 1000)
    data = {"file": (io.BytesIO(b"x" * 5000), "big.json")}
    answer = owner.client.post(f"{PAGE}/upload", data=data)
    page = inspect_answer(PAGE, answer.status_code, answer.text, 422)
    assert "big.json is larger than" in page.text
    assert not any((owner.data_dir / FOLDER).iterdir())


def test_the_page_is_the_owners_alone(ana: Person, ben: Person) -> None:
    answers = [
        ben.client.get(PAGE),
        ben.client.post(f"{PAGE}/upload", data={}),
        ben.client.post(f"{PAGE}/files", data={}),
        ben.client.post(f"{PAGE}/cancel"),
        ben.client.post(f"{PAGE}/1/undo"),
    ]
    assert [answer.status_code for answer in answers] == [404] * 5
    assert ana.client.get(PAGE).status_code == 200


def put_in_the_inbox(owner: Owner, content: bytes) -> None:
    inbox = owner.data_dir / FOLDER
    inbox.mkdir(parents=True, exist_ok=True)
    (inbox / "release.json").write_bytes(content)


def test_people_save_while_a_newer_release_takes_all_foods_over(
    owner: Owner, ben: Person, session: Session
) -> None:
    put_in_the_inbox(owner, release(4_000))
    owner.start()
    owner.runner.wait()
    put_in_the_inbox(owner, release(4_000, name="Quince tart"))
    owner.start()
    evening = f"/evening/{datetime.now(UTC).date() - timedelta(days=1)}"
    saved: list[int] = []
    while owner.runner.is_running:
        note = {"note": f"saved {len(saved)}", "do": "save"}
        saved.append(ben.client.post(evening, data=note).status_code)
    assert len(saved) > 3
    assert set(saved) == {303}
    assert "Foods in it: 4,000." in owner.page().text
    assert {name.split(" number")[0] for name in names(session)} == {"Quince tart"}


def test_a_start_finishes_what_was_put_ready_before_the_server_stopped(
    owner: Owner, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "release.json"
    path.write_bytes(release(1_500))
    with spooled([path], scratch=tmp_path, progress=lambda _: None) as spool:
        for step in save_in_steps(session, spool=spool, now=datetime.now(UTC)):
            session.commit()
            if step.is_decided and step.done:
                break
    job = {"name": "x", "phase": "entering", "started_at": "2026-11-23T12:00:00+00:00"}
    folder = owner.data_dir / "food_imports"
    folder.mkdir(exist_ok=True)
    (folder / "job.json").write_text(json.dumps(job))
    assert "brings the last of them in" in owner.page().text
    assert len(names(session)) == 1_000
    session.rollback()
    owner.runner.resume()
    owner.runner.wait()
    assert "Foods in it: " in owner.page().text
    assert len(names(session)) == 1_500
    session.rollback()
    owner.runner.resume()
    assert not owner.runner.is_running


def test_a_start_takes_the_rest_out_of_what_was_on_its_way_out(
    owner: Owner, session: Session
) -> None:
    put_in_the_inbox(owner, release(1_500))
    owner.start()
    owner.runner.wait()
    (made,) = session.scalars(select(FoodImport))
    for _ in islice(drop_in_steps(session, import_id=made.id), 2):
        session.commit()
    job = {"name": "x", "phase": "removing", "started_at": "2026-11-23T12:00:00+00:00"}
    (owner.data_dir / "food_imports" / "job.json").write_text(json.dumps(job))
    owner.runner.resume()
    owner.runner.wait()
    assert "The foods are taken out." in owner.page().text
    assert names(session) == []


def test_an_import_waits_for_no_other_but_says_that_one_runs(
    owner: Owner, app: Flask, session: Session
) -> None:
    settings = app.extensions["journal"].settings
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    owner.send(release())
    with alone(settings, engine, FOOD_IMPORT) as is_alone:
        assert is_alone
        owner.start()
        owner.runner.wait()
    assert "An import is running." in owner.page().text
    assert names(session) == []
    owner.start()
    owner.runner.wait()
    assert len(names(session)) == 3
