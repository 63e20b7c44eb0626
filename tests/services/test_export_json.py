"""What leaves as JSON: complete, the same every time, without secrets or keys."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import jsonschema
import pytest

from journal.models import Account, Food
from journal.services.export_json import json_pieces
from journal.services.export_registry import (
    KEPT,
    PROFILE,
    all_kept,
    columns_of,
    is_own_number,
    numbered_tables,
    parent_column,
    referred,
)
from journal.services.export_schema import json_schema
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)
from tests.test_architecture import ROOT

DAY = date(2026, 11, 22)


@pytest.fixture
def out(session):
    def out(who, **days):
        session.flush()
        return "".join(json_pieces(session, user_id=who.id, **days))

    return out


def fill(session, who):
    own = make_food(
        session,
        id=f"own-of-{who.id}",
        user_id=who.id,
        source="own",
        name="Soup",
        is_listed=True,
    )
    shared = session.query(Food).filter(Food.source == "reference").first()
    make_day(session, who, DAY, food_status="complete", water_ml=0.0)
    make_symptom(session, who, DAY, severity_0_10=0)
    make_meal(session, who, DAY, (own, 250.0), (shared, 30.0), (None, None))
    take_supplement(session, make_supplement(session, who), DAY, doses=2.0)


def test_the_published_schema_is_the_one_of_the_tables() -> None:
    published = (ROOT / "docs/schema/journal-2.schema.json").read_text("utf-8")
    assert json.loads(published) == json_schema(), (
        "Run: python3 -m journal schema > docs/schema/journal-2.schema.json"
    )


def test_what_is_written_holds_to_the_schema(session, out) -> None:
    who = make_account(session, own_symptoms={"own_x": "Ziehen 🦵"})
    fill(session, who)
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.FormatChecker()
    ).validate(json.loads(out(who)))


def test_zero_none_and_unknown_stay_three_things(session, out) -> None:
    who = make_account(session)
    fill(session, who)
    found = json.loads(out(who))
    assert found["days"][0]["water_ml"] == 0
    assert "sun_min" not in found["days"][0]
    assert found["symptoms"][0]["severity_0_10"] == 0


def test_the_same_rows_give_the_same_bytes_under_other_numbers(session, out) -> None:
    first, second = make_account(session), make_account(session)
    fill(session, first)
    fill(session, second)
    assert out(first) == out(second)


def test_no_key_of_the_database_and_no_secret_is_in_the_file(session, out) -> None:
    who = make_account(
        session, mail="secret@example.org", session_token="tok-en-secret"
    )
    fill(session, who)
    text = out(who)
    assert f"own-of-{who.id}" not in text
    assert "secret" not in text
    assert who.password_hash not in text


def test_nothing_of_another_person_is_in_the_file(session, out) -> None:
    other = make_account(session, own_words="Zebra")
    food = make_food(session, user_id=other.id, name="Zebra", source="own")
    make_meal(session, other, DAY, (food, 10.0))
    who = make_account(session)
    fill(session, who)
    assert "Zebra" not in out(who)


def test_a_stretch_of_days_leaves_the_other_days_out(session, out) -> None:
    who = make_account(session)
    fill(session, who)
    make_day(session, who, date(2026, 11, 1))
    found = json.loads(out(who, first=date(2026, 11, 2), last=DAY))
    assert [row["date"] for row in found["days"]] == ["2026-11-22"]
    assert (found["from"], found["to"]) == ("2026-11-02", "2026-11-22")


def test_every_reference_is_to_a_table_that_was_written_before() -> None:
    seen = {"account"}
    for kept in (PROFILE, *KEPT):
        tables = [kept, *kept.inside]
        for each in tables:
            parent = kept if each is not kept else None
            for column in columns_of(each, parent):
                table = referred(column)
                assert not table or table in seen, f"{each.name}.{column.name}"
        seen.add(kept.table.name)


def test_what_is_left_out_exists_and_can_be_filled_without_the_file() -> None:
    for kept, parent in all_kept():
        inside = parent_column(kept, parent) if parent else None
        for name in kept.left_out:
            column = kept.table.columns[name]
            assert column is not inside
            assert kept is PROFILE or column.nullable or column.default is not None


def test_rows_that_others_name_have_a_single_key() -> None:
    for kept, _ in all_kept():
        if kept.table.name in numbered_tables():
            assert len(kept.table.primary_key.columns) == 1


def test_a_moment_leaves_in_utc(session, out) -> None:
    who = make_account(session)
    make_day(session, who, DAY, updated_at=datetime(2026, 7, 1, 20, tzinfo=UTC))
    row = json.loads(out(who))["days"][0]
    assert row["updated_at"] == "2026-07-01T20:00:00+00:00"


def test_an_account_holds_nothing_the_profile_does_not_decide_about() -> None:
    decided = {column.name for column in columns_of(PROFILE)} | set(PROFILE.left_out)
    assert decided | {"id"} == {column.name for column in Account.__table__.columns}
    assert not any(is_own_number(column) for column in columns_of(PROFILE))
