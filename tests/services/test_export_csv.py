"""The zip of tables: every kind is in it, each column described, nothing from here."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from fhir.resources.R4B.bundle import Bundle

from journal.models import DataChoice, LabResult
from journal.resources import templates_dir
from journal.services.data_import import carry_out, plan_file
from journal.services.export_further_tables import RENAMED
from journal.services.export_registry import KEPT
from journal.services.exports import export
from tests.factories import (
    make_account,
    make_day,
    make_food,
    make_lab,
    make_meal,
    make_supplement,
    make_symptom,
    take_supplement,
)
from tests.services.full_accounts import Filler

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
#: Tables of the registry whose rows stand in another table of the zip.
INSIDE = {
    "supplement_intakes": "supplements",
    "skipped_meals": "days",
    "day_origins": "imported_days",
}


@pytest.fixture
def out(app, session):
    journal = app.extensions["journal"]

    def out(who, kind="csv", **options):
        return export(
            session,
            user_id=who.id,
            first=options.pop("first", None),
            last=options.pop("last", None),
            format=kind,
            now=NOW,
            knowledge=journal.knowledge,
            targets=journal.targets,
            templates=templates_dir(),
            **options,
        )

    return out


def unzipped(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {n: archive.read(n).decode("utf-8-sig") for n in archive.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_table_that_leaves_is_in_the_zip(session, out) -> None:
    who = make_account(session)
    Filler(session, who, 3).fill()
    files = unzipped(out(who, first=date(2020, 1, 1), last=date(2020, 12, 31)))
    for kept in KEPT:
        name = INSIDE.get(kept.name, RENAMED.get(kept.name, kept.name))
        assert f"{name}.csv" in files, kept.name
        for child in kept.inside:
            if kept.name not in {"foods", "meals"}:
                assert f"{name}_{child.name}.csv" in files, child.name


def test_the_schema_names_every_table_and_column_in_order(session, out) -> None:
    who = make_account(session)
    Filler(session, who, 4).fill()
    files = unzipped(out(who))
    schema = json.loads(files.pop("schema.json"))
    files.pop("README.txt")
    described = {
        one["path"]: [field["name"] for field in one["schema"]["fields"]]
        for one in schema["resources"]
    }
    assert set(described) == set(files)
    for name, text in files.items():
        header = next(csv.reader(io.StringIO(text, newline="")))
        assert header == described[name], name
        assert header[-1] == "schema_version"
        assert all(row["schema_version"] == "2" for row in rows(text))


def test_ids_stay_the_same_and_tell_nothing_of_the_database(session, out) -> None:
    food = make_food(session, id="oats-here", name="Oats")
    texts = []
    for _ in range(2):
        who = make_account(session)
        own = make_food(session, user_id=who.id, source="own", name="Soup")
        make_symptom(session, who, DAY)
        make_meal(session, who, DAY, (food, 40.0), (own, 200.0))
        make_meal(session, who, DAY, (food, 40.0))
        texts.append(unzipped(out(who)))
    assert texts[0] == texts[1]
    assert [row["id"] for row in rows(texts[0]["symptoms.csv"])] == [
        "2026-11-22/night/night_cramp"
    ]
    meals = rows(texts[0]["meals.csv"])
    assert [row["id"] for row in meals] == [
        "2026-11-22/dinner/1/0",
        "2026-11-22/dinner/1/1",
        "2026-11-22/dinner/2/0",
    ]
    assert [row["food_id"] for row in meals] == ["oats-here", "own-1", "oats-here"]
    foods = {row["id"]: row["name"] for row in rows(texts[0]["foods.csv"])}
    assert foods == {"oats-here": "Oats", "own-1": "Soup"}


def test_a_food_says_where_its_figures_come_from_and_how_many_there_are(
    session, out
) -> None:
    food = make_food(
        session,
        source_code="sr:1",
        per_100_g={"iron_mg": 1.0, "energy_kcal": 100.0},
        filled_from={"iron_mg": "sr:2"},
    )
    who = make_account(session)
    make_meal(session, who, DAY, (food, 50.0))
    (row,) = rows(unzipped(out(who))["meals.csv"])
    assert (row["source"], row["source_code"]) == ("test", "sr:1")
    assert (row["nutrients_known"], row["nutrients_of_another_food"]) == (
        "2",
        "iron_mg",
    )
    assert int(row["nutrients_kept"]) > 20


def test_blood_tests_before_the_first_evening_leave_too(session, out) -> None:
    who = make_account(session)
    make_day(session, who, DAY)
    session.add(
        LabResult(
            user_id=who.id,
            date=date(2019, 5, 1),
            test="vitamin_d_25oh",
            value=18.0,
            unit="ng/mL",
            created_at=NOW,
            updated_at=NOW,
        )
    )
    session.flush()
    (row,) = rows(unzipped(out(who))["lab_results.csv"])
    assert (row["date"], row["value"], row["unit"]) == ("2019-05-01", "18", "ng/mL")
    bundle = json.loads(out(who, "fhir"))
    (lab,) = [
        entry["resource"]
        for entry in bundle["entry"]
        if entry["resource"].get("category") == [{"text": "Laboratory"}]
    ]
    assert lab["code"]["text"] == "25-OH vitamin D"
    assert lab["code"]["coding"][0]["system"] == "http://loinc.org"


def test_a_blood_test_in_another_unit_carries_no_code(session, out) -> None:
    who = make_account(session)
    session.add(
        LabResult(
            user_id=who.id,
            date=DAY,
            test="vitamin_d_25oh",
            value=45.0,
            unit="nmol/L",
            created_at=NOW,
            updated_at=NOW,
        )
    )
    session.flush()
    bundle = json.loads(out(who, "fhir"))
    assert "coding" not in bundle["entry"][-1]["resource"]["code"]


def test_mass_in_any_unit_carries_the_code_of_mass(session, out) -> None:
    who = make_account(session)
    make_lab(session, who, DAY, test="vitamin_b12", value=240.0, unit="ng/L")
    make_lab(session, who, DAY, test="ferritin", value=38.0, unit="µg/L")
    entries = json.loads(out(who, "fhir"))["entry"]
    b12, ferritin = (entry["resource"] for entry in entries[-2:])
    assert b12["code"]["coding"][0]["code"] == "2132-9"
    assert ferritin["code"]["coding"][0]["code"] == "2276-4"
    assert ferritin["valueQuantity"]["unit"] == "µg/L"
    assert ferritin["valueQuantity"]["code"] == "ug/L"


def test_a_full_account_makes_a_sound_bundle_and_calendar(session, out) -> None:
    who = make_account(session, name="Ana 🦵", birth_year=1984, sex="female")
    session.add(DataChoice(user_id=who.id, is_calendar_on=True))
    food = make_food(session)
    make_day(session, who, DAY, food_status="complete")
    make_meal(session, who, DAY, (food, 100.0))
    make_symptom(session, who, DAY, sites=["calf_left"], woke_me=True)
    make_symptom(session, who, DAY, symptom="restless_legs", severity_0_10=0)
    bundle = json.loads(out(who, "fhir"))
    assert len(Bundle.model_validate(bundle).entry) == 5
    texts = [entry["resource"].get("code", {}).get("text") for entry in bundle["entry"]]
    assert texts.count("Symptom absent") == 1
    # Unknown nutrients have no Observation: that would be an amount.
    assert sum("from food" in (text or "") for text in texts) == 2
    assert out(who, "ics").count(b"BEGIN:VEVENT") == 1


def test_the_tables_come_in_again_with_every_formula_as_it_was(
    app, session, out, tmp_path
) -> None:
    who = make_account(session)
    food = make_food(session, id="rice-here", name="=Rice", per_100_g={"iron_mg": 2.0})
    own = make_food(
        session, user_id=who.id, source="own", name="+Soup", per_100_g={"iron_mg": 1.0}
    )
    make_day(session, who, DAY, note="=1+1\n'quoted'", water_ml=0.0, sun_min=None)
    make_symptom(
        session, who, DAY, note="@x", sites=["calf_left"], woke_me=False, times_count=2
    )
    make_symptom(session, who, DAY, symptom="own_a", severity_0_10=0)
    make_meal(session, who, DAY, (food, 80.0), (own, 200.0), (None, None))
    take_supplement(session, make_supplement(session, who, name="-D3"), DAY, doses=1.5)
    file = tmp_path / "tables.zip"
    file.write_bytes(out(who))
    there = make_account(session)
    for _ in range(2):
        plan = plan_file(
            session,
            file,
            account=there,
            index=app.extensions["journal"].food_index,
            knowledge=app.extensions["journal"].knowledge,
            now=NOW,
        )
        assert plan.outcome.refused == []
        carry_out(session, plan, account=there, file_name="tables.zip", now=NOW)
    before, after = unzipped(file.read_bytes()), unzipped(out(there))
    for name in ("days", "symptoms", "supplements", "daily_nutrients"):
        assert after[f"{name}.csv"] == before[f"{name}.csv"]
    changed = {"source", "food_id"}
    assert [
        {key: cell for key, cell in row.items() if key not in changed}
        for row in rows(after["meals.csv"])
    ] == [
        {key: cell for key, cell in row.items() if key not in changed}
        for row in rows(before["meals.csv"])
    ]
