from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.conftest import Person


@pytest.fixture
def begun(engine: Engine) -> Iterator[list[str]]:
    """The statements that begin a transaction, as they are sent."""
    if engine.dialect.name != "sqlite":
        pytest.skip("about SQLite's lock")
    found: list[str] = []

    def note(_connection, _cursor, statement, *_more) -> None:  # type: ignore[no-untyped-def]
        if statement.startswith("BEGIN"):
            found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def test_a_request_that_writes_takes_the_lock_before_it_reads_anything(
    ana: Person, begun: list[str]
) -> None:
    assert ana.client.post("/settings", data={"birth_year": "1066"}).status_code == 422
    assert begun[0] == "BEGIN IMMEDIATE"


def test_a_page_that_is_only_read_takes_no_lock(ana: Person, begun: list[str]) -> None:
    assert ana.client.get("/settings").status_code == 200
    assert set(begun) == {"BEGIN"}


def test_an_error_of_the_database_does_not_show_what_a_person_wrote(
    session: Session,
) -> None:
    with pytest.raises(DBAPIError) as failed:
        session.execute(text("SELECT :words FROM nowhere"), {"words": "my cramp"})
    assert "my cramp" not in str(failed.value)
