from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

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
