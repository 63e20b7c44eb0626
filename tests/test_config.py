from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from journal.config import SettingsError, load_settings, prepared


def read(folder: Path, **values: str):
    named = {f"JOURNAL_{name}": value for name, value in values.items()}
    return load_settings({"JOURNAL_DATA_DIR": str(folder), **named})


def test_without_settings_it_serves_this_machine_alone_from_one_folder(
    tmp_path: Path,
) -> None:
    settings = read(tmp_path)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database_url == f"sqlite:///{tmp_path / 'journal.sqlite3'}"
    assert settings.base_url == "http://127.0.0.1:8000"
    assert not settings.open_signup
    assert settings.scheduler


def test_the_address_in_mails_follows_the_port(tmp_path: Path) -> None:
    assert read(tmp_path, PORT="8123").base_url == "http://127.0.0.1:8123"
    found = read(tmp_path, HOST="::1", BASE_URL="https://legs.example/")
    assert found.base_url == "https://legs.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "８０００"),
        ("OPEN_SIGNUP", "perhaps"),
        ("SCHEDULER", "2"),
        ("DATABASE_URL", "mysql://there"),
        ("DATABASE_URL", "journal.db"),
        ("BASE_URL", "legs.example"),
        ("SECRET_KEY", "short"),
        ("TRUSTED_PROXIES", "-1"),
        ("SMTP_HOST", "mail.example"),
    ],
)
def test_a_bad_value_is_refused_in_one_line_that_names_it(
    tmp_path: Path, name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        read(tmp_path, **{name: value})
    said = str(refused.value)
    assert f"JOURNAL_{name}" in said
    assert "\n" not in said


def test_a_secret_is_never_repeated_in_an_error_or_a_printout(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        read(tmp_path, SECRET_KEY="hunter2")
    assert "hunter2" not in str(refused.value)
    settings = read(tmp_path, SMTP_PASSWORD="hunter2", SECRET_KEY="k" * 40)
    assert "hunter2" not in repr(settings)
    assert "k" * 40 not in repr(settings)


def test_a_setting_can_be_read_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "smtp"
    secret.write_text("pass word\n")
    assert read(tmp_path, SMTP_PASSWORD_FILE=str(secret)).smtp_password == "pass word"


def test_a_setting_given_twice_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "smtp"
    secret.write_text("one")
    with pytest.raises(SettingsError, match="both set"):
        read(tmp_path, SMTP_PASSWORD_FILE=str(secret), SMTP_PASSWORD="other")


def test_a_numeric_secret_stays_text(tmp_path: Path) -> None:
    key = "12345678901234567890"
    assert read(tmp_path, SECRET_KEY=key).secret_key == key


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_uses_psycopg_3(
    tmp_path: Path, scheme: str
) -> None:
    found = read(tmp_path, DATABASE_URL=f"{scheme}://me@db/journal")
    assert found.database_url == "postgresql+psycopg://me@db/journal"
    assert not found.is_sqlite


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(
    tmp_path: Path,
) -> None:
    settings = read(tmp_path / "new")
    first = prepared(settings)
    again = prepared(settings)
    assert len(first.secret_key) >= 32
    assert again.secret_key == first.secret_key
    mode = (tmp_path / "new" / "secret_key").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_two_installations_have_different_keys(tmp_path: Path) -> None:
    first = prepared(read(tmp_path / "a")).secret_key
    assert prepared(read(tmp_path / "b")).secret_key != first


def test_a_given_key_is_not_stored(tmp_path: Path) -> None:
    settings = prepared(replace(read(tmp_path), secret_key="k" * 32))
    assert settings.secret_key == "k" * 32
    assert not (tmp_path / "secret_key").exists()


def test_an_emptied_key_file_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(SettingsError, match="damaged"):
        prepared(read(tmp_path))


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SettingsError, match="JOURNAL_DATA_DIR"):
        read(file)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_an_unwritable_data_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SettingsError, match="Cannot write"):
        prepared(read(tmp_path))
