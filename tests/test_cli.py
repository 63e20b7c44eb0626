"""The commands, run in this process on a folder of their own."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from journal import __version__
from journal.cli import main
from journal.models import Account, SymptomEntry


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder just made by a command: to load the foods each time is slow."""
    folder = tmp_path_factory.mktemp("fresh") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JOURNAL_DATA_DIR", str(folder))
        assert main(["check"]) == 0
    return folder


@pytest.fixture
def home(tmp_path: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, told to the commands as people do."""
    shutil.copytree(fresh, tmp_path / "data")
    monkeypatch.setenv("JOURNAL_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


Said = pytest.CaptureFixture[str]


def answer(said: Said) -> Any:
    return json.loads(said.readouterr().out)


@pytest.mark.parametrize(
    "command",
    [
        "",
        "serve",
        "worker",
        "demo",
        "user",
        "user add",
        "user list",
        "user password",
        "foods",
        "foods search",
        "foods parse",
        "foods import",
        "foods imports",
        "report",
        "export",
        "import",
        "schema",
        "backup",
        "restore",
        "check",
    ],
)
def test_every_command_explains_itself(command: str, capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    assert f"usage: journal {command}".strip() in capsys.readouterr().out


def test_the_version_is_told(capsys: Said) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.strip() == __version__


def test_people_are_added_and_listed(home: Path, capsys: Said) -> None:
    assert main(["user", "add", "Ana@example.org", "--json"]) == 0
    added = answer(capsys)
    assert added["mail"] == "ana@example.org"
    assert added["owner"]
    assert len(added["password"]) >= 10
    assert main(["user", "add", "ben@example.org", "--password", "ten letters"]) == 0
    capsys.readouterr()
    assert main(["user", "list", "--json"]) == 0
    assert [(row["mail"], row["owner"]) for row in answer(capsys)] == [
        ("ana@example.org", True),
        ("ben@example.org", False),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["user", "add", "nobody"],
        ["user", "add", "ana@example.org", "--password", "short"],
        ["user", "add", "ana@example.org", "--time-zone", "Middle/Earth"],
        ["user", "password", "nobody@example.org"],
        ["foods", "search", "banana", "--limit", "0"],
        ["foods", "search", "banana", "--limit", "-3", "--json"],
        ["report", "--user", "nobody@example.org"],
        ["restore", "nothing.zip", "--yes"],
        ["export", "--user", "no@x.org", "--format", "json", "--output", "a"],
        ["import", "--user", "no@x.org", "a.csv"],
        ["import", "--user", "no@x.org"],
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    home: Path, capsys: Said, arguments: list[str]
) -> None:
    assert main(arguments) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len([line for line in lines if "food table" not in line]) == 1


def test_a_bad_setting_ends_with_code_2(
    home: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNAL_PORT", "eighty")
    assert main(["user", "list"]) == 2
    assert capsys.readouterr().err.startswith("JOURNAL_PORT")


def test_foods_are_found_one_json_value_a_line(
    home: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("almnds\n\nbanana\n"))
    assert main(["foods", "search", "-"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == 3
    assert "almond" in lines[0][0]["name"].lower()
    assert lines[1] == []
    assert "banana" in lines[2][0]["name"].lower()


def test_a_sentence_is_read(home: Path, capsys: Said) -> None:
    assert main(["foods", "parse", "2 boiled eggs and a banana", "--json"]) == 0
    items = answer(capsys)["items"]
    assert len(items) == 2
    assert all(item["food"] for item in items)


def test_nothing_found_is_said_where_the_answer_goes_on_as_it_was(
    home: Path, capsys: Said
) -> None:
    assert main(["foods", "search", "?!"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err.splitlines()[-1]) == ("", "No food fits.")


def test_an_amount_without_end_is_still_json(home: Path, capsys: Said) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is not JSON")

    assert main(["foods", "parse", "1e400 g of boiled rice", "--json"]) == 0
    read = json.loads(capsys.readouterr().out, parse_constant=refuse)
    (item,) = read["items"]
    assert (item["quantity"], item["grams"]) == (None, None)


def test_the_demonstration_is_repeatable_and_can_be_reported_and_exported(
    home: Path, capsys: Said, tmp_path: Path
) -> None:
    assert main(["demo", "--json"]) == 0
    made = answer(capsys)
    assert main(["demo", "--json"]) == 0
    assert answer(capsys) == made
    engine = create_engine(f"sqlite:///{home / 'journal.sqlite3'}")
    with Session(engine) as session:
        assert session.scalars(select(Account.mail)).all() == [made["mail"]]
        entries = session.scalar(select(func.count()).select_from(SymptomEntry))
        assert entries is not None
        assert entries > 100
    engine.dispose()
    assert main(["report", "--user", made["mail"], "--json"]) == 0
    assert answer(capsys)["nutrients"]
    file = tmp_path / "days.zip"
    export = ["export", "--user", made["mail"], "--format", "csv"]
    assert main([*export, "--output", str(file)]) == 0
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert any(name.endswith(".csv") for name in archive.namelist())


def test_a_real_account_is_never_made_into_a_demonstration(
    home: Path, capsys: Said
) -> None:
    mail = "demo@lamplight.example"
    assert main(["user", "add", mail, "--password", "ten letters"]) == 0
    assert main(["demo"]) == 1
    assert "not touched" in capsys.readouterr().err


def test_a_backup_brings_back_what_was_there(home: Path, capsys: Said) -> None:
    main(["user", "add", "ana@example.org", "--password", "ten letters"])
    capsys.readouterr()
    assert main(["backup", "--json"]) == 0
    file = answer(capsys)["file"]
    assert Path(file).stat().st_mode & 0o077 == 0
    main(["user", "add", "ben@example.org", "--password", "ten letters"])
    assert main(["restore", file, "--yes"]) == 0
    capsys.readouterr()
    main(["user", "list", "--json"])
    assert [row["mail"] for row in answer(capsys)] == ["ana@example.org"]
    assert list(home.glob("journal.sqlite3.before-*"))


def test_a_file_that_is_no_backup_replaces_nothing(
    home: Path, capsys: Said, tmp_path: Path
) -> None:
    main(["user", "add", "ana@example.org", "--password", "ten letters"])
    before = (home / "journal.sqlite3").read_bytes()
    for name, content in {"text.zip": b"no zip", "empty.zip": b""}.items():
        (tmp_path / name).write_bytes(content)
        assert main(["restore", str(tmp_path / name), "--yes"]) == 1
    with zipfile.ZipFile(tmp_path / "bent.zip", "w") as archive:
        archive.writestr("about.json", '{"format": 1}')
        archive.writestr("journal.sqlite3", b"SQLite format 3\x00" + b"x" * 4000)
    assert main(["restore", str(tmp_path / "bent.zip"), "--yes"]) == 1
    assert (home / "journal.sqlite3").read_bytes() == before


def test_check_says_whether_the_data_are_sound(home: Path, capsys: Said) -> None:
    assert main(["check", "--json"]) == 0
    assert answer(capsys)["database"] == "sound"


def test_foods_are_imported_listed_found_and_taken_out(
    home: Path, tmp_path: Path, capsys: Said
) -> None:
    file = tmp_path / "products.csv"
    header = "code\tproduct_name\tproteins_100g\tenergy_100g\tenergy-kcal_100g\n"
    file.write_text(f"{header}20001\tZorbet deluxe\t5\t\t100\n")
    assert main(["foods", "import", str(file), "--json"]) == 0
    made = answer(capsys)
    assert (made["foods"], made["new"]) == (1, True)
    assert main(["foods", "import", str(file)]) == 0
    assert "imported before" in capsys.readouterr().out
    assert main(["foods", "imports", "--json"]) == 0
    assert [row["file"] for row in answer(capsys)] == ["products.csv"]
    assert main(["foods", "search", "zorbet deluxe", "--json"]) == 0
    assert answer(capsys)[0]["id"] == "off-20001"
    assert main(["foods", "import", "--undo", str(made["id"])]) == 0
    assert "Removed 1 foods." in capsys.readouterr().out
    assert main(["foods", "search", "zorbet deluxe", "--json"]) == 0
    assert "off-20001" not in {hit["id"] for hit in answer(capsys)}
    assert main(["foods", "imports"]) == 0
    assert "Nothing was imported" in capsys.readouterr().out


def test_an_import_shows_on_a_terminal_how_far_it_is(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "products.csv"
    header = "code\tproduct_name\tproteins_100g\tenergy_100g\n"
    file.write_text(f"{header}20001\tZorbet deluxe\t5\t100\n")
    shown, terminal = os.openpty()
    with os.fdopen(terminal, "w") as screen, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", screen)
        assert main(["foods", "import", str(file)]) == 0
    assert re.search(r"Reading: +0%", os.read(shown, 20_000).decode())
    os.close(shown)


def test_a_bad_import_says_one_line_and_changes_nothing(
    home: Path, tmp_path: Path, capsys: Said
) -> None:
    file = tmp_path / "cut.zip"
    file.write_bytes(b"PK\x03\x04")
    for words in ([str(file)], ["--undo", "9"], []):
        assert main(["foods", "import", *words]) == 1
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert main(["foods", "imports", "--json"]) == 0
    assert answer(capsys) == []


def export_of(home: Path, tmp_path: Path, mail: str, kind: str) -> Path:
    file = tmp_path / f"{mail.partition('@')[0]}.{kind}"
    words = ["export", "--user", mail, "--format", kind, "--output", str(file)]
    assert main(words) == 0
    return file


def test_a_person_moves_house_from_the_command_line(
    home: Path, tmp_path: Path, capsys: Said
) -> None:
    main(["demo", "--json"])
    mail = answer(capsys)["mail"]
    main(["user", "add", "new@example.org", "--password", "ten letters"])
    file = export_of(home, tmp_path, mail, "json")
    assert file.stat().st_mode & 0o077 == 0
    capsys.readouterr()
    bring = ["import", "--user", "new@example.org", "--json"]
    assert main([*bring, str(file), "--dry-run"]) == 0
    plan = answer(capsys)
    assert plan["new"]["symptoms"] > 100
    assert plan["refused"] == 0
    assert main([*bring, "--list"]) == 0
    assert answer(capsys) == []
    assert main([*bring, str(file)]) == 0
    number = answer(capsys)["import"]
    again = export_of(home, tmp_path, "new@example.org", "json")
    assert again.read_bytes() == file.read_bytes()
    capsys.readouterr()
    assert main([*bring, str(file)]) == 0
    assert answer(capsys)["import"] is None
    assert main([*bring, "--undo", str(number)]) == 0
    assert answer(capsys)["stayed"] == 0
    assert main([*bring, str(file), "--dry-run"]) == 0
    assert answer(capsys)["new"]["symptoms"] == plan["new"]["symptoms"]


def test_a_history_is_brought_in_in_words(
    home: Path, tmp_path: Path, capsys: Said
) -> None:
    main(["user", "add", "ana@example.org", "--password", "ten letters"])
    file = tmp_path / "servings.csv"
    file.write_text("Day,Food Name,Amount\n3/4/2026,Banana,118.00 g\nx,y,z\n")
    bring = ["import", "--user", "ana@example.org", str(file)]
    capsys.readouterr()
    assert main(bring) == 1
    assert "number of the dates is the month" in capsys.readouterr().err
    assert main([*bring, "--date-order", "dmy", "--dry-run"]) == 0
    assert "Would bring in: 1 food." in capsys.readouterr().out
    assert main([*bring, "--date-order", "dmy"]) == 0
    said = capsys.readouterr().out
    assert "Days: 2026-04-03 to 2026-04-03." in said
    assert "line 3: “x” is not a date." in said
    assert main(["import", "--user", "ana@example.org", "--list"]) == 0
    assert "servings.csv" in capsys.readouterr().out


def test_an_export_that_fails_leaves_the_old_file_whole(
    home: Path, tmp_path: Path, capsys: Said
) -> None:
    main(["user", "add", "ana@example.org", "--password", "ten letters"])
    file = tmp_path / "kept.ics"
    file.write_text("the old one")
    words = ["export", "--user", "ana@example.org", "--format", "ics"]
    assert main([*words, "--output", str(file)]) == 1
    assert file.read_text() == "the old one"
    assert main([*words, "--output", str(tmp_path / "no" / "such.ics")]) == 1
    assert list(tmp_path.glob(".*")) == []
