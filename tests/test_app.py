"""Every route: what strangers, other people and mere looking may do."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from tests.conftest import GetPage, Person
from tests.factories import (
    make_day,
    make_food,
    make_lab,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)

PUBLIC = {
    "static",
    "home.healthz",
    "account.login",
    "account.sign_in",
    "account.signup",
    "account.sign_up",
    "installed.manifest",
    "installed.offline",
    "installed.service_worker",
    "unsubscribe.ask",
    "unsubscribe.switch_off",
}
TODAY = datetime.now(UTC).date()
NAMES = {"chart": "calendar"}
WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE", "ALTER", "DROP", "CREATE")


def guarded_rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in PUBLIC]


def path_of(app: Flask, rule: Rule, row_id: int) -> str:
    """An address of the rule, with a plausible value for every part."""
    values: dict[str, object] = {}
    for name in rule.arguments:
        converter = rule._converters[name]
        kind = type(converter).__name__
        if isinstance(converter, AnyConverter):
            values[name] = min(converter.items)
        elif isinstance(converter, IntegerConverter):
            values[name] = row_id
        elif "ate" in kind or "day" in name or name == "date":
            values[name] = TODAY
        elif "eek" in kind or "week" in name or name == "period":
            year, week, _ = TODAY.isocalendar()
            values[name] = f"{year}-W{week:02d}"
        else:
            values[name] = NAMES.get(name, "magnesium")
    adapter = app.url_map.bind("localhost")
    for attempt in (values, {n: str(v) for n, v in values.items()}):
        try:
            return adapter.build(rule.endpoint, attempt, force_external=False)
        except (AttributeError, TypeError, ValueError):
            continue
    raise AssertionError(f"no address for {rule}")


def fill(session: Session, person: Person) -> int:
    """Give somebody one of everything; return the id of the last row."""
    account = person.account(session)
    for day in (TODAY, date.fromordinal(TODAY.toordinal() - 1)):
        make_day(session, account, day, note="only mine")
        make_symptom(session, account, day)
    food = make_food(session, user_id=account.id, name="Only my soup")
    meal = make_meal(session, account, TODAY, (food, 100.0))
    supplement = make_supplement(session, account, name="Only my tablets")
    take_supplement(session, supplement, TODAY)
    make_lab(session, account, TODAY, test="own", own_name="Only my zinc")
    session.commit()
    return meal.id


def test_every_page_but_the_door_sends_a_stranger_to_sign_in(
    app: Flask, client: FlaskClient, ana: Person
) -> None:
    for rule in guarded_rules(app):
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            answer = client.open(path_of(app, rule, 1), method=method)
            assert answer.status_code == 302, (rule, method)
            assert answer.headers["Location"].startswith("/login"), (rule, method)


def test_ben_sees_nothing_of_ana_on_any_page(
    app: Flask, session: Session, ana: Person, ben: Person
) -> None:
    row_id = fill(session, ana)
    seen = 0
    for rule in guarded_rules(app):
        if "GET" not in (rule.methods or set()):
            continue
        answer = ben.client.get(path_of(app, rule, row_id))
        seen += answer.status_code == 200
        assert answer.status_code in {200, 302, 404, 405, 422}, (rule, answer.status)
        assert b"only m" not in unpacked(answer.data).lower(), rule
    assert seen >= 5


def unpacked(data: bytes) -> bytes:
    """The answer, or what is in it when it is a zip."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_ben_cannot_change_anything_of_ana(
    app: Flask, session: Session, engine: Engine, ana: Person, ben: Person
) -> None:
    row_id = fill(session, ana)
    before = everything_of(engine, ana.id)
    for rule in guarded_rules(app):
        if "POST" in (rule.methods or set()) and rule.endpoint != "account.logout":
            ben.client.post(path_of(app, rule, row_id), data={})
    assert everything_of(engine, ana.id) == before


def everything_of(engine: Engine, user_id: int) -> dict[str, list[str]]:
    from journal.models import Base

    found = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if "user_id" in table.c:
                query = table.select().where(table.c.user_id == user_id)
                found[table.name] = sorted(map(str, connection.execute(query)))
            elif table.name in {"meal_item", "account"}:
                found[table.name] = sorted(map(str, connection.execute(table.select())))
    return found


def test_looking_at_a_page_writes_nothing(
    app: Flask, session: Session, engine: Engine, ana: Person
) -> None:
    row_id = fill(session, ana)
    written: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(WRITING):
            written.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        for rule in app.url_map.iter_rules():
            if "GET" in (rule.methods or set()) and rule.endpoint != "static":
                ana.client.get(path_of(app, rule, row_id))
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert written == []


def test_the_front_door_leads_to_tonight(ana: Person) -> None:
    answer = ana.client.get("/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/evening/2")


def test_somebody_new_is_welcomed_first(session: Session, ana: Person) -> None:
    ana.account(session).welcomed_at = None
    session.commit()
    assert ana.client.get("/").headers["Location"] == "/welcome"


def test_the_health_of_the_server_can_be_asked(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}


def test_a_page_that_is_not_there_is_said_kindly(
    client: FlaskClient, ana: Person, get_page: GetPage
) -> None:
    assert get_page(client, "/nothing", status=404).h1 == "There is nothing here"
    assert get_page(ana.client, "/nothing", status=404).links[0] == "#main"


@pytest.mark.parametrize("path", ["/logout", "/settings/invite"])
def test_a_form_address_cannot_be_opened_like_a_page(ana: Person, path: str) -> None:
    assert ana.client.get(path).status_code == 405


def test_an_unexpected_error_shows_a_page_and_no_details(
    app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> str:
        raise RuntimeError("secret detail")

    monkeypatch.setitem(app.view_functions, "settings.settings", broken)
    answer = ana.client.get("/settings")
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "went wrong on our side" in answer.text


@pytest.mark.parametrize("number", ["2147483648", "9" * 40])
def test_a_number_that_no_row_can_have_is_no_page(ana: Person, number: str) -> None:
    assert ana.client.get(f"/meals/items/{number}").status_code == 404
